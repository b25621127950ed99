"""The dates of a course as rows, so that the list of any day is one indexed look; laid out anew with each change."""

from datetime import date
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from records.course.course_plan import whole_course
from records.tables import CourseRow, DueRow
from treatment_calendar.course import Course, CourseDay


def refresh_due(session: Session, course: CourseRow) -> None:
    """Rows of every visit, day 1 and blood test of an active course; none of an ended one."""
    session.execute(delete(DueRow).where(DueRow.course_id == course.id))
    if course.status != "active":
        return
    seen: set[tuple[date, str]] = set()
    for day in (day for cycle in laid_out(session, course).cycles for day in cycle.days):
        for kind in kinds_of(day):
            if (day.date, kind) not in seen:
                seen.add((day.date, kind))
                session.add(
                    DueRow(
                        course_id=course.id, on=day.date, kind=kind, patient_id=course.patient_id, cycle=day.cycle,
                        cycle_day=day.cycle_day,
                    )
                )  # fmt: skip
    session.flush()


def laid_out(session: Session, course: CourseRow) -> Course:
    """The course on dates, from the records as they stand in this transaction."""
    from records.deeds.people import settings
    from records.deeds.workspace import workspace

    space = workspace(session, course.patient_id)
    record = next(kept for kept in space.courses if kept.id == course.id)
    return whole_course(space, record, settings(session))


def kinds_of(day: CourseDay) -> tuple[str, ...]:
    """What a date asks for, day 1 apart from other visits."""
    visit = "day1" if day.cycle_day == 1 else "visit"
    wanted = {visit: day.visit or bool(day.give) or day.cycle_day == 1, "blood_test": day.blood_test}
    return tuple(kind for kind, due in wanted.items() if due)


def planned_day1(session: Session, course: CourseRow, cycle: int) -> date | None:
    """Day 1 of a cycle as last laid out."""
    query = select(DueRow.on).where(DueRow.course_id == course.id, DueRow.cycle == cycle, DueRow.kind == "day1")
    found: date | None = session.scalar(query.limit(1))
    return found


def next_dates(session: Session, patient_ids: set[UUID], on: date) -> dict[UUID, date]:
    """The next date of each patient from a day on."""
    query = select(DueRow.patient_id, DueRow.on).where(DueRow.patient_id.in_(patient_ids), DueRow.on >= on)
    found: dict[UUID, date] = {}
    for patient_id, day in session.execute(query.order_by(DueRow.on.desc())):
        found[patient_id] = day
    return found
