"""The part of the door to the records that keeps NCI's wording; `records.actions.Actions` has all of it."""

from concurrent.futures import Future
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from records.thread import StoreThread
from records.values.grading import GradingText

if TYPE_CHECKING:
    from records.store import Deed, Store
    from records.values.core import Person
    from regimen.grading.official import OfficialText


class GradingActions:
    """Workbooks of the CTCAE that the site has loaded. Futures as in `Actions`."""

    _thread: StoreThread

    def load_grading(
        self, by: "Person", key: UUID, text: str, file_sha256: str, file_date: str, way: str = ""
    ) -> Future[GradingText]:
        """Keep a checked workbook (`regimen.grading.official.write_text`) and use it for its version from now on.

        file_sha256, file_date  of the xlsx: its hash, and the day it says it was saved ("" unsaid)
        way  how it was loaded, for the audit trail
        """

        def deed() -> "Deed[GradingText]":
            from records.deeds import grading

            return grading.load_text(key, by.id, text, file_sha256, file_date, way)

        return self._thread.write(deed)

    def stop_grading(self, by: "Person", grading_id: UUID, why: str) -> Future[GradingText]:
        """Show our own words again; the workbook stays on record."""
        key = uuid4()

        def deed() -> "Deed[GradingText]":
            from records.deeds import grading

            return grading.stop_using(key, by.id, grading_id, why)

        return self._thread.write(deed)

    def gradings(self) -> Future[tuple[GradingText, ...]]:
        """Every workbook that was loaded, those in use first."""

        def look(store: "Store") -> tuple[GradingText, ...]:
            from records.deeds import grading

            return store.read(grading.gradings)

        return self._thread.read(look, "staff")

    def wordings(self) -> "Future[dict[str, OfficialText]]":
        """Version of the CTCAE -> NCI's wording in use; a version that was never loaded is not there."""

        def look(store: "Store") -> "dict[str, OfficialText]":
            from records.deeds import grading

            return store.read(grading.wordings)

        return self._thread.read(look, "staff")
