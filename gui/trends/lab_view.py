"""Lab trends: one test chosen from a list, its chart, what the chosen value says, and the table of all its values."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.trends.figure_table import FigureTable, TableRow
from gui.trends.figures import CTCAE, Figures
from gui.trends.grade_marks import grade_tone
from gui.trends.lab_chart import LabChart
from gui.trends.sided import Sided
from gui.trends.words import (
    band_words,
    cycle_words,
    day_words,
    grade_words,
    limits_words,
    number,
    point_words,
    short_mark,
    value_words,
    with_units,
)
from gui.widgets.card import Card, Label, Muted
from gui.widgets.combo import ComboField
from records.bedside.lab_trend import LabSeries
from regimen.unit_words import unit_words


class LabView(QWidget):
    """`tested(str)` when another test is chosen."""

    tested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._figures: Figures | None = None
        self.test = ComboField(self.tr("Te&st"), name="trend_test")
        self.test.combo.setMinimumContentsLength(26)
        self.chart = LabChart()
        self.said = Label("", "strong", wrap=True)
        self.said.setObjectName("lab_said")
        self.why = Muted("", small=True)
        self.why.setObjectName("lab_why")
        self.bands = Muted("", small=True)
        self.bands.setObjectName("lab_bands")
        self.table = FigureTable("lab_table", self.tr("Values of the test"))
        self.card = Card("")
        self.values = Card(self.tr("The same in numbers"))
        self._lay_out()
        self.test.chosen.connect(self._on_test)
        self.chart.chosen.connect(self._on_point)
        self.table.chosen.connect(self.chart.choose)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        self.test.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(self.test)
        row.addStretch(1)
        self.card.body.addLayout(row)
        self.card.add(self.chart, 1)
        for words in (self.said, self.why, self.bands):
            self.card.add(words)
        self.values.add(self.table)
        note = self.tr(
            "G1 to G4: CTCAE grade. Square: the baseline, the last value up to the first day of the course. Triangle: "
            "reported as below or above a number. LLN, ULN: limits of normal. Wedge: doses given; hollow: to come."
        )
        self.values.add(Muted(note, small=True))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Sided(self.card, self.values, grows=True))

    def show_figures(self, figures: Figures) -> None:
        """Show the test chosen before, else neutrophils, else the first; the newest value is chosen."""
        same = self._figures is not None and self._figures.patient == figures.patient
        chosen = self.test.value() if same else None
        self._figures = figures
        choices = [(_key(one), self._title(one)) for one in figures.labs]
        self.test.set_choices(choices)
        keys = [key for key, _words in choices]
        usual = next((key for key in keys if key.startswith("neutrophils")), keys[0] if keys else None)
        self.test.choose(chosen if chosen in keys else usual)
        self._show(self.chart.place() if chosen in keys else -1)

    def series(self) -> LabSeries | None:
        """The test shown."""
        wanted = self.test.value()
        labs = self._figures.labs if self._figures is not None else ()
        return next((one for one in labs if _key(one) == wanted), None)

    def _title(self, series: LabSeries) -> str:
        return f"{series.title} · {unit_words(series.unit)}"

    @Slot(str)
    def _on_test(self, key: str) -> None:
        self._show(-1)
        self.tested.emit(key)

    def _show(self, place: int) -> None:
        series, figures = self.series(), self._figures
        if series is None or figures is None:
            return
        self.card.set_title(self.tr("{0} over time").format(series.title))
        self.chart.show_series(series, figures.starts, figures.today, place if place >= 0 else len(series.points) - 1)
        units = {point.unit for point in series.points}
        value = self.tr("Value")
        heads = (
            self.tr("Date"), self.tr("Cycle day"), f"{value}, {unit_words(series.unit)}" if len(units) == 1 else value,
            self.tr("Grade"), self.tr("Mark"), self.tr("Limits"), self.tr("Baseline"),
        )  # fmt: skip
        self.table.show_rows(heads, [_row(series, place) for place in range(len(series.points))], (2,))
        self._on_point(self.chart.place())

    @Slot(int)
    def _on_point(self, place: int) -> None:
        series = self.series()
        if series is None:
            return
        point = series.points[place]
        self.said.setText(point_words(series, place))
        self.why.setText(with_units(point.why))
        span = next(span for span in series.spans if span.first <= place <= span.last)
        if span.bands:
            named = "; ".join(band_words(band) for band in span.bands if band.grade != 0)
            by = self.tr("by the limits reported with it")
            if any(band.by_baseline for band in span.bands):
                assert point.baseline is not None
                by = self.tr("partly by multiples of the baseline, {0} {1}").format(
                    number(point.baseline), unit_words(point.unit)
                )
                if all(band.by_baseline for band in span.bands if band.grade):
                    by = by.removeprefix("partly ")
            self.bands.setText(
                self.tr("Bands at this value, CTCAE v{0}, {1}, in {2}: {3}.").format(
                    CTCAE, by, unit_words(series.unit), named
                )
            )
        else:
            self.bands.setText(self.tr("No bands: CTCAE v{0} gives no grade by these figures.").format(CTCAE))
        self.table.choose(place)


def _key(series: LabSeries) -> str:
    return f"{series.analyte}|{series.unit}"


def _row(series: LabSeries, place: int) -> TableRow:
    point = series.points[place]
    own_unit = "" if len({one.unit for one in series.points}) == 1 else f" {unit_words(point.unit)}"
    baseline = "" if point.baseline is None else number(point.baseline)
    grade = grade_words(point.grades) + (" × baseline" if point.by_baseline and point.grade else "")
    tone = grade_tone(point.grade) if point.grade else "plain"
    cells = (
        day_words(point), cycle_words(point.cycle, point.cycle_day), f"{value_words(point)}{own_unit}", grade,
        short_mark(series, place), limits_words(point.lln, point.uln), baseline,
    )  # fmt: skip
    return TableRow(cells, tone, point_words(series, place))
