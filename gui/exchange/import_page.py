"""The Import page: a file, what its columns are, every row beside the records, then one deed or nothing."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QTimer, Signal, Slot

from gui.calendar_page.saving import save_bytes
from gui.exchange.drop_zone import DropZone
from gui.exchange.import_columns import ImportColumns
from gui.exchange.import_job import ImportJob, LookAsked, Looked, Opened, What, look, open_path, read_again
from gui.exchange.import_questions import ImportQuestions
from gui.exchange.import_rows import ImportRowsView
from gui.exchange.import_storing import keep_cohort, kept_words, store_records, stored_words
from gui.session import Session
from gui.widgets.buttons import primary, quiet, secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.choice import Segmented
from gui.widgets.file_choice import ask_file_to_save
from gui.widgets.page import Page
from gui.widgets.progress import Progress
from gui.widgets.text_field import TextField

if TYPE_CHECKING:
    from gui.shell.shell import Shell

REST_MS = 200
EXAMPLES = 3
DEEDS: dict[What, str] = {"records": "import file", "cohort": "keep cohort"}


class ImportPage(Page):
    """Nothing is stored before the button that says how many rows; `left` back to the settings."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("import_page", "")
        self._session = session
        self._opened: Opened | None = None
        self._looked = Looked()
        self._counts: Counter[str] = Counter()  # of the rows, by state
        self._job: ImportJob[Any] | None = None
        self._storing = False
        self.set_title(self.tr("Import"))
        self._make_widgets()
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REST_MS)
        self._later.timeout.connect(self._look)
        self._connect()
        self._update()

    def again(self) -> "Callable[[Shell], object] | None":
        """What opens this page once more, as when text size or theme changed: empty, nothing was stored."""
        return lambda window: window.show_page("import")

    def flush(self) -> None:
        """Nothing waits here; what runs is asked to end: nothing is stored while nobody looks on."""
        if self._job is not None:
            self._job.stop()

    def settled(self) -> bool:
        """Whether everything asked for is shown."""
        return self._job is None and not self._later.isActive()

    # --- making it

    def _make_widgets(self) -> None:
        self.drop = DropZone(
            "import_file", self.tr("Import"),
            self.tr("Tables and bundles (*.csv *.txt *.tsv *.xlsx *.json);;All files (*)"),
            self.tr("or drop it here: a table (CSV, XLSX) with one row a patient, measurement or value, or a FHIR R4 "
                    "bundle (JSON)"),
        )  # fmt: skip
        self.file = Label("", "strong", wrap=True)
        self.file.setObjectName("import_name")
        self.what = Segmented(
            (("records", self.tr("Patients and their values")), ("cohort", self.tr("A cohort for Outcomes"))),
            self.tr("What is in it"), name="import_what", wrap=True,
        )  # fmt: skip
        self.questions = ImportQuestions()
        self.columns = ImportColumns()
        self.cohort_title = TextField(self.tr("Name of the cohort"), 200, name="import_title")
        self.lacks = Muted("")
        self.lacks.setObjectName("import_lacks")
        self.rows = ImportRowsView()
        self.allowed = Muted("")
        self.allowed.setObjectName("import_allowed")
        self.stop_button = secondary(self.tr("&Stop"), "import_stop")
        self.progress = Progress("import", self.tr("Rows done"), self.stop_button, self._told, self)
        self.bar, self.count = self.progress.bar, self.progress.count
        self.back_button = quiet(self.tr("&Back"), "import_back")
        self.refused_button = secondary(self.tr("Save the &refused rows…"), "import_refused")
        self.store_button = primary("", "import_store")

    def _lay_out(self) -> None:
        self.file_card, self.how_card, self.rows_card = Card(""), Card(self.tr("What the columns are")), Card("")
        self.file_card.add(self.drop)
        self.file_card.add(self.file)
        self.file_card.add(self.what)
        self.file_card.add(self.questions)
        self.file_card.add(self.cohort_title)
        self.how_card.add(self.columns)
        self.rows_card.set_title(self.tr("What would be stored"))
        for widget in (self.lacks, self.rows, self.allowed):
            self.rows_card.add(widget)
        for card in (self.file_card, self.how_card, self.rows_card):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.add_foot(
            self.bar, self.stop_button, self.back_button, self.refused_button, self.store_button, words=self.count
        )
        self.setFocusProxy(self.drop)

    def _connect(self) -> None:
        self.drop.chosen.connect(self.open)
        self.drop.refused.connect(lambda words: self.strip.say("stop", words))
        self.what.chosen.connect(self._on_what)
        self.questions.how_changed.connect(self._on_how)
        self.questions.styles_changed.connect(self._later.start)
        self.columns.changed.connect(self._later.start)
        self.cohort_title.edit.textChanged.connect(lambda _text: self._update())
        self.store_button.clicked.connect(self._on_store)
        self.refused_button.clicked.connect(self._on_save_refused)
        self.back_button.clicked.connect(lambda _checked=False: self.left.emit())
        self._session.person_changed.connect(self._update)
        self._session.signed_changed.connect(self._update)

    # --- opening and looking

    @Slot(object)
    def open(self, path: Path) -> None:
        """A file that was chosen or dropped; what was shown goes."""
        if self._storing:
            return
        self.strip.clear()
        self._opened, self._looked, self._counts = None, Looked(), Counter()
        self.file.setText(path.name)
        self._run(open_path(path), self._on_opened)

    def _on_opened(self, opened: Opened) -> None:
        self._opened = opened
        self.questions.show_file(opened)
        if self.what.value() is None or opened.source.form == "fhir":
            self.what.choose("records" if opened.source.form == "fhir" else self._likely(opened))
        else:
            self._on_what(self.what.value() or "records")

    def _likely(self, opened: Opened) -> What:
        """A cohort where its headings say so; else patients and their values."""
        from outcomes.exchange.cohort_reading import cohort_lacking, guess_cohort
        from records.imports.columns import guess_columns, lacking

        if opened.table is None:
            return "records"
        headings = opened.table.headings
        is_cohort = not cohort_lacking(guess_cohort(headings)) and lacking(guess_columns(headings))
        return "cohort" if is_cohort else "records"

    @Slot(str)
    def _on_what(self, what: str) -> None:
        """Guess the columns anew for what the file is said to hold."""
        opened = self._opened
        if opened is None:
            return
        from outcomes.exchange.cohort_reading import cohort_targets, guess_cohort
        from records.imports.columns import guess_columns, targets

        table = opened.table
        if table is not None:
            examples = [[row.cells[place] for row in table.rows[:EXAMPLES]] for place in range(len(table.headings))]
            cohort = what == "cohort"
            self.columns.show_columns(
                table.headings, examples, cohort_targets(table.headings) if cohort else targets(),
                guess_cohort(table.headings) if cohort else guess_columns(table.headings),
            )  # fmt: skip
        if what == "cohort" and not self.cohort_title.text():
            self.cohort_title.set_text(Path(opened.source.name).stem)
        self._look()

    @Slot()
    def _on_how(self) -> None:
        opened = self._opened
        if opened is not None:
            self._run(read_again(opened.source, self.questions.how(opened.source)), self._on_opened)

    @Slot()
    def _look(self) -> None:
        """Read every row as the choices say and compare it with the records."""
        opened = self._opened
        if opened is None:
            return
        what = cast(What, self.what.value() or "records")
        mapping = self.columns.mapping() if opened.table is not None else ()
        asked = LookAsked(opened, what, mapping, self.questions.styles(), self._session.today)
        self._run(look(self._session.actions, asked), self._on_looked)

    def _on_looked(self, looked: Looked) -> None:
        self._looked, self._counts = looked, Counter(row.state for row in looked.rows)
        self.questions.show_asked(looked.asked)
        self.lacks.setText(looked.lacks)
        self.rows.show_rows(looked.rows)
        self._update()

    # --- storing

    @Slot()
    def _on_store(self) -> None:
        opened = self._opened
        if opened is None or not self.store_button.isEnabled():
            return
        session, rows = self._session, self._looked.rows
        self.strip.clear()
        if self.what.value() == "cohort":
            assert opened.table is not None
            work = keep_cohort(
                session, opened, self.columns.mapping(), self.questions.styles(), rows, self.cohort_title.text()
            )
            self._run(work, lambda record: self._on_stored(*kept_words(record)), storing=True)
            return
        work_records = store_records(session, opened, self.columns.mapping(), self.questions.styles(), rows)
        self._run(work_records, lambda record: self._on_stored(*stored_words(record)), storing=True)

    def _on_stored(self, title: str, words: str) -> None:
        self.strip.say("ok", words, title)
        self._session.all_changed.emit()
        self._look()  # against what is on record now: what was stored is there, what was refused is still refused

    @Slot()
    def _on_save_refused(self) -> None:
        from outcomes.exchange.cohort_reading import refused_text

        data = refused_text(self._looked.headings, self._looked.rows).encode("utf-8", "replace")
        title, kinds = self.tr("Save the refused rows"), self.tr("Tables (*.csv)")
        ask_file_to_save(self, title, "refused-rows.csv", kinds, lambda path: self._save_refused(path, data), ".csv")

    def _save_refused(self, target: Path, data: bytes) -> None:
        self._session.link.run(
            lambda: save_bytes(target, data), lambda name: self.strip.say("ok", self.tr("Saved as {0}.").format(name)),
            lambda words, _error: self.strip.say("stop", words), self,
        )  # fmt: skip

    # --- what runs

    def _run(
        self, work: Callable[[ImportJob[Any]], Any], done: Callable[[Any], None], *, storing: bool = False
    ) -> None:
        """One piece of work at a time; a newer question takes the place of an older one, never of storing."""
        if self._storing:
            return
        if self._job is not None:
            self._job.stop()
        job: ImportJob[Any] = ImportJob(work)
        self._job, self._storing = job, storing
        self._session.link.ask(
            job.future,
            lambda found: self._on_done(job, done, found),
            lambda words, _error: self._on_refused(job, words),
            self,
        )
        self.progress.begin(job)
        self._update()

    def _on_done(self, job: ImportJob[Any], done: Callable[[Any], None], found: object) -> None:
        if job is self._job:
            self._ended()
            done(found)
            self._update()

    def _on_refused(self, job: ImportJob[Any], words: str) -> None:
        if job is not self._job:
            return
        title = self.tr("Nothing was stored") if self._storing else self.tr("Not read")
        stopped = job.stopped()
        self._ended()
        if stopped:
            self.strip.say("note", words)
        else:
            self.strip.say("stop", words, title)
        self._update()

    def _ended(self) -> None:
        self._job, self._storing = None, False
        self.progress.end()

    def _told(self, done: int, whole: int) -> str:
        doing = self.tr("Storing") if self._storing else self.tr("Reading")
        return self.tr("{0}: {1} of {2}").format(doing, done, whole) if whole else f"{doing}…"

    @Slot()
    def _update(self) -> None:
        """What is shown, what can be done, and by whom."""
        opened, looked, busy = self._opened, self._looked, self._job is not None
        cohort = self.what.value() == "cohort"
        stored, refused = self._counts["store"], self._counts["refused"]
        may = self._session.may(DEEDS["cohort" if cohort else "records"])
        self.file.setVisible(bool(self.file.text()))
        table = opened is not None and opened.table is not None
        self.what.setVisible(table)
        self.questions.setVisible(opened is not None)
        self.cohort_title.setVisible(table and cohort)
        self.how_card.setVisible(table)
        self.rows_card.setVisible(opened is not None)
        self.lacks.setVisible(bool(looked.lacks))
        self.rows.setVisible(bool(looked.rows))
        self.allowed.setText("" if may or opened is None else self._refusal(cohort))
        self.allowed.setVisible(bool(self.allowed.text()))
        for part in (self.bar, self.stop_button):
            part.setVisible(busy)
        for field in (self.drop, self.what, self.questions, self.columns, self.cohort_title):
            field.setEnabled(not self._storing)
        if not busy:
            self.count.setText("")
        words = self.tr("&Keep {0} patients") if cohort else self.tr("S&tore {0} rows")
        self.store_button.setText(words.format(stored))
        self.store_button.setVisible(opened is not None)
        named = not cohort or bool(self.cohort_title.text().strip())
        self.store_button.setEnabled(may and not busy and stored > 0 and named)
        self.refused_button.setVisible(refused > 0)
        self.refused_button.setEnabled(not busy)
        self.back_button.setEnabled(not self._storing)

    def _refusal(self, cohort: bool) -> str:
        if not self._session.has_person:
            return self.tr("Say first who is at the screen.")
        if cohort:
            return self.tr("Cohorts are kept by those who treat patients.")
        return self.tr("Patients and values are imported by a pharmacist or prescriber.")
