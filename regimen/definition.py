"""What a regimen file says, as values. `regimen.reader` makes them from TOML; nothing here decides anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from regimen.checklist import ChecklistItem
from regimen.supportive import Supportive

Per = Literal["m2", "kg", "fixed"]
Route = Literal["iv", "po"]
Role = Literal["inhibitor", "platinum", "fluoropyrimidine", "antimetabolite"]
Edge = Literal["exclusive", "inclusive"]
Severity = Literal["stop", "warn", "note"]
Tag = Literal["confirmed", "secondary", "memory", "arithmetic", "proposal"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number comes from. `tag` memory or secondary makes everything that cites it `to_verify`."""

    id: str
    cite: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to an option, for instance pembrolizumab for `ici`."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Option:
    """A choice the prescriber makes when the course begins. A required option left out is refused.

    when  option id -> choice ids for which this option is asked at all (the dose rule of sintilimab only with
          sintilimab); empty: always
    """

    id: str
    title: str
    required: bool
    choices: tuple[Choice, ...]
    source: str = ""
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Phase:
    """A run of cycles with one length. `last_cycle` None: until treatment ends.

    visit_days  cycle days with a visit in this phase; empty: those of the regimen
    asks        clinical values asked for in this phase; None: those of the regimen
    """

    id: str
    title: str
    first_cycle: int
    last_cycle: int | None
    cycle_days: int
    source: str = ""
    visit_days: tuple[int, ...] = ()
    asks: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """How long one drug may go on, counted for that drug alone. None: no limit of this kind."""

    most_doses: int | None
    most_cycles: int | None
    most_months: int | None
    source: str


@dataclass(frozen=True, slots=True)
class WeightTier:
    """A dose for patients below a weight.

    below_kg          kg
    edge              whether exactly `below_kg` still belongs to the tier (inclusive) or not (exclusive)
    edge_by_practice  practice profile id -> edge, where labels differ (durvalumab at 30.0 kg)
    """

    below_kg: Decimal
    edge: Edge
    edge_by_practice: Mapping[str, Edge]
    level: Decimal
    per: Per
    source: str


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of one drug per administration.

    level    mg, mg/m2 or mg/kg by `per`
    ladder   the named lower levels in the same unit, highest first, starting with `level`
    most_mg  a label maximum of one dose (pembrolizumab 2 mg/kg, at most 200 mg); never a BSA cap
    """

    level: Decimal
    per: Per
    ladder: tuple[Decimal, ...]
    most_mg: Decimal | None
    tiers: tuple[WeightTier, ...]
    source: str


@dataclass(frozen=True, slots=True)
class VolumeRule:
    """Doses up to and including `up_to_mg` go into `volume_ml`; None is the last, open row."""

    up_to_mg: Decimal | None
    volume_ml: Decimal


Convention = Literal["nominal", "added", "final"]


@dataclass(frozen=True, slots=True)
class Infusion:
    """How an IV dose is made up and given.

    minutes_first, minutes_later  minutes, first dose and later ones
    diluents    names from assets/diluents.toml, the first is the default
    forbids     what the diluent must not contain (`chloride`); requires: what it must
    convention  nominal: dose / bag volume; added: dose / (bag + drug volume); final: volume is the final one
    concentrate_mg_ml  strength of the vial's solution, for the drug's own volume
    min_mg_ml, max_mg_ml  inclusive limits of the final concentration, None where no source gives one
    outside     severity when the concentration is outside the limits
    """

    minutes_first: int
    minutes_later: int
    diluents: tuple[str, ...]
    forbids: tuple[str, ...]
    requires: tuple[str, ...]
    volumes: tuple[VolumeRule, ...]
    convention: Convention
    concentrate_mg_ml: Decimal | None
    min_mg_ml: Decimal | None
    max_mg_ml: Decimal | None
    outside: Severity
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class RenalRule:
    """What a creatinine clearance means for one drug.

    rule_sets     names a practice profile selects with `renal_rules`
    from_ml_min   inclusive lower end, None open; to_ml_min inclusive upper end; below_ml_min exclusive upper end
    at_levels     applies only when the drug starts at one of these levels; empty: at any
    action        reduce (propose `percent`), stop, ask, none (says so and stays)
    """

    id: str
    rule_sets: tuple[str, ...]
    from_ml_min: Decimal | None
    to_ml_min: Decimal | None
    below_ml_min: Decimal | None
    at_levels: tuple[Decimal, ...]
    action: Literal["reduce", "stop", "ask", "none"]
    percent: Decimal | None
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cumulative:
    """A total over the course at which somebody should look, in the drug's own unit."""

    at: Decimal
    unit: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Drug:
    """One drug of the regimen.

    name        generic name, lower case; unique among the drugs that can be active together
    days        cycle days on which it is given or taken, 1 to the cycle's length
    doses_per_day  2 for capecitabine; 1 for infusions
    phases      phase ids in which it is given; empty: all
    when        option id -> choice ids for which this drug is active; empty: always
    sequence    order on the day, 1 first
    cold_days   days of cold precautions from each dose on, 0 none
    vials_mg    vial sizes on the market; the practice profile or site may narrow them
    """

    name: str
    role: Role
    route: Route
    days: tuple[int, ...]
    doses_per_day: int
    phases: tuple[str, ...]
    when: Mapping[str, tuple[str, ...]]
    sequence: int
    dose: Dose
    infusion: Infusion | None
    vials_mg: tuple[Decimal, ...]
    renal: tuple[RenalRule, ...]
    cumulative: tuple[Cumulative, ...]
    clock: Clock | None
    cold_days: int
    dpyd: bool
    source: str


@dataclass(frozen=True, slots=True)
class LimitBand:
    """A range of one laboratory value and what it asks for on a treatment day.

    at_least inclusive, below exclusive, in the limit's unit; percent of the dose, or action delay / omit / ask
    """

    at_least: Decimal | None
    below: Decimal | None
    action: Literal["give", "reduce", "delay", "omit", "ask"]
    percent: Decimal | None
    drugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayLimit:
    """One laboratory value or toxicity on a treatment day.

    analyte    name from assets/analytes.toml; term: CTCAE term instead, with at_most_grade
    first_cycle, last_cycle  cycles it is for, inclusive; last None: open
    days       cycle days it is for
    times_uln  the bands are multiples of the upper limit of normal
    edge       where a value exactly between two bands belongs: to the higher band (inclusive, ">= 1.5 gives") or to the
               lower one (exclusive, "> 1.5 gives"; also "<= 3 x ULN gives" for values that must not be high)
    """

    analyte: str
    term: str
    at_most_grade: int | None
    first_cycle: int
    last_cycle: int | None
    days: tuple[int, ...]
    unit: str
    times_uln: bool
    bands: tuple[LimitBand, ...]
    edge: Edge = "inclusive"

    def band_of(self, value: Decimal) -> LimitBand:
        """The band a value falls into; multiples of the upper limit where `times_uln` says so."""
        for band in self.bands:
            low = band.at_least
            if low is None or value > low or (value == low and self.edge == "inclusive"):
                return band
        raise ValueError(f"the bands of {self.analyte} are not open below")


@dataclass(frozen=True, slots=True)
class LimitSet:
    """A named set of treatment-day limits; the practice profile or the site selects one by id."""

    id: str
    title: str
    limits: tuple[DayLimit, ...]
    source: str


@dataclass(frozen=True, slots=True)
class UntilValue:
    """One value a hold waits for: the analyte's name, and what it has to reach at least, in its unit."""

    analyte: str
    at_least: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """What an adverse event means for a drug's next dose (evaluated by the advice engine).

    system     the rule family (capecitabine-grid, oxaliplatin-neuropathy, immune-hepatitis ...)
    terms      CTCAE v5.0 terms; empty: the system's own condition decides. Beside an analyte: events that are the same
               finding, whose attribution counts for the value too
    except_terms  terms the rule never concerns
    grades     CTCAE grades
    occurrence 1, 2, 3 ...; None any
    condition  further condition by name with numbers, for instance {"times_uln_above": 3}
    practices  whose labels it follows (`Profile.labels`: us, eu, cn); empty: all
    action     continue, hold, reduce, stop, ask
    only_attributed  only for an event a person laid to the drug; while nobody has, the rule asks
    undecided_only   only while no cause has been named
    hold_first       with stop: until when the drug is held while nobody has laid the event to it; then it is stopped
    one_level_down   next_percent or next_level is the first step; from there it goes one level down of the one in use
    any_cause        with an analyte: also where the value is laid to something else than the drug
    until_values     what blood tests have to reach before the hold is over; empty: they do not tell
    until_steroid_mg_day  prednisone-equivalent a day down to which the hold is over; None: nothing is said of it
    """

    id: str
    system: str
    drugs: tuple[str, ...]
    terms: tuple[str, ...]
    except_terms: tuple[str, ...]
    grades: tuple[int, ...]
    occurrence: int | None
    condition: Mapping[str, str]
    practices: tuple[str, ...]
    action: Literal["continue", "hold", "reduce", "stop", "ask"]
    until: str
    next_percent: Decimal | None
    next_level: Decimal | None
    note: str
    source: str
    only_attributed: bool = False
    undecided_only: bool = False
    hold_first: str = ""
    one_level_down: bool = False
    any_cause: bool = False
    until_values: tuple[UntilValue, ...] = ()
    until_steroid_mg_day: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example the program re-runs.

    given   a case as in the command line's contract, without `regimen`
    expect  dotted path into the answer (`oxaliplatin.dose_mg`, `bsa.m2`, `alerts`) -> expected text, compared at the
            decimals typed
    """

    title: str
    given: Mapping[str, object]
    expect: Mapping[str, str]
    source: str


@dataclass(frozen=True, slots=True)
class Regimen:
    """One regimen file, read and checked.

    planned_cycles  how many cycles are laid out at first
    most_cycles     a maximum of the whole regimen, None until progression
    asks            clinical values without which no dose is released: creatinine, dpyd, neutrophils, platelets ...;
                    a phase may ask for fewer (`asks_of`)
    visit_days      cycle days with a visit
    to_verify       places in the file whose number still needs the site's own check
    text, sha256    the file's exact text and its hash
    """

    id: str
    version: str
    title: str
    short_title: str
    indication: str
    status: str
    planned_cycles: int
    most_cycles: int | None
    phases: tuple[Phase, ...]
    options: tuple[Option, ...]
    drugs: tuple[Drug, ...]
    supportive: tuple[Supportive, ...]
    limit_sets: tuple[LimitSet, ...]
    change_rules: tuple[ChangeRule, ...]
    checklist: tuple[ChecklistItem, ...]
    examples: tuple[Example, ...]
    sources: tuple[Source, ...]
    asks: tuple[str, ...]
    visit_days: tuple[int, ...]
    to_verify: tuple[str, ...]
    notes: tuple[str, ...]
    text: str
    sha256: str

    def phase_of(self, cycle: int) -> Phase:
        """The phase cycle `cycle` (1, 2, ...) belongs to."""
        for phase in self.phases:
            if phase.first_cycle <= cycle and (phase.last_cycle is None or cycle <= phase.last_cycle):
                return phase
        raise ValueError(f"{self.id} has no phase for cycle {cycle}")

    def asks_of(self, cycle: int) -> tuple[str, ...]:
        """The clinical values without which no dose of one cycle is released."""
        asks = self.phase_of(cycle).asks
        return self.asks if asks is None else asks

    def options_of(self, options: Mapping[str, str]) -> tuple[Option, ...]:
        """The options that are asked, given what has been chosen so far."""
        return tuple(
            option
            for option in self.options
            if all(options.get(other) in choices for other, choices in option.when.items())
        )

    def visit_days_of(self, cycle: int) -> tuple[int, ...]:
        """The cycle days with a visit in one cycle."""
        return self.phase_of(cycle).visit_days or self.visit_days

    def supportive_of(self, cycle: int, options: Mapping[str, str]) -> tuple[Supportive, ...]:
        """The supportive medicines that go with one cycle as a matter of course; choices are left to whoever orders."""
        return tuple(medicine for medicine in self.all_supportive_of(cycle, options) if medicine.standard)

    def all_supportive_of(self, cycle: int, options: Mapping[str, str]) -> tuple[Supportive, ...]:
        """Every supportive medicine listed for one cycle and the chosen options, choices among them."""
        phase = self.phase_of(cycle).id
        return tuple(
            medicine
            for medicine in self.supportive
            if (not medicine.phases or phase in medicine.phases)
            and all(options.get(option) in choices for option, choices in medicine.when.items())
        )

    def drugs_of(self, cycle: int, options: Mapping[str, str]) -> tuple[Drug, ...]:
        """The drugs of one cycle for the chosen options, in the order of the day (per-drug clocks not applied)."""
        phase = self.phase_of(cycle).id
        active = (
            drug
            for drug in self.drugs
            if (not drug.phases or phase in drug.phases)
            and all(options.get(option) in choices for option, choices in drug.when.items())
        )
        return tuple(sorted(active, key=lambda drug: drug.sequence))
