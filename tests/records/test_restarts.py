"""A restart within a cycle in the records: signed, withdrawn, and what follows from it."""

import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from records.course.course_plan import files_of, whole_course
from records.course.cycle_case import case_for
from records.course.cycle_tablets import needed, reconciliation_of
from records.course.restarts_in_force import restart_value
from records.errors import Conflict, NotAllowed, RecordError
from records.values.core import CourseRecord, OrderRecord, Person, SiteSettings
from records.values.visits import DecisionEntry, DispensedEntry, VisitEntry
from regimen.engine import answer_with
from regimen.errors import Refused
from tests.records.examples import DAY1, Store
from tests.records.restart_examples import DRUG, asked, hold_after, on_day, restarted, shown
from tests.records.test_decisions import measured

CYCLE2 = DAY1 + timedelta(days=21)
SETTINGS = SiteSettings()


def signed(store: Store, **entry: object) -> tuple[CourseRecord, OrderRecord]:
    """A course whose first cycle is signed."""
    course = measured(store, day1=DAY1, **entry)
    return course, store.signing(course).result()


def plan_of(store: Store, course: CourseRecord, cycle: int = 1) -> list[tuple[int, str, dict[int, int]]]:
    """Cycle day, half and tablets of each dose of a cycle."""
    space = store.actions.workspace(course.patient_id).result()
    days = whole_course(space, course, SETTINGS).cycle(cycle).days
    found = []
    for day in days:
        for take in day.take:
            for half, tablets in (("am", take.am), ("pm", take.pm)):
                if tablets:
                    found.append((day.cycle_day, half, {int(size): count for size, count in tablets.items()}))
    return found


def test_the_hold_ends_where_the_restart_begins_and_the_plan_goes_on_with_its_tablets(store: Store) -> None:
    course, order = signed(store)
    hold_after(store, course, on_day(9))
    record = restarted(store, course, asked(on_day(12, "pm")))
    space = store.actions.workspace(course.patient_id).result()
    (hold,) = [one for one in space.holds if one.drug == DRUG]
    assert (hold.end, hold.end_half, record.hold_id, record.order_id) == (on_day(12)[0], "am", hold.id, order.id)
    value = restart_value(record)
    assert (value.taken, value.missed, value.mornings, value.evenings) == (17, 6, 2, 3)
    doses = plan_of(store, course)
    assert [(day, half) for day, half, _ in doses][16:] == [
        (9, "am"), (12, "pm"), (13, "am"), (13, "pm"), (14, "am"), (14, "pm")
    ]  # fmt: skip
    assert value.plan is not None
    lower = {int(size): count for size, count in value.plan.am.items()}
    assert [tablets for _, _, tablets in doses[17:]] == [lower] * 5
    total = needed(space, course, SETTINGS, order, DRUG)
    supply = whole_course(space, course, SETTINGS).cycle(1).supply
    assert total == supply
    assert record.check_code and record.signed_by == "Priya Raman" and record.signed_role == "pharmacist"


def test_printed_calendars_are_void_and_the_next_cycle_starts_from_the_percent_of_the_restart(store: Store) -> None:
    course, _order = signed(store)
    given = (course.id, 1, "en", "a4", False, "AB12-CD34", "0" * 64, None, "{}")
    printed = store.actions.record_print(store.person, uuid4(), *given).result()
    hold_after(store, course, on_day(9))
    restarted(store, course, asked(on_day(12), "50"))
    space = store.actions.workspace(course.patient_id).result()
    assert [one.valid for one in space.prints if one.id == printed.id] == [False]
    case = case_for(space, course, 2, CYCLE2, SETTINGS)
    assert case.dose_percent[DRUG] == 50
    assert case.history[-1].dose_percent[DRUG] == 50
    files = files_of(course, SETTINGS)
    raised = answer_with(files.regimen, files.profile, replace(case, dose_percent={}))
    assert any(one.code == "raise-after-reduction" and one.drug == DRUG for one in raised.alerts)


def test_only_what_is_decided_after_the_restart_changes_the_next_start(store: Store) -> None:
    course, _order = signed(store)
    before = DecisionEntry(2, DRUG, "change", percent=Decimal(75), reason="diarrhoea")
    store.actions.decide(store.person, uuid4(), course.id, before).result()
    hold_after(store, course, on_day(9))
    record = restarted(store, course, asked(on_day(12), "50"))
    space = store.actions.workspace(course.patient_id).result()
    assert case_for(space, course, 2, CYCLE2, SETTINGS).dose_percent[DRUG] == 50
    assert len(record.decision_ids) == 1
    after = DecisionEntry(2, DRUG, "change", percent=Decimal(75), reason="recovered, decided by name")
    store.actions.decide(store.person, uuid4(), course.id, after).result()
    space = store.actions.workspace(course.patient_id).result()
    assert case_for(space, course, 2, CYCLE2, SETTINGS).dose_percent[DRUG] == 75


def test_more_than_the_restart_is_signed_only_after_a_decision(store: Store) -> None:
    course, _order = signed(store)
    hold_after(store, course, on_day(9))
    restarted(store, course, asked(on_day(12), "50"))
    case = {**json.loads(shown_case(store, course)), "dose_percent": {}}
    files = files_of(course, SETTINGS)
    from records.demo.clinic import texts_of
    from regimen.case import read_case

    order = answer_with(files.regimen, files.profile, read_case(case))
    case_json, answer_json = texts_of(read_case(case), order)
    with pytest.raises(NotAllowed, match="percent of 50"):
        store.signing(course, 2, case=case_json, answer=json.dumps({**json.loads(answer_json), "alerts": []}),
                      day1=CYCLE2).result()  # fmt: skip


def shown_case(store: Store, course: CourseRecord) -> str:
    from regimen.case import write_case

    space = store.actions.workspace(course.patient_id).result()
    case = replace(case_for(space, course, 2, CYCLE2, SETTINGS), chosen_plan={DRUG: 0})
    return json.dumps(write_case(case))


def test_taking_a_restart_back_puts_the_drug_on_hold_again_never_back_to_the_old_dose(store: Store) -> None:
    course, _order = signed(store)
    hold = hold_after(store, course, on_day(9))
    record = restarted(store, course, asked(on_day(12)))
    back = store.actions.withdraw_restart(store.person, record.id, "diarrhoea came back").result()
    assert back.withdrawn and back.withdrawn_why == "diarrhoea came back"
    space = store.actions.workspace(course.patient_id).result()
    again = next(one for one in space.holds if one.id == hold.id)
    assert again.end is None and not again.withdrawn
    assert len(plan_of(store, course)) == 17
    with pytest.raises(NotAllowed):
        store.actions.withdraw_restart(store.person, record.id, "twice").result()


def test_a_second_restart_stands_on_the_first_and_is_withdrawn_before_it(store: Store) -> None:
    course, _order = signed(store)
    hold_after(store, course, on_day(5))
    first = restarted(store, course, asked(on_day(7), "75"))
    hold_after(store, course, on_day(9, "pm"))
    with pytest.raises(Refused, match="the same dose"):
        shown(store, course, asked(on_day(12), "75"))
    second = restarted(store, course, asked(on_day(12), "50"))
    doses = plan_of(store, course)
    assert len({str(tablets) for _, _, tablets in doses}) == 3
    with pytest.raises(NotAllowed, match="later restart"):
        store.actions.withdraw_restart(store.person, first.id, "x").result()
    store.actions.withdraw_restart(store.person, second.id, "x").result()
    store.actions.withdraw_restart(store.person, first.id, "x").result()
    assert len(plan_of(store, course)) == 9


def test_what_the_restart_stands_on_stays_where_it_is(store: Store) -> None:
    course, _order = signed(store)
    hold = hold_after(store, course, on_day(9))
    restarted(store, course, asked(on_day(12)))
    with pytest.raises(NotAllowed, match="withdraw the restart first"):
        store.actions.end_hold(store.person, hold.id, None, "by mistake").result()
    with pytest.raises(NotAllowed, match="cannot be signed again"):
        store.signing(course).result()
    with pytest.raises(NotAllowed, match="can no longer be moved"):
        store.actions.delay_cycle(store.person, uuid4(), course.id, 1, 7, "all", "other", "").result()
    store.actions.delay_cycle(store.person, uuid4(), course.id, 2, 7, "all", "other", "").result()
    assert len(plan_of(store, course)) == 17 + 6


def test_what_was_shown_is_what_is_signed(store: Store) -> None:
    course, _order = signed(store)
    hold_after(store, course, on_day(9))
    entry = asked(on_day(12))
    text = shown(store, course, entry).answer_text()
    late = DAY1 + timedelta(days=13)
    store.actions.hold_drug(store.person, uuid4(), course.id, DRUG, late, None, False, "other", "").result()
    with pytest.raises(Conflict, match="changed since"):
        store.actions.restart_drug(store.person, uuid4(), course.id, entry, text).result()
    assert store.actions.workspace(course.patient_id).result().restarts == ()


@pytest.mark.parametrize(("change", "words"), [
    ({"overrides": {}}, "open stops"), ({"reason": ""}, "Reason"), ({"percent": None}, "a percent, or at a level"),
    ({"cycle": 2}, "no signed order"),
])  # fmt: skip
def test_a_restart_without_what_it_needs_is_refused(store: Store, change: dict[str, object], words: str) -> None:
    course, _order = signed(store)
    hold_after(store, course, on_day(9))
    entry = asked(on_day(12))
    text = shown(store, course, entry).answer_text()
    with pytest.raises(RecordError, match=words):
        wrong = replace(entry, **change)  # type: ignore[arg-type]
        store.actions.restart_drug(store.person, uuid4(), course.id, wrong, text).result()


def test_tablets_nobody_chose_are_not_signed(store: Store) -> None:
    course, _order = signed(store)
    hold_after(store, course, on_day(9))
    for percent in ("75", "60", "50", "33"):
        entry = asked(on_day(12), percent, None)
        found = shown(store, course, entry)
        if found.found.plan is None:
            with pytest.raises(RecordError, match="not chosen yet"):
                store.actions.restart_drug(store.person, uuid4(), course.id, entry, found.answer_text()).result()
            return
    pytest.fail("no percent of these leaves the choice of tablets open")


def test_a_nurse_does_not_sign_a_restart(store: Store, nurse: Person) -> None:
    course, _order = signed(store)
    hold_after(store, course, on_day(9))
    entry = asked(on_day(12))
    text = shown(store, course, entry).answer_text()
    with pytest.raises(NotAllowed):
        store.actions.restart_drug(nurse, uuid4(), course.id, entry, text).result()


def test_the_same_deed_twice_is_one_restart(store: Store) -> None:
    course, _order = signed(store)
    hold_after(store, course, on_day(9))
    key, entry = uuid4(), asked(on_day(12))
    text = shown(store, course, entry).answer_text()
    once = store.actions.restart_drug(store.person, key, course.id, entry, text).result()
    assert store.actions.restart_drug(store.person, key, course.id, entry, text).result() == once


def test_a_hold_by_half_days_is_kept_and_an_infusion_has_none(store: Store) -> None:
    course, _order = signed(store)
    hold = hold_after(store, course, on_day(9), on_day(11))
    assert (hold.start_half, hold.end_half) == ("pm", "am")
    ended = store.actions.end_hold(store.person, hold.id, on_day(10)[0], "better").result()
    assert (ended.end, ended.end_half) == (on_day(10)[0], "pm")
    with pytest.raises(RecordError, match="before it begins"):
        store.actions.end_hold(store.person, hold.id, on_day(9)[0], "typed wrong", "am").result()
    with pytest.raises(RecordError, match="whole days"):
        store.actions.hold_drug(
            store.person, uuid4(), course.id, "oxaliplatin", DAY1, None, False, "other", "", "pm"
        ).result()


def test_tablets_brought_back_are_counted_against_the_restarted_doses(store: Store) -> None:
    """17 doses of 1650 mg before the hold, 6 of the restart; handed out: the order's supply and the restart's."""
    course, _order = signed(store)
    hold_after(store, course, on_day(9))
    record = restarted(store, course, asked(on_day(12)))
    plan = restart_value(record).plan
    assert plan is not None
    handed = {Decimal(500): 84, Decimal(150): 28}
    for supply in (handed, plan.supply):
        for size, count in supply.items():
            entry = DispensedEntry(1, DRUG, size, count, DAY1)
            store.actions.dispense(store.person, uuid4(), course.id, entry).result()
    space = store.actions.workspace(course.patient_id).result()
    used = whole_course(space, course, SETTINGS).cycle(1).supply
    back = {size: handed[size] + plan.supply.get(size, 0) - used[size] for size in handed}
    opened = store.actions.open_visit(store.person, uuid4(), course.id, CYCLE2).result()
    visit = store.actions.complete_visit(
        store.person, opened.id, opened.version, VisitEntry(CYCLE2, tablets_returned=back)
    ).result()
    space = store.actions.workspace(course.patient_id).result()
    found = reconciliation_of(space, course, SETTINGS, visit)
    assert found is not None
    assert (found.taken_doses, found.told_doses, found.planned_doses, found.questions) == (23, 23, 28, ())
    assert found.delivered_percent is not None and found.delivered_percent < Decimal(23) * 100 / 28


def test_the_trail_says_who_restarted_and_stays_whole(store: Store) -> None:
    course, _order = signed(store)
    hold_after(store, course, on_day(9))
    restarted(store, course, asked(on_day(12)))
    lines = store.actions.history(course.patient_id).result()
    assert any(one.action == "restart drug" and one.why == "diarrhoea down to grade 1" for one in lines)
    assert store.actions.check_audit().result().findings == ()
    assert date(2026, 3, 13) not in {one.start for one in store.actions.workspace(course.patient_id).result().holds}


def test_a_later_cycle_signed_with_more_is_signed_again_before_the_restart(store: Store) -> None:
    """Nothing raises the dose again unseen: cycle 2 stands at 100 %, the restart within cycle 1 is at 75 %."""
    course, _order = signed_with_more(store)
    entry = asked(on_day(12))
    text = shown(store, course, entry).answer_text()
    with pytest.raises(NotAllowed, match="already signed with more capecitabine"):
        store.actions.restart_drug(store.person, uuid4(), course.id, entry, text).result()


def signed_with_more(store: Store) -> tuple[CourseRecord, OrderRecord]:
    """Cycle 1 held and cycle 2 signed at the full dose."""
    course, _order = signed(store)
    hold_after(store, course, on_day(9))
    files = files_of(course, SETTINGS)
    from records.demo.clinic import texts_of
    from regimen.case import read_case

    case = read_case(json.loads(shown_case(store, course)))
    case_json, answer_json = texts_of(case, answer_with(files.regimen, files.profile, case))
    answer = json.dumps({**json.loads(answer_json), "alerts": []})
    return course, store.signing(course, 2, case=case_json, answer=answer, day1=CYCLE2).result()


def test_a_restart_before_one_that_stands_is_refused_or_the_dose_would_rise_again_within_the_cycle(
    store: Store,
) -> None:
    course, _order = signed(store)
    hold_after(store, course, on_day(9))
    restarted(store, course, asked(on_day(12), "75"))
    hold_after(store, course, on_day(3), on_day(4))
    with pytest.raises(RecordError, match="another restart begins after it"):
        shown(store, course, asked(on_day(4, "pm"), "50"))
