"""Old and new dates side by side."""

from dataclasses import replace
from datetime import date
from typing import Any

from regimen.given import Hold
from treatment_calendar.answer import difference_as_json
from treatment_calendar.course import Moved
from treatment_calendar.replan import difference


def test_a_week_of_delay_names_every_event_that_moves(small: Any) -> None:
    moved = difference(small.course(cycles=2), small.course(small.put_off((2, 7, "all")), 2))
    assert moved == (
        Moved(2, "blood_test", date(2026, 3, 20), date(2026, 3, 27)),
        Moved(2, "day1", date(2026, 3, 23), date(2026, 3, 30)),
        Moved(2, "first_tablets", date(2026, 3, 23), date(2026, 3, 30)),
        Moved(2, "give:oxaliplatin", date(2026, 3, 23), date(2026, 3, 30)),
        Moved(2, "give:pembrolizumab", date(2026, 3, 23), date(2026, 3, 30)),
        Moved(2, "visit", date(2026, 3, 23), date(2026, 3, 30)),
        Moved(2, "last_tablets", date(2026, 4, 5), date(2026, 4, 12)),
    )


def test_a_hold_in_the_middle_names_the_tablets_that_fall_away(small: Any) -> None:
    hold = Hold("capecitabine", date(2026, 3, 9), date(2026, 3, 9), "diarrhoea")
    moved = difference(small.course(cycles=1), small.course(replace(small.case, holds=(hold,)), 1))
    assert moved == (
        Moved(1, "tablets_am", date(2026, 3, 9), None),
        Moved(1, "tablets_pm", date(2026, 3, 9), None),
    )


def test_another_first_half_day_is_a_change(small: Any) -> None:
    moved = difference(small.course(cycles=1), small.course(cycles=1, first_dose="evening"))
    assert moved == (
        Moved(1, "tablets_am", date(2026, 3, 2), None),
        Moved(1, "last_tablets", date(2026, 3, 15), date(2026, 3, 16)),
        Moved(1, "tablets_am", None, date(2026, 3, 16)),
    )


def test_cycles_that_fall_away_say_so(small: Any) -> None:
    moved = difference(small.course(cycles=3), small.course(replace(small.case, stopped={"all": date(2026, 4, 13)}), 3))
    assert {m.cycle for m in moved} == {3}
    assert all(m.new is None for m in moved)
    assert {m.event for m in moved} == {
        "day1", "visit", "blood_test", "first_tablets", "last_tablets", "give:oxaliplatin", "give:pembrolizumab",
    }  # fmt: skip


def test_the_difference_as_json(small: Any) -> None:
    assert difference_as_json([Moved(2, "day1", date(2026, 3, 23), None)]) == [
        {"cycle": 2, "event": "day1", "old": "2026-03-23", "new": None}
    ]
