"""A visit is kept as it is typed, half-done or complete, and what it says reaches the patient."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import DBAPIError, OperationalError

from records.errors import Conflict, NotAllowed, RecordError
from records.store import Store as OpenStore
from records.values.core import CourseRecord
from records.values.visits import VisitEntry, VisitRecord
from tests.records.examples import CYCLE2, DAY1, EVENT, VISIT, Store


def opened(store: Store, course: CourseRecord | None = None, on: date = CYCLE2) -> VisitRecord:
    return store.actions.open_visit(store.person, uuid4(), (course or store.course()).id, on).result()


def test_a_visit_comes_back_with_every_field(store: Store) -> None:
    visit = opened(store)
    done = store.actions.complete_visit(store.person, visit.id, visit.version, VISIT).result()
    (read,) = store.actions.workspace(visit.patient_id).result().visits
    assert read == done
    assert (read.entry, read.complete, read.by) == (VISIT, True, "Priya Raman")
    assert {str(strength) for strength in read.entry.tablets_returned} == {"500", "150"}


def test_a_new_visit_knows_its_cycle_and_day(store: Store) -> None:
    course = store.course()
    found = {}
    for on in (date(2026, 2, 27), DAY1, date(2026, 3, 22), CYCLE2, date(2026, 9, 1)):
        entry = opened(store, course, on).entry
        found[on.isoformat()] = (entry.cycle, entry.cycle_day)
    assert found == {
        "2026-02-27": (None, None), "2026-03-02": (1, 1), "2026-03-22": (1, 21), "2026-03-23": (2, 1),
        "2026-09-01": (8, 37),
    }  # fmt: skip


def test_a_day_has_one_visit(store: Store) -> None:
    course = store.course()
    assert opened(store, course) == opened(store, course)
    assert store.sql("SELECT count(*) FROM visit") == [(1,)]


def test_a_half_done_visit_is_kept_with_what_cannot_be_read(store: Store) -> None:
    visit = opened(store)
    typed = {"temperature_c": "36,,8", "note": "\u202e\x00\ud800"}
    half = replace(visit.entry, pulse_per_min=80, asked_not_present=("Nausea",), texts=typed)
    kept = store.actions.keep_visit(store.person, visit.id, visit.version, half).result()
    (read,) = store.actions.workspace(visit.patient_id).result().visits
    assert read == kept
    assert (read.entry, read.complete) == (half, False)
    refusal = store.actions.complete_visit(store.person, visit.id, kept.version, half).exception()
    assert isinstance(refusal, RecordError)
    assert str(refusal) == "Not finished yet: note, temperature_c."


def test_keeping_a_visit_as_it_is_typed_leaves_one_entry_a_day_and_completing_it_says_all(store: Store) -> None:
    visit = opened(store)
    for pulse in range(70, 75):
        entry = replace(visit.entry, pulse_per_min=pulse)
        visit = store.actions.keep_visit(store.person, visit.id, visit.version, entry).result()
    before = [line for line in store.actions.history(visit.patient_id).result() if line.subject == "visit"]
    assert [line.action for line in before] == ["open visit"]
    store.actions.complete_visit(store.person, visit.id, visit.version, visit.entry).result()
    done = store.actions.history(visit.patient_id).result()[0]
    assert (done.action, "pulse per min: 74" in done.new) == ("complete visit", True)
    assert store.actions.check_audit().result().findings == ()


def test_a_visit_kept_by_somebody_else_meanwhile_is_a_conflict(store: Store) -> None:
    visit = opened(store)
    theirs = replace(visit.entry, note="theirs")
    store.actions.keep_visit(store.person, visit.id, visit.version, theirs).result()
    yours = replace(visit.entry, note="yours")
    for refused in (store.actions.keep_visit, store.actions.complete_visit):
        conflict = refused(store.person, visit.id, visit.version, yours).exception()
        assert isinstance(conflict, Conflict)
        assert getattr(conflict.theirs, "entry", None) == theirs
        assert conflict.yours == yours


def test_a_visit_whose_save_was_reported_lost_is_found_again(store: Store) -> None:
    """The database says no after it has said yes: the store looks, and the visit is there once."""
    course, key = store.course(), uuid4()

    def lost(opened: OpenStore) -> VisitRecord:
        from records.deeds import visits

        deed = visits.open_visit(key, store.person.id, course.id, CYCLE2)
        opened.write(deed)
        error = OperationalError("COMMIT", {}, Exception("connection lost"))
        return opened._settle(deed, error)[0]

    found = store.inside(lost)
    assert found.id == key
    assert store.actions.open_visit(store.person, key, course.id, CYCLE2).result() == found
    assert store.sql("SELECT count(*) FROM visit") == [(1,)]


def test_a_complete_visit_tells_the_patient(store: Store) -> None:
    course = store.course()
    visit = opened(store, course)
    store.actions.complete_visit(store.person, visit.id, visit.version, VISIT).result()
    space = store.actions.workspace(course.patient_id).result()
    assert [(m.kind, str(m.value), m.on, m.confirmed) for m in space.measurements] == [
        ("weight_kg", "57.60", CYCLE2, "57.60")
    ]
    assert space.patient.entry.medicines == ("warfarin", "phenytoin")
    assert space.patient.entry.ecog == 2


def test_an_older_visit_does_not_change_todays_ecog(store: Store) -> None:
    course = store.course()
    for on, ecog in ((CYCLE2, 2), (DAY1, 0)):
        visit = opened(store, course, on)
        store.actions.complete_visit(store.person, visit.id, visit.version, VisitEntry(on, ecog=ecog)).result()
    assert store.actions.workspace(course.patient_id).result().patient.entry.ecog == 2


def test_a_complete_visit_changes_only_with_a_reason_and_is_never_half_done_again(store: Store) -> None:
    visit = opened(store)
    done = store.actions.complete_visit(store.person, visit.id, visit.version, VISIT).result()
    other = replace(VISIT, weight_kg=Decimal("56.7"), weight_confirmed="")
    for refused in (store.actions.keep_visit, store.actions.complete_visit):
        assert isinstance(refused(store.person, visit.id, done.version, other).exception(), RecordError)
    store.actions.complete_visit(store.person, visit.id, done.version, other, "typed wrong").result()
    space = store.actions.workspace(visit.patient_id).result()
    assert [str(m.value) for m in space.measurements] == ["57.60", "56.7"]
    assert space.visits[0].entry == other
    with pytest.raises(DBAPIError, match="half-done"):
        store.sql(f"UPDATE visit SET complete = {'0' if store.inside(lambda opened: opened.is_sqlite) else 'false'}")


def test_a_delay_moves_complete_visits_and_leaves_the_half_done_one_to_who_is_at_it(store: Store) -> None:
    course = store.course()
    visit, older = opened(store, course), opened(store, course, CYCLE2 + timedelta(days=1))
    done = VisitEntry(older.entry.on, note="done")
    store.actions.complete_visit(store.person, older.id, older.version, done).result()
    store.actions.delay_cycle(store.person, uuid4(), course.id, 2, 7, "all", "neutropenia", "").result()
    _, read = store.actions.workspace(course.patient_id).result().visits
    assert (read.entry.cycle, read.entry.cycle_day) == (1, 23)
    entry = replace(visit.entry, note="neutrophils 1.1")
    kept = store.actions.keep_visit(store.person, visit.id, visit.version, entry).result()
    assert (kept.entry.cycle, kept.entry.cycle_day) == (1, 22)


def test_visits_are_kept_after_the_course_has_ended(store: Store) -> None:
    course = store.course()
    store.signing(course).result()
    store.actions.end_course(store.person, course.id, course.version, "stopped", "progression").result()
    entry = opened(store, course, date(2026, 3, 30)).entry
    assert (entry.cycle, entry.cycle_day) == (1, 29)


WRONG = [
    {"temperature_c": Decimal("98.6")}, {"temperature_c": Decimal("NaN")}, {"pulse_per_min": 0}, {"ecog": 5},
    {"spo2_percent": 101}, {"patient_reported": {"numbness": 5}}, {"patient_reported": {"": 1}},
    {"tablets_returned": {Decimal("500"): -1}}, {"tablets_returned": {Decimal("0"): 1}}, {"weight_kg": Decimal("0")},
    {"note": "x" * 4001}, {"asked_not_present": ("x" * 201,)}, {"tablets_cycle": 0}, {"on": DAY1},
    {"new_medicines": ("war\u202efarin",)}, {"texts": {"note": "x" * 20_001}},
    {"events_said": {UUID(int=6): 6}},
]  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG, ids=str)
def test_nonsense_in_a_visit_is_refused_in_one_sentence(sqlite_store: Store, wrong: dict[str, object]) -> None:
    visit = opened(sqlite_store)
    entry = replace(visit.entry, **wrong)  # type: ignore[arg-type]
    refusal = sqlite_store.actions.keep_visit(sqlite_store.person, visit.id, visit.version, entry).exception()
    assert isinstance(refusal, RecordError)
    assert not isinstance(refusal, Conflict)
    assert len(str(refusal)) < 250
    assert sqlite_store.actions.workspace(visit.patient_id).result().visits == (visit,)


def test_a_visit_before_birth_and_a_visit_by_an_administrator_are_refused(store: Store) -> None:
    course = store.course()
    early = store.actions.open_visit(store.person, uuid4(), course.id, date(1950, 1, 1)).exception()
    assert isinstance(early, RecordError)
    admin = store.actions.add_person("Ada", "administrator").result()
    assert isinstance(store.actions.open_visit(admin, uuid4(), course.id, CYCLE2).exception(), NotAllowed)


def test_what_was_said_of_an_event_that_stands_as_it_was_is_kept_with_the_visit(store: Store) -> None:
    course = store.course()
    event = store.actions.report_event(store.person, uuid4(), course.id, EVENT).result()
    visit = opened(store, course)
    entry = replace(VISIT, events_said={event.id: event.entry.grade})
    store.actions.complete_visit(store.person, visit.id, visit.version, entry).result()
    space = store.actions.workspace(visit.patient_id).result()
    assert space.visits[0].entry.events_said == {event.id: event.entry.grade}
    assert space.events == (event,)


def test_nothing_is_said_of_an_event_that_is_not_there(store: Store) -> None:
    visit = opened(store)
    entry = replace(VISIT, events_said={UUID(int=6): 1})
    with pytest.raises(RecordError, match="not of this course"):
        store.actions.complete_visit(store.person, visit.id, visit.version, entry).result()
    assert store.actions.workspace(visit.patient_id).result().visits == (visit,)
