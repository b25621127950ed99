"""The Export page: form, names, place; then how far it is, a way to stop, and what came of it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import Signal, Slot

from gui.exchange.running_export import RunningExport
from gui.exchange.words import about, about_names, dates, kinds, names
from gui.session import Session
from gui.widgets.buttons import primary, quiet, secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.check import Check
from gui.widgets.choice import Segmented
from gui.widgets.file_choice import ask_file_to_save
from gui.widgets.page import Page
from gui.widgets.progress import Progress

if TYPE_CHECKING:
    from gui.shell.shell import Shell
    from outcomes.exchange.deidentified import Dates
    from outcomes.exchange.exporting import Done
    from records.values.exchange import ExportKind


class ExportPage(Page):
    """`begin` says who; nothing leaves before a place is chosen, and the audit trail says what left.

    left  back to the patient, or with None to the settings
    """

    left = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__("export_page", "")
        self._session = session
        self._patient: UUID | None = None
        self._name = ""
        self._patients: tuple[UUID, ...] = ()
        self._turn = 0
        self._running: RunningExport | None = None
        self.set_title(self.tr("Export"))
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._update()

    def begin(self, patient_id: UUID | None = None, name: str = "") -> None:
        """One patient, or everybody in the records. While an export runs it stays as it is."""
        if self._running is not None:
            return
        self._turn += 1
        turn = self._turn
        self._patient, self._name = patient_id, name
        self.strip.clear()
        if patient_id is not None:
            self._patients = (patient_id,)
            self.who.setText(self.tr("One patient: {0}").format(name))
        else:
            self._patients = ()
            self.who.setText(self.tr("Everybody in the records"))
            ask = self._session.actions.all_patients()
            self._session.link.ask(ask, lambda found: self._on_patients(turn, found), self._on_refused, self)
        self._update()

    def again(self) -> "Callable[[Shell], object] | None":
        """What opens this page once more, as when text size or theme changed."""
        patient, name = self._patient, self._name
        return lambda window: window.export(patient, name)

    def flush(self) -> None:
        """Nothing waits here; what runs is asked to end: nothing leaves while nobody looks on."""
        if self._running is not None:
            self._running.stop()

    # --- making it

    def _make_widgets(self) -> None:
        self.who = Label("", "strong", wrap=True)
        self.who.setObjectName("export_who")
        self.kind = Segmented(kinds(), self.tr("Form"), name="export_kind", wrap=True)
        self.about_kind = Muted("")
        self.names = Segmented(names(), self.tr("Names"), name="export_names", wrap=True)
        self.about_names = Muted("")
        self.dates = Segmented(dates(), self.tr("Days"), name="export_dates", wrap=True)
        self.key_file = Check(self.tr("Also write a key file that leads back to the patients"), "export_key_file")
        self.about_key = Muted(self.tr(
            "It stands beside the export, with the numbers of the patients. Keep it apart, or do not make it: without "
            "it nobody can lead a pseudonym back."
        ), small=True)  # fmt: skip
        self.allowed = Muted("")
        self.allowed.setObjectName("export_allowed")
        self.stop_button = secondary(self.tr("&Stop"), "export_stop")
        self.progress = Progress("export", self.tr("Patients read"), self.stop_button, self._told, self)
        self.bar, self.count = self.progress.bar, self.progress.count
        self.back_button = quiet(self.tr("&Back"), "export_back")
        self.go_button = primary(self.tr("Choose where, and &export…"), "export_go")

    def _lay_out(self) -> None:
        card = Card("")
        for widget in (
            self.who, self.kind, self.about_kind, self.names, self.about_names, self.dates, self.key_file,
            self.about_key, self.allowed, self.bar, self.count,
        ):  # fmt: skip
            card.add(widget)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.add_foot(self.stop_button, self.back_button, self.go_button)
        self.setFocusProxy(self.kind)

    def _connect(self) -> None:
        for field in (self.kind, self.names, self.dates):
            field.chosen.connect(self._update)
        self.key_file.toggled.connect(self._update)
        self.go_button.clicked.connect(self._on_go)
        self.back_button.clicked.connect(lambda _checked=False: self.left.emit(self._patient))
        self._session.person_changed.connect(self._update)
        self._session.signed_changed.connect(self._update)
        self.kind.choose("xlsx")
        self.names.choose("without")
        self.dates.choose("moved")

    # --- what is chosen

    def _without(self) -> bool:
        return self.kind.value() != "fhir" and self.names.value() == "without"

    def _action(self) -> str:
        """The deed it will be: with a key file it leads back to patients."""
        return "export de-identified" if self._without() and not self.key_file.isChecked() else "export"

    @Slot()
    def _update(self, *_said: object) -> None:
        kind = self.kind.value() or "xlsx"
        running, without = self._running is not None, self._without()
        self.about_kind.setText(about(kind))
        self.names.setVisible(kind != "fhir")
        self.about_names.setText(about_names("without" if without else "with"))
        for widget in (self.dates, self.key_file, self.about_key):
            widget.setVisible(without)
        may = self._session.may(self._action())
        self.allowed.setText("" if may else self._refusal())
        self.allowed.setVisible(not may)
        for field in (self.kind, self.names, self.dates, self.key_file):
            field.setEnabled(not running)
        self.progress.show()
        self.go_button.setEnabled(may and not running and bool(self._patients))
        self.back_button.setEnabled(not running)

    def _refusal(self) -> str:
        if not self._session.has_person:
            return self.tr("Say first who is at the screen.")
        if self._action() == "export":
            return self.tr("An export with names, or with a key file, is for a pharmacist or prescriber.")
        return self.tr("Exports are for those who treat patients.")

    def _on_patients(self, turn: int, found: tuple[UUID, ...]) -> None:
        if turn != self._turn:
            return
        self._patients = found
        said = self.tr("Everybody in the records: {0} patients").format(len(found))
        self.who.setText(said if found else self.tr("There is nobody in the records yet."))
        self._update()

    # --- doing it

    @Slot()
    def _on_go(self) -> None:
        from outcomes.exchange.exporting import ENDINGS, file_name

        kind = cast("ExportKind", self.kind.value() or "xlsx")
        today = self._session.today
        on = datetime(today.year, today.month, today.day)  # noqa: DTZ001 - the day of the program, not a moment
        proposed = file_name(kind, on, self._patient, deidentified=self._without())
        ending = ENDINGS[kind]
        title = self.tr("Export to a file") if ending else self.tr("Export to a new folder")
        filters = f"*{ending}" if ending else self.tr("Folder (*)")
        ask_file_to_save(self, title, str(Path.home() / proposed), filters, self.run, ending)

    def run(self, target: Path) -> None:
        """Export to a place, as chosen."""
        from outcomes.exchange.exporting import Wanted

        dates = cast("Dates", self.dates.value() or "moved") if self._without() else None
        wanted = Wanted(
            cast("ExportKind", self.kind.value() or "xlsx"), target, self._patients, dates,
            self._without() and self.key_file.isChecked(),
        )  # fmt: skip
        self.strip.clear()
        running = self._running = RunningExport(self._session.actions, self._session.person, wanted)
        self.progress.begin(running)
        self._update()
        self._session.link.ask(running.future, self._on_done, self._on_refused, self)

    def _told(self, done: int, whole: int) -> str:
        return self.tr("Writing…") if done >= whole else self.tr("Patient {0} of {1}").format(done + 1, whole)

    def _ended(self) -> None:
        self._running = None
        self.progress.end()
        self._update()

    def _on_done(self, done: "Done") -> None:
        self._ended()
        where = "\n".join(str(path) for path in done.files)
        said = self.tr("Patients: {0}, rows: {1}. The audit trail says so, with the hash {2} …\n{3}")
        words = said.format(done.patients, done.rows, done.sha256[:16], where)
        self.strip.say("ok", words, self.tr("Exported"))

    def _on_refused(self, words: str, error: Exception) -> None:
        from outcomes.exchange.exporting import Stopped

        self._ended()
        if isinstance(error, Stopped):
            self.strip.say("note", words)
        else:
            self.strip.say("stop", words, self.tr("Not exported"))
