"""What the store keeps, as plain values. They cross threads freely; nothing here knows SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from records.course.disease import NOTHING_SAID, DiseaseAtStart
from records.values.administrations import AdministrationRecord
from records.values.handed_over import HandoverRecord
from records.values.labs import LabImportRecord
from records.values.moves import CourseMove, WithdrawnFile
from records.values.patient_line import PatientLine as PatientLine
from records.values.responses import FollowUpRecord, LesionRecord, ScanRecord
from records.values.restarts import RestartRecord
from records.values.signatures import SignatureRecord
from records.values.supportive import NO_SET, SiteSupportive
from records.values.visits import AdverseEventRecord, ChecklistAnswer, Decision, Dispensed, GoAhead, VisitRecord
from regimen.given import Half

Role = Literal["nurse", "pharmacist", "prescriber", "administrator"]
OrderState = Literal["draft", "signed", "given", "replaced"]
DpydStatus = Literal["done", "pending", "not_tested"]


@dataclass(frozen=True, slots=True)
class Person:
    """Who did something. Named, not yet authenticated."""

    id: UUID
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class PatientEntry:
    """A patient as entered.

    identifiers  at least one, two expected: (kind, value) such as ("MRN", "0042-118")
    medicines    names as typed
    reactions    earlier reactions to a drug, as typed ("oxaliplatin: flushing, 2024")
    dpyd_score   0, 0.5, 1, 1.5, 2 or None
    ecog         0 to 4 or None
    """

    name: str
    identifiers: tuple[tuple[str, str], ...]
    birth_date: date
    sex: Literal["female", "male"]
    allergies: tuple[str, ...] = ()
    allergies_asked: bool = False
    reactions: tuple[str, ...] = ()
    medicines: tuple[str, ...] = ()
    dpyd_status: DpydStatus = "not_tested"
    dpyd_score: Decimal | None = None
    dpyd_variants: tuple[str, str] | None = None
    dpyd_date: date | None = None
    dpyd_reason: str = ""
    ecog: int | None = None
    interpreter: str = ""
    language: str = "en"
    carer_contact: str = ""
    drainage: str = ""
    liver_involvement: bool | None = None
    diagnosis_site: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PatientRecord:
    """A stored patient. version counts changes; a save against an older version is refused."""

    id: UUID
    version: int
    entry: PatientEntry
    created_at: datetime
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """A dated measurement. kind height_cm, weight_kg; value exact."""

    id: UUID
    patient_id: UUID
    kind: Literal["height_cm", "weight_kg"]
    value: Decimal
    on: date
    by: str
    confirmed: str = ""


@dataclass(frozen=True, slots=True)
class LabResult:
    """A dated laboratory value in the unit reported; analyte from assets/analytes.toml.

    taken_at, status  of a value taken from a message: when the sample was taken ("2026-03-23T07:50", or "") and
                      whether it was final (F) or a correction (C); both "" for a value typed by hand
    """

    id: UUID
    patient_id: UUID
    analyte: str
    value: Decimal
    unit: str
    lln: Decimal | None
    uln: Decimal | None
    on: date
    by: str
    taken_at: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class EarlierCycle:
    """A cycle given elsewhere before the course was taken over.

    The rest is known of a course taken over as a signed file:
    starting_percent  drug -> percent the start was lowered to for good
    ordered_mg        drug -> dose of the order; exact_mg: the exact dose it came from
    weight_kg, height_cm  what its doses were computed on
    """

    cycle: int
    day1: date | None
    dose_percent: Mapping[str, Decimal]
    doses_mg: Mapping[str, Decimal]
    starting_percent: Mapping[str, Decimal] = field(default_factory=dict)
    ordered_mg: Mapping[str, Decimal] = field(default_factory=dict)
    exact_mg: Mapping[str, Decimal] = field(default_factory=dict)
    weight_kg: Decimal | None = None
    height_cm: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CourseEntry:
    """A course as begun.

    regimen_id, regimen_version, regimen_sha256  the file it goes by; its text is kept beside
    practice        practice profile id
    options         option id -> choice id
    day1            day 1 of the first cycle given here
    first_cycle     1, or more for a course taken over from elsewhere
    planned_cycles  cycles laid out
    first_dose      morning, evening, next_morning
    starting_percent  drug -> percent the start is lowered to for good
    earlier         cycles given elsewhere; earlier_toxicities: free words
    cumulative      drug -> total given elsewhere, in the drug's unit
    disease         line of treatment, extent, metastases and surgery when it began
    """

    regimen_id: str
    regimen_version: str
    regimen_sha256: str
    practice: str
    options: Mapping[str, str]
    day1: date
    planned_cycles: int
    first_dose: str
    first_cycle: int = 1
    starting_percent: Mapping[str, Decimal] = field(default_factory=dict)
    earlier: tuple[EarlierCycle, ...] = ()
    cumulative: Mapping[str, Decimal] = field(default_factory=dict)
    earlier_toxicities: str = ""
    intent: str = ""
    disease: DiseaseAtStart = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class CourseRecord:
    """A stored course. status: active, completed, stopped.

    entry, *_text  with the files it goes by now; `records.course.versions.course_at` answers those of one cycle
    moves          to other versions of its files, the first one first
    withdrawn      files it goes by whose approval was withdrawn: nothing new is signed
    """

    id: UUID
    patient_id: UUID
    version: int
    entry: CourseEntry
    status: Literal["active", "completed", "stopped"]
    regimen_text: str
    profile_text: str
    profile_sha256: str = ""
    moves: tuple[CourseMove, ...] = ()
    withdrawn: tuple[WithdrawnFile, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderRecord:
    """One cycle order as a full snapshot.

    case_json    the case as `regimen.case.write_case` writes it; answer_json as `regimen.answer.as_json`
    texts        of a draft: field name -> exactly what was typed, valid or not
    overrides    alert code (with drug) -> reason, by a named person
    check_code   short code of the content, printed and shown
    given_on     the date it was given; given_at: when that was recorded
    decision_ids the decisions about drugs that it starts from
    """

    id: UUID
    course_id: UUID
    cycle: int
    revision: int
    version: int
    state: OrderState
    day1: date
    case_json: str
    answer_json: str
    regimen_text: str
    profile_text: str
    regimen_sha256: str
    profile_sha256: str
    engine_version: str
    texts: Mapping[str, str]
    overrides: Mapping[str, str]
    created_by: str
    created_at: datetime
    signed_by: str
    signed_role: str
    signed_at: datetime | None
    given_at: datetime | None
    given_on: date | None = None
    check_code: str = ""
    decision_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class DelayRecord:
    """A delay of one cycle, with coded reason and free words. withdrawn: no longer in force (never deleted)."""

    id: UUID
    course_id: UUID
    cycle: int
    days: int
    shift: Literal["all", "this"]
    reason_code: str
    reason_text: str
    by: str
    at: datetime
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class HoldRecord:
    """A hold of one drug, or its stop for good (`stop`). The halves: first and last half day of tablets not taken."""

    id: UUID
    course_id: UUID
    drug: str
    start: date
    end: date | None
    stop: bool
    reason_code: str
    reason_text: str
    by: str
    at: datetime
    withdrawn: bool = False
    start_half: Half = "am"
    end_half: Half = "pm"


@dataclass(frozen=True, slots=True)
class PrintRecord:
    """One printed revision of a course's calendar. valid False: replaced, may not be printed again."""

    id: UUID
    course_id: UUID
    cycle: int
    revision: int
    language: str
    paper: str
    large_print: bool
    check_code: str
    sha256: str
    order_id: UUID | None
    course_json: str
    by: str
    at: datetime
    valid: bool


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One audit entry in words: what was done to what, by whom, when, old and new."""

    seq: int
    at: datetime
    by: str
    role: str
    action: str
    subject: str
    old: str
    new: str
    why: str


@dataclass(frozen=True, slots=True)
class Workspace:
    """Everything the pages of one patient need, read in one transaction.

    labs  those that count: a value another one took the place of stays on record and in the history
    supportive  the site's set of supportive care in use
    """

    patient: PatientRecord
    measurements: tuple[Measurement, ...]
    labs: tuple[LabResult, ...]
    courses: tuple[CourseRecord, ...]
    orders: tuple[OrderRecord, ...]
    delays: tuple[DelayRecord, ...]
    holds: tuple[HoldRecord, ...]
    prints: tuple[PrintRecord, ...]
    visits: tuple[VisitRecord, ...] = ()
    events: tuple[AdverseEventRecord, ...] = ()
    checklist: tuple[ChecklistAnswer, ...] = ()
    go_aheads: tuple[GoAhead, ...] = ()
    decisions: tuple[Decision, ...] = ()
    dispensed: tuple[Dispensed, ...] = ()
    restarts: tuple[RestartRecord, ...] = ()
    lab_imports: tuple[LabImportRecord, ...] = ()
    signatures: tuple[SignatureRecord, ...] = ()
    administrations: tuple[AdministrationRecord, ...] = ()
    lesions: tuple[LesionRecord, ...] = ()
    scans: tuple[ScanRecord, ...] = ()
    follow_up: tuple[FollowUpRecord, ...] = ()
    handovers: tuple[HandoverRecord, ...] = ()
    supportive: SiteSupportive = NO_SET


@dataclass(frozen=True, slots=True)
class WorklistLine:
    """One patient of the day.

    due      what is due: "cycle 2 day 1", "blood test", "cycle 1 not signed" ...
    missing  what is missing, in words: "weight older than 7 days", "order not signed"
    """

    patient_id: UUID
    course_id: UUID
    name: str
    identifiers: str
    regimen: str
    cycle: int
    cycle_day: int
    on: date
    due: tuple[str, ...]
    missing: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The site's own choices over the practice profile; kept in the store, every change audited.

    policy   dotted-free policy keys as in the contract's `policy` object, as JSON-able values
    first_dose None until the set-up has asked
    practice  id of the practice profile; profile_sha256, profile_text  of an own one, "" for one that ships
    lock_minutes  minutes without a key or a move of the mouse until the screen locks, 1 to 60
    ctcae_shown  the version of the CTCAE grades are shown by; rules run on 5.0 whatever it says
    chair_minutes, test_minutes, travel_minutes  the site's own day for comparing regimens: around an infusion, at
                 a blood test, there and back; 0 to 1440, 0 where nothing was said
    chairs          treatment chairs of the site, 0 where nothing was said; opening_minute: minutes after midnight
                    at which the first infusion can begin, None where nothing was said. For a proposed order of the day
    vials_shared    what is left of a vial may be used for the next patient of the day; off unless the site says so
    downtime_folder where a downtime pack is written every day while the program runs, "" nowhere
    """

    site_name: str = ""
    country: str = ""
    region: str | None = None
    practice: str = ""
    first_dose: str | None = None
    day_phone: str = ""
    night_phone: str = ""
    language: str = "en"
    paper: str = "a4"
    closing_days: tuple[date, ...] = ()
    policy: Mapping[str, object] = field(default_factory=dict)
    person_id: UUID | None = None
    theme: Literal["system", "light", "dark", "contrast_light", "contrast_dark"] = "system"
    text_scale: int = 100
    demo: bool = False
    set_up: bool = False
    lock_minutes: int = 10
    ctcae_shown: Literal["5.0", "6.0"] = "5.0"
    chair_minutes: int = 0
    test_minutes: int = 0
    travel_minutes: int = 0
    chairs: int = 0
    opening_minute: int | None = None
    vials_shared: bool = False
    downtime_folder: str = ""
    profile_sha256: str = ""
    profile_text: str = ""


@dataclass(frozen=True, slots=True)
class AuditCheck:
    """How the audit trail stands: the newest entry's number and hash (the anchor), and what is wrong, in words."""

    last_seq: int
    last_hash: str
    findings: tuple[str, ...]
