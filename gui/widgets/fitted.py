"""A page that keeps its shape where there is room for it; else its columns stand below one another, or it scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.theme.metrics import em
from gui.widgets.column import ScrollColumn

LEAST_WIDE_EM = 22  # a page of columns narrower than this scrolls sideways
MOST_PX = 16_777_215  # Qt's own limit of a widget's size


class Fitted(QScrollArea):
    """`page` is the column everything goes into; never squeezed below the height it was said to need.

    least_em   lines of body text below which the page scrolls as a whole instead of being squeezed
    """

    def __init__(self, least_em: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_em = least_em
        self._columns: QBoxLayout | None = None
        self._right: ScrollColumn | None = None
        self._wide_em = self._right_em = self._below_em = 0.0
        self.setProperty("role", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("role", "clear")
        self.page = QVBoxLayout(inner)
        self.page.setContentsMargins(0, 0, 0, 0)
        self.setWidget(inner)

    def add_columns(
        self, left: QWidget, right: ScrollColumn, *, spacing: int, wide_em: float, right_em: float, below_em: float
    ) -> QBoxLayout:
        """Two columns that take the rest of the height; the right one goes below where the width ends.

        wide_em   from this width on they stand side by side
        right_em  width of the right one there; below_em its height where it stands below
        """
        self._columns, self._right = QHBoxLayout(), right
        self._wide_em, self._right_em, self._below_em = wide_em, right_em, below_em
        self._columns.setSpacing(spacing)
        self._columns.addWidget(left, 1)
        self._columns.addWidget(right)
        self.page.addLayout(self._columns, 1)
        return self._columns

    def beside(self) -> bool:
        """Whether the columns stand side by side."""
        return self._columns is None or self._columns.direction() == QBoxLayout.Direction.LeftToRight

    def minimumSizeHint(self) -> QSize:
        """Any height will do; the width is that of the widest part, columns as they would stand below one another."""
        inner = self.widget()
        if inner is None or self._columns is not None:
            return QSize(em(LEAST_WIDE_EM), em(8))
        return QSize(inner.minimumSizeHint().width(), em(8))

    def set_least(self, least_em: float) -> None:
        """Another page stands in it, which needs another height."""
        self._least_em = least_em
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands in it asks for more room, or for less."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size may want another arrangement."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        most, inner = self.maximumViewportSize(), self.widget()
        assert inner is not None
        least = em(self._least_em)
        if self._columns is not None and self._right is not None:
            below = most.width() < em(self._wide_em)
            self._turn(self._columns, self._right, below=below)
            least += em(self._below_em) if below else 0
        wide, scroll_bar = inner.minimumSizeHint().width(), self.verticalScrollBar().sizeHint().width()
        needed = max(least, self._least_height(max(most.width(), wide)))
        bar = scroll_bar if needed > most.height() else 0
        width = max(most.width() - bar, wide)
        inner.resize(width, max(most.height(), least, self._least_height(width)))

    def _least_height(self, width: int) -> int:
        """What the page needs at a width: rows that wrap need less of it where they are wide."""
        least = self.page.minimumHeightForWidth(width) if self.page.hasHeightForWidth() else -1
        return least if least >= 0 else self.page.minimumSize().height()

    def _turn(self, columns: QBoxLayout, right: ScrollColumn, *, below: bool) -> None:
        direction = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if columns.direction() == direction:
            return
        columns.setDirection(direction)
        right.setMinimumSize(0 if below else em(self._right_em), em(self._below_em * 0.8) if below else 0)
        right.setMaximumSize(MOST_PX if below else em(self._right_em), em(self._below_em) if below else MOST_PX)
