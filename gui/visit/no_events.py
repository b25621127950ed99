"""The words "no adverse events at this visit": a statement of its own, which an empty page is not."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.check import Check

NONE = "events.none"


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


class NoEvents(QWidget):
    """`changed()` when a person ticks it or takes it back. It cannot be said while something is there."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.check = Check(tr("No adverse events at this visit"), "no_events")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.check)
        self.check.clicked.connect(lambda _on=False: self.changed.emit())

    def said(self) -> bool:
        """Whether it is said."""
        return self.check.isChecked()

    def texts(self) -> dict[str, str]:
        """As kept with a half-done visit."""
        return {NONE: "yes"} if self.said() else {}

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """As it was kept."""
        self.check.setChecked(texts.get(NONE) == "yes")

    def show_present(self, terms: Sequence[str]) -> None:
        """What is there today, or was last time and nobody has said it is gone; then it cannot be said."""
        if terms:
            self.check.setChecked(False)
        self.check.setEnabled(not terms)
        words = tr("Present: {0}. Grade 0 says that it is gone.").format(", ".join(terms)) if terms else ""
        self.check.setToolTip(words)
        self.check.setAccessibleDescription(words)
