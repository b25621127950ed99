"""Tablets brought back: what adds up is said in doses, what does not is asked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.course.cycle_tablets import planned_doses, reconciliation_of, supply_of, told_doses, top_up_for
from records.course.tablets_returned import Tablets, reconcile, top_up, whole_percent
from records.values.core import SiteSettings
from records.values.visits import DispensedEntry, DosesTold, VisitEntry
from tests.records.examples import CYCLE2, DAY1, Store
from tests.records.test_decisions import measured, signed

D500, D150 = Decimal(500), Decimal(150)
DOSES: list[Tablets] = [{D500: 3, D150: 1}] * 28
SUPPLY = {D500: 84, D150: 28}


def test_one_dose_more_back_than_expected_is_asked_about() -> None:
    """17 of 28 doses told, so 33 and 11 should come back; 36 and 12 do."""
    found = reconcile(DOSES, 17, SUPPLY, {D500: 36, D150: 12})
    assert found.expected_back == {D500: 33, D150: 11}
    assert (found.taken_doses, found.missed, found.extra) == (16, 1, 0)
    assert found.delivered_percent is not None
    assert (whole_percent(found.delivered_percent), whole_percent(found.told_percent)) == ("57 %", "61 %")
    assert [(q.code, q.words) for q in found.questions] == [
        ("missed", "One dose more than expected came back. Missed?")
    ]


def test_as_told_asks_nothing() -> None:
    found = reconcile(DOSES, 17, SUPPLY, {D500: 33, D150: 11})
    assert (found.taken_doses, found.missed, found.extra, found.questions) == (17, 0, 0, ())


def test_fewer_back_than_expected_asks_whether_doses_were_doubled() -> None:
    found = reconcile(DOSES, 17, SUPPLY, {D500: 27, D150: 9})
    assert (found.taken_doses, found.missed, found.extra) == (19, 0, 2)
    assert found.questions[0].words == "2 doses fewer than expected came back. Doubled, taken after the stop, or lost?"


def test_what_fits_no_number_of_doses_is_a_question_and_no_number() -> None:
    found = reconcile(DOSES, 17, SUPPLY, {D500: 35, D150: 12})
    assert (found.taken_doses, found.missed, found.extra) == (None, 0, 0)
    assert [q.code for q in found.questions] == ["no-number-of-doses"]
    assert "35 of 500 mg instead of 33, 12 of 150 mg instead of 11" in found.questions[0].words
    assert found.delivered_percent is not None
    assert found.delivered_percent.quantize(Decimal("0.01")) == Decimal("58.23")  # 26900 of 46200 mg


def test_a_strength_of_the_order_that_was_never_handed_out_is_no_tablet_used() -> None:
    """Only 500 mg were handed out for an order of 3 x 500 and 1 x 150 mg."""
    found = reconcile(DOSES, 28, {D500: 84}, {D500: 0, D150: 0})
    assert found.expected_back == {D500: 0, D150: -28} and found.used == {D500: 84, D150: 0}
    assert (found.taken_doses, found.missed, found.extra) == (None, 0, 0) and found.questions


def test_a_strength_nobody_counted_is_asked_for_and_nothing_is_computed() -> None:
    found = reconcile(DOSES, 28, SUPPLY, {D500: 0})
    assert (found.taken_doses, found.delivered_percent, found.used) == (None, None, {})
    assert (found.missed, found.extra) == (0, 0)
    assert [q.words for q in found.questions] == ["How many tablets of 150 mg came back?"]


def test_more_back_than_handed_out_and_a_foreign_strength_are_asked_about() -> None:
    found = reconcile(DOSES, 28, SUPPLY, {D500: 85, D150: 28, Decimal(300): 4})
    assert [q.code for q in found.questions] == ["more-than-handed-out", "other-strength", "no-number-of-doses"]
    assert found.delivered_percent is None, "nobody took less than nothing"


def test_a_supply_too_small_for_the_doses_is_asked_about() -> None:
    found = reconcile(DOSES, 28, {D500: 80, D150: 28}, {D500: 0, D150: 0})
    assert found.questions[0].words == (
        "4 tablets of 500 mg fewer were handed out than the doses told need. Is another supply not recorded?"
    )


def test_unequal_mornings_and_evenings_are_counted_in_order() -> None:
    doses: list[Tablets] = [{D500: 3}, {D500: 4}] * 14
    assert reconcile(doses, 28, {D500: 98}, {D500: 98 - 10}).taken_doses == 3
    assert reconcile(doses, 28, {D500: 98}, {D500: 98 - 11}).taken_doses is None


def test_told_more_doses_than_there_are_is_our_bug() -> None:
    with pytest.raises(ValueError, match="29 of 28"):
        reconcile(DOSES, 29, SUPPLY, {})


@given(taken=st.integers(0, 28), told=st.integers(0, 28))
def test_totals_always_add_up(taken: int, told: int) -> None:
    found = reconcile(DOSES, told, SUPPLY, {D500: 84 - 3 * taken, D150: 28 - taken})
    assert found.taken_doses == taken
    assert told - found.missed + found.extra == taken
    assert found.delivered_percent is not None
    assert abs(found.delivered_percent * 28 - 100 * taken) < Decimal("1e-20")
    assert bool(found.questions) == (taken != told)
    assert found.used == {D500: 3 * taken, D150: taken}


def test_a_top_up_counts_what_is_left_and_never_takes_back() -> None:
    needed, left = {D500: 84, D150: 28}, {D500: 36, D150: 40}
    assert [(t.strength_mg, t.needed, t.left, t.hand_out) for t in top_up(needed, left)] == [
        (D500, 84, 36, 48), (D150, 28, 40, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first_dose", "last_day", "last_part", "doses"),
    [("morning", 9, "morning", 17), ("morning", 9, "evening", 18), ("evening", 9, "morning", 16),
     ("next_morning", 9, "morning", 15), ("evening", 15, "morning", 28), ("morning", None, "evening", 28)],
)  # fmt: skip
def test_the_doses_told_follow_the_first_tablets(
    sqlite_store: Store, first_dose: str, last_day: int | None, last_part: str, doses: int
) -> None:
    course = measured(sqlite_store, first_dose=first_dose)
    order = signed(sqlite_store, course, 1)
    planned = planned_doses(order, course, SiteSettings(), "capecitabine")
    assert len(planned) == 28
    told = DosesTold(last_day, last_part)  # type: ignore[arg-type]
    assert told_doses(planned, told, (), "capecitabine") == doses
    assert told_doses(planned, replace(told, omitted=2), (), "capecitabine") == doses - 2


def test_the_tablets_of_a_visit_are_those_of_the_cycle_before(store: Store) -> None:
    course = measured(store)
    order = signed(store, course, 1)
    supply = supply_of(planned_doses(order, course, SiteSettings(), "capecitabine"))
    assert supply == {D500: 84, D150: 28}
    for strength, count in supply.items():
        entry = DispensedEntry(1, "capecitabine", strength, count, DAY1)
        store.actions.dispense(store.person, uuid4(), course.id, entry).result()
    visit = store.actions.open_visit(store.person, uuid4(), course.id, CYCLE2).result()
    brought = VisitEntry(CYCLE2, tablets_returned={D500: 36, D150: 12}, doses_told=DosesTold(9, "morning"))
    visit = store.actions.complete_visit(store.person, visit.id, visit.version, brought).result()
    signed(store, course, 2)
    space = store.actions.workspace(course.patient_id).result()
    found = reconciliation_of(space, course, SiteSettings(), visit)
    assert found is not None
    assert (found.taken_doses, found.missed, [q.code for q in found.questions]) == (16, 1, ["missed"])
    assert [t.hand_out for t in top_up_for(space, course, SiteSettings(), visit, 2)] == [48, 16]


def test_a_hold_stands_for_what_was_told_and_a_missing_supply_is_said(store: Store) -> None:
    course = measured(store)
    signed(store, course, 1)
    held = (course.id, "capecitabine", date(2026, 3, 10), date(2026, 3, 22), False, "diarrhoea", "")
    store.actions.hold_drug(store.person, uuid4(), *held).result()
    visit = store.actions.open_visit(store.person, uuid4(), course.id, CYCLE2).result()
    entry = VisitEntry(CYCLE2, tablets_returned={D500: 36, D150: 12})
    visit = store.actions.keep_visit(store.person, visit.id, visit.version, entry).result()
    space = store.actions.workspace(course.patient_id).result()
    found = reconciliation_of(space, course, SiteSettings(), visit)
    assert found is not None
    assert (found.told_doses, found.taken_doses) == (16, 16)
    assert [q.code for q in found.questions] == ["supply-assumed"]
    said = replace(visit, entry=replace(visit.entry, doses_told=DosesTold(words="vomited on day 5")))
    in_words = reconciliation_of(space, course, SiteSettings(), said)
    assert in_words is not None and in_words.told_doses == 16, "words take no dose away and bring none back"
