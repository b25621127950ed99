"""The part of the door to the records that notices a restore on the server; `records.actions.Actions` has all of it."""

from concurrent.futures import Future
from typing import TYPE_CHECKING
from uuid import UUID

from records.thread import StoreThread

if TYPE_CHECKING:
    from records.store import Deed, Store
    from records.values.core import Person
    from records.values.restored import KnownTrail, RestoreLook


class RestoredActions:
    """Only for records on a server. Futures as in `Actions`."""

    _thread: StoreThread

    def look_for_restore(self, known: "KnownTrail | None") -> "Future[RestoreLook]":
        """Where the records are, and whether they were put back since `known`."""

        def look(store: "Store") -> "RestoreLook":
            from records.deeds import restored

            return store.read(lambda session: restored.look(session, known))

        return self._thread.read(look, "staff")

    def notice_restore(self, by: "Person", known: "KnownTrail", seen: "RestoreLook") -> Future[UUID]:
        """Say in the trail that the records were put back; the same restore is said once."""

        def deed() -> "Deed[UUID]":
            from records.deeds import restored

            return restored.notice_restore(by.id, known, seen.now, seen.found)

        return self._thread.write(deed)
