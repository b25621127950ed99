"""A course as the JSON object of `capox plan`."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from regimen.alerts import words
from regimen.numbers import plain
from regimen.order import Alert, CycleOrder
from regimen.supportive import WHERE
from treatment_calendar.course import (
    BloodTest,
    Course,
    CourseCycle,
    CourseDay,
    Give,
    Moment,
    Moved,
    Note,
    SupportiveToday,
    Take,
)


def as_json(course: Course, order: CycleOrder | None = None, defaults_used: Iterable[str] = ()) -> dict[str, Any]:
    """The contract's shape, with more keys beside it.

    order          the order of the case's own cycle; its alerts stand under `order_alerts`, apart from the dates'
    defaults_used  what fell back to the practice profile
    """
    answer: dict[str, Any] = {
        "regimen": {"id": course.regimen_id},
        "defaults_used": list(defaults_used),
        "cycles": [_cycle(cycle) for cycle in course.cycles],
        "notes": [_note(note) for note in course.notes],
        "alerts": [_alert(alert) for alert in course.alerts],
    }
    if order is not None:
        answer["regimen"] |= {"version": order.regimen_version, "sha256": order.regimen_sha256}
        answer["practice"] = {"id": order.practice_id, "sha256": order.practice_sha256}
        answer["order_alerts"] = [_alert(alert) for alert in order.alerts]
        answer["released"] = order.released and not any(alert.severity == "stop" for alert in course.alerts)
    return answer


def difference_as_json(moved: Iterable[Moved]) -> list[dict[str, Any]]:
    """Each changed event with its old and new date."""
    return [
        {
            "cycle": change.cycle,
            "event": change.event,
            "old": None if change.old is None else change.old.isoformat(),
            "new": None if change.new is None else change.new.isoformat(),
        }
        for change in moved
    ]


def _cycle(cycle: CourseCycle) -> dict[str, Any]:
    return {
        "cycle": cycle.cycle,
        "phase": cycle.phase,
        "day1": cycle.day1.isoformat(),
        "last_day": cycle.last_day.isoformat(),
        "length_days": cycle.length,
        "next_day1": None if cycle.next_day1 is None else cycle.next_day1.isoformat(),
        "next_blood_test": None if cycle.next_blood_test is None else cycle.next_blood_test.isoformat(),
        "decided": cycle.decided,
        "days": [_day(day) for day in cycle.days],
        "blood_tests": [_blood_test(test) for test in cycle.blood_tests],
        "first_dose": _moment(cycle.first_dose),
        "last_dose": _moment(cycle.last_dose),
        "oral_doses": cycle.oral_doses,
        "planned_oral_doses": cycle.planned_oral_doses,
        "supply": _tablets(cycle.supply),
        "supportive": {
            "ordered": cycle.supportive_ordered,
            "as_needed": {where: [_supportive(s) for s in cycle.as_needed if s.where == where] for where in WHERE},
        },
    }


def _supportive(today: SupportiveToday) -> dict[str, Any]:
    return {
        "id": today.id,
        "name": today.name,
        "dose": today.dose,
        "where": today.where,
        "times": list(today.times),
        "call_first": today.call_first,
        "changed": today.changed,
    }


def _day(day: CourseDay) -> dict[str, Any]:
    part = {"part_held": list(day.part_held)} if day.part_held else {}
    return part | {
        "date": day.date.isoformat(),
        "cycle_day": day.cycle_day,
        "visit": day.visit,
        "blood_test": day.blood_test,
        "cold_precautions": day.cold_precautions,
        "give": [_give(give) for give in day.give],
        "held": list(day.held),
        "swallow": list(day.swallow),
        "take": _take(day.take),
        "rest": day.rest,
        "supportive": [_supportive(today) for today in day.supportive],
    }


def _give(give: Give) -> dict[str, Any]:
    dose = None if give.dose_mg is None else plain(give.dose_mg)
    return {"drug": give.drug, "dose_mg": dose, "minutes": give.minutes}


def _take(takes: tuple[Take, ...]) -> dict[str, Any]:
    """All tablets of the date by strength; with more than one oral drug `by_drug` keeps them apart."""
    together: dict[str, Any] = {"am": {}, "pm": {}}
    for take in takes:
        for half, tablets in (("am", take.am), ("pm", take.pm)):
            for strength, count in _tablets(tablets).items():
                together[half][strength] = together[half].get(strength, 0) + count
    if len(takes) > 1:
        together["by_drug"] = {take.drug: {"am": _tablets(take.am), "pm": _tablets(take.pm)} for take in takes}
    return together


def _tablets(tablets: Mapping[Decimal, int]) -> dict[str, int]:
    return {plain(strength): count for strength, count in sorted(tablets.items()) if count}


def _moment(moment: Moment | None) -> str | None:
    return None if moment is None else str(moment)


def _blood_test(test: BloodTest) -> dict[str, Any]:
    return {"date": test.date.isoformat(), "for_day": test.for_day}


def _note(note: Note) -> dict[str, Any]:
    return {"date": note.date.isoformat(), "kind": note.kind, "cycle": note.cycle, "text": note.text}


def _alert(alert: Alert) -> dict[str, Any]:
    title, text = words(alert)
    proposed = None if alert.proposed_percent is None else plain(alert.proposed_percent)
    return {
        "code": alert.code, "severity": alert.severity, "drug": alert.drug or None, "title": title, "text": text,
        "proposed_percent": proposed, "params": dict(alert.params), "source": alert.source,
    }  # fmt: skip
