"""Keeps what is typed: a moment after the last key, at once when the page is left, and says when it could not."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, Signal

from gui.course.form_keeper import FormKeeper
from gui.session import Session
from records.errors import Conflict
from records.values.core import OrderRecord


@dataclass(frozen=True, slots=True)
class DraftTexts:
    """One draft: what is typed, and the case and answer it made, "" while it makes none."""

    course_id: UUID
    cycle: int
    texts: dict[str, str]
    case_json: str
    answer_json: str


class DraftKeeper(FormKeeper):
    """`kept(OrderRecord)` when a draft is safe.

    conflict(OrderRecord, DraftTexts)  somebody else kept another draft since this one was read: nothing is kept over it
    before `keep_over` or `begin`; `begun()` when another draft is shown
    """

    kept = Signal(object)
    conflict = Signal(object, object)
    begun = Signal()

    def __init__(
        self, session: Session, collect: Callable[[], DraftTexts | None], parent: QObject | None = None
    ) -> None:
        super().__init__(session, parent)
        self._collect = collect
        self._key = uuid4()
        self._version: int | None = 0  # of the draft what is typed stands on, 0 none; None: on its way
        self._known = 0  # the last of them the store told
        self._sent = self._turn = 0

    def begin(self, draft: OrderRecord | None = None) -> None:
        """Another cycle or draft: what waited for the last one was kept or dropped before."""
        self._begin_anew()
        self._key = uuid4()
        self._version = self._known = draft.version if draft is not None else 0
        self._sent, self._turn = 0, self._turn + 1
        self.begun.emit()

    def keep_over(self, version: int) -> None:
        """Keep what is typed as a new change over the draft of somebody else, which was seen as `version`."""
        self._version = self._known = version
        self._stopped, self._waiting = False, True
        self.now()

    def _keep(self) -> None:
        draft = self._collect()
        if draft is None:
            return
        self._waiting = False
        turn, self._sent = self._turn, self._sent + 1
        future = self._session.actions.keep_draft(
            self._session.person,
            self._key,
            draft.course_id,
            draft.cycle,
            draft.texts,
            draft.case_json,
            draft.answer_json,
            self._version,
        )
        # One thread does all deeds in their order: the next one stands on what this one makes.
        self._version = self._version + 1 if self._version else None
        self._session.link.ask(
            future,
            lambda record: self._on_kept(turn, record),
            lambda words, error: self._on_not_kept(turn, draft, words, error),
            self,
        )

    def _on_kept(self, turn: int, record: OrderRecord) -> None:
        if turn == self._turn:
            self._sent -= 1
            self._known = record.version
            if not self._sent:
                self._version = record.version
            if not self._waiting:
                self.said.emit(self.tr("draft, kept {0}").format(record.created_at.astimezone().strftime("%H:%M:%S")))
        self.kept.emit(record)

    def _on_not_kept(self, turn: int, draft: DraftTexts, words: str, error: Exception) -> None:
        if turn != self._turn:
            return
        self._sent -= 1
        self._version = self._known
        self._say_not_kept(words)
        if isinstance(error, Conflict) and isinstance(error.theirs, OrderRecord) and not self._stopped:
            self._stop_for_others()
            self.conflict.emit(error.theirs, self._collect() or draft)
