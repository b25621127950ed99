"""When each cycle of a course began: as given, signed or planned here, or given at another hospital. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from records.course.cycle_case import order_in_force
from records.values.core import CourseRecord, OrderRecord

StartState = Literal["given", "signed", "planned", "elsewhere"]


@dataclass(frozen=True, slots=True)
class CycleStart:
    """Day 1 of one cycle.

    day1   the day the doses were given, where that is recorded; else the day signed or planned for
    state  elsewhere: given at another hospital before the course was taken over
    """

    cycle: int
    day1: date
    state: StartState

    @property
    def dosed(self) -> bool:
        """Whether doses were given then, or are signed for that day."""
        return self.state != "planned"


def cycle_starts(
    orders: Iterable[OrderRecord], course: CourseRecord, day_ones: Mapping[int, date]
) -> tuple[CycleStart, ...]:
    """Every cycle with a known day 1, in order.

    day_ones  cycle -> day 1 as the course is laid out now; an order signed for another day than that counts as planned,
              for it has to be signed again
    """
    kept = tuple(orders)
    found = {
        past.cycle: CycleStart(past.cycle, past.day1, "elsewhere")
        for past in course.entry.earlier
        if past.day1 is not None
    }
    for cycle, day1 in day_ones.items():
        order = order_in_force(kept, course, cycle)
        if order is not None and order.state == "given":
            found[cycle] = CycleStart(cycle, order.given_on or order.day1, "given")
        elif order is not None and order.day1 == day1:
            found[cycle] = CycleStart(cycle, day1, "signed")
        else:
            found[cycle] = CycleStart(cycle, day1, "planned")
    return tuple(found[cycle] for cycle in sorted(found))


def begun(starts: Iterable[CycleStart], until: date) -> dict[int, date]:
    """Cycle -> day 1 of the cycles that began on or before a date."""
    return {start.cycle: start.day1 for start in starts if start.day1 <= until}
