"""Reads the records patient by patient for a cohort: the store answers, the other process maps, the window goes on."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from gui.session import Session
from outcomes.cohort.records_read import Mapped, RecordsAsked, cohort_of
from records.values.core import Workspace


class RecordsReader(QObject):
    """`progress(done, of)`; `finished(Cohort)`; `refused(str)` ends it too. One patient is on the way at a time."""

    progress = Signal(int, int)
    finished = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._left: list[UUID] = []
        self._of = 0
        self._found: list[Mapped | None] = []
        self._stopped = False

    def begin(self) -> None:
        """Ask who there is, then each."""
        future = self._session.actions.all_patients()
        self._session.link.ask(future, self._on_patients, self._on_refused, self)

    def stop(self) -> None:
        """Ask for nobody else; nothing is told any more."""
        self._stopped = True
        self._left.clear()
        self.deleteLater()

    def _on_patients(self, patients: tuple[UUID, ...]) -> None:
        self._left = list(reversed(patients))
        self._of = len(patients)
        self._next()

    def _next(self) -> None:
        if self._stopped:
            return
        self.progress.emit(self._of - len(self._left), self._of)
        if not self._left:
            cohort = cohort_of(self._found, self._session.today, self.tr("the records"))
            self.finished.emit(cohort)
            self.deleteLater()
            return
        future = self._session.actions.workspace(self._left.pop())
        self._session.link.ask(future, self._on_space, self._on_refused, self)

    def _on_space(self, space: Workspace) -> None:
        if self._stopped:
            return
        asked = RecordsAsked(space, self._session.settings)
        self._session.link.ask(self._session.reckoning.put(asked), self._on_mapped, self._on_refused, self)

    def _on_mapped(self, mapped: Mapped | None) -> None:
        self._found.append(mapped)
        self._next()

    def _on_refused(self, words: str, _error: Exception) -> None:
        if not self._stopped:
            self._stopped = True
            self.refused.emit(words)
            self.deleteLater()
