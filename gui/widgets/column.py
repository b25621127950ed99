"""Plain containers: a row, a column, and a column that scrolls. Nothing in them is styled of its own."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from gui.theme.metrics import em, px
from gui.widgets.parts import widgets_in
from gui.widgets.reading_order import keep_in_sight, let_go


def empty(layout: QLayout, *keep: QWidget) -> None:
    """Take everything out; widgets not named in `keep` are deleted.

    Widgets leave by `removeWidget`, which frees their layout item: an item that outlives its place stays the one Qt
    tells of changed sizes, and a kept widget put into a layout again would be laid out at its old height for ever.
    """
    for widget in widgets_in(layout):
        layout.removeWidget(widget)
        if widget not in keep:
            widget.hide()  # one that was only just put in would else still be shown, as a window, before it is deleted
        widget.setParent(None)
        if widget not in keep:
            widget.deleteLater()
    while layout.takeAt(0) is not None:
        pass  # only stretches are left


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


class KeepingArea(QScrollArea):
    """A scroll area in which what Tab came to stays in sight, whatever grows or folds above it."""

    def __init__(self) -> None:
        super().__init__()
        self.verticalScrollBar().sliderPressed.connect(let_go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What Tab came to stays in sight when something above it grows or folds, an alert for example."""
        if watched is self.widget() and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            keep_in_sight(self)
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Who scrolls by hand wants to see something else."""
        let_go()
        super().wheelEvent(event)


class Inner(QWidget):
    """What is scrolled: as high as its content is at its width. By Qt's own measure it is as high as it would be at its
    least width, and words that wrap leave a void below the last card.
    """

    def minimumSizeHint(self) -> QSize:
        """The least width; the height follows from the width."""
        wanted, layout = super().minimumSizeHint(), self.layout()
        follows = layout is not None and layout.hasHeightForWidth()
        return QSize(wanted.width(), 0) if follows else wanted


class ScrollColumn(KeepingArea):
    """Widgets below each other; scrolls when they need more room than there is.

    exact  no room is left below the last one
    """

    def __init__(self, width_em: float = 0, *, margins: float = 0, spacing: float = 12, exact: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = Inner() if exact else QWidget()
        inner.setProperty("role", "clear")
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(px(margins), px(margins), px(margins + 4), px(margins))
        self.column.setSpacing(px(spacing))
        self.setWidget(inner)
        if width_em:
            self.setFixedWidth(em(width_em))

    def needed_width(self) -> int:
        """Pixels below which something would have to be scrolled sideways."""
        inner = self.widget()
        bar = self.verticalScrollBar().sizeHint().width()
        return (inner.minimumSizeHint().width() if inner is not None else 0) + bar

    def fill(self, *widgets: QWidget) -> None:
        """Put widgets below each other, the rest of the room left free below them."""
        for widget in widgets:
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def clear(self, *keep: QWidget) -> None:
        """Take everything out."""
        empty(self.column, *keep)
