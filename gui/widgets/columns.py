"""Cards side by side where there is room, else below one another."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme.metrics import px


class Columns(QWidget):
    """One to `most` columns by the width; cards keep their order, column by column.

    least  width in design pixels that one column needs
    """

    def __init__(self, least: int = 340, most: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._least = least
        self._most = most
        self._now = 0
        self._cards: list[tuple[QWidget, int]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        self._columns = [QWidget() for _ in range(most)]
        self._boxes = [QVBoxLayout(column) for column in self._columns]
        for column, box in zip(self._columns, self._boxes, strict=True):
            column.setProperty("role", "clear")
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(px(12))
            box.addStretch(1)
            row.addWidget(column, 1)

    def add(self, card: QWidget, column: int = 0) -> None:
        """Put a card into a column; with less room all stand in the first, in the order they were added."""
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
        # removeWidget and not takeAt: while an old item lives, Qt never tells the new one that its card has grown.
        for card, _column in self._cards:
            for box in self._boxes:
                box.removeWidget(card)
        for card, column in self._cards:
            box = self._boxes[min(column, fit - 1)]
            box.insertWidget(box.count() - 1, card)
        for place, column_widget in enumerate(self._columns):
            column_widget.setVisible(place < fit)
