"""What is kept of courses handed over and taken over, as plain values without the texts of the files."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class HandoverKey:
    """A key on record. fingerprint: eight groups of five digits, to be read out on the telephone."""

    id: UUID
    origin: Literal["own", "trusted"]
    public_key: str
    holder: str
    fingerprint: str
    confirmed: str
    by: str
    at: datetime
    withdrawn: bool = False
    withdrawn_why: str = ""


@dataclass(frozen=True, slots=True)
class HandoverRecord:
    """A file on record, without its text. direction: given to, or taken from, `other`."""

    id: UUID
    direction: Literal["given", "taken"]
    patient_id: UUID
    course_id: UUID
    other: str
    note: str
    sha256: str
    by: str
    at: datetime
    withdrawn: bool = False
    withdrawn_why: str = ""
