"""Strict reading of TOML: each key is asked for by name and kind, and everything wrong is found in one pass.

A finding names file and place, counting tables from 0 as they stand in the file:
`ici-capox.toml: drug[1].days: day 22 is outside the cycle (1 to 21).`
"""

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from regimen.errors import Refusal, Refused

MOST_BYTES = 200_000
MOST_NUMBER = Decimal(10) ** 9  # no clinical number here comes near; keeps 1e999999 out of every sum
MOST_PLACES = 12
NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\Z")

T = TypeVar("T")


def _decimal(text: str) -> Decimal:
    """What tomllib calls for each number with a point or an exponent."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")  # refused where the number is asked for


def parse(text: str, name: str) -> dict[str, object]:
    """The tables of a TOML text with exact numbers.

    text    at most 200 kB in UTF-8
    name    the file's name, for the refusal
    raises  Refused
    """
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise Refused([Refusal("", f"{name}: this is not readable text (UTF-8).")]) from None
    if size > MOST_BYTES:
        reason = f"{name}: the file is {size // 1000} kB long; at most {MOST_BYTES // 1000} kB are read."
        raise Refused([Refusal("", reason)])
    try:
        return tomllib.loads(text, parse_float=_decimal)
    except tomllib.TOMLDecodeError as error:
        raise Refused([Refusal("", f"{name}: this is not valid TOML: {error}.")]) from None
    except ValueError:  # a date like 2026-02-30, or a whole number of thousands of digits
        raise Refused([Refusal("", f"{name}: a number or date in it cannot exist.")]) from None
    except RecursionError:
        raise Refused([Refusal("", f"{name}: its lists are nested too deeply.")]) from None


def kind_of(value: object) -> str:
    """The kind of a TOML value in words, for a refusal."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int):
        return "a whole number"
    if isinstance(value, Decimal):
        return "a decimal number"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, dict) else "a date or time"


class Findings:
    """What is wrong with one file, gathered."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.refusals: list[Refusal] = []
        self.to_verify: list[str] = []

    def add(self, place: str, reason: str) -> None:
        """One finding; `reason` is the rest of the sentence, without the stop."""
        where = f"{self.name}: {place}: " if place else f"{self.name}: "
        self.refusals.append(Refusal(place, f"{where}{reason}."))

    def raise_if_any(self) -> None:
        """Raise Refused with every finding, or return when there is none."""
        if self.refusals:
            raise Refused(self.refusals)


class Table:
    """One table while it is read. Keys never asked for are unknown and found by `done`.

    Where a value is wrong, the finding is kept and a harmless value returned, so that reading goes on to the next.
    """

    def __init__(self, findings: Findings, data: Mapping[str, object], place: str = "", called: str = "") -> None:
        self.findings = findings
        self.data = data
        self.place = place
        self.called = called
        self._known: set[str] = {"to_verify"}
        if self.flag("to_verify", default=False):
            findings.to_verify.append(self.called or place or "the whole file")

    def at(self, key: str) -> str:
        """The place of a key in this table; what of the key cannot be printed is shown as ?."""
        said = key if key.isprintable() else "".join(letter if letter.isprintable() else "?" for letter in key)
        return f"{self.place}.{said}" if self.place else said

    def wrong(self, key: str, reason: str) -> None:
        """Keep a finding about one key."""
        self.findings.add(self.at(key) if key else self.place, reason)

    def has(self, key: str) -> bool:
        return key in self.data

    def _take(self, key: str, required: bool) -> object | None:
        self._known.add(key)
        if key not in self.data:
            if required:
                self.wrong(key, "is missing")
            return None
        return self.data[key]

    # Single values

    def flag(self, key: str, default: bool | None = None) -> bool:
        value = self._take(key, required=default is None)
        if value is None:
            return bool(default)
        if not isinstance(value, bool):
            self.wrong(key, f"is {kind_of(value)}; true or false is wanted")
            return False
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty; with a default it may be left out."""
        value = self._take(key, required=default is None)
        if value is None:
            return default or ""
        return self._as_text(key, value)

    def _as_text(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            self.wrong(key, f"is {kind_of(value)}; a text in quotes is wanted")
            return ""
        if not value.strip():
            self.wrong(key, "is empty")
        elif value != value.strip():
            self.wrong(key, "begins or ends with a space")
        elif not value.isprintable():
            self.wrong(key, "holds a character that cannot be printed (a line break or a control character)")
        return value

    def name(self, key: str) -> str:
        """An id: small letters, digits, single hyphens or underscores."""
        value = self.text(key)
        if value.strip() and not NAME.match(value):
            self.wrong(key, f"{value!r} is no id; small letters, digits and single hyphens or underscores make one")
        return value

    def one_of(self, key: str, allowed: Collection[T], default: T | None = None) -> T:
        """One of a few known words."""
        words = tuple(allowed)
        value = self._take(key, required=default is None)
        if value is None:
            return words[0] if default is None else default
        for word in words:
            if isinstance(value, str) and value == word:
                return word
        self.wrong(key, f"{_quoted(value)} is not known; {_list_of(words)} can stand here")
        return words[0] if default is None else default

    def whole(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number from low to high, both included."""
        value = self._take(key, required=default is None)
        if value is None:
            return low if default is None else default
        return self._as_whole(key, value, low, high)

    def maybe_whole(self, key: str, low: int, high: int) -> int | None:
        """As `whole`, None when left out."""
        self._known.add(key)
        return self.whole(key, low, high) if self.has(key) else None

    def _as_whole(self, key: str, value: object, low: int, high: int) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            self.wrong(key, f"is {kind_of(value)}; a whole number is wanted")
            return low
        if not low <= value <= high:
            self.wrong(key, f"{_digits(value)} is outside {low} to {high}")
            return low
        return value

    def number(self, key: str, low: Decimal | int = 0, high: Decimal | int = MOST_NUMBER) -> Decimal:
        """An exact number from low to high, both included."""
        value = self._take(key, required=True)
        return Decimal(low) if value is None else self._as_number(key, value, Decimal(low), Decimal(high))

    def amount(self, key: str) -> Decimal:
        """An exact number above nothing."""
        value = self.number(key)
        if value == 0 and isinstance(self.data.get(key), int | Decimal) and not isinstance(self.data[key], bool):
            self._zero(key)
        return value or Decimal(1)

    def maybe_number(self, key: str, low: Decimal | int = 0, high: Decimal | int = MOST_NUMBER) -> Decimal | None:
        """As `number`, None when left out."""
        self._known.add(key)
        return self.number(key, low, high) if self.has(key) else None

    def maybe_amount(self, key: str) -> Decimal | None:
        """As `amount`, None when left out."""
        self._known.add(key)
        return self.amount(key) if self.has(key) else None

    def _zero(self, key: str) -> None:
        if not any(refusal.field == self.at(key) for refusal in self.findings.refusals):
            self.wrong(key, "must be more than 0")

    def _as_number(self, key: str, value: object, low: Decimal, high: Decimal) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.wrong(key, f"is {kind_of(value)}; a number is wanted")
            return low
        number = Decimal(value)
        if not number.is_finite():
            self.wrong(key, "is not a finite number")
            return low
        exponent = number.as_tuple().exponent
        if number.copy_abs() > MOST_NUMBER or (isinstance(exponent, int) and exponent < -MOST_PLACES):
            self.wrong(key, "is too large, or has too many decimal places, to be a clinical number")
            return low
        if not low <= number <= high:
            self.wrong(key, f"{number} is outside {low} to {high}")
            return low
        return number

    def maybe_date(self, key: str) -> date | None:
        value = self._take(key, required=False)
        return None if value is None else self._as_date(key, value)

    def _as_date(self, key: str, value: object) -> date | None:
        if isinstance(value, datetime) or not isinstance(value, date):
            self.wrong(key, f"is {kind_of(value)}; a date such as 2026-03-02, without quotes, is wanted")
            return None
        return value

    # Lists of single values

    def _list(self, key: str, required: bool, empty: bool) -> list[object]:
        value = self._take(key, required)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(key, f"is {kind_of(value)}; a list in square brackets is wanted")
            return []
        if not value and not empty:
            self.wrong(key, "is an empty list")
        return value

    def _each(self, key: str, required: bool, empty: bool, read: Callable[[str, object], T]) -> tuple[T, ...]:
        read_values = []
        for index, value in enumerate(self._list(key, required, empty)):
            before = len(self.findings.refusals)
            result = read(f"{key}[{index}]", value)
            if len(self.findings.refusals) > before:
                continue
            if result in read_values:
                self.wrong(f"{key}[{index}]", f"{result} stands there twice")
            read_values.append(result)
        return tuple(read_values)

    def texts(self, key: str, required: bool = False, empty: bool = False) -> tuple[str, ...]:
        return self._each(key, required, empty, self._as_text)

    def words(
        self, key: str, allowed: Collection[str], what: str, required: bool = False, empty: bool = False
    ) -> tuple[str, ...]:
        """A list of known ids; `what` names them in a refusal ("phase")."""

        def known(place: str, value: object) -> str:
            if not isinstance(value, str) or value not in allowed:
                self.wrong(place, f"{what} {_quoted(value)} is not known in this file")
            return str(value)

        return self._each(key, required, empty, read=known)

    def wholes(self, key: str, low: int, high: int, required: bool = False, empty: bool = False) -> tuple[int, ...]:
        return self._each(key, required, empty, lambda place, value: self._as_whole(place, value, low, high))

    def amounts(self, key: str, required: bool = False, empty: bool = False) -> tuple[Decimal, ...]:
        """Exact numbers above nothing."""

        def above(place: str, value: object) -> Decimal:
            before = len(self.findings.refusals)
            number = self._as_number(place, value, Decimal(0), MOST_NUMBER)
            if number == 0 and len(self.findings.refusals) == before:
                self.wrong(place, "must be more than 0")
            return number

        return self._each(key, required, empty, above)

    def dates(self, key: str) -> tuple[date, ...]:
        read = self._each(key, required=False, empty=True, read=self._as_date)
        return tuple(day for day in read if day is not None)

    # Tables inside

    def table(self, key: str, required: bool = False) -> "Table | None":
        """The table under a key, None when left out."""
        value = self._take(key, required)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.wrong(key, f"is {kind_of(value)}; a table is wanted")
            return None
        return Table(self.findings, value, self.at(key), _join(self.called, key))

    def tables(self, key: str, required: bool = False) -> "Iterator[Table]":
        """Each table of a list of tables (`[[drug]]`)."""
        for index, value in enumerate(self._list(key, required, empty=False)):
            place = f"{key}[{index}]"
            if not isinstance(value, dict):
                self.wrong(place, f"is {kind_of(value)}; a table is wanted")
                continue
            yield Table(self.findings, value, self.at(place), _join(self.called, _called(key, index, value)))

    def entries(self) -> tuple[str, ...]:
        """The keys of a table whose keys are data (drug names, option ids), `to_verify` left out."""
        return tuple(key for key in self.data if key != "to_verify")

    def done(self) -> None:
        """Refuse whatever was never asked for."""
        for key in self.data:
            if key not in self._known:
                self.wrong(_shown(key), "is not a known key")


def unique(tables: list[tuple[Table, str]], key: str, what: str) -> None:
    """Refuse ids that stand twice; `tables` are the tables with their ids."""
    seen: set[str] = set()
    for table, ident in tables:
        if ident in seen and ident:
            table.wrong(key, f"{what} {ident!r} stands in the file twice")
        seen.add(ident)


def _called(key: str, index: int, value: Mapping[str, object]) -> str:
    for naming in ("id", "name", "title"):
        if isinstance(value.get(naming), str):
            return f"{key} {_shown(str(value[naming]))}"
    return f"{key} {index + 1}"


def _join(outer: str, inner: str) -> str:
    return f"{outer}, {inner}" if outer else inner


def _shown(text: str) -> str:
    """A word of the file, short and on one line, to stand in a refusal."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in text)
    return plain if len(plain) <= 60 else plain[:57] + "..."


def _digits(value: int) -> str:
    return str(value) if abs(value) < 10**12 else "a very large number"


def _quoted(value: object) -> str:
    return f"'{_shown(value)}'" if isinstance(value, str) else kind_of(value)


def _list_of(words: tuple[object, ...]) -> str:
    if len(words) == 1:
        return f"only {words[0]}"
    return f"{', '.join(str(word) for word in words[:-1])} or {words[-1]}"
