"""SDTM-style tables as SAS transport files (XPT version 5), where pyreadstat is installed; it is an extra.

Version 5 keeps names of 8, labels of 40 and texts of 200 characters in ASCII, and numbers as IBM floating point with 56
binary digits, so a number of up to 15 digits comes back as it was. A text that does not fit is refused by name: nothing
is cut or folded unseen.
"""

from collections.abc import Sequence
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from outcomes.exchange.cells import Cell, Column, Table, is_number, text_of
from outcomes.exchange.sdtm_columns import UNSAID
from records.errors import RecordError

MOST_NAME, MOST_LABEL, MOST_TEXT = 8, 40, 200
HOW_TO_GET = (
    "SAS transport files need a library that is not installed here: pip install \"capox-planner[xpt]\" adds it; the "
    "same tables as CSV need none."
)  # fmt: skip


class NotXpt(RecordError):
    """Why a table cannot be written as XPT, one sentence."""


def available() -> bool:
    """Whether XPT can be written here."""
    return find_spec("pyreadstat") is not None


def label_of(column: Column) -> str:
    """A label from what is said of a column: whole words in ASCII, at most 40 characters; else its name."""
    words: list[str] = []
    for word in column.about.encode("ascii", "ignore").decode("ascii").rstrip(".").split():
        if len(" ".join([*words, word])) > MOST_LABEL:
            break
        words.append(word)
    said = " ".join(words).rstrip(" ,:;")
    return column.name if said in ("", UNSAID.rstrip(".")) else said


def checked(text: str, table: str, column: str) -> str:
    """A text that fits. Raises NotXpt."""
    if not text.isascii():
        raise NotXpt(f"{table}.{column} holds a letter that is not ASCII, which XPT does not keep; export CSV instead.")
    if len(text) > MOST_TEXT:
        raise NotXpt(
            f"{table}.{column} holds a text of {len(text)} characters; XPT keeps {MOST_TEXT}; export CSV instead."
        )
    return text


def column_of(table: Table, place: int) -> tuple[list[Any], bool]:
    """The cells of a column and whether they are numbers; one of more than 15 digits is the nearest that SAS keeps."""
    name = table.columns[place].name
    cells: list[Cell] = [row[place] for row in table.rows]
    told = [cell for cell in cells if cell is not None and cell != ""]
    if told and all(is_number(cell) for cell in told):
        return [float(cell) if isinstance(cell, int | Decimal) else None for cell in cells], True
    return [checked(text_of(cell), table.name, name) for cell in cells], False


def write_xpt(table: Table, path: Path) -> None:
    """One table as one file. Raises NotXpt, or OSError of the system."""
    if not available():
        raise NotXpt(HOW_TO_GET)
    import pandas
    import pyreadstat

    wrong = [column.name for column in table.columns if len(column.name) > MOST_NAME]
    if wrong or len(table.name) > MOST_NAME:
        raise NotXpt(f"{table.name} has a name longer than {MOST_NAME} letters: {', '.join(wrong) or table.name}.")
    frame: dict[str, Any] = {}
    for place, column in enumerate(table.columns):
        cells, numbers = column_of(table, place)
        frame[column.name] = pandas.Series(cells, dtype="float64" if numbers else "object")
    labels: list[str | None] = [label_of(column) for column in table.columns]
    pyreadstat.write_xport(
        pandas.DataFrame(frame), str(path), file_label=table.title.split(":")[0][:MOST_LABEL], column_labels=labels,
        table_name=table.name, file_format_version=5,
    )  # fmt: skip


def xpt_files(tables: Sequence[Table], folder: Path) -> dict[str, bytes]:
    """Name and bytes of a file for every table that has rows; `folder` is used on the way. Raises NotXpt, OSError."""
    scratch = folder / "table.xpt"
    files = {}
    for table in tables:
        if table.rows:
            write_xpt(table, scratch)
            files[f"{table.name.lower()}.xpt"] = scratch.read_bytes()
            scratch.unlink()
    return files
