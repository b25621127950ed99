"""What other workstations change, and the server itself, brought into this window without taking the cursor away.

Word comes on the feed's thread. Changes in quick succession are told to the pages once; pages read again and leave
what is being typed as it is.
"""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from gui.session import Session
from records.values.core import Person, SiteSettings

if TYPE_CHECKING:
    from gui.shell.away_bar import AwayBar
    from gui.shell.shell import Shell

#: Changes within this time are told together.
TOGETHER_MS = 250
#: With more patients than this every page reads again once.
MOST_SINGLE = 20


class OtherStations(QObject):
    """One for a run. Signals of the session: `patient_changed` for single records, `all_changed` for everything."""

    _touched = Signal(object)
    _reached = Signal(bool)

    def __init__(self, session: Session, window: "Shell", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._window = window
        self._bar: AwayBar | None = None
        self._waiting: set[UUID | None] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOGETHER_MS)
        self._timer.timeout.connect(self._tell)
        self._touched.connect(self._on_touched, Qt.ConnectionType.QueuedConnection)
        self._reached.connect(self._on_reached, Qt.ConnectionType.QueuedConnection)
        session.actions.elsewhere.append(self._touched.emit)
        session.actions.reached.append(self._reached.emit)

    def stop(self) -> None:
        """The program ends: word that is still on its way finds nobody."""
        self._timer.stop()
        for heard in (self._session.actions.elsewhere, self._session.actions.reached):
            heard.clear()

    @Slot(object)
    def _on_touched(self, touched: UUID | None) -> None:
        self._waiting.add(touched)
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _tell(self) -> None:
        waiting, self._waiting = self._waiting, set()
        session = self._session
        if None in waiting or len(waiting) > MOST_SINGLE:
            session.all_changed.emit()
        else:
            for touched in waiting:
                session.patient_changed.emit(touched)
        session.link.ask(session.actions.settings(), self._on_settings, self._on_refused, self)
        session.link.ask(session.actions.people(), self._on_people, self._on_refused, self)

    def _on_settings(self, settings: SiteSettings) -> None:
        if settings != self._session.settings:
            self._session.set_settings(settings)

    def _on_people(self, people: tuple[Person, ...]) -> None:
        if people != self._session.people:
            self._session.people = people
            self._session.people_changed.emit()

    def _on_refused(self, _sentence: str, _error: Exception) -> None:
        """Asked again with the next change; the bar says when the server is away."""

    @Slot(bool)
    def _on_reached(self, reached: bool) -> None:
        if self._bar is None:
            from gui.shell.away_bar import AwayBar

            self._bar = AwayBar()
            self._window.add_above(self._bar)
        if reached:
            self._bar.setVisible(False)
        else:
            self._bar.show_away(datetime.now().astimezone())
        self._session.set_reached(reached)
