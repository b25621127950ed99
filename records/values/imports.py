"""What is taken over from files, as plain values; nothing here knows SQL, CSV or FHIR."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

Form = Literal["csv", "xlsx", "fhir"]
State = Literal["store", "there", "refused"]
SizeKind = Literal["height_cm", "weight_kg"]


@dataclass(frozen=True, slots=True)
class SaidPatient:
    """Whom a row is about, as the file says it.

    numbers  at least one (kind, number); compared without kind, case and spaces around
    name     "" where the file does not say it; then nobody can be added
    sex      "female", "male", or "" where the file does not say it
    """

    numbers: tuple[tuple[str, str], ...]
    birth_date: date
    name: str = ""
    sex: Literal["female", "male", ""] = ""
    diagnosis_site: str = ""
    ecog: int | None = None
    allergies: tuple[str, ...] = ()
    allergies_asked: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class SaidSize:
    """A height in cm or a weight in kg of one day."""

    kind: SizeKind
    value: Decimal
    on: date


@dataclass(frozen=True, slots=True)
class SaidLab:
    """A laboratory value. taken_at: "2026-03-23T07:50", "" where only the day is known."""

    analyte: str
    value: Decimal
    unit: str
    lln: Decimal | None
    uln: Decimal | None
    on: date
    taken_at: str = ""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of a table, or one resource of a bundle, as read; nothing of it is compared with the records yet.

    place  line of the file, or number of the resource, from 1
    title  what it is about, for the eye
    who    None only where `wrong` says why nothing of it can be stored
    notes  what to know before storing it
    cells  the texts of the file, for whoever puts right what was refused
    """

    place: int
    title: str
    who: SaidPatient | None = None
    sizes: tuple[SaidSize, ...] = ()
    labs: tuple[SaidLab, ...] = ()
    wrong: str = ""
    notes: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownPatient:
    """Somebody on record. numbers: as they are compared."""

    id: UUID
    numbers: frozenset[str]
    name: str
    birth_date: date
    sex: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is on record of those a file may be about.

    sizes  (patient, kind, day) -> the value that counts
    labs   (patient, analyte, day) -> value and unit that count
    ids    ids of patients that an earlier import of the same rows would have made
    """

    patients: tuple[KnownPatient, ...] = ()
    sizes: Mapping[tuple[UUID, str, date], Decimal] = field(default_factory=dict)
    labs: Mapping[tuple[UUID, str, date], tuple[Decimal, str]] = field(default_factory=dict)
    ids: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row beside what is on record.

    said        what will be stored or is there, in words; why: one sentence where it is refused
    patient_id  of the patient on record, or the one that will be made
    new         the patient is made by this row
    sizes, labs  what this row stores; what is there already is left out
    """

    read: ReadRow
    state: State
    said: str = ""
    why: str = ""
    notes: tuple[str, ...] = ()
    patient_id: UUID | None = None
    new: bool = False
    sizes: tuple[SaidSize, ...] = ()
    labs: tuple[SaidLab, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """What is stored of one file in one deed: all of it or nothing.

    rows     those the preview would store
    choices  heading -> what it was taken for, and how dates and numbers were read
    """

    form: Form
    sha256: str
    rows: tuple[ReadRow, ...]
    there: int = 0
    refused: int = 0
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """A stored import. patients: made by it; values: heights, weights and laboratory values."""

    id: UUID
    form: Form
    sha256: str
    patients: int
    values: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CohortEntry:
    """A cohort of the command `outcomes`, to be kept.

    title  as a person calls it; text: the table as CSV with the columns of `outcomes`; events: the same, "" none
    sha256  of the file it was taken from
    """

    title: str
    text: str
    patients: int
    sha256: str
    events: str = ""


@dataclass(frozen=True, slots=True)
class CohortRecord:
    """A kept cohort without its text. dropped: no longer offered; it stays on record."""

    id: UUID
    version: int
    title: str
    patients: int
    sha256: str
    by: str
    at: datetime
    dropped: bool = False
