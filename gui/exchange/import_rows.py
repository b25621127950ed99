"""The rows of a file beside the records: what will be stored, what is there, what is refused and why."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from gui.theme.metrics import em, px
from gui.theme.tokens import Tone
from gui.trends.figure_table import FigureTable, RowsOnDemand, TableRow
from gui.widgets.card import Label, Muted
from gui.widgets.choice import Segmented

if TYPE_CHECKING:
    from records.values.imports import PreviewRow

TONES: dict[str, Tone] = {"store": "plain", "there": "plain", "refused": "stop"}


def tr(text: str) -> str:
    """Translate in the context of the Import page."""
    return QCoreApplication.translate("ImportPage", text)


class ImportRowsView(QWidget):
    """All rows, or those of one state; the chosen row in full below the table."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import_rows")
        self.setProperty("role", "clear")
        self._rows: tuple[PreviewRow, ...] = ()
        self._shown: tuple[PreviewRow, ...] = ()
        self.filter = Segmented((), name="import_filter", wrap=True)
        self.table = FigureTable("import_table", tr("Rows of the file"))
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)  # ten thousand rows are not measured one by one
        head.setStretchLastSection(True)
        self.about = Label("", "label", wrap=True)
        self.about.setObjectName("import_row_words")
        self.note = Muted("", small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for widget in (self.filter, self.table, self.about, self.note):
            column.addWidget(widget)
        self.filter.chosen.connect(self._on_filter)
        self.table.chosen.connect(self._on_row)

    def show_rows(self, rows: "tuple[PreviewRow, ...]") -> None:
        """Replace all rows; the filter stays where it still finds any."""
        self._rows = rows
        counts: Counter[str] = Counter(row.state for row in rows)
        noted = sum(bool(row.notes) and row.state != "refused" for row in rows)
        before = self.filter.value()
        choices = [("all", tr("All {0}").format(len(rows)))]
        for state, words in (
            ("store", tr("Will be stored: {0}")), ("there", tr("There already: {0}")), ("refused", tr("Refused: {0}")),
        ):  # fmt: skip
            choices.append((state, words.format(counts[state])))
        if noted:
            choices.append(("noted", tr("To be looked at: {0}").format(noted)))
        self.filter.blockSignals(True)
        self.filter.set_choices(choices)
        self.filter.choose(before if before in dict(choices) else "all")
        self.filter.blockSignals(False)
        self._on_filter(self.filter.value() or "all")

    def shown(self) -> "tuple[PreviewRow, ...]":
        """The rows under the filter."""
        return self._shown

    @Slot(str)
    def _on_filter(self, which: str) -> None:
        self._shown = tuple(
            row for row in self._rows
            if which == "all" or row.state == which or (which == "noted" and row.notes and row.state != "refused")
        )  # fmt: skip
        states = {"store": tr("will be stored"), "there": tr("there already"), "refused": tr("refused")}
        shown = self._shown

        def worded(place: int) -> TableRow:
            row = shown[place]
            return TableRow((str(row.read.place), states[row.state], words_of(row)), TONES[row.state])

        rows = RowsOnDemand(len(shown), worded)
        self.table.show_rows((tr("Row"), tr("State"), tr("What, or why not")), rows, (0,))
        for place, width in ((0, em(5)), (1, em(9))):
            self.table.setColumnWidth(place, width)
        self.about.setText(tr("Choose a row to read it in full.") if rows else tr("No row."))
        self.note.setVisible(False)

    @Slot(int)
    def _on_row(self, place: int) -> None:
        row = self._shown[place]
        self.about.setText(words_of(row, notes=False))
        self.note.setText("\n".join(row.notes))
        self.note.setVisible(bool(row.notes))


def words_of(row: "PreviewRow", *, notes: bool = True) -> str:
    """A row in a line: what it stores, or why it does not; a mark where there is something to look at."""
    if row.state == "refused":
        return f"{row.read.title}: {row.why}"
    told = f" ({' '.join(row.notes)})" if notes and row.notes else ""
    return f"{row.said[:1].upper()}{row.said[1:]}{told}"
