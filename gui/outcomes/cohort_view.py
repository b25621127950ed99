"""A cohort: opened, filtered, summed up in tables with the patients behind each figure, and drawn."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.outcomes.cohort_choice import CohortChoice
from gui.outcomes.cohort_parts import PARTS, plots_of, rules_of, table_of
from gui.outcomes.cohort_report import CohortReport
from gui.outcomes.cohort_rows import CountTable, patient_table
from gui.outcomes.flow_row import FlowRow
from gui.outcomes.in_sight import bring_in_sight
from gui.outcomes.kept_cohorts import KeptCohorts
from gui.outcomes.nameless import Nameless
from gui.outcomes.plot_panel import PlotPanel
from gui.session import Session
from gui.theme.metrics import px
from gui.trends.figure_table import FigureTable, TableRow
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Card, Muted
from gui.widgets.choice import Segmented
from gui.widgets.file_choice import ask_file_to_open, ask_file_to_save
from gui.widgets.strip import Strip
from gui.widgets.writing import stores
from outcomes.cohort.values import DEMO, Answer, Cohort, ReadAsked, SumAsked

if TYPE_CHECKING:
    from gui.outcomes.records_reader import RecordsReader

REST_MS = 200
DEMO_FILES = (DEMO / "cohort.csv", DEMO / "cohort-events.csv")


class CohortView(QWidget):
    """Nothing is read before a person opens something."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("cohort_view")
        self.setProperty("role", "clear")
        self._session = session
        self._turn = 0
        self._cohort: Cohort | None = None
        self._answer: Answer | None = None
        self._waiting = False
        self._reader: RecordsReader | None = None
        self._files = ReadAsked("")
        self._table = CountTable((), ())
        self._make_widgets()
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REST_MS)
        self._later.timeout.connect(self._sum_up)
        self._connect()
        self._show_parts(shown=False)

    def answer(self) -> Answer | None:
        """What is shown."""
        return self._answer

    def settled(self) -> bool:
        """Whether everything asked for is shown."""
        return not self._waiting and not self._later.isActive() and self.plot.settled()

    def table_shown(self) -> CountTable:
        """The rows of the part shown."""
        return self._table

    def _make_widgets(self) -> None:
        self.open_button = secondary(self.tr("Open a co&hort file"), "cohort_open")
        self.events_button = secondary(self.tr("Add adverse e&vents"), "cohort_events")
        self.records_button = secondary(self.tr("From the &records"), "cohort_records", icon="patients")
        self.report_button = secondary(self.tr("Report as &one PDF"), "cohort_report", icon="save")
        self.demo_button = quiet(self.tr("Demo cohort (s&ynthetic)"), "cohort_demo")
        self.nameless_button = stores(secondary(self.tr("Tab&les without names"), "cohort_nameless", icon="save"))
        self.nameless = Nameless(self._session, self)
        self.report = CohortReport(self._session, self)
        self.kept = KeptCohorts(self._session)
        self.message = Strip("cohort_message", closable=True)
        self.summary = Muted(
            self.tr(
                "From the records, or from a table (CSV): one row a patient, with id and start_date; "
                "docs/study.md names the columns."
            )
        )
        self.summary.setObjectName("cohort_summary")
        self.choice = CohortChoice(self._session)
        self.part = Segmented(
            (
                ("baseline", self.tr("Baseline")),
                ("response", self.tr("Response")),
                ("survival", self.tr("Survival")),
                ("events", self.tr("Adverse events")),
                ("treatment", self.tr("Treatment")),
                ("patients", self.tr("Patients")),
            ),
            name="cohort_part",
            wrap=True,
        )
        self.figures = Card("")
        self.rules = Muted("", small=True)
        self.rules.setObjectName("cohort_rules")
        self.table = FigureTable("cohort_table", self.tr("Figures of the cohort"))
        self.notes = Strip("cohort_notes")
        self.plot = PlotPanel(self._session)
        self.behind = Card("")
        self.behind_table = FigureTable("cohort_behind", self.tr("Patients behind the figure"))
        self.behind_words = Muted("", small=True)

    def _lay_out(self) -> None:
        row = FlowRow()
        for button in (
            self.records_button, self.open_button, self.events_button, self.report_button, self.nameless_button,
            self.demo_button,
        ):  # fmt: skip
            row.add(button)
        self.figures.add(self.rules)
        self.figures.add(self.table)
        self.behind.add(self.behind_words)
        self.behind.add(self.behind_table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(row)
        column.addWidget(self.kept)
        for widget in (
            self.summary, self.message, self.choice, self.part, self.notes, self.figures, self.behind, self.plot,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self) -> None:
        self.records_button.clicked.connect(self._on_records)
        self.open_button.clicked.connect(self._on_open)
        self.report_button.clicked.connect(self._on_report)
        self.events_button.clicked.connect(self._on_events)
        self.nameless_button.clicked.connect(self._on_nameless)
        self.report.said.connect(self._on_report_begun)
        self.report.saved.connect(self._on_saved)
        self.report.refused.connect(lambda words: self.message.say("stop", words, self.tr("Nothing was saved")))
        self.report.over.connect(self._on_report_over)
        self.nameless.saved.connect(self._on_saved)
        self.nameless.refused.connect(lambda words: self.message.say("stop", words, self.tr("Nothing was saved")))
        self.kept.read.connect(self._on_kept)
        self.kept.refused.connect(lambda words: self._on_refused(words, RuntimeError()))
        self.demo_button.clicked.connect(lambda _checked=False: self.read(*map(str, DEMO_FILES)))
        self.choice.changed.connect(self._later.start)
        self.part.chosen.connect(self._on_part)
        self.table.selectionModel().currentChanged.connect(self._on_cell)
        self.behind_table.opened.connect(self._on_patient)
        self.plot.behind.connect(self._on_mark)

    def _show_parts(self, *, shown: bool) -> None:
        always: tuple[QWidget, ...] = (self.choice, self.part, self.figures)
        for widget in always:
            widget.setVisible(shown)
        self.report_button.setEnabled(shown)
        mine = self._cohort is not None and bool(self._cohort.keys)
        self.nameless_button.setVisible(mine and self._session.may("export de-identified"))
        self.events_button.setEnabled(self._cohort is not None and bool(self._files.cohort))
        if not shown:
            later: tuple[QWidget, ...] = (self.plot, self.behind, self.notes)
            for widget in later:
                widget.setVisible(False)

    @Slot()
    def _on_open(self) -> None:
        ask_file_to_open(self, self.tr("Cohort"), self.tr("Tables (*.csv)"), lambda path: self.read(str(path)))

    @Slot()
    def _on_events(self) -> None:
        cohort = self._files.cohort
        ask_file_to_open(
            self, self.tr("Adverse events"), self.tr("Tables (*.csv)"), lambda path: self.read(cohort, str(path))
        )

    def read(self, cohort: str, events: str = "") -> None:
        """Read files in the other process; what was shown stays until they are read."""
        self._waiting = True
        asked = ReadAsked(cohort, events)
        future = self._session.reckoning.put(asked)
        self._session.link.ask(future, lambda found: self._on_read(asked, found), self._on_refused, self)

    @Slot()
    def _on_report(self) -> None:
        if self._answer is not None:
            self.report.ask(self._answer, [(part, self.part.buttons[part].text()) for part in PARTS])

    @Slot(str)
    def _on_report_begun(self, words: str) -> None:
        self.report_button.setEnabled(False)
        self.message.say("note", words)

    @Slot()
    def _on_report_over(self) -> None:
        self.report_button.setEnabled(self._answer is not None)

    @Slot()
    def _on_nameless(self) -> None:
        """Those who count, as tables the command reads, under pseudonyms and moved days."""
        if self._answer is None:
            return
        cohort = self._answer.cohort
        ask_file_to_save(
            self, self.tr("Save the cohort without names"), "cohort-without-names.csv", self.tr("Tables (*.csv)"),
            lambda path: self.nameless.save(cohort, str(path)), ".csv",
        )  # fmt: skip

    def _on_saved(self, name: str) -> None:
        self.message.say("ok", self.tr("Saved as {0}.").format(name))

    @Slot()
    def _on_records(self) -> None:
        """Everybody of the records, one after the other; a click while it reads stops it."""
        if self._reader is not None:
            self._reader.stop()
            self._reading_over()
            self.summary.setText(self.tr("Stopped; nothing was taken over."))
            return
        from gui.outcomes.records_reader import RecordsReader

        self._waiting = True
        self._reader = RecordsReader(self._session, self)
        self._reader.progress.connect(self._on_progress)
        self._reader.finished.connect(self._on_records_read)
        self._reader.refused.connect(lambda words: self._on_refused(words, RuntimeError()))
        self.records_button.setText(self.tr("Stop &reading"))
        self._reader.begin()

    @Slot(int, int)
    def _on_progress(self, done: int, of: int) -> None:
        self.summary.setText(self.tr("Reading the records: {0} of {1} patients").format(done, of))

    @Slot(object)
    def _on_records_read(self, cohort: Cohort) -> None:
        self._reading_over()
        if not cohort.patients:
            self.message.say("warn", "\n".join(cohort.left_out), self.tr("Nobody in the records has a cycle given"))
            return
        self._files = ReadAsked("")
        self._take(cohort)

    @Slot(object)
    def _on_kept(self, cohort: Cohort) -> None:
        self._files = ReadAsked("")
        self._take(cohort)

    def _reading_over(self) -> None:
        self._waiting = False
        self._reader = None
        self.records_button.setText(self.tr("From the &records"))

    def _on_read(self, asked: ReadAsked, cohort: Cohort) -> None:
        self._files = asked
        self._take(cohort)

    def _take(self, cohort: Cohort) -> None:
        self._cohort = cohort
        self.message.clear()
        self.choice.show_cohort(cohort)
        self._show_parts(shown=True)
        if self.part.value() is None:
            self.part.choose("response")
        self._sum_up()

    def _on_refused(self, words: str, _error: Exception) -> None:
        self._reading_over()
        self.message.say("stop", words, self.tr("Nothing was taken over"))

    @Slot()
    def _sum_up(self) -> None:
        if self._cohort is None:
            return
        if not self.choice.holds():
            self.message.say(
                "warn", self.tr("A day or number above is not understood; the figures are those before it.")
            )
            return
        self._turn += 1
        turn, self._waiting = self._turn, True
        asked = SumAsked(self._cohort, self.choice.filter(), self.choice.choices())
        future = self._session.reckoning.put(asked)
        self._session.link.ask(future, lambda answer: self._on_answer(turn, answer), self._on_refused, self)

    def _on_answer(self, turn: int, answer: Answer) -> None:
        if turn != self._turn:
            return
        self._waiting = False
        self._answer = answer
        self.message.clear()
        cohort = answer.cohort
        self.summary.setText(
            self.tr("{0} of {1} patients of {2} ({3}). Every figure leads to its patients: choose a cell.").format(
                len(cohort.patients), answer.of, cohort.name, cohort.sha256[:12]
            )
        )
        if care := (*answer.summary.warnings, *cohort.left_out):
            self.notes.say("warn", "\n".join(care), self.tr("Read with care"))
        else:
            self.notes.clear()
        self._show()

    @Slot(str)
    def _on_part(self, _part: str) -> None:
        if self._answer is not None:
            self._show()

    def _show(self) -> None:
        """Table, rules and plots of the part chosen."""
        answer, part = self._answer, self.part.value()
        if answer is None or part is None:
            return
        self._table = table_of(part, answer)
        rows = [TableRow(row.cells) for row in self._table.rows]
        self.table.show_rows(self._table.heads, rows, self._table.numbers)
        self.figures.set_title(self.part.buttons[part].text())
        self.rules.setText(rules_of(part, answer))
        self.rules.setVisible(bool(self.rules.text()))
        self.behind.setVisible(False)
        self.plot.show_answer(answer)
        self.plot.show_kinds(plots_of(part, answer))

    @Slot(QModelIndex, QModelIndex)
    def _on_cell(self, current: QModelIndex, _before: QModelIndex) -> None:
        answer = self._answer
        if answer is None or not current.isValid() or current.row() >= len(self._table.rows):
            return
        row = self._table.rows[current.row()]
        self._show_behind(row.cells[0].strip(), row.behind(current.column()))

    @Slot(str, object)
    def _on_mark(self, words: str, ids: tuple[str, ...]) -> None:
        """A mark that counts several: their list, with the cursor in it."""
        self._show_behind(words, ids)
        self.behind_table.setFocus()
        QTimer.singleShot(0, self.behind, lambda: bring_in_sight(self.behind, self.behind.rect().center()))

    def _show_behind(self, words: str, ids: tuple[str, ...]) -> None:
        """The patients a figure or a mark counts."""
        answer = self._answer
        if answer is None:
            return
        shown = patient_table(answer, ids)
        self.behind.set_title(self.tr("{0} patients behind: {1}").format(len(ids), words))
        opens = self.tr("Enter or a double click opens the patient.")
        self.behind_words.setText(opens if answer.cohort.keys else self.tr("From {0}.").format(answer.cohort.name))
        self.behind_table.show_rows(shown.heads, [TableRow(one.cells) for one in shown.rows], shown.numbers)
        self.behind.setVisible(True)

    @Slot(int)
    def _on_patient(self, place: int) -> None:
        """From the records: open the patient. A file names nobody who could be opened."""
        answer = self._answer
        if answer is None:
            return
        ident = self.behind_table.rows.row(place).cells[0]
        key = answer.cohort.keys.get(ident)
        if key is not None:
            self._session.open_patient.emit(UUID(key), "")
