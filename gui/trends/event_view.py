"""Adverse events: the line of time, what the chosen event says, worst grades by cycle, and the table of all events."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.trends.event_chart import EventChart
from gui.trends.figure_table import FigureTable, TableRow
from gui.trends.figures import Figures
from gui.trends.grade_marks import grade_tone
from gui.trends.sided import Sided
from gui.trends.words import cycle_words, end_words, event_date_words, lane_marks, lane_words
from gui.visit.heat_map import HeatMap
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.dates import MONTHS
from records.bedside.event_timeline import EventLane


class EventView(QWidget):
    """`opened(UUID)`: show this event on the Visit page."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._figures: Figures | None = None
        self.chart = EventChart()
        self.said = Label("", "strong", wrap=True)
        self.said.setObjectName("event_said")
        self.open_button = secondary(self.tr("&Open on the visit"), "open_event")
        self.map_card = Card(self.tr("Worst grade by cycle"))
        self.map = HeatMap()
        self.map.setObjectName("trend_heat_map")
        self.table = FigureTable("event_table", self.tr("Adverse events of the course"))
        self._lay_out()
        self.chart.chosen.connect(self._on_lane)
        self.chart.opened.connect(self.opened)
        self.table.chosen.connect(self.chart.choose)
        self.table.opened.connect(self._on_opened)
        self.open_button.clicked.connect(lambda: self._on_opened(self.chart.lane()))

    def _lay_out(self) -> None:
        card = Card(self.tr("Adverse events over time"))
        card.add(self.chart)
        row = QHBoxLayout()
        row.addWidget(self.said, 1)
        row.addWidget(self.open_button)
        card.body.addLayout(row)
        note = self.tr(
            "Arrow keys choose, a click or Enter opens the visit. An event stands at its last grade until another is "
            "said; the arrow: it goes on. C1*: given at another hospital. What was withdrawn is not shown."
        )
        card.add(Muted(note, small=True))
        self.map_card.add(self.map)
        figure = QWidget()
        figure.setProperty("role", "clear")
        column = QVBoxLayout(figure)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        values = Card(self.tr("The same in words"))
        values.add(self.table)
        beside = QWidget()
        beside.setProperty("role", "clear")
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(values)
        right.addWidget(self.map_card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Sided(figure, beside, 104))

    def show_figures(self, figures: Figures) -> None:
        """The event chosen before stays chosen."""
        before = self._lane_id()
        self._figures = figures
        ids = [lane.id for lane in figures.lanes]
        worst = max(range(len(ids)), key=lambda n: (figures.lanes[n].ongoing, figures.lanes[n].highest), default=0)
        self.chart.show_figures(figures, ids.index(before) if before in ids else worst)
        heads = (
            self.tr("Event"), self.tr("Highest"), self.tr("Grades"), self.tr("Start"), self.tr("Onset"),
            self.tr("End"), self.tr("Days"), self.tr("Laid to"), self.tr("Mark"),
        )  # fmt: skip
        self.table.show_rows(heads, [_row(lane) for lane in figures.lanes], (1, 6))
        self.map.show_grades(figures.worst)
        self.map_card.setVisible(bool(figures.worst.rows))
        self._on_lane(self.chart.lane())

    def _lane_id(self) -> UUID | None:
        lanes = self._figures.lanes if self._figures is not None else ()
        return lanes[self.chart.lane()].id if lanes else None

    @Slot(int)
    def _on_lane(self, lane: int) -> None:
        if self._figures is None or not self._figures.lanes:
            return
        self.said.setText(lane_words(self._figures.lanes[lane]))
        self.table.choose(lane)

    @Slot(int)
    def _on_opened(self, lane: int) -> None:
        if self._figures is not None and 0 <= lane < len(self._figures.lanes):
            self.opened.emit(self._figures.lanes[lane].id)


def _row(lane: EventLane) -> TableRow:
    grades = " → ".join(
        f"{one.grade} ({one.first.day} {MONTHS[one.first.month - 1]})" if len(lane.segments) > 1 else str(one.grade)
        for one in lane.segments
    )
    days = lane.days()
    cells = (
        lane.term, str(lane.highest), grades, event_date_words(lane.start), cycle_words(lane.cycle, lane.cycle_day),
        end_words(lane), "" if days is None else str(days), lane.cause, lane_marks(lane),
    )  # fmt: skip
    return TableRow(cells, grade_tone(lane.highest), lane_words(lane))
