"""The bar at the foot of a page: words at the left, buttons at the right; where it is narrow the words stand above."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.theme.metrics import em, px
from gui.widgets.flow import Flow
from gui.widgets.turning import Direction, Turning

# Room the last, wrapping words want beside the buttons, in lines of body text.
WORDS_EM = 20


class FootBar(Turning):
    """`words`: the last of them may wrap and takes the room that is left. `buttons`: the last is the main one."""

    def __init__(self, words: Sequence[QWidget], buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(Direction.TopToBottom, parent)
        self.setProperty("role", "bar")
        self._words = words
        self._buttons = Flow(right=True)
        for button in buttons:
            self._buttons.add(button)
        said = QHBoxLayout()
        said.setSpacing(px(10))
        for widget in words[:-1]:
            said.addWidget(widget)
        said.addWidget(words[-1], 1)
        self.box.setContentsMargins(px(24), px(10), px(24), px(10))
        self.box.setSpacing(px(10))
        self.box.addLayout(said, 1)
        self.box.addWidget(self._buttons)

    def stands_above(self) -> bool:
        """Whether the words stand above the buttons."""
        return self.box.direction() == Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """Never wider than its widest button."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._buttons.minimumSizeHint().width() + px(48)), hint.height())

    def wanted(self) -> Direction:
        """The words above where they have no room beside the buttons."""
        line = self._buttons.line_width()
        fixed = sum(w.sizeHint().width() + px(10) for w in self._words[:-1] if not w.isHidden())
        above = self.width() - px(48) < line + fixed + em(WORDS_EM)
        self._buttons.setMinimumWidth(0 if above else line)
        return Direction.TopToBottom if above else Direction.LeftToRight
