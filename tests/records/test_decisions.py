"""From proposal to plan: what is decided is what the next order starts from, and more is not signed unseen."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from records.course.course_plan import day1_of
from records.course.cycle_case import case_for, decisions_of
from records.course.go_ahead import answers_for, go_ahead_for
from records.demo.clinic import texts_of
from records.errors import NotAllowed, RecordError
from records.values.core import CourseRecord, OrderRecord, Person, SiteSettings
from records.values.visits import Decision, DecisionEntry, DispensedEntry, VisitEntry
from regimen.engine import answer_with
from regimen.given import Case
from regimen.library import load_profile, load_regimen
from tests.records.examples import CYCLE2, DAY1, EVENT, Store

LESS = DecisionEntry(2, "capecitabine", "accept", percent=Decimal("75"), reason_code="diarrhoea")


def measured(store: Store, **changes: Any) -> CourseRecord:
    course = store.course(**changes)
    for kind, value in (("height_cm", "165"), ("weight_kg", "58.0")):
        store.actions.measure(store.person, uuid4(), course.patient_id, kind, Decimal(value), DAY1).result()
    return course


def decided(store: Store, course: CourseRecord, entry: DecisionEntry = LESS) -> Decision:
    return store.actions.decide(store.person, uuid4(), course.id, entry).result()


def case_of(store: Store, course: CourseRecord, cycle: int) -> Case:
    space = store.actions.workspace(course.patient_id).result()
    day1 = day1_of(space, course, SiteSettings(), cycle)
    return case_for(space, course, cycle, day1, SiteSettings())


def signed(store: Store, course: CourseRecord, cycle: int, **changes: Any) -> OrderRecord:
    """The order of a cycle as computed; stops are overridden, this is not about them."""
    case = replace(case_of(store, course, cycle), chosen_plan={"capecitabine": 0}, **changes)
    order = answer_with(load_regimen("ici-capox"), load_profile("us"), case)
    case_json, answer_json = texts_of(case, order)
    answer = json.loads(answer_json) | {"alerts": []}
    return store.signing(course, cycle, case=case_json, answer=json.dumps(answer), day1=case.day1).result()


def test_a_decision_comes_back_with_every_field(store: Store) -> None:
    course = store.course()
    event = store.actions.report_event(store.person, uuid4(), course.id, EVENT).result()
    entry = DecisionEntry(
        3, "capecitabine", "change", '{"rule": "é"}', ("cap-g3-1",), (event.id,), Decimal("80.0"), Decimal("75.00"),
        None, date(2026, 3, 31), date(2026, 4, 6), None, "diarrhoea", "milder\nthan proposed",
    )  # fmt: skip
    decision = decided(store, course, entry)
    (read,) = store.actions.workspace(course.patient_id).result().decisions
    assert read == decision
    assert (read.entry, read.by, read.role) == (entry, "Priya Raman", "pharmacist")
    assert (str(read.entry.starting_percent), str(read.entry.percent)) == ("80.0", "75.00")


def test_the_next_order_starts_from_the_decided_percent_and_points_to_the_decision(store: Store) -> None:
    course = measured(store)
    signed(store, course, 1)
    assert case_of(store, course, 2).dose_percent == {}
    decision = decided(store, course)
    assert case_of(store, course, 2).dose_percent == {"capecitabine": Decimal("75")}
    order = signed(store, course, 2)
    assert order.decision_ids == (decision.id,)
    assert case_of(store, course, 3).dose_percent == {"capecitabine": Decimal("75")}
    space = store.actions.workspace(course.patient_id).result()
    assert decisions_of(space, course, 2) == (decision,)
    assert decisions_of(space, course, 3) == (), "cycle 3 starts from the order of cycle 2"


def test_a_decision_for_a_cycle_that_is_already_signed_reaches_the_ones_after_it(store: Store) -> None:
    """Nobody has signed cycle 2 again yet: cycle 3 must not go back to the full dose."""
    course = measured(store)
    signed(store, course, 1)
    signed(store, course, 2)
    decided(store, course)
    assert case_of(store, course, 3).dose_percent == {"capecitabine": Decimal("75")}


def test_an_order_that_gives_more_than_was_decided_is_not_signed(store: Store) -> None:
    course = measured(store)
    signed(store, course, 1)
    decided(store, course)
    with pytest.raises(NotAllowed, match=r"percent of 75; this order gives 100\. To give more, decide anew\."):
        signed(store, course, 2, dose_percent={})
    decided(store, course, replace(LESS, percent=Decimal("100"), taken="change", reason="typed for another patient"))
    assert signed(store, course, 2).state == "signed"


def test_of_two_decisions_the_later_counts_and_a_level_takes_the_place_of_a_percent(store: Store) -> None:
    course = measured(store)
    decided(store, course, replace(LESS, drug="oxaliplatin", cycle=1))
    decided(store, course, replace(LESS, drug="oxaliplatin", cycle=1, percent=None, level=Decimal("100")))
    case = case_of(store, course, 1)
    assert (case.dose_percent, case.dose_level) == ({}, {"oxaliplatin": Decimal("100")})


def test_a_start_lowered_by_a_decision_stays_lowered(store: Store) -> None:
    course = measured(store)
    signed(store, course, 1)
    decided(store, course, replace(LESS, percent=None, starting_percent=Decimal("80")))
    signed(store, course, 2)
    assert case_of(store, course, 3).starting_percent == {"capecitabine": Decimal("80")}


def test_a_hold_is_written_with_its_decision_and_makes_prints_void(store: Store) -> None:
    course = store.course()
    printed = (course.id, 1, "en", "a4", False, "AB12-CD34", "0" * 64, None, "{}")
    store.actions.record_print(store.person, uuid4(), *printed).result()
    held = DecisionEntry(2, "pembrolizumab", "accept", hold_from=CYCLE2, reason_code="immune_event")
    decision = decided(store, course, held)
    space = store.actions.workspace(course.patient_id).result()
    assert [(hold.id, hold.drug, hold.start, hold.end, hold.stop) for hold in space.holds] == [
        (decision.hold_id, "pembrolizumab", CYCLE2, None, False)
    ]
    assert [page.valid for page in space.prints] == [False]
    store.actions.withdraw_decision(store.person, decision.id, "other patient").result()
    space = store.actions.workspace(course.patient_id).result()
    assert [one.withdrawn for one in (*space.holds, *space.decisions)] == [True, True]


def test_a_decision_an_order_is_signed_on_stays(store: Store) -> None:
    course = measured(store)
    decision = decided(store, course, replace(LESS, cycle=1))
    signed(store, course, 1)
    refusal = store.actions.withdraw_decision(store.person, decision.id, "x").exception()
    assert str(refusal) == "The order of cycle 1 is signed on this decision; make another one."


def test_a_nurse_accepts_a_hold_and_decides_no_dose(store: Store, nurse: Person) -> None:
    course = store.course()
    held = DecisionEntry(2, "capecitabine", "accept", hold_from=CYCLE2)
    assert store.actions.decide(nurse, uuid4(), course.id, held).result().role == "nurse"
    for entry in (LESS, replace(held, hold_from=None, stop_from=CYCLE2), replace(held, taken="change", reason="x"),
                  DecisionEntry(2, "capecitabine", "decline", reason="x")):  # fmt: skip
        assert isinstance(store.actions.decide(nurse, uuid4(), course.id, entry).exception(), NotAllowed)


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"drug": "aspirin"}, "is not given"),
    ({"drug": "pembrolizumab"}, "has no percentages"),
    ({"percent": Decimal("0")}, "held or stopped"),
    ({"percent": Decimal("101")}, "0 to 100"),
    ({"level": Decimal("100")}, "not both"),
    ({"taken": "decline", "reason": "x"}, "changes nothing"),
    ({"taken": "change"}, "Reason is empty"),
    ({"hold_until": CYCLE2}, "before it begins"),
    ({"hold_from": CYCLE2, "stop_from": CYCLE2}, "not both"),
    ({"event_ids": (UUID(int=1),)}, "not one of this patient"),
    ({"cycle": 0}, "no cycle 0"),
]


@pytest.mark.parametrize(("change", "words"), WRONG, ids=str)
def test_a_decision_that_makes_no_sense_is_refused(sqlite_store: Store, change: dict[str, Any], words: str) -> None:
    course = sqlite_store.course()
    entry = replace(LESS, **change)
    refusal = sqlite_store.actions.decide(sqlite_store.person, uuid4(), course.id, entry).exception()
    assert isinstance(refusal, RecordError)
    assert words in str(refusal)
    assert sqlite_store.sql("SELECT (SELECT count(*) FROM decision) + (SELECT count(*) FROM hold)") == [(0,)]


def test_what_was_decided_answered_or_handed_out_is_never_changed_in_the_database(store: Store) -> None:
    course = store.course()
    decided(store, course)
    store.actions.answer_checklist(store.person, uuid4(), course.id, 1, "consent", "done", DAY1).result()
    store.actions.go_ahead(store.person, uuid4(), course.id, 1, DAY1, DAY1, "person").result()
    handed = DispensedEntry(1, "capecitabine", Decimal("500"), 84, DAY1, 1)
    store.actions.dispense(store.person, uuid4(), course.id, handed).result()
    for table, change in (("decision", "percent = '100'"), ("checklist_answer", "result = 'not_done', reason = 'x'"),
                          ("go_ahead", "cycle = 2"), ("dispensed", "tablets = 1")):  # fmt: skip
        with pytest.raises(DBAPIError, match="keeps what it says"):
            store.sql(f"UPDATE {table} SET {change}")


def test_a_cycle_is_provisional_until_there_is_a_go_ahead_for_its_very_date(store: Store) -> None:
    course = store.course()
    given = store.actions.go_ahead(store.person, uuid4(), course.id, 2, CYCLE2, DAY1, "telephone", "wife told").result()
    space = store.actions.workspace(course.patient_id).result()
    assert space.go_aheads == (given,)
    assert go_ahead_for(space.go_aheads, course.id, 2, CYCLE2) == given
    assert go_ahead_for(space.go_aheads, course.id, 2, date(2026, 3, 30)) is None, "put off: another is needed"
    assert go_ahead_for(space.go_aheads, course.id, 2, CYCLE2, 8) is None
    back = store.actions.withdraw_go_ahead(store.person, given.id, "platelets 72").result()
    assert (back.withdrawn, back.by) == (True, "Priya Raman")
    assert go_ahead_for((back,), course.id, 2, CYCLE2) is None
    late = store.actions.go_ahead(store.person, uuid4(), course.id, 2, DAY1, CYCLE2, "person").exception()
    assert isinstance(late, RecordError)


def test_the_newest_answer_of_an_item_counts_and_earlier_ones_stay(store: Store) -> None:
    course = store.course(answered=False)
    answer = store.actions.answer_checklist
    refusal = answer(store.person, uuid4(), course.id, 1, "hepatitis-b", "not_done", DAY1).exception()
    assert isinstance(refusal, RecordError)
    answer(store.person, uuid4(), course.id, 1, "hepatitis-b", "not_done", DAY1, "", "not back yet").result()
    done = answer(store.person, uuid4(), course.id, 1, "hepatitis-b", "done", DAY1, "HBsAg negative").result()
    space = store.actions.workspace(course.patient_id).result()
    assert len(space.checklist) == 2
    assert answers_for(space.checklist, course.id, 1) == {"hepatitis-b": done}


def test_of_two_windows_that_answer_one_proposal_the_second_is_told_what_the_first_said(store: Store) -> None:
    course = store.course()
    fired = {"rule": "cap-g3-1", "term": "Diarrhea", "date": "2026-03-10", "grade": 3, "action": "hold"}
    shown = {"drug": "capecitabine", "fired": [fired], "limits": [], "why": ["grade 3"]}
    hold = DecisionEntry(2, "capecitabine", "accept", json.dumps(shown), percent=Decimal(75), hold_from=DAY1)
    first = decided(store, course, hold)
    # The dose is at 75 % by now, which the other window says beside the same reasons.
    other = json.dumps({**shown, "why": ["grade 3", "Already at 75 % of the start: the rule asks for no less."]})
    for again in (replace(hold, proposal_json=other), replace(hold, taken="change", percent=Decimal(60), reason="old")):
        refusal = store.actions.decide(store.person, uuid4(), course.id, again).exception()
        assert isinstance(refusal, NotAllowed)
        assert str(refusal) == (
            "capecitabine: Priya Raman accepted this proposal already. Take that decision back to decide otherwise."
        )
    assert len(store.actions.workspace(course.patient_id).result().holds) == 1
    worse = json.dumps({**shown, "fired": [{**fired, "grade": 4}]})
    decided(store, course, replace(hold, proposal_json=worse, percent=Decimal(50)))  # another grade, another proposal
    store.actions.withdraw_decision(store.person, first.id, "wrong patient").result()
    decided(store, course, replace(hold, proposal_json=other))  # taken back, it can be answered again


def test_leftovers_are_handed_out_again_only_by_a_pharmacist_with_batch_expiry_and_reason(
    store: Store, nurse: Person
) -> None:
    course = store.course()
    again = DispensedEntry(
        2, "capecitabine", Decimal("500"), 36, CYCLE2, 0, "B7731", date(2027, 4, 30), True, "sealed, kept dry"
    )
    for wrong in ({"batch": ""}, {"expiry": None}, {"reason": ""}, {"expiry": DAY1}, {"tablets": 0}):
        entry = replace(again, **wrong)  # type: ignore[arg-type]
        assert isinstance(store.actions.dispense(store.person, uuid4(), course.id, entry).exception(), RecordError)
    refusal = store.actions.dispense(nurse, uuid4(), course.id, again).exception()
    assert isinstance(refusal, NotAllowed)
    assert str(refusal) == "'Dispense leftovers' is not for the role nurse; it needs a pharmacist."
    none_counted = store.actions.dispense(store.person, uuid4(), course.id, again).exception()
    assert str(none_counted).startswith("0 tablets of 500 mg were counted as brought back: 36 cannot be given again.")
    visit = store.actions.open_visit(store.person, uuid4(), course.id, CYCLE2).result()
    counted = VisitEntry(CYCLE2, tablets_returned={Decimal(500): 40})
    visit = store.actions.keep_visit(store.person, visit.id, visit.version, counted).result()
    half_done = store.actions.dispense(store.person, uuid4(), course.id, again).exception()
    assert isinstance(half_done, NotAllowed), "nothing of a half-done visit counts"
    store.actions.complete_visit(store.person, visit.id, visit.version, counted).result()
    kept = store.actions.dispense(store.person, uuid4(), course.id, again).result()
    assert store.actions.workspace(course.patient_id).result().dispensed == (kept,)
    more = store.actions.dispense(store.person, uuid4(), course.id, replace(again, tablets=5)).exception()
    assert str(more).startswith(
        "40 tablets of 500 mg were counted as brought back, 36 of them were given again already"
    )
    gone = store.actions.withdraw_dispensed(nurse, kept.id, "not handed out").result()
    assert (gone.withdrawn, gone.by, gone.entry) == (True, "Priya Raman", again)


def test_a_hold_accepted_as_proposed_says_which_toxicity_and_rule_it_is_for(store: Store) -> None:
    course = store.course()
    event = store.actions.report_event(store.person, uuid4(), course.id, EVENT).result()
    entry = DecisionEntry(
        2, "pembrolizumab", "accept", "{}", ("immune-colitis",), (event.id,), hold_from=date(2026, 3, 23)
    )
    store.actions.decide(store.person, uuid4(), course.id, entry).result()
    (hold,) = store.actions.workspace(course.patient_id).result().holds
    assert hold.reason_text == "Diarrhea grade 3; rule immune-colitis"
