"""The part of the door to the records for what is given at the chair; `records.actions.Actions` has all of it."""

from concurrent.futures import Future
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from records.thread import StoreThread
from records.values.administrations import AdministrationEntry, AdministrationRecord

if TYPE_CHECKING:
    from records.store import Deed
    from records.values.core import Person


class ChairActions:
    """Infusions given or not given. Futures as in `Actions`."""

    _thread: StoreThread

    def administer(
        self, by: "Person", key: UUID, order_id: UUID, entry: AdministrationEntry
    ) -> Future[AdministrationRecord]:
        """One infusion of an order, signed by whoever gave it; less, more or nothing needs a reason."""

        def deed() -> "Deed[AdministrationRecord]":
            from records.deeds import administrations

            return administrations.administer(key, by.id, order_id, entry)

        return self._thread.write(deed)

    def withdraw_administration(self, by: "Person", administration_id: UUID, why: str) -> Future[AdministrationRecord]:
        """A line that was wrong; it stays on record and the right one is entered anew."""
        key = uuid4()

        def deed() -> "Deed[AdministrationRecord]":
            from records.deeds import administrations

            return administrations.withdraw_administration(key, by.id, administration_id, why)

        return self._thread.write(deed)
