"""The appointments on a phone, read back by the library that others use too."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from regimen.given import Hold, Patient
from treatment_calendar.course import Course
from treatment_calendar.ics import Reminders, ics_bytes

STAMP = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
UID = "5b0f6c1e-4c5d-4a55-9a1e-2f6f0c1d9d11"


def read(course: Course, **more: Any) -> Calendar:
    given: dict[str, Any] = {"cycle": 1, "course_uid": UID, "revision": 1, "stamp": STAMP} | more
    return Calendar.from_ical(ics_bytes(course, **given))


def by_uid(calendar: Calendar) -> dict[str, Any]:
    return {str(event["uid"]).removeprefix(UID + "-"): event for event in calendar.events}


def test_visits_and_blood_tests_of_the_current_cycle_only(small: Any) -> None:
    events = by_uid(read(small.course()))
    assert {uid: (event.decoded("dtstart"), str(event["summary"])) for uid, event in events.items()} == {
        "blood-test-1-1@capox-planner": (date(2026, 2, 27), "Blood test (for cycle 1, day 1)"),
        "visit-1-1@capox-planner": (date(2026, 3, 2), "Infusion (cycle 1, day 1)"),
        "blood-test-2-1@capox-planner": (date(2026, 3, 20), "Blood test (for cycle 2, day 1)"),
    }


def test_a_date_without_a_time_is_an_all_day_entry(small: Any) -> None:
    event = by_uid(read(small.course()))["visit-1-1@capox-planner"]
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
    assert event.decoded("dtstamp") == STAMP


def test_a_time_stands_in_the_zone_of_the_site_and_the_zone_is_described(small: Any) -> None:
    calendar = read(
        small.course(), times={date(2026, 3, 2): time(9, 15)}, zone=ZoneInfo("Europe/London"), reminders=Reminders()
    )
    event = by_uid(calendar)["visit-1-1@capox-planner"]
    assert event["dtstart"].params["TZID"] == "Europe/London"
    assert event.decoded("dtstart").isoformat() == "2026-03-02T09:15:00+00:00"
    assert [str(zone["tzid"]) for zone in calendar.timezones] == ["Europe/London"]


def test_tablet_reminders_come_on_request_and_ring(small: Any) -> None:
    plain, full = read(small.course()), read(small.course(first_dose="evening"), reminders=Reminders())
    assert not [uid for uid in by_uid(plain) if uid.startswith("tablets")]
    tablets = {uid: event for uid, event in by_uid(full).items() if uid.startswith("tablets")}
    assert len(tablets) == 28
    assert tablets["tablets-1-1-pm@capox-planner"].decoded("dtstart").isoformat() == "2026-03-02T20:00:00"
    assert tablets["tablets-1-15-am@capox-planner"].decoded("dtstart").isoformat() == "2026-03-16T08:00:00"
    assert all(len(event.alarms.times) == 1 for event in tablets.values())


def test_a_later_revision_moves_the_same_entries(small: Any) -> None:
    old = small.course()
    new = small.course(small.put_off((2, 7, "all")))
    first, second = read(old), read(new, revision=2, replaces=old)
    assert set(by_uid(first)) == set(by_uid(second))
    moved = by_uid(second)["blood-test-2-1@capox-planner"]
    assert (moved.decoded("dtstart"), moved["sequence"]) == (date(2026, 3, 27), 2)
    assert by_uid(first)["blood-test-2-1@capox-planner"]["sequence"] == 1


def test_an_entry_that_falls_away_is_cancelled(small: Any) -> None:
    old = small.course()
    hold = Hold("capecitabine", date(2026, 3, 9), date(2026, 3, 9), "diarrhoea")
    new = small.course(replace(small.case, holds=(hold,)))
    events = by_uid(read(new, revision=2, replaces=old, reminders=Reminders()))
    cancelled = {uid for uid, event in events.items() if event.get("status") == "CANCELLED"}
    assert cancelled == {"tablets-1-8-am@capox-planner", "tablets-1-8-pm@capox-planner"}


def test_nothing_of_the_patient_or_the_drugs_stands_in_it_unless_asked(small: Any) -> None:
    case = replace(small.case, patient=Patient("female", date(1958, 3, 1), "Ann Example", ("MRN 0042",)))
    given: dict[str, Any] = {"cycle": 1, "course_uid": UID, "revision": 1, "stamp": STAMP}
    written = ics_bytes(small.course(case), **given).decode()
    for word in ("Example", "0042", "1958", "oxaliplatin", "pembrolizumab", "capecitabine", "210"):
        assert word not in written
    assert "oxaliplatin" in ics_bytes(small.course(case), drug_names=True, **given).decode()


def test_the_same_course_gives_the_same_bytes(small: Any) -> None:
    given: dict[str, Any] = {"cycle": 1, "course_uid": UID, "revision": 1, "stamp": STAMP, "reminders": Reminders()}
    assert ics_bytes(small.course(), **given) == ics_bytes(small.course(), **given)


def test_lines_end_and_fold_as_the_format_asks(small: Any) -> None:
    written = ics_bytes(small.course(), cycle=1, course_uid=UID, revision=1, stamp=STAMP)
    assert written.startswith(b"BEGIN:VCALENDAR\r\n") and written.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert b"\nVERSION:2.0\r\n" in written and b"PRODID:" in written


def test_a_stamp_without_a_zone_is_our_mistake(small: Any) -> None:
    with pytest.raises(ValueError, match="zone"):
        ics_bytes(small.course(), cycle=1, course_uid=UID, revision=1, stamp=datetime(2026, 3, 1))  # noqa: DTZ001
