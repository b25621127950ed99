"""Workbooks (xlsx): sheets by name, cells as text; formulas and errors are named, not read; bombs stay packed."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

from records.imports.tables import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, FileTable, ImportRefused, headings_of, row_of

MOST_UNPACKED: Final = 150_000_000
MOST_RATIO: Final = 200
MOST_PARTS: Final = 500
MOST_SHEETS: Final = 100
#: Empty rows that are stepped over; a row that says to be the billionth ends the reading.
MOST_STEPS: Final = 200_000
# What zipfile, expat and openpyxl raise on damaged or hostile files. Nothing of ours is called inside those blocks.
BROKEN: Final = (
    OSError, EOFError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError, SyntaxError,
    MemoryError, AssertionError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error,
)  # fmt: skip
GoesOn = Callable[[], bool]


def check_package(data: bytes, name: str) -> None:
    """Size, number of parts and compression before anything is unpacked. raises ImportRefused"""
    if len(data) > MOST_BYTES:
        raise ImportRefused(f"{name} is longer than {MOST_BYTES // 1_000_000} MB.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except BROKEN:
        raise ImportRefused(f"{name} is no workbook (xlsx), or it is damaged.") from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise ImportRefused(f"{name} unpacks to far more than a table of patients holds, and was not opened.")
    if any(part.file_size > MOST_RATIO * max(part.compress_size, 5000) for part in parts):
        raise ImportRefused(f"{name} is compressed in a way no workbook is, and was not opened.")
    if any(part.flag_bits & 1 for part in parts):
        raise ImportRefused(f"{name} is protected by a password; save it without one.")


def sheets_of(data: bytes, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the sheets that are seen, and of those that are hidden. raises ImportRefused"""
    check_package(data, name)
    try:
        book = _open(data)
        states = [(sheet.title, sheet.sheet_state) for sheet in book.worksheets]
        book.close()
    except BROKEN:
        raise ImportRefused(f"{name} is no workbook (xlsx), or it is damaged.") from None
    if not states or len(states) > MOST_SHEETS:
        raise ImportRefused(f"{name} has {len(states)} sheets; 1 to {MOST_SHEETS} are read.")
    seen = tuple(title for title, state in states if state == "visible")
    return seen, tuple(title for title, state in states if state != "visible")


def read_sheet(data: bytes, name: str, sheet: str, goes_on: GoesOn = lambda: True) -> FileTable:
    """One sheet. goes_on: asked between rows. raises ImportRefused"""
    check_package(data, name)
    try:
        cells = _cells(data, sheet, goes_on)
    except BROKEN:
        raise ImportRefused(f"{name} is no workbook (xlsx), or it is damaged.") from None
    if cells is None:
        raise ImportRefused(
            f"The sheet {sheet} of {name} has more than {MOST_ROWS} rows, or rows far apart; divide it."
        )
    headings: tuple[str, ...] = ()
    rows = []
    for place, texts, broken in cells:
        if not headings:
            if not any(texts):
                continue
            if broken:
                raise ImportRefused(f"The headings of the sheet {sheet} hold a formula or an error.")
            headings = headings_of(texts, f"The sheet {sheet}")
            continue
        row = row_of(place, texts, len(headings), broken)
        if row is not None:
            rows.append(row)
    if not headings:
        raise ImportRefused(f"The sheet {sheet} of {name} is empty.")
    return FileTable(headings, tuple(rows))


def _open(data: bytes) -> Any:
    from openpyxl import load_workbook  # a tenth of a second, needed only here

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of parts of a file it does not keep
        return load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)


def _cells(data: bytes, sheet: str, goes_on: GoesOn) -> list[tuple[int, list[str], dict[int, str]]] | None:
    """Place, texts and broken cells of each row that is not empty; None where there are too many."""
    found: list[tuple[int, list[str], dict[int, str]]] = []
    book = _open(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        table = book[sheet]
        table.reset_dimensions()  # what a file says of its own size is not believed
        for place, cells in enumerate(table.iter_rows(), 1):
            if place > MOST_STEPS or len(found) > MOST_ROWS + 1 or not goes_on():
                book.close()
                return None
            texts, broken = _row(cells)
            if any(texts) or broken:
                found.append((place, texts, broken))
    book.close()
    return found


def _row(cells: Any) -> tuple[list[str], dict[int, str]]:
    texts: list[str] = []
    broken: dict[int, str] = {}
    for column, cell in enumerate(cells):
        text, why = _text(cell)
        texts.append(text)
        if why:
            broken[column] = why
    while texts and not texts[-1] and len(texts) - 1 not in broken:
        texts.pop()
    if len(texts) > MOST_COLUMNS + 1:  # one more than is read: the row says so itself
        texts[MOST_COLUMNS + 1 :] = []
    return texts, broken


def _text(cell: Any) -> tuple[str, str]:
    """A cell as text, and why it cannot be used."""
    value, kind = cell.value, getattr(cell, "data_type", "n")
    if value is None:
        return "", ""
    if kind == "f" or type(value).__name__ in ("ArrayFormula", "DataTableFormula"):
        return str(value) if isinstance(value, str) else "=", "it holds a formula"
    if kind == "e":
        return str(value), "it holds an error of the spreadsheet"
    match value:
        case bool():
            return ("yes" if value else "no"), ""
        case datetime():
            return (value.date().isoformat() if value.time() == time() else value.isoformat(timespec="minutes")), ""
        case date():
            return value.isoformat(), ""
        case int():
            return str(value), ""
        case float():
            return _number(value)
        case str():
            return value, ""
    return str(value), "it holds a time and no date"


def _number(value: float) -> tuple[str, str]:
    """A number of a spreadsheet, which keeps binary fractions: the shortest decimal that is that very number."""
    text = format(Decimal(repr(value)), "f") if value == value and abs(value) < 1e15 else "?"
    if text == "?":
        return str(value), "its number is too large to be exact"
    return text.removesuffix(".0"), ""
