"""A figure and its table: side by side where there is room for both, else the table below."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from gui.theme.metrics import em, px
from gui.widgets.column import ScrollColumn

BESIDE_EM = 82  # from this width on both stand beside each other


class Sided(QWidget):
    """Each side scrolls where it needs more height than there is. grows: the figure takes what height there is."""

    def __init__(self, figure: QWidget, table: QWidget, beside_em: float = BESIDE_EM, *, grows: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._beside_em = beside_em
        self._beside, self._grows = True, grows
        self._parts = (figure, table)
        self.left, self.right = ScrollColumn(), ScrollColumn()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(8))
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self.left, 5)
        self._row.addWidget(self.right, 4)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another arrangement."""
        super().resizeEvent(event)
        beside = event.size().width() >= em(self._beside_em)
        if beside != self._beside:
            self._beside = beside
            self._arrange()

    def _arrange(self) -> None:
        for column in (self.left, self.right):
            column.clear(*self._parts)
        self.right.setVisible(self._beside)
        figure, table = self._parts
        self.left.column.addWidget(figure, 1 if self._grows else 0)
        (self.right if self._beside else self.left).column.addWidget(table)
        if not self._grows:
            self.left.column.addStretch(1)
        self.right.column.addStretch(1)
        for part in self._parts:
            part.show()  # leaving a layout hides a widget
