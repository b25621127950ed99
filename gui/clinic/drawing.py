"""Two ways to draw a batch: in the window's process for pages, and in this very process on the command line."""

from typing import TYPE_CHECKING, Any, Protocol, cast
from uuid import uuid4

from records.errors import RecordError
from treatment_calendar.paper.batch_request import ADD, DROP, WHOLE, Drawn, Part, Whole

if TYPE_CHECKING:
    from treatment_calendar.paper.worker import PaperWorker


class Drawing(Protocol):
    """One batch. add, whole: as `paper.batch.Batch` has them; both raise RegimenError. drop: nothing more is asked."""

    def add(self, kind: str, request: Any, *, keep: bool = False) -> Drawn: ...

    def whole(self, numbers: tuple[int, ...], title: str) -> bytes: ...

    def drop(self) -> None: ...


class WorkerDrawing:
    """A batch in the process for pages; waits for each answer, so it belongs on a thread of its own."""

    def __init__(self, worker: "PaperWorker") -> None:
        self._worker = worker
        self._batch = uuid4().hex

    def add(self, kind: str, request: Any, *, keep: bool = False) -> Drawn:
        return cast(Drawn, self._ask(ADD, Part(self._batch, kind, request, keep)))

    def whole(self, numbers: tuple[int, ...], title: str) -> bytes:
        return cast(bytes, self._ask(WHOLE, Whole(self._batch, numbers, title)))

    def drop(self) -> None:
        self._worker.batch(DROP, self._batch)

    def _ask(self, task: str, given: object) -> object:
        from treatment_calendar.paper.worker import WorkerDied

        try:
            return self._worker.batch(task, given).result()
        except WorkerDied as died:
            raise RecordError(str(died)) from None


class OwnDrawing:
    """A batch in this process."""

    def __init__(self) -> None:
        from treatment_calendar.paper.batch import Batch

        self._batch: Batch = Batch()

    def add(self, kind: str, request: Any, *, keep: bool = False) -> Drawn:
        return self._batch.add(kind, request, keep=keep)

    def whole(self, numbers: tuple[int, ...], title: str) -> bytes:
        return self._batch.whole(numbers, title)

    def drop(self) -> None:
        """Nothing is held elsewhere."""
