"""Keeps the follow-up being typed in the records, as the other forms are kept: a moment after the last key."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot

from gui.course.form_keeper import FormKeeper
from gui.session import Session

if TYPE_CHECKING:
    from gui.response.follow_up_card import FollowUpCard


class FollowUpKeeper(FormKeeper):
    """What stands there half-typed comes back, also after a crash; what is older than the store is only offered."""

    def __init__(self, session: Session, course_id: UUID, card: "FollowUpCard") -> None:
        super().__init__(session, card)
        self._card = card
        self._form = f"follow-up-{course_id}"
        self.said.connect(card.kept.setText)
        card.typed.connect(self.later)
        session.drafts.known.connect(self._on_known)

    def _keep(self) -> None:
        """With the version of the store it was typed over."""
        self._waiting = False
        texts = self._card.texts() | {"version": self._card.version()}
        self._session.drafts.keep(self._form, texts, self._on_not_kept)
        self.said.emit(self.tr("half-typed, kept"))

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
        self.stop()
        self._card.draft.clear()
        self._card.kept.setText("")
        self._session.drafts.forget(self._form)

    @Slot()
    def _on_known(self) -> None:
        """The store was slower than the page."""
        if self._card.version() is not None:
            self.bring_back()

    def _on_not_kept(self, words: str, _error: Exception) -> None:
        self._say_not_kept(words)
