"""Tables as one workbook (xlsx): a read-me first, then a sheet a table; text stays text, numbers stay numbers.

A spreadsheet keeps numbers as binary fractions of 15 to 17 digits. A number that would not come back as the very
decimal it was is written as text, so that no digit is lost unseen.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from outcomes.exchange.cells import Cell, Table, harmless, is_number, text_of

#: Characters XML 1.0 cannot hold; openpyxl refuses them.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MOST_TEXT = 32_000  # a cell holds 32,767 characters
MOST_ROWS = 1_048_575
WIDEST = 60
READ_ME = "read me"


def sheet_text(text: str) -> str:
    """Text a cell can hold and no program calculates; what is too long says that it was cut."""
    clean = NO_XML.sub("\ufffd", harmless(text))
    return clean if len(clean) <= MOST_TEXT else f"{clean[:MOST_TEXT]} [cut: {len(clean)} characters]"


def as_number(cell: Decimal | int) -> int | float | None:
    """The number as a spreadsheet keeps it; None where that is not the same number."""
    if isinstance(cell, int):
        return cell if abs(cell) < 10**15 else None
    if len(cell.normalize().as_tuple().digits) > 15:
        return None
    kept = float(cell)
    return kept if Decimal(repr(kept)) == cell else None


def number_format(cell: Decimal | int) -> str:
    """Shown with the decimals it has: 58.0 as 58.0."""
    exponent = cell.as_tuple().exponent if isinstance(cell, Decimal) else 0
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return "0" if not places else "0." + "0" * min(places, 30)


def made_cell(sheet: Any, cell: Cell) -> Any:
    """A cell for a write-only sheet."""
    from openpyxl.cell import WriteOnlyCell

    if cell is None or cell == "":
        return None
    if is_number(cell):
        assert isinstance(cell, int | Decimal)
        if (kept := as_number(cell)) is not None:
            made = WriteOnlyCell(sheet, value=kept)
            made.number_format = number_format(cell)
            return made
    made = WriteOnlyCell(sheet, value=sheet_text(text_of(cell)))
    made.data_type = "s"  # never "f", whatever it begins with
    made.number_format = "@"
    return made


def workbook_bytes(tables: Sequence[Table], read_me: Sequence[tuple[str, str]], made_at: datetime) -> bytes:
    """The whole workbook. read_me: heading and words, one row each; the columns of every table follow them.

    raises ValueError for a table of more rows than a sheet holds
    """
    from openpyxl import Workbook

    from outcomes.exchange.workbook_file import bytes_of

    book = Workbook(write_only=True)
    book.properties.creator = "CAPOX Planner"
    book.properties.created = book.properties.modified = made_at.replace(tzinfo=None)
    _write(book, READ_ME, [*read_me, ("", ""), *columns_told(tables)], widths=(34, 100))
    for table in tables:
        if len(table.rows) > MOST_ROWS:
            raise ValueError(f"{table.name} has more rows than a sheet holds; export it as CSV.")
        heads = tuple(column.name for column in table.columns)
        _write(book, table.name, [heads, *table.rows], widths=widths_of(table), heading=True)
    return bytes_of(book)


def columns_told(tables: Sequence[Table]) -> Iterator[tuple[str, str]]:
    """What each column of each table is."""
    for table in tables:
        yield f"{table.name}: {len(table.rows)} rows", table.title
        for column in table.columns:
            yield f"{table.name}.{column.name}", column.about


def widths_of(table: Table) -> tuple[int, ...]:
    """Widths by the first rows, in characters."""
    looked = table.rows[:50]
    return tuple(
        min(WIDEST, max(len(column.name), *(len(text_of(row[place])) for row in looked), 6) + 2)
        for place, column in enumerate(table.columns)
    )


def _write(
    book: Any, name: str, rows: Sequence[Sequence[Cell]], *, widths: Sequence[int], heading: bool = False
) -> None:
    from openpyxl.utils import get_column_letter

    from outcomes.exchange.workbook_file import begin_rows

    sheet = book.create_sheet(name)
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    if heading:
        sheet.freeze_panes = "A2"
    begin_rows(sheet)
    for row in rows:
        sheet.append([made_cell(sheet, cell) for cell in row])
