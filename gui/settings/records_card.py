"""Settings, Records: where they lie, what encrypts them, the last backup and the last time one was tried."""

from datetime import datetime
from threading import Event

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from gui.session import Session
from gui.settings.records_keys import RecordsKeys
from gui.theme.metrics import px
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Card, Label, Line, Muted
from gui.widgets.dates import shown_date
from gui.widgets.strip import Strip
from gui.widgets.text_field import TextField
from records.encryption.protection import BackupLine, Drill, Protection


def shown_moment(moment: datetime) -> str:
    """A moment on this computer's clock."""
    here = moment.astimezone()
    return f"{shown_date(here.date())}, {here:%H:%M}"


class _Progress(QObject):
    """From the thread of the backups into the window's."""

    moved = Signal(int, int)


class RecordsCard(Card):
    """Asks the store's facts when made and after each thing done."""

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self.set_title(self.tr("Records"))
        self.setObjectName("records_card")
        self._session = session
        self._cancel = Event()
        self._folder_shown = ""
        self._progress = _Progress(self)
        self._progress.moved.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        self._make()
        self._lay_out()
        self._ask()

    def _make(self) -> None:
        self.place = Muted("")
        self.encrypted = Label("", wrap=True)
        self.encrypted.setObjectName("records_encrypted")
        self.newest = Label("", wrap=True)
        self.newest.setObjectName("records_newest")
        self.drill = Label("", wrap=True)
        self.drill.setObjectName("records_drill")
        self.strip = Strip("records_strip", below=True)
        self.folder = TextField(self.tr("Folder of the &backups"), 500, optional=True, name="records_folder")
        self.folder.set_hint(self.tr("Best on another disk than the records; empty: beside them."))
        self.folder_button = secondary(self.tr("Use this &folder"), "records_use_folder")
        self.backup_button = secondary(self.tr("Back &up now"), "records_back_up")
        self.drill_button = secondary(self.tr("&Try the newest backup"), "records_try")
        self.cancel_button = quiet(self.tr("St&op"), "records_stop")
        self.cancel_button.setEnabled(False)
        self.keys = RecordsKeys(self._session)
        self.backup_button.clicked.connect(self._on_back_up)
        self.drill_button.clicked.connect(self._on_drill)
        self.folder_button.clicked.connect(self._on_folder)
        self.cancel_button.clicked.connect(lambda _checked=False: self._cancel.set())
        self.keys.changed.connect(self._ask)

    def _lay_out(self) -> None:
        for part in (self.place, self.encrypted, Line(), self.newest, self.drill, self.strip):
            self.add(part)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in (self.backup_button, self.drill_button, self.cancel_button):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add(self.folder)
        self.body.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.keys)

    @Slot()
    def _ask(self) -> None:
        self._session.link.ask(self._session.actions.protection(), self._show, self._on_refused, self)

    def _show(self, facts: Protection) -> None:
        self.place.setText(facts.place)
        own = not facts.server
        for part in (self.newest, self.drill, self.folder, self.folder_button, self.backup_button, self.drill_button):
            part.setVisible(own)
        self.cancel_button.setVisible(own)
        self.keys.setVisible(facts.encrypted)
        self.keys.show_facts(facts)
        self.encrypted.setText(self._how(facts))
        if self.folder.text() == self._folder_shown:  # nobody is typing another
            self.folder.set_text(facts.folder)
            self._folder_shown = facts.folder
        self._show_backups(facts)

    def _how(self, facts: Protection) -> str:
        if facts.server:
            return self.tr("On a server: whoever runs it encrypts its disk and makes the backups.")
        if not facts.encrypted:
            return (
                self.tr("Not encrypted: the demo clinic holds no real patient.")
                if self._session.settings.demo
                else (self.tr("Not encrypted."))
            )
        ways = [self.tr("the keychain of this computer")] if facts.keychain else []
        ways += [self.tr("a passphrase")] if facts.passphrase else []
        return self.tr("Encrypted; opened by {0}, or by the recovery key.").format(self.tr(" or ").join(ways))

    def _show_backups(self, facts: Protection) -> None:
        newest, drill = facts.newest, facts.drill
        if newest is None:
            self.newest.setText(self.tr("No backup yet."))
        else:
            self.newest.setText(
                self.tr("Last backup {0}: {1} patients, audit trail up to entry {2}; {3} kept.").format(
                    shown_moment(newest.made_at), newest.patients, newest.seq, facts.backups
                )
            )
        self.newest.set_tone("warn" if facts.due and not self._session.settings.demo else "plain")
        if drill is None:
            self.drill.setText(self.tr("No backup was tried yet."))
        else:
            words = self.tr("Tried {0}: {1}") if drill.good else self.tr("Tried {0}, NOT GOOD: {1}")
            self.drill.setText(words.format(shown_moment(drill.at), drill.words))
        self.drill.set_tone("stop" if drill is not None and not drill.good else "plain")

    def _set_busy(self, busy: bool) -> None:
        for button in (self.backup_button, self.drill_button, self.folder_button):
            button.setEnabled(not busy)
        self.cancel_button.setEnabled(busy)

    @Slot()
    def _on_back_up(self) -> None:
        self._set_busy(True)
        self._cancel = Event()
        self.strip.say("note", self.tr("Backing up …"))
        future = self._session.actions.back_up("asked", self._progress.moved.emit, self._cancel)
        self._session.link.ask(future, self._on_made, self._on_refused, self)

    @Slot(int, int)
    def _on_progress(self, done: int, whole: int) -> None:
        if self.cancel_button.isEnabled() and whole:
            self.strip.say("note", self.tr("Backing up, {0} % copied …").format(100 * done // whole))

    def _on_made(self, backup: BackupLine) -> None:
        self._set_busy(False)
        self.strip.say("ok", self.tr("Backed up and verified; anchor {0}:{1}").format(backup.seq, backup.hash[:16]))
        self._ask()

    @Slot()
    def _on_drill(self) -> None:
        self._set_busy(True)
        self.cancel_button.setEnabled(False)
        self.strip.say("note", self.tr("Opening the newest backup and reading all of it …"))
        self._session.link.ask(self._session.actions.restore_drill(), self._on_tried, self._on_refused, self)

    def _on_tried(self, drill: Drill) -> None:
        self._set_busy(False)
        self.strip.say("ok" if drill.good else "stop", drill.words, "" if drill.good else self.tr("Not good"))
        self._ask()

    @Slot()
    def _on_folder(self) -> None:
        future = self._session.actions.choose_backup_folder(self.folder.value())
        self._session.link.ask(future, self._on_folder_kept, self._on_refused, self)

    def _on_folder_kept(self, facts: Protection) -> None:
        self.strip.say("ok", self.tr("Backups go there from now on."))
        self._folder_shown = self.folder.text()
        self._show(facts)

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self._set_busy(False)
        self.strip.say("stop", sentence)
