"""What made a rule fire, in one sentence."""

from regimen.advice.course import Course
from regimen.analytes import analyte
from regimen.day_check import DayItem
from regimen.given import Event, Lab
from regimen.numbers import decimals, plain

PLACES = 2  # of a multiple, for reading; compared unrounded


def of_event(event: Event, count: int, by_value: bool) -> str:
    """Diarrhea grade 3 from 2026-03-31, gone on 2026-04-06, occurrence 1; laid to capecitabine."""
    until = f"gone on {event.resolved.isoformat()}" if event.resolved else "not gone"
    laid = f"laid to {', '.join(event.attributed_to)}" if event.attributed_to else "cause not named"
    graded = ", graded by today's value" if by_value else ""
    return (
        f"{event.term} grade {event.grade}{graded} from {event.date.isoformat()}, {until}, occurrence {count}; {laid}"
    )


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
