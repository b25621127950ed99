"""The content of a handover file read back, strictly: every field, no other, each of its own type and within limits.

Nothing is guessed: numbers are texts of digits, dates ISO, a text is one that could have been typed here, and the value
read is written again and must be the very text that was signed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from records.errors import RecordError
from records.imports.fhir_json import depth_of
from records.trail.canonical import canonical
from records.typed_text import NOTE, document, words
from records.values.handover import VERSION, Handover
from regimen.errors import RegimenError
from regimen.json_text import read_json

MOST_CHARACTERS: Final = 8_000_000
DEEPEST: Final = 20
MOST_ITEMS: Final = 20_000
NUMBER: Final = re.compile(r"[0-9]{1,12}(\.[0-9]{1,40})?", re.ASCII)
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)


class NotReadable(RecordError):
    """The file is none that can be taken over; one sentence says why."""


def read_handover(content: str) -> Handover:
    """The content of a file as a value. Raises NotReadable."""
    if len(content) > MOST_CHARACTERS:
        raise NotReadable("The file holds more than any course; it was not read.")
    if depth_of(content.encode("utf-8", "replace")) > DEEPEST:
        raise NotReadable("The file is nested more deeply than any course; it was not read.")
    try:
        given = read_json(content, "The file")
    except RegimenError as error:
        raise NotReadable(str(error)) from None
    _look_at_version(given)
    try:
        found = _read(Handover, given, "file")
    except RecordError as error:
        raise NotReadable(str(error)) from None
    if canonical(found) != content:
        raise NotReadable("The file is not written as this program writes it; it was not read.")
    assert isinstance(found, Handover)
    return found


def _look_at_version(given: object) -> None:
    """A newer form is named as such before any of its fields is missed."""
    if not isinstance(given, dict) or given.get("format") != "capox-handover":
        raise NotReadable("This is no handover file of CAPOX Planner.")
    version = given.get("version")
    if isinstance(version, bool) or version != VERSION:
        raise NotReadable(
            f"The file is of form {str(version)[:20]}; this program reads form {VERSION}. Bring the older program up "
            "to date."
        )


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _read(kind: Any, given: object, where: str) -> object:
    """One value of a type. Raises RecordError naming the field."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return document(_text(given, where), where)
    if origin is Literal:
        if not isinstance(given, str) or given not in args:
            raise _wrong(where, f"is none of {', '.join(map(str, args))}")
        return given
    if origin in (Union, UnionType):
        (inner,) = (one for one in args if one is not NoneType)
        return None if given is None else _read(inner, given, where)
    if origin is tuple:
        return _tuple(args, given, where)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(args, given, where)
    if is_dataclass(kind):
        return _record(kind, given, where)
    return _plain(kind, given, where)


def _record(kind: Any, given: object, where: str) -> object:
    """A dataclass: every field and no other."""
    if not isinstance(given, dict):
        raise _wrong(where, "is no group of fields")
    names = [one.name for one in fields(kind)]
    for name in given:
        if name not in names:
            raise _wrong(where, f"holds the field '{name[:40]}', which is not known")
    for name in names:
        if name not in given:
            raise _wrong(where, f"lacks the field '{name}'")
    hints = _hints(kind)
    return kind(**{name: _read(hints[name], given[name], f"{where}.{name}") for name in names})


def _tuple(args: tuple[Any, ...], given: object, where: str) -> tuple[object, ...]:
    if not isinstance(given, list):
        raise _wrong(where, "is no list")
    if len(given) > MOST_ITEMS:
        raise _wrong(where, f"has {len(given)} entries; at most {MOST_ITEMS} are read")
    if args[-1] is Ellipsis:
        return tuple(_read(args[0], one, f"{where}[{place}]") for place, one in enumerate(given))
    if len(given) != len(args):
        raise _wrong(where, f"has {len(given)} entries and needs {len(args)}")
    return tuple(_read(kind, one, where) for kind, one in zip(args, given, strict=True))


def _mapping(args: tuple[Any, ...], given: object, where: str) -> dict[Any, object]:
    if not isinstance(given, dict):
        raise _wrong(where, "is no group of names")
    if len(given) > MOST_ITEMS:
        raise _wrong(where, f"has {len(given)} names; at most {MOST_ITEMS} are read")
    return {_read(args[0], name, where): _read(args[1], one, f"{where}.{name[:40]}") for name, one in given.items()}


def _plain(kind: type, given: object, where: str) -> object:
    """A text, a yes or no, a whole number, an exact number, a date, a moment or an id."""
    if kind is bool:
        if not isinstance(given, bool):
            raise _wrong(where, "is neither yes nor no")
        return given
    if kind is int:
        return _whole(given, where)
    text = _text(given, where)
    if kind is str:
        if words(text, where, NOTE, lines=True) != text:
            raise _wrong(where, "is not written as typed text is kept")
        return text
    readers: dict[type, Callable[[str], object]] = {Decimal: _number, date: _day, datetime: _moment, UUID: _id}
    try:
        return readers[kind](text)
    except (ValueError, ArithmeticError):
        raise _wrong(where, f"is {text[:40]!r}, which cannot be read") from None


def _text(given: object, where: str) -> str:
    if not isinstance(given, str):
        raise _wrong(where, "is no text")
    return given


def _whole(given: object, where: str) -> int:
    """JSON numbers were read as decimals: whole ones of at most nine digits pass."""
    if isinstance(given, bool) or not isinstance(given, Decimal | int):
        raise _wrong(where, "is no whole number")
    number = Decimal(given)
    if not number.is_finite() or number.adjusted() > 9 or number != number.to_integral_value():
        raise _wrong(where, "is no whole number of at most nine digits")
    return int(number)


def _number(text: str) -> Decimal:
    if not NUMBER.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def _day(text: str) -> date:
    if not DAY.fullmatch(text) or not EARLIEST <= date.fromisoformat(text) <= LATEST:
        raise ValueError(text)
    return date.fromisoformat(text)


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None or not EARLIEST <= found.date() <= LATEST:
        raise ValueError(text)
    return found


def _id(text: str) -> UUID:
    found = UUID(text)
    if str(found) != text:
        raise ValueError(text)
    return found


def _wrong(where: str, why: str) -> NotReadable:
    return NotReadable(f"The file cannot be taken over: {where} {why}.")
