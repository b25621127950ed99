"""A plain column that is filled anew."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.column import empty


class Rows(QWidget):
    """Widgets below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(6))

    def fill(self, widgets: list[QWidget]) -> None:
        """These, in the place of all before."""
        empty(self._box)
        for widget in widgets:
            self._box.addWidget(widget)
