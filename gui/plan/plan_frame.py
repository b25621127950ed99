"""What the Plan page is made of and where it stands; what it does is in `plan_page`."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gui.plan.day_panel import DayPanel
from gui.plan.difference_view import DifferenceView
from gui.plan.in_force import InForce
from gui.plan.month_grid import MonthGrid, WeekHead
from gui.plan.time_line import TimeLine
from gui.theme.metrics import em, px
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.column import ScrollColumn
from gui.widgets.fitted import Fitted
from gui.widgets.flow import Flow
from gui.widgets.strip import Strip

# Lines of body text: what the page needs in height, from what width on the actions stand beside the month, their width.
LEAST_EM, WIDE_EM, RIGHT_EM = 34, 56, 24


class PlanFrame(QWidget):
    """The time line above; below it the month grid, or the difference a change would make; beside it the actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan_page")
        self.setProperty("role", "page")
        self.line = TimeLine()
        self.grid = MonthGrid()
        self.difference = DifferenceView()
        self.day = DayPanel()
        self.in_force = InForce()
        self.message = Strip("plan_message", closable=True)
        self.notes = Strip("plan_notes")
        self.cycle_words = Label("", "subheading", wrap=True)
        self.cycle_words.setObjectName("plan_cycle_words")
        self.cycle_more = Muted("", small=True)
        self.delay_button = secondary(self.tr("Dela&y this cycle"), "plan_delay", icon="calendar")
        self.hold_button = secondary(self.tr("H&old a drug"), "plan_hold")
        self.stop_button = secondary(self.tr("Stop a drug or the cou&rse"), "plan_stop")
        self.dose_button = quiet(self.tr("Open the dose o&f this cycle"), "plan_dose", icon="right")
        self.move_button = quiet(self.tr("&Move to another version …"), "plan_move", icon="right")
        self.actions_card = Card(self.tr("Change the plan"))
        self.actions_words = Muted("", small=True)
        self.form_place = QVBoxLayout()
        self.right = ScrollColumn(RIGHT_EM)
        self.middle = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self.middle.addWidget(self._grid_card())
        self.middle.addWidget(self.difference)
        fitted = Fitted(LEAST_EM)
        fitted.page.setContentsMargins(px(24), px(12), px(24), px(12))
        fitted.page.setSpacing(px(10))
        fitted.page.addWidget(self.message)
        fitted.page.addWidget(self._line_card())
        fitted.add_columns(self.middle, self.right, spacing=px(10), wide_em=WIDE_EM, right_em=RIGHT_EM, below_em=28)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(fitted)
        self._fill_right()

    def _line_card(self) -> QWidget:
        card = Card()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setProperty("role", "clear")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.line)
        area.setObjectName("time_line_area")
        self.line_area = area
        card.add(area)
        return card

    def fit_line(self) -> None:
        """The time line is as high as it needs to be, holds included; room for the bar where it scrolls."""
        height = self.line.sizeHint().height()
        wide = self.line.minimumWidth() > self.line_area.viewport().width()
        self.line.setFixedHeight(height)
        self.line_area.setFixedHeight(height + (px(14) if wide else px(2)))

    def _grid_card(self) -> QWidget:
        card = Card()
        head = QHBoxLayout()
        head.addWidget(self.cycle_words, 1)
        head.addWidget(self.dose_button)
        card.body.addLayout(head)
        card.add(self.cycle_more)
        card.add(self.notes)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the weekdays above keep their places
        area.setProperty("role", "clear")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.grid)
        area.setMinimumHeight(em(14))
        self.grid_area = area
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, px(12), 0)  # the bar's width in the style sheet
        head.addWidget(WeekHead())
        card.body.addLayout(head)
        card.add(area, 1)
        return card

    def _fill_right(self) -> None:
        buttons = Flow()
        for button in (self.delay_button, self.hold_button, self.stop_button):
            buttons.add(button)
        buttons.add(self.move_button)
        self.actions_card.add(buttons)
        self.actions_card.add(self.actions_words)
        place = QWidget()
        place.setProperty("role", "clear")
        place.setLayout(self.form_place)
        self.form_place.setContentsMargins(0, 0, 0, 0)
        self.right.fill(self.actions_card, place, self.day, self.in_force)
