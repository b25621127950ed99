"""Keeps the scan being typed as typed: a moment after the last key, at once when the page is left."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.session import Session
from records.errors import Conflict
from records.values.responses import ScanEntry, ScanRecord

AFTER_MS = 350


class ScanKeeper(QObject):
    """`said(str)`: how things stand, for the bar of the page; `differs(str, ScanRecord)`: somebody else typed too."""

    said = Signal(str)
    differs = Signal(str, object)

    def __init__(self, session: Session, collect: Callable[[], ScanEntry], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._collect = collect
        self._id: UUID | None = None
        self._version = 0
        self._last: ScanEntry | None = None
        self._waiting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.now)

    def begin(self, record: ScanRecord) -> None:
        """Another scan."""
        self._timer.stop()
        self._id, self._version, self._last, self._waiting = record.id, record.version, record.entry, False

    def scan(self) -> tuple[UUID, int]:
        """Id and version of the scan as it will be once everything sent is done."""
        assert self._id is not None
        return self._id, self._version

    def later(self) -> None:
        """Something was typed."""
        self._waiting = True
        self.said.emit(self.tr("keeping…"))
        self._timer.start()

    def stop(self) -> None:
        """Nothing waits any more: the scan is being stored or given up."""
        self._timer.stop()
        self._waiting = False

    @Slot()
    def now(self) -> None:
        """Keep it now, if there is anything to keep and somebody to keep it for."""
        self._timer.stop()
        if not self._waiting or self._id is None or not self._session.has_person:
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
        if scan == self._id and not self._waiting:
            at = record.changed_at.astimezone().strftime("%H:%M:%S")
            self.said.emit(self.tr("half-typed, kept {0}").format(at))

    def _on_not_kept(self, scan: UUID, words: str, error: Exception) -> None:
        if scan != self._id:
            return
        self._waiting, self._last = True, None
        self.said.emit(self.tr("NOT KEPT: {0}").format(words))
        if isinstance(error, Conflict) and isinstance(error.theirs, ScanRecord):
            self.differs.emit(words, error.theirs)
