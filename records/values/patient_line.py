"""One line of the patients list. In a file of its own, and a named tuple, because the first screen waits for it."""

from datetime import date
from typing import NamedTuple
from uuid import UUID


class PatientLine(NamedTuple):
    """One line of the patients list or a search result."""

    id: UUID
    name: str
    identifiers: str
    birth_date: date
    sex: str
    course: str
    next_date: date | None
