"""What is given to the dose engine for one cycle of one patient, as values. `regimen.case` reads them from JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from regimen.supportive import SupportiveOrder

Day = date  # inside a class with a field named date, that name no longer means the type
Sex = Literal["female", "male"]
CreatinineUnit = Literal["mg/dL", "umol/L"]
Shift = Literal["all", "this"]
Half = Literal["am", "pm"]  # sorts in the order of the day
Slot = tuple[date, Half]  # the morning or evening of a date
EVERYTHING = "all"  # as the name in `Case.stopped`: the whole treatment


@dataclass(frozen=True, slots=True)
class Patient:
    """Who is treated.

    allergies  free words as typed; the engine looks them up in assets/allergies.toml
    reactions  earlier reactions to a drug, by drug name ("oxaliplatin"), as typed
    """

    sex: Sex
    birth_date: date
    name: str = ""
    identifiers: tuple[str, ...] = ()
    allergies: tuple[str, ...] = ()
    reactions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Creatinine:
    """Serum creatinine in the unit reported."""

    value: Decimal
    unit: CreatinineUnit
    date: Day | None = None


@dataclass(frozen=True, slots=True)
class Dpyd:
    """DPYD result.

    activity_score   0, 0.5, 1, 1.5 or 2; None: not known
    variants         two allele names, where the genotype was entered instead
    status           done, pending, not_tested
    not_tested_reason  why it was not tested, where the profile lets that stand
    """

    activity_score: Decimal | None = None
    variants: tuple[str, str] | None = None
    status: Literal["done", "pending", "not_tested"] = "not_tested"
    not_tested_reason: str = ""
    date: Day | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """The dated measurements doses come from. cm, kg; dates None: not known.

    confirmed  fields whose soft plausibility question a person has answered, for instance {"weight_kg"}
    kept_weight_kg  the weight the last doses were computed on, where a person decided to keep dosing on it; equal to
               `Previous.weight_kg`. Doses use it; the creatinine clearance uses the measured `weight_kg`
    """

    height_cm: Decimal
    weight_kg: Decimal
    height_date: date | None = None
    weight_date: date | None = None
    creatinine: Creatinine | None = None
    dpyd: Dpyd = Dpyd()
    confirmed: frozenset[str] = frozenset()
    kept_weight_kg: Decimal | None = None

    @property
    def dosing_weight_kg(self) -> Decimal:
        """The weight doses are computed on, kg: the kept one where a person decided so, else the measured one."""
        return self.weight_kg if self.kept_weight_kg is None else self.kept_weight_kg


@dataclass(frozen=True, slots=True)
class Lab:
    """One laboratory value with its limits, in the unit reported."""

    value: Decimal
    unit: str
    lln: Decimal | None = None
    uln: Decimal | None = None
    baseline: Decimal | None = None
    date: Day | None = None


@dataclass(frozen=True, slots=True)
class Previous:
    """What the last doses were computed on and what was given.

    weight_kg, height_cm  of the measurement the current dose was calculated on (not merely the last visit)
    doses_mg              drug -> dose last given, mg
    exact_mg              drug -> exact dose it came from, mg
    cumulative            drug -> total given so far, in the drug's own unit (mg/m2), earlier hospital included
    last_day1             day 1 of the cycle before
    """

    weight_kg: Decimal | None = None
    height_cm: Decimal | None = None
    doses_mg: Mapping[str, Decimal] = field(default_factory=dict)
    exact_mg: Mapping[str, Decimal] = field(default_factory=dict)
    cumulative: Mapping[str, Decimal] = field(default_factory=dict)
    last_day1: date | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """Country, region and closing days for the calendar."""

    country: str
    region: str | None = None
    closing_days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Delay:
    """A cycle put off. shift all: every later cycle moves with it; this: only this one."""

    cycle: int
    days: int
    reason: str
    shift: Shift = "all"


@dataclass(frozen=True, slots=True)
class Hold:
    """One drug not given from a date on (inclusive) until a date (inclusive), None: until further notice.

    start_half, end_half  for tablets: the first and the last half day not taken; by themselves whole days. A hold that
                          starts with "pm" leaves the morning of its first date, one that ends with "am" the evening of
                          its last
    """

    drug: str
    start: date
    end: date | None
    reason: str
    start_half: Half = "am"
    end_half: Half = "pm"


@dataclass(frozen=True, slots=True)
class Event:
    """One adverse event as `advise` and the course history read it.

    term      CTCAE 5.0 term; grade: the highest it reached, 0: asked, not present
    resolved  the first day it was gone (grade 0-1), None: it goes on
    attributed_to  drugs, or other causes of assets/causes.toml, a person laid it to; empty: nobody has decided
    answers   what a person said about it, by the words of a rule's condition: painful, functional_impairment,
              lasts_to_next_cycle, needs_systemic_immunosuppression ("yes", "no"), pattern, certainty, steroid_mg_day
    """

    term: str
    grade: int
    date: Day
    resolved: Day | None = None
    attributed_to: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PastCycle:
    """An earlier cycle: what percent each drug was given at.

    dose_percent      drug -> percent of its start
    starting_percent  drug -> percent its start was lowered to for good; a drug not named: not known
    """

    cycle: int
    dose_percent: Mapping[str, Decimal] = field(default_factory=dict)
    day1: date | None = None
    starting_percent: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """Everything for one cycle order, after site and profile were laid under the case.

    options           option id -> choice id
    policy            the keys of the contract's `policy` object that the case itself gave (overrides), as read
    starting_percent  drug -> percent the start is lowered to for good
    dose_percent      drug -> percent of that start
    dose_level        drug -> level in the drug's own unit, in the place of a percent
    chosen_plan       drug -> index into the ordered tablet plans, where a person has chosen
    delays            those that still have to move this cycle or a later one; earlier ones are already in day1
    stopped           drug, or "all" for the whole treatment -> the date from which it is stopped for good
    medicine_ended    medicine -> the day it was last taken, where it is known (brivudine)
    left_out          keys of the case that were left out and fell back ("practice", "cycle")
    supportive        supportive care ordered with the cycle; None: not ordered with the program
    """

    regimen: str
    patient: Patient
    basis: Basis
    day1: date
    cycle: int = 1
    practice: str = "us"
    options: Mapping[str, str] = field(default_factory=dict)
    policy: Mapping[str, object] = field(default_factory=dict)
    site: Site | None = None
    labs: Mapping[str, Lab] = field(default_factory=dict)
    previous: Previous | None = None
    medicines: tuple[str, ...] = ()
    starting_percent: Mapping[str, Decimal] = field(default_factory=dict)
    dose_percent: Mapping[str, Decimal] = field(default_factory=dict)
    dose_level: Mapping[str, Decimal] = field(default_factory=dict)
    chosen_plan: Mapping[str, int] = field(default_factory=dict)
    delays: tuple[Delay, ...] = ()
    holds: tuple[Hold, ...] = ()
    stopped: Mapping[str, date] = field(default_factory=dict)
    revision: int = 1
    events: tuple[Event, ...] = ()
    history: tuple[PastCycle, ...] = ()
    liver_involvement: bool | None = None
    medicine_ended: Mapping[str, date] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    supportive: SupportiveOrder | None = None


def as_it_begins(case: Case) -> Case:
    """The case on the day its own cycle begins, its delays put into day 1: ages and weights count from there."""
    own = sum(delay.days for delay in case.delays if delay.cycle == case.cycle)
    later = tuple(delay for delay in case.delays if delay.cycle != case.cycle)
    return replace(case, day1=case.day1 + timedelta(days=own), delays=later)
