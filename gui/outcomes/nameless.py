"""The cohort of the records as tables without names: made on a thread, said in the trail, then put in place."""

import hashlib
import secrets
from pathlib import Path
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal, Slot

from gui.calendar_page.saving import save_bytes
from gui.session import Session
from outcomes.cohort.values import Cohort
from records.values.exchange import ExportNote

Files = tuple[bytes, bytes]


class Nameless(QObject):
    """`saved(str)` with the names of both files; `refused(str)`: nothing was written."""

    saved = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def save(self, cohort: Cohort, path: str) -> None:
        """Both tables: patients at `path`, adverse events beside it."""
        link = self._session.link
        link.run(lambda: made(cohort), lambda files: self._say(cohort, Path(path), files), self._on_refused, self)

    def _say(self, cohort: Cohort, path: Path, files: Files) -> None:
        """The trail of everybody in it says first that their data leave."""
        patients = tuple(UUID(cohort.keys[one.id]) for one in cohort.patients)
        rows = sum(text.count(b"\n") - 1 for text in files)
        note = ExportNote("csv", True, rows, hashlib.sha256(b"".join(files)).hexdigest())
        told = self._session.actions.export_deidentified(self._session.person, uuid4(), patients, note)
        self._session.link.ask(told, lambda _key: self._write(path, files), self._on_refused, self)

    def _write(self, path: Path, files: Files) -> None:
        self._session.link.run(lambda: put(path, files), self.saved.emit, self._on_refused, self)

    @Slot(str, object)
    def _on_refused(self, words: str, _error: Exception) -> None:
        self.refused.emit(words)


def made(cohort: Cohort) -> Files:
    """Both tables under a key that nobody keeps."""
    from outcomes.cohort.cohort_csv import files_of
    from outcomes.cohort.deidentified import without_names

    patients, events = files_of(without_names(cohort, secrets.token_bytes(32)))
    return patients.encode(), events.encode()


def put(path: Path, files: Files) -> str:
    """Write both; the names they have now."""
    beside = path.with_name(f"{path.stem}-events{path.suffix or '.csv'}")
    return " · ".join(save_bytes(where, text) for where, text in zip((path, beside), files, strict=True))
