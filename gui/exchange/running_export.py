"""One export on a thread of its own: how far it is, a way to stop it, and its future."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from outcomes.exchange.exporting import Done, Wanted
    from records.actions import Actions
    from records.values.core import Person


class RunningExport:
    """Begins at once. done, whole: patients read, of how many; written by the thread, read by the window."""

    def __init__(self, actions: "Actions", by: "Person", wanted: "Wanted") -> None:
        self.done, self.whole = 0, len(wanted.patients)
        self._stop = Event()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="export")
        self.future: Future[Done] = self._pool.submit(self._job(actions, by, wanted))
        self._pool.shutdown(wait=False)

    def stop(self) -> None:
        """Ask it to end; once the trail says that it left it goes on."""
        self._stop.set()

    def _job(self, actions: "Actions", by: "Person", wanted: "Wanted") -> "Callable[[], Done]":
        key = uuid4()

        def job() -> "Done":
            from outcomes.exchange.exporting import export

            return export(actions, by, key, wanted, datetime.now(UTC), self._on_progress, self._stop.is_set)

        return job

    def _on_progress(self, done: int, whole: int) -> None:
        self.done, self.whole = done, whole
