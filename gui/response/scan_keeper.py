"""Keeps the scan being typed as typed: a moment after the last key, at once when the page is left."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from gui.course.form_keeper import FormKeeper
from gui.session import Session
from records.errors import Conflict
from records.values.responses import ScanEntry, ScanRecord


class ScanKeeper(FormKeeper):
    """`differs(str, ScanRecord)`: somebody else typed too."""

    differs = Signal(str, object)

    def __init__(self, session: Session, collect: Callable[[], ScanEntry], parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._collect = collect
        self._id: UUID | None = None
        self._version = 0  # as it will be once everything sent is done
        self._known = 0  # the last of them the store told
        self._last: ScanEntry | None = None

    def begin(self, record: ScanRecord) -> None:
        """Another scan."""
        self._begin_anew()
        self._id, self._last = record.id, record.entry
        self._version = self._known = record.version

    def scan(self) -> tuple[UUID, int]:
        """Id and version of the scan as it will be once everything sent is done."""
        assert self._id is not None
        return self._id, self._version

    def _keep(self) -> None:
        if self._id is None:
            return
        entry = self._collect()
        self._waiting = False
        if entry == self._last:
            self.said.emit(self.tr("half-typed, kept"))
            return
        scan = self._id
        future = self._session.actions.keep_scan(self._session.person, scan, self._version, entry)
        # One thread does all deeds in their order: the next one may already count on this one's version.
        self._version, self._last = self._version + 1, entry
        self._session.link.ask(
            future,
            lambda record: self._on_kept(scan, record),
            lambda words, error: self._on_not_kept(scan, words, error),
            self,
        )

    def _on_kept(self, scan: UUID, record: ScanRecord) -> None:
        if scan != self._id:
            return
        self._known = record.version
        if not self._waiting:
            at = record.changed_at.astimezone().strftime("%H:%M:%S")
            self.said.emit(self.tr("half-typed, kept {0}").format(at))

    def _on_not_kept(self, scan: UUID, words: str, error: Exception) -> None:
        if scan != self._id:
            return
        self._version, self._last = self._known, None
        self._say_not_kept(words)
        if isinstance(error, Conflict) and isinstance(error.theirs, ScanRecord):
            self.differs.emit(words, error.theirs)
