"""A process of its own that reckons cohorts, compares regimens and draws plots, so that the window never waits.

scipy and matplotlib are loaded there and nowhere else. It is the same kind of process as the one that makes pages:
spawned, without Qt, started when first asked for.
"""

from concurrent.futures import Future
from multiprocessing.connection import Connection
from typing import Any

from treatment_calendar.paper.worker import PaperWorker, serve_with

LONGEST_SECONDS = 120.0
DIED = "The part of the program that reckons outcomes stopped. Nothing was changed; try again."


def life(connection: Connection) -> None:
    """The whole life of the worker process; what it needs is loaded there only."""
    from outcomes.jobs import answer

    serve_with(connection, answer)


class OutcomesWorker(PaperWorker):
    """`put` returns at once; the future holds what the request's own docstring says."""

    def __init__(self, longest_seconds: float = LONGEST_SECONDS) -> None:
        super().__init__(longest_seconds, life, "outcomes", DIED)

    def put(self, asked: object) -> "Future[Any]":
        """Do one piece of work, a request of `outcomes.jobs`.

        It fails with `Refused` (a person can put it right), `WorkerFailed` or `WorkerDied`.
        """
        return self._put("ask", asked)
