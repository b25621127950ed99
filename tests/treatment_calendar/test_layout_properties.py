"""What holds for every course, whatever its dates, delays and holds."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from regimen.given import Delay, Hold
from treatment_calendar.course import Course
from treatment_calendar.replan import difference, events_of

day_ones = st.dates(date(2000, 1, 1), date(2090, 12, 31))
first_doses = st.sampled_from(["morning", "evening", "next_morning"])
delays_of_all = st.lists(
    st.builds(Delay, st.integers(1, 8), st.integers(0, 60), st.just("x"), st.just("all")), max_size=4
)
delays_of_one = st.lists(
    st.builds(Delay, st.integers(1, 8), st.integers(0, 6), st.just("x"), st.just("this")), max_size=2
)
drugs = st.sampled_from(["pembrolizumab", "oxaliplatin", "capecitabine"])


@st.composite
def holds(draw: st.DrawFn) -> Hold:
    start = date(2026, 3, 2) + timedelta(days=draw(st.integers(-5, 180)))
    end = draw(st.one_of(st.none(), st.integers(0, 40).map(lambda days: start + timedelta(days=days))))
    return Hold(draw(drugs), start, end, "x")


def dates_of(course: Course) -> list[date]:
    return [day.date for cycle in course.cycles for day in cycle.days]


@given(day1=day_ones, first_dose=first_doses, delays=delays_of_all, cycles=st.integers(1, 12))
def test_every_date_once_in_order_and_28_doses_in_every_cycle(
    small: Any, day1: date, first_dose: str, delays: list[Delay], cycles: int
) -> None:
    case = replace(small.case, day1=day1, delays=tuple(delays), site=None)
    course = small.course(case, cycles, first_dose=first_dose)
    dates = dates_of(course)
    assert dates == [dates[0] + timedelta(days=number) for number in range(len(dates))]
    assert {cycle.oral_doses for cycle in course.cycles} == {28}
    assert dict(course.cycle(1).supply) == {Decimal(150): 28, Decimal(500): 84}
    for before, after in zip(course.cycles, course.cycles[1:], strict=False):
        assert after.day1 == before.day1 + timedelta(days=before.length) == before.next_day1
        assert before.last_day == after.day1 - timedelta(days=1)
        assert before.length >= 21


@given(day1=day_ones, delays=delays_of_all)
def test_delays_that_move_everything_add_up(small: Any, day1: date, delays: list[Delay]) -> None:
    case = replace(small.case, day1=day1, site=None)
    plain, late = small.course(case), small.course(replace(case, delays=tuple(delays)))
    for cycle in plain.cycles:
        days = sum(delay.days for delay in delays if delay.cycle <= cycle.cycle)
        assert late.cycle(cycle.cycle).day1 == cycle.day1 + timedelta(days=days)


@given(delays=delays_of_one, cycle=st.integers(1, 8))
def test_a_delay_of_one_cycle_leaves_the_others(small: Any, delays: list[Delay], cycle: int) -> None:
    plain = small.course(small.case)
    late = small.course(replace(small.case, delays=tuple(delays)))
    days = sum(delay.days for delay in delays if delay.cycle == cycle)
    assert late.cycle(cycle).day1 == plain.cycle(cycle).day1 + timedelta(days=days)


@given(held=st.lists(holds(), max_size=3), delays=delays_of_all)
def test_a_hold_never_adds_a_dose_or_moves_a_date(small: Any, held: list[Hold], delays: list[Delay]) -> None:
    case = replace(small.case, delays=tuple(delays))
    free, on_hold = small.course(case), small.course(replace(case, holds=tuple(held)))
    assert dates_of(free) == dates_of(on_hold)
    for one, other in zip(free.cycles, on_hold.cycles, strict=True):
        for day, day_held in zip(one.days, other.days, strict=True):
            assert set(day_held.swallow) <= set(day.swallow)
            assert {give.drug for give in day_held.give} <= {give.drug for give in day.give}
            taken_away = {give.drug for give in day.give} - {give.drug for give in day_held.give}
            taken_away |= {"capecitabine"} if set(day.swallow) - set(day_held.swallow) else set()
            assert taken_away == set(day_held.held)
        halves = sum(len(day.swallow) for day in other.days)
        assert other.oral_doses == halves
        assert other.supply == (
            {} if not other.decided or not halves else {Decimal(150): halves, Decimal(500): 3 * halves}
        )


@given(delays=delays_of_all, held=st.lists(holds(), max_size=2), first_dose=first_doses)
def test_a_course_does_not_differ_from_itself(
    small: Any, delays: list[Delay], held: list[Hold], first_dose: str
) -> None:
    case = replace(small.case, delays=tuple(delays), holds=tuple(held))
    course, again = (small.course(case, first_dose=first_dose) for _ in range(2))
    assert difference(course, again) == ()


def moments(course: Course) -> set[tuple[int, str, date]]:
    """Every event a person is told of, tablets apart."""
    return {
        (cycle.cycle, name, on)
        for cycle in course.cycles
        for (name, _), on in events_of(cycle).items()
        if not name.startswith("tablets_")
    }


@settings(max_examples=60)
@given(delays=delays_of_all, held=st.lists(holds(), max_size=2), ones=delays_of_one, cycles=st.integers(6, 8))
def test_the_difference_explains_every_change(
    small: Any, delays: list[Delay], held: list[Hold], ones: list[Delay], cycles: int
) -> None:
    old = small.course(replace(small.case, delays=tuple(delays)))
    new = small.course(replace(small.case, delays=(*delays, *ones), holds=tuple(held)), cycles)
    moved = difference(old, new)
    gone = {(m.cycle, m.event, m.old) for m in moved if m.old is not None}
    come = {(m.cycle, m.event, m.new) for m in moved if m.new is not None}
    tablets = {"tablets_am", "tablets_pm"}
    assert moments(old) - moments(new) <= gone
    assert moments(new) - moments(old) <= come
    assert {event for event in gone if event[1] not in tablets} <= moments(old)
    assert {event for event in come if event[1] not in tablets} <= moments(new)
    assert not any(m.old == m.new for m in moved)
    for cycle in {c.cycle for c in old.cycles} & {c.cycle for c in new.cycles}:
        before, after = events_of(old.cycle(cycle)), events_of(new.cycle(cycle))
        lost = {key for key in before.keys() - after.keys() if key[0] in tablets}
        assert len(lost) == sum(1 for m in moved if m.cycle == cycle and m.event in tablets and m.new is None)
