"""The part of the door to the records for papers that are no revision of anything; `records.actions.Actions` has it."""

from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from records.thread import StoreThread

if TYPE_CHECKING:
    from records.store import Deed
    from records.values.core import Person


class PrintActions:
    """Said before the paper is out, so that none is out that nobody knows of. Futures as in `Actions`."""

    _thread: StoreThread

    def print_day_list(
        self, by: "Person", key: UUID, on: date, patients: tuple[UUID, ...], sha256: str
    ) -> "Future[UUID]":
        """Say in the trail of each patient on it that the list of a day is printed or saved."""

        def deed() -> "Deed[UUID]":
            from records.deeds import papers

            return papers.print_day_list(key, by.id, on, patients, sha256)

        return self._thread.write(deed)

    def print_label(self, by: "Person", key: UUID, dispensed_id: UUID, sha256: str) -> "Future[UUID]":
        """Say that the label of tablets handed out is printed or saved; refused for a line that was withdrawn."""

        def deed() -> "Deed[UUID]":
            from records.deeds import papers

            return papers.print_label(key, by.id, dispensed_id, sha256)

        return self._thread.write(deed)
