"""The part of the door to the records for signatures beneath an order; `records.actions.Actions` has all of it."""

from concurrent.futures import Future
from typing import TYPE_CHECKING
from uuid import UUID

from records.thread import StoreThread
from records.values.signatures import BlindEntry, Release, SignatureRecord

if TYPE_CHECKING:
    from records.course.clinical_use import SiteFacts
    from records.store import Deed, Store
    from records.values.accounts import Proof
    from records.values.core import Person


class SignatureActions:
    """Verify, agree to a raised dose, prepare. Futures as in `Actions`.

    by     the one signed in; in the place of it a `Proof` of a second person at the same screen
    """

    _thread: StoreThread

    def verify_order(
        self, by: "Person | Proof", key: UUID, order_id: UUID, entry: BlindEntry
    ) -> Future[SignatureRecord]:
        """The blind second check. The answer says equal, or different with the names of the fields; both are kept.

        raises  NotAllowed for one's own work, RecordError where a value the order used is not typed
        """
        person, proof = who(by)

        def deed() -> "Deed[SignatureRecord]":
            from records.deeds import signatures

            return signatures.verify_order(key, person, order_id, entry, proof)

        return self._thread.write(deed)

    def agree_to_raise(self, by: "Person | Proof", key: UUID, order_id: UUID, why: str) -> Future[SignatureRecord]:
        """A second prescriber or pharmacist agrees that a reduced dose is given higher again."""
        person, proof = who(by)

        def deed() -> "Deed[SignatureRecord]":
            from records.deeds import signatures

            return signatures.agree_to_raise(key, person, order_id, why, proof)

        return self._thread.write(deed)

    def prepare_order(self, by: "Person | Proof", key: UUID, order_id: UUID, note: str = "") -> Future[SignatureRecord]:
        """What a released order needs is made ready."""
        person, proof = who(by)

        def deed() -> "Deed[SignatureRecord]":
            from records.deeds import signatures

            return signatures.prepare_order(key, person, order_id, note, proof)

        return self._thread.write(deed)

    def release(self, order_id: UUID) -> Future[Release]:
        """How far a signed order has come, and what is missing."""

        def look(store: "Store") -> Release:
            from records.deeds import signatures
            from records.tables import OrderRow

            return store.read(lambda session: signatures.release(session, session.get_one(OrderRow, order_id)))

        return self._thread.read(look)

    def site_facts(self) -> Future["SiteFacts"]:
        """What of these records decides whether a page is for clinical use."""

        def look(store: "Store") -> "SiteFacts":
            from records.deeds import site_facts

            protected = store.file is None or store.file.key is not None
            return store.read(lambda session: site_facts.site_facts(session, protected=protected))

        return self._thread.read(look)


def who(by: "Person | Proof") -> tuple[UUID, UUID | None]:
    """The person a deed names, and the token of their proof where they are not the one signed in."""
    token = getattr(by, "token", None)
    return (by.person.id, by.token) if token is not None else (by.id, None)  # type: ignore[union-attr]
