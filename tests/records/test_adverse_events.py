"""Adverse events: grades are only added, what was said changes with a reason, nothing disappears."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from records.errors import Conflict, NotAllowed, RecordError
from records.values.core import Person
from records.values.visits import AdverseEventEntry, AdverseEventRecord, GradeOn
from tests.records.examples import EVENT, Store

FIRST = GradeOn(2, date(2026, 3, 20))
BARE = AdverseEventEntry("Nausea", "2026-03-20", (FIRST,))


def reported(store: Store, entry: AdverseEventEntry = BARE, **course: Any) -> AdverseEventRecord:
    return store.actions.report_event(store.person, uuid4(), store.course(**course).id, entry).result()


def changed(store: Store, event: AdverseEventRecord, why: str = "", **fields: Any) -> AdverseEventRecord:
    entry = replace(event.entry, **fields)
    return store.actions.change_event(store.person, event.id, event.version, entry, why).result()


def test_an_event_comes_back_with_every_field(store: Store) -> None:
    event = reported(store, EVENT)
    (read,) = store.actions.workspace(event.patient_id).result().events
    assert read == event
    said = tuple(replace(segment, by="Priya Raman") for segment in EVENT.grades)
    assert read.entry == replace(EVENT, grades=said, cause_named_by="Priya Raman")
    assert (read.number, read.cycle, read.cycle_day, read.by) == (1, 1, 19, "Priya Raman")
    assert (read.entry.grade, read.entry.highest_grade) == (3, 3)
    assert str(read.entry.steroid.peak_mg_kg) == "1.0"  # type: ignore[union-attr]


def test_the_same_key_is_the_same_event_and_numbers_count_on(store: Store) -> None:
    course, key = store.course(), uuid4()
    first = store.actions.report_event(store.person, key, course.id, BARE).result()
    again = store.actions.report_event(store.person, key, course.id, replace(BARE, term="Vomiting")).result()
    assert again == first
    store.actions.withdraw_event(store.person, first.id, first.version, "other patient").result()
    second = store.actions.report_event(store.person, uuid4(), course.id, BARE).result()
    assert (first.number, second.number) == (1, 2)


@pytest.mark.parametrize(
    ("start", "onset"), [("2026-03-23", (2, 1)), ("2026-03", (None, None)), ("2025", (None, None))]
)
def test_an_onset_of_which_only_the_month_is_known_has_no_cycle_day(
    sqlite_store: Store, start: str, onset: tuple[int | None, int | None]
) -> None:
    event = reported(sqlite_store, replace(BARE, start=start, grades=(GradeOn(1, date(2026, 3, 23)),)))
    assert (event.cycle, event.cycle_day, event.entry.start) == (*onset, start)


def test_a_grade_is_added_by_name_and_day(store: Store, nurse: Person) -> None:
    event = reported(store)
    added = GradeOn(3, date(2026, 3, 22), "somebody else", "neutrophils 0.8 10^9/L")
    after = store.actions.grade_event(nurse, uuid4(), event.id, event.version, added).result()
    assert after.entry.grades == (replace(FIRST, by="Priya Raman"), replace(added, by="Tomás Ferreira"))
    assert (after.by, after.changed_by, after.entry.highest_grade) == ("Priya Raman", "Tomás Ferreira", 3)
    earlier = store.actions.grade_event(nurse, uuid4(), event.id, after.version, FIRST).exception()
    assert str(earlier) == "A grade of 2026-03-20 cannot follow one of 2026-03-22."


def test_grades_that_were_said_stay(store: Store) -> None:
    event = reported(store)
    lower = (GradeOn(1, date(2026, 3, 20)),)
    refusal = store.actions.change_event(
        store.person, event.id, event.version, replace(event.entry, grades=lower), "typed wrong"
    ).exception()
    assert isinstance(refusal, NotAllowed)
    for grades in ("[]", '[{"by":"x","evidence":"","grade":1,"on":"2026-03-20"}]'):
        with pytest.raises(DBAPIError, match="only added to"):
            store.sql("UPDATE adverse_event SET grades = :grades", grades=grades)


def test_adding_and_ending_need_no_reason_and_saying_otherwise_does(store: Store) -> None:
    event = reported(store)
    event = changed(store, event, attribution={"capecitabine": 4}, serious=False, note="tired")
    event = changed(store, event, attribution={"capecitabine": 4, "pembrolizumab": 2})
    event = changed(store, event, ongoing=False, end="2026-03-27", outcome="RECOVERED/RESOLVED")
    for fields in ({"attribution": {"capecitabine": 2}}, {"serious": True, "criteria": ("admission",)},
                   {"end": "2026-03-28"}, {"term": "Vomiting"}, {"note": ""}):  # fmt: skip
        entry = replace(event.entry, **fields)  # type: ignore[arg-type]
        refusal = store.actions.change_event(store.person, event.id, event.version, entry).exception()
        assert isinstance(refusal, RecordError), fields
        assert refusal.field == "Reason"
    event = changed(store, event, "typed wrong", end="2026-03-28")
    line = store.actions.history(event.patient_id).result()[0]
    assert (line.why, line.old, line.new) == ("typed wrong", "end: 2026-03-27", "end: 2026-03-28")


def test_an_ended_event_gets_no_grade_and_a_withdrawn_one_no_change(store: Store) -> None:
    event = changed(store, reported(store), ongoing=False, end="2026-03-27", outcome="RECOVERED/RESOLVED")
    later = GradeOn(2, date(2026, 4, 1))
    refusal = store.actions.grade_event(store.person, uuid4(), event.id, event.version, later).exception()
    assert str(refusal) == "Nausea has ended; a later return of the same problem is a new event."
    gone = store.actions.withdraw_event(store.person, event.id, event.version, "other patient").result()
    assert (gone.withdrawn, gone.withdrawn_why) == (True, "other patient")
    assert store.actions.workspace(event.patient_id).result().events == (gone,)
    assert isinstance(store.actions.withdraw_event(store.person, event.id, gone.version, "x").exception(), NotAllowed)


def test_the_cause_carries_the_name_of_who_named_it(store: Store, nurse: Person) -> None:
    event = reported(store)
    assert event.entry.cause_named_by == ""
    entry = replace(event.entry, cause="capecitabine", cause_named_by="nobody")
    named = store.actions.change_event(nurse, event.id, event.version, entry).result()
    assert named.entry.cause_named_by == "Tomás Ferreira"
    kept = changed(store, named, note="seen again")
    assert kept.entry.cause_named_by == "Tomás Ferreira"


def test_a_change_against_an_older_version_shows_both(store: Store) -> None:
    event = reported(store)
    theirs = changed(store, event, note="theirs")
    yours = replace(event.entry, note="yours")
    conflict = store.actions.change_event(store.person, event.id, event.version, yours).exception()
    assert isinstance(conflict, Conflict)
    assert (conflict.theirs, conflict.yours) == (theirs, yours)
    added = store.actions.grade_event(store.person, uuid4(), event.id, event.version, FIRST).exception()
    assert isinstance(added, Conflict)


WRONG: list[dict[str, object]] = [
    {"grades": ()}, {"grades": (GradeOn(0, date(2026, 3, 20)),)}, {"grades": (GradeOn(6, date(2026, 3, 20)),)},
    {"grades": (GradeOn(2, date(2026, 3, 19)),)}, {"start": "20.3.2026"}, {"start": ""}, {"start": "2026-02-30"},
    {"start": "1899"}, {"end": "2026-13"}, {"end": "2026-03-25"}, {"ongoing": False, "end": "2026-03-19"},
    {"term": ""}, {"term": "x" * 201}, {"term": "Skin - Other, specify"}, {"attribution": {"capecitabine": 6}},
    {"actions": {"capecitabine": "REDUCED"}}, {"outcome": "FINE"}, {"criteria": ("bad",)}, {"immune": "maybe"},
    {"baseline_grade": 6}, {"note": "a\x00b"}, {"reported_words": "\u202e"},
]  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_an_event_that_makes_no_sense_is_refused_in_one_sentence(sqlite_store: Store, wrong: dict[str, object]) -> None:
    course = sqlite_store.course()
    entry = replace(BARE, **wrong)  # type: ignore[arg-type]
    refusal = sqlite_store.actions.report_event(sqlite_store.person, uuid4(), course.id, entry).exception()
    assert isinstance(refusal, RecordError), refusal
    assert len(str(refusal)) < 250
    assert sqlite_store.sql("SELECT count(*) FROM adverse_event") == [(0,)]


@pytest.mark.parametrize(
    "change", ["highest_grade = 6", "immune = 'x'", "outcome = 'x'", "number = 0", "start = ''", "baseline_grade = -1"]
)
def test_nonsense_is_refused_by_the_database(store: Store, change: str) -> None:
    reported(store)
    with pytest.raises(DBAPIError):
        store.sql(f"UPDATE adverse_event SET {change}")
