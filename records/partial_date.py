"""Dates of which only the year or the month is known: "2026", "2026-03", "2026-03-14"."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from records.errors import RecordError

SHAPE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)


def read_partial(text: str, field: str) -> str:
    """The text, if it names a day, month or year from 1900 to 2199. Raises RecordError."""
    try:
        first = earliest(text)
    except ValueError:
        raise RecordError(f"{field} is not a date; write 2026-03-14, 2026-03 or 2026.", field) from None
    if not 1900 <= first.year <= 2199:
        raise RecordError(f"{field} is {text}; the store keeps dates from 1900 to 2199.", field)
    return text


def earliest(text: str) -> date:
    """The first day it can mean. Raises ValueError where it is no date."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def latest(text: str) -> date:
    """The last day it can mean. Raises ValueError where it is no date."""
    year, month, day = _parts(text)
    last = month or 12
    return date(year, last, day or monthrange(year, last)[1])


def whole(text: str) -> date | None:
    """The day, where all of it is known."""
    return earliest(text) if len(text) == 10 else None


def _parts(text: str) -> tuple[int, int, int]:
    found = SHAPE.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no date")
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if len(text) > 4 and not 1 <= month <= 12:
        raise ValueError(f"{text!r} has no such month")
    if len(text) == 10:
        date(year, month, day)
    return year, month, day
