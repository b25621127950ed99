"""Two parts beside each other that stand above one another where it is narrow; each that turns says when."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

Direction = QBoxLayout.Direction


class Turning(QFrame):
    """`box` holds the parts. `wanted` is asked whenever width or content changed."""

    def __init__(self, begins: Direction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QBoxLayout(begins, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Parts come and go and change their words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        wanted = self.wanted()
        if self.box.direction() != wanted:
            self.box.setDirection(wanted)
            self.turned(wanted)

    def wanted(self) -> Direction:
        """How the parts stand at the width there is."""
        return self.box.direction()

    def turned(self, now: Direction) -> None:
        """After another arrangement; for whoever wants another distance then."""
