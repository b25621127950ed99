"""How a date is read: ISO, day month-in-words year, or digits in the order the site uses; the rest is refused."""

import re
from datetime import date
from typing import Literal

from PySide6.QtCore import QCoreApplication

from gui.widgets.dates import MONTHS

Style = Literal["mdy", "dmy", "ymd"]
_FULL = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", re.ASCII)
_WORDS = re.compile(r"([0-9]{1,2})[ .]+([A-Za-z]{3,9})\.?,?[ ]+([0-9]{4})", re.ASCII)
_WORDS_US = re.compile(r"([A-Za-z]{3,9})\.?[ ]+([0-9]{1,2}),?[ ]+([0-9]{4})", re.ASCII)
_DIGITS = re.compile(r"([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{1,4})", re.ASCII)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+", re.IGNORECASE | re.ASCII)


def _tr(text: str) -> str:
    return QCoreApplication.translate("DateRule", text)


def read_date(text: str, style: Style = "dmy") -> date | str:
    """The date in `text`, or one sentence why it is none.

    style  the order of day, month and year where all three are digits
    """
    trimmed = _WEEKDAY.sub("", " ".join(text.split()), count=1)
    if found := _ISO.fullmatch(trimmed):
        return _make(int(found[1]), int(found[2]), int(found[3]))
    if found := _WORDS.fullmatch(trimmed):
        return _with_words(int(found[3]), found[2], int(found[1]))
    if found := _WORDS_US.fullmatch(trimmed):
        return _with_words(int(found[3]), found[1], int(found[2]))
    if found := _DIGITS.fullmatch(trimmed):
        return _from_digits(found[1], found[3], found[4], style)
    example = {"mdy": "03/02/2026", "dmy": "02.03.2026", "ymd": "2026/03/02"}[style]
    return _tr("Write the date as 2026-03-02, 2 Mar 2026 or {0}.").format(example)


def _with_words(year: int, month: str, day: int) -> date | str:
    name = month.lower()
    for number, full in enumerate(_FULL, start=1):
        if full.startswith(name) or (name == "sept" and number == 9):
            return _make(year, number, day)
    return _tr('"{0}" is not the name of a month.').format(month)


def _from_digits(first: str, second: str, third: str, style: Style) -> date | str:
    order = {"mdy": (third, first, second), "dmy": (third, second, first), "ymd": (first, second, third)}[style]
    year, month, day = order
    if len(year) != 4:
        return _tr("Write the year with four digits.")
    if len(month) > 2 or len(day) > 2:
        return _tr("Day and month have at most two digits.")
    return _make(int(year), int(month), int(day))


def _make(year: int, month: int, day: int) -> date | str:
    if not 1 <= month <= 12:
        return _tr("There is no month {0}.").format(month)
    if not 1800 <= year <= 2200:
        return _tr("The year {0} cannot be right.").format(year)
    try:
        return date(year, month, day)
    except ValueError:
        return _tr("{0} {1} has no day {2}.").format(MONTHS[month - 1], year, day)
