"""What a treatment summary is made from: plain frozen values, ready to be pickled to the worker process.

Every text may come from a keyboard; mg, mg/m2 and percent are exact and rounded on the page only.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from treatment_calendar.paper.request import AlertWords, Paper

#: chair: every infusion signed for; partly: some; order: none, as signed; counted, told: tablets; none: not given.
Origin = Literal["chair", "partly", "order", "counted", "told", "elsewhere", "none"]
ChangeKind = Literal["dose", "restart", "delay", "hold", "stop"]


@dataclass(frozen=True, slots=True)
class FileUsed:
    """A version of the regimen and practice files, from a cycle on."""

    from_cycle: int
    title: str
    id: str
    version: str
    sha256: str
    practice: str
    practice_sha256: str


@dataclass(frozen=True, slots=True)
class DoseGiven:
    """One drug over one cycle.

    mg       all of the cycle together; None where nobody wrote it down
    ordered_mg  where another amount was ordered than was given; None where it is the same
    percent  of the regimen's level, as ordered; taken_percent: of the tablets planned, where somebody counted
    reason   why nothing or another dose was given at the chair
    """

    drug: str
    origin: Origin
    mg: Decimal | None
    percent: Decimal | None = None
    taken_percent: Decimal | None = None
    reason: str = ""
    ordered_mg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class EventPointed:
    """An adverse event a change points to. start: as known (2026, 2026-03, 2026-03-14)."""

    term: str
    worst: int
    start: str


@dataclass(frozen=True, slots=True)
class CycleGiven:
    """A cycle that was given. day1: None where an earlier hospital's is not known."""

    cycle: int
    day1: date | None
    doses: tuple[DoseGiven, ...]
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A reduction, delay, hold, stop or restart in force.

    cycle    0 where a date says it; on, until: first and last day of a hold; until None: until further notice
    percent  of the regimen's level; days: of a delay; before: the percent before it, None for the first cycle
    why      in words, "" where nobody said; events: what it points to
    """

    kind: ChangeKind
    drug: str
    cycle: int
    on: date | None
    until: date | None = None
    percent: Decimal | None = None
    before: Decimal | None = None
    level: Decimal | None = None
    days: int = 0
    why: str = ""
    events: tuple[EventPointed, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True)
class Toxicity:
    """One adverse event. start, end: as known (2026, 2026-03, 2026-03-14)."""

    term: str
    worst: int
    worst_on: date
    now: int
    start: str
    end: str
    ongoing: bool
    outcome: str
    laid_to: tuple[str, ...]
    immune: bool
    serious: bool
    elsewhere: bool
    treatment: str


@dataclass(frozen=True, slots=True)
class ScanJudged:
    """A scan after the baseline."""

    on: date
    overall: str
    sum_mm: Decimal | None
    change_percent: Decimal | None
    counts: bool


@dataclass(frozen=True, slots=True)
class ResponseShown:
    """The best response by RECIST 1.1 and what it rests on. broken: rules of the baseline not kept.

    unconfirmed  the best without confirmation, "" where it is the same
    """

    baseline: date
    best: str
    confirmed: bool
    first_seen: date | None
    progression: date | None
    note: str
    broken: int
    unconfirmed: str
    scans: tuple[ScanJudged, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """Total and dose intensity of a drug.

    per_m2  given so far in mg/m2, elsewhere included; None where totals mean nothing for the drug
    elsewhere  of it; unknown_before: cycles elsewhere whose dose nobody recorded; other_courses: not in the total
    relative_percent, dose_percent  dose intensity and dose against the plan, None before a cycle was given
    assumed  cycles of tablets nobody counted
    """

    drug: str
    per_m2: Decimal | None
    elsewhere: Decimal | None
    unknown_before: bool
    other_courses: Decimal
    relative_percent: Decimal | None
    dose_percent: Decimal | None
    cycles: int
    planned_days: int
    days: int
    assumed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """What comes next. ended: how the course ended, in words, "" while it goes on; cycle 0: nothing is planned."""

    cycle: int
    planned_cycles: int
    day1: date | None
    signed: bool
    provisional: bool
    on_hold: tuple[str, ...]
    ended: str
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Inhibitor:
    """A checkpoint inhibitor that was given. first, last: days; None where only an earlier hospital knows."""

    drug: str
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class OtherCourse:
    """Another course of the patient here, of which the summary says nothing more."""

    title: str
    day1: date
    status: str


@dataclass(frozen=True, slots=True)
class TreatmentSummaryRequest:
    """The treatment summary of one course for the next doctor.

    not_for_use  what keeps it from clinical use, a sentence each; words here print so on every page
    anchor_*     the end of the audit trail when the records were read
    supportive   of the last order: where (clinic, home, left_out) and words; supportive_cycle: its cycle
    """

    patient_name: str
    identifiers: tuple[str, ...]
    birth_date: date
    sex: str
    allergies: tuple[str, ...]
    allergies_asked: bool
    reactions: tuple[str, ...]
    medicines: tuple[str, ...]
    diagnosis: tuple[tuple[str, str], ...]
    files: tuple[FileUsed, ...]
    options: tuple[str, ...]
    cycles: tuple[CycleGiven, ...]
    changes: tuple[Change, ...]
    earlier_toxicities: str
    toxicities: tuple[Toxicity, ...]
    response: ResponseShown | None
    judged_progression: date | None
    totals: tuple[Total, ...]
    planned: Planned
    inhibitors: tuple[Inhibitor, ...]
    dpyd: str
    alerts_cycle: int
    alerts: tuple[AlertWords, ...]
    course_id: str
    site_name: str
    phones: tuple[str, ...]
    written_by: str
    written_role: str
    written_at: datetime
    anchor_seq: int
    anchor_hash: str
    anchor_short: str
    not_for_use: tuple[str, ...]
    paper: Paper = "a4"
    date_style: Literal["mdy", "dmy", "ymd"] = "ymd"
    number_style: Literal["comma", "thin_space"] = "comma"
    other_courses: tuple[OtherCourse, ...] = ()
    supportive: tuple[tuple[str, str], ...] = ()
    supportive_cycle: int = 0
