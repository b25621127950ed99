"""Orders: drafts as typed, signed snapshots that never change, given cycles."""

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from records.actions import Actions
from records.course.overrides import open_stops
from records.errors import Conflict, NotAllowed, RecordError
from records.trail.canonical import sha256
from records.values.core import OrderRecord, Person
from regimen.library import load_profile, load_regimen
from tests.records.examples import DAY1, Store, answer_text, case_text, course_entry, stop


def orders_of(store: Store, order: OrderRecord) -> tuple[OrderRecord, ...]:
    return store.actions.workspace(store.sql(PATIENT, course=plain(store, order))[0][0]).result().orders


PATIENT = "SELECT patient_id FROM course WHERE id = :course"


def plain(store: Store, order: OrderRecord) -> object:
    """An id as the database of the test writes it."""
    return store.inside(lambda opened: str(order.course_id) if opened.is_sqlite else order.course_id)


def test_a_signed_order_is_a_full_snapshot(store: Store) -> None:
    course = store.course()
    order = store.signing(course, overrides={"dpyd-missing:capecitabine": "result by phone: normal"}).result()
    (read,) = store.actions.workspace(course.patient_id).result().orders
    assert read == order
    assert (order.state, order.cycle, order.revision, order.day1) == ("signed", 1, 1, DAY1)
    assert (order.signed_by, order.signed_role, order.engine_version) == ("Priya Raman", "pharmacist", "1")
    assert order.signed_at is not None
    assert order.signed_at.utcoffset() is not None
    assert (order.case_json, order.answer_json) == (case_text(1), answer_text())
    assert (order.regimen_text, order.profile_text) == (course.regimen_text, course.profile_text)
    assert (order.regimen_sha256, order.profile_sha256) == (sha256(course.regimen_text), sha256(course.profile_text))
    assert order.overrides == {"dpyd-missing:capecitabine": "result by phone: normal"}
    assert len(order.check_code) == 9


def test_signing_again_replaces_the_order_and_keeps_the_old_one(store: Store) -> None:
    course = store.course()
    first, second = store.signing(course).result(), store.signing(course).result()
    old, new = sorted(store.actions.workspace(course.patient_id).result().orders, key=lambda order: order.revision)
    assert (old.id, old.state, old.revision) == (first.id, "replaced", 1)
    assert (new.id, new.state, new.revision) == (second.id, "signed", 2)
    assert (old.case_json, old.answer_json, old.signed_at) == (first.case_json, first.answer_json, first.signed_at)


def test_a_second_try_with_the_same_key_signs_once(store: Store) -> None:
    course, key = store.course(), uuid4()
    assert store.signing(course, key=key).result() == store.signing(course, key=key).result()
    assert len(store.actions.workspace(course.patient_id).result().orders) == 1


@pytest.mark.parametrize("overrides", [{}, {"dpyd-missing:capecitabine": "  "}, {"dpyd-missing": "other key"}])
def test_an_open_stop_is_not_signed_away(store: Store, overrides: dict[str, str]) -> None:
    course = store.course()
    answer = answer_text(
        [stop("dpyd-missing", "capecitabine"), stop("weight-stale"), {"code": "x", "severity": "warn"}]
    )
    refusal = store.signing(course, answer=answer, overrides={"weight-stale": "scales broken", **overrides}).exception()
    assert isinstance(refusal, NotAllowed)
    assert "dpyd-missing:capecitabine" in str(refusal)
    assert "weight-stale" not in str(refusal)
    assert store.actions.workspace(course.patient_id).result().orders == ()


def test_each_stop_is_open_until_it_has_a_reason_of_its_own() -> None:
    alerts = [stop("a", "x"), stop("a", "y"), stop("b"), {"code": "c", "severity": "note", "drug": ""}]
    assert open_stops(alerts, {}) == ("a:x", "a:y", "b")
    assert open_stops(alerts, {"a:x": "why", "b": "\t"}) == ("a:y", "b")


def test_an_override_ends_when_its_alert_says_something_else() -> None:
    low = {**stop("day1-limit-delay"), "params": {"analyte": "neutrophils", "value": "1.1"}}
    platelets = {**stop("day1-limit-delay"), "params": {"analyte": "platelets", "value": "60"}}
    (key,) = open_stops([low], {})
    assert open_stops([low], {key: "two weeks after G-CSF"}) == ()
    assert len(open_stops([low, platelets], {key: "two weeks after G-CSF"})) == 1
    lower = {**low, "params": {"analyte": "neutrophils", "value": "0.4"}}
    assert open_stops([lower], {key: "two weeks after G-CSF"}) != ()


@pytest.mark.parametrize(
    ("role", "may"), [("nurse", False), ("administrator", False), ("prescriber", True), ("pharmacist", True)]
)
def test_only_a_pharmacist_or_prescriber_signs(store: Store, role: str, may: bool) -> None:
    other = store.actions.add_person("Kim", role).result()  # type: ignore[arg-type]
    signing = store.signing(store.course(), by=other)
    assert isinstance(signing.exception(), NotAllowed) is not may


def test_an_order_computed_from_another_text_is_not_signed(store: Store) -> None:
    course = store.course()
    refusal = store.signing(course, regimen_text=course.regimen_text + "\n# changed\n").exception()
    assert isinstance(refusal, RecordError)
    assert "computed from another regimen text" in str(refusal)


def test_tablets_that_nobody_chose_are_not_signed(store: Store) -> None:
    doses: list[dict[str, object]] = [{"drug": "capecitabine", "plans": [{}, {}], "chosen": None}]
    refusal = store.signing(store.course(), answer=answer_text(doses=doses)).exception()
    assert str(refusal) == "The tablets of capecitabine are not chosen yet."


def test_something_that_is_no_answer_is_not_signed(store: Store) -> None:
    for answer in ("[]", "{}", '{"alerts": [], "doses": []}'):
        assert isinstance(store.signing(store.course(), answer=answer).exception(), RecordError)


def test_a_given_cycle_is_final(store: Store, nurse: Person) -> None:
    course = store.course()
    order = store.signing(course).result()
    given = store.actions.mark_given(nurse, order.id, order.version, DAY1).result()
    assert (given.state, given.given_on, given.version) == ("given", DAY1, order.version + 1)
    assert given.given_at is not None
    for refusal in (
        store.signing(course).exception(),
        store.actions.mark_given(nurse, order.id, given.version, DAY1).exception(),
        store.actions.delay_cycle(nurse, uuid4(), course.id, 1, 7, "all", "neutropenia", "").exception(),
    ):
        assert isinstance(refusal, NotAllowed)
    assert isinstance(store.actions.mark_given(nurse, order.id, order.version, DAY1).exception(), Conflict)


def test_a_replaced_order_cannot_be_given_nor_one_before_its_day(store: Store) -> None:
    course = store.course()
    old, new = store.signing(course).result(), store.signing(course).result()
    assert isinstance(store.actions.mark_given(store.person, old.id, old.version + 1, DAY1).exception(), NotAllowed)
    assert isinstance(
        store.actions.mark_given(store.person, new.id, new.version, date(2026, 3, 1)).exception(), RecordError
    )


CHANGES = [
    "case_json = '{}'", "answer_json = '{}'", "cycle = 2", "revision = 9", "day1 = '2026-03-03'",
    "signed_by = 'nobody'",
    "check_code = 'AAAA-AAAA'", "overrides = '{}'", "state = 'signed', given_on = NULL", "engine_version = '2'",
    "created_at = '2020-01-01 00:00:00+00:00'", "signed_at = '2020-01-01 00:00:00+00:00'",
]  # fmt: skip


def test_the_database_itself_refuses_to_change_a_signed_order(store: Store) -> None:
    order = store.signing(store.course(), overrides={"a": "b"}).result()
    for change in CHANGES:
        with pytest.raises(DBAPIError, match="keeps its content"):
            store.sql(f"UPDATE cycle_order SET {change}")
        with pytest.raises(DBAPIError, match="keeps its content"):
            store.sql(f"UPDATE cycle_order SET state = 'replaced', {change.replace('state = ', 'engine_version = ')}")
    assert orders_of(store, order) == (order,)


def test_the_database_lets_a_given_order_move_no_further(store: Store) -> None:
    order = store.signing(store.course()).result()
    store.actions.mark_given(store.person, order.id, order.version, DAY1).result()
    for state in ("signed", "replaced", "given"):
        with pytest.raises(DBAPIError, match="keeps its content"):
            store.sql("UPDATE cycle_order SET state = :state", state=state)
    with pytest.raises(DBAPIError, match="never deleted"):
        store.sql("DELETE FROM cycle_order")


def test_a_draft_is_kept_as_typed_and_replaced_in_place(store: Store) -> None:
    course = store.course()
    first = store.actions.keep_draft(store.person, uuid4(), course.id, 2, {"weight_kg": "5 8,"}, "", "").result()
    assert (first.state, first.texts, first.day1) == ("draft", {"weight_kg": "5 8,"}, date(2026, 3, 23))
    case = case_text(2).replace("2026-03-02", "2026-03-30")
    second = store.actions.keep_draft(store.person, uuid4(), course.id, 2, {"weight_kg": "58"}, case, "{}").result()
    assert (second.id, second.version, second.day1) == (first.id, 2, date(2026, 3, 30))
    assert store.actions.workspace(course.patient_id).result().orders == (second,)


def test_a_draft_ends_with_the_signature_and_may_begin_again(store: Store) -> None:
    course = store.course()
    store.actions.keep_draft(store.person, uuid4(), course.id, 1, {"weight_kg": "58"}, "", "").result()
    order = store.signing(course).result()
    assert store.actions.workspace(course.patient_id).result().orders == (order,)
    again = store.actions.keep_draft(store.person, uuid4(), course.id, 1, {"weight_kg": "58"}, "", "").result()
    assert store.actions.workspace(course.patient_id).result().orders == (order, again)


def test_two_people_at_one_draft_see_each_other(store: Store, nurse: Person) -> None:
    course = store.course()
    mine = store.actions.keep_draft(store.person, uuid4(), course.id, 1, {"weight_kg": "58"}, "", "").result()
    keep = (nurse, uuid4(), course.id, 1, {"weight_kg": "85"}, "", "")
    store.actions.keep_draft(*keep, version=mine.version).result()
    refusal = store.actions.keep_draft(
        store.person, uuid4(), course.id, 1, {"weight_kg": "59"}, "", "", mine.version
    ).exception()
    assert isinstance(refusal, Conflict)
    assert getattr(refusal.theirs, "texts", None) == {"weight_kg": "85"}
    assert refusal.yours == {"weight_kg": "59"}


def test_typing_goes_into_the_audit_trail_once_and_not_with_every_key(store: Store, nurse: Person) -> None:
    course = store.course()
    for text in ("5", "58", "58."):
        store.actions.keep_draft(store.person, uuid4(), course.id, 1, {"weight_kg": text}, "", "").result()
    store.actions.keep_draft(nurse, uuid4(), course.id, 1, {"weight_kg": "58.1"}, "", "").result()
    lines = [line for line in store.actions.history(course.patient_id).result() if line.action == "keep draft"]
    assert [line.by for line in lines] == ["Tomás Ferreira", "Priya Raman"]
    assert store.actions.check_audit().result().findings == ()


def test_an_ended_course_takes_no_more_orders(actions: Actions, store: Store) -> None:
    course = store.course()
    ended = actions.end_course(store.person, course.id, course.version, "stopped", "progression").result()
    assert ended.status == "stopped"
    for refusal in (
        store.signing(course).exception(),
        actions.keep_draft(store.person, uuid4(), course.id, 1, {}, "", "").exception(),
        actions.end_course(store.person, course.id, ended.version, "completed", "again").exception(),
    ):
        assert isinstance(refusal, NotAllowed)


def test_an_order_computed_for_another_cycle_or_day_is_not_signed(store: Store) -> None:
    course = store.course()
    for wrong in ({"case": case_text(2)}, {"day1": date(2026, 3, 3)}, {"case": "[]"}):
        assert "not computed for cycle 1" in str(store.signing(course, **wrong).exception())


def test_a_patient_has_one_course_at_a_time(store: Store) -> None:
    patient = store.patient()
    course = store.course(patient)
    begin = (store.person, uuid4(), patient.id, course.entry, course.regimen_text, course.profile_text)
    assert isinstance(store.actions.begin_course(*begin).exception(), NotAllowed)
    store.actions.end_course(store.person, course.id, course.version, "stopped", "progression").result()
    assert store.course(patient, day1=date(2026, 6, 1)).status == "active"


def test_a_course_whose_regimen_text_is_another_is_not_begun(store: Store) -> None:
    patient, entry = store.patient(), course_entry()
    begin = (store.person, uuid4(), patient.id, entry, load_regimen("capox").text, load_profile("us").text)
    assert "not the one its hash names" in str(store.actions.begin_course(*begin).exception())
    assert store.actions.workspace(patient.id).result().courses == ()
