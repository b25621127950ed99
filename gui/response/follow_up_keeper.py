"""Keeps the follow-up being typed in the records, as the other forms are kept: a moment after the last key."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Slot

from gui.session import Session

if TYPE_CHECKING:
    from gui.response.follow_up_card import FollowUpCard

AFTER_MS = 350


class FollowUpKeeper(QObject):
    """What stands there half-typed comes back, also after a crash; what is older than the store is only offered."""

    def __init__(self, session: Session, course_id: UUID, card: "FollowUpCard") -> None:
        super().__init__(card)
        self._session, self._card = session, card
        self._form = f"follow-up-{course_id}"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.now)
        self._waiting = False
        card.typed.connect(self.later)
        session.drafts.known.connect(self._on_known)

    @Slot()
    def later(self) -> None:
        """Something was typed."""
        self._waiting = True
        self._card.kept.setText(self.tr("keeping…"))
        self._timer.start()

    @Slot()
    def now(self) -> None:
        """Keep what waits to be kept, with the version of the store it was typed over."""
        self._timer.stop()
        if self._waiting and self._session.has_person:
            self._waiting = False
            texts = self._card.texts() | {"version": self._card.version()}
            self._session.drafts.keep(self._form, texts, self._on_not_kept)
            self._card.kept.setText(self.tr("half-typed, kept"))

    def bring_back(self) -> None:
        """What was being typed, unless it is shown already; typed over an older store it waits for a person."""
        texts = self._session.drafts.kept(self._form)
        if not texts or self._card.touched():
            return
        if texts.get("version") == self._card.version():
            self._card.put_back(texts)
            self._card.kept.setText(self.tr("half-typed, kept"))
            return
        strip = self._card.draft
        strip.say("warn", self.tr("The follow-up was changed since; what was being typed here before is kept."))
        strip.add_action(self.tr("Put it in the fields"), lambda: self._put(texts), "put_draft")
        strip.add_action(self.tr("Throw it away"), self.forget, "drop_draft")

    def _put(self, texts: dict[str, object]) -> None:
        self._card.draft.clear()
        self._card.put_back(texts)
        self.later()

    def forget(self) -> None:
        """It is stored, or not wanted any more."""
        self._timer.stop()
        self._waiting = False
        self._card.draft.clear()
        self._card.kept.setText("")
        self._session.drafts.forget(self._form)

    @Slot()
    def _on_known(self) -> None:
        """The store was slower than the page."""
        if self._card.version() is not None:
            self.bring_back()

    def _on_not_kept(self, words: str, _error: Exception) -> None:
        self._card.kept.setText(self.tr("NOT KEPT: {0}").format(words))
