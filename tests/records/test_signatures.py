"""Signatures beneath an order: the blind check, the agreement to a raised dose, the release."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from records.course.release import raised_drugs
from records.errors import NotAllowed, RecordError
from records.values.core import CourseRecord, OrderRecord, Person
from records.values.signatures import BlindEntry, BlindLab
from regimen.answer import as_json
from regimen.case import read_case
from regimen.engine import answer
from tests.records.examples import BLIND, INFUSION, LOGIN, PASSWORD, Store, answer_text, case_text, stop


def signed(store: Store, **changes: Any) -> tuple[CourseRecord, OrderRecord, Person]:
    """A signed first order, and somebody who did not sign it."""
    course = store.course()
    other = store.actions.add_person("Quentin Ash", "pharmacist").result()
    return course, store.signing(course, **changes).result(), other


def with_labs() -> str:
    case = json.loads(case_text(1))
    case["basis"]["creatinine"] = {"value": "88", "unit": "umol/L", "date": "2026-03-01"}
    case["labs"] = {"neutrophils": {"value": "3.10", "unit": "10^9/L"}, "albumin": {"value": "40", "unit": "g/L"}}
    return json.dumps(case)


def test_a_check_that_agrees_releases_and_carries_name_role_time_and_meaning(store: Store) -> None:
    _, order, other = signed(store)
    assert store.actions.release(order.id).result().standing == "prescribed"
    found = store.actions.verify_order(other, uuid4(), order.id, BLIND).result()
    assert (found.outcome, found.by, found.role, found.meaning) == ("equal", "Quentin Ash", "pharmacist", "verify")
    release = store.actions.release(order.id).result()
    assert (release.standing, release.missing, release.verified) == ("released", (), found)


def test_a_check_that_differs_names_only_the_field_locks_the_release_and_is_kept(store: Store) -> None:
    course, order, other = signed(store)
    wrong = replace(BLIND, weight_kg=Decimal("56.0"))
    found = store.actions.verify_order(other, uuid4(), order.id, wrong).result()
    assert (found.outcome, found.differs) == ("different", ("weight_kg",))
    release = store.actions.release(order.id).result()
    assert release.standing == "differs" and "another weight" in release.missing[0] and "56" not in str(release)
    with pytest.raises(NotAllowed, match="not released"):
        store.actions.prepare_order(other, uuid4(), order.id).result()
    trail = store.actions.history(course.patient_id).result()
    assert any(line.action == "verify order" for line in trail)
    assert not any("56.0" in line.new for line in trail)


def test_after_a_difference_the_next_check_says_what_was_found_out(store: Store) -> None:
    _, order, other = signed(store)
    store.actions.verify_order(other, uuid4(), order.id, replace(BLIND, weight_kg=Decimal(56))).result()
    with pytest.raises(RecordError, match="what was found out"):
        store.actions.verify_order(other, uuid4(), order.id, BLIND).result()
    store.actions.verify_order(other, uuid4(), order.id, replace(BLIND, note="read the wrong line")).result()
    assert store.actions.release(order.id).result().standing == "released"
    with pytest.raises(NotAllowed, match="already"):
        store.actions.verify_order(other, uuid4(), order.id, BLIND).result()


@pytest.mark.parametrize(("value", "unit", "outcome"), [
    ("88", "umol/L", "equal"), ("88.0", "umol/L", "equal"), ("0.99", "mg/dL", "different"),
    ("89", "umol/L", "different"),
])  # fmt: skip
def test_number_and_unit_of_a_test_have_to_be_the_same(store: Store, value: str, unit: str, outcome: str) -> None:
    case = with_labs()
    text = json.dumps(as_json(answer(read_case(json.loads(case)))) | {"alerts": []})
    _, order, other = signed(store, case=case, answer=text)
    labs = {"creatinine": BlindLab(Decimal(value), unit), "neutrophils": BlindLab(Decimal("3.1"), "10^9/L")}
    found = store.actions.verify_order(other, uuid4(), order.id, replace(BLIND, labs=labs)).result()
    assert found.outcome == outcome
    assert found.differs == (() if outcome == "equal" else ("creatinine",))


def test_a_test_the_order_used_has_to_be_typed_again(store: Store) -> None:
    case = with_labs()
    text = json.dumps(as_json(answer(read_case(json.loads(case)))) | {"alerts": []})
    _, order, other = signed(store, case=case, answer=text)
    with pytest.raises(RecordError, match="Type creatinine again"):
        store.actions.verify_order(other, uuid4(), order.id, BLIND).result()


def test_an_answer_the_second_path_does_not_find_is_a_difference(store: Store) -> None:
    written = json.loads(answer_text())
    for dose in written["doses"]:
        if dose["drug"] == "oxaliplatin":
            dose["dose_mg"] = "220"
    _, order, other = signed(store, answer=json.dumps(written))
    found = store.actions.verify_order(other, uuid4(), order.id, BLIND).result()
    assert (found.outcome, found.differs) == ("different", ("computation",))


def test_nobody_checks_their_own_work(store: Store) -> None:
    course = store.course()
    other = store.actions.add_person("Quentin Ash", "pharmacist").result()
    store.actions.keep_draft(other, uuid4(), course.id, 1, {"weight_kg": "58"}, "", "").result()
    order = store.signing(course).result()
    for person in (store.person, other):
        with pytest.raises(NotAllowed, match="their own work"):
            store.actions.verify_order(person, uuid4(), order.id, BLIND).result()


def test_the_database_itself_refuses_a_check_of_ones_own_order_and_any_change_of_a_signature(store: Store) -> None:
    _, order, other = signed(store)
    store.actions.verify_order(other, uuid4(), order.id, BLIND).result()
    said = "course_id, order_id, meaning, outcome, differs, typed, note"
    columns = f"{said}, version, created_at, changed_at, audit_seq, row_hash"
    with pytest.raises(Exception, match="nobody checks their own work"):
        store.sql(
            f"INSERT INTO signature (id, {columns}, signer_id, signer, signer_role, signed_at, person_id)"
            f" SELECT '{uuid4()}', {columns}, (SELECT signed_by_id FROM cycle_order), signer, signer_role, signed_at,"
            " (SELECT signed_by_id FROM cycle_order) FROM signature"
        )
    for change in ("outcome = 'different'", "signer = 'Somebody'", "differs = '[\"weight_kg\"]'"):
        with pytest.raises(Exception, match="keeps what it says"):
            store.sql(f"UPDATE signature SET {change}")
    with pytest.raises(Exception, match="never deleted"):
        store.sql("DELETE FROM signature")


def test_only_a_pharmacist_or_prescriber_checks(store: Store) -> None:
    _, order, _ = signed(store)
    nurse = store.actions.add_person("Nora Field", "nurse").result()
    with pytest.raises(NotAllowed, match="nurse"):
        store.actions.verify_order(nurse, uuid4(), order.id, BLIND).result()


def test_an_order_signed_again_has_to_be_checked_again(store: Store) -> None:
    course, order, other = signed(store)
    store.actions.verify_order(other, uuid4(), order.id, BLIND).result()
    again = store.signing(course).result()
    assert store.actions.release(again.id).result().standing == "prescribed"
    assert store.actions.release(order.id).result().standing == "not signed"
    with pytest.raises(NotAllowed, match="replaced"):
        store.actions.verify_order(other, uuid4(), order.id, BLIND).result()


def test_an_overridden_stop_is_released_with_its_reason(store: Store) -> None:
    _, order, other = signed(store, answer=answer_text([stop("dpyd-missing")]), overrides={"dpyd-missing": "urgent"})
    store.actions.verify_order(other, uuid4(), order.id, BLIND).result()
    assert store.actions.release(order.id).result().standing == "released"


def test_a_released_order_is_prepared_once(store: Store) -> None:
    _, order, other = signed(store)
    store.actions.verify_order(other, uuid4(), order.id, BLIND).result()
    made = store.actions.prepare_order(other, uuid4(), order.id, "bay 2").result()
    assert store.actions.release(order.id).result().prepared == made
    with pytest.raises(NotAllowed, match="already"):
        store.actions.prepare_order(other, uuid4(), order.id).result()


def reduced(percent: int, cycle: int) -> tuple[str, str]:
    """Case and answer of a cycle with capecitabine at a percent."""
    case = json.loads(case_text(cycle)) | {"dose_percent": {"capecitabine": percent}}
    return json.dumps(case), json.dumps(as_json(answer(read_case(case))) | {"alerts": []})


def test_raising_a_reduced_dose_takes_a_second_person(store: Store) -> None:
    course, first, other = signed(store, case=reduced(75, 1)[0], answer=reduced(75, 1)[1])
    case, text = reduced(100, 2)
    order = store.signing(course, 2, case=case, answer=text).result()
    store.actions.verify_order(other, uuid4(), order.id, BLIND).result()
    release = store.actions.release(order.id).result()
    assert (release.standing, release.raised) == ("verified", ("capecitabine",))
    with pytest.raises(NotAllowed, match="second person"):
        store.actions.agree_to_raise(store.person, uuid4(), order.id, "recovered").result()
    with pytest.raises(NotAllowed, match="raises no reduced dose"):
        store.actions.agree_to_raise(other, uuid4(), first.id, "recovered").result()
    store.actions.agree_to_raise(other, uuid4(), order.id, "renal function recovered").result()
    assert store.actions.release(order.id).result().standing == "released"


@pytest.mark.parametrize(
    ("before", "now", "raised"), [(75, 75, ()), (75, 50, ()), (100, 100, ()), (50, 75, ("capecitabine",))]
)
def test_only_more_than_a_reduced_dose_is_raised(before: int, now: int, raised: tuple[str, ...]) -> None:
    assert raised_drugs(reduced(before, 1)[1], reduced(now, 2)[1]) == raised
    assert raised_drugs(None, reduced(now, 1)[1]) == ()


def test_where_people_sign_in_only_a_released_cycle_is_given(store: Store) -> None:
    _, order, other = signed(store)
    store.actions.open_first_account(store.person, LOGIN, PASSWORD).result()
    with pytest.raises(NotAllowed, match="not released, it cannot be recorded as given"):
        store.actions.mark_given(store.person, order.id, order.version, order.day1).result()
    assert other.role == "pharmacist"


def test_the_same_key_twice_is_one_signature(store: Store) -> None:
    course, order, other = signed(store)
    key = uuid4()
    first = store.actions.verify_order(other, key, order.id, BLIND).result()
    assert store.actions.verify_order(other, key, order.id, BLIND).result() == first
    assert len(store.actions.workspace(course.patient_id).result().signatures) == 1


@pytest.mark.parametrize("typed", [Decimal("NaN"), Decimal(-1), Decimal("1e9")])
def test_what_is_no_measurement_is_refused(store: Store, typed: Decimal) -> None:
    _, order, other = signed(store)
    with pytest.raises(RecordError):
        store.actions.verify_order(other, uuid4(), order.id, BlindEntry(typed, Decimal(58))).result()


def test_what_a_check_found_to_differ_is_not_given_even_where_nobody_signs_in(store: Store) -> None:
    _, order, other = signed(store)
    store.actions.verify_order(other, uuid4(), order.id, replace(BLIND, weight_kg=Decimal(56))).result()
    with pytest.raises(NotAllowed, match="another weight"):
        store.actions.mark_given(store.person, order.id, order.version, order.day1).result()
    with pytest.raises(NotAllowed, match="another weight"):
        store.actions.administer(store.person, uuid4(), order.id, INFUSION).result()
    store.actions.verify_order(other, uuid4(), order.id, replace(BLIND, note="read the wrong line")).result()
    store.actions.administer(store.person, uuid4(), order.id, INFUSION).result()
    assert store.actions.mark_given(store.person, order.id, order.version, order.day1).result().state == "given"
