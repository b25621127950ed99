"""Old and new dates side by side, what warns of them, and the button that accepts: nothing is stored before it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.plan.proposal import Proposed, difference_rows
from gui.theme.look import body_font
from gui.theme.metrics import em, px
from gui.widgets.alert_list import AlertList
from gui.widgets.buttons import primary, quiet
from gui.widgets.card import Card, Muted
from gui.widgets.check import Check
from gui.widgets.column import ScrollColumn
from gui.widgets.strip import Strip


class DifferenceView(QWidget):
    """`accepted()` after the difference was shown; `discarded()` leaves everything as it is."""

    accepted = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("difference_view")
        self.setProperty("role", "clear")
        self._missing = ""
        self._stop = False
        self._ready = False
        self.card = Card(self.tr("Before it is accepted: old and new dates"))
        self.summary = Muted("")
        self.summary.setObjectName("difference_summary")
        self.message = Strip("difference_message")
        self.effects = Strip("difference_effects")
        self.alerts = AlertList("difference_alerts")
        self.table = QTableWidget(0, 5)
        self.in_spite = Check(self.tr("I have read the &stop and go on all the same"), "difference_in_spite")
        self.accept_button = primary(self.tr("Acce&pt the new dates"), "difference_accept", icon="ok")
        self.discard_button = quiet(self.tr("&Leave as it is"), "difference_discard", icon="undo")
        self.missing_words = Muted("", small=True)
        self.missing_words.setObjectName("difference_missing")
        self._make_table()
        self._lay_out()
        self.accept_button.clicked.connect(self._on_accept)
        self.discard_button.clicked.connect(self.discarded)
        self.in_spite.toggled.connect(self._update_button)

    def wait(self, title: str) -> None:
        """A difference is being computed; what was shown before is no longer accepted."""
        self._ready = False
        self.card.set_title(title)
        self._update_button()

    def show_proposed(self, title: str, proposed: Proposed) -> None:
        """Show one difference."""
        self.card.set_title(title)
        rows = difference_rows(proposed.moved)
        self.message.clear()
        self.table.setVisible(bool(rows))
        self.table.setRowCount(len(rows))
        before = 0
        for place, row in enumerate(rows):
            cycle = self.tr("Cycle {0}").format(row.cycle) if row.cycle != before else ""
            before = row.cycle
            for column, words in enumerate((cycle, row.event, row.old or "–", row.new or "–", row.moved)):
                item = QTableWidgetItem(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                if column == 0 or (column == 3 and row.event == "day 1"):
                    item.setFont(body_font(13, bold=True))
                self.table.setItem(place, column, item)
        self.table.setFixedHeight(em(2.6) + len(rows) * em(2.1) + px(16))
        count = len({moved.cycle for moved in proposed.moved})
        self.summary.setText(
            (
                self.tr("{0} events of 1 cycle change.") if count == 1 else self.tr("{0} events of {1} cycles change.")
            ).format(len(proposed.moved), count)
            if rows
            else self.tr("No date changes.")
        )
        self._stop = any(alert.severity == "stop" for alert in proposed.alerts)
        self.in_spite.setChecked(False)
        self.in_spite.setVisible(self._stop)
        self.alerts.show_alerts(proposed.alerts)
        self.alerts.setVisible(bool(proposed.alerts))
        self._show_effects(proposed)
        self._ready = True
        self._update_button()

    def show_refusal(self, title: str, words: str) -> None:
        """The change cannot be laid out; the sentence says why."""
        self.card.set_title(title)
        self._ready = False
        self.table.setRowCount(0)
        self.table.setVisible(False)
        self.summary.setText("")
        for widget in (self.alerts, self.in_spite):
            widget.setVisible(False)
        self.effects.clear()
        self.message.say("stop", words, self.tr("This cannot be planned"))
        self._update_button()

    def set_missing(self, words: str) -> None:
        """What the form still needs before the change can be accepted."""
        self._missing = words
        self._update_button()

    def _show_effects(self, proposed: Proposed) -> None:
        said = []
        if proposed.printed is not None:
            said.append(
                self.tr("The printed calendar, revision {0}, becomes void: take it back and print a new one.").format(
                    proposed.printed
                )
            )
        said += [
            self.tr("Cycle {0} was signed for the old date and has to be signed again.").format(cycle)
            for cycle in proposed.resign
        ]
        if said:
            self.effects.say("warn", " ".join(said), self.tr("What follows"))
        else:
            self.effects.clear()

    def _make_table(self) -> None:
        self.table.setObjectName("difference_table")
        self.table.setAccessibleName(self.tr("Old and new dates"))
        heads = (self.tr("Cycle"), self.tr("What"), self.tr("Now"), self.tr("New"), self.tr("Difference"))
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setDefaultSectionSize(em(2.1))
        # Dates are never cut off: columns are as wide as their words, the last takes what is left.
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)

    def _lay_out(self) -> None:
        area = ScrollColumn(spacing=8)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("What changes"))
        area.fill(self.summary, self.message, self.effects, self.alerts, self.table)
        self.card.add(area, 1)
        self.card.add(self.in_spite)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.missing_words, 1)
        row.addWidget(self.discard_button)
        row.addWidget(self.accept_button)
        self.card.body.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.card)

    @Slot()
    def _update_button(self) -> None:
        words = self._missing
        if not words and self._ready and self._stop and not self.in_spite.isChecked():
            words = self.tr("A stop is open: read it and tick that you go on.")
        self.missing_words.setText(words)
        self.accept_button.setEnabled(self._ready and not words)

    @Slot()
    def _on_accept(self) -> None:
        self.accepted.emit()
