"""A site's own regimen files and practice profiles as the store answers them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

FileKind = Literal["regimen", "profile", "supportive"]
FileState = Literal["draft", "waiting", "approved", "withdrawn", "dropped"]


@dataclass(frozen=True, slots=True)
class FileApproval:
    """Who approved a file, when, and on what worked examples.

    withdrawn_*  "" and None while it is in force
    said         why it was approved again, "" the first time
    """

    id: UUID
    text_sha256: str
    by: str
    by_id: UUID
    role: str
    at: datetime
    engine_version: str
    examples: int
    withdrawn: bool
    withdrawn_why: str
    withdrawn_by: str = ""
    withdrawn_at: datetime | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """One own file, from its first copy to its withdrawal.

    version       of the row, for whoever saves it next
    file_id, file_version  as the text says them; "" where it cannot be read
    base_*        what it was copied from; base_text is that text in full
    authors       everybody who typed at it, none of whom can approve it
    asked_by      who asked for approval, "" nobody yet
    """

    id: UUID
    kind: FileKind
    version: int
    state: FileState
    file_id: str
    file_version: str
    base_id: str
    base_version: str
    base_sha256: str
    base_text: str
    text: str
    text_sha256: str
    authors: tuple[str, ...]
    author_ids: tuple[UUID, ...]
    changed_at: datetime
    changed_by: str
    asked_by: str
    approval: FileApproval | None


@dataclass(frozen=True, slots=True)
class TreatedOn:
    """An active course and the regimen and profile text it goes by.

    cycle  the last cycle signed or given, the first one where none is
    """

    patient_id: UUID
    course_id: UUID
    name: str
    identifier: str
    cycle: int
    regimen_id: str
    regimen_version: str
    regimen_sha256: str
    practice: str = ""
    profile_sha256: str = ""
