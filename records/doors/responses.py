"""The part of the door to the records for lesions, scans and follow-up; `records.actions.Actions` has all of it."""

from concurrent.futures import Future
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from records.thread import StoreThread
from records.values.responses import (
    FollowUpEntry,
    FollowUpRecord,
    LesionEntry,
    LesionRecord,
    ScanEntry,
    ScanRecord,
)

if TYPE_CHECKING:
    from records.course.disease import DiseaseAtStart
    from records.store import Deed
    from records.values.core import CourseRecord, Person


class ResponseActions:
    """What is followed, what was seen of it, and what became of the course. Futures as in `Actions`."""

    _thread: StoreThread

    def add_lesion(self, by: "Person", key: UUID, course_id: UUID, entry: LesionEntry) -> Future[LesionRecord]:
        """A lesion to follow; targets and non-targets before the baseline is stored, or while it is corrected."""

        def deed() -> "Deed[LesionRecord]":
            from records.deeds import lesions

            return lesions.add_lesion(key, by.id, course_id, entry)

        return self._thread.write(deed)

    def withdraw_lesion(self, by: "Person", lesion_id: UUID, why: str) -> Future[LesionRecord]:
        """A lesion entered by mistake; what was read of it counts no more and stays on record."""
        key = uuid4()

        def deed() -> "Deed[LesionRecord]":
            from records.deeds import lesions

            return lesions.withdraw_lesion(key, by.id, lesion_id, why)

        return self._thread.write(deed)

    def open_scan(
        self, by: "Person", key: UUID, course_id: UUID, *, baseline: bool = False, replaces: UUID | None = None
    ) -> Future[ScanRecord]:
        """A scan to type, or the one being typed already; `replaces`: a stored one it corrects."""

        def deed() -> "Deed[ScanRecord]":
            from records.deeds import scans

            return scans.open_scan(key, by.id, course_id, baseline=baseline, replaces=replaces)

        return self._thread.write(deed)

    def keep_scan(self, by: "Person", scan_id: UUID, version: int, entry: ScanEntry) -> Future[ScanRecord]:
        """A half-typed scan as it stands, `texts` as typed; audited coarsely. Conflict when another was kept since."""
        key = uuid4()

        def deed() -> "Deed[ScanRecord]":
            from records.deeds import scans

            return scans.keep_scan(key, by.id, scan_id, version, entry)

        return self._thread.write(deed)

    def complete_scan(
        self, by: "Person", scan_id: UUID, version: int, entry: ScanEntry, why: str = ""
    ) -> Future[ScanRecord]:
        """A scan that is read; every lesion answered. why: needed for a correction, which replaces what it corrects."""
        key = uuid4()

        def deed() -> "Deed[ScanRecord]":
            from records.deeds import scans

            return scans.complete_scan(key, by.id, scan_id, version, entry, why)

        return self._thread.write(deed)

    def give_up_scan(self, by: "Person", scan_id: UUID, version: int) -> Future[ScanRecord]:
        """A half-typed scan that will not be stored."""
        key = uuid4()

        def deed() -> "Deed[ScanRecord]":
            from records.deeds import scans

            return scans.give_up_scan(key, by.id, scan_id, version)

        return self._thread.write(deed)

    def withdraw_scan(self, by: "Person", scan_id: UUID, why: str) -> Future[ScanRecord]:
        """A stored scan that counts no more; only a pharmacist or prescriber."""
        key = uuid4()

        def deed() -> "Deed[ScanRecord]":
            from records.deeds import scans

            return scans.withdraw_scan(key, by.id, scan_id, why)

        return self._thread.write(deed)

    def describe_disease(
        self, by: "Person", course_id: UUID, version: int, said: "DiseaseAtStart", why: str = ""
    ) -> "Future[CourseRecord]":
        """Line, extent, metastases and surgery at the start of a course. why: of a change of what was said."""
        key = uuid4()

        def deed() -> "Deed[CourseRecord]":
            from records.deeds import courses

            return courses.describe_disease(key, by.id, course_id, version, said, why)

        return self._thread.write(deed)

    def save_follow_up(
        self, by: "Person", key: UUID, course_id: UUID, version: int | None, entry: FollowUpEntry, why: str = ""
    ) -> Future[FollowUpRecord]:
        """The follow-up of a course, whole. version: as read, None where there is none yet. why: of a change."""

        def deed() -> "Deed[FollowUpRecord]":
            from records.deeds import follow_up

            return follow_up.save_follow_up(key, by.id, course_id, version, entry, why)

        return self._thread.write(deed)
