"""Words at the left, buttons at the right; where it is narrow the buttons stand below, in the lines they need."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from gui.theme.metrics import em, px
from gui.widgets.flow import Flow
from gui.widgets.turning import Direction, Turning


class HeadRow(Turning):
    """Never wider than its widest part.

    words_em  width the words want beside the buttons, in lines of body text
    """

    def __init__(self, words: QWidget, buttons: Sequence[QWidget], words_em: float = 14) -> None:
        super().__init__(Direction.LeftToRight)
        self.setProperty("role", "clear")
        self._words_em = words_em
        self._buttons = Flow(right=True)
        for button in buttons:
            self._buttons.add(button)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(px(12))
        self.box.addWidget(words, 1)
        self.box.addWidget(self._buttons)

    def wanted(self) -> Direction:
        """The buttons below where words and buttons have no room beside each other."""
        line = self._buttons.line_width()
        below = self.width() < line + px(12) + em(self._words_em)
        self._buttons.setMinimumWidth(0 if below else line)
        return Direction.TopToBottom if below else Direction.LeftToRight
