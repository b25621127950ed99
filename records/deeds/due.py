"""The dates of a course as rows, so that the list of any day is one indexed look; laid out anew with each change."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from records.course.course_plan import whole_course
from records.course.cycle_case import SIGNED
from records.deeds.in_order import first_entry
from records.deeds.patients import load_patient, names
from records.deeds.people import settings
from records.stored.courses import record_of
from records.stored.orders import order_of
from records.stored.plan import delay_of, hold_of
from records.stored.restarts import restarts_of
from records.stored.rows import rows_of
from records.tables import CourseRow, DelayRow, DueRow, HoldRow, OrderRow
from records.values.core import Workspace
from treatment_calendar.course import Course, CourseDay


def refresh_due(session: Session, course: CourseRow) -> None:
    """Rows of every visit, day 1 and blood test of an active course; none of an ended one."""
    session.execute(delete(DueRow).where(DueRow.course_id == course.id))
    if course.status != "active":
        return
    session.add_all(
        DueRow(
            course_id=course.id, on=day.date, kind=kind, patient_id=course.patient_id, cycle=day.cycle,
            cycle_day=day.cycle_day,
        )
        for day, kind in due_of(laid_out(session, course))
    )  # fmt: skip
    session.flush()


def due_of(course: Course) -> Iterator[tuple[CourseDay, str]]:
    """What each date asks for, once a date and kind: of the first cycle day it belongs to."""
    seen: set[tuple[date, str]] = set()
    for day in (day for cycle in course.cycles for day in cycle.days):
        for kind in kinds_of(day):
            if (day.date, kind) not in seen:
                seen.add((day.date, kind))
                yield day, kind


def laid_out(session: Session, course: CourseRow) -> Course:
    """The course on dates, from the records as they stand in this transaction."""
    space = space_for_dates(session, course)
    return whole_course(space, space.courses[0], settings(session))


def space_for_dates(session: Session, course: CourseRow) -> Workspace:
    """Of all that hangs on a patient what moves a date of one course; what was measured, found or given moves none."""
    ids = (course.id,)
    signed = rows_of(session, OrderRow, OrderRow.course_id, ids, OrderRow.cycle, OrderRow.revision)
    delays = rows_of(session, DelayRow, DelayRow.course_id, ids, first_entry(DelayRow))
    holds = rows_of(session, HoldRow, HoldRow.course_id, ids, first_entry(HoldRow))
    known = names(session, {row.person_id for row in (*delays, *holds)})
    return Workspace(
        patient=load_patient(session, course.patient_id),
        measurements=(),
        labs=(),
        courses=(record_of(session, course),),
        orders=tuple(order_of(session, row) for row in signed if row.state in SIGNED),
        delays=tuple(delay_of(row, known[row.person_id]) for row in delays),
        holds=tuple(hold_of(row, known[row.person_id]) for row in holds),
        prints=(),
        restarts=restarts_of(session, ids),
    )


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
