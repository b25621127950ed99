"""A case seen as a course: the days 1 counted back, how far an event has come, which entries are occurrences."""

from datetime import date, timedelta
from typing import Any

import pytest

from regimen.advice.course import Course, course_of
from regimen.advice.course_case import read_course
from regimen.advice.episodes import occurrences
from regimen.library import load_regimen
from tests.regimen.advice.course_cases import DAY1, course_json, event, lab


def course(**changes: Any) -> Course:
    return course_of(load_regimen("ici-capox"), read_course(course_json(**changes)).case, "us")


@pytest.mark.parametrize(
    ("changes", "before"),
    [
        ({}, date(2026, 3, 2)),
        ({"previous": {"last_day1": "2026-02-23"}}, date(2026, 2, 23)),
        ({"history": [{"cycle": 1, "day1": "2026-02-24"}]}, date(2026, 2, 24)),
        ({"history": [{"cycle": 1, "day1": "2026-02-24"}], "previous": {"last_day1": "2026-02-23"}}, date(2026, 2, 24)),
        ({"delays": [{"cycle": 2, "days": 7, "reason": "neutropenia", "shift": "all"}]}, date(2026, 3, 2)),
    ],
    ids=["counted back", "as said last", "of the history", "the history first", "not moved by this cycle's own delay"],
)
def test_day_1_of_the_cycle_before(changes: dict[str, Any], before: date) -> None:
    found = course(**changes)
    assert found.day1_of(1) == before
    assert found.day1_of(2) == DAY1 + timedelta(days=found.put_off)


def test_an_event_gone_by_day_1_of_the_cycle_before_is_past_and_one_gone_since_is_over() -> None:
    gone = read_course(course_json(events=[event("Diarrhea", 2, -26, -22), event("Diarrhea", 2, -26, -20)])).case.events
    counted_back, as_said = course(), course(previous={"last_day1": "2026-02-23"})
    assert [counted_back.stage(one) for one in gone] == ["past", "past"]
    assert [as_said.stage(one) for one in gone] == ["over", "over"]


def test_the_event_itself_counts_also_below_the_grade_from_which_others_are_counted() -> None:
    found = course(events=[event("Diarrhea", 3, -20, -17), event("Diarrhea", 1, -10, -8), event("Diarrhea", 1, -3)])
    first, mild, last = found.case.events
    days = occurrences(last, found, found.case.events, ("Diarrhea",), 2)
    assert days == (first.date, last.date) and mild.date not in days
    assert occurrences(first, found, found.case.events, ("Diarrhea",), 2) == (first.date,)


@pytest.mark.parametrize(("neutrophils", "ends"), [("2.1", True), ("1.5", True), ("1.49", False)])
def test_a_later_value_of_grade_0_or_1_ends_an_open_entry_and_one_of_grade_2_does_not(
    neutrophils: str, ends: bool
) -> None:
    value = {**lab(neutrophils, "10^9/L"), "lln": "2.0", "date": DAY1.isoformat()}
    found = course(labs={"neutrophils": value}, events=[event("Neutrophil count decreased", 3, -10)])
    assert [(one.grade, one.resolved) for one in found.ended] == ([(3, DAY1)] if ends else [])
