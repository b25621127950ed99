"""Small things in a row that goes on in the next line when the room ends."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from gui.theme.metrics import px
from gui.widgets.parts import throw_away


class FlowLayout(QLayout):
    """Left to right, then the next line; as high as its width asks for. `right`: lines end at the right edge."""

    def __init__(self, parent: QWidget | None = None, *, right: bool = False) -> None:
        super().__init__(parent)
        self._right = right
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(px(6))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def line_width(self) -> int:
        """What everything needs side by side."""
        widths = [item.sizeHint().width() for item in self._shown()]
        return sum(widths) + self.spacing() * max(0, len(widths) - 1)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if (widget := item.widget()) is None or not widget.isHidden()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """The items of each line."""
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if lines and used + self.spacing() + wanted <= width:
                lines[-1].append(item)
                used += self.spacing() + wanted
            else:
                lines.append([item])
                used = wanted
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            hints = [item.sizeHint() for item in line]
            used = sum(hint.width() for hint in hints) + self.spacing() * (len(hints) - 1)
            x = rect.x() + (max(0, rect.width() - used) if self._right else 0)
            for item, hint in zip(line, hints, strict=True):
                if move:
                    item.setGeometry(QRect(QPoint(x, y), hint))
                x += hint.width() + self.spacing()
            y += max(hint.height() for hint in hints) + self.spacing()
        return max(0, y - self.spacing() - rect.y())


class Flow(QWidget):
    """A widget around the layout."""

    def __init__(self, parent: QWidget | None = None, *, right: bool = False, spacing: float = 6) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._flow = FlowLayout(self, right=right)
        self._flow.setSpacing(px(spacing))
        self._high = 0  # of its lines at the width it has, pixels
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def lines(self) -> FlowLayout:
        """The layout of its lines."""
        return self._flow

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self._flow.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        """As wide as the largest of what is in it, whatever least width was set for the line; never lower than the
        lines it takes at the width it has.
        """
        least = self._flow.minimumSize()
        return QSize(least.width(), max(least.height(), self._high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take other lines."""
        super().resizeEvent(event)
        self._measure()

    def event(self, event: QEvent) -> bool:
        """What stands in it may have come, gone or grown."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._measure()
        return super().event(event)

    def _measure(self) -> None:
        high = self._flow.heightForWidth(self.width())
        if high != self._high:
            self._high = high
            self.updateGeometry()

    def line_width(self) -> int:
        """Pixels all of it needs side by side."""
        return self._flow.line_width()

    def clear(self) -> None:
        """Take everything away."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                throw_away(widget)


class FlowRow(Flow):
    """In a column that scrolls: as high as its width asks for and no higher."""

    def __init__(self, parent: QWidget | None = None, *, right: bool = False, spacing: float = 6) -> None:
        super().__init__(parent, right=right, spacing=spacing)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
