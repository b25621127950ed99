"""Reading NCI's workbook beside the window's thread: how far it is, stopping it, and what the person is shown of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from regimen.grading.official import OfficialTerm, OfficialText, differing, write_text
from regimen.grading.terms import COUNTS
from regimen.grading.workbook import load_workbook

SAMPLES = ("Diarrhea", "Peripheral sensory neuropathy")
MOST_NAMED = 5


class Reading:
    """One reading: rows are counted in the work thread, asked for and stopped from the window's."""

    def __init__(self) -> None:
        self.rows = 0
        self._stop = Event()

    def stop(self) -> None:
        """Go no further than the row at hand."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped it."""
        return self._stop.is_set()

    def watch(self, rows: int) -> bool:
        """What the reader is given: counts, and says whether to go on."""
        self.rows = rows
        return not self._stop.is_set()


@dataclass(frozen=True, slots=True)
class Preview:
    """What a workbook holds, before anything is kept.

    text     as it would be kept; file_sha256, saved: of the xlsx
    samples  a few terms in its words
    changed  terms worded otherwise than in the text in use, None where none is in use; the first few by name
    """

    ctcae: str
    terms: int
    text: str
    file_sha256: str
    saved: str
    samples: tuple[OfficialTerm, ...]
    changed: int | None
    changed_names: tuple[str, ...]


def read_preview(path: Path, in_use: Mapping[str, OfficialText], reading: Reading) -> Preview:
    """Read and check a workbook. Not for the window's thread. raises Refused with each reason."""
    book = load_workbook(path, reading.watch)
    assert len(book.terms) == COUNTS[book.version]  # the reader refuses anything else
    before = in_use.get(book.version)
    others = None if before is None else differing({one.term.code: one for one in book.terms}, before.by_code)
    return Preview(
        book.version,
        len(book.terms),
        write_text(book.version, book.terms),
        book.sha256,
        book.saved,
        tuple(one for name in SAMPLES for one in book.terms if one.term.name == name),
        None if others is None else len(others),
        tuple(term.name for term in (others or ())[:MOST_NAMED]),
    )
