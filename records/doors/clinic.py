"""The part of the door to the records for the clinic of a day; `records.actions.Actions` has all of it."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from records.thread import StoreThread

if TYPE_CHECKING:
    from records.clinic.preparation import Preparation
    from records.store import Deed, Store
    from records.values.clinic import ClinicDay
    from records.values.clinic_week import ClinicWeek
    from records.values.core import Person


class ClinicActions:
    """Who comes, what is prepared, the days to come, and what of it went on paper. Futures as in `Actions`."""

    _thread: StoreThread

    def clinic_day(self, on: date) -> "Future[ClinicDay]":
        """Everybody who comes on a day and what is missing, of one moment."""

        def look(store: "Store") -> "ClinicDay":
            from records.deeds import clinic

            return store.read(lambda session: clinic.clinic_day(session, on, datetime.now(UTC)))

        return self._thread.read(look)

    def preparation(self, on: date, courses: Sequence[UUID]) -> "Future[Preparation]":
        """What the pharmacy prepares for some of the courses of a day, and what it does not, of one moment."""

        def look(store: "Store") -> "Preparation":
            from records.deeds import clinic_papers

            protected, now = store.file is None or store.file.key is not None, datetime.now(UTC)
            return store.read(lambda session: clinic_papers.preparation(session, on, courses, now, protected=protected))

        return self._thread.read(look)

    def clinic_week(self, first: date, days: int) -> "Future[ClinicWeek]":
        """Everything the downtime pack is made from, of one moment; beside the store's thread: it may take seconds."""

        def work(store: "Store") -> "ClinicWeek":
            from records.clinic.week import clinic_week

            store.look_at_seat("clinical")
            return clinic_week(store, first, days)

        return self._thread.beside(work)

    def print_preparation(
        self, by: "Person", key: UUID, on: date, patients: Sequence[UUID], sha256: str
    ) -> "Future[UUID]":
        """Say in the trail of each patient on it that the preparation list of a day is printed or saved."""

        def deed() -> "Deed[UUID]":
            from records.deeds import clinic_papers

            return clinic_papers.print_preparation(key, by.id, on, tuple(patients), sha256)

        return self._thread.write(deed)

    def write_downtime(
        self, by: "Person", key: UUID, first: date, days: int, patients: Sequence[UUID], sha256: str
    ) -> "Future[UUID]":
        """Say in the trail of each patient in it that a downtime pack was written."""

        def deed() -> "Deed[UUID]":
            from records.deeds import clinic_papers

            return clinic_papers.write_downtime(key, by.id, first, days, tuple(patients), sha256)

        return self._thread.write(deed)
