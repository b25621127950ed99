"""The row of a patient's pages: tabs at the left, buttons at the right; where it is narrow the buttons stand above."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabBar

from gui.theme.metrics import em, px
from gui.widgets.turning import Direction, Turning

# Below this the tabs scroll, in lines of body text.
LEAST_EM = 22


class TabRow(Turning):
    """Never asks the window to grow: tabs that have no room are scrolled to, and reached by Alt and their number."""

    def __init__(self, tabs: QTabBar, buttons: Sequence[QPushButton]) -> None:
        super().__init__(Direction.LeftToRight)
        self.setProperty("role", "clear")
        self._tabs = tabs
        tabs.setUsesScrollButtons(True)
        tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        for button in buttons:
            self._buttons.addWidget(button)
        self.box.setContentsMargins(px(24), px(10), px(24), 0)
        self.box.setSpacing(px(4))
        self.box.addWidget(tabs)
        self.box.addLayout(self._buttons, 1)

    def minimumSizeHint(self) -> QSize:
        """The buttons, and a few tabs."""
        width = max(self._buttons.minimumSize().width(), em(LEAST_EM)) + px(48)
        return QSize(width, super().minimumSizeHint().height())

    def wanted(self) -> Direction:
        """The buttons above where tabs and buttons have no room beside each other."""
        needed = self._tabs.sizeHint().width() + self._buttons.minimumSize().width() + px(2 * 24 + 4)
        beside = self.width() >= needed
        return Direction.LeftToRight if beside else Direction.BottomToTop
