"""A course moved to another version of its files, and files whose approval was withdrawn, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CourseTexts:
    """The regimen file and practice profile some cycles of a course go by. practice: the profile's id."""

    regimen_id: str
    regimen_version: str
    regimen_sha256: str
    practice: str
    profile_sha256: str
    regimen_text: str
    profile_text: str


@dataclass(frozen=True, slots=True)
class CourseMove:
    """One move to another version, by a person. Cycles before `from_cycle` stay with `before`.

    orders  signed orders, not yet given, that fell away with it
    """

    id: UUID
    from_cycle: int
    before: CourseTexts
    after: CourseTexts
    orders: tuple[UUID, ...]
    reason: str
    by: str
    role: str
    at: datetime


@dataclass(frozen=True, slots=True)
class WithdrawnFile:
    """A file a course goes by whose approval was withdrawn and not given again."""

    kind: Literal["regimen", "profile"]
    file_id: str
    file_version: str
    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class MoveTarget:
    """A version a course can be moved to. shipped: one that came with the program."""

    kind: Literal["regimen", "profile"]
    file_id: str
    file_version: str
    sha256: str
    text: str
    shipped: bool


@dataclass(frozen=True, slots=True)
class MoveChoice:
    """What a course can be moved to now, and from which cycle.

    from_cycle  the first cycle that was not given; refused: why no move is possible now, "" it is
    falls_away  whether that cycle, or a later one, has a signed order that has to be signed again
    """

    from_cycle: int
    regimens: tuple[MoveTarget, ...]
    profiles: tuple[MoveTarget, ...]
    falls_away: tuple[int, ...]
    refused: str
