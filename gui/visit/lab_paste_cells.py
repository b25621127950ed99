"""The cells of a pasted laboratory table: how a line is parted, and what one cell can be."""

import re
from collections.abc import Sequence
from datetime import date

from gui.widgets.date_rule import Style, read_date
from regimen.analytes import Analyte, unit_spelled

_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
_VALUE = re.compile(rf"(?P<before>[HL↑↓*]*)\s*(?P<sign>[<>≤≥]=?)?\s*(?P<number>{_NUMBER})\s*(?P<after>.*)", re.ASCII)
_RANGE = re.compile(rf"({_NUMBER})\s*(?:[-\u2013\u2014]|to|\.\.)\s*({_NUMBER})", re.ASCII)
_AT_MOST = re.compile(rf"(?:<=?|\u2264|up to)\s*({_NUMBER})", re.ASCII)
_AT_LEAST = re.compile(rf"(?:>=?|\u2265)\s*({_NUMBER})", re.ASCII)
_GROUPED = re.compile(r"[0-9]{1,3},[0-9]{3}", re.ASCII)
_TIME = re.compile(r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?", re.ASCII)
_TENS = re.compile(r"[x×]\s*(?=10)")

# As printed beside a value. "H" high, "L" low, "N" within the limits, "" marked without saying how.
FLAGS = {
    "h": "H", "hh": "H", "high": "H", "↑": "H", "↑↑": "H",
    "l": "L", "ll": "L", "low": "L", "↓": "L", "↓↓": "L",
    "n": "N", "normal": "N", "a": "", "aa": "", "abnormal": "", "*": "", "**": "", "!": "",
    "+": "", "++": "", "-": "", "--": "",
}  # fmt: skip
# What a column can be called, in the order its cell is read in.
HEADINGS = {
    "test": ("test", "analyte", "parameter", "name", "investigation", "component"),
    "value": ("value", "result", "results"),
    "unit": ("unit", "units"),
    "limits": ("limits", "range", "reference", "reference range", "ref. range", "ref range", "normal", "normal range"),
    "low": ("low", "lower", "from", "lln", "min", "lower limit"),
    "high": ("high", "upper", "to", "uln", "max", "upper limit"),
    "flag": ("flag", "flags", "abnormal"),
    "date": ("date", "taken", "collected", "sample date"),
}


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a line; a spreadsheet's quotes are taken off, its empty cells stay in their places."""
    for sign in ("\t", ";", "|"):
        if sign in line:
            return tuple(cell.strip().strip('"').strip() for cell in line.strip("\r\n").split(sign))
    joined = re.sub(rf"({_NUMBER})\s+[-\u2013]\s+({_NUMBER})", r"\1-\2", line.strip())
    joined = re.sub(r"([<>≤≥]=?)\s+(?=[0-9])", r"\1", _TENS.sub("", joined))
    cells = [cell for cell in re.split(r"\s{2,}", joined) if cell]
    return tuple(cells if len(cells) > 1 else joined.split())


def heading_of(cells: Sequence[str]) -> tuple[str, ...]:
    """What each column holds, "" for one that is not read; nothing where the line is no line of headings."""
    known = {word: column for column, words in HEADINGS.items() for word in words}
    columns = tuple(known.get(cell.lower().rstrip(":"), "") for cell in cells)
    named = [column for column in columns if column]
    once = len(named) == len(set(named))
    return columns if once and {"test", "value"} <= set(named) else ()


def number_in(cell: str) -> tuple[str, str] | str:
    """The number of a cell and what stands beside it (a flag, a unit), or why it is none that can be stored."""
    found = _VALUE.fullmatch(cell.strip())
    if found is None:
        return "no number after the test"
    number, beside = found["number"], (found["after"] or found["before"]).strip()
    if found["sign"]:
        return f"no plain number: {found['sign']}{number} is only a bound"
    if found["before"] and found["after"]:
        return f"{cell[:20]!r} is no plain number"
    if _GROUPED.fullmatch(number):
        whole, part = number.split(",")
        return f"{number} can mean {whole}{part} or {whole}.{part}; write it without the comma"
    return number, beside


def limits_in(cell: str) -> tuple[str, str] | None:
    """Lower and upper limit, "" for one that is open; None where the cell is no limits."""
    text = cell.strip().strip("()[]").strip()
    if found := _RANGE.fullmatch(text):
        return found[1], found[2]
    if found := _AT_MOST.fullmatch(text):
        return "", found[1]
    if found := _AT_LEAST.fullmatch(text):
        return found[1], ""
    return None


def unit_in(test: Analyte, cell: str) -> str:
    """The unit of a test that a cell means, "" where it is none of them."""
    written = _TENS.sub("", cell.strip())
    for text in (cell.strip(), written, re.sub(r"\s*/\s*", "/", written)):
        unit = unit_spelled(text)
        if unit in test.units:
            return unit
    return ""


def day_in(cell: str, style: Style) -> date | str:
    """The day of a cell, with or without a time; "time" for a time alone, "" for neither."""
    if _TIME.fullmatch(cell):
        return "time"
    day = _TIME.sub("", cell).strip(" T,")
    found = read_date(day, style) if len(day) >= 6 else ""
    return found if isinstance(found, date) else ""
