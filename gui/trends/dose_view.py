"""Doses: planned against given by cycle, why each is what it is, totals with their thresholds, and the tables."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.trends.dose_chart import DoseChart
from gui.trends.dose_words import (
    counted_words,
    cycle_said,
    intensity_words,
    level_words,
    mark_words,
    reason_words,
    share_words,
    short_reason,
    sum_words,
    taken_words,
    total_words,
)
from gui.trends.figure_table import FigureTable, TableRow
from gui.trends.figures import Figures
from gui.trends.sided import Sided
from gui.trends.total_chart import TotalChart
from gui.trends.words import rounded, short
from gui.widgets.card import Card, Label, Muted
from records.course.dose_trend import DoseCycle, DrugTrend


class DoseView(QWidget):
    """Choosing a cell says at once why the dose is what it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._figures: Figures | None = None
        self._cells: tuple[tuple[int, DoseCycle], ...] = ()
        self.chart = DoseChart()
        self.why_title = Label("", "strong", wrap=True)
        self.why_title.setObjectName("dose_why_title")
        self.why = Label("", wrap=True)
        self.why.setObjectName("dose_why")
        self.sums = Label("", wrap=True)
        self.sums.setObjectName("dose_sums")
        self.marks = Muted("", small=True)
        self.marks.setObjectName("dose_marks")
        self.total = TotalChart()
        self.total_card = Card("")
        self.table = FigureTable("dose_table", self.tr("Doses by drug and cycle"))
        self.intensities = FigureTable("intensity_table", self.tr("Dose intensity by drug"))
        self.notes = Muted("", small=True)
        self.notes.setObjectName("intensity_notes")
        self._lay_out()
        self.chart.chosen.connect(self._on_chosen)
        self.table.chosen.connect(self._on_row)

    def _lay_out(self) -> None:
        given = Card(self.tr("Planned and given"))
        given.add(self.chart)
        given.add(self.why_title)
        given.add(self.why)
        note = self.tr(
            "Outline: the regimen's own dose; filling: what was given; dashed: signed, not given yet. "
            "Relative dose intensity: dose given over dose planned in the time planned, so a delay lowers it too."
        )
        given.add(Muted(note, small=True))
        for part in (self.total, self.sums, self.marks):
            self.total_card.add(part)
        figure, tables = QWidget(), QWidget()
        for place, cards in ((figure, (given, self.total_card)), (tables, self._table_cards())):
            place.setProperty("role", "clear")
            column = QVBoxLayout(place)
            column.setContentsMargins(0, 0, 0, 0)
            for card in cards:
                column.addWidget(card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Sided(figure, tables))

    def _table_cards(self) -> tuple[Card, Card]:
        cycles, intensity = Card(self.tr("The same in numbers")), Card(self.tr("Dose intensity so far"))
        cycles.add(self.table)
        intensity.add(self.intensities)
        intensity.add(self.notes)
        return cycles, intensity

    def show_figures(self, figures: Figures) -> None:
        """The cell chosen before stays chosen, else the last cycle whose dose was changed."""
        same = self._figures is not None and self._figures.course == figures.course
        drug, cycle = (self.chart.drug(), self.chart.cycle()) if same else _worth_seeing(figures.drugs)
        self._figures = figures
        self.chart.show_trends(figures.drugs, drug, cycle)
        self._cells = tuple((place, one) for place, trend in enumerate(figures.drugs) for one in trend.cycles)
        heads = (
            self.tr("Drug"), self.tr("Cycle"), self.tr("Level"), self.tr("Each dose"), self.tr("Given"),
            self.tr("Total mg/m²"), self.tr("Why"), self.tr("Tablets taken"), self.tr("mg/m² of the cycle"),
        )  # fmt: skip
        rows = [_row(figures.drugs[place], one) for place, one in self._cells]
        self.table.show_rows(heads, rows, (1, 3, 4, 5))
        found = [trend.intensity for trend in figures.drugs if trend.intensity is not None]
        columns = (
            self.tr("Drug"), self.tr("Cycles"), self.tr("Of the planned dose"), self.tr("Days"),
            self.tr("Relative intensity"),
        )  # fmt: skip
        notes = [words for one in found if (words := counted_words(one))]
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
        self.intensities.show_rows(columns, [TableRow(intensity_words(one)) for one in found], (1, 2, 3, 4))
        self._show_totals(figures)
        self._on_chosen(self.chart.drug(), self.chart.cycle())

    def _show_totals(self, figures: Figures) -> None:
        """Totals of every drug they mean something for; the chart is that of the drug with marks."""
        totalled = [trend for trend in figures.drugs if trend.total is not None]
        marked = next((trend for trend in totalled if trend.thresholds), totalled[0] if totalled else None)
        self.total_card.setVisible(marked is not None)
        if marked is None:
            return
        self.total_card.set_title(self.tr("Total of {0} over the course, mg/m²").format(marked.drug))
        self.total.show_trend(marked)
        self.sums.setText("\n".join(sum_words(trend) for trend in totalled))
        self.marks.setText("\n".join(mark_words(trend, mark) for trend in totalled for mark in trend.thresholds))

    @Slot(int, int)
    def _on_chosen(self, drug: int, cycle: int) -> None:
        own = self.chart.cell()
        if self._figures is None or not self._figures.drugs:
            return
        trend = self._figures.drugs[drug]
        if own is None:
            self.why_title.setText(self.tr("{0} is not in cycle {1}.").format(trend.drug, cycle))
            self.why.setText("")
            return
        title, words = reason_words(trend, own)
        self.why_title.setText(title)
        self.why.setText(words)
        self.table.choose(self._cells.index((drug, own)))

    @Slot(int)
    def _on_row(self, row: int) -> None:
        drug, own = self._cells[row]
        cycles = sorted({one.cycle for _drug, one in self._cells})
        self.chart.choose(drug, cycles.index(own.cycle))


def _worth_seeing(trends: tuple[DrugTrend, ...]) -> tuple[int, int]:
    """The newest change of a dose; the first drug in the newest cycle where there is none."""
    changed = [(one.cycle, place) for place, trend in enumerate(trends) for one in trend.cycles if one.changed]
    if changed:
        cycle, place = max(changed)
        return place, cycle
    return 0, max((one.cycle for trend in trends for one in trend.cycles), default=0)


def _row(trend: DrugTrend, one: DoseCycle) -> TableRow:
    each = f"{short(one.dose_mg)} mg" if one.dose_mg is not None else ""
    total = "" if one.total is None else rounded(one.total, 1)
    cells = (
        trend.drug, str(one.cycle), level_words(trend, one), each, share_words(one), total, short_reason(one),
        taken_words(one), total_words(one),
    )  # fmt: skip
    reduced = one.whole_percent < 100 or one.held
    return TableRow(cells, "warn" if reduced else "plain", cycle_said(trend, one))
