"""The part of the door to the records for exports; `records.actions.Actions` has all of it."""

from concurrent.futures import Future
from typing import TYPE_CHECKING
from uuid import UUID

from records.thread import StoreThread

if TYPE_CHECKING:
    from records.store import Deed, Store
    from records.values.core import Person
    from records.values.exchange import ExportNote, Traced


class ExportActions:
    """Who is there, a patient with what rows trace to, and the entry that says they left. Futures as in `Actions`."""

    _thread: StoreThread

    def all_patients(self) -> "Future[tuple[UUID, ...]]":
        """The ids of everybody in the records, in the order they were entered."""

        def look(store: "Store") -> tuple[UUID, ...]:
            from records.deeds import exports

            return store.read(exports.patient_ids)

        return self._thread.read(look)

    def traced(self, patient_id: UUID) -> "Future[Traced]":
        """Everything about one patient and the newest audit entry of each row, in one consistent picture."""

        def look(store: "Store") -> "Traced":
            from records.deeds import exports

            return store.read(lambda session: exports.traced(session, patient_id))

        return self._thread.read(look)

    def export_with_names(
        self, by: "Person", key: UUID, patients: tuple[UUID, ...], note: "ExportNote"
    ) -> "Future[UUID]":
        """Say in the trail of each patient that their data leave, with names. Only a pharmacist or prescriber."""

        def deed() -> "Deed[UUID]":
            from records.deeds import exports

            return exports.export_with_names(key, by.id, patients, note)

        return self._thread.write(deed)

    def export_deidentified(
        self, by: "Person", key: UUID, patients: tuple[UUID, ...], note: "ExportNote"
    ) -> "Future[UUID]":
        """Say in the trail of each patient that their data leave under a pseudonym; any clinical role."""

        def deed() -> "Deed[UUID]":
            from records.deeds import exports

            return exports.export_deidentified(key, by.id, patients, note)

        return self._thread.write(deed)
