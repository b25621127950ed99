"""The part of the door to the records that is about the audit trail and the server, for `records.actions.Actions`."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, date, datetime
from threading import Event
from typing import TYPE_CHECKING
from uuid import UUID

from records.thread import StoreThread
from records.trail.anchor import Anchor
from records.values.audit import DayList, PersonHistory, TrailCheck, TrailEnd
from records.values.core import HistoryLine

if TYPE_CHECKING:
    from records.store import Store


class AuditActions:
    """Histories, the end of the trail, its check; what other workstations do. Futures as in `Actions`."""

    _thread: StoreThread

    @property
    def elsewhere(self) -> list[Callable[[UUID | None], None]]:
        """Called on another thread with each patient (or row) another workstation changed; None: anything may have."""
        return self._thread.elsewhere

    @property
    def reached(self) -> list[Callable[[bool], None]]:
        """Called on another thread when the server of the records goes away (False) and comes back (True)."""
        return self._thread.reached

    def trail_end(self) -> Future[TrailEnd]:
        """The newest entry of the audit trail: the anchor of this moment."""

        def look(store: "Store") -> TrailEnd:
            from records.deeds import trail

            return store.read(trail.trail_end)

        return self._thread.read(look, "staff")

    def day_list(self, on: date) -> Future[DayList]:
        """Who is due on a day, with the anchor of the very moment, for paper."""

        def look(store: "Store") -> DayList:
            from records.deeds import day_list

            protected = store.file is None or store.file.key is not None
            return store.read(lambda session: day_list.day_list(session, on, datetime.now(UTC), protected=protected))

        return self._thread.read(look)

    def order_history(self, order_id: UUID) -> Future[tuple[HistoryLine, ...]]:
        """Everything the trail says about one order or draft, newest first."""

        def look(store: "Store") -> tuple[HistoryLine, ...]:
            from records.deeds import trail

            return store.read(lambda session: trail.order_history(session, order_id))

        return self._thread.read(look)

    def person_history(self, person_id: UUID, before: int | None = None) -> Future[PersonHistory]:
        """What one person did and what was done about them; for themself and whoever looks after people."""

        def look(store: "Store") -> PersonHistory:
            from records.deeds import trail

            return store.read(lambda session: trail.person_history(session, store.seat, person_id, before))

        return self._thread.read(look, "staff")

    def check_trail(
        self,
        asked: Anchor | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancel: Event | None = None,
    ) -> Future[TrailCheck]:
        """The whole trail and every row, beside the store's thread; and whether the trail still holds an anchor.

        progress  called on another thread with what was looked at and all there is; cancel: set to stop
        """

        def work(store: "Store") -> TrailCheck:
            from records.backup.copying import Cancelled
            from records.deeds import audit_check

            store.look_at_seat("staff")

            def moved(done: int, whole: int) -> None:
                if self._thread.closing.is_set() or (cancel is not None and cancel.is_set()):
                    raise Cancelled("The check was stopped; nothing is said about the trail.")
                if progress is not None:
                    progress(done, whole)

            return store.read(lambda session: audit_check.check_trail(session, asked, moved, datetime.now(UTC)))

        return self._thread.beside(work)
