"""What is kept with a printed revision: the course as it was printed, and what the same page can be made from again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, cast

from treatment_calendar.answer import as_json, difference_as_json
from treatment_calendar.course import BloodTest, Course, CourseCycle, CourseDay, Give, Half, Moment, Moved, Take

Object = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PrintedCourse:
    """A course as it was printed, with what the footer and the page of changes said."""

    course: Course
    printed_by: str
    printed_at: datetime
    replaces: int | None
    changed: tuple[Moved, ...]
    provisional: tuple[int, ...] = ()


def printed_text(printed: PrintedCourse) -> str:
    """The document stored with a printed revision."""
    document = {
        "course": as_json(printed.course),
        "printed_by": printed.printed_by,
        "printed_at": printed.printed_at.isoformat(),
        "replaces": printed.replaces,
        "changed": difference_as_json(printed.changed),
        "provisional": list(printed.provisional),
    }
    return json.dumps(document, ensure_ascii=False, sort_keys=True)


def read_printed(text: str) -> PrintedCourse | None:
    """The document read back; None for one that does not say how it was printed.

    Dates, infusions, tablets and blood tests come back as they were; supportive medicines, notes and alerts, which no
    difference looks at, are left out.
    """
    given = json.loads(text)
    if not isinstance(given, dict) or "course" not in given or "printed_at" not in given:
        return None
    course = given["course"]
    return PrintedCourse(
        course=Course(course["regimen"]["id"], tuple(_cycle(cycle) for cycle in course["cycles"]), (), ()),
        printed_by=given["printed_by"],
        printed_at=datetime.fromisoformat(given["printed_at"]),
        replaces=given["replaces"],
        changed=tuple(
            Moved(change["cycle"], change["event"], _date(change["old"]), _date(change["new"]))
            for change in given["changed"]
        ),
        provisional=tuple(given.get("provisional", ())),
    )


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _cycle(given: Object) -> CourseCycle:
    return CourseCycle(
        cycle=given["cycle"],
        phase=given["phase"],
        day1=date.fromisoformat(given["day1"]),
        last_day=date.fromisoformat(given["last_day"]),
        length=given["length_days"],
        days=tuple(_day(day, given["cycle"]) for day in given["days"]),
        first_dose=_moment(given["first_dose"]),
        last_dose=_moment(given["last_dose"]),
        oral_doses=given["oral_doses"],
        supply=_tablets(given["supply"]),
        decided=given["decided"],
        planned_oral_doses=given["planned_oral_doses"],
        blood_tests=tuple(
            BloodTest(date.fromisoformat(test["date"]), test["for_day"]) for test in given["blood_tests"]
        ),
        next_day1=_date(given["next_day1"]),
        next_blood_test=_date(given["next_blood_test"]),
    )


def _day(given: Object, cycle: int) -> CourseDay:
    take = Take("", _tablets(given["take"]["am"]), _tablets(given["take"]["pm"]))
    return CourseDay(
        date=date.fromisoformat(given["date"]),
        cycle=cycle,
        cycle_day=given["cycle_day"],
        visit=given["visit"],
        blood_test=given["blood_test"],
        cold_precautions=given["cold_precautions"],
        give=tuple(
            Give(give["drug"], None if give["dose_mg"] is None else Decimal(give["dose_mg"]), give["minutes"])
            for give in given["give"]
        ),
        held=tuple(given["held"]),
        swallow=tuple(cast(Half, half) for half in given["swallow"]),
        take=(take,) if take.am or take.pm else (),
        rest=given["rest"],
        supportive=(),
    )


def _tablets(given: Mapping[str, int]) -> dict[Decimal, int]:
    return {Decimal(strength): count for strength, count in given.items()}


def _moment(text: str | None) -> Moment | None:
    if text is None:
        return None
    on, _, half = text.partition(" ")
    return Moment(date.fromisoformat(on), cast(Half, half))
