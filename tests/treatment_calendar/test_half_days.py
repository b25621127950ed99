"""Holds that begin and end with half days, and other tablets from a half day on."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen.case import read_case, write_case
from regimen.engine import answer
from regimen.errors import Refused
from regimen.given import Case, Half, Hold
from regimen.library import load_profile, load_regimen
from regimen.order import TabletPlan
from regimen.policy import resolve_policy
from treatment_calendar.course import Course, Moment, TabletsFrom
from treatment_calendar.ics import Reminders, ics_bytes
from treatment_calendar.layout import lay_out
from treatment_calendar.replan import difference

DAY1 = date(2026, 3, 2)
DRUG = "capecitabine"
HALVES: tuple[Half, ...] = ("am", "pm")


def case(first_dose: str = "morning", *holds: Hold) -> Case:
    written = {
        "regimen": "ici-capox", "practice": "us", "options": {"ici": "pembrolizumab"}, "cycle": 1,
        "patient": {"sex": "female", "birth_date": "1960-03-01"}, "day1": DAY1.isoformat(),
        "basis": {"height_cm": "165", "weight_kg": "58.0", "weight_date": DAY1.isoformat()},
        "policy": {"first_dose": first_dose}, "chosen_plan": {DRUG: 0},
    }  # fmt: skip
    return replace(read_case(written), holds=holds)


def laid_out(asked: Case, changed: tuple[TabletsFrom, ...] = ()) -> Course:
    regimen, profile = load_regimen("ici-capox"), load_profile("us")
    policy, _ = resolve_policy(profile, None, asked.policy)
    order = answer(replace(asked, holds=()))
    return lay_out(regimen, profile, policy, asked, order, 2, changed={1: changed})


def day(cycle_day: int) -> date:
    return DAY1 + timedelta(days=cycle_day - 1)


def hold(first: int, half: Half, last: int | None = None, last_half: Half = "pm", drug: str = DRUG) -> Hold:
    return Hold(drug, day(first), None if last is None else day(last), "diarrhoea", half, last_half)


def taken(course: Course) -> list[tuple[int, str]]:
    return [(d.cycle_day, half) for d in course.cycle(1).days for half in d.swallow]


def test_a_hold_after_the_morning_of_day_9_leaves_17_doses_and_their_tablets() -> None:
    cycle = laid_out(case("morning", hold(9, "pm"))).cycle(1)
    ninth = cycle.days[8]
    assert cycle.oral_doses == 17 and cycle.planned_oral_doses == 28
    assert ninth.swallow == ("am",) and ninth.take[0].pm == {} and not ninth.rest
    assert ninth.held == ninth.part_held == (DRUG,)
    assert cycle.supply == {Decimal(150): 17, Decimal(500): 51}
    assert cycle.days[9].held == (DRUG,) and cycle.days[9].part_held == () and cycle.days[9].rest


def test_a_hold_that_ends_with_the_morning_lets_the_evening_be_taken() -> None:
    cycle = laid_out(case("morning", hold(9, "pm", 11, "am"))).cycle(1)
    assert cycle.oral_doses == 28 - 4
    assert cycle.days[10].swallow == ("pm",) and cycle.days[10].part_held == (DRUG,)
    assert cycle.last_dose == Moment(day(14), "pm")


def test_whole_days_mean_what_they_did() -> None:
    whole = laid_out(case("morning", Hold(DRUG, day(9), day(11), "diarrhoea")))
    assert whole.cycle(1).oral_doses == 22
    assert all(not one.part_held for one in whole.cycle(1).days)


def test_the_half_days_of_a_hold_are_written_and_read_and_whole_days_stay_as_they_were() -> None:
    halves = case("morning", hold(9, "pm", 11, "am"))
    written = write_case(halves)["holds"][0]
    assert (written["from_slot"], written["to_slot"]) == ("pm", "am")
    assert read_case(write_case(halves)) == halves
    assert set(write_case(case("morning", hold(9, "am", 11)))["holds"][0]) == {"drug", "from", "to", "reason"}


@pytest.mark.parametrize("wrong", [
    hold(9, "pm", 9, "am"), hold(1, "pm", drug="oxaliplatin"), hold(1, "am", 1, "am", drug="pembrolizumab"),
])  # fmt: skip
def test_a_hold_that_ends_before_it_begins_or_an_infusion_by_half_days_is_refused(wrong: Hold) -> None:
    with pytest.raises(Refused):
        laid_out(case("morning", wrong))
    with pytest.raises(Refused):
        if wrong.drug == DRUG:
            read_case(write_case(case("morning", wrong)))
        answer(case("morning", wrong))


def test_the_note_and_the_reminders_follow_the_half_day() -> None:
    held = laid_out(case("morning", hold(9, "pm", 11, "am")))
    said = [note.text for note in held.notes if note.kind == "hold"]
    assert said == ["capecitabine on hold from the evening of 10 Mar 2026 to the morning of 12 Mar 2026: diarrhoea"]
    from datetime import UTC, datetime

    stamp = datetime(2026, 3, 2, tzinfo=UTC)
    written = ics_bytes(held, cycle=1, course_uid="u", revision=1, stamp=stamp, reminders=Reminders()).decode()
    assert written.count("UID:u-tablets-1-") == 24 and "tablets-1-9-am" in written and "tablets-1-9-pm" not in written


def lower() -> TabletPlan:
    return answer(replace(case(), dose_percent={DRUG: Decimal(75)})).dose_of(DRUG).plans[0]


@pytest.mark.parametrize(("first_dose", "start"), [
    ("morning", (14, "pm")), ("morning", (1, "pm")), ("evening", (15, "am")), ("next_morning", (2, "pm")),
])  # fmt: skip
def test_other_tablets_are_taken_from_the_very_half_day_to_the_last(first_dose: str, start: tuple[int, Half]) -> None:
    plan = lower()
    changed = (TabletsFrom(DRUG, Moment(day(start[0]), start[1]), plan),)
    cycle = laid_out(case(first_dose), changed).cycle(1)
    for one in cycle.days:
        for take in one.take:
            for half, tablets in (("am", take.am), ("pm", take.pm)):
                expected = plan.am if (one.cycle_day, half) >= start else {Decimal(150): 1, Decimal(500): 3}
                assert tablets in ({}, expected)
    assert cycle.oral_doses == 28


def test_the_difference_names_the_day_of_the_new_tablets_once() -> None:
    held = case("morning", hold(9, "pm", 12, "am"))
    old, new = laid_out(held), laid_out(held, (TabletsFrom(DRUG, Moment(day(12), "pm"), lower()),))
    assert [(one.event, one.old, one.new) for one in difference(old, new)] == [("new_tablets", None, day(12))]


@given(
    first_dose=st.sampled_from(["morning", "evening", "next_morning"]),
    first=st.integers(0, 31),
    length=st.integers(0, 31),
    restart=st.integers(0, 31),
)
def test_doses_tablets_and_supply_add_up_for_every_hold(first_dose: str, first: int, length: int, restart: int) -> None:
    start, end, again = ((day(1 + half // 2), HALVES[half % 2]) for half in (first, first + length, restart))
    held = Hold(DRUG, start[0], end[0], "diarrhoea", start[1], end[1])
    plan = lower()
    cycle = laid_out(case(first_dose, held), (TabletsFrom(DRUG, Moment(*again), plan),)).cycle(1)
    later = {"morning": 0, "evening": 1, "next_morning": 2}[first_dose]
    due = [half for half in range(later, 28 + later) if not first <= half <= first + length]
    assert [(d, h) for d, h in taken_of(cycle.days)] == [(1 + half // 2, HALVES[half % 2]) for half in due]
    lowered = sum(half >= restart for half in due)
    full = len(due) - lowered
    expected = {Decimal(500): 3 * full, Decimal(150): full}
    for size, count in plan.am.items():
        expected[size] = expected.get(size, 0) + count * lowered
    assert cycle.supply == {size: count for size, count in sorted(expected.items()) if count}
    assert cycle.oral_doses == len(due)


def taken_of(days: object) -> list[tuple[int, str]]:
    return [(d.cycle_day, half) for d in days for half in d.swallow]  # type: ignore[attr-defined]
