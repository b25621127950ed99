"""Whether this computer's clock is behind the records: dates of today and times of entries would then be wrong."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.session import Session
from gui.watching import Watching
from records.values.audit import TrailEnd

if TYPE_CHECKING:
    from gui.shell.shell import Shell

FIRST_MS, EVERY_MS = 3000, 10 * 60 * 1000
#: Clocks of two workstations may differ by so much.
BEHIND = timedelta(minutes=5)


def now_utc() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


class ClockWatch(Watching):
    """Looks after the start and every ten minutes; says it once for each newest entry it is behind of."""

    def __init__(
        self,
        session: Session,
        window: "Shell",
        parent: QObject | None = None,
        clock: Callable[[], datetime] = now_utc,
    ) -> None:
        super().__init__(FIRST_MS, EVERY_MS, parent)
        self._session = session
        self._window = window
        self._clock = clock
        self._told = -1

    def look(self) -> None:
        """Compare with the newest entry, once somebody is there who may know of it."""
        session = self._session
        if session.accounts and session.signed is None:
            return
        session.link.ask(session.actions.trail_end(), self._on_end, self._on_refused, self)

    def _on_end(self, end: TrailEnd) -> None:
        now = self._clock()
        if end.at is None or now >= end.at - BEHIND or end.anchor.seq == self._told:
            return
        self._told = end.anchor.seq
        here, newest = now.astimezone(), end.at.astimezone()
        words = self.tr(
            "This computer says {0}; the newest entry of the records is of {1}. Lists, ages and day counts go by this "
            "computer's day ({2}), and what is entered now would be dated too early. Have the clock set right before "
            "anything is signed. The order of what was done goes by the numbers of the entries and stays right."
        ).format(f"{here:%Y-%m-%d %H:%M}", f"{newest:%Y-%m-%d %H:%M}", session_day(self._session))
        self._window.say("warn", words, self.tr("The clock of this computer is behind the records"))

    def _on_refused(self, _sentence: str, _error: Exception) -> None:
        """Looked at again in ten minutes."""


def session_day(session: Session) -> str:
    """The day the program takes for today."""
    return session.today.isoformat()
