"""Courses for the tests of the advice engine, from the shipped files."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from regimen.advice.advised import Advice, DrugAdvice
from regimen.advice.course_case import read_course
from regimen.advice.engine import advise_with
from regimen.library import load_profile, load_regimen

DAY1 = date(2026, 3, 23)


def day(number: int) -> str:
    """A cycle day of the case's cycle as ISO date; 0 is the day before day 1."""
    return (DAY1 + timedelta(days=number - 1)).isoformat()


def event(term: str, grade: int, start: int, gone: int | None = None, *laid: str, **said: Any) -> dict[str, Any]:
    """One event by cycle days: first day, the day it was gone, what it was laid to, what a person said."""
    made = {"term": term, "grade": grade, "date": day(start), "attributed_to": list(laid), **said}
    return made if gone is None else {**made, "resolved": day(gone)}


def lab(value: str, unit: str = "U/L", uln: str | None = None, baseline: str | None = None) -> dict[str, Any]:
    """One value with what is known of it."""
    known = {"value": value, "unit": unit, "uln": uln, "baseline": baseline}
    return {key: said for key, said in known.items() if said is not None}


def course_json(regimen: str = "ici-capox", ici: str = "pembrolizumab", **changes: Any) -> dict[str, Any]:
    """A case of cycle 2, full dose before, without events or values."""
    made: dict[str, Any] = {
        "regimen": regimen,
        "practice": "us",
        "patient": {"sex": "female", "birth_date": "1958-03-01"},
        "basis": {"height_cm": 165, "weight_kg": "58.0"},
        "cycle": 2,
        "day1": DAY1.isoformat(),
    }
    if regimen == "ici-capox":
        made["options"] = {"ici": ici}
    return {**made, **changes}


def advised(
    regimen: str = "ici-capox", limit_set: str = "", profile_changes: Mapping[str, Any] | None = None, **changes: Any
) -> Advice:
    """The advice for such a course; limit_set: a named set of treatment-day limits in the place of the profile's."""
    asked = read_course(course_json(regimen, **changes))
    profile = replace(load_profile(asked.case.practice), **(profile_changes or {}))
    if limit_set:
        profile = replace(profile, limit_sets={regimen: limit_set})
    return advise_with(load_regimen(regimen), profile, asked.case, None, asked.day, asked.on)


def of(drug: str, **changes: Any) -> DrugAdvice:
    """The advice for one drug."""
    return advised(**changes).of(drug)


def rules_of(advice: DrugAdvice) -> set[str]:
    """The ids of every rule that fired."""
    return {one.rule for one in advice.fired}
