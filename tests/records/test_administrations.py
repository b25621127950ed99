"""What was given at the chair: each infusion a row of its own."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from records.errors import NotAllowed, RecordError
from records.values.administrations import AdministrationEntry, Batch, VitalSigns
from records.values.core import CourseRecord, OrderRecord
from tests.records.examples import DAY1, INFUSION, LOGIN, PASSWORD, Store


def ordered(store: Store) -> tuple[CourseRecord, OrderRecord]:
    course = store.course()
    return course, store.signing(course).result()


def test_an_infusion_is_kept_as_entered_with_the_ordered_dose_and_who_gave_it(store: Store) -> None:
    course, order = ordered(store)
    made = store.actions.administer(store.person, uuid4(), order.id, INFUSION).result()
    assert (made.entry, made.ordered_mg, made.by, made.role) == (INFUSION, Decimal(210), "Priya Raman", "pharmacist")
    assert store.actions.workspace(course.patient_id).result().administrations == (made,)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"started": ""}, "hours and minutes"),
        ({"started": "9:30"}, "hours and minutes"),
        ({"started": "24:00"}, "hours and minutes"),
        ({"stopped": "09:29"}, "before it began"),
        ({"batches": ()}, "batch number is missing"),
        ({"batches": (Batch("", None),)}, "Batch"),
        ({"batches": (Batch("X1", date(2026, 3, 1)),)}, "expired"),
        ({"event": "extravasation"}, "What was done"),
        ({"given_mg": Decimal(200)}, "210 mg are ordered; say why"),
        ({"given_mg": Decimal(0)}, "Reason"),
        ({"given_mg": Decimal("NaN")}, "plain number"),
        ({"given_mg": Decimal(-1)}, "plain number"),
        ({"drug": "capecitabine"}, "no infusion of capecitabine"),
        ({"drug": "gemcitabine"}, "no infusion of gemcitabine"),
        ({"cycle_day": 8}, "on day 8"),
        ({"on": date(2026, 3, 1)}, "begins on 2026-03-02"),
        ({"vital_signs": (VitalSigns("late"),)}, "hours and minutes"),
        ({"vital_signs": (VitalSigns("10:00", pulse_per_min=4000),)}, "Pulse per min"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(store: Store, changes: dict[str, Any], words: str) -> None:
    _, order = ordered(store)
    with pytest.raises((RecordError, NotAllowed), match=words):
        store.actions.administer(store.person, uuid4(), order.id, replace(INFUSION, **changes)).result()


def test_less_than_ordered_or_nothing_needs_a_reason(store: Store) -> None:
    _, order = ordered(store)
    stopped = replace(
        INFUSION, given_mg=Decimal("120"), stopped="10:20", event="infusion reaction",
        done="stopped, chlorphenamine, observed", reason="stopped for a reaction grade 2",
    )  # fmt: skip
    made = store.actions.administer(store.person, uuid4(), order.id, stopped).result()
    assert (made.entry.given_mg, made.ordered_mg) == (Decimal("120"), Decimal(210))
    nothing = AdministrationEntry("pembrolizumab", 1, DAY1, Decimal(0), reason="held for a rash")
    assert store.actions.administer(store.person, uuid4(), order.id, nothing).result().entry == nothing


def test_one_infusion_is_signed_for_once_until_the_line_is_withdrawn(store: Store) -> None:
    course, order = ordered(store)
    first = store.actions.administer(store.person, uuid4(), order.id, INFUSION).result()
    with pytest.raises(NotAllowed, match="signed for oxaliplatin of day 1 already"):
        store.actions.administer(store.person, uuid4(), order.id, INFUSION).result()
    store.actions.withdraw_administration(store.person, first.id, "wrong batch").result()
    store.actions.administer(store.person, uuid4(), order.id, INFUSION).result()
    kept = store.actions.workspace(course.patient_id).result().administrations
    assert [(one.withdrawn, one.withdrawn_why) for one in kept] == [(True, "wrong batch"), (False, "")]
    with pytest.raises(NotAllowed, match="no longer in force"):
        store.actions.withdraw_administration(store.person, first.id, "again").result()


def test_the_same_key_twice_is_one_infusion(store: Store) -> None:
    course, order = ordered(store)
    key = uuid4()
    assert (
        store.actions.administer(store.person, key, order.id, INFUSION).result()
        == store.actions.administer(store.person, key, order.id, INFUSION).result()
    )
    assert len(store.actions.workspace(course.patient_id).result().administrations) == 1


def test_nothing_is_given_by_a_replaced_order_or_where_people_sign_in_by_an_unreleased_one(store: Store) -> None:
    course, order = ordered(store)
    again = store.signing(course).result()
    with pytest.raises(NotAllowed, match="replaced"):
        store.actions.administer(store.person, uuid4(), order.id, INFUSION).result()
    store.actions.open_first_account(store.person, LOGIN, PASSWORD).result()
    with pytest.raises(NotAllowed, match="not released"):
        store.actions.administer(store.person, uuid4(), again.id, INFUSION).result()


def test_the_database_keeps_what_an_infusion_says(store: Store) -> None:
    _, order = ordered(store)
    store.actions.administer(store.person, uuid4(), order.id, INFUSION).result()
    for change in ("given_mg = '220'", "batches = '[]'", "given_by = 'Somebody'"):
        with pytest.raises(Exception, match="keeps what it says"):
            store.sql(f"UPDATE administration SET {change}")
