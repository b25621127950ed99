"""A file as it was chosen: its bytes, which form it has, and what has to be said before it can be read."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from records.imports.sheet_table import GoesOn, read_sheet, sheets_of
from records.imports.tables import MOST_BYTES, FileTable, ImportRefused
from records.imports.text_table import Delimiter, Encoding, TextGuess, guess, read_text
from records.values.imports import Form


@dataclass(frozen=True, slots=True)
class Source:
    """A file that may be read. name: without its folder; sheets, hidden: of a workbook; text: of a text file."""

    name: str
    data: bytes
    form: Form
    sha256: str
    sheets: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    text: TextGuess | None = None


@dataclass(frozen=True, slots=True)
class HowToRead:
    """What was guessed or a person said. encoding None: not said yet."""

    encoding: Encoding | None = None
    delimiter: Delimiter = ","
    sheet: str = ""


def open_file(path: Path) -> Source:
    """The file a person chose. raises ImportRefused"""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ImportRefused(f"{path.name} cannot be read ({error.strerror}).") from None
    except ValueError:
        raise ImportRefused("This is no name of a file.") from None
    return source_of(data, path.name)


def source_of(data: bytes, name: str) -> Source:
    """The same from bytes; the form is told by what is in them, not by the name. raises ImportRefused"""
    if len(data) > MOST_BYTES:
        raise ImportRefused(f"{name} is longer than {MOST_BYTES // 1_000_000} MB; divide it.")
    if not data.strip():
        raise ImportRefused(f"{name} is empty.")
    digest = hashlib.sha256(data).hexdigest()
    if data.startswith(b"PK"):
        sheets, hidden = sheets_of(data, name)
        return Source(name, data, "xlsx", digest, sheets, hidden)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ImportRefused(f"{name} is an old workbook (xls) or protected by a password; save it as xlsx without one.")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return Source(name, data, "fhir", digest)
    return Source(name, data, "csv", digest, text=guess(data, name))


def how_of(source: Source) -> HowToRead:
    """What can be taken for granted; what cannot stays to be said."""
    if source.text is not None:
        return HowToRead(source.text.encoding, source.text.delimiter)
    return HowToRead("utf-8", ",", source.sheets[0] if source.sheets else "")


def table_of(source: Source, how: HowToRead, goes_on: GoesOn = lambda: True) -> FileTable:
    """The table of a text file or of one sheet. raises ImportRefused"""
    if source.form == "xlsx":
        if not how.sheet:
            raise ImportRefused(f"All sheets of {source.name} are hidden: {', '.join(source.hidden)}.")
        return read_sheet(source.data, source.name, how.sheet, goes_on)
    if how.encoding is None:
        raise ImportRefused("Say first how the letters of the file are written.")
    return read_text(source.data, source.name, how.encoding, how.delimiter)
