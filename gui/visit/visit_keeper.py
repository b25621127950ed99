"""Keeps a half-done visit as typed: a moment after the last key, at once when the page is left; says when it could not.

The visit of a day is opened with the first thing typed; nothing typed makes no visit.
"""

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from gui.course.form_keeper import FormKeeper
from gui.session import Session
from records.errors import Conflict, NotSaved, StoreUnavailable
from records.values.visits import VisitEntry, VisitRecord


class VisitKeeper(FormKeeper):
    """`kept(VisitRecord)` when the visit is safe.

    conflict(VisitRecord, VisitEntry)  somebody else kept this visit since it was read: nothing is kept over it before
    `keep_over` or `begin`; `begun()` when another visit is shown
    """

    kept = Signal(object)
    conflict = Signal(object, object)
    begun = Signal()

    def __init__(
        self, session: Session, collect: Callable[[], VisitEntry | None], parent: QObject | None = None
    ) -> None:
        super().__init__(session, parent)
        self._collect = collect
        self._course: UUID | None = None
        self._on = date.min
        self._id: UUID | None = None
        self._version = 0
        self._open = False
        self._last: VisitEntry | None = None
        self._turn = 0

    def _keep_again(self) -> None:
        self._look_again(self._turn)
        self._timer.start()

    def begin(self, course: UUID, on: date, record: VisitRecord | None) -> None:
        """Another visit; what waited for the last one was kept or dropped before."""
        self._begin_anew()
        self._turn += 1
        self._course, self._on, self._last = course, on, None
        self._id = record.id if record else uuid4()
        self._version = record.version if record else 1
        self._open = record is not None
        self.begun.emit()

    def keep_over(self, record: VisitRecord) -> None:
        """What is typed stands over the visit of somebody else from now on, as it was seen."""
        self._id, self._version, self._open, self._last = record.id, record.version, True, None
        self._stopped, self._waiting = False, not record.complete
        self.now()

    def visit(self) -> tuple[UUID, int]:
        """Id and version of the visit as it will be once everything sent is done; opens it where that was not done."""
        self._open_now()
        assert self._id is not None
        return self._id, self._version

    def _keep(self) -> None:
        if self._course is None:
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
            lambda words, error: self._on_not_kept(turn, words, error, entry),
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
            entry = self._collect()
            if record.entry.texts and entry is not None:
                self._stop_for(record, entry)
            else:
                self._timer.start()

    def _on_kept(self, turn: int, record: VisitRecord) -> None:
        if turn != self._turn:
            return
        if not self._waiting:
            self.said.emit(self.tr("half-done, kept {0}").format(record.changed_at.astimezone().strftime("%H:%M:%S")))
        self.kept.emit(record)

    def _on_not_kept(
        self, turn: int, words: str, error: Exception | None = None, entry: VisitEntry | None = None
    ) -> None:
        if turn != self._turn:
            return
        self._last = None
        self._say_not_kept(words)
        if isinstance(error, Conflict) and isinstance(error.theirs, VisitRecord):
            mine = self._collect() or entry
            if mine is not None and not self._stopped:
                self._stop_for(error.theirs, mine)
        elif isinstance(error, StoreUnavailable | NotSaved):
            self._look_again(turn)

    def _stop_for(self, theirs: VisitRecord, mine: VisitEntry) -> None:
        self._stop_for_others()
        self.conflict.emit(theirs, mine)

    def _look_again(self, turn: int) -> None:
        """Whether it arrived is not known: the visit's version is asked for before anything is kept on top of it."""
        if self._course is None or self._id is None:
            return
        future = self._session.actions.open_visit(self._session.person, self._id, self._course, self._on)
        self._session.link.ask(future, lambda record: self._on_found(turn, record), self._on_still_away, self)

    def _on_found(self, turn: int, record: VisitRecord) -> None:
        if turn == self._turn and record.changed_by == self._session.person.name:
            self._version = record.version

    def _on_still_away(self, _words: str, _error: Exception) -> None:
        """What is typed stays and is kept when the server is back."""
