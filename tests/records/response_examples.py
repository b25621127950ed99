"""Lesions, scans and a follow-up that the tests of the store keep."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

from records.values.core import CourseRecord
from records.values.responses import (
    FollowUpEntry,
    LesionEntry,
    LesionRecord,
    NewReading,
    ScanEntry,
    ScanRecord,
    TargetReading,
)
from tests.records.examples import Store

BASELINE_ON, FIRST_ON, SECOND_ON = date(2026, 2, 23), date(2026, 4, 13), date(2026, 5, 25)
LIVER = LesionEntry("T1", "target", "liver", place="segment 7", slice_mm=Decimal("5.0"))
SECOND_LIVER = LesionEntry("T2", "target", "liver", place="segment 4")
NODE = LesionEntry("T3", "target", "portal node", "node")
ASCITES = LesionEntry("N1", "nontarget", "peritoneum", unfit="fluid")
NEW = LesionEntry("X1", "new", "lung", place="left lower lobe")
FOLLOW_UP = FollowUpEntry(
    judged_progression_on=date(2026, 6, 20), off_on=date(2026, 6, 22), off_reason="progression", off_words="and pain",
    last_alive_on=date(2026, 7, 1), note="second line at home",
)  # fmt: skip


def mm(*pieces: str) -> TargetReading:
    return TargetReading("measured", tuple(Decimal(piece) for piece in pieces))


def named(store: Store, course: CourseRecord, *entries: LesionEntry) -> dict[str, LesionRecord]:
    """Lesions of a course by name."""
    return {entry.name: store.actions.add_lesion(store.person, uuid4(), course.id, entry).result() for entry in entries}


def stored(store: Store, course: CourseRecord, entry: ScanEntry) -> ScanRecord:
    """A scan opened, completed and read back."""
    opened = store.actions.open_scan(store.person, uuid4(), course.id, baseline=entry.baseline).result()
    return store.actions.complete_scan(store.person, opened.id, opened.version, entry).result()


def baseline(lesions: dict[str, LesionRecord], *sizes: str, on: date = BASELINE_ON) -> ScanEntry:
    """Targets in their order with a size each; other disease present, the marker not reported."""
    targets = [one for one in lesions.values() if one.entry.role == "target"]
    return ScanEntry(
        on, "ct", baseline=True, targets={one.id: mm(size) for one, size in zip(targets, sizes, strict=True)},
        nontargets={one.id: "present" for one in lesions.values() if one.entry.role == "nontarget"},
        new_lesion="none", marker="not_reported",
    )  # fmt: skip


def later(lesions: dict[str, LesionRecord], *sizes: str, on: date = FIRST_ON) -> ScanEntry:
    return replace(baseline(lesions, *sizes, on=on), baseline=False)


def busy_response(store: Store, course: CourseRecord) -> None:
    """A row in every table of responses: a baseline, a scan with a new lesion, its correction, one half-typed."""
    lesions = named(store, course, LIVER, SECOND_LIVER, NODE, ASCITES)
    stored(store, course, baseline(lesions, "40", "24.0", "20"))
    first = stored(store, course, later(lesions, "26", "14", "12"))
    new = named(store, course, NEW)["X1"]
    do, by = store.actions, store.person
    again = do.open_scan(by, uuid4(), course.id, replaces=first.id).result()
    entry = replace(
        again.entry, new_lesion="unequivocal", new_lesions={new.id: NewReading("present", Decimal("11"))},
        marker="above", note="seen on\nsecond look",
    )  # fmt: skip
    do.complete_scan(by, again.id, again.version, entry, "a lung lesion was overlooked").result()
    half = do.open_scan(by, uuid4(), course.id).result()
    do.keep_scan(by, half.id, half.version, ScanEntry(SECOND_ON, "ct", texts={"reading_T1": "34+"})).result()
    do.save_follow_up(by, uuid4(), course.id, None, FOLLOW_UP).result()
