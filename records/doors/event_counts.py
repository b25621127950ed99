"""The part of the door to the records that counts adverse events of everybody; `records.actions.Actions` has all."""

from concurrent.futures import Future
from typing import TYPE_CHECKING

from records.thread import StoreThread

if TYPE_CHECKING:
    from records.store import Store
    from records.values.event_counts import Cause, EventCounts, Sufferer


class EventCountActions:
    """Counted beside the store thread, so that nobody's save waits for it. Futures as in `Actions`."""

    _thread: StoreThread

    def event_counts(self, known: "EventCounts | None" = None, cause: "Cause | None" = None) -> "Future[EventCounts]":
        """The table of everybody, or of the events of one relation to the drugs.

        `known` itself where it counts the same and nothing reached the records since it was counted.
        """

        def look(store: "Store") -> "EventCounts":
            from records.deeds import event_counts

            store.look_at_seat("clinical")
            same = known is not None and known.cause == cause
            if known is not None and same and store.read(event_counts.newest_entry) == known.newest:
                return known
            return store.read(lambda session: event_counts.count_events(session, store.closing.is_set, cause))

        return self._thread.beside(look)

    def sufferers(
        self, term: str | None, grades: tuple[int, ...], cause: "Cause | None" = None
    ) -> "Future[tuple[Sufferer, ...]]":
        """Who stands behind a count, by name. term None: all terms together."""

        def look(store: "Store") -> "tuple[Sufferer, ...]":
            from records.deeds import event_counts

            store.look_at_seat("clinical")
            return store.read(lambda session: event_counts.sufferers(session, term, grades, cause))

        return self._thread.beside(look)
