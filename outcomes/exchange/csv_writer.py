"""Tables as CSV: UTF-8 with its mark, CRLF, every text quoted, nothing a spreadsheet takes for a formula. Pure."""

from collections.abc import Iterator

from outcomes.exchange.cells import Cell, Table, harmless, is_number, text_of

#: So that a spreadsheet reads UTF-8 and not the code page of the computer.
MARK = "\ufeff"


def csv_cell(cell: Cell) -> str:
    """One cell: a number bare, nothing as nothing, everything else quoted."""
    if cell is None or cell == "":
        return ""
    if is_number(cell):
        return text_of(cell)
    return '"' + harmless(text_of(cell)).replace('"', '""') + '"'


def csv_lines(table: Table) -> Iterator[str]:
    """Heading and rows, each with its end of line."""
    yield ",".join(csv_cell(column.name) for column in table.columns) + "\r\n"
    for row in table.rows:
        yield ",".join(csv_cell(cell) for cell in row) + "\r\n"


def csv_bytes(table: Table, *, mark: bool = True) -> bytes:
    """The whole file. mark: begins with the UTF-8 mark; statistics programs want none.

    Half a character that some source left in a text cannot be written as UTF-8 and becomes a question mark.
    """
    text = (MARK if mark else "") + "".join(csv_lines(table))
    return text.encode("utf-8", errors="replace")
