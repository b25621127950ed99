"""Keeps what is typed: a moment after the last key, at once when the page is left, and says when it could not."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.session import Session
from records.values import OrderRecord

AFTER_MS = 350


@dataclass(frozen=True, slots=True)
class DraftTexts:
    """One draft: what is typed, and the case and answer it made, "" while it makes none."""

    course_id: UUID
    cycle: int
    texts: dict[str, str]
    case_json: str
    answer_json: str


class DraftKeeper(QObject):
    """`kept(OrderRecord)` when a draft is safe; `said(str)` says how things stand, for the bar of the page."""

    kept = Signal(object)
    said = Signal(str)

    def __init__(
        self, session: Session, collect: Callable[[], DraftTexts | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._collect = collect
        self._key = uuid4()
        self._waiting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.now)

    def waits(self) -> bool:
        """Whether something typed is not yet safe."""
        return self._waiting

    def begin(self) -> None:
        """Another cycle: what waited for the last one was kept or dropped before."""
        self._timer.stop()
        self._waiting, self._key = False, uuid4()

    def later(self) -> None:
        """Something was typed."""
        self._waiting = True
        self.said.emit(self.tr("keeping…"))
        self._timer.start()

    @Slot()
    def now(self) -> None:
        """Keep it now, if there is anything to keep and somebody to keep it for."""
        self._timer.stop()
        if not self._waiting or not self._session.has_person:
            return
        draft = self._collect()
        if draft is None:
            return
        self._waiting = False
        future = self._session.actions.keep_draft(
            self._session.person,
            self._key,
            draft.course_id,
            draft.cycle,
            draft.texts,
            draft.case_json,
            draft.answer_json,
        )
        self._session.link.ask(future, self._on_kept, self._on_not_kept, self)

    def _on_kept(self, record: OrderRecord) -> None:
        if not self._waiting:
            self.said.emit(self.tr("draft, kept {0}").format(record.created_at.astimezone().strftime("%H:%M:%S")))
        self.kept.emit(record)

    def _on_not_kept(self, words: str, _error: Exception) -> None:
        self._waiting = True
        self.said.emit(self.tr("NOT KEPT: {0}").format(words))
