"""The History page: orders with their doses, totals so far, and all that was done, in words; nothing changes here."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.audit.entry_detail import EntryDetail
from gui.history.line_table import LineTable
from gui.history.scan_words import with_names
from gui.history.words import OrderRow, cumulative_words, order_rows
from gui.session import Session
from gui.theme.metrics import em, px
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Muted
from gui.widgets.choice import Segmented
from gui.widgets.column import ScrollColumn
from gui.widgets.fitted import Fitted
from gui.widgets.strip import Strip
from gui.workspace.state import PatientState
from records.values.core import HistoryLine

MOST_ORDER_ROWS = 6  # then the table scrolls
# Lines of body text: what the page needs in height, from what width on the details stand beside the list, their width.
LEAST_EM, WIDE_EM, RIGHT_EM = 32, 56, 24


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
            wrap=True,
        )
        self.lines = LineTable()
        self.table = QTableView()
        self.detail = EntryDetail("history_detail")
        self.order_button = secondary(self.tr("Entrie&s of this order"), "history_of_order")
        self.order_button.setCheckable(True)
        self.order_button.setEnabled(False)
        self._patient_lines: tuple[HistoryLine, ...] = ()
        self._order_ids: tuple[UUID, ...] = ()
        self._make_tables()
        self._lay_out()
        self.filter.chosen.connect(self._on_filter)
        self.orders.itemSelectionChanged.connect(self._on_order)
        self.order_button.toggled.connect(self._on_order)
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
            lambda lines: self._on_lines(turn, with_names(lines, state.space.lesions)),
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
        orders.body.addWidget(self.order_button, 0, Qt.AlignmentFlag.AlignLeft)
        orders.add(self.totals)
        done = Card(self.tr("What was done"))
        done.add(self.filter)
        done.add(self.table, 1)
        right = ScrollColumn(RIGHT_EM)
        right.fill(self.detail)
        fitted = Fitted(LEAST_EM)
        fitted.page.setContentsMargins(px(24), px(12), px(24), px(12))
        fitted.page.setSpacing(px(10))
        fitted.page.addWidget(self.message)
        fitted.page.addWidget(orders)
        fitted.add_columns(done, right, spacing=px(10), wide_em=WIDE_EM, right_em=RIGHT_EM, below_em=18)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(fitted)

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
        chosen = self._chosen_order()
        self._order_ids = tuple(row.id for row in rows)
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
        self.order_button.setVisible(bool(rows))
        if chosen in self._order_ids:
            self.orders.selectRow(self._order_ids.index(chosen))
        self.totals.setText("\n".join(totals) if rows or totals else self.tr("No cycle is signed yet."))

    def _on_lines(self, turn: int, lines: tuple[HistoryLine, ...]) -> None:
        if turn != self._turn:
            return
        self.message.clear()
        self._patient_lines = lines
        if self.order_button.isChecked():
            self._on_order()  # its own entries are asked for anew
        else:
            self._show_lines(lines)

    def _show_lines(self, lines: tuple[HistoryLine, ...]) -> None:
        before = self.lines.line(self.table.currentIndex().row())
        self.lines.set_lines(lines)
        same = next((r for r in range(self.lines.rowCount()) if before and self.lines.line(r) == before), 0)
        self.table.selectRow(same)

    def _chosen_order(self) -> UUID | None:
        rows = self.orders.selectionModel().selectedRows()
        return self._order_ids[rows[0].row()] if rows and rows[0].row() < len(self._order_ids) else None

    @Slot()
    def _on_order(self) -> None:
        """The entries of the order chosen above, or of everything again."""
        ident = self._chosen_order()
        self.order_button.setEnabled(ident is not None)
        if not self.order_button.isChecked() or ident is None:
            self._show_lines(self._patient_lines)
            return
        self.filter.choose("all")
        self.lines.set_kind("all")
        turn = self._turn
        self._session.link.ask(
            self._session.actions.order_history(ident),
            lambda lines: self._show_lines(lines) if turn == self._turn and self._chosen_order() == ident else None,
            self._on_refused,
            self,
        )

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.message.say("stop", words, self.tr("The history cannot be shown"))

    @Slot(str)
    def _on_filter(self, kind: str) -> None:
        self.lines.set_kind(kind)
        self.table.selectRow(0)
        if not self.lines.rowCount():
            self.detail.show_line(None)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.detail.show_line(self.lines.line(current.row()) if current.isValid() else None)


def _tables(state: PatientState) -> tuple[tuple[OrderRow, ...], tuple[str, ...]]:
    return order_rows(state), cumulative_words(state)
