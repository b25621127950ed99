"""Adverse events of everybody in the records: counted beside the window, kept until something reaches the records."""

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from gui.outcomes.cohort_rows import share
from gui.session import Session
from gui.theme.metrics import em, px
from gui.trends.figure_table import FigureTable, TableRow
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Muted
from gui.widgets.strip import Strip
from records.values.event_counts import EventCounts, Sufferer, TermCount

MEASURED_ROWS = 20
#: Column -> the grades it counts; the first column is the term.
GRADES = {1: (1, 2, 3, 4, 5), 2: (1, 2), 3: (3, 4), 4: (5,)}


class EventsView(QWidget):
    """Counts when it is shown; what was counted stays in sight while it counts anew."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("events_view")
        self.setProperty("role", "clear")
        self._session = session
        self._counts: EventCounts | None = None
        self._asked = False
        self._turn = 0
        self._behind: tuple[Sufferer, ...] = ()
        self.summary = Muted("")
        self.summary.setObjectName("events_summary")
        self.again_button = secondary(self.tr("Count agai&n"), "events_again")
        self.message = Strip("events_message", closable=True)
        self.figures = Card(self.tr("Everybody in the records, by term"))
        rules = self.tr(
            "Each patient once a row, at the highest grade on record, whatever caused it. Withdrawn events and what "
            "was there before treatment and never got worse do not count. Events laid to treatment: see Cohort."
        )
        self.figures.add(Muted(rules, small=True))
        self.table = FigureTable("events_table", self.tr("Adverse events of everybody"))
        self.figures.add(self.table)
        # Hundreds of terms: numbers are widest in the first rows, and the terms are measured below.
        self.table.horizontalHeader().setResizeContentsPrecision(MEASURED_ROWS)
        self.behind = Card("")
        self.behind.add(Muted(self.tr("Enter or a double click opens the patient."), small=True))
        self.behind_table = FigureTable("events_behind", self.tr("Patients behind the figure"))
        self.behind.add(self.behind_table)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.summary, 1)
        row.addWidget(self.again_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(row)
        for part in (self.message, self.figures, self.behind):
            column.addWidget(part)
        column.addStretch(1)
        self.figures.setVisible(False)
        self.behind.setVisible(False)
        self.again_button.clicked.connect(self._ask)
        self.table.selectionModel().currentChanged.connect(self._on_cell)
        self.behind_table.opened.connect(self._on_patient)

    def counts(self) -> EventCounts | None:
        """What is shown."""
        return self._counts

    def settled(self) -> bool:
        """Whether nothing is being counted."""
        return not self._asked

    def showEvent(self, event: QShowEvent) -> None:
        """Coming back asks whether anything changed: one question to the store where nothing did."""
        super().showEvent(event)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if self._asked:
            return
        self._asked = True
        self.again_button.setEnabled(False)
        if self._counts is None:
            self.summary.setText(self.tr("Counting …"))
        future = self._session.actions.event_counts(self._counts)
        self._session.link.ask(future, self._on_counts, self._on_refused, self)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self._over()
        if self._counts is None:
            self.summary.setText("")
        self.message.say("stop", words, self.tr("Not counted"))

    def _over(self) -> None:
        self._asked = False
        self.again_button.setEnabled(True)

    def _on_counts(self, found: EventCounts) -> None:
        self._over()
        self.message.clear()
        words = self.tr(
            "Patients with a course: {0}; with an adverse event: {1}; terms: {2}; counted at entry {3} of the trail."
        )
        every = found.every.any_grade
        self.summary.setText(words.format(found.patients, every, len(found.terms), found.newest))
        if found == self._counts:
            return
        self._counts = found
        self._turn += 1
        heads = (
            self.tr("Term"), self.tr("Any grade"), self.tr("Grade 1-2"), self.tr("Grade 3-4"), self.tr("Grade 5"),
        )  # fmt: skip
        rows = [
            self._row(self.tr("Any adverse event"), found.every),
            *(self._row(one.term, one) for one in found.terms),
        ]
        self.table.show_rows(heads, rows, tuple(GRADES))
        measure = self.table.fontMetrics()
        widest = max(measure.horizontalAdvance(row.cells[0]) for row in rows)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().resizeSection(0, widest + em(2.5))
        self.figures.setVisible(True)
        self.behind.setVisible(False)

    def _row(self, title: str, count: TermCount) -> TableRow:
        assert self._counts is not None
        of = self._counts.patients
        numbers = [count.count(*grades) for grades in GRADES.values()]
        return TableRow((title, *(f"{number} ({share(number, of)} %)" for number in numbers)))

    @Slot(QModelIndex, QModelIndex)
    def _on_cell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._counts is None or not current.isValid():
            return
        place, grades = current.row(), GRADES.get(current.column(), GRADES[1])
        count = self._counts.every if place == 0 else self._counts.terms[place - 1]
        self._turn += 1
        turn, number = self._turn, count.count(*grades)
        future = self._session.actions.sufferers(None if place == 0 else count.term, grades)
        self._session.link.ask(
            future, lambda found: self._on_behind(turn, count.term, number, found), self._on_refused, self
        )

    def _on_behind(self, turn: int, term: str, number: int, found: tuple[Sufferer, ...]) -> None:
        if turn != self._turn:
            return
        self._behind = found
        title = self.tr("{0} patients behind: {1}").format(number, term)
        if len(found) < number:
            title += self.tr("; the first {0} by name").format(len(found))
        self.behind.set_title(title)
        heads = (self.tr("Patient"), self.tr("Number"), self.tr("Highest grade"))
        rows = [TableRow((one.name, one.identifiers, str(one.grade))) for one in found]
        self.behind_table.show_rows(heads, rows, (2,))
        self.behind.setVisible(True)

    @Slot(int)
    def _on_patient(self, place: int) -> None:
        self._session.open_patient.emit(self._behind[place].patient_id, "trends")
