"""A process of its own that draws pages, kept warm, so that the window never waits.

It is spawned, never forked, and never imports Qt: after Qt every import is slower, and a page drawn in a thread of the
window would make it stutter. `submit` returns at once. A worker that dies fails the job it had with `WorkerDied`;
the next job starts a new one. A job that runs longer than its limit counts as dead too.
"""

import contextlib
import logging
import multiprocessing
import pickle
import queue
import signal
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import NamedTuple

from regimen.errors import Refused
from treatment_calendar.paper.jobs import Kind, Ready, Request, answer

LONGEST_SECONDS = 60.0
Task = tuple[str, object]
DIED = "The part of the program that makes pages stopped. Nothing was printed; try again."
log = logging.getLogger(__name__)


class WorkerDied(Exception):
    """The worker ended, or was ended, before it answered. The page was not made; asking again starts a new worker."""


class WorkerFailed(Exception):
    """Our bug while making a page; str() is the worker's traceback, without the request's values."""


def serve(connection: Connection) -> None:
    """The whole life of the worker that draws pages."""
    serve_with(connection, answer)


def serve_with(connection: Connection, answer: Callable[[Task], Task]) -> None:
    """A worker's whole life: read a task, answer it, until the other end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the window's to handle
    with contextlib.suppress(EOFError, OSError):
        while True:
            task = pickle.loads(connection.recv_bytes())
            try:
                found = answer(task)
            except Exception as error:  # noqa: BLE001  reported to the window, which shows and logs it
                # Frames and the kind of error only: its text could hold a patient's name.
                frames = "".join(traceback.format_tb(error.__traceback__))
                found = "failed", f"{frames}{type(error).__name__}"
            connection.send_bytes(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))


class _Job(NamedTuple):
    task: tuple[str, object]
    future: "Future[object]"


class PaperWorker:
    """One worker process and the thread that talks to it. Make one for the whole program; `close` it at the end.

    life  what the process does all its life, a function of a module; name, died: what it and its death are called
    """

    def __init__(
        self,
        longest_seconds: float = LONGEST_SECONDS,
        life: Callable[[Connection], None] = serve,
        name: str = "paper",
        died: str = DIED,
    ) -> None:
        self._longest = longest_seconds
        self._life, self._name, self._died = life, name, died
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._closed = False
        self._sent = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def warm(self) -> "Future[Ready]":
        """Start the process and load everything it needs, in idle time."""
        return self._put("warm", None)  # type: ignore[return-value]  # the task decides what its future holds

    def submit(self, kind: Kind, request: Request) -> "Future[bytes]":
        """The PDF of one request. The future may be cancelled while it waits.

        It fails with `Refused` (a person can put it right), `WorkerFailed` (our bug) or `WorkerDied`.
        """
        return self._put(kind, request)  # type: ignore[return-value]

    def batch(self, task: str, given: object) -> "Future[object]":
        """A task of `paper.batch`; fails as `submit` does. A worker that died has lost its batches."""
        return self._put(task, given)

    def is_drawing(self) -> bool:
        """Whether the worker has a job it has not answered."""
        return self._sent.is_set()

    def close(self) -> None:
        """End the worker; jobs still waiting are cancelled."""
        self._closed = True
        self._jobs.put(None)
        self._thread.join(timeout=2)
        process = self._process
        if self._thread.is_alive() and process is not None:
            process.terminate()  # a page that takes this long at the end of the program is not waited for
            self._thread.join(timeout=2)

    @property
    def process_id(self) -> int | None:
        """The worker's process id, None while none runs."""
        process = self._process
        return process.pid if process is not None and process.is_alive() else None

    def _put(self, kind: str, request: object) -> "Future[object]":
        future: Future[object] = Future()
        if self._closed:
            future.set_exception(WorkerDied("The program is closing; no page is made any more."))
            return future
        self._jobs.put(_Job((kind, request), future))
        return future

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            if job.future.set_running_or_notify_cancel():
                self._do(job)
        self._end()
        while not self._jobs.empty():
            left = self._jobs.get()
            if left is not None:
                left.future.cancel()

    def _do(self, job: _Job) -> None:
        try:
            kind, value = self._ask(job.task)
        except WorkerDied as died:
            job.future.set_exception(died)
            return
        except (pickle.PicklingError, TypeError, AttributeError) as error:
            job.future.set_exception(WorkerFailed(f"the request is no plain value: {type(error).__name__}"))
            return
        if kind == "refused" and isinstance(value, tuple):
            job.future.set_exception(Refused(value))
        elif kind == "failed":
            job.future.set_exception(WorkerFailed(str(value)))
        else:
            job.future.set_result(value)

    def _ask(self, task: tuple[str, object]) -> tuple[str, object]:
        data = pickle.dumps(task, pickle.HIGHEST_PROTOCOL)
        connection = self._connected()
        try:
            connection.send_bytes(data)
            self._sent.set()
            if not connection.poll(self._longest):
                raise TimeoutError
            found: tuple[str, object] = pickle.loads(connection.recv_bytes())
        except (EOFError, OSError) as error:  # a TimeoutError is an OSError
            process = self._process
            if process is not None:
                process.join(timeout=1)
            code = process.exitcode if process is not None else None
            self._end()
            log.error("%s worker ended: %s, exit code %s", self._name, type(error).__name__, code)
            raise WorkerDied(self._died) from None
        finally:
            self._sent.clear()
        return found

    def _connected(self) -> Connection:
        if self._connection is not None and self._process is not None and self._process.is_alive():
            return self._connection
        self._end()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=self._life, args=(theirs,), name=f"{self._name}-worker", daemon=True)
        process.start()
        theirs.close()
        self._process, self._connection = process, ours
        return ours

    def _end(self) -> None:
        connection, process = self._connection, self._process
        self._connection = self._process = None
        if connection is not None:
            connection.close()
        if process is not None:
            process.join(timeout=0.5)  # it leaves by itself when the pipe closes
            if process.is_alive():
                process.terminate()
                process.join(timeout=2)
            if process.is_alive():
                process.kill()
                process.join(timeout=2)
            process.close()
