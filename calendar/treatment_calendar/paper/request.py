"""What a page is made from: plain frozen values, ready to be pickled to the worker process.

No Qt object, no row of the store and nothing lazy may stand in them. Every text may come from a keyboard:
the pages draw it as it is, never as markup.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from regimen.definition import Regimen, Severity
from regimen.given import Case
from regimen.order import Alert, CycleOrder, DrugDose
from regimen.practice import Profile
from treatment_calendar.course import Course, Moment, Moved

Paper = Literal["a4", "letter"]
Step = Literal["prescribed", "verified", "prepared", "administered"]
STEPS: tuple[Step, ...] = ("prescribed", "verified", "prepared", "administered")


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom the patient calls. An empty number prints as a line to write it on, never as nothing.

    day_hours  when the day number is answered, as the site says it ("Mon to Fri, 8:00 to 16:00"); may be empty
    """

    site_name: str
    day_phone: str
    night_phone: str
    day_hours: str = ""


@dataclass(frozen=True, slots=True)
class CalendarRequest:
    """The patient's calendar of one course.

    from_cycle      first cycle printed; earlier ones are left out
    planned_cycles  N of "cycle n of N"; None: the last cycle laid out
    order           the order of the decided cycle; None: dates only
    revision        1, 2, ...; replaces: the revision this one takes the place of, None for the first
    revision_id     the store's id of this revision, printed in the machine-readable code; no patient data
    changed         dates that differ from the revision it replaces
    printed_at      local time of the site, with its zone
    signed          False prints "not signed" on every page
    for_clinical_use  False prints "not for clinical use" on every page
    options         option id -> choice of the course; they decide which medicines to have at home are listed
    provisional     cycles that wait for the go-ahead of day 1: their pages say not to start yet
    visit_times     date -> time of the appointment as the site says it ("9:00"); dates not named print no time
    language        file name under assets/wording; profile decides the date style, paper the sheet
    stamp           stands in the footer of every page, in English: of a downtime pack, how old it is
    """

    course: Course
    regimen: Regimen
    profile: Profile
    order: CycleOrder | None
    patient_name: str
    identifiers: tuple[str, ...]
    birth_date: date
    contacts: Contacts
    printed_by: str
    printed_at: datetime
    language: str = "en"
    paper: Paper = "a4"
    large_print: bool = False
    from_cycle: int = 1
    planned_cycles: int | None = None
    revision: int = 1
    replaces: int | None = None
    revision_id: str = ""
    changed: tuple[Moved, ...] = ()
    signed: bool = False
    for_clinical_use: bool = False
    provisional: tuple[int, ...] = ()
    visit_times: tuple[tuple[date, str], ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class AlertWords:
    """One alert with the words of the catalogue. override: why a named person went on in spite of it, "" when open."""

    code: str
    severity: Severity
    title: str
    text: str
    source: str = ""
    override: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature as 21 CFR 11.50 wants it on paper: who, role, what it means, when (local time with zone).

    step  which of the lines of the sheet it stands on; "": the meaning alone says it
    """

    name: str
    role: str
    meaning: str
    at: datetime
    step: Step | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class TreatmentDayState:
    """Whether a treatment day has its go-ahead. by: who gave it, "" while it waits; way: person or telephone."""

    day: int
    for_day: date
    by: str = ""
    way: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class RestartShown:
    """A restart at a lower dose within the cycle: from which dose on, its tablets and proof, and who signed it.

    mornings, evenings  doses left; missed: not made up
    check_code  of its snapshot; alerts: with the reasons they were overridden with
    """

    dose: DrugDose
    start: Moment
    last: Moment
    mornings: int
    evenings: int
    missed: int
    reason: str
    signature: Signature
    check_code: str
    alerts: tuple[AlertWords, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffSheetRequest:
    """The staff sheet of one cycle.

    case       the case the order was computed from: basis with dates, allergies, medicines, holds, delays
    alerts     the words of every alert of order and course; `worded` makes them. An alert without words
               prints its code and values, it is never left out
    allergies_asked  the patient was asked: an empty list then reads "none known (asked)"
    go_aheads  the treatment days of the cycle; one without a go-ahead is printed as provisional
    signatures already given; to_sign: the steps an empty line is printed for
    not_released  what stands between the signed order and its release, a sentence each
    stamp      stands in the footer of every page: of a downtime pack, how old it is
    """

    course: Course
    regimen: Regimen
    profile: Profile
    order: CycleOrder
    case: Case
    alerts: tuple[AlertWords, ...]
    printed_by: str
    printed_at: datetime
    engine_version: str = ""
    site_name: str = ""
    paper: Paper = "a4"
    revision: int = 1
    replaces: int | None = None
    revision_id: str = ""
    signatures: tuple[Signature, ...] = ()
    signed: bool = False
    for_clinical_use: bool = False
    planned_cycles: int | None = None
    allergies_asked: bool = False
    reasons: tuple[tuple[str, str], ...] = ()
    restarts: tuple[RestartShown, ...] = ()
    go_aheads: tuple[TreatmentDayState, ...] = ()
    to_sign: tuple[Step, ...] = STEPS
    not_released: tuple[str, ...] = ()
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Doses:
    """How many tablets of one strength are taken from one date to another, both included."""

    first: date
    last: date
    morning: int
    evening: int


@dataclass(frozen=True, slots=True)
class LabelRequest:
    """The label of tablets handed out, one strength.

    doses     runs of dates with the same tablets, in their order; a date without tablets ends a run
    first, last  first and last half day this strength is taken in the cycle
    beside    other strengths of the drug taken in the same cycle, mg
    regimen   what the tablets were ordered by
    """

    regimen: Regimen
    profile: Profile
    patient_name: str
    identifiers: tuple[str, ...]
    birth_date: date
    drug: str
    strength_mg: Decimal
    tablets: int
    cycle: int
    doses: tuple[Doses, ...]
    first: Moment
    last: Moment
    contacts: Contacts
    dispensed_by: str
    dispensed_on: date
    beside: tuple[Decimal, ...] = ()
    batch: str = ""
    expiry: date | None = None
    language: str = "en"
    for_clinical_use: bool = False


PageRequest = CalendarRequest | StaffSheetRequest | LabelRequest


def worded(alerts: tuple[Alert, ...], overridden: Callable[[Alert], str] = lambda _alert: "") -> tuple[AlertWords, ...]:
    """The catalogue's words for alerts, in their order. overridden: the reason an alert was overridden with, or ""."""
    from regimen.alerts import words  # only whoever fills a request needs the catalogue, not the worker that draws it

    return tuple(
        AlertWords(alert.code, alert.severity, *words(alert), source=alert.source, override=overridden(alert))
        for alert in alerts
    )
