"""Below the list of a day: which papers of the marked patients, where to, how far it is, and what was left out."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget

from gui.clinic.clinic_rows import ClinicRow
from gui.clinic.running import Running, running_batch, running_pack
from gui.session import Session
from gui.theme.metrics import px
from gui.widgets.buttons import primary, quiet, secondary
from gui.widgets.card import Card, Label
from gui.widgets.check import Check
from gui.widgets.choice import Segmented
from gui.widgets.file_choice import ask_folder
from gui.widgets.flow import Flow
from gui.widgets.progress import Progress
from gui.widgets.strip import Strip

if TYPE_CHECKING:
    from gui.clinic.batch import BatchDone, Kind, LeftOut

MOST_PRINTERS = 3
PACK_DAYS = 7


class PrintingBar(Card):
    """`begin` is told the day and what is marked; `printed()` when papers were recorded: the day is read again."""

    printed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self.setObjectName("clinic_printing")
        self._session = session
        self._day = session.today
        self._rows: tuple[ClinicRow, ...] = ()
        self._running: Running[Any] | None = None
        self._make()
        self._lay_out()
        self._connect()
        self._update()

    def show_marked(self, day: date, rows: tuple[ClinicRow, ...], whole: int) -> None:
        """What is marked of how many."""
        self._day, self._rows = day, rows
        self.marked.setText(self.tr("{0} of {1} marked").format(len(rows), whole))
        self._update()

    def flush(self) -> None:
        """What runs is asked to end: nothing is printed while nobody looks on."""
        if self._running is not None:
            self._running.stop()

    def _make(self) -> None:
        self.marked = Label("", "strong")
        self.marked.setObjectName("clinic_marked")
        self.kinds: dict[str, Check] = {
            "staff_sheet": Check(self.tr("Sta&ff sheets"), "clinic_staff_sheets"),
            "calendar": Check(self.tr("Ca&lendars"), "clinic_calendars"),
            "preparation_list": Check(self.tr("P&reparation list"), "clinic_preparation"),
            "day_list": Check(self.tr("Day l&ist"), "clinic_day_list"),
            "treatment_summary": Check(self.tr("Treatment s&ummaries"), "clinic_summaries"),
            "alert_card": Check(self.tr("Al&ert cards"), "clinic_alert_cards"),
        }
        for kind in ("staff_sheet", "calendar", "preparation_list"):
            self.kinds[kind].setChecked(True)
        files = (("one", self.tr("One PDF")), ("many", self.tr("A file each")))
        self.files = Segmented(files, name="clinic_files")
        self.files.choose("one")
        self.print_button = primary(self.tr("&Print marked …"), "clinic_print", icon="print")
        self.save_button = secondary(self.tr("&Save marked …"), "clinic_save", icon="save")
        self.pack_button = secondary(self.tr("&Downtime pack …"), "clinic_pack")
        self.stop_button = quiet(self.tr("St&op"), "clinic_stop")
        self.progress = Progress("clinic_printing", self.tr("Patients laid out"), self.stop_button, self._told, self)
        self.bar, self.count = self.progress.bar, self.progress.count
        self.strip = Strip("clinic_strip", closable=True)
        self.left_out = QListWidget()
        self.left_out.setObjectName("clinic_left_out")
        self.left_out.setAccessibleName(self.tr("Papers that could not be printed"))
        self.left_out.setWordWrap(True)
        self.left_out.setMaximumHeight(px(140))
        self.left_out.setVisible(False)

    def _lay_out(self) -> None:
        flow = Flow(spacing=12)
        for widget in (
            self.marked, *self.kinds.values(), self.files, self.print_button, self.save_button, self.pack_button,
        ):  # fmt: skip
            flow.add(widget)
        self.add(flow)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.bar, 1)
        row.addWidget(self.count)
        row.addWidget(self.stop_button)
        self.body.addLayout(row)
        self.add(self.strip)
        self.add(self.left_out)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.pack_button.clicked.connect(self._on_pack)
        self.files.chosen.connect(self._update)
        for check in self.kinds.values():
            check.toggled.connect(self._update)
        self._session.person_changed.connect(self._update)

    @Slot()
    def _update(self, *_said: object) -> None:
        running = self._running is not None
        chosen = any(check.isChecked() for check in self.kinds.values())
        may = self._session.has_person and self._session.may("print staff sheet") and not self._session.reading_only
        ready = may and chosen and bool(self._rows) and not running
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)
        self.pack_button.setEnabled(may and not running)
        self.progress.show()
        self._say_reading()

    def _say_reading(self) -> None:
        """Every paper of a whole day has its entry in the trail; without one they are printed patient by patient."""
        if self._session.reading_only and not self.strip.isVisible():
            self.strip.say(
                "note",
                self.tr(
                    "The records can only be read: papers of a whole day are printed where they can be written. The "
                    "day list and the papers of one patient can be printed here, from their own pages."
                ),
            )

    # --- where to

    @Slot()
    def _on_print(self) -> None:
        from gui.calendar_page.printing import printers

        found = printers()
        if not found:
            self.strip.say(
                "warn",
                self.tr("No printer is set up on this computer. Save the papers and print them where there is one."),
                self.tr("Not printed"),
            )
            return
        self.strip.say("note", self.tr("Which printer?"))
        for place, name in enumerate(found[:MOST_PRINTERS]):
            self.strip.add_action(name, partial(self.begin, None, name), f"printer_{place}", main=place == 0)

    @Slot()
    def _on_save(self) -> None:
        self._ask_folder(self.tr("Folder for the papers"), self.begin)

    @Slot()
    def _on_pack(self) -> None:
        self._ask_folder(self.tr("Folder for the downtime pack"), self.begin_pack)

    def _ask_folder(self, title: str, then: Callable[[Path], object]) -> None:
        """The system's own way to choose a folder; the page goes on meanwhile."""
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ask_folder(self, title, usual or str(Path.home()), then)

    # --- doing it

    def begin(self, folder: Path | None, printer: str = "") -> None:
        """Print what is marked on a printer, or write it into a folder."""
        from gui.clinic.batch import Wanted

        kinds = frozenset(cast("Kind", kind) for kind, check in self.kinds.items() if check.isChecked())
        one = folder is None or self.files.value() != "many"
        lines = tuple(row.line for row in self._rows)
        wanted = Wanted(self._day, lines, kinds, self._session.settings, folder, one)
        self._start(
            running_batch(self._session.actions, self._session.paper, self._session.person, wanted),
            lambda done: self._on_done(done, printer),
            self.tr("Not printed"),
        )

    def begin_pack(self, folder: Path) -> None:
        """Write the downtime pack of the days from the one shown on."""
        self._start(
            running_pack(
                self._session.actions, self._session.paper, self._session.person, self._day, PACK_DAYS, folder
            ),
            self._on_pack_done,
            self.tr("No downtime pack was written"),
        )

    def _start(self, running: Running[Any], done: Callable[[Any], None], title: str) -> None:
        self._running = running
        self._clear_left_out()
        self.strip.clear()
        self.progress.begin(running)
        self._update()
        self._session.link.ask(running.future, done, partial(self._on_refused, title), self)

    def _told(self, done: int, whole: int) -> str:
        return self.tr("Writing …") if done >= whole else self.tr("Patient {0} of {1}").format(done + 1, whole)

    def _ended(self) -> None:
        self._running = None
        self.progress.end()
        self._update()

    def _on_done(self, done: "BatchDone", printer: str) -> None:
        self._ended()
        self._show_left_out(done.left_out)
        missing = self.tr(" {0} could not be printed; each is named below with its reason.").format(len(done.left_out))
        more = missing if done.left_out else ""
        if not done.papers:
            self.strip.say("warn", self.tr("Nothing was printed.") + more)
            return
        self.printed.emit()
        tone: Any = "warn" if done.left_out else "ok"
        if printer:
            self._send(done, printer, tone, more)
            return
        said = self.tr("{0} papers, {1} pages: {2}. They name patients: keep them where patients' papers are kept.")
        self.strip.say(tone, said.format(done.papers, done.pages, done.written) + more, self.tr("Saved"))

    def _send(self, done: "BatchDone", printer: str, tone: Any, more: str) -> None:
        def job() -> int:
            from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # it ships no types

            from gui.calendar_page.printing import print_pages, printer_named

            return print_pages(PdfDocument(done.data), printer_named(printer))

        said = self.tr("{0} papers, {1} pages went to {2}.")
        self._session.link.run(
            job,
            lambda pages: self.strip.say(tone, said.format(done.papers, pages, printer) + more),
            partial(self._on_refused, self.tr("Not printed")),
            self,
        )

    def _on_pack_done(self, made: tuple[str, int]) -> None:
        self._ended()
        name, left_out = made
        said = self.tr("{0}: {1} papers could not be made; the index names each with its reason.")
        whole = self.tr("{0}. It names patients: keep it where patients' papers are kept.")
        words = said.format(name, left_out) if left_out else whole.format(name)
        self.strip.say("warn" if left_out else "ok", words, self.tr("Downtime pack written"))

    def _on_refused(self, title: str, words: str, error: Exception) -> None:
        from gui.clinic.batch import Stopped

        if self._running is not None:
            self._ended()
        stopped = isinstance(error, Stopped)
        self.strip.say("note" if stopped else "stop", words, "" if stopped else title)
        if not stopped:
            self.printed.emit()  # some of it may be recorded: look again

    def _show_left_out(self, left_out: "tuple[LeftOut, ...]") -> None:
        for one in left_out:
            self.left_out.addItem(" · ".join(part for part in (one.name, one.kind, one.why) if part))
        self.left_out.setVisible(bool(left_out))

    def _clear_left_out(self) -> None:
        self.left_out.clear()
        self.left_out.setVisible(False)
