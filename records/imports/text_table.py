"""CSV as people have it: which character set, which sign between cells; what is not sure is asked and not guessed."""

import csv
import io
from collections import Counter
from dataclasses import dataclass
from typing import Final, Literal

from records.imports.tables import MOST_ROWS, FileTable, ImportRefused, headings_of, row_of, shown

Encoding = Literal["utf-8", "cp1252"]
Delimiter = Literal[",", ";", "\t"]
DELIMITERS: Final[tuple[Delimiter, ...]] = (",", ";", "\t")
BOM: Final = b"\xef\xbb\xbf"
UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
LOOKED_AT: Final = 200_000
MOST_CELL: Final = 100_000


@dataclass(frozen=True, slots=True)
class TextGuess:
    """How a text file seems to be written.

    encoding   None: it is not UTF-8, and a person says what it is
    delimiter  the sign between cells; sure: no other sign would make a table of it
    """

    encoding: Encoding | None
    delimiter: Delimiter
    sure: bool


def guess(data: bytes, name: str) -> TextGuess:
    """How the bytes of a file seem to be written. raises ImportRefused for what is no text"""
    if data.startswith(UTF16):
        raise ImportRefused(f"{name} is written in UTF-16; save it as CSV in UTF-8.")
    if b"\0" in data:
        raise ImportRefused(f"{name} holds a NUL; it is damaged or no text.")
    encoding: Encoding | None = "utf-8"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        encoding, text = None, data.decode("latin-1")
    fitting = {sign: width for sign in DELIMITERS if (width := _width(text[:LOOKED_AT], sign)) > 1}
    best = max(DELIMITERS, key=lambda sign: fitting.get(sign, 0))
    return TextGuess(encoding, best, len(fitting) == 1)


def _width(text: str, delimiter: Delimiter) -> int:
    """How many columns the file has with this sign: those of the headings, 0 where most rows have another number."""
    counts: Counter[int] = Counter()
    heading = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
            if number == 0:
                heading = len(cells)
            elif any(cells):
                counts[len(cells)] += 1
            if number > 50:
                break
    except csv.Error:
        return 0
    return heading if not counts or counts.most_common(1)[0][0] == heading else 0


def read_text(data: bytes, name: str, encoding: Encoding, delimiter: Delimiter) -> FileTable:
    """The table of a text file. raises ImportRefused"""
    try:
        text = data.removeprefix(BOM).decode(encoding)
    except UnicodeDecodeError:
        raise ImportRefused(f"{name} cannot be read as {_called(encoding)}.") from None
    csv.field_size_limit(MOST_CELL)
    headings: tuple[str, ...] = ()
    rows = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if not headings:
                headings = headings_of([str(cell) for cell in cells], name)
                continue
            row = row_of(reader.line_num, cells, len(headings))
            if row is not None:
                rows.append(row)
            if len(rows) > MOST_ROWS:
                raise ImportRefused(f"{name} has more than {MOST_ROWS} rows; divide it.")
    except csv.Error as error:
        raise ImportRefused(f"Line {reader.line_num} of {name} is no row of a table ({shown(str(error))}).") from None
    if not headings:
        raise ImportRefused(f"{name} is empty.")
    return FileTable(headings, tuple(rows))


def _called(encoding: Encoding) -> str:
    return {"utf-8": "UTF-8", "cp1252": "Windows-1252 (Western Europe)"}[encoding]
