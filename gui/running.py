"""One run of the window after its first paint: the store is opened, the session made, everything closed in order."""

import logging
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QProcess, QSettings, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from gui.crash import CrashHandling, CrashRelay, start_log
from gui.link import Link
from gui.options import Options, clock
from gui.session import Session
from gui.settings.records_clock import BackupClock
from gui.setup.recovery_gate import Gate
from gui.shell.clock_watch import ClockWatch
from gui.shell.other_stations import OtherStations
from gui.shell.window import MainWindow
from gui.theme.look import apply_sheet
from gui.warming import Warming
from records.actions import Actions
from records.keeping.server_address import is_server
from records.lookup import Lookup
from records.values.accounts import Accounts
from records.values.core import Person, SiteSettings

log = logging.getLogger("capox")

if TYPE_CHECKING:
    from gui.clinic.downtime_clock import DowntimeClock
    from gui.shell.restore_watch import RestoreWatch
    from records.keeping.server_rights import WhyReading


class Running(QObject):
    """`ready(session)` once pages can be made."""

    ready = Signal(object)
    _touched = Signal(object)

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        options: Options,
        folder: Path,
        target: str | Path,
        keep: QSettings,
    ) -> None:
        super().__init__()
        self._app = app
        self._window = window
        self._options = options
        self._folder = folder
        self._target = target
        self._keep = keep
        self._settings: SiteSettings | None = None
        self._accounts = Accounts(False)
        self._reading_only: WhyReading = ""
        self._actions: Actions | None = None
        self.session: Session | None = None
        self.warming: Warming | None = None
        self.link = Link(self)
        self.relay = CrashRelay()
        self.crash = CrashHandling(folder, self.relay)
        self.relay.crashed.connect(self._on_crashed)
        self.link.crashed.connect(self.crash.report)
        self._touched.connect(self._on_touched)
        window.demo_asked.connect(self._on_demo_asked)
        self.gate = Gate(window, self.link, options, target, self._try_again)
        self.clock: BackupClock | None = None
        self.downtime: DowntimeClock | None = None
        self.others: OtherStations | None = None
        self.clock_watch: ClockWatch | None = None
        self.restores: RestoreWatch | None = None
        self._ended = False
        self.refusal = ""  # why no store can be opened at all

    def begin(self) -> None:
        """Finish the look, then open the store on its own thread."""
        apply_sheet(self._app)
        start_log(self._folder)
        self.crash.install()
        log.info("started")
        self._open()

    def end(self) -> None:
        """Close in order: what is told of changes, what was asked, the pages' process, the store, the hooks."""
        if self._ended:
            return
        self._ended = True  # what was told already and waits in the queue asks a closed store for nothing
        if self._actions is not None:
            self._actions.changed.clear()
        if self.warming is not None:
            self.warming.stop()
        if self.clock is not None:
            self.clock.stop()
        if self.downtime is not None:
            self.downtime.stop()
        if self.others is not None:
            self.others.stop()
        if self.clock_watch is not None:
            self.clock_watch.stop()
        if self.restores is not None:
            self.restores.stop()
        self._window.patients.close_lookup()
        if self.session is not None:
            self.session.close()
        else:
            self.link.close()
        if self._actions is not None:
            self._actions.close()
        log.info("ended")
        self.crash.remove()

    def _open(self) -> None:
        if self.refusal:
            self._window.say("stop", self.refusal, self.tr("The records could not be opened"))
            return
        self._window.patients.set_empty_words(self.tr("Opening the records …"))
        self._actions = Actions.open(self._target, demo=self._options.demo, unlock=self.gate.unlock())
        self._actions.changed.append(self._touched.emit)
        self.link.ask(self._actions.opened, self._on_open, self._on_not_open, self)

    def _on_open(self, _nothing: None) -> None:
        assert self._actions is not None
        self.gate.opened(self._actions)
        lookup = Lookup(self._target, clock(self._options))
        if self._options.demo and not lookup.first_lines(1):
            self._window.patients.set_empty_words(self.tr("Setting up the demo clinic …"))
            from records.demo.clinic import begin_demo

            made = begin_demo(self._actions, self._options.today or date.today())
            self.link.ask(made, lambda _done: self._ask_settings(lookup), self._on_not_open, self)
        else:
            self._ask_settings(lookup)

    def _on_not_open(self, sentence: str, error: Exception) -> None:
        """The sentence says why; trying again is one click. What a person can answer has a page of its own."""
        if self.gate.takes(sentence, error):
            return
        strip = self._window.say("stop", sentence, self.tr("The records could not be opened"))
        strip.add_action(self.tr("&Try again"), self._try_again, main=True)
        self._window.patients.set_empty_words(self.tr("No patient can be shown until the records are open."))

    def _try_again(self) -> None:
        if self._actions is not None:
            self._actions.close()
        self._window.clear_message()
        self._open()

    def _ask_settings(self, lookup: Lookup) -> None:
        assert self._actions is not None
        self.link.ask(self._actions.accounts(), self._keep_accounts, self._on_not_open, self)
        self.link.ask(self._actions.reading_only(), self._keep_reading_only, self._on_not_open, self)
        self.link.ask(self._actions.settings(), self._keep_settings, self._on_not_open, self)
        self.link.ask(self._actions.people(), lambda people: self._attach(lookup, people), self._on_not_open, self)

    def _keep_settings(self, settings: SiteSettings) -> None:
        self._settings = settings

    def _keep_accounts(self, accounts: Accounts) -> None:
        self._accounts = accounts

    def _keep_reading_only(self, why: "WhyReading") -> None:
        self._reading_only = why

    def _attach(self, lookup: Lookup, people: tuple[Person, ...]) -> None:
        assert self._actions is not None and self._settings is not None
        session = Session(
            self._actions,
            lookup,
            self.link,
            settings=self._settings,
            person=None if self._accounts.any else self._last_person(people),
            people=people,
            today=clock(self._options),
            keep=self._keep,
            folder=self._folder,
            parent=self,
        )
        accounts = self._accounts
        session.accounts = accounts.any
        self.session = session
        self.link.outdated.connect(session.set_reading_only)
        if self._reading_only:
            session.set_reading_only(self._why_reading(self._reading_only))
        session.drafts.read()
        self._window.attach(session)
        may_begin = accounts.may_begin and not self._reading_only  # no account can be opened then
        if not accounts.any and may_begin and session.settings.set_up and not session.settings.demo:
            self._window.door.ask_first(accounts)
        self.warming = Warming(session, self)
        self.clock = BackupClock(session, self._window, self)
        from gui.clinic.downtime_clock import DowntimeClock  # after the first paint

        self.downtime = DowntimeClock(session, self._window, self)
        self.others = OtherStations(session, self._window, self)
        self.clock_watch = ClockWatch(session, self._window, self)
        self.clock_watch.start()
        self._watch_for_restore(session)
        self.ready.emit(session)
        QTimer.singleShot(0, self._look_at_signs)

    def _watch_for_restore(self, session: Session) -> None:
        if is_server(str(self._target)):
            from gui.shell.restore_watch import RestoreWatch

            self.restores = RestoreWatch(session, self._window, self._folder, str(self._target), self)
            self.restores.start()

    def _why_reading(self, why: "WhyReading") -> str:
        if why == "standby":
            return self.tr("This server is a copy that follows another one; the records are changed there.")
        if why == "rights":
            return self.tr("The role this program has on the server may read the records and not change them.")
        return self.tr("The file of the records or its folder cannot be written to here.")

    @Slot()
    def _look_at_signs(self) -> None:
        """A minus drawn as an empty box must not pass unnoticed."""
        from gui.theme.signs import missing_signs

        missing = ", ".join(missing_signs(self._app.font()))
        if missing:
            words = self.tr("This computer has no font with these signs: {0}. Empty boxes stand in their place, also")
            words += " " + self.tr("before numbers: install a font such as DejaVu Sans before working with doses.")
            self._window.say("stop", words.format(missing), self.tr("Signs are missing"))

    def _last_person(self, people: tuple[Person, ...]) -> Person | None:
        """Who was at this screen last; in the demo clinic anybody will do."""
        wanted = str(self._keep.value("person", "")) or str(self._settings and self._settings.person_id)
        for person in people:
            if str(person.id) == wanted:
                return person
        if self._options.demo and people:
            return next((p for p in people if p.role == "pharmacist"), people[0])
        return None

    @Slot()
    def _on_demo_asked(self) -> None:
        """The demo clinic is a program and a store of its own, so that nobody mistakes one for the other."""
        program = [] if getattr(sys, "frozen", False) else [sys.argv[0]]  # the bundle is the program and its Python
        arguments = [*program, "--demo", "--data-dir", str(self._folder)]
        if QProcess.startDetached(sys.executable, arguments):
            self._window.say("note", self.tr("The demo clinic opens in a window of its own."))
        else:
            self._window.say("warn", self.tr("The demo clinic could not be started; start the program with --demo."))

    @Slot(object)
    def _on_touched(self, subject: UUID) -> None:
        if self.session is not None and not self._ended:
            self.session.saved.emit()
            self.session.patient_changed.emit(subject)

    @Slot(str)
    def _on_crashed(self, path: str) -> None:
        self._window.say(
            "stop",
            self.tr(
                "What was saved is safe. If the page looks wrong, leave it and open it again. "
                "A report without patient data was written: {0}"
            ).format(Path(path).name),
            self.tr("The program made a mistake of its own"),
        )
