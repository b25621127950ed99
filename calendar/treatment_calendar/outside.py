"""Delays and holds of a case that lie outside the cycles laid out: they change nothing there, and that is said."""

from collections.abc import Iterator

from regimen.given import EVERYTHING, Case
from treatment_calendar.course import Course, Note
from treatment_calendar.notes import note


def notes_outside(case: Case, course: Course) -> tuple[Note, ...]:
    """One note for each delay of a cycle, and each hold or stop on dates, that the course laid out does not hold.

    A delay of the cycle after the last one makes that one longer, and is said as any other delay.
    A stop of a drug counts from its day on for good, so that only one after the last date lies outside; a stop of the
    whole treatment is told by `findings` wherever it lies.
    """
    return tuple(sorted(_outside(case, course), key=lambda one: one.date))


def _outside(case: Case, course: Course) -> Iterator[Note]:
    first, last = course.cycles[0], course.cycles[-1]
    for delay in case.delays:
        if delay.days and delay.cycle == last.cycle + 1 and last.next_day1 is not None:
            yield note(
                last.next_day1, "delay", delay.cycle, cycle=delay.cycle, days=delay.days, reason=delay.reason
            )  # fmt: skip
        elif delay.days and not first.cycle <= delay.cycle <= last.cycle:
            yield note(
                first.day1, "delay_outside", delay.cycle, cycle=delay.cycle, days=delay.days, reason=delay.reason,
                first=first.cycle, last=last.cycle,
            )  # fmt: skip
    for hold in case.holds:
        if hold.start > last.last_day or (hold.end is not None and hold.end < first.day1):
            yield note(
                hold.start, "hold_outside", None, drug=hold.drug, start=hold.start, reason=hold.reason,
                first_date=first.day1, last_date=last.last_day,
            )  # fmt: skip
    for drug, start in case.stopped.items():
        if drug != EVERYTHING and start > last.last_day:
            yield note(start, "stop_outside", None, drug=drug, start=start, last_date=last.last_day)
