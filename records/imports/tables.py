"""A table as read from a file, before anybody says what its columns hold: cells are text, or say why they are none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from records.errors import RecordError

MOST_BYTES: Final = 20_000_000
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 200
#: A cell longer than this is no name, number or note.
LONGEST: Final = 4000
SHOWN: Final = 60
#: Text that begins with these is calculated by spreadsheets; nothing that is imported begins so.
FORMULA: Final = ("=", "@", "\uff1d", "\uff20")
DEFUSED: Final = (*FORMULA, "+", "-", "\t", "\r", "\n", "\uff0b", "\uff0d")


class ImportRefused(RecordError):
    """Why a file cannot be read at all, one sentence; nothing was stored."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row. place: line of the file, from 1.

    cells  as many as there are headings
    wrong  why the row as a whole cannot be read, "" where it can
    broken  column -> why its cell is no text: a formula, an error of the spreadsheet, endless
    """

    place: int
    cells: tuple[str, ...]
    wrong: str = ""
    broken: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileTable:
    """Headings and rows. said: what else to know: hidden sheets, hidden rows."""

    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]
    said: tuple[str, ...] = ()


def cell_of(text: str) -> tuple[str, str]:
    """A cell's text as meant, and why it cannot be used ("" it can).

    An apostrophe that our own exports put before what looks like a formula is taken away again.
    """
    text = text.strip(" \u00a0\u3000\r\n")
    if text.startswith("'") and text[1:].startswith(DEFUSED):
        return text[1:], ""
    if text.startswith(FORMULA):
        return shown(text), "it holds a formula"
    if len(text) > LONGEST:
        return shown(text), f"it has {len(text)} characters"
    return text, ""


def shown(text: str) -> str:
    """The beginning of a text, for a sentence."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def headings_of(cells: list[str], name: str) -> tuple[str, ...]:
    """The headings of a table without empty ones at the end. raises ImportRefused"""
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    if not cells:
        raise ImportRefused(f"{name} has no headings in its first row.")
    if len(cells) > MOST_COLUMNS:
        raise ImportRefused(f"{name} has {len(cells)} columns; at most {MOST_COLUMNS} are read.")
    return tuple(shown(" ".join(cell.split())) for cell in cells)


def row_of(place: int, found: list[str], width: int, broken: Mapping[int, str] | None = None) -> TableRow | None:
    """One row under `width` headings; None where it is empty."""
    cells, wrong = [], dict(broken or {})
    for column, text in enumerate(found):
        if column in wrong:
            cells.append(shown(text))
            continue
        cell, why = cell_of(text)
        cells.append(cell)
        if why:
            wrong[column] = why
    if not any(cells) and not wrong:
        return None
    more = [cell for cell in cells[width:] if cell]
    cells = [*cells, *([""] * (width - len(cells)))][:width]
    fault = f"It has {len(found)} cells, the headings are {width}." if more else ""
    return TableRow(place, tuple(cells), fault, {column: why for column, why in wrong.items() if column < width})
