"""Plain containers: a row, a column, and a column that scrolls. Nothing in them is styled of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from gui.theme.metrics import em, px


def empty(layout: QLayout, *keep: QWidget) -> None:
    """Take everything out; widgets not named in `keep` are deleted."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is None:
            continue
        widget.setParent(None)
        if widget not in keep:
            widget.deleteLater()


class Row(QWidget):
    """Widgets side by side, each given the same share unless told otherwise."""

    def __init__(self, *widgets: QWidget, spacing: float = 8) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.box = QHBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(px(spacing))
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget, stretch: int = 1) -> None:
        """Put a widget at the right end; tops line up where messages below differ in length."""
        self.box.addWidget(widget, stretch, Qt.AlignmentFlag.AlignTop)

    def clear(self, *keep: QWidget) -> None:
        """Take everything out."""
        empty(self.box, *keep)


class ScrollColumn(QScrollArea):
    """Widgets below each other; scrolls when they need more room than there is."""

    def __init__(self, width_em: float = 0, *, margins: float = 0, spacing: float = 12) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("role", "clear")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(px(margins), px(margins), px(margins + 4), px(margins))
        self.column.setSpacing(px(spacing))
        self.setWidget(inner)
        if width_em:
            self.setFixedWidth(em(width_em))

    def fill(self, *widgets: QWidget) -> None:
        """Put widgets below each other, the rest of the room left free below them."""
        for widget in widgets:
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def clear(self, *keep: QWidget) -> None:
        """Take everything out."""
        empty(self.column, *keep)
