"""On which cycle and cycle day a date lies. Pure."""

from collections.abc import Mapping
from datetime import date


def cycle_of(day1s: Mapping[int, date], on: date) -> tuple[int, int] | None:
    """The last cycle whose day 1 is on or before a date, and the day in it; None before the first.

    Days above the length of a cycle are those of a delayed one: shown, never clipped.
    """
    begun = [(day1, cycle) for cycle, day1 in day1s.items() if day1 <= on]
    if not begun:
        return None
    day1, cycle = max(begun)
    return cycle, (on - day1).days + 1


def study_day(first_dose: date, on: date) -> int:
    """Days from the first dose, which is day 1; the day before it is -1. There is no day 0."""
    days = (on - first_dose).days
    return days + 1 if days >= 0 else days
