"""Appointments of one cycle as iCalendar (RFC 5545), for the calendar on a phone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from treatment_calendar.course import Course, CourseCycle, Half
from treatment_calendar.notes import words

PRODUCT = "-//CAPOX Planner//Treatment dates//EN"


@dataclass(frozen=True, slots=True)
class Reminders:
    """When tablet reminders are due, by the local clock."""

    am: time = time(8, 0)
    pm: time = time(20, 0)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry before it is written. key: stable name inside the course; at: time of day, None all day."""

    key: str
    on: date
    at: time | None
    summary: str
    reminder: bool = False


def ics_bytes(
    course: Course,
    *,
    cycle: int,
    course_uid: str,
    revision: int,
    stamp: datetime,
    replaces: Course | None = None,
    reminders: Reminders | None = None,
    times: Mapping[date, time] | None = None,
    zone: ZoneInfo | None = None,
    drug_names: bool = False,
    language: str = "en",
) -> bytes:
    """The visits, infusions and blood tests of one cycle; on request its tablet times.

    course_uid   an id of the course that says nothing of the patient; with cycle and event it makes the UID, so that
                 a later revision moves an entry instead of adding one
    revision     SEQUENCE of every entry
    stamp        moment of export, with zone
    replaces     the layout of the revision before: entries that have fallen away are cancelled
    times        date -> time of the appointment; a date without one is an all-day entry
    zone         zone of the times and reminders, written with its VTIMEZONE; None: the phone's own local time
    drug_names   name the drugs of an infusion; off by default, as a phone's calendar is read by others
    raises       KeyError when the cycle is not laid out; ValueError for a stamp without a zone
    """
    if stamp.tzinfo is None:
        raise ValueError("the stamp needs a time zone")
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words("calendar", "ics", language))
    entries = {entry.key: entry for entry in _entries(course, cycle, reminders, times or {}, drug_names, language)}
    for entry in entries.values():
        calendar.add_component(_event(entry, course_uid, revision, stamp, zone, language))
    for entry in _fallen_away(replaces, cycle, reminders, times or {}, drug_names, language):
        if entry.key not in entries:
            event = _event(entry, course_uid, revision, stamp, zone, language)
            event.add("status", "CANCELLED")
            calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _fallen_away(
    old: Course | None,
    cycle: int,
    reminders: Reminders | None,
    times: Mapping[date, time],
    drug_names: bool,
    language: str,
) -> Iterator[_Entry]:
    if old is not None and any(laid_out.cycle == cycle for laid_out in old.cycles):
        yield from _entries(old, cycle, reminders, times, drug_names, language)


def _entries(
    course: Course,
    number: int,
    reminders: Reminders | None,
    times: Mapping[date, time],
    drug_names: bool,
    language: str,
) -> Iterator[_Entry]:
    cycle = course.cycle(number)
    for test in _tests(cycle):
        text = words("blood_test", "ics", language, cycle=test[0], day=test[1])
        yield _Entry(f"blood-test-{test[0]}-{test[1]}", test[2], times.get(test[2]), text)
    for day in cycle.days:
        place = {"cycle": number, "day": day.cycle_day}
        if day.give:
            text = words("infusion", "ics", language, **place)
            named = f"{text}: {', '.join(give.drug for give in day.give)}" if drug_names else text
            yield _Entry(f"visit-{number}-{day.cycle_day}", day.date, times.get(day.date), named)
        elif day.visit:
            text = words("visit", "ics", language, **place)
            yield _Entry(f"visit-{number}-{day.cycle_day}", day.date, times.get(day.date), text)
        for half in day.swallow if reminders is not None else ():
            text = words(f"tablets_{half}", "ics", language, **place)
            yield _Entry(f"tablets-{number}-{day.cycle_day}-{half}", day.date, _due(reminders, half), text, True)


def _due(reminders: Reminders | None, half: Half) -> time:
    assert reminders is not None
    return reminders.am if half == "am" else reminders.pm


def _tests(cycle: CourseCycle) -> Iterator[tuple[int, int, date]]:
    """Cycle number, cycle day and date of the blood tests for this cycle and for the next day 1."""
    for test in cycle.blood_tests:
        yield cycle.cycle, test.for_day, test.date
    if cycle.next_blood_test is not None:
        yield cycle.cycle + 1, 1, cycle.next_blood_test


def _event(
    entry: _Entry, course_uid: str, revision: int, stamp: datetime, zone: ZoneInfo | None, language: str
) -> Event:
    event = Event()
    event.add("uid", f"{course_uid}-{entry.key}@capox-planner")
    event.add("sequence", revision)
    event.add("dtstamp", stamp)
    event.add("summary", entry.summary)
    event.add("description", words("ask", "ics", language))
    event.add("class", "PRIVATE")
    if entry.at is None:
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        return event
    start = datetime.combine(entry.on, entry.at, tzinfo=zone)
    event.add("dtstart", start)
    event.add("duration", timedelta(minutes=15 if entry.reminder else 60))
    if entry.reminder:
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.summary)
        alarm.add("trigger", timedelta(0))
        event.add_component(alarm)
    return event
