"""The JSON of a course: exact text, nothing lost."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from regimen.order import Alert
from treatment_calendar.answer import as_json
from treatment_calendar.answer_text import as_text
from treatment_calendar.course import Course, CourseDay, Take


def with_day(course: Course, **changes: Any) -> Course:
    """The course with its first day changed."""
    first = course.cycles[0]
    day: CourseDay = replace(first.days[0], **changes)
    return replace(course, cycles=(replace(first, days=(day, *first.days[1:])), *course.cycles[1:]))


def test_doses_and_strengths_are_exact_text(small: Any) -> None:
    course = small.course(cycles=1)
    give = replace(course.cycles[0].days[0].give[0], dose_mg=Decimal("0.1") + Decimal("0.2"))
    changed = with_day(course, give=(give,), take=(Take("a", {Decimal("500.0"): 3, Decimal("1E+2"): 1}, {}),))
    day = as_json(changed)["cycles"][0]["days"][0]
    assert day["give"][0]["dose_mg"] == "0.3"
    assert day["take"] == {"am": {"100": 1, "500": 3}, "pm": {}}


def test_two_drugs_by_mouth_are_added_up_and_kept_apart(small: Any) -> None:
    one, other = Take("a", {Decimal(150): 1}, {}), Take("b", {Decimal(150): 2, Decimal(20): 1}, {Decimal(20): 1})
    take = as_json(with_day(small.course(cycles=1), take=(one, other)))["cycles"][0]["days"][0]["take"]
    assert (take["am"], take["pm"]) == ({"20": 1, "150": 3}, {"20": 1})
    assert take["by_drug"] == {"a": {"am": {"150": 1}, "pm": {}}, "b": {"am": {"20": 1, "150": 2}, "pm": {"20": 1}}}


def test_every_date_of_every_cycle_is_in_the_answer(small: Any) -> None:
    course = small.course(small.put_off((2, 7, "all")), 3)
    answer = as_json(course)
    dates = [day["date"] for cycle in answer["cycles"] for day in cycle["days"]]
    assert dates == [day.date.isoformat() for cycle in course.cycles for day in cycle.days]
    assert [cycle["length_days"] for cycle in answer["cycles"]] == [28, 21, 21]
    assert answer["cycles"][0]["next_day1"] == date(2026, 3, 30).isoformat()


def test_the_alerts_of_the_order_stand_apart_and_decide_about_release(small: Any) -> None:
    order = replace(small.order(1), alerts=(Alert("creatinine-missing", "stop", "", {}, ""),))
    answer = as_json(small.course(cycles=1), order, ("policy.bsa_formula",))
    assert answer["alerts"] == []
    assert [alert["code"] for alert in answer["order_alerts"]] == ["creatinine-missing"]
    assert answer["released"] is False and answer["defaults_used"] == ["policy.bsa_formula"]


def test_the_text_for_a_person_names_holds_and_the_doses_that_are_left(small: Any) -> None:
    case = replace(small.case, stopped={"capecitabine": date(2026, 3, 9)})
    text = as_text(small.course(case, 1))
    assert "14 doses of 28" in text
    assert "not given  capecitabine: Mon 2026-03-09 to Sun 2026-03-15" in text
    assert "supply     42 x 500 mg + 14 x 150 mg" in text
