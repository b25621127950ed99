"""Words at the left, buttons at the right; where it is narrow the buttons stand below, in the lines they need."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from gui.theme.metrics import em, px
from gui.widgets.flow import Flow


class HeadRow(QWidget):
    """Never wider than its widest part.

    words_em  width the words want beside the buttons, in lines of body text
    """

    def __init__(self, words: QWidget, buttons: Sequence[QWidget], words_em: float = 14) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._words_em = words_em
        self._buttons = Flow(right=True)
        for button in buttons:
            self._buttons.add(button)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(12))
        self._box.addWidget(words, 1)
        self._box.addWidget(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Buttons come and go and change their words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        line = self._buttons.line_width()
        below = self.width() < line + px(12) + em(self._words_em)
        self._buttons.setMinimumWidth(0 if below else line)
        wanted = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != wanted:
            self._box.setDirection(wanted)
