"""Supportive care on dates: as ordered with the cycle, otherwise as listed; held and moved with the treatment day."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regimen.given import Delay, Hold
from regimen.supportive import OrderedItem, Supportive, SupportiveOrder
from treatment_calendar.answer import as_json
from treatment_calendar.course import CourseCycle

DAY1 = date(2026, 3, 2)


def item(ident: str, where: Any, days: tuple[int, ...], **more: Any) -> OrderedItem:
    times = ("morning",) if days else ()
    return OrderedItem(Supportive(ident, ident, "1 mg", days, where, times, "", "", **more), reason="chosen")


def ordered(small: Any, *items: OrderedItem, **changes: Any) -> CourseCycle:
    order = replace(small.order(1), supportive=SupportiveOrder(items))
    case = replace(small.case, supportive=order.supportive, **changes)
    first: CourseCycle = small.course(case, 2, order=order).cycle(1)
    return first


def test_what_was_ordered_stands_on_its_days_and_the_next_cycle_has_the_list(small: Any) -> None:
    own = item("granisetron", "clinic", (1,)), item("loperamide", "home", (), call_first_with=("inhibitor",))
    order = replace(small.order(1), supportive=SupportiveOrder(own))
    course = small.course(small.case, 2, order=order)
    first, second = course.cycles
    assert first.supportive_ordered and not second.supportive_ordered
    assert [(one.id, one.ordered, one.changed) for one in first.days[0].supportive] == [("granisetron", True, True)]
    assert not first.days[1].supportive
    assert [(one.id, one.call_first) for one in first.as_needed] == [("loperamide", True)]
    assert [(one.id, one.ordered) for one in second.days[0].supportive] == [("ondansetron", False)]
    assert [one.id for one in second.as_needed] == ["loperamide"]
    written = as_json(course)["cycles"][0]["supportive"]
    assert written["ordered"] and written["as_needed"]["clinic"] == []
    assert [one["id"] for one in written["as_needed"]["home"]] == ["loperamide"]


def test_a_cycle_ahead_has_the_list_although_its_doses_are_shown_as_they_would_be_today(small: Any) -> None:
    care = SupportiveOrder((item("granisetron", "clinic", (1,)),))
    today = {2: replace(small.order(2), supportive=care)}
    course = small.course(small.case, 2, order=replace(small.order(1), supportive=care), planned=today)
    assert course.cycle(2).days[0].give and not course.cycle(2).supportive_ordered
    assert [(one.id, one.ordered) for one in course.cycle(2).days[0].supportive] == [("ondansetron", False)]


def test_nothing_ordered_is_nothing_given_and_not_the_list(small: Any) -> None:
    first = ordered(small)
    assert first.supportive_ordered and first.as_needed == ()
    assert not any(day.supportive for day in first.days)


def test_an_order_of_before_goes_by_the_list(small: Any) -> None:
    first = small.course(small.case, 1).cycle(1)
    assert not first.supportive_ordered
    assert [one.id for one in first.days[0].supportive] == ["ondansetron"]


def test_it_is_left_out_while_the_treatment_day_is_held_and_moves_with_day_1(small: Any) -> None:
    away = tuple(Hold(drug, DAY1, DAY1, "x") for drug in ("pembrolizumab", "oxaliplatin"))
    assert not any(day.supportive for day in ordered(small, item("a", "home", (1, 2)), holds=away).days)
    moved = ordered(small, item("a", "home", (1, 2)), delays=(Delay(1, 3, "x"),))
    assert [day.date for day in moved.days if day.supportive] == [date(2026, 3, 5), date(2026, 3, 6)]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(("clinic", "home")), st.sets(st.integers(1, 21), max_size=5).map(sorted)), max_size=8
    )
)
def test_every_ordered_item_stands_on_each_of_its_days_or_for_need_and_in_one_place(
    small: Any, wanted: list[tuple[str, list[int]]]
) -> None:
    items = [item(f"i{number}", where, tuple(days)) for number, (where, days) in enumerate(wanted)]
    first = ordered(small, *items)
    laid = {(one.id, one.where, day.cycle_day) for day in first.days for one in day.supportive}
    assert laid == {(one.item.id, one.item.where, day) for one in items for day in one.item.days}
    assert [(one.id, one.where) for one in first.as_needed] == [
        (one.item.id, one.item.where) for one in items if not one.item.days
    ]
