"""What changes between two layouts of one course: old and new date of every event that moves, appears or falls away."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from treatment_calendar.course import Course, CourseCycle, Moved

# An event and the cycle day it belongs to: day 8 stays day 8 when it moves to another date.
EventKey = tuple[str, int]


def events_of(cycle: CourseCycle) -> Mapping[EventKey, date]:
    """Every dated event of a cycle that a person would have to be told about."""
    events: dict[EventKey, date] = {("day1", 1): cycle.day1}
    events |= {("blood_test", test.for_day): test.date for test in cycle.blood_tests}
    for moment, name in ((cycle.first_dose, "first_tablets"), (cycle.last_dose, "last_tablets")):
        if moment is not None:
            events[name, 0] = moment.date
    events |= {("new_tablets", number): on for number, on in enumerate(_new_tablets(cycle), start=1)}
    for day in cycle.days:
        if day.visit:
            events["visit", day.cycle_day] = day.date
        events |= {(f"give:{give.drug}", day.cycle_day): day.date for give in day.give}
        events |= {(f"tablets_{half}", day.cycle_day): day.date for half in day.swallow}
    return events


def _new_tablets(cycle: CourseCycle) -> Iterator[date]:
    """Dates from which another number of tablets is taken than before, morning and evening compared each with its own.

    A change in an evening is told once, although the morning that changes with it is the next one.
    """
    before: dict[tuple[str, str], Mapping[Decimal, int]] = {}
    evenings: set[str] = set()  # drugs that changed in the evening, and whose next morning is still to come
    for day in cycle.days:
        changed = False
        for take in day.take:
            for half, tablets in (("am", take.am), ("pm", take.pm)):
                if not tablets:
                    continue
                differs = before.get((take.drug, half), tablets) != tablets
                before[take.drug, half] = tablets
                if half == "am":
                    changed |= differs and take.drug not in evenings
                    evenings.discard(take.drug)
                elif differs and not changed:
                    changed = True
                    evenings.add(take.drug)
        if changed:
            yield day.date


def difference(old: Course, new: Course) -> tuple[Moved, ...]:
    """Old and new date of each event that differs, by cycle and date; empty for equal layouts.

    Events are compared by cycle and cycle day. Tablet halves that only move along with day 1 are not listed one by one;
    first and last tablets are.
    """
    before = {cycle.cycle: events_of(cycle) for cycle in old.cycles}
    after = {cycle.cycle: events_of(cycle) for cycle in new.cycles}
    moved: list[Moved] = []
    for number in sorted(before.keys() | after.keys()):
        moved += _changes(number, before.get(number, {}), after.get(number, {}))
    return tuple(moved)


def _changes(number: int, before: Mapping[EventKey, date], after: Mapping[EventKey, date]) -> Iterable[Moved]:
    changes = []
    for key in before.keys() | after.keys():
        name, was, now = key[0], before.get(key), after.get(key)
        along = name.startswith("tablets_") and was is not None and now is not None
        whole_cycle = name.startswith("tablets_") and not (before and after)
        if was != now and not along and not whole_cycle:
            changes.append(Moved(number, name, was, now))
    return sorted(changes, key=_place)


def _place(moved: Moved) -> tuple[date, bool, str, date]:
    first = moved.new or moved.old
    assert first is not None
    return first, moved.event != "day1", moved.event, moved.old or first
