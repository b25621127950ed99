"""Single fields of a result, read strictly: numbers, comparators, limits of normal, dates and times."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

_NUMBER: Final = re.compile(r"\+?([0-9]{1,9}(?:\.[0-9]{1,6})?)", re.ASCII)
_COMPARED: Final = re.compile(r"(<=|>=|<|>|≤|≥)\s*([0-9]{1,9}(?:[.,][0-9]{1,6})?)", re.ASCII)
_SPAN: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,6})?)\s*[-\u2013]\s*([0-9]{1,9}(?:\.[0-9]{1,6})?)", re.ASCII)
_LIMIT: Final = re.compile(r"(<=|>=|<|>|≤|≥)\s*([0-9]{1,9}(?:\.[0-9]{1,6})?)", re.ASCII)
_TIME: Final = re.compile(
    r"([0-9]{4})([0-9]{2})([0-9]{2})"
    r"(?:([0-9]{2})(?:([0-9]{2})(?:([0-9]{2})(?:\.[0-9]{1,4})?)?)?)?([+-][0-9]{4})?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Read:
    """A result as read. value None: not a number; then `why` says what it is."""

    value: Decimal | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A day, and the moment on it where a time of day is told: "2026-03-23T07:50", with the zone where one is named."""

    on: date
    at: str = ""


def number(text: str) -> Decimal | None:
    """An exact number as HL7 writes it (type NM): ASCII digits, a point, no sign but +; None for anything else."""
    found = _NUMBER.fullmatch(text.strip())
    return Decimal(found[1]) if found else None


def value_of(kind: str, parts: tuple[str, ...], shown: str) -> Read:
    """The number of a result.

    kind   OBX-2; parts: the components of OBX-5; shown: OBX-5 as it stands, for the reason
    """
    if kind == "SN":
        return _structured(parts, shown)
    if kind not in ("NM", "ST"):
        return Read(None, f"it is of the type {kind or '(none)'}, not a number")
    text = parts[0].strip() if parts else ""
    if not text or len(parts) > 1:
        return Read(None, "it holds no single value")
    compared = _COMPARED.fullmatch(text)
    if compared:
        return Read(None, f"only “{text}” is known, which is no number")
    found = number(text)
    if found is not None:
        return Read(found)
    if "," in text:
        return Read(None, f"“{shown}” is written with a comma, which HL7 does not know; it could mean two numbers")
    return Read(None, f"“{shown}” is no plain number")


def _structured(parts: tuple[str, ...], shown: str) -> Read:
    """Type SN: comparator, number, separator, number."""
    comparator, first, separator, second = (*(part.strip() for part in parts), "", "", "", "")[:4]
    value = number(first)
    if len(parts) > 4 or separator or second or value is None:
        return Read(None, f"“{shown}” is a ratio, a range or no number")
    if comparator in ("", "="):
        return Read(value)
    return Read(None, f"only “{comparator}{first}” is known, which is no number")


def limits_of(text: str) -> tuple[Decimal | None, Decimal | None, bool]:
    """Lower and upper limit of normal from OBX-7, and whether the text was understood (an empty one is)."""
    text = text.strip()
    if not text:
        return None, None, True
    span, limit = _SPAN.fullmatch(text), _LIMIT.fullmatch(text)
    if span:
        low, high = Decimal(span[1]), Decimal(span[2])
        return (low, high, True) if low <= high else (None, None, False)
    if limit:
        bound = Decimal(limit[2])
        return (None, bound, True) if limit[1][0] in "<≤" else (bound, None, True)
    return None, None, False


def taken_of(text: str) -> Taken | None:
    """A moment (type TS or DTM) with at least its day; None where it is none."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    try:
        on = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    hour, minute = found[4], found[5]
    if hour is None:
        return Taken(on)
    if int(hour) > 23 or int(minute or 0) > 59 or int(found[6] or 0) > 59:
        return None
    return Taken(on, f"{on.isoformat()}T{hour}:{minute or '00'}{found[7] or ''}") if minute else Taken(on)
