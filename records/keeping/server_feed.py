"""What other programs on the same PostgreSQL change, and whether the server can be reached; on a thread of its own.

Each commit tells whose records it touched (`records.keeping.server.tell_others`). The newest number of the audit
trail is asked beside it, for a pooler that passes no messages on; after an absence of the server everything may have
changed.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from time import monotonic
from uuid import UUID

import psycopg

from records.keeping.server import ARGUMENTS, CHANNEL
from records.keeping.server_address import plain_address

#: Seconds: one wait for a message, one look at the trail, one pause before the server is tried again.
LISTEN_S, LOOK_S, AGAIN_S = 0.5, 2.0, 0.5
MOST_ROWS = 200
NEWEST = "SELECT coalesce(max(seq), 0) FROM audit"
TOUCHED = "SELECT DISTINCT coalesce(patient_id, subject_id) FROM audit WHERE seq > %s AND seq <= %s LIMIT " + str(
    MOST_ROWS
)


class ServerFeed:
    """`changed(id)` for each patient (or row, without one) touched elsewhere, None when anything may be;
    `reached(bool)` when the server comes or goes. Both are called on the feed's thread.

    origin  of this program: what it did itself is not told
    """

    def __init__(
        self, target: str, origin: UUID, changed: Callable[[UUID | None], None], reached: Callable[[bool], None]
    ) -> None:
        self._address = plain_address(target)
        self._origin = str(origin)
        self._changed = changed
        self._reached = reached
        self._stop = Event()
        self._seen: int | None = None
        self._was_reached = True
        self._thread = Thread(target=self._run, name="feed", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """End; waits for the thread a moment at most."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=6.0)

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                with self._connected() as connection:
                    self._listen(connection)
            except psycopg.Error:
                self._tell_reached(False)
                self._stop.wait(AGAIN_S)

    @contextmanager
    def _connected(self) -> "Iterator[psycopg.Connection[tuple[int]]]":
        connection = psycopg.connect(self._address, autocommit=True, **ARGUMENTS)  # type: ignore[arg-type]
        try:
            yield connection
        finally:
            connection.close()

    def _listen(self, connection: "psycopg.Connection[tuple[int]]") -> None:
        with suppress(psycopg.errors.ReadOnlySqlTransaction):  # a server that follows another one: it is asked alone
            connection.execute(f"LISTEN {CHANNEL}")
        newest = self._newest(connection)
        missed = self._seen is not None and not self._was_reached
        self._seen = newest
        self._tell_reached(True)
        if missed:
            self._tell(None)  # also half-done things, which leave no entry behind
        looked = monotonic()
        while not self._stop.is_set():
            for message in connection.notifies(timeout=LISTEN_S, stop_after=1):
                self._on_message(message.payload)
            if monotonic() - looked >= LOOK_S:
                self._look(connection)
                looked = monotonic()

    def _newest(self, connection: "psycopg.Connection[tuple[int]]") -> int:
        found = connection.execute(NEWEST).fetchone()
        return found[0] if found else 0

    def _look(self, connection: "psycopg.Connection[tuple[int]]") -> None:
        """Entries nobody told of."""
        newest, seen = self._newest(connection), self._seen or 0
        if newest <= seen:
            return
        for message in connection.notifies(timeout=0):  # told meanwhile
            self._on_message(message.payload)
        seen = self._seen or 0
        if newest > seen:
            rows = connection.execute(TOUCHED, (seen, newest)).fetchall()
            self._seen = newest
            for (touched,) in rows if len(rows) < MOST_ROWS else [(None,)]:
                self._tell(touched if touched is None else UUID(str(touched)))

    def _on_message(self, payload: str) -> None:
        """ORIGIN SEQ ID,ID,... or * for too many."""
        origin, seq, listed = payload.split(" ", 2)
        self._seen = max(self._seen or 0, int(seq))
        if origin == self._origin:
            return
        for one in listed.split(","):
            self._tell(None if one == "*" else UUID(one))

    def _tell(self, touched: UUID | None) -> None:
        if not self._stop.is_set():
            self._changed(touched)

    def _tell_reached(self, reached: bool) -> None:
        if reached != self._was_reached and not self._stop.is_set():
            self._was_reached = reached
            self._reached(reached)
