"""The clocks change, the dates do not."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzlocal

# zone, day 1 before its spring change of 2026, the change, day 1 before its autumn change, the change
ZONES = [
    ("Europe/London", "2026-03-09", "2026-03-29", "+1", "2026-10-12", "2026-10-25", "-1"),
    ("America/New_York", "2026-03-02", "2026-03-08", "+1", "2026-10-19", "2026-11-01", "-1"),
    ("Australia/Lord_Howe", "2026-09-21", "2026-10-04", "+0.5", "2026-03-23", "2026-04-05", "-0.5"),
]


@pytest.fixture
def local_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The machine's zone, as TZ sets it."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("zone", "spring", "on", "hours", "autumn", "off", "back"), ZONES, ids=[row[0] for row in ZONES]
)
def test_both_changes_are_noted_on_their_day(
    small: Any, zone: str, spring: str, on: str, hours: str, autumn: str, off: str, back: str
) -> None:
    for day1, change, by in ((spring, on, hours), (autumn, off, back)):
        case = small.starting(date.fromisoformat(day1))
        course = small.course(case, 1, zone=ZoneInfo(zone))
        notes = [note for note in course.notes if note.kind == "clock_change"]
        assert [(note.date.isoformat(), note.params["hours"]) for note in notes] == [(change, by)]
        assert course.cycles == small.course(case, 1).cycles


def test_no_note_where_no_change_falls_within(small: Any) -> None:
    course = small.course(small.starting(date(2026, 6, 1)), 2, zone=ZoneInfo("Europe/London"))
    assert not [note for note in course.notes if note.kind == "clock_change"]
    shanghai = small.course(cycles=8, zone=ZoneInfo("Asia/Shanghai"))
    assert not [note for note in shanghai.notes if note.kind == "clock_change"]


@pytest.mark.parametrize("local_zone", ["Europe/London", "America/New_York", "Pacific/Auckland", "UTC"], indirect=True)
@pytest.mark.parametrize("day1", [date(2026, 3, 2), date(2026, 3, 23), date(2026, 10, 19), date(2026, 9, 14)])
def test_the_machines_zone_moves_no_date(small: Any, local_zone: str, day1: date) -> None:
    case = replace(small.case, day1=day1)
    course = small.course(case, 3, zone=tzlocal())
    days = [day.date for cycle in course.cycles for day in cycle.days]
    assert days == [date.fromordinal(day1.toordinal() + number) for number in range(63)]
    assert {cycle.oral_doses for cycle in course.cycles} == {28}
    noted = {note.date for note in course.notes if note.kind == "clock_change"}
    by_name = small.course(case, 3, zone=ZoneInfo(local_zone))
    assert noted == {note.date for note in by_name.notes if note.kind == "clock_change"}
