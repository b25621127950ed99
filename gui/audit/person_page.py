"""What one person did here and what was done about them: for themself and for whoever looks after people."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from gui.audit.entry_detail import EntryDetail
from gui.history.line_table import LineTable
from gui.session import Session
from gui.theme.metrics import em, px
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Heading, Muted
from gui.widgets.column import ScrollColumn
from gui.widgets.strip import Strip
from records.values.audit import PersonHistory
from records.values.core import HistoryLine, Person


class PersonPage(QWidget):
    """Read-only. `left()` leads back."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("person_history_page")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._person: Person | None = None
        self._lines: tuple[HistoryLine, ...] = ()
        self._turn = 0
        self.heading = Heading("", level=1)
        self.words = Muted("")
        self.words.setObjectName("person_history_words")
        self.strip = Strip("person_history_strip")
        self.lines = LineTable()
        self.table = QTableView()
        self.detail = EntryDetail("person_history_detail")
        self.back_button = secondary(self.tr("&Back"), "person_history_back", icon="left")
        self.older_button = secondary(self.tr("&Older entries"), "person_history_older")
        self._make_table()
        self._lay_out()
        self.back_button.clicked.connect(lambda _checked=False: self.left.emit())
        self.older_button.clicked.connect(lambda _checked=False: self._ask())

    def title(self) -> str:
        """The page's name."""
        return self.tr("History of a person")

    def load(self, person: Person) -> None:
        """Show the newest entries about somebody."""
        self._person, self._lines = person, ()
        self._turn += 1
        self.heading.setText(self.tr("History of {0}, {1}").format(person.name, person.role))
        self.words.setText("")
        self.strip.clear()
        self._show(False)
        self._ask()

    def _ask(self) -> None:
        if self._person is None:
            return
        before = self._lines[-1].seq if self._lines else None
        future = self._session.actions.person_history(self._person.id, before)
        self._session.link.ask(future, partial(self._on_found, self._turn), self._on_refused, self)

    def _on_found(self, turn: int, found: PersonHistory) -> None:
        if turn != self._turn:
            return
        self._lines = (*self._lines, *found.lines)
        words = self.tr("What they did, and what was done about them; newest first. {0} entries are shown.")
        said = words.format(len(self._lines))
        if found.hidden:
            said += " " + self.tr(
                "What concerns patients is shown without its content: you do not treat patients here."
            )
        self.words.setText(said)
        self._show(found.more)

    def _show(self, more: bool) -> None:
        row = max(0, self.table.currentIndex().row())
        self.lines.set_lines(self._lines)
        self.older_button.setVisible(more)
        self.table.selectRow(min(row, len(self._lines) - 1))
        if not self._lines:
            self.detail.show_line(None)

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self.strip.say("stop", sentence)

    def _make_table(self) -> None:
        table = self.table
        table.setObjectName("person_history_lines")
        table.setAccessibleName(self.tr("Entries about the person"))
        table.setModel(self.lines)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(em(2.2))
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        head = table.horizontalHeader()
        for column, wide in ((0, 12.5), (1, 15), (2, 26)):
            head.resizeSection(column, em(wide))
        head.setStretchLastSection(True)
        table.selectionModel().currentRowChanged.connect(self._on_row)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.heading)
        words.addWidget(self.words)
        top.addLayout(words, 1)
        top.addWidget(self.older_button, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignVCenter)
        card = Card(self.tr("What was done"))
        card.add(self.table, 1)
        right = ScrollColumn(24)
        right.fill(self.detail)
        below = QHBoxLayout()
        below.setSpacing(px(10))
        below.addWidget(card, 1)
        below.addWidget(right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(24), px(20), px(24), px(20))
        whole.setSpacing(px(10))
        whole.addLayout(top)
        whole.addWidget(self.strip)
        whole.addLayout(below, 1)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.detail.show_line(self.lines.line(current.row()) if current.isValid() else None)
