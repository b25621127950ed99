"""One batch, or one downtime pack, on a thread of its own: how far it is, a way to stop it, and its future."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Generic, TypeVar
from uuid import uuid4

if TYPE_CHECKING:
    from datetime import date

    from gui.clinic.batch import BatchDone, Wanted
    from records.actions import Actions
    from records.values.core import Person
    from treatment_calendar.paper.worker import PaperWorker

T = TypeVar("T")
Told = Callable[[int, int], None]


class Running(Generic[T]):
    """Begins at once. done, whole: patients laid out, of how many; written by the thread, read by the window."""

    def __init__(self, work: Callable[[Told, Callable[[], bool]], T], whole: int) -> None:
        self.done, self.whole = 0, whole
        self._stop = Event()
        pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="clinic")
        self.future: Future[T] = pool.submit(work, self._on_progress, self._stop.is_set)
        pool.shutdown(wait=False)

    def stop(self) -> None:
        """Ask it to end; once the trail says that papers were printed it goes on."""
        self._stop.set()

    def _on_progress(self, done: int, whole: int) -> None:
        self.done, self.whole = done, whole


def running_batch(
    actions: "Actions", paper: "PaperWorker", by: "Person", wanted: "Wanted"
) -> "Running[BatchDone]":  # fmt: skip
    """A batch that has begun."""

    def work(told: Told, stopped: Callable[[], bool]) -> "BatchDone":
        from gui.clinic.batch import run_batch
        from gui.clinic.drawing import WorkerDrawing

        return run_batch(actions, by, wanted, WorkerDrawing(paper), told, stopped)

    return Running(work, len(wanted.lines))


def running_pack(
    actions: "Actions", paper: "PaperWorker", by: "Person", first: "date", days: int, folder: Path
) -> "Running[tuple[str, int]]":  # fmt: skip
    """A downtime pack that has begun. Answers the name of its folder and how many papers could not be made."""

    def work(told: Told, stopped: Callable[[], bool]) -> tuple[str, int]:
        return _pack(actions, paper, by, first, days, folder, 0, told, stopped)

    return Running(work, 1)


def running_daily_pack(
    actions: "Actions", paper: "PaperWorker", by: "Person", today: "date", folder: str
) -> "Running[str]":  # fmt: skip
    """The pack of today, unless its folder holds one already. Answers the name of the folder of the pack."""

    def work(told: Told, stopped: Callable[[], bool]) -> str:
        from gui.clinic.downtime import DAYS, KEPT, pack_of, refuse_folder

        place = Path(folder)
        refuse_folder(place)
        found = pack_of(place, today)
        return found or _pack(actions, paper, by, today, DAYS, place, KEPT, told, stopped)[0]

    return Running(work, 1)


def _pack(
    actions: "Actions", paper: "PaperWorker", by: "Person", first: "date", days: int, folder: Path, keep: int,
    told: Told, stopped: Callable[[], bool],
) -> tuple[str, int]:  # fmt: skip
    """Read, make, say so in the trail, write."""
    from gui.clinic.batch import staging
    from gui.clinic.downtime import make_pack, refuse_folder, write_pack
    from gui.clinic.drawing import WorkerDrawing

    refuse_folder(folder)
    staging(folder)
    week = actions.clinic_week(first, days).result()
    drawing = WorkerDrawing(paper)
    try:
        pack = make_pack(week, by.name, datetime.now().astimezone(), drawing, told, stopped)
    finally:
        drawing.drop()
    actions.write_downtime(by, uuid4(), first, days, pack.patients, pack.sha256).result()
    return write_pack(pack, folder, keep).name, pack.left_out
