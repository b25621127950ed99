"""The line above all pages that says for what this window may not be used."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.theme.look import body_font, fill, tokens
from gui.theme.metrics import px


class Mark(QWidget):
    """The line that says for what this window may not be used; always in sight, painted."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("not_for_clinical_use")
        self.setAccessibleName(words)
        self.setFixedHeight(px(26))

    def words(self) -> str:
        """What it says."""
        return self._words

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(words)
        self.setFixedHeight(px(26))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pale ground and words in the middle."""
        colours = tokens().warn
        painter = QPainter(self)
        fill(painter, self.rect(), colours.ground)
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), colours.bar)
        painter.setPen(QColor(colours.text))
        painter.setFont(body_font(12, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
