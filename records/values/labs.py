"""Laboratory results taken over from messages, as plain values; nothing here knows SQL or HL7."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

ResultStatus = Literal["F", "C"]


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom results are about, as their sender says it.

    identifiers  numbers of the patient, at least one
    sex          "female", "male", or "" where the sender does not say
    """

    identifiers: tuple[str, ...]
    birth_date: date
    sex: str


@dataclass(frozen=True, slots=True)
class MessageId:
    """Which message it was. sha256: of the whole message, lines ended by CR; sent_at: as the sender wrote it."""

    control_id: str
    sender: str
    sent_at: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ImportedLab:
    """One value as it is to be stored.

    id        made from the patient, the message and the place in it: the same result is stored once
    taken_at  "2026-03-23T07:50"; "" where only the day is known
    corrects  the stored rows it takes the place of
    behind    a stored row of a later sample of the same day, which goes on counting; None: this one counts
    """

    id: UUID
    analyte: str
    value: Decimal
    unit: str
    lln: Decimal | None
    uln: Decimal | None
    on: date
    taken_at: str
    status: ResultStatus
    corrects: tuple[UUID, ...] = ()
    behind: UUID | None = None


@dataclass(frozen=True, slots=True)
class LabImportEntry:
    """What is stored of one file in one deed: all of it or nothing.

    patients  as each message names its patient; each is compared with the record once more before storing
    choices   code as reported -> the analyte a person chose for it
    """

    messages: tuple[MessageId, ...]
    patients: tuple[Identity, ...]
    labs: tuple[ImportedLab, ...]
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LabImportRecord:
    """A stored import. labs: ids of the values that came of it."""

    id: UUID
    patient_id: UUID
    messages: tuple[MessageId, ...]
    labs: tuple[UUID, ...]
    choices: Mapping[str, str]
    by: str
    at: datetime
