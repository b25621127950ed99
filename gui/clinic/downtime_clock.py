"""The daily downtime pack while the program runs, into the folder the site chose; nothing where it chose none."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.clinic.running import Running, running_daily_pack
from gui.session import Session
from gui.watching import Watching

if TYPE_CHECKING:
    from gui.shell.shell import Shell

#: How often it is looked whether a pack is due, and how long after the start first: backups come before it.
EVERY_MS, FIRST_MS = 10 * 60 * 1000, 60 * 1000


class DowntimeClock(Watching):
    """Looks on a thread of its own; the window is told only what a person has to do something about, once a run."""

    def __init__(self, session: Session, window: "Shell", parent: QObject | None = None) -> None:
        super().__init__(FIRST_MS, EVERY_MS, parent)
        self._session = session
        self._window = window
        self._running: Running[str] | None = None
        self._told: set[str] = set()
        self.start()

    def stop(self) -> None:
        """The program ends; a pack under way is given up."""
        super().stop()
        if self._running is not None:
            self._running.stop()

    def look(self) -> None:
        """Write the pack of today unless it is there already."""
        session = self._session
        folder = session.settings.downtime_folder
        if not folder or self._running is not None or not session.has_person or not session.may("write downtime pack"):
            return
        self._running = running_daily_pack(session.actions, session.paper, session.person, session.today, folder)
        session.link.ask(self._running.future, self._on_written, self._on_refused, self)

    def _on_written(self, _name: str) -> None:
        self._running = None
        self._told.clear()

    def _on_refused(self, sentence: str, error: Exception) -> None:
        from gui.clinic.batch import Stopped

        self._running = None
        if not isinstance(error, Stopped) and sentence not in self._told:
            self._told.add(sentence)
            self._window.say("warn", sentence, self.tr("No daily downtime pack was written"))
