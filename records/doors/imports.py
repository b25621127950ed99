"""The part of the door to the records for files that are taken over; `records.actions.Actions` has all of it."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from records.thread import StoreThread
from records.values.imports import CohortEntry, CohortRecord, ImportEntry, ImportRecord, Known, ReadRow

if TYPE_CHECKING:
    from records.store import Deed, Store
    from records.values.core import Person


class ImportActions:
    """Patients, sizes and laboratory values from files, and cohorts that are kept. Futures as in `Actions`."""

    _thread: StoreThread

    def known_of(self, rows: tuple[ReadRow, ...]) -> Future[Known]:
        """What is on record of those a file may be about."""

        def look(store: "Store") -> Known:
            from records.deeds import imports

            return store.read(lambda session: imports.known_of(session, rows))

        return self._thread.read(look)

    def import_file(
        self, by: "Person", key: UUID, entry: ImportEntry, today: date,
        progress: Callable[[int, int], None], stopped: Callable[[], bool],
    ) -> Future[ImportRecord]:  # fmt: skip
        """All rows in one deed, or none; only a pharmacist or prescriber.

        progress, stopped  called on the store's thread; once the deed is written it cannot be stopped any more
        raises (by the Future)  NotAllowed where the records changed since the preview; RecordError where it was stopped
        """

        def deed() -> "Deed[ImportRecord]":
            from records.deeds import imports

            return imports.import_rows(key, by.id, entry, today, progress, stopped)

        return self._thread.write(deed)

    def imports(self) -> Future[tuple[ImportRecord, ...]]:
        """Every file that was taken over, newest first."""

        def look(store: "Store") -> tuple[ImportRecord, ...]:
            from records.deeds import imports

            return store.read(imports.imports)

        return self._thread.read(look)

    def keep_cohort(self, by: "Person", key: UUID, entry: CohortEntry) -> Future[CohortRecord]:
        """Keep a cohort for the Outcomes page; any clinical role."""

        def deed() -> "Deed[CohortRecord]":
            from records.deeds import cohorts

            return cohorts.keep_cohort(key, by.id, entry)

        return self._thread.write(deed)

    def drop_cohort(self, by: "Person", cohort_id: UUID) -> Future[CohortRecord]:
        """Offer a kept cohort no longer; it stays on record."""
        key = uuid4()

        def deed() -> "Deed[CohortRecord]":
            from records.deeds import cohorts

            return cohorts.drop_cohort(key, by.id, cohort_id)

        return self._thread.write(deed)

    def cohorts(self) -> Future[tuple[CohortRecord, ...]]:
        """The cohorts that are kept, newest first."""

        def look(store: "Store") -> tuple[CohortRecord, ...]:
            from records.deeds import cohorts

            return store.read(cohorts.cohorts)

        return self._thread.read(look)

    def cohort_texts(self, cohort_id: UUID) -> Future[tuple[str, str]]:
        """Table and adverse events of a kept cohort as CSV."""

        def look(store: "Store") -> tuple[str, str]:
            from records.deeds import cohorts

            return store.read(lambda session: cohorts.cohort_texts(session, cohort_id))

        return self._thread.read(look)
