"""Laboratory values from a pasted table: each line a test with its value, unit and limits, in any sensible order."""

import re
from dataclasses import dataclass

from regimen.analytes import Analyte, analytes

_NUMBER = re.compile(r"^[<>]?\d+([.,]\d+)?$")
_RANGE = re.compile(r"^(\d+(?:[.,]\d+)?)\s*[-\u2013]\s*(\d+(?:[.,]\d+)?)$")
_AT_MOST = re.compile(r"^(?:<=?|\u2264)\s*(\d+(?:[.,]\d+)?)$")


@dataclass(frozen=True, slots=True)
class PastedLab:
    """One line that was understood; texts as they stood there."""

    analyte: str
    value: str
    unit: str
    lln: str = ""
    uln: str = ""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted table says, and the lines that were not understood, with the reason."""

    labs: tuple[PastedLab, ...]
    left_out: tuple[tuple[str, str], ...]


def read_table(text: str) -> Pasted:
    """Lines of cells parted by tabs, semicolons, bars or two spaces; nothing is guessed, the unclear is left out."""
    labs: list[PastedLab] = []
    left_out: list[tuple[str, str]] = []
    for line in text.splitlines():
        if not line.strip():
            continue
        found = _line(line)
        if isinstance(found, str):
            left_out.append((line.strip()[:80], found))
        elif any(lab.analyte == found.analyte for lab in labs):
            left_out.append((line.strip()[:80], "this test stands there twice"))
        else:
            labs.append(found)
    return Pasted(tuple(labs), tuple(left_out))


def _line(line: str) -> PastedLab | str:
    cells = [cell.strip() for cell in re.split(r"\t|;|\||\s{2,}", line) if cell.strip()]
    if len(cells) == 1:
        cells = line.split()
    named = _test(cells)
    if named is None:
        return "no test known here"
    test, rest = named
    value, unit, lln, uln = "", "", "", ""
    for cell in rest:
        span, most = _RANGE.match(cell.strip("()[]")), _AT_MOST.match(cell.strip("()[]"))
        if not value and _NUMBER.match(cell):
            value = cell
        elif not value:
            return "no number after the test"
        elif span:
            lln, uln = span.group(1), span.group(2)
        elif most:
            uln = most.group(1)
        elif not unit:
            unit = _unit(test, cell)
            if not unit:
                return f"{cell[:20]!r} is no unit of this test"
    if not value or value[0] in "<>":
        return "no plain number"
    if not unit and len(test.units) > 1:
        return "the unit is missing"
    return PastedLab(test.name, value, unit or test.unit, lln, uln)


def _test(cells: list[str]) -> tuple[Analyte, list[str]] | None:
    """The test named by the first cells, and the cells after it."""
    by_title = {one.title.lower(): one for one in analytes().all}
    for count in range(min(4, len(cells)), 0, -1):
        words = " ".join(cells[:count]).rstrip(":").lower()
        found = analytes().by_name.get(words) or by_title.get(words)
        if found is not None:
            return found, cells[count:]
    return None


def _unit(test: Analyte, written: str) -> str:
    unit = analytes().spellings.get(written, written)
    return unit if unit in test.units else ""
