"""Strict reading of JSON-like values that notes every refusal instead of stopping at the first."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from regimen.errors import Refusal, Refused
from regimen.numbers import number, plain

T = TypeVar("T")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
LONGEST_TEXT = 500
MOST_ENTRIES = 1000


class Fields:
    """One object being read; `refusals` is shared with every object inside it.

    A reader returns its fallback when it has noted a refusal, so that reading goes on and all reasons come at once.
    """

    def __init__(self, given: object, place: str, refusals: list[Refusal], known: Sequence[str]) -> None:
        self.place = place
        self.refusals = refusals
        self._given: Mapping[str, object] = {}
        if not isinstance(given, Mapping):
            self.refuse("", "must be an object with named values")
            return
        self._given = given
        for key in given:
            if key not in known:
                self.refuse(str(key), f"is not known here; known are {', '.join(known)}")

    def name(self, key: str) -> str:
        """The dotted name of a key."""
        return ".".join(part for part in (self.place, key) if part)

    def refuse(self, key: str, what: str) -> None:
        """Note one reason; `what` goes on from the field's name."""
        field = self.name(key)
        self.refusals.append(Refusal(field, f"{field or 'The case'} {what}."))

    def has(self, key: str) -> bool:
        """Whether a value (not null) was given."""
        return self._given.get(key) is not None

    def names(self, key: str) -> bool:
        """Whether the key was given at all, null included."""
        return key in self._given

    def raw(self, key: str) -> object:
        """The value as given, None when left out."""
        return self._given.get(key)

    def keys(self) -> tuple[str, ...]:
        """The keys given."""
        return tuple(self._given)

    def required(self, *keys: str) -> None:
        """Note each of these keys that is missing."""
        for key in keys:
            if not self.has(key):
                self.refuse(key, "is missing")

    def text(self, key: str, fallback: str = "") -> str:
        """Text of at most 500 characters on one line."""
        value = self.raw(key)
        return fallback if value is None else read_text(value, self.name(key), self.refusals, fallback)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        entries = self.entries(key)
        read = (read_text(entry, f"{self.name(key)}[{i}]", self.refusals, "") for i, entry in enumerate(entries))
        return tuple(read)

    def entries(self, key: str, most: int = MOST_ENTRIES) -> Sequence[object]:
        """A list of anything, of at most so many; left out: empty."""
        value = self.raw(key)
        if value is None:
            return ()
        if not isinstance(value, list | tuple):
            self.refuse(key, "must be a list")
            return ()
        if len(value) > most:
            self.refuse(key, f"has more than {most} entries")
            return ()
        return value

    def choice(self, key: str, choices: Sequence[str], fallback: str) -> str:
        """One of a few words."""
        value = self.raw(key)
        if value is None:
            return fallback
        if not isinstance(value, str) or value not in choices:
            self.refuse(key, f"is {_shown(value)}; it must be one of {', '.join(choices)}")
            return fallback
        return value

    def boolean(self, key: str) -> bool | None:
        """true, false or left out."""
        value = self.raw(key)
        if value is None or isinstance(value, bool):
            return value
        self.refuse(key, "must be true or false")
        return None

    def decimal(
        self, key: str, above: Decimal | int | None = None, least: Decimal | int | None = None,
        most: Decimal | int | None = None,
    ) -> Decimal | None:  # fmt: skip
        """An exact number inside the limits, None when left out or refused."""
        value = self.raw(key)
        return None if value is None else read_decimal(value, self.name(key), self.refusals, above, least, most)

    def whole(self, key: str, least: int, most: int) -> int | None:
        """A whole number inside the limits."""
        value = self.decimal(key, least=least, most=most)
        if value is None:
            return None
        if value != value.to_integral_value():
            self.refuse(key, "must be a whole number")
            return None
        return int(value)

    def day(self, key: str) -> date | None:
        """An ISO date."""
        value = self.raw(key)
        return None if value is None else read_day(value, self.name(key), self.refusals)

    def inner(self, key: str, known: Sequence[str]) -> "Fields":
        """A named object inside; left out: an empty one."""
        value = self.raw(key)
        return Fields({} if value is None else value, self.name(key), self.refusals, known)

    def mapping(self, key: str, read: Callable[[object, str, list[Refusal]], T | None]) -> dict[str, T]:
        """An object whose keys are names of drugs or tests; each value is read by `read`; refused ones are left out."""
        value = self.raw(key)
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            self.refuse(key, "must be an object with named values")
            return {}
        found = {}
        for name, entry in value.items():
            if not isinstance(name, str) or not name or len(name) > LONGEST_TEXT:
                self.refuse(key, "has a name that cannot be read")
                continue
            item = read(entry, f"{self.name(key)}.{name}", self.refusals)
            if item is not None:
                found[name] = item
        return found


def read_text(value: object, field: str, refusals: list[Refusal], fallback: str) -> str:
    """One line of text; control characters are refused because no screen or page can show them."""
    if not isinstance(value, str):
        refusals.append(Refusal(field, f"{field} must be text."))
    elif len(value) > LONGEST_TEXT:
        refusals.append(Refusal(field, f"{field} is longer than {LONGEST_TEXT} characters."))
    elif any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in value):
        refusals.append(Refusal(field, f"{field} holds a character that cannot be printed."))
    else:
        return value
    return fallback


def read_decimal(
    value: object, field: str, refusals: list[Refusal], above: Decimal | int | None = None,
    least: Decimal | int | None = None, most: Decimal | int | None = None,
) -> Decimal | None:  # fmt: skip
    """An exact number inside the limits, else a noted refusal and None."""
    try:
        read = number(value, field)
    except Refused as refused:
        refusals.extend(refused.refusals)
        return None
    wrong = ""
    if above is not None and read <= above:
        wrong = f"more than {above}"
    elif least is not None and read < least:
        wrong = f"at least {least}"
    elif most is not None and read > most:
        wrong = f"at most {most}"
    if wrong:
        refusals.append(Refusal(field, f"{field} is {plain(read)}; it must be {wrong}."))
        return None
    return read


def read_day(value: object, field: str, refusals: list[Refusal]) -> date | None:
    """An ISO date of the years 1900 to 2199, else a noted refusal and None."""
    if isinstance(value, str) and _ISO.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            refusals.append(Refusal(field, f"{field} is {value}; there is no such day."))
            return None
        if 1900 <= day.year < 2200:
            return day
    refusals.append(Refusal(field, f"{field} is {_shown(value)}; a date is written like 2026-03-02."))
    return None


def _shown(value: object) -> str:
    if isinstance(value, Decimal) and value.is_finite():
        return plain(value) if abs(value.adjusted()) < 30 else "a number"
    if isinstance(value, str):
        return f'"{value[:40]}"'
    return "not text" if isinstance(value, list | tuple | Mapping) else str(value)[:40]
