"""Lesions, scans and follow-up: kept as read, corrected only by a new revision, never lost."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from records.errors import Conflict, NotAllowed, RecordError
from records.values.core import CourseRecord, Workspace
from records.values.responses import (
    FollowUpEntry,
    LesionEntry,
    LesionRecord,
    NewReading,
    ResponseSettings,
    ScanEntry,
    ScanRecord,
    TargetReading,
)
from tests.records.examples import Store
from tests.records.response_examples import (
    ASCITES,
    BASELINE_ON,
    FIRST_ON,
    FOLLOW_UP,
    LIVER,
    NEW,
    NODE,
    SECOND_ON,
    baseline,
    later,
    mm,
    named,
    stored,
)


def begun(store: Store) -> tuple[CourseRecord, dict[str, LesionRecord]]:
    course = store.course(answered=False)
    return course, named(store, course, LIVER, NODE, ASCITES)


def space(store: Store, course: CourseRecord) -> Workspace:
    return store.actions.workspace(course.patient_id).result()


def corrected(store: Store, course: CourseRecord, scan: ScanRecord, why: str, **changes: Any) -> ScanRecord:
    again = store.actions.open_scan(store.person, uuid4(), course.id, replaces=scan.id).result()
    entry = replace(again.entry, **changes)
    return store.actions.complete_scan(store.person, again.id, again.version, entry, why).result()


def test_lesions_and_scans_come_back_as_entered_on_both_databases(store: Store) -> None:
    course, lesions = begun(store)
    first = stored(store, course, baseline(lesions, "40.0", "20"))
    split = replace(
        later(lesions, "26", "12"), targets={lesions["T1"].id: mm("14", "12.50"), lesions["T3"].id:
                                             TargetReading("too_small")}, marker="above", for_symptoms=True,
    )  # fmt: skip
    second = stored(store, course, split)
    read = space(store, course)
    assert read.lesions == tuple(lesions.values())
    assert read.lesions[0].entry == LIVER
    assert read.scans == (first, second)
    assert read.scans[1].entry == split
    assert str(read.scans[1].entry.targets[lesions["T1"].id].pieces_mm[1]) == "12.50"
    assert (second.by, second.revision, second.in_force) == ("Priya Raman", 1, True)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"on": None}, "Not said yet: the date"),
        ({"method": ""}, "how it was made"),
        ({"method": "xray"}, "not known"),
        ({"targets": {}}, "Not said yet: T1, T3"),
        ({"nontargets": {}}, "Not said yet: N1"),
        ({"marker": ""}, "the tumour marker"),
        ({"new_lesion": ""}, "whether there is a new lesion"),
        ({"on": date(1950, 1, 1)}, "before the patient was born"),
        ({"on": BASELINE_ON}, "already; correct that one"),
        ({"on": BASELINE_ON - timedelta(days=1)}, "cannot lie before it"),
        ({"baseline": True}, "baseline scan of 2026-02-23 already"),
        ({"texts": {"reading_T1": "4O"}}, "Not finished yet: reading_T1"),
        ({"targets": {uuid4(): mm("3")}}, "not followed here"),
    ],
)
def test_a_scan_that_leaves_something_open_is_refused_with_all_of_it(
    store: Store, changes: dict[str, Any], words: str
) -> None:
    course, lesions = begun(store)
    stored(store, course, baseline(lesions, "40", "20"))
    opened = store.actions.open_scan(store.person, uuid4(), course.id).result()
    entry = replace(later(lesions, "26", "12"), **changes)
    with pytest.raises(RecordError, match=words):
        store.actions.complete_scan(store.person, opened.id, opened.version, entry).result()
    assert not [scan for scan in space(store, course).scans if scan.entry.on == FIRST_ON and scan.in_force]


@pytest.mark.parametrize(
    "reading",
    [
        mm("NaN"),
        mm("-1"),
        mm("1001"),
        TargetReading("measured"),
        TargetReading("absent", (Decimal(3),)),
        mm(*["1"] * 21),
    ],
)
def test_a_size_that_is_none_is_refused(store: Store, reading: TargetReading) -> None:
    course, lesions = begun(store)
    opened = store.actions.open_scan(store.person, uuid4(), course.id, baseline=True).result()
    with pytest.raises(RecordError):
        entry = ScanEntry(targets={lesions["T1"].id: reading})
        store.actions.keep_scan(store.person, opened.id, opened.version, entry).result()


def test_a_half_typed_scan_is_kept_with_what_cannot_be_read_and_there_is_one(store: Store) -> None:
    course, lesions = begun(store)
    opened = store.actions.open_scan(store.person, uuid4(), course.id, baseline=True).result()
    half = ScanEntry(None, "", True, {lesions["T1"].id: mm("40")}, texts={"on": "23.2.", "reading_T3": "2O"})
    kept = store.actions.keep_scan(store.person, opened.id, opened.version, half).result()
    assert (kept.entry, kept.complete) == (half, False)
    assert store.actions.open_scan(store.person, uuid4(), course.id, baseline=True).result() == kept
    with pytest.raises(Conflict, match="changed this scan"):
        store.actions.keep_scan(store.person, opened.id, opened.version, ScanEntry(baseline=True)).result()
    store.actions.give_up_scan(store.person, kept.id, kept.version).result()
    assert store.actions.open_scan(store.person, uuid4(), course.id, baseline=True).result().id != kept.id


def test_a_correction_is_a_new_revision_with_a_reason_and_the_old_one_stays(store: Store) -> None:
    course, lesions = begun(store)
    first = stored(store, course, baseline(lesions, "40", "20"))
    with pytest.raises(RecordError, match="needs a reason"):
        corrected(store, course, first, "", targets=baseline(lesions, "41", "20").targets)
    half = next(scan for scan in space(store, course).scans if not scan.complete)
    entry = replace(half.entry, targets=baseline(lesions, "41", "20").targets)
    second = store.actions.complete_scan(store.person, half.id, half.version, entry, "typed wrong").result()
    old, new = space(store, course).scans
    assert (old.replaced, old.in_force, old.entry) == (True, False, first.entry)
    assert (new, new.revision, new.reason, new.replaces) == (second, 2, "typed wrong", first.id)
    with pytest.raises(NotAllowed, match="no longer in force"):
        corrected(store, course, first, "again")


def test_which_lesions_are_followed_is_settled_with_the_baseline(store: Store) -> None:
    course, lesions = begun(store)
    first = stored(store, course, baseline(lesions, "40", "20"))
    other = LesionEntry("T4", "target", "lung")
    for refused in (
        store.actions.add_lesion(store.person, uuid4(), course.id, other),
        store.actions.withdraw_lesion(store.person, lesions["T1"].id, "not tumour"),
    ):
        with pytest.raises(NotAllowed, match="Correct the baseline scan first"):
            refused.result()
    named(store, course, NEW)
    again = store.actions.open_scan(store.person, uuid4(), course.id, replaces=first.id).result()
    late = named(store, course, other)["T4"]
    entry = replace(again.entry, targets={**again.entry.targets, late.id: mm("15")})
    store.actions.complete_scan(store.person, again.id, again.version, entry, "a lesion was left out").result()
    with pytest.raises(RecordError, match="a lesion T4 already"):
        store.actions.add_lesion(store.person, uuid4(), course.id, replace(NEW, name="T4")).result()


def test_a_baseline_is_not_withdrawn_from_under_later_scans(store: Store) -> None:
    course, lesions = begun(store)
    first = stored(store, course, baseline(lesions, "40", "20"))
    second = stored(store, course, later(lesions, "26", "12"))
    with pytest.raises(NotAllowed, match="compared with this baseline"):
        store.actions.withdraw_scan(store.person, first.id, "of somebody else").result()
    gone = store.actions.withdraw_scan(store.person, second.id, "of somebody else").result()
    assert (gone.withdrawn, gone.withdrawn_why, gone.in_force) == (True, "of somebody else", False)
    assert stored(store, course, later(lesions, "30", "12")).in_force


def test_a_new_lesion_has_a_reading_at_every_scan_it_is_followed_on(store: Store) -> None:
    course, lesions = begun(store)
    stored(store, course, baseline(lesions, "40", "20"))
    new = named(store, course, NEW)["X1"]
    seen = replace(
        later(lesions, "40", "20"), new_lesion="unequivocal",
        new_lesions={new.id: NewReading("present", Decimal("12.0"))},
    )  # fmt: skip
    assert stored(store, course, seen).entry == seen
    with pytest.raises(RecordError, match="Not said yet: X1"):
        stored(store, course, later(lesions, "40", "20", on=SECOND_ON))


def test_the_database_keeps_what_a_complete_scan_and_a_lesion_say(store: Store) -> None:
    course, lesions = begun(store)
    stored(store, course, baseline(lesions, "40", "20"))
    for change in ("targets = '{}'", "marker = 'above'", "method = 'mri'"):
        with pytest.raises(Exception, match="a complete scan keeps what it says"):
            store.sql(f"UPDATE scan SET {change}")
    with pytest.raises(Exception, match="a lesion keeps what it says"):
        store.sql("UPDATE lesion SET organ = 'lung'")


def test_a_follow_up_is_one_row_with_a_reason_for_what_is_changed(store: Store) -> None:
    course, _ = begun(store)
    do, by = store.actions, store.person
    first = do.save_follow_up(by, uuid4(), course.id, None, FOLLOW_UP).result()
    assert (first.entry, space(store, course).follow_up) == (FOLLOW_UP, (first,))
    alive = replace(FOLLOW_UP, last_alive_on=date(2026, 8, 1))
    second = do.save_follow_up(by, uuid4(), course.id, first.version, alive).result()
    changed = replace(alive, settings=ResponseSettings(confirmation_required=False))
    with pytest.raises(RecordError, match="needs a reason"):
        do.save_follow_up(by, uuid4(), course.id, second.version, changed).result()
    third = do.save_follow_up(by, uuid4(), course.id, second.version, changed, "the protocol says so").result()
    assert (third.id, third.entry) == (first.id, changed)
    with pytest.raises(Conflict, match="in the meantime"):
        do.save_follow_up(by, uuid4(), course.id, first.version, alive, "again").result()


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (FollowUpEntry(off_on=date(2026, 6, 1)), "both its day and its reason"),
        (FollowUpEntry(off_reason="toxicity"), "both its day and its reason"),
        (FollowUpEntry(off_on=date(2026, 6, 1), off_reason="other"), "in words"),
        (FollowUpEntry(death_on=date(2026, 6, 1), last_alive_on=date(2026, 6, 2)), "after the death"),
        (FollowUpEntry(death_on=date(1950, 1, 1)), "before the patient was born"),
        (FollowUpEntry(settings=ResponseSettings(confirm_min_days=-1)), "Days to confirm"),
    ],
)
def test_a_follow_up_that_makes_no_sense_is_refused(store: Store, entry: FollowUpEntry, words: str) -> None:
    course, _ = begun(store)
    with pytest.raises(RecordError, match=words):
        store.actions.save_follow_up(store.person, uuid4(), course.id, None, entry).result()


def test_a_patient_dies_once_whatever_course_it_is_written_to(store: Store) -> None:
    course, _ = begun(store)
    do, by = store.actions, store.person
    died = FollowUpEntry(death_on=date(2026, 9, 1))
    do.save_follow_up(by, uuid4(), course.id, None, died).result()
    do.end_course(by, course.id, course.version, "stopped", "died").result()
    patient = space(store, course).patient
    other = store.course(patient, answered=False)
    with pytest.raises(RecordError, match="died on 2026-09-01"):
        do.save_follow_up(by, uuid4(), other.id, None, replace(died, death_on=date(2026, 9, 2))).result()
    do.save_follow_up(by, uuid4(), other.id, None, died).result()
