"""Beneath the banner, on every page of a patient: somebody else treats them, or the course came from elsewhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme.metrics import px
from gui.widgets.dates import shown_date
from gui.widgets.strip import Strip
from records.course.handed_over import given_away
from records.values.core import CourseRecord, Workspace


class HandedBar(QWidget):
    """`give_wanted()` when the handover is to be looked at. Hidden while the course is treated here."""

    give_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("handed_bar")
        self.setProperty("role", "clear")
        self.strip = Strip("handed_strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(8), px(24), 0)
        row.addWidget(self.strip)
        self.hide()

    def show_course(self, space: Workspace, course: CourseRecord | None) -> None:
        """Say it of the course shown."""
        given = given_away(space.handovers, course.id) if course is not None and course.status == "active" else None
        self.setVisible(given is not None)
        if given is None:
            self.strip.clear()
            return
        title = self.tr("Handed over to {0} on {1}").format(given.other, shown_date(given.at.astimezone().date()))
        self.strip.say("warn", self.tr("This course is treated there. An order here asks first."), title)
        self.strip.add_action(self.tr("Open the handover"), self.give_wanted.emit, "open")
