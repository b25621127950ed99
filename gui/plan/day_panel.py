"""The chosen date in words, beside the month grid."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.plan.course_view import CourseView, day_lines
from gui.theme.metrics import em, px
from gui.widgets.card import Card, Label, Muted
from gui.widgets.column import empty
from gui.widgets.dates import shown_date
from gui.widgets.parts import widgets_in


class DayPanel(Card):
    """Heading and words of everything that stands on one date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("day_panel")
        self.where = Muted("", small=True)
        self.add(self.where)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(px(12))
        self._lines.setVerticalSpacing(px(6))
        self._lines.setColumnStretch(1, 1)
        self.body.addLayout(self._lines)

    def show_day(self, view: CourseView, on: date) -> None:
        """Show one date."""
        self.set_title(shown_date(on))
        place = view.days.get(on)
        self.where.setText(
            self.tr("Cycle {0}, day {1}").format(place.cycle, place.cycle_day)
            if place
            else self.tr("outside the course")
        )
        empty(self._lines)
        lines = day_lines(view, on)
        for row, (head, words) in enumerate(lines or (("", self.tr("Nothing is planned.")),)):
            name, said = Label(head, "small", wrap=True), Label(words, wrap=True)
            if words == "NO TABLETS":
                said.setProperty("role", "strong")
            name.setFixedWidth(em(7.2))
            self._lines.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(said, row, 1)
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """All words shown."""
        found = [self.heading.text(), self.where.text()]
        found += [widget.text() for widget in widgets_in(self._lines) if isinstance(widget, Label)]
        return " ".join(found)
