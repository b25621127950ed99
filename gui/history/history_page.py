"""The History page: orders with their doses, totals so far, and all that was done, in words; nothing changes here."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.history.line_table import LineTable
from gui.history.words import OrderRow, change_lines, cumulative_words, order_rows, what_words, why_words
from gui.session import Session
from gui.theme.metrics import em, px
from gui.widgets.card import Card, Label, Muted
from gui.widgets.choice import Segmented
from gui.widgets.column import ScrollColumn, empty
from gui.widgets.strip import Strip
from gui.workspace.state import PatientState
from records.values import HistoryLine

MOST_ORDER_ROWS = 6  # then the table scrolls


class HistoryPage(QWidget):
    """Read-only."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history_page")
        self.setProperty("role", "page")
        self._session = session
        self._turn = 0
        self.message = Strip("history_message")
        self.orders = QTableWidget(0, 0)
        self.totals = Muted("")
        self.totals.setObjectName("history_totals")
        self.filter = Segmented(
            (
                ("all", self.tr("Everything")),
                ("orders", self.tr("Orders")),
                ("plan", self.tr("Plan")),
                ("visits", self.tr("Visits")),
                ("prints", self.tr("Prints")),
                ("patient", self.tr("Patient")),
                ("values", self.tr("Measurements and labs")),
            ),
            name="history_filter",
        )
        self.lines = LineTable()
        self.table = QTableView()
        self.detail = Card("")
        self.detail.setObjectName("history_detail")
        self._detail_lines = QGridLayout()
        self._make_tables()
        self._lay_out()
        self.filter.chosen.connect(self._on_filter)
        self.filter.choose("all")

    def title(self) -> str:
        """The page's name on its tab."""
        return self.tr("H&istory")

    def load(self, state: PatientState) -> None:
        """Read the history of the patient anew."""
        self._turn += 1
        turn = self._turn
        self._session.link.run(
            partial(_tables, state), lambda found: self._on_orders(turn, *found), self._on_refused, self
        )
        self._session.link.ask(
            self._session.actions.history(state.space.patient.id),
            lambda lines: self._on_lines(turn, lines),
            self._on_refused,
            self,
        )

    def flush(self) -> None:
        """Nothing waits here."""

    def _make_tables(self) -> None:
        for table, name, words in (
            (self.orders, "history_orders", self.tr("Orders and doses")),
            (self.table, "history_lines", self.tr("What was done")),
        ):
            table.setObjectName(name)
            table.setAccessibleName(words)
            table.verticalHeader().setVisible(False)
            table.verticalHeader().setDefaultSectionSize(em(2.2))
            table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            table.setShowGrid(False)
            table.setTabKeyNavigation(False)
            table.setWordWrap(False)
            table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setModel(self.lines)
        head = self.table.horizontalHeader()
        for column, wide in ((0, 12.5), (1, 15), (2, 26)):
            head.resizeSection(column, em(wide))
        head.setStretchLastSection(True)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    def _lay_out(self) -> None:
        orders = Card(self.tr("Orders and doses"))
        orders.add(self.orders)
        orders.add(self.totals)
        done = Card(self.tr("What was done"))
        done.add(self.filter)
        done.add(self.table, 1)
        self._detail_lines.setHorizontalSpacing(px(12))
        self._detail_lines.setVerticalSpacing(px(4))
        self._detail_lines.setColumnStretch(1, 1)
        self.detail.body.addLayout(self._detail_lines)
        right = ScrollColumn(24)
        right.fill(self.detail)
        below = QHBoxLayout()
        below.setSpacing(px(10))
        below.addWidget(done, 1)
        below.addWidget(right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(24), px(12), px(24), px(12))
        whole.setSpacing(px(10))
        whole.addWidget(self.message)
        whole.addWidget(orders)
        whole.addLayout(below, 1)

    def _on_orders(self, turn: int, rows: tuple[OrderRow, ...], totals: tuple[str, ...]) -> None:
        if turn != self._turn:
            return
        drugs = list(dict.fromkeys(drug for row in rows for drug in row.doses))
        heads = [
            self.tr("Cycle"),
            self.tr("State"),
            self.tr("Day 1"),
            *drugs,
            self.tr("Signed by"),
            self.tr("Check code"),
        ]
        self.orders.setColumnCount(len(heads))
        self.orders.setHorizontalHeaderLabels(heads)
        self.orders.setRowCount(len(rows))
        for place, row in enumerate(rows):
            doses = (row.doses.get(drug, "–") for drug in drugs)
            for column, words in enumerate((row.cycle, row.state, row.day1, *doses, row.signed, row.check_code)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.orders.setItem(place, column, item)
        self.orders.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        shown = min(len(rows), MOST_ORDER_ROWS)
        self.orders.setFixedHeight(em(2.4) + shown * em(2.2) + px(14))
        self.orders.setVisible(bool(rows))
        self.totals.setText("\n".join(totals) if rows or totals else self.tr("No cycle is signed yet."))

    def _on_lines(self, turn: int, lines: tuple[HistoryLine, ...]) -> None:
        if turn != self._turn:
            return
        before = self.lines.line(self.table.currentIndex().row())
        self.message.clear()
        self.lines.set_lines(lines)
        same = next((r for r in range(self.lines.rowCount()) if before and self.lines.line(r) == before), 0)
        self.table.selectRow(same)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words, self.tr("The history cannot be shown"))

    @Slot(str)
    def _on_filter(self, kind: str) -> None:
        self.lines.set_kind(kind)
        self.table.selectRow(0)
        if not self.lines.rowCount():
            self._show_detail(None)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._show_detail(self.lines.line(current.row()) if current.isValid() else None)

    def _show_detail(self, line: HistoryLine | None) -> None:
        empty(self._detail_lines)
        self.detail.set_title(what_words(line) if line else self.tr("Nothing of this kind"))
        self.detail.heading.setWordWrap(True)
        if line is None:
            return
        at = line.at.astimezone()
        rows = [
            (self.tr("When"), f"{at:%Y-%m-%d %H:%M:%S %z}"),
            (self.tr("Who"), f"{line.by}, {line.role}"),
            (self.tr("Why"), why_words(line)),
            (self.tr("Entry"), str(line.seq)),
            *change_lines(line),
        ]
        for place, (head, words) in enumerate(row for row in rows if row[1]):
            self._detail_lines.addWidget(Label(head, "small", wrap=True), place, 0, Qt.AlignmentFlag.AlignTop)
            shown = words if " " in words or len(words) < 24 else f"{words[:16]} …"
            said = Label(shown, wrap=True)
            said.setToolTip(words)
            self._detail_lines.addWidget(said, place, 1)


def _tables(state: PatientState) -> tuple[tuple[OrderRow, ...], tuple[str, ...]]:
    return order_rows(state), cumulative_words(state)
