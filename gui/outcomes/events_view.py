"""Adverse events of everybody in the records: counted beside the window, kept until something reaches the records."""

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from gui.outcomes.cohort_rows import share
from gui.outcomes.event_causes import EventCauses
from gui.session import Session
from gui.theme.metrics import em, px
from gui.trends.figure_table import FigureTable, TableRow
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Muted
from gui.widgets.strip import Strip
from records.values.event_counts import Cause, EventCounts, Sufferer, TermCount

MEASURED_ROWS = 20
#: Column -> the grades it counts; the first column is the term.
GRADES = {1: (1, 2, 3, 4, 5), 2: (1, 2), 3: (3, 4), 4: (5,)}
#: Beside them, where all events are shown, those related: column -> grades.
RELATED_GRADES = {5: (1, 2, 3, 4, 5), 6: (3, 4)}
NOT_YET = "…"


class EventsView(QWidget):
    """Counts when it is shown; what was counted stays in sight while it counts anew."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("events_view")
        self.setProperty("role", "clear")
        self._session = session
        self._known: dict[Cause | None, EventCounts] = {}
        self._waiting: tuple[Cause | None, ...] = ()
        self._shown: tuple[Cause | None, ...] = ()
        self._rows: tuple[TermCount, ...] = ()
        self._turn = 0
        self._behind: tuple[Sufferer, ...] = ()
        self.summary = Muted("")
        self.summary.setObjectName("events_summary")
        self.again_button = secondary(self.tr("Count agai&n"), "events_again")
        self.message = Strip("events_message", closable=True)
        self.causes = EventCauses()
        self.figures = Card(self.tr("Everybody in the records, by term"))
        self.rules = Muted("", small=True)
        self.rules.setObjectName("events_rules")
        self.figures.add(self.rules)
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
        for part in (self.message, self.causes, self.figures, self.behind):
            column.addWidget(part)
        column.addStretch(1)
        for part in (self.causes, self.figures, self.behind):
            part.setVisible(False)
        self.again_button.clicked.connect(self._ask)
        self.causes.changed.connect(self._ask)
        self.table.selectionModel().currentChanged.connect(self._on_cell)
        self.behind_table.opened.connect(self._on_patient)

    def counts(self, cause: Cause | None = None) -> EventCounts | None:
        """What was counted, of all events or of those of one relation."""
        return self._known.get(cause)

    def settled(self) -> bool:
        """Whether nothing is being counted."""
        return not self._waiting

    def showEvent(self, event: QShowEvent) -> None:
        """Coming back asks whether anything changed: one question to the store where nothing did."""
        super().showEvent(event)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        """Count what is chosen. What is being counted is finished first, then what was chosen meanwhile comes."""
        asking = bool(self._waiting)
        self._waiting = (*self._waiting[:1], *self.causes.causes()) if asking else self.causes.causes()
        if not asking:
            self.again_button.setEnabled(False)
            self._ask_next()

    def _ask_next(self) -> None:
        cause = self._waiting[0]
        if cause not in self._known:
            self.summary.setText(self.tr("Counting …"))
        future = self._session.actions.event_counts(self._known.get(cause), cause)
        self._session.link.ask(future, lambda found: self._on_counts(cause, found), self._on_refused, self)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self._waiting = ()
        self.again_button.setEnabled(True)
        self._summarise()
        self.message.say("stop", words, self.tr("Not counted"))

    def _on_counts(self, cause: Cause | None, found: EventCounts) -> None:
        self.message.clear()
        news = found is not self._known.get(cause)
        kept = {*self.causes.causes(), None}
        self._known = {key: one for key, one in self._known.items() if key in kept} | {cause: found}
        if found.drugs:
            self.causes.show_drugs(found.drugs)
        self._waiting = self._waiting[1:]
        wanted = self.causes.causes()
        if wanted[0] in self._known and (news or self._shown != wanted):
            self._show(wanted)
        if self._waiting:
            self._ask_next()
            return
        self.again_button.setEnabled(True)
        self._summarise()

    def _summarise(self) -> None:
        found = self._known.get(self._shown[0]) if self._shown else None
        if found is None:
            self.summary.setText("")
            return
        words = self.tr(
            "Patients with a course: {0}; with an adverse event: {1}; terms: {2}; counted at entry {3} of the trail."
        )
        if found.cause is not None:
            words = self.tr(
                "Patients with a course: {0}; with such an event: {1}; terms: {2}; counted at entry {3} of the trail."
            )
        self.summary.setText(words.format(found.patients, found.every.any_grade, len(found.terms), found.newest))

    def _show(self, causes: tuple[Cause | None, ...]) -> None:
        """The table of what is chosen; the columns of those related follow once they are counted."""
        self._shown = causes
        self._turn += 1
        main = self._known[causes[0]]
        beside = self._known.get(causes[1]) if len(causes) > 1 else None
        self._rows = (main.every, *main.terms)
        heads = [
            self.tr("Term"), self.tr("Any grade"), self.tr("Grade 1-2"), self.tr("Grade 3-4"), self.tr("Grade 5"),
        ]  # fmt: skip
        if len(causes) > 1 and causes[1] is not None:
            to = causes[1].drug or self.tr("treatment")
            heads += [self.tr("Related to {0}").format(to), self.tr("Related, grade 3-4")]
        related = {} if beside is None else {one.term: one for one in (beside.every, *beside.terms)}
        rows = []
        for one in self._rows:
            cells = [self._words(one, grades) for grades in GRADES.values()]
            if len(causes) > 1:
                none = TermCount(one.term, (0, 0, 0, 0, 0))
                laid = related.get(one.term, none)
                cells += [
                    NOT_YET if beside is None else self._words(laid, grades) for grades in RELATED_GRADES.values()
                ]
            rows.append(TableRow((self.tr("Any adverse event") if one is main.every else one.term, *cells)))
        self.table.show_rows(heads, rows, tuple(range(1, len(heads))))
        measure = self.table.fontMetrics()
        widest = max(measure.horizontalAdvance(row.cells[0]) for row in rows)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.table.horizontalHeader().resizeSection(0, widest + em(2.5))
        self.rules.setText(self._rules_of(causes[0]))
        self.causes.setVisible(True)
        self.figures.setVisible(True)
        self.behind.setVisible(False)

    def _rules_of(self, cause: Cause | None) -> str:
        told = self.tr(
            "Each patient once a row, at the highest grade on record. Withdrawn events and what was there before "
            "treatment and never got worse do not count. Related: possible, probable or definite for a drug of the "
            "course; not said counts as neither."
        )
        if cause is not None and cause.drug:
            told += " " + self.tr("Not said of one drug: also of those who were never given it.")
        return told

    def _words(self, count: TermCount, grades: tuple[int, ...]) -> str:
        number = count.count(*grades)
        return f"{number} ({share(number, self._known[self._shown[0]].patients)} %)"

    @Slot(QModelIndex, QModelIndex)
    def _on_cell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not self._shown or not current.isValid() or current.row() >= len(self._rows):
            return
        place, column = current.row(), current.column()
        cause, grades = self._shown[0], GRADES.get(column, GRADES[1])
        if column in RELATED_GRADES and len(self._shown) > 1:
            cause, grades = self._shown[1], RELATED_GRADES[column]
        term = self._rows[place].term
        counted = self._known.get(cause)
        if counted is None:
            return
        every = counted.every if place == 0 else next((one for one in counted.terms if one.term == term), None)
        number = 0 if every is None else every.count(*grades)
        head = self.table.rows.headerData(max(column, 1), Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        said = f"{self.table.rows.row(place).cells[0]}, {str(head).lower()}"
        self._turn += 1
        turn = self._turn
        future = self._session.actions.sufferers(None if place == 0 else term, grades, cause)
        self._session.link.ask(future, lambda found: self._on_behind(turn, said, number, found), self._on_refused, self)

    def _on_behind(self, turn: int, said: str, number: int, found: tuple[Sufferer, ...]) -> None:
        if turn != self._turn:
            return
        self._behind = found
        title = self.tr("{0} patients behind: {1}").format(number, said)
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
