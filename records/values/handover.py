"""A running course as it is handed over to another hospital, and what is kept of that. Plain values; no SQL, no keys.

`Handover` is what is signed: its fields in this order of nesting are the format of the file, version `VERSION`. Numbers
are exact, dates ISO, moments UTC. What a field of an entry means stands where the entry is defined.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Final, Literal
from uuid import UUID

from records.course.disease import DiseaseAtStart
from records.values.administrations import AdministrationEntry
from records.values.core import EarlierCycle, PatientEntry, SiteSettings, Workspace
from records.values.handed_over import HandoverKey
from records.values.responses import LesionEntry, ScanEntry
from records.values.visits import AdverseEventEntry, ChecklistResult, DispensedEntry
from regimen.given import Half

VERSION: Final = 1
#: A long text made by a program (regimen, profile, summary): not looked through for what nobody would type.
Document = Annotated[str, "document"]
Line = Literal["store", "there", "differs", "refused"]
Trust = Literal["own", "trusted", "unknown", "withdrawn"]


@dataclass(frozen=True, slots=True)
class SizeSaid:
    """A height in cm or weight in kg. confirmed: what was said when it looked implausible."""

    kind: Literal["height_cm", "weight_kg"]
    value: Decimal
    on: date
    confirmed: str


@dataclass(frozen=True, slots=True)
class LabSaid:
    """A laboratory value that counts, as reported."""

    analyte: str
    value: Decimal
    unit: str
    lln: Decimal | None
    uln: Decimal | None
    on: date
    taken_at: str


@dataclass(frozen=True, slots=True)
class FilesSaid:
    """Which files the course went by from a cycle on."""

    from_cycle: int
    regimen_id: str
    regimen_version: str
    regimen_sha256: str
    practice: str
    profile_sha256: str


@dataclass(frozen=True, slots=True)
class CourseSaid:
    """The course with the files its next cycle goes by. Fields as `CourseEntry`; earlier: before the sender."""

    regimen_id: str
    regimen_version: str
    regimen_title: str
    regimen_sha256: str
    regimen_text: Document
    practice: str
    profile_sha256: str
    profile_text: Document
    files: tuple[FilesSaid, ...]
    options: Mapping[str, str]
    day1: date
    first_cycle: int
    planned_cycles: int
    first_dose: str
    starting_percent: Mapping[str, Decimal]
    earlier: tuple[EarlierCycle, ...]
    cumulative: Mapping[str, Decimal]
    earlier_toxicities: str
    intent: str
    disease: DiseaseAtStart


@dataclass(frozen=True, slots=True)
class EndedSaid:
    """The dose a cycle ended with, where tablets were begun again at a lower one within it."""

    percent: Decimal
    starting_percent: Decimal
    exact_mg: Decimal
    dose_mg: Decimal | None


@dataclass(frozen=True, slots=True)
class DoseSaid:
    """One drug of a signed order.

    days           cycle days; dose_mg: each administration, None while no tablets were chosen
    am, pm         tablets: strength in mg -> number
    given_mg       all of the cycle together: infusions as signed for at the chair, tablets as the patient was told;
                   None where nothing was given, or nobody knows
    """

    drug: str
    route: str
    days: tuple[int, ...]
    starting_percent: Decimal
    percent: Decimal
    level: Decimal | None
    exact_mg: Decimal
    dose_mg: Decimal | None
    given_mg: Decimal | None
    am: Mapping[Decimal, int]
    pm: Mapping[Decimal, int]
    held: bool
    ended: EndedSaid | None


@dataclass(frozen=True, slots=True)
class OrderSaid:
    """A signed order in force. weight, height: doses come from them; dosing_m2: after a cap; reasons: of its stops."""

    cycle: int
    day1: date
    state: Literal["signed", "given"]
    given_on: date | None
    weight_kg: Decimal
    height_cm: Decimal
    dosing_m2: Decimal
    doses: tuple[DoseSaid, ...]
    reasons: Mapping[str, str]
    signed_by: str
    signed_role: str
    signed_at: datetime
    check_code: str
    engine_version: str


@dataclass(frozen=True, slots=True)
class GivenSaid:
    """One infusion as it was signed for at the chair."""

    cycle: int
    ordered_mg: Decimal
    entry: AdministrationEntry
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DelaySaid:
    """A cycle put off, in force."""

    cycle: int
    days: int
    shift: Literal["all", "this"]
    reason_code: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HoldSaid:
    """One drug not given for a while, or stopped for good; in force."""

    drug: str
    start: date
    end: date | None
    start_half: Half
    end_half: Half
    stop: bool
    reason_code: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RestartSaid:
    """Tablets begun again at a lower dose within a cycle."""

    cycle: int
    drug: str
    on: date
    half: Half
    percent: Decimal | None
    level: Decimal | None
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EventSaid:
    """An adverse event that counts. number: as the sending hospital counts them; cycle, cycle_day: of its onset."""

    number: int
    entry: AdverseEventEntry
    cycle: int | None
    cycle_day: int | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DecisionSaid:
    """What was decided about one drug, in force. events: numbers of the adverse events it points to."""

    cycle: int
    drug: str
    taken: str
    starting_percent: Decimal | None
    percent: Decimal | None
    level: Decimal | None
    hold_from: date | None
    hold_until: date | None
    stop_from: date | None
    rules: tuple[str, ...]
    events: tuple[int, ...]
    reason: str
    by: str
    role: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReturnedSaid:
    """Tablets brought back at a visit: strength in mg -> number."""

    cycle: int
    on: date
    tablets: Mapping[Decimal, int]


@dataclass(frozen=True, slots=True)
class LesionSaid:
    """A lesion that is followed, under the id that scans name it by."""

    id: UUID
    entry: LesionEntry


@dataclass(frozen=True, slots=True)
class ScanSaid:
    """One complete reading of a scan, in force."""

    entry: ScanEntry
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AnswerSaid:
    """The answer that counts to one item of the checklist before the first cycle."""

    item: str
    title: str
    result: ChecklistResult
    value: str
    on: date
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class NextSaid:
    """Where the next order starts: what the sending hospital's own next order would start from.

    starting_percent, percent, level  drug -> as decided and as last given
    cumulative                        drug -> mg/m2 so far, everything before included
    last_day1                         day 1 of the cycle before; None before any
    """

    cycle: int
    day1: date
    starting_percent: Mapping[str, Decimal]
    percent: Mapping[str, Decimal]
    level: Mapping[str, Decimal]
    cumulative: Mapping[str, Decimal]
    last_day1: date | None


@dataclass(frozen=True, slots=True)
class Handover:
    """What is signed.

    id        of this file; other: for whom it is written; demo: from the demo clinic, of no real patient
    anchor    end of the sending records' trail, "SEQ:HASH"
    supportive  supportive items ordered with the last order, in words
    summary   the whole in words, as it can be printed
    """

    format: Literal["capox-handover"]
    version: int
    id: UUID
    program: str
    at: datetime
    by: str
    role: str
    site: str
    other: str
    note: str
    demo: bool
    anchor: str
    patient: PatientEntry
    sizes: tuple[SizeSaid, ...]
    labs: tuple[LabSaid, ...]
    course: CourseSaid
    orders: tuple[OrderSaid, ...]
    given: tuple[GivenSaid, ...]
    delays: tuple[DelaySaid, ...]
    holds: tuple[HoldSaid, ...]
    restarts: tuple[RestartSaid, ...]
    events: tuple[EventSaid, ...]
    decisions: tuple[DecisionSaid, ...]
    dispensed: tuple[DispensedEntry, ...]
    returned: tuple[ReturnedSaid, ...]
    lesions: tuple[LesionSaid, ...]
    scans: tuple[ScanSaid, ...]
    checklist: tuple[AnswerSaid, ...]
    supportive: tuple[str, ...]
    next: NextSaid
    summary: Document


@dataclass(frozen=True, slots=True)
class SignedText:
    """A signed content to the letter. public_key, signature: hexadecimal digits."""

    content: str
    public_key: str
    signature: str


@dataclass(frozen=True, slots=True)
class Moment:
    """What a handover is made from: one reading of the records. title: of the regimen; demo: the demo clinic."""

    space: Workspace
    settings: SiteSettings
    course_id: UUID
    demo: bool
    anchor: str
    at: datetime
    by: str
    role: str


@dataclass(frozen=True, slots=True)
class TakeChoice:
    """What a person chose on the preview.

    patient_id  the patient on record it is about; None: a new one is made
    day1        day 1 of the next cycle here
    keep_apart  the same name and birth date under other numbers is somebody else
    """

    patient_id: UUID | None
    day1: date
    keep_apart: bool = False


@dataclass(frozen=True, slots=True)
class SamePatient:
    """Somebody on record the file may be about. sure: a number and the birth date agree; differs: what does not."""

    id: UUID
    name: str
    birth_date: date
    identifiers: str
    sure: bool
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One thing of the file beside the records."""

    state: Line
    what: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class TakePreview:
    """What taking over would do.

    key       the key it is signed with, as far as it is known; trust: what that means
    same      patients on record it may be about; refused: sentences that stand in the way, whoever it is about
    draft     the regimen of the file is not known here; its text can be taken as a draft of an own one
    seen      of all that is shown: what is stored must still be the same
    """

    handover: Handover
    sha256: str
    fingerprint: str
    trust: Trust
    key: HandoverKey | None
    same: tuple[SamePatient, ...]
    choice: TakeChoice
    lines: tuple[PreviewLine, ...]
    refused: tuple[str, ...]
    draft: bool
    seen: str
