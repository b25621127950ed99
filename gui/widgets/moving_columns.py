"""Three columns of cards over the foot of a page; where it is narrow their cards move together."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from gui.theme.metrics import em, px
from gui.widgets.column import ScrollColumn
from gui.widgets.sharing import share
from gui.widgets.sight import show_if

Places = Literal["three", "two", "one"]
Parts = Sequence[QWidget]

LEAST_HIGH_EM = 6
SIDE, BETWEEN, BELOW = 24, 10, 8  # design pixels


class Room(NamedTuple):
    """Lines of body text: the width of the outer columns, and what the middle one needs for all three to stand."""

    left_em: int
    middle_em: int
    right_em: int


class MovingColumns(QWidget):
    """`left`, `middle` and `right`, each scrolling by itself. Nothing is ever cut off.

    standing   for the number of columns there is room for: what stands in the left, the middle and the right one
    arranged() all parts were shown in their places: whoever hides one has to do so again
    """

    arranged = Signal()

    def __init__(self, room: Room, standing: Callable[[Places], tuple[Parts, Parts, Parts]], top: float = 8) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._room = room
        self._standing = standing
        self._places: Places | None = None
        self.left = ScrollColumn(room.left_em, exact=True)
        self.middle = ScrollColumn(exact=True)
        self.right = ScrollColumn(room.right_em, exact=True)
        row = QHBoxLayout(self)
        row.setSpacing(px(BETWEEN))
        row.setContentsMargins(px(SIDE), px(top), px(SIDE), px(BELOW))
        row.addWidget(self.left)
        row.addWidget(self.middle, 1)
        row.addWidget(self.right)

    def minimumSizeHint(self) -> QSize:
        """Any width will do: the columns move together, and what is left is scrolled. Asks no window to grow."""
        return QSize(em(self._room.left_em), em(LEAST_HIGH_EM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another arrangement; whoever was typing goes on."""
        super().resizeEvent(event)
        if self._places is None or self._wanted() == self._places:
            return
        focused = QApplication.focusWidget()
        self.arrange()
        if focused is not None and self.isAncestorOf(focused):
            focused.setFocus()

    def arrange(self) -> None:
        """Every part into its place."""
        self._places = self._wanted()
        self.left.setVisible(self._places != "one")
        self.right.setVisible(self._places == "three")
        left, middle, right = self._standing(self._places)
        share((self.left, left), (self.middle, middle), (self.right, right))
        for part in (*left, *middle, *right):
            show_if(part, True)  # leaving a layout hides a widget
        self.arranged.emit()

    def _wanted(self) -> Places:
        room = self.width() - px(2 * SIDE + 2 * BETWEEN)
        left, middle, right = self._room
        if room >= em(left + middle + right):
            return "three"
        return "two" if room >= em(left + middle) else "one"
