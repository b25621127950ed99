"""NCI's wording of the CTCAE as this site has loaded it, read from the store once and again when it changes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.link import Link

if TYPE_CHECKING:
    from records.actions import Actions
    from regimen.grading.official import OfficialText


class OfficialWording(QObject):
    """`changed()` when the texts are there, or are others now. Until then our own words are shown."""

    changed = Signal()

    def __init__(self, actions: "Actions", link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions, self._link = actions, link
        self._asked = False
        self.texts: Mapping[str, OfficialText] = {}
        self.refusal = ""

    def of(self, version: str) -> "OfficialText | None":
        """The wording of one version, None where it is not loaded."""
        return self.texts.get(version)

    def want(self) -> None:
        """Read the texts, unless they were read before."""
        if not self._asked:
            self.refresh()

    def refresh(self) -> None:
        """Read the texts anew."""
        self._asked = True
        self._link.ask(self._actions.wordings(), self._on_texts, self._on_refused, self)

    def _on_texts(self, texts: "Mapping[str, OfficialText]") -> None:
        if texts != self.texts or self.refusal:
            self.texts, self.refusal = texts, ""
            self.changed.emit()

    def _on_refused(self, words: str, _error: Exception) -> None:
        """A text that was changed from outside is not shown; our own words stand, and why is said."""
        self.texts, self.refusal = {}, words
        self.changed.emit()
