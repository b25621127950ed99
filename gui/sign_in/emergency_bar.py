"""The red bar across the window while wider rights are in force."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme.look import body_font, fill
from gui.theme.metrics import px
from gui.widgets.buttons import secondary
from gui.widgets.card import Label
from records.values.accounts import Emergency

RED = "#a5281b"  # the same by day and by night: an emergency is no matter of taste


class EmergencyBar(QWidget):
    """`ended` when its button is pressed."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("emergency_bar")
        self.words = Label("", "label", wrap=True)
        self.words.setObjectName("emergency_words")
        self.words.setFont(body_font(13, bold=True))
        self.words.setStyleSheet("color: #ffffff; background: transparent;")
        self.end_button = secondary(self.tr("&End emergency rights"), "emergency_end")
        self.end_button.clicked.connect(lambda _checked=False: self.ended.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(8), px(24), px(8))
        row.setSpacing(px(16))
        row.addWidget(self.words, 1)
        row.addWidget(self.end_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_emergency(self, emergency: Emergency, *, can_end: bool) -> None:
        """Who has wider rights, until when and why. can_end: somebody is there who may end it."""
        self.end_button.setVisible(can_end)
        until = emergency.until.astimezone().strftime("%H:%M")
        text = self.tr("EMERGENCY RIGHTS until {0}: {1}, {2}. Everything done is marked. Reason: {3}").format(
            until, emergency.person.name, emergency.person.role, " ".join(emergency.reason.split())
        )
        self.words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Red from edge to edge."""
        painter = QPainter(self)
        fill(painter, self.rect(), RED)
        painter.end()
