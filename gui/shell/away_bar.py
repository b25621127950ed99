"""The bar across the window while the server of the records cannot be reached."""

from datetime import datetime

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme.look import body_font, fill, tokens
from gui.theme.metrics import px
from gui.widgets.card import Label


class AwayBar(QWidget):
    """Hidden until `show_away`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("away_bar")
        self.words = Label("", "label", wrap=True)
        self.words.setObjectName("away_words")
        self.words.setFont(body_font(13, bold=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(8), px(24), px(8))
        row.addWidget(self.words, 1)
        self.setVisible(False)

    def show_away(self, since: datetime) -> None:
        """Since when nobody has reached it."""
        text = self.tr(
            "NOT CONNECTED to the records since {0}; trying again by itself. What you type stays where it is; "
            "what you save now is saved once the server is back, or you are told that it was not."
        ).format(since.strftime("%H:%M"))
        self.words.setText(text)
        self.words.set_tone("warn")
        self.setAccessibleName(text)
        self.setVisible(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pale ground and a line below, as for every warning."""
        colours = tokens().warn
        painter = QPainter(self)
        fill(painter, self.rect(), colours.ground)
        painter.fillRect(0, self.height() - px(2), self.width(), px(2), QColor(colours.bar))
        painter.end()
