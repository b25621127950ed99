"""Cycle and cycle day of what happened, from the day 1s of the course as they stand in this transaction."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.course.cycle_of_day import cycle_of
from records.partial_date import whole
from records.tables import AdverseEventRow, CourseRow, DueRow, OrderRow, VisitRow


def day1s_of(session: Session, course: CourseRow) -> dict[int, date]:
    """Cycle -> day 1: given elsewhere, ordered here, and planned where the course goes on."""
    day1s = {past["cycle"]: date.fromisoformat(past["day1"]) for past in course.earlier if past["day1"]}
    ordered = select(OrderRow.cycle, OrderRow.day1).where(OrderRow.course_id == course.id, OrderRow.state != "replaced")
    planned = select(DueRow.cycle, DueRow.on).where(DueRow.course_id == course.id, DueRow.kind == "day1")
    day1s.update((cycle, day1) for cycle, day1 in session.execute(ordered))
    day1s.update((cycle, day1) for cycle, day1 in session.execute(planned))
    return day1s


def onset_of(session: Session, course: CourseRow, on: date | None) -> tuple[int | None, int | None]:
    """Cycle and cycle day of a date; nothing before the first cycle or where the day is not known."""
    found = cycle_of(day1s_of(session, course), on) if on is not None else None
    return found or (None, None)


def refresh_onsets(session: Session, course: CourseRow) -> None:
    """After day 1 of a cycle moved: visits and events lie elsewhere in the course.

    A half-done visit is left alone, somebody is at it; it is derived anew whenever it is kept.
    """
    day1s = day1s_of(session, course)
    for visit in session.scalars(select(VisitRow).where(VisitRow.course_id == course.id, VisitRow.complete)):
        visit.cycle, visit.cycle_day = cycle_of(day1s, visit.on) or (None, None)
    for event in session.scalars(select(AdverseEventRow).where(AdverseEventRow.course_id == course.id)):
        start = whole(event.start)
        event.cycle, event.cycle_day = (cycle_of(day1s, start) if start else None) or (None, None)
