"""What is kept of visits: adverse events, answers, decisions and tablets, as plain values. Nothing here knows SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

Immune = Literal["", "yes", "no", "unsure"]
Criterion = Literal["death", "life_threatening", "admission", "disability", "birth_defect", "important"]
ChecklistResult = Literal["done", "not_done", "not_applicable", "taken_over"]
Taken = Literal["accept", "change", "decline"]
Part = Literal["morning", "evening"]

#: Seriousness criteria (ICH E2A): what each key of `criteria` means on the screen.
CRITERIA: Mapping[Criterion, str] = {
    "death": "death",
    "life_threatening": "immediate danger to life at that moment",
    "admission": "admission to hospital or a longer stay",
    "disability": "lasting or marked disability",
    "birth_defect": "birth defect",
    "important": "other event judged medically important",
}
#: NCI attribution, five levels; 3 to 5 count as related.
ATTRIBUTIONS: Mapping[int, str] = {1: "unrelated", 2: "unlikely", 3: "possible", 4: "probable", 5: "definite"}
#: Suspects beside the drugs of the course, keys of `attribution`.
NOT_A_DRUG = ("disease", "other")
#: Action taken with a drug: CDISC code list C66767.
ACTIONS_TAKEN = (
    "DOSE NOT CHANGED", "DOSE REDUCED", "DOSE RATE REDUCED", "DRUG INTERRUPTED", "DRUG WITHDRAWN", "DOSE INCREASED",
    "NOT APPLICABLE", "UNKNOWN",
)  # fmt: skip
#: Outcome: CDISC code list C66768.
OUTCOMES = (
    "RECOVERED/RESOLVED", "RECOVERED/RESOLVED WITH SEQUELAE", "RECOVERING/RESOLVING", "NOT RECOVERED/NOT RESOLVED",
    "FATAL", "UNKNOWN",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GradeOn:
    """A grade from a day on. The segments of an event are only ever added to.

    grade     1 to 5
    by        who said so; the store writes the person of the deed
    evidence  where a number gave the grade: value, unit, limits and the baseline used, in words
    """

    grade: int
    on: date
    by: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Steroid:
    """A course of steroid for an event; peak as mg/kg prednisone-equivalent a day."""

    start: date | None = None
    peak_mg_kg: Decimal | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class AdverseEventEntry:
    """One adverse event: an episode of one term, with its grades.

    term, code, soc, ctcae_version  the CTCAE term as picked, its LLT code, its class, the version graded by
    specify         the words of an "Other, specify" term
    reported_words  what the patient or nurse said
    start, end      2026, 2026-03 or 2026-03-14; end "" while ongoing (or not known)
    before_infusion on the day of an infusion: True before it began, False after, None not asked
    grades          oldest first; at least one
    location        side or place, where it matters (eye)
    serious         None: not yet said
    attribution     drug, "disease" or "other" -> 1 to 5 (`ATTRIBUTIONS`)
    actions         drug -> one of ACTIONS_TAKEN
    outcome         one of OUTCOMES, or ""
    treated         True or False where it was asked
    other_action    tests, referral, admission, in words
    cause           what caused it, where two treatments could have: drug, "disease" or "other"; "" while nobody said
    cause_named_by  who named the cause; the store writes the person of the deed
    elsewhere       happened before the course was taken over from another hospital
    answers         what a person said when a rule asked: word of the question (`regimen.advice.questions`) -> answer
    """

    term: str
    start: str
    grades: tuple[GradeOn, ...]
    code: str = ""
    soc: str = ""
    ctcae_version: str = "5.0"
    specify: str = ""
    reported_words: str = ""
    end: str = ""
    ongoing: bool = True
    before_infusion: bool | None = None
    present_at_baseline: bool | None = None
    baseline_grade: int | None = None
    location: str = ""
    serious: bool | None = None
    criteria: tuple[Criterion, ...] = ()
    attribution: Mapping[str, int] = field(default_factory=dict)
    immune: Immune = ""
    actions: Mapping[str, str] = field(default_factory=dict)
    outcome: str = ""
    treated: bool | None = None
    treatment: str = ""
    steroid: Steroid | None = None
    other_action: str = ""
    dose_limiting: bool | None = None
    expected: bool | None = None
    reported_on: date | None = None
    cause: str = ""
    cause_named_by: str = ""
    elsewhere: bool = False
    note: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def grade(self) -> int:
        """The grade last said."""
        return self.grades[-1].grade

    @property
    def highest_grade(self) -> int:
        """The highest grade so far."""
        return max(segment.grade for segment in self.grades)


@dataclass(frozen=True, slots=True)
class AdverseEventRecord:
    """A stored adverse event.

    number     counts the events of a patient from 1; never used again
    cycle, cycle_day  of the onset, derived when it was saved; None before the first cycle or where the day is not known
    withdrawn  entered by mistake; stays on record
    """

    id: UUID
    patient_id: UUID
    course_id: UUID
    version: int
    number: int
    entry: AdverseEventEntry
    cycle: int | None
    cycle_day: int | None
    by: str
    at: datetime
    changed_by: str
    changed_at: datetime
    withdrawn: bool = False
    withdrawn_why: str = ""


@dataclass(frozen=True, slots=True)
class DosesTold:
    """What the patient was told about the tablets of the cycle.

    last_day, last_part  the last dose to be taken (cycle day 9, morning); None: to the end, but for holds and stops
    omitted              doses before that which were to be left out
    words                the instruction as it was given, and what the patient says about what came back
    """

    last_day: int | None = None
    last_part: Part = "evening"
    omitted: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class VisitEntry:
    """A visit, complete or half-done; None is "not taken", an empty text "nothing said".

    cycle, cycle_day   derived by the store from the day, anew when the cycle moves; what is passed is not looked at
    any_event          False: asked, and there is no adverse event; None: not said
    asked_not_present  CTCAE terms that were asked for and are not there
    events_said        adverse event id -> grade said of it on this day, 0: gone; one that stands as it was is said too
    patient_reported   symptom -> 0 to 4 as the patient scored it; never a CTCAE grade
    new_medicines      names; on completion they join the patient's list
    tablets_returned   strength in mg -> tablets brought back; strengths that were asked for and are none stand as 0
    tablets_cycle      the cycle the tablets belong to; None: the cycle before this one on day 1, else this one
    doses_told         what the patient had been told about that cycle
    weight_confirmed   what was typed when the weight looked implausible
    texts              field name -> exactly what was typed and could not be read; a visit is complete without any
    """

    on: date
    cycle: int | None = None
    cycle_day: int | None = None
    temperature_c: Decimal | None = None
    pulse_per_min: int | None = None
    systolic_mmhg: int | None = None
    diastolic_mmhg: int | None = None
    spo2_percent: int | None = None
    weight_kg: Decimal | None = None
    weight_confirmed: str = ""
    ecog: int | None = None
    any_event: bool | None = None
    asked_not_present: tuple[str, ...] = ()
    patient_reported: Mapping[str, int] = field(default_factory=dict)
    new_medicines: tuple[str, ...] = ()
    tablets_returned: Mapping[Decimal, int] = field(default_factory=dict)
    tablets_cycle: int | None = None
    doses_told: DosesTold | None = None
    note: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    events_said: Mapping[UUID, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VisitRecord:
    """A stored visit. complete False: half-done, kept as typed."""

    id: UUID
    patient_id: UUID
    course_id: UUID
    version: int
    entry: VisitEntry
    complete: bool
    by: str
    at: datetime
    changed_by: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class ChecklistAnswer:
    """One answer to one item of the checklist before a cycle; the newest of an item counts, earlier ones stay.

    result  done; or not_done, not_applicable, taken_over (settled at the earlier hospital): these need a reason
    value   the finding in words ("negative", "412 ms")
    on      the day of the test or talk
    """

    id: UUID
    course_id: UUID
    cycle: int
    item: str
    result: ChecklistResult
    value: str
    on: date
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class GoAhead:
    """The go-ahead for one treatment day; until there is one for that very date the cycle is provisional.

    for_day  the date it was given for: a cycle moved afterwards needs another
    """

    id: UUID
    course_id: UUID
    cycle: int
    cycle_day: int
    for_day: date
    on: date
    way: Literal["person", "telephone"]
    note: str
    by: str
    at: datetime
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """What a person decides about one drug.

    cycle             the next order that starts from it
    proposal_json     what the rules proposed, as shown; "" where nobody proposed anything
    rule_ids, event_ids  the rules that fired and the adverse events they point to
    taken             accept, change or decline (the last two need a reason)
    starting_percent  the start lowered to for good; percent: of that start; level: in the drug's own unit, in the place
                      of a percent; None: as it was
    hold_from, hold_until  a hold with it; until None: until further notice
    stop_from         stopped for good from this day
    """

    cycle: int
    drug: str
    taken: Taken
    proposal_json: str = ""
    rule_ids: tuple[str, ...] = ()
    event_ids: tuple[UUID, ...] = ()
    starting_percent: Decimal | None = None
    percent: Decimal | None = None
    level: Decimal | None = None
    hold_from: date | None = None
    hold_until: date | None = None
    stop_from: date | None = None
    reason_code: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A stored decision. hold_id: the hold or stop that was written with it; withdrawn: no longer in force."""

    id: UUID
    course_id: UUID
    entry: DecisionEntry
    hold_id: UUID | None
    by: str
    role: str
    at: datetime
    withdrawn: bool = False
    withdrawn_why: str = ""


@dataclass(frozen=True, slots=True)
class DispensedEntry:
    """Tablets of one strength handed out for one cycle.

    packs     whole packs among them, 0 for loose tablets
    leftover  tablets the patient brought back and gets again: a pharmacist's decision, with batch, expiry and reason
    """

    cycle: int
    drug: str
    strength_mg: Decimal
    tablets: int
    on: date
    packs: int = 0
    batch: str = ""
    expiry: date | None = None
    leftover: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Dispensed:
    """Stored tablets handed out."""

    id: UUID
    course_id: UUID
    entry: DispensedEntry
    by: str
    at: datetime
    withdrawn: bool = False
    withdrawn_why: str = ""
