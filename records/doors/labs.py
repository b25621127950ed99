"""The part of the door to the records that laboratory imports use; `records.actions.Actions` has all of it."""

from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from records.thread import StoreThread
from records.values.labs import LabImportEntry, LabImportRecord

if TYPE_CHECKING:
    from records.store import Deed
    from records.values.core import Person


class LabActions:
    """Results taken from HL7 messages. Futures as in `Actions`."""

    _thread: StoreThread

    def import_labs(
        self, by: "Person", key: UUID, patient_id: UUID, entry: LabImportEntry, today: date
    ) -> Future[LabImportRecord]:
        """All values of one file in one deed, or none; corrections take the place of what they correct.

        raises (by the Future)  NotAllowed where the message is about somebody else or a result is stored already
        """

        def deed() -> "Deed[LabImportRecord]":
            from records.deeds import lab_imports

            return lab_imports.import_labs(key, by.id, patient_id, entry, today)

        return self._thread.write(deed)
