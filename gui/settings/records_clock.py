"""The daily backup while the program runs, and what has to be told about the records when they were opened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.session import Session
from gui.watching import Watching
from records.encryption.protection import BackupLine, Protection

if TYPE_CHECKING:
    from gui.shell.shell import Shell

#: How often it is looked whether a backup is due, and how long after the start first.
EVERY_MS, FIRST_MS = 10 * 60 * 1000, 5000
LITTLE_FREE_BYTES = 500_000_000


class BackupClock(Watching):
    """Asks on the thread of the backups; the window is told only what a person has to do something about."""

    def __init__(self, session: Session, window: "Shell", parent: QObject | None = None) -> None:
        super().__init__(FIRST_MS, EVERY_MS, parent)
        self._session = session
        self._window = window
        self._told: set[str] = set()
        if not session.settings.demo:
            self.start()

    def look(self) -> None:
        """Whether a backup is due, and whether there is room for the records."""
        self._session.link.ask(self._session.actions.protection(), self._on_protection, self._on_refused, self)

    def _on_protection(self, protection: Protection) -> None:
        if protection.server:
            return
        if protection.read_only:
            return  # the bar of the window says so
        if protection.due:
            self._session.link.ask(self._session.actions.back_up("daily"), self._on_made, self._on_refused, self)
        if protection.free_bytes < LITTLE_FREE_BYTES:
            free = protection.free_bytes // 1_000_000
            self._tell(
                "disk",
                self.tr(
                    "Only {0} MB are free on the disk of the records. When it is full, nothing can be saved."
                ).format(free),
            )

    def _on_made(self, _backup: BackupLine) -> None:
        self._told.discard("backup")

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self._tell("backup", sentence, self.tr("No daily backup was made"))

    def _tell(self, about: str, words: str, title: str = "") -> None:
        """Once a run, until it has been put right."""
        if about not in self._told:
            self._told.add(about)
            self._window.say("warn", words, title)
