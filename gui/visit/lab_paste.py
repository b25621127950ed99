"""Laboratory values from a pasted table: each line a test with its value, unit and limits, in any sensible order.

With a line of headings the columns say what they hold; without one the order is test, value, then unit, limits, flag
and date as they come. Nothing is guessed: a line that can be read in two ways is left out with the reason.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from gui.visit.lab_paste_cells import (
    FLAGS,
    HEADINGS,
    cells_of,
    day_in,
    heading_of,
    limits_in,
    number_in,
    unit_in,
)
from gui.widgets.date_rule import Style
from regimen.analytes import Analyte, analytes

LONGEST = 80
AMBIGUOUS = {"calcium": "total or albumin-corrected calcium? write which"}


@dataclass(frozen=True, slots=True)
class PastedLab:
    """One line that was understood; texts as they stood there. flag: "H", "L", "N" or ""."""

    analyte: str
    value: str
    unit: str
    lln: str = ""
    uln: str = ""
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted table says, and the lines that were not understood, with the reason.

    said  what to know of the lines that were: columns not read, a flag that does not fit its limits
    """

    labs: tuple[PastedLab, ...]
    left_out: tuple[tuple[str, str], ...]
    said: tuple[str, ...] = ()


def read_table(text: str, on: date | None = None, style: Style = "dmy") -> Pasted:
    """Lines of cells parted by tabs, semicolons, bars, two spaces or one. on: the day of the visit, no other is taken.

    style  the order of a date in digits
    """
    read: list[tuple[str, PastedLab]] = []
    left_out: list[tuple[str, str]] = []
    said: list[str] = []
    columns: tuple[str, ...] = ()
    for line in text.splitlines():
        if not line.strip():
            continue
        cells = cells_of(line)
        if heading := heading_of(cells):
            columns = heading
            said += _not_read(cells, columns)
            continue
        found = _by_columns(cells, columns, on, style) if _fits(cells, columns) else _in_order(cells, on, style)
        if isinstance(found, str):
            left_out.append((line.strip()[:LONGEST], found))
        else:
            read.append((line.strip()[:LONGEST], found))
    labs, twice = _each_once(read)
    said += [words for lab in labs if (words := _flag_words(lab))]
    return Pasted(labs, (*left_out, *twice), tuple(said))


def _not_read(cells: Sequence[str], columns: Sequence[str]) -> tuple[str, ...]:
    names = [cell for cell, column in zip(cells, columns, strict=True) if not column and cell]
    return (f"columns not read: {', '.join(names)}",) if names else ()


def _each_once(
    read: Sequence[tuple[str, PastedLab]],
) -> tuple[tuple[PastedLab, ...], tuple[tuple[str, str], ...]]:
    """A test that stands there twice and says two things is not taken at all: nobody here knows which counts."""
    by_test: dict[str, list[tuple[str, PastedLab]]] = {}
    for line, lab in read:
        by_test.setdefault(lab.analyte, []).append((line, lab))
    labs, twice = [], []
    for found in by_test.values():
        if len({lab for _line, lab in found}) == 1:
            labs.append(found[0][1])
        else:
            twice += [(line, "this test stands there twice, with different values") for line, _lab in found]
    return tuple(labs), tuple(twice)


def _flag_words(lab: PastedLab) -> str:
    """A flag that says otherwise than the limits beside it: a wrong column, unit or line."""
    value = Decimal(lab.value.replace(",", "."))
    low, high = (Decimal(text.replace(",", ".")) if text else None for text in (lab.lln, lab.uln))
    above, below = high is not None and value > high, low is not None and value < low
    title = analytes().by_name[lab.analyte].title
    if lab.flag == "H" and high is not None and not above:
        return f"{title}: flagged high, but {lab.value} is not above {lab.uln}; look at it"
    if lab.flag == "L" and low is not None and not below:
        return f"{title}: flagged low, but {lab.value} is not below {lab.lln}; look at it"
    return ""


# --- one line


def _fits(cells: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether a line is one of a table with headings: a spreadsheet leaves out empty cells at the end."""
    return bool(columns) and 1 < len(cells) <= len(columns)


def _by_columns(cells: Sequence[str], columns: Sequence[str], on: date | None, style: Style) -> PastedLab | str:
    by_name = {column: cell for cell, column in zip(cells, columns, strict=False) if column and cell}
    named = _test([by_name.get("test", "")])
    if isinstance(named, str):
        return named
    rest = [by_name[column] for column in HEADINGS if column in by_name and column not in ("test", "low", "high")]
    limits = {"lln": by_name.get("low", ""), "uln": by_name.get("high", "")}
    for text in limits.values():
        if text and not re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", text):
            return f"{text[:20]!r} is no limit"
    found = _of_test(named[0], rest, on, style)
    if isinstance(found, str) or not any(limits.values()):
        return found
    if found.lln or found.uln:
        return "limits stand there twice"
    return replace(found, **limits)


def _in_order(cells: Sequence[str], on: date | None, style: Style) -> PastedLab | str:
    named = _test([cell for cell in cells if cell])
    return named if isinstance(named, str) else _of_test(*named, on, style)


def _test(cells: Sequence[str]) -> tuple[Analyte, list[str]] | str:
    """The test named by the first cells, and the cells after it."""
    by_title = {one.title.lower(): one for one in analytes().all}
    for count in range(min(4, len(cells)), 0, -1):
        words = " ".join(cells[:count]).rstrip(":").strip().lower()
        if words in AMBIGUOUS:
            return AMBIGUOUS[words]
        found = _known(words, by_title)
        if found is not None:
            return found, list(cells[count:])
    return "no test known here"


def _known(words: str, by_title: Mapping[str, Analyte]) -> Analyte | None:
    """A test by name; "Platelets (PLT)" where both words mean the same one."""
    found = analytes().by_name.get(words) or by_title.get(words)
    pair = re.fullmatch(r"(.+?)\s*\(([^()]+)\)", words)
    if found is None and pair is not None:
        one, other = (analytes().by_name.get(word) or by_title.get(word) for word in pair.groups())
        return one if one is other else None
    return found


def _of_test(test: Analyte, cells: Sequence[str], on: date | None, style: Style) -> PastedLab | str:
    """Value first, then unit, limits, flag and date as they come, each once."""
    if not cells:
        return "no number after the test"
    value = number_in(cells[0])
    if isinstance(value, str):
        return value
    number, beside = value
    lab = PastedLab(test.name, number, "")
    for cell in (*((beside,) if beside else ()), *cells[1:]):
        further = _further(test, lab, cell, on, style)
        if isinstance(further, str):
            return further
        lab = further
    if not lab.unit and len(test.units) > 1:
        return "the unit is missing"
    if lab.lln and lab.uln and Decimal(lab.lln.replace(",", ".")) >= Decimal(lab.uln.replace(",", ".")):
        return f"{lab.lln} to {lab.uln} are no limits"
    return replace(lab, unit=lab.unit or test.unit)


def _further(test: Analyte, lab: PastedLab, cell: str, on: date | None, style: Style) -> PastedLab | str:
    """The line with one more cell."""
    limits, unit, flag = limits_in(cell), unit_in(test, cell), FLAGS.get(cell.strip("()").lower())
    if limits is not None:
        if lab.lln or lab.uln:
            return "limits stand there twice"
        return replace(lab, lln=limits[0], uln=limits[1])
    if unit and not lab.unit:
        return replace(lab, unit=unit)
    if flag is not None:
        return replace(lab, flag=flag)
    day = day_in(cell, style)
    if isinstance(day, date):
        if on is not None and day != on:
            return f"it is dated {day.isoformat()}, the visit {on.isoformat()}"
        return lab
    if day == "time":
        return lab
    if isinstance(number_in(cell), tuple):
        return f"a second number, {cell[:20]}: a line of headings says what it is (Test, Value, Unit, Low, High)"
    return f"{cell[:20]!r} is no unit of this test"
