"""From other threads back into the window: answers of futures arrive here, in the thread of the window, one by one."""

import sys
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
Refused = Callable[[str, Exception], None]


class _Waiting(NamedTuple):
    future: "Future[Any]"
    done: Callable[[Any], None]
    refused: Refused | None
    owner: "weakref.ref[QObject] | None"


def _can_be_put_right(error: BaseException) -> bool:
    """Whether an error is one sentence for the person at the screen, and not a fault of the program."""
    from records.errors import RecordError
    from regimen.errors import RegimenError

    if isinstance(error, RegimenError | RecordError):
        return True
    worker = sys.modules.get("treatment_calendar.paper.worker")  # loaded if the error can be its own
    return worker is not None and isinstance(error, worker.WorkerDied)


class Link(QObject):
    """Relays results of concurrent futures into the window's thread.

    unheard(str)   a refusal nobody asked to hear: the window shows it
    crashed(object)  an exception that is a fault of the program
    busy(int)      how many answers are waited for
    outdated(str)  a newer program has upgraded the records meanwhile; whoever asked hears it too
    """

    unheard = Signal(str)
    crashed = Signal(object)
    busy = Signal(int)
    outdated = Signal(str)
    _arrived = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[int, _Waiting] = {}
        self._next = 0
        self._pool: ThreadPoolExecutor | None = None
        self._closed = False
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        future: "Future[T]",
        done: Callable[[T], None],
        refused: Refused | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Call `done` with the answer, or `refused` with its sentence, in the window's thread.

        owner  the answer is dropped once this object is gone; None: it is always delivered
        """
        token = self._next
        self._next += 1
        self._waiting[token] = _Waiting(future, done, refused, None if owner is None else weakref.ref(owner))
        self.busy.emit(len(self._waiting))
        future.add_done_callback(lambda _future: self._tell(token))

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        refused: Refused | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Do a plain piece of work in a thread beside the window's; values in, values out, no widget inside."""
        from concurrent.futures import ThreadPoolExecutor

        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
        self.ask(self._pool.submit(job), done, refused, owner)

    def waiting(self) -> int:
        """How many answers are still to come."""
        return len(self._waiting)

    def close(self) -> None:
        """Drop all answers and end the thread; called once when the program ends."""
        self._closed = True
        self._waiting.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _tell(self, token: int) -> None:
        """Runs in whichever thread finished the future."""
        if not self._closed and isValid(self):
            self._arrived.emit(token)

    def _tell_outdated(self, error: Exception) -> None:
        from records.errors import Outdated

        if isinstance(error, Outdated):
            self.outdated.emit(str(error))

    @Slot(int)
    def _on_arrived(self, token: int) -> None:
        waiting = self._waiting.pop(token, None)
        if waiting is None:
            return
        self.busy.emit(len(self._waiting))
        owner = waiting.owner() if waiting.owner is not None else self
        gone = owner is None or not isValid(owner)
        if waiting.future.cancelled():
            return
        error = waiting.future.exception()
        if error is None:
            if not gone:
                waiting.done(waiting.future.result())
        elif isinstance(error, Exception) and _can_be_put_right(error):
            self._tell_outdated(error)
            if waiting.refused is not None and not gone:
                waiting.refused(str(error), error)
            else:
                self.unheard.emit(str(error))
        else:
            self.crashed.emit(error)
            if waiting.refused is not None and not gone and isinstance(error, Exception):
                waiting.refused(
                    self.tr("The program made a mistake of its own; nothing was changed that is not shown."), error
                )
