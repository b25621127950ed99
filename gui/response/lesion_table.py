"""Lesions by scan: a row each, a column for every stored scan, and one of fields for the scan being typed."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QWidget

from gui.response.figures import Figures
from gui.response.reading_field import ReadingField
from gui.response.reading_rule import Kind, words_of
from gui.response.words import cell_words, lesion_words, millimetre_change, millimetres, percent, tone_of
from gui.theme.metrics import em, px
from gui.widgets.buttons import quiet
from gui.widgets.card import Chip, Label, Line
from gui.widgets.column import Row
from gui.widgets.combo import ComboField
from gui.widgets.date_field import DateField
from gui.widgets.date_rule import Style
from gui.widgets.dates import shown_date
from outcomes.recist.time_point import TimePoint
from records.values.responses import METHODS, LesionRecord, ScanEntry, ScanRecord

NAME_EM, SCAN_EM, TYPED_EM = 15, 9, 15
#: Beside the baseline, the newest scans stand in the table until all are asked for.
NEWEST = 4
REMARKS = ("sum", "baseline", "nadir", "overall", "immune")


class LesionTable(QScrollArea):
    """`changed()` at every key; `scan_wanted(UUID)`: look at a stored scan; `lesion_wanted(UUID)`: at a lesion."""

    changed = Signal()
    scan_wanted = Signal(object)
    lesion_wanted = Signal(object)
    field_entered = Signal(object)  # the field the keys went on to, to be scrolled into sight

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lesion_table")
        self.setProperty("role", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the page scrolls it
        self.fields: dict[str, ReadingField] = {}
        self.date: DateField | None = None
        self.method: ComboField | None = None
        self.all_scans = False
        self._remarks: dict[str, Label] = {}

    def show_figures(
        self, figures: Figures, typed: ScanEntry | None, corrects: ScanRecord | None, style: Style
    ) -> None:
        """Lay everything out anew; what was typed is put in by the page afterwards."""
        inner = QWidget()
        inner.setProperty("role", "clear")
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, px(4), 0)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(4))
        self.fields, self._remarks, self.date, self.method = {}, {}, None, None
        self._row = 0
        shown = self._shown(figures.scans, corrects)
        self._typed_column = len(shown) + 1 if typed is not None else 0
        self._head(shown, typed, style)
        for role in ("target", "nontarget", "new"):
            self._lesions(figures, shown, role, typed)
            if role == "target" and any(one.entry.role == "target" for one in figures.lesions):
                self._sums(figures, shown)
        self._said(figures, shown, typed)
        self._responses(figures, shown)
        self._grid.setColumnStretch(len(shown) + 2, 1)
        self._grid.setRowStretch(self._row + 1, 1)
        self.setWidget(inner)
        inner.installEventFilter(self)
        self._fit()
        self._chain()

    def order(self) -> list[ReadingField]:
        """The fields of readings from top to bottom."""
        return list(self.fields.values())

    def say(self, figures: Figures, *, complete: bool) -> None:
        """Only what follows from the scan being typed; while readings are missing only progression is certain."""
        if not self._typed_column or figures.typed is None:
            return
        rules = {one.field: one.reason for one in figures.broken} if complete else {}
        for field in self.order():
            field.set_note("stop", rules.get(f"target {field.objectName().removeprefix('reading_')}", ""))
        point, immune = figures.point(figures.typed.on), figures.immune(figures.typed.on)
        for name, label in self._remarks.items():
            words = remark(name, point, immune.response if immune else None, figures, figures.typed.on)
            if figures.typed.baseline and name != "sum":
                words = "–"
            elif name in ("overall", "immune") and not complete and (point is None or point.overall != "PD"):
                words = "…"
            label.setText(words)
            if name in ("overall", "immune"):
                label.setProperty("tone", tone_of(words))
                label.style().unpolish(label)
                label.style().polish(label)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Words below a field come and go: the table is as high as all of it."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setFixedHeight(self._grid.sizeHint().height() + self.horizontalScrollBar().sizeHint().height())

    # --- laying it out

    def _shown(self, scans: Sequence[ScanRecord], corrects: ScanRecord | None) -> list[ScanRecord]:
        found = [scan for scan in scans if corrects is None or scan.id != corrects.id]
        if self.all_scans or len(found) <= NEWEST + 1:
            return found
        return [found[0], *found[-NEWEST:]]

    def _put(self, widget: QWidget, column: int, *, top: bool = False) -> None:
        where = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter
        if isinstance(widget, Chip | QPushButton):
            where |= Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(widget, self._row, column, where)

    def _words(self, text: str, column: int, name: str, role: str = "label", width: float = SCAN_EM) -> Label:
        label = Label(text, role, wrap=True)
        label.setObjectName(name)
        label.setFixedWidth(em(width))
        self._put(label, column)
        return label

    def _section(self, words: str, columns: int) -> None:
        line = Line()
        self._grid.addWidget(line, self._row, 0, 1, columns)
        self._row += 1
        self._words(words, 0, "", "small", NAME_EM)
        self._row += 1

    def _columns(self, shown: Sequence[ScanRecord]) -> int:
        return len(shown) + 1 + bool(self._typed_column)

    def _head(self, shown: Sequence[ScanRecord], typed: ScanEntry | None, style: Style) -> None:
        for column, scan in enumerate(shown, start=1):
            assert scan.entry.on is not None
            button = quiet(shown_date(scan.entry.on, weekday=False), f"scan_{scan.entry.on.isoformat()}")
            what = self.tr("baseline") if scan.entry.baseline else METHODS[scan.entry.method]
            button.setAccessibleName(self.tr("Scan of {0}, {1}: show, correct").format(button.text(), what))
            button.clicked.connect(lambda _on=False, scan=scan: self.scan_wanted.emit(scan.id))
            self._put(button, column, top=True)
        if typed is not None:
            words = self.tr("Baseline scan, date") if typed.baseline else self.tr("This scan, date")
            self.date = DateField(words, style=style, name="scan_date")
            self.date.setFixedWidth(em(TYPED_EM))
            self.date.changed.connect(self.changed)
            self._put(self.date, self._typed_column, top=True)
        self._row += 1
        for column, scan in enumerate(shown, start=1):
            words = METHODS[scan.entry.method]
            words = self.tr("baseline, {0}").format(words) if scan.entry.baseline else words
            again = self.tr(", revision {0}").format(scan.revision) if scan.revision > 1 else ""
            self._words(words + again, column, f"method_{column}", "small")
        if typed is not None:
            self.method = ComboField(self.tr("How it was made"), tuple(METHODS.items()), name="scan_method")
            self.method.setFixedWidth(em(TYPED_EM))
            self.method.chosen.connect(lambda _value: self.changed.emit())
            self._put(self.method, self._typed_column)
        self._row += 1

    def _lesions(self, figures: Figures, shown: Sequence[ScanRecord], role: str, typed: ScanEntry | None) -> None:
        lesions = [one for one in figures.lesions if one.entry.role == role]
        if not lesions:
            return
        said = {
            "target": self.tr("Target lesions, mm"),
            "nontarget": self.tr("Other disease"),
            "new": self.tr("New lesions (iRECIST), never in the sum"),
        }
        self._section(said[role], self._columns(shown))
        kinds: dict[str, Kind] = {"target": "target", "nontarget": "nontarget", "new": "new"}
        for lesion in lesions:
            self._lesion_name(lesion)
            for column, scan in enumerate(shown, start=1):
                name = f"cell_{lesion.entry.name}_{scan.entry.on}"
                self._words(cell_words(lesion, scan.entry), column, name, "strong" if role == "target" else "label")
            if typed is not None and not (role == "new" and typed.baseline):
                words = f"{lesion.entry.name}, {lesion_words(lesion.entry)}"
                self._field(str(lesion.id), words, kinds[role], f"reading_{lesion.entry.name}")
            self._row += 1

    def _lesion_name(self, lesion: LesionRecord) -> None:
        name = lesion.entry.name
        button = quiet(name.replace("&", "&&"), f"lesion_{name}")
        button.setAccessibleName(self.tr("Lesion {0}, {1}").format(name, lesion_words(lesion.entry)))
        button.clicked.connect(lambda _on=False: self.lesion_wanted.emit(lesion.id))
        if self._typed_column:  # while a scan is read Tab leads from value to value
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        words = Label(lesion_words(lesion.entry), "small", wrap=True)
        words.setObjectName(f"about_{name}")
        cell = Row(spacing=2)
        cell.box.addWidget(button)
        cell.box.addWidget(words, 1)
        cell.setFixedWidth(em(NAME_EM))
        self._put(cell, 0)

    def _field(self, key: str, words: str, kind: Kind, name: str) -> None:
        field = ReadingField(words, kind, name)
        field.setFixedWidth(em(TYPED_EM))
        field.changed.connect(self.changed)
        self.fields[key] = field
        self._put(field, self._typed_column)

    def _remark_row(self, name: str, words: str, figures: Figures, shown: Sequence[ScanRecord]) -> None:
        self._words(words, 0, f"row_{name}", "strong" if name in ("sum", "overall") else "small", NAME_EM)
        for column, scan in enumerate(shown, start=1):
            on = scan.entry.on
            immune = figures.immune(on)
            text = remark(name, figures.point(on), immune.response if immune else None, figures, on)
            self._remark(name, text, column, f"{name}_{on}")
        if self._typed_column:
            self._remarks[name] = self._remark(name, "–", self._typed_column, f"{name}_typed")
        self._row += 1

    def _remark(self, name: str, text: str, column: int, called: str) -> Label:
        if name in ("overall", "immune"):
            chip = Chip(text, tone_of(text))
            chip.setObjectName(called)
            self._put(chip, column)
            return chip
        return self._words(text, column, called, "strong" if name == "sum" else "small")

    def _sums(self, figures: Figures, shown: Sequence[ScanRecord]) -> None:
        self._remark_row("sum", self.tr("Sum of diameters"), figures, shown)
        self._remark_row("baseline", self.tr("on the baseline"), figures, shown)
        self._remark_row("nadir", self.tr("on the smallest before"), figures, shown)

    def _said(self, figures: Figures, shown: Sequence[ScanRecord], typed: ScanEntry | None) -> None:
        self._section(self.tr("Also"), self._columns(shown))
        if any(not scan.entry.baseline for scan in shown) or (typed is not None and not typed.baseline):
            self._words(self.tr("New lesion"), 0, "row_new_lesion", width=NAME_EM)
            for column, scan in enumerate(shown, start=1):
                words = "–" if scan.entry.baseline else words_of("new_lesion", scan.entry.new_lesion)
                self._words(words, column, f"new_lesion_{scan.entry.on}")
            if typed is not None and not typed.baseline:
                self._field("new_lesion", self.tr("New lesion"), "new_lesion", "reading_new_lesion")
            self._row += 1
        self._words(self.tr("Tumour marker"), 0, "row_marker", width=NAME_EM)
        for column, scan in enumerate(shown, start=1):
            self._words(words_of("marker", scan.entry.marker), column, f"marker_{scan.entry.on}")
        if typed is not None:
            self._field("marker", self.tr("Tumour marker against the upper limit of normal"), "marker",
                        "reading_marker")  # fmt: skip
        self._row += 1

    def _responses(self, figures: Figures, shown: Sequence[ScanRecord]) -> None:
        self._section(self.tr("Response"), self._columns(shown))
        self._remark_row("overall", self.tr("RECIST 1.1"), figures, shown)
        if figures.on_inhibitor:
            self._remark_row("immune", self.tr("iRECIST, beside it"), figures, shown)

    def _chain(self) -> None:
        """Up, down and Enter lead along the fields; so does Tab."""
        fields = self.order()
        for place, field in enumerate(fields):
            field.step.connect(lambda step, place=place: self._go(place + step))
        chain: list[QWidget] = [one.edit for one in fields]
        if self.method is not None:
            chain.insert(0, self.method.combo)
        if self.date is not None:
            chain.insert(0, self.date.edit)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    @Slot(int)
    def _go(self, place: int) -> None:
        fields = self.order()
        if 0 <= place < len(fields):
            edit = fields[place].edit
            edit.setFocus(Qt.FocusReason.TabFocusReason)
            edit.selectAll()
            self.ensureWidgetVisible(fields[place], px(24), 0)
            self.field_entered.emit(fields[place])

    def lesion_of(self, field: ReadingField) -> UUID | None:
        """The lesion a field is about."""
        key = next((key for key, one in self.fields.items() if one is field), "")
        return UUID(key) if key not in ("new_lesion", "marker", "") else None


def remark(name: str, point: TimePoint | None, immune: str | None, figures: Figures, on: date | None) -> str:
    """One of REMARKS of one scan in words; the baseline has only its sum."""
    if point is None:
        dot = next((one for one in figures.dots() if one.on == on and not one.response), None)
        return millimetres(dot.sum_mm) if name == "sum" and dot is not None else "–"
    if name == "sum":
        if point.sum_mm is None and point.baseline_mm is not None:
            return QCoreApplication.translate("LesionTable", "{0} so far").format(millimetres(point.measured_mm))
        return millimetres(point.sum_mm)
    if name == "baseline":
        return percent(point.change_from_baseline)
    if name == "nadir":
        step = millimetre_change(point.sum_mm, point.nadir_before_mm)
        return f"{percent(point.change_from_nadir)}  {step}".strip()
    return point.overall if name == "overall" else immune or "–"
