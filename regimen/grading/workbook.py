"""NCI's own CTCAE workbook (xlsx, v5.0 or v6.0), downloaded by a site: checked, and its wording read by term.

The wording is never shipped. A workbook is taken only when every term of our list is there with the same code, name
and grades; whatever is wrong is told in sentences.
"""

import hashlib
import io
import re
import struct
import unicodedata
import warnings
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from regimen.errors import Refusal, Refused, refuse
from regimen.grading.official import OfficialTerm
from regimen.grading.terms import by_code, terms

# NCI's workbooks have 0.5 MB, 3.6 MB unpacked (7 times as much) in 16 parts, and 850 rows.
MOST_BYTES = 10_000_000
MOST_UNPACKED = 60_000_000
MOST_RATIO = 100
MOST_PARTS = 200
MOST_ROWS = 3000
MOST_SHOWN = 5
MOST_WORDS = 4000  # characters of one cell; the longest of NCI has 667
_SHEET = re.compile(r"CTCAE v(5\.0|6\.0) Clean Copy")
# Heading of each column as a pattern; the two versions name them a little differently.
_COLUMNS = (
    ("code", r"code$"), ("soc", r"soc$"), ("term", r"term$"),
    ("1", r"^grade 1$"), ("2", r"^grade 2$"), ("3", r"^grade 3$"), ("4", r"^grade 4$"), ("5", r"^grade 5$"),
    ("definition", r"^definition$"), ("note", r"^navigational note$"),
)  # fmt: skip
_WIDTH = 12
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # could hide or turn round what is shown
# What zipfile, expat and openpyxl raise on damaged or hostile files. Nothing of ours is called inside that block.
_BROKEN = (
    OSError, EOFError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError, SyntaxError,
    MemoryError, AssertionError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Workbook:
    """A checked workbook.

    sha256  of the file, so that a record can say which text was shown
    saved   the day the file says it was last saved, ISO, "" where it says none
    """

    version: str
    sha256: str
    saved: str
    terms: tuple[OfficialTerm, ...]


#: Told how many rows are read; answers whether to go on. Must not raise.
Watch = Callable[[int], bool]


def load_workbook(path: Path, watch: Watch | None = None) -> Workbook:
    """Read and check the workbook a person chose. raises Refused, also where the file cannot be opened."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise refuse("", f"{path.name} is too long to be the CTCAE workbook.")
        data = path.read_bytes()
    except OSError as error:
        raise refuse("", f"{path.name} cannot be read ({error.strerror}).") from None
    except ValueError:
        raise refuse("", "This is no name of a file.") from None
    return read_workbook(data, path.name, watch)


def read_workbook(data: bytes, name: str, watch: Watch | None = None) -> Workbook:
    """The workbook from its bytes. raises Refused with every difference from our list, the first few written out."""
    _check_package(data, name)
    title, rows = _rows(data, name, watch or (lambda _rows: True))
    version = title.split(" v")[1].split(" ")[0]
    columns = _columns(rows[0], name)
    found: dict[str, OfficialTerm] = {}
    wrong: list[str] = []
    for number, row in enumerate(rows[1:], start=2):
        cells = {key: _plain(row[place]) for key, place in columns.items()}
        if not any(cells.values()):
            continue
        official, reason = _official(cells, version)
        if official is None:
            wrong.append(f"Row {number}: {reason}")
        elif official.term.code in found:
            wrong.append(f"Row {number}: the code {official.term.code} stands there twice.")
        else:
            found[official.term.code] = official
    missing = [term for term in terms(version) if term.code not in found]
    wrong += [f"{term.name} ({term.code}) is missing." for term in missing]
    if wrong:
        more = [f"And {len(wrong) - MOST_SHOWN} more."] if len(wrong) > MOST_SHOWN else []
        head = f"{name} differs from the list of CTCAE v{version}."
        raise Refused([Refusal("", sentence) for sentence in (head, *wrong[:MOST_SHOWN], *more)])
    return Workbook(
        version, hashlib.sha256(data).hexdigest(), _saved(data), tuple(found[term.code] for term in terms(version))
    )


def _check_package(data: bytes, name: str) -> None:
    """Size, number of parts and compression before anything is unpacked."""
    if len(data) > MOST_BYTES:
        raise refuse("", f"{name} is too long to be the CTCAE workbook.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except _BROKEN:
        raise refuse("", f"{name} is no Excel workbook (xlsx), or it is damaged.") from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise refuse("", f"{name} unpacks to far more than the CTCAE workbook holds, and was not opened.")
    if any(part.file_size > MOST_RATIO * max(part.compress_size, 1000) for part in parts):
        raise refuse("", f"{name} is compressed in a way no workbook is, and was not opened.")
    if any(part.flag_bits & 1 for part in parts):
        raise refuse("", f"{name} is protected by a password; save it without one.")
    if not _whole(data):
        raise refuse("", f"{name} is damaged: a part of it does not fit its own checksum. Download it again.")


def _whole(data: bytes) -> bool:
    """Whether every part fits its checksum, those that are not read here too: a file half broken is not trusted."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.testzip() is None
    except _BROKEN:
        return False


def _saved(data: bytes) -> str:
    """The day the file says it was last saved, "" where it says none; openpyxl would put today in its place."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open("docProps/core.xml") as part:
            found = re.search(rb"<dcterms:modified[^<>]*>([0-9]{4}-[0-9]{2}-[0-9]{2})T", part.read(MOST_WORDS))
            return date.fromisoformat(found[1].decode()).isoformat() if found else ""
    except _BROKEN:
        return ""


def _rows(data: bytes, name: str, watch: Watch) -> tuple[str, list[tuple[object, ...]]]:
    """Title and cells of the clean copy."""
    from openpyxl import load_workbook as open_workbook  # a tenth of a second, needed only here

    titles: list[str] = []
    names: list[str] = []
    stopped = not watch(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of parts of a file it does not keep
            book = open_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            names = list(book.sheetnames)
            titles = [title for title in names if _SHEET.fullmatch(title)]
            rows: list[tuple[object, ...]] = []
            cells = book[titles[0]].iter_rows(max_col=_WIDTH, values_only=True) if len(titles) == 1 else ()
            for row in islice(cells, MOST_ROWS + 1):
                stopped = stopped or not watch(len(rows))
                if stopped:
                    break
                rows.append(tuple(row))
    except _BROKEN:
        raise refuse("", f"{name} is no Excel workbook (xlsx), or it is damaged.") from None
    if stopped:
        raise refuse("", f"Reading {name} was stopped; nothing was kept.")
    if len(titles) != 1:
        raise refuse("", f'{name} has no sheet "CTCAE v5.0 Clean Copy" or "CTCAE v6.0 Clean Copy"{_instead(names)}.')
    if len(rows) > MOST_ROWS or len(rows) < 2:
        raise refuse("", f"{name} has {'too many' if rows[2:] else 'no'} rows on the sheet {titles[0]}.")
    return titles[0], [(*row, *((None,) * (_WIDTH - len(row)))) for row in rows]


def _instead(names: Sequence[str]) -> str:
    """The sheets there are, so that a renamed one is recognised."""
    shown = [f'"{"".join(sign for sign in name if sign.isprintable())[:40]}"' for name in names[:3]]
    more = " and others" if len(names) > len(shown) else ""
    return f"; it has {', '.join(shown)}{more}" if shown else ""


def _columns(heading: Sequence[object], name: str) -> dict[str, int]:
    """The place of each column, found by its heading."""
    words = [_plain(cell).lower() for cell in heading]
    places = {key: [place for place, word in enumerate(words) if re.search(pattern, word)] for key, pattern in _COLUMNS}
    wrong = [key for key, found in places.items() if len(found) != 1]
    if wrong:
        called = ", ".join(f"grade {key}" if key.isdecimal() else key for key in wrong)
        raise refuse("", f"{name} lacks these columns on its clean copy, or has them twice: {called}.")
    return {key: found[0] for key, found in places.items()}


def _plain(cell: object) -> str:
    """A cell as one line; a lone dash stands for nothing."""
    text = " ".join(str(cell).split()) if isinstance(cell, str | int) and not isinstance(cell, bool) else ""
    return "" if text in {"-", "–", "—"} else text


def _official(cells: Mapping[str, str], version: str) -> tuple[OfficialTerm | None, str]:
    """One row against our list: the term, or None and what is wrong with it."""
    term = by_code(version).get(cells["code"])
    if term is None:
        return None, f'"{cells["code"][:20]}" is no code of CTCAE v{version}.'
    if cells["term"] != term.name or cells["soc"] != term.soc:
        return None, f'"{cells["term"][:60]}" stands under the code of {term.name}.'
    for text in cells.values():
        if len(text) > MOST_WORDS or any(unicodedata.category(sign) in _UNSEEN for sign in text):
            return None, f"{term.name} has a text that is endless, or signs nobody can see."
    grades = {grade: cells[str(grade)] for grade in range(1, 6) if cells[str(grade)]}
    if tuple(grades) != term.grades:
        written = ", ".join(str(grade) for grade in grades) or "none"
        return None, f"{term.name} has the grades {written}; the list has {', '.join(map(str, term.grades))}."
    return OfficialTerm(term, grades, cells["definition"], cells["note"]), ""
