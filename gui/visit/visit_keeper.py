"""Keeps a half-done visit as typed: a moment after the last key, at once when the page is left; says when it could not.

The visit of a day is opened with the first thing typed; nothing typed makes no visit.
"""

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.session import Session
from records.visit_values import VisitEntry, VisitRecord

AFTER_MS = 350


class VisitKeeper(QObject):
    """`kept(VisitRecord)` when the visit is safe; `said(str)` says how things stand, for the bar of the page."""

    kept = Signal(object)
    said = Signal(str)

    def __init__(
        self, session: Session, collect: Callable[[], VisitEntry | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._collect = collect
        self._course: UUID | None = None
        self._on = date.min
        self._id: UUID | None = None
        self._version = 0
        self._open = False
        self._last: VisitEntry | None = None
        self._turn = 0
        self._waiting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.now)

    def begin(self, course: UUID, on: date, record: VisitRecord | None) -> None:
        """Another visit; what waited for the last one was kept or dropped before."""
        self._timer.stop()
        self._turn += 1
        self._waiting, self._course, self._on, self._last = False, course, on, None
        self._id = record.id if record else uuid4()
        self._version = record.version if record else 1
        self._open = record is not None

    def visit(self) -> tuple[UUID, int]:
        """Id and version of the visit as it will be once everything sent is done; opens it where that was not done."""
        self._open_now()
        assert self._id is not None
        return self._id, self._version

    def waits(self) -> bool:
        """Whether something typed is not yet sent."""
        return self._waiting

    def later(self) -> None:
        """Something was typed."""
        self._waiting = True
        self.said.emit(self.tr("keeping…"))
        self._timer.start()

    def stop(self) -> None:
        """Nothing waits any more: the visit is being completed."""
        self._timer.stop()
        self._waiting = False

    @Slot()
    def now(self) -> None:
        """Keep it now, if there is anything to keep and somebody to keep it for."""
        self._timer.stop()
        if not self._waiting or not self._session.has_person or self._course is None:
            return
        entry = self._collect()
        if entry is None:
            return
        self._waiting = False
        if entry == self._last:
            return
        self._open_now()
        assert self._id is not None
        turn = self._turn
        future = self._session.actions.keep_visit(self._session.person, self._id, self._version, entry)
        # One thread does all deeds in their order: the next one may already count on this one's version.
        self._version, self._last = self._version + 1, entry
        self._session.link.ask(
            future,
            lambda record: self._on_kept(turn, record),
            lambda words, _error: self._on_not_kept(turn, words),
            self,
        )

    def _open_now(self) -> None:
        if self._open or self._course is None or self._id is None:
            return
        self._open = True
        turn = self._turn
        future = self._session.actions.open_visit(self._session.person, self._id, self._course, self._on)
        self._session.link.ask(
            future, lambda record: self._on_opened(turn, record), lambda words, _e: self._on_not_kept(turn, words), self
        )

    def _on_opened(self, turn: int, record: VisitRecord) -> None:
        if turn == self._turn and record.id != self._id:
            # Somebody else opened the visit of this day in the meantime: what was sent under our id found nothing.
            self._id, self._version, self._last, self._waiting = record.id, record.version, None, True
            self._timer.start()

    def _on_kept(self, turn: int, record: VisitRecord) -> None:
        if turn != self._turn:
            return
        if not self._waiting:
            self.said.emit(self.tr("half-done, kept {0}").format(record.changed_at.astimezone().strftime("%H:%M:%S")))
        self.kept.emit(record)

    def _on_not_kept(self, turn: int, words: str) -> None:
        if turn != self._turn:
            return
        self._waiting, self._last = True, None
        self.said.emit(self.tr("NOT KEPT: {0}").format(words))
