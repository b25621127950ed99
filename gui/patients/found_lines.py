"""Lines of the patients list from a server, asked on a thread of their own: the window never waits for a network."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from records.errors import RecordError

if TYPE_CHECKING:
    from records.lookup import Lookup
    from records.values.patient_line import PatientLine


class FoundLines(QObject):
    """`found(lines)` or `refused(sentence)`; only the newest question is answered."""

    found = Signal(object)
    refused = Signal(str)
    _done = Signal(int, object)

    def __init__(self, lookup: "Lookup", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lookup = lookup
        self._turn = 0
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="patients")
        self._asked: Future[tuple[PatientLine, ...]] | None = None
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def ask(self, look: "Callable[[Lookup], tuple[PatientLine, ...]]") -> None:
        """Another question; the one before it is no longer waited for."""
        self._turn += 1
        turn = self._turn
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._pool.submit(look, self._lookup)
        self._asked.add_done_callback(lambda done: self._tell(turn, done))

    def close(self) -> None:
        """The program ends."""
        self._turn += 1
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _tell(self, turn: int, done: "Future[tuple[PatientLine, ...]]") -> None:
        if not done.cancelled() and isValid(self):
            self._done.emit(turn, done)

    @Slot(int, object)
    def _on_done(self, turn: int, done: "Future[tuple[PatientLine, ...]]") -> None:
        if turn != self._turn:
            return
        error = done.exception()
        if error is None:
            self.found.emit(done.result())
        elif isinstance(error, RecordError):
            self.refused.emit(str(error))
        else:
            raise error
