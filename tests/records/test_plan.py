"""Delays, holds and printed calendars, and the list of the day that follows from them."""

import json
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from records.course.course_plan import whole_course
from records.errors import Conflict, NotAllowed, RecordError
from records.lookup import Lookup
from records.values.core import CourseRecord, PrintRecord, SiteSettings, WorklistLine
from records.values.visits import DispensedEntry
from tests.records.examples import DAY1, Store, case_text


def printed(store: Store, course: CourseRecord, revision: int | None = None) -> PrintRecord:
    given = (course.id, 1, "en", "a4", False, "AB12-CD34", "0" * 64, None, "{}", revision)
    return store.actions.record_print(store.person, uuid4(), *given).result()


def line(store: Store, on: date) -> WorklistLine:
    (only,) = store.actions.worklist(on).result()
    return only


def test_a_delay_is_kept_and_moves_the_dates_in_the_list(store: Store) -> None:
    course = store.course()
    store.signing(course).result()
    order = store.signing(course).result()
    store.actions.mark_given(store.person, order.id, order.version, DAY1).result()
    assert line(store, date(2026, 3, 23)).due == ("cycle 2 day 1",)
    given = (store.person, uuid4(), course.id, 2, 7, "all", "neutropenia", "ANC 1.1")
    kept = store.actions.delay_cycle(*given).result()  # type: ignore[arg-type]
    assert store.actions.workspace(course.patient_id).result().delays == (kept,)
    assert (kept.days, kept.shift, kept.reason_code, kept.reason_text) == (7, "all", "neutropenia", "ANC 1.1")
    assert store.actions.worklist(date(2026, 3, 23)).result() == ()
    assert line(store, date(2026, 3, 30)).due == ("cycle 2 day 1",)
    withdrawn = store.actions.withdraw_delay(store.person, kept.id, "typed for the wrong patient").result()
    assert withdrawn.withdrawn
    assert line(store, date(2026, 3, 23)).due == ("cycle 2 day 1",)
    assert isinstance(store.actions.withdraw_delay(store.person, kept.id, "again").exception(), NotAllowed)


@pytest.mark.parametrize(
    ("cycle", "days", "shift"), [(9, 7, "all"), (0, 7, "all"), (2, 0, "all"), (2, 366, "all"), (2, 7, "some")]
)
def test_a_delay_that_cannot_be_is_refused(store: Store, cycle: int, days: int, shift: str) -> None:
    given = (store.person, uuid4(), store.course().id, cycle, days, shift, "other", "")
    assert isinstance(store.actions.delay_cycle(*given).exception(), RecordError)  # type: ignore[arg-type]


def test_a_hold_is_kept_ended_and_shown(store: Store) -> None:
    course = store.course()
    begin = (
        store.person,
        uuid4(),
        course.id,
        "pembrolizumab",
        date(2026, 3, 20),
        None,
        False,
        "immune",
        "hypophysitis",
    )
    hold = store.actions.hold_drug(*begin).result()
    assert "pembrolizumab on hold" in line(store, date(2026, 3, 23)).missing
    ended = store.actions.end_hold(store.person, hold.id, date(2026, 3, 21), "cortisol replaced").result()
    assert (ended.start, ended.end, ended.withdrawn) == (date(2026, 3, 20), date(2026, 3, 21), False)
    assert "pembrolizumab on hold" not in line(store, date(2026, 3, 23)).missing
    taken_back = store.actions.end_hold(store.person, hold.id, None, "wrong patient").result()
    assert taken_back.withdrawn
    early = store.actions.hold_drug(
        store.person, uuid4(), course.id, "oxaliplatin", DAY1, DAY1 - timedelta(days=1), False, "other", ""
    )
    assert isinstance(early.exception(), RecordError)


def test_a_drug_stopped_for_good_has_no_end(store: Store) -> None:
    course = store.course()
    begin = (
        store.person,
        uuid4(),
        course.id,
        "pembrolizumab",
        date(2026, 3, 20),
        None,
        True,
        "immune",
        "colitis grade 4",
    )
    stopped = store.actions.hold_drug(*begin).result()
    assert stopped.stop
    assert "pembrolizumab stopped" in line(store, date(2026, 3, 23)).missing
    ending = store.actions.end_hold(store.person, stopped.id, date(2026, 4, 1), "better")
    assert isinstance(ending.exception(), NotAllowed)


def test_each_print_replaces_the_ones_before_and_a_changed_course_makes_all_void(store: Store) -> None:
    course = store.course()
    assert store.actions.next_revision(course.id).result() == 1
    first, second = printed(store, course, 1), printed(store, course)
    assert [(one.revision, one.valid) for one in (first, second)] == [(1, True), (2, True)]
    prints = store.actions.workspace(course.patient_id).result().prints
    assert [(one.revision, one.valid) for one in prints] == [(1, False), (2, True)]
    assert store.actions.print_again(store.person, second.id).result() == second
    assert isinstance(store.actions.print_again(store.person, first.id).exception(), NotAllowed)
    given = (store.person, uuid4(), course.id, 2, 7, "all", "neutropenia", "")
    store.actions.delay_cycle(*given).result()  # type: ignore[arg-type]
    refusal = store.actions.print_again(store.person, second.id).exception()
    assert str(refusal) == "Revision 2 was replaced and may not be printed again."
    assert store.actions.next_revision(course.id).result() == 3


def test_a_printed_staff_sheet_is_in_the_trail_and_leaves_the_calendar_valid(store: Store) -> None:
    course = store.course()
    order = store.signing(course).result()
    calendar = printed(store, course)
    key = uuid4()
    for _ in range(2):  # the same key twice is one print
        assert store.actions.print_staff_sheet(store.person, key, order.id, "0" * 64).result() == order.id
    lines = store.actions.history(course.patient_id).result()
    (said,) = [entry for entry in lines if entry.action == "print staff sheet"]
    assert (said.by, said.new) == (store.person.name, "") and "0" * 64 in said.why
    assert store.actions.print_again(store.person, calendar.id).result().valid
    assert store.actions.check_audit().result().findings == ()
    refused = store.actions.print_staff_sheet(store.person, uuid4(), uuid4(), "0" * 64).exception()
    assert isinstance(refused, RecordError)


def test_a_day_list_and_a_label_are_in_the_trail_of_those_they_name(store: Store) -> None:
    first, second = store.course(), store.course()
    patients = (first.patient_id, second.patient_id)
    assert store.actions.print_day_list(store.person, uuid4(), DAY1, (*patients, first.patient_id), "a" * 64).result()
    for patient in patients:  # a patient on two lines of the list has one entry
        (said,) = [one for one in store.actions.history(patient).result() if one.action == "print day list"]
        assert said.by == store.person.name and said.why == f"day list of 2026-03-02, 2 patients, SHA-256 {'a' * 64}"
    store.actions.print_day_list(store.person, uuid4(), DAY1, (), "b" * 64).result()
    own = store.actions.person_history(store.person.id).result().lines
    (nobody,) = [one.why for one in own if "b" * 64 in one.why]
    assert nobody == f"day list of 2026-03-02, 0 patients, SHA-256 {'b' * 64}"
    store.signing(first).result()
    entry = DispensedEntry(1, "capecitabine", Decimal(500), 84, DAY1)
    line = store.actions.dispense(store.person, uuid4(), first.id, entry).result()
    assert store.actions.print_label(store.person, uuid4(), line.id, "c" * 64).result() == line.id
    (said,) = [one for one in store.actions.history(first.patient_id).result() if one.action == "print label"]
    assert said.subject == "dispensed" and "c" * 64 in said.why
    store.actions.withdraw_dispensed(store.person, line.id, "never handed out").result()
    assert isinstance(store.actions.print_label(store.person, uuid4(), line.id, "c" * 64).exception(), NotAllowed)
    assert store.actions.check_audit().result().findings == ()


def test_two_prints_with_one_number_are_noticed(store: Store) -> None:
    course = store.course()
    printed(store, course, 1)
    given = (course.id, 1, "en", "a4", False, "AB12-CD34", "0" * 64, None, "{}", 1)
    assert isinstance(store.actions.record_print(store.person, uuid4(), *given).exception(), Conflict)


def test_the_list_says_what_is_missing_before_day_1(store: Store) -> None:
    course = store.course(store.patient())
    assert line(store, DAY1).missing == (
        "weight missing", "creatinine missing", "neutrophils missing", "platelets missing", "order not signed",
    )  # fmt: skip
    patient = course.patient_id
    store.actions.measure(
        store.person, uuid4(), patient, "weight_kg", Decimal("58.0"), DAY1 - timedelta(days=8)
    ).result()
    for analyte, unit, days in (("creatinine", "umol/L", 7), ("neutrophils", "10^9/L", 4), ("platelets", "10^9/L", 3)):
        on = DAY1 - timedelta(days=days)
        store.actions.add_lab(store.person, uuid4(), patient, analyte, Decimal("90"), unit, None, None, on).result()
    assert line(store, DAY1).missing == (
        "weight older than 7 days",
        "neutrophils older than 3 days",
        "order not signed",
    )
    store.actions.measure(
        store.person, uuid4(), patient, "weight_kg", Decimal("58.0"), DAY1 - timedelta(days=7)
    ).result()
    order = store.signing(course).result()
    assert line(store, DAY1).state == "signed, provisional"
    assert line(store, DAY1).missing == ("neutrophils older than 3 days",)
    store.actions.mark_given(store.person, order.id, order.version, DAY1).result()
    assert (line(store, DAY1).missing, line(store, DAY1).state) == ((), "given")


def test_the_list_looks_back_at_cycles_not_given_and_ahead_at_orders_not_signed(store: Store) -> None:
    course = store.course()
    assert line(store, DAY1 - timedelta(days=1)).due == ("cycle 1 not signed, day 1 is 2 Mar 2026",)
    assert line(store, DAY1 + timedelta(days=1)).due == ("cycle 1 day 1 was 2 Mar 2026, not recorded as given",)
    order = store.signing(course).result()
    assert store.actions.worklist(DAY1 - timedelta(days=1)).result() == ()
    store.actions.mark_given(store.person, order.id, order.version, DAY1).result()
    assert store.actions.worklist(DAY1 + timedelta(days=1)).result() == ()


def test_an_order_signed_for_another_day_is_pointed_at(store: Store) -> None:
    course = store.course()
    store.signing(course).result()
    given = (store.person, uuid4(), course.id, 1, 2, "all", "other", "")
    store.actions.delay_cycle(*given).result()  # type: ignore[arg-type]
    assert "order signed for 2026-03-02, day 1 is now 2026-03-04" in line(store, date(2026, 3, 4)).missing


def test_a_cycle_put_off_after_it_was_signed_is_not_given_before_it_is_signed_again(store: Store) -> None:
    course = store.course()
    order = store.signing(course).result()
    put_off = (store.person, uuid4(), course.id, 1, 2, "all", "other", "")
    delay = store.actions.delay_cycle(*put_off).result()  # type: ignore[arg-type]
    refusal = store.actions.mark_given(store.person, order.id, order.version, DAY1).exception()
    assert isinstance(refusal, NotAllowed)
    assert "signed for 2026-03-02 and then put off to 2026-03-04" in str(refusal)
    store.actions.withdraw_delay(store.person, delay.id, "a slip").result()
    assert store.actions.mark_given(store.person, order.id, order.version, DAY1).result().state == "given"


def test_an_ended_course_is_in_no_list(store: Store, target: str) -> None:
    course = store.course()
    lookup = Lookup(target, today=lambda: DAY1)
    (before,) = lookup.first_lines(10)
    assert (before.course, before.next_date) == ("pembrolizumab + CAPOX", DAY1)
    store.actions.end_course(store.person, course.id, course.version, "completed", "eight cycles").result()
    (after,) = lookup.first_lines(10)
    lookup.close()
    assert (after.course, after.next_date) == ("pembrolizumab + CAPOX, completed", None)
    assert store.actions.worklist(DAY1).result() == ()


def test_a_signed_cycle_that_moved_alone_still_ends_where_the_next_begins(store: Store) -> None:
    """Cycle 2 a week later and nothing else: its last day is the one before the day 1 that cycle 3 always had."""
    course = store.course()
    store.actions.delay_cycle(store.person, uuid4(), course.id, 2, 7, "this", "neutropenia", "").result()
    case = json.dumps(json.loads(case_text(2)) | {"day1": "2026-03-30"})
    store.signing(course, 2, case=case, day1=date(2026, 3, 30)).result()
    plan = whole_course(store.actions.workspace(course.patient_id).result(), course, SiteSettings())
    second, third = plan.cycle(2), plan.cycle(3)
    assert (second.day1, third.day1) == (date(2026, 3, 30), date(2026, 4, 13))
    assert (second.last_day, second.next_day1, second.length) == (date(2026, 4, 12), date(2026, 4, 13), 14)
