"""What made a rule fire, in one sentence."""

from collections.abc import Sequence
from datetime import date

from regimen.advice.course import Course, entered_again
from regimen.advice.names import other_causes
from regimen.analytes import analyte
from regimen.day_check import DayItem
from regimen.given import Event, Lab
from regimen.numbers import decimals, plain

PLACES = 2  # of a multiple, for reading; compared unrounded


def of_event(event: Event, begun: Sequence[date], course: Course) -> str:
    """Diarrhea grade 3 from 2026-03-31, gone on 2026-04-06, occurrence 2 (before: 2026-03-09); laid to capecitabine.

    begun  the first day of each occurrence up to this one
    """
    graded = ", graded by its value" if event in course.graded else ""
    before = f" (before: {', '.join(day.isoformat() for day in begun[:-1])})" if len(begun) > 1 else ""
    return (
        f"{event.term} grade {event.grade}{graded} from {event.date.isoformat()}, {_end(event, course)}, "
        f"occurrence {len(begun)}{before}; {_laid(event)}"
    )


def of_uncounted(event: Event, course: Course) -> str:
    """The same without a count: what no rule reads is not counted."""
    return f"{event.term} grade {event.grade} from {event.date.isoformat()}, {_end(event, course)}; {_laid(event)}"


def _end(event: Event, course: Course) -> str:
    if event.resolved is not None:
        return f"gone on {event.resolved.isoformat()}" + (" by its value" if event in course.ended else "")
    again = sorted(other.date.isoformat() for other in course.case.events if entered_again(event, other))
    return f"no end entered although it was entered again from {again[0]}" if again else "not gone"


def _laid(event: Event) -> str:
    causes = other_causes()
    named = (causes.get(one, one) for one in event.attributed_to)
    return f"laid to {', '.join(named)}" if event.attributed_to else "cause not named"


def of_value(name: str, lab: Lab | None) -> str:
    """Bilirubin 68 umol/L, 3.4 x ULN, 1.7 x baseline (baseline 2 x ULN)."""
    title = analyte(name).title
    if lab is None:
        return f"{title}: no value"
    said = f"{title} {plain(lab.value)} {lab.unit}"
    if lab.uln:
        said += f", {decimals(lab.value / lab.uln, PLACES)} x ULN"
    if lab.baseline:
        said += f", {decimals(lab.value / lab.baseline, PLACES)} x baseline"
        said += f" (baseline {decimals(lab.baseline / lab.uln, PLACES)} x ULN)" if lab.uln else ""
    return said


def of_delay(course: Course) -> str:
    """Cycle 2 is put off by 28 days."""
    return f"Cycle {course.case.cycle} is put off by {course.delay_days()} days"


def of_limit(item: DayItem, day: int) -> str:
    """Day 8: Neutrophils 0.8 x 10^9/L; needed: at least 1."""
    value = decimals(item.measured, 3) if item.measured is not None else "no value"
    if item.term:
        return f"Day {day}: {item.term} is grade {value}; needed: {item.needed}"
    return f"Day {day}: {item.title} {value} {item.limit_unit}; needed: {item.needed}"
