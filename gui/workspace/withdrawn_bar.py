"""Beneath the banner, on every page of a patient: a file their course goes by is no longer approved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.session import Session
from gui.theme.metrics import px
from gui.widgets.strip import Strip
from records.course.versions import withdrawn_words
from records.values.core import CourseRecord


class WithdrawnBar(QWidget):
    """`move_wanted()` when the patient is to be moved to another version. Hidden while all is approved."""

    move_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("withdrawn_bar")
        self.setProperty("role", "clear")
        self._session = session
        self.strip = Strip("withdrawn_strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(8), px(24), 0)
        row.addWidget(self.strip)
        self.hide()

    def show_course(self, course: CourseRecord | None) -> None:
        """Say it of the course shown; one that has ended is signed for no more."""
        gone = course.withdrawn if course is not None and course.status == "active" else ()
        self.setVisible(bool(gone))
        if not gone:
            self.strip.clear()
            return
        self.strip.say(
            "stop",
            self.tr("No order is signed on it until it is approved again or the patient is moved to another version.")
            + " "
            + self.tr("Cycles that were given, and their calendars, stay as they are."),
            " ".join(withdrawn_words(file) for file in gone),
        )
        if self._session.may("move course"):
            self.strip.add_action(self.tr("Move to another version …"), self.move_wanted.emit, "open", main=True)
