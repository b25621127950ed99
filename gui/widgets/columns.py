"""Cards side by side where there is room, else below one another."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.theme.metrics import px


class Columns(QWidget):
    """One to three columns by the width; cards keep their order, column by column.

    least  width in design pixels that one column needs
    """

    def __init__(self, least: int = 340, most: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._least = least
        self._most = most
        self._now = 0
        self._cards: list[tuple[QWidget, int]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(12))
        self._boxes: list[QVBoxLayout] = []

    def add(self, card: QWidget, column: int = 0) -> None:
        """Put a card into a column; with less room all stand in the first, in the order they were added."""
        card.setParent(self)
        self._cards.append((card, column))
        self._now = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rearrange when another number of columns fits."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fit = max(1, min(self._most, self.width() // px(self._least)))
        if fit == self._now:
            return
        self._now = fit
        for box in self._boxes:
            while box.takeAt(0) is not None:
                continue
            self._grid.removeItem(box)
        self._boxes = [QVBoxLayout() for _ in range(fit)]
        for place in range(self._most):
            self._grid.setColumnStretch(place, 1 if place < fit else 0)
        for place, box in enumerate(self._boxes):
            box.setSpacing(px(12))
            self._grid.addLayout(box, 0, place, Qt.AlignmentFlag.AlignTop)
        for card, column in self._cards:
            self._boxes[min(column, fit - 1)].addWidget(card)
            card.show()
