"""Dates and numbers of a table: strictly, in one style for the whole file, which is asked where it is not sure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from records.imports.tables import shown
from regimen.errors import Refused
from regimen.numbers import number

DateStyle = Literal["dmy", "mdy"]
NumberStyle = Literal["point", "comma"]
FULL: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_ISO: Final = re.compile(
    r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?:[T ]([0-9]{2}:[0-9]{2})(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)?", re.ASCII
)
_DIGITS: Final = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{2,4})", re.ASCII)
_WORDS: Final = re.compile(r"([0-9]{1,2})[-. ]+([A-Za-z]{3,9})\.?,?[- ]+([0-9]{4})", re.ASCII)
#: 1,234 may be more than a thousand or a little more than one.
_THOUSANDS: Final = re.compile(r"[0-9],[0-9]{3}(?![0-9])", re.ASCII)
EARLIEST, LATEST = 1900, 2200


@dataclass(frozen=True, slots=True)
class Styles:
    """How the file writes dates in digits and decimal signs; None: not said, and then such a cell is refused."""

    dates: DateStyle | None = None
    numbers: NumberStyle | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What a file leaves open: whether it is a question at all, and the answer where every cell speaks for it."""

    dates: bool = False
    numbers: bool = False
    likely: Styles = Styles()


def ask(dates: Iterable[str], numbers: Iterable[str]) -> Asked:
    """What has to be said before the cells of these columns can be read.

    Nothing is taken for likely while a single cell could be read two ways: one slip among a thousand dates would turn
    day and month round in all the others.
    """
    digits = [(int(found[1]), int(found[3])) for text in dates if (found := _DIGITS.fullmatch(text.strip()))]
    open_dates = any(max(pair) <= 12 and pair[0] != pair[1] for pair in digits)
    first, second = any(one > 12 for one, _two in digits), any(two > 12 for _one, two in digits)
    likely: DateStyle | None = None if open_dates or first == second else "dmy" if first else "mdy"
    if digits and not (open_dates or first or second):
        likely = "dmy"  # all like 05/05/2026: either way is the same day
    cells = [text.strip() for text in numbers if "," in text or "." in text]
    comma, point = any("," in text for text in cells), any("." in text for text in cells)
    open_numbers = comma and (point or any(_THOUSANDS.search(text) for text in cells))
    sign: NumberStyle | None = None if open_numbers else "comma" if comma else "point"
    return Asked(bool(digits), comma, Styles(likely, sign))


def read_day(text: str, style: DateStyle | None) -> tuple[date, str] | str:
    """Day and time of the day ("07:50", or ""), or the rest of a sentence why it is none."""
    text = text.strip()
    if found := _ISO.fullmatch(text):
        made = _made(int(found[1]), int(found[3]), int(found[4]), text)
        return made if isinstance(made, str) else (made, found[5] or "")
    if found := _WORDS.fullmatch(text):
        month = found[2].lower()
        for place, full in enumerate(FULL, 1):
            if month in (full, full[:3]) or (month == "sept" and place == 9):
                made = _made(int(found[3]), place, int(found[1]), text)
                return made if isinstance(made, str) else (made, "")
        return f"is “{shown(text)}”; {found[2]} is no month"
    if found := _DIGITS.fullmatch(text):
        if len(found[4]) != 4:
            return f"is “{shown(text)}”; a year has four digits"
        if style is None:
            return f"is “{shown(text)}”; which is the day and which the month was not said"
        day, month_number = (found[1], found[3]) if style == "dmy" else (found[3], found[1])
        made = _made(int(found[4]), int(month_number), int(day), text)
        return made if isinstance(made, str) else (made, "")
    return f"is “{shown(text)}”; a date is written like 2026-03-02"


def _made(year: int, month: int, day: int, text: str) -> date | str:
    if not EARLIEST <= year < LATEST:
        return f"is “{shown(text)}”; the year cannot be right"
    try:
        return date(year, month, day)
    except ValueError:
        return f"is “{shown(text)}”; there is no such day"


def read_number(text: str, style: NumberStyle | None, most_decimals: int) -> Decimal | str:
    """An exact number not below nothing, or the rest of a sentence why it is none."""
    plain = text.strip()
    if "," in plain and style != "comma":
        return f"is “{shown(text)}”, with a comma; it could mean two numbers"
    if "." in plain and style == "comma":
        return f"is “{shown(text)}”, with a point, where the file writes decimals with a comma"
    if plain.startswith(("+", "-")):
        return f"is “{shown(text)}”, with a sign"
    try:
        found = number(plain.replace(",", "."), "")
    except Refused:
        return f"is “{shown(text)}”, which is no plain number"
    exponent = found.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > most_decimals:
        return f"is “{shown(text)}”, with more than {most_decimals} decimals"
    return found
