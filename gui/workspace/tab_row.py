"""The row of a patient's pages: tabs at the left, buttons at the right; where it is narrow the buttons stand above."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QTabBar, QWidget

from gui.theme.metrics import em, px

# Below this the tabs scroll, in lines of body text.
LEAST_EM = 22


class TabRow(QWidget):
    """Never asks the window to grow: tabs that have no room are scrolled to, and reached by Alt and their number."""

    def __init__(self, tabs: QTabBar, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._tabs = tabs
        tabs.setUsesScrollButtons(True)
        tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        for button in buttons:
            self._buttons.addWidget(button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(px(24), px(10), px(24), 0)
        self._box.setSpacing(px(4))
        self._box.addWidget(tabs)
        self._box.addLayout(self._buttons, 1)

    def minimumSizeHint(self) -> QSize:
        """The buttons, and a few tabs."""
        width = max(self._buttons.minimumSize().width(), em(LEAST_EM)) + px(48)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Tabs and buttons change their words and their weight."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        needed = self._tabs.sizeHint().width() + self._buttons.minimumSize().width() + px(2 * 24 + 4)
        beside = self.width() >= needed
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
