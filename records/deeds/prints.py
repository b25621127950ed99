"""Printed calendars: each has a revision of its course, and a changed course makes the older ones void."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.deeds.patients import name_of
from records.errors import Conflict, NotAllowed, RecordError
from records.store import Deed
from records.tables import CourseRow, DraftRow, OrderRow, PrintRow
from records.trail.audit_trail import AuditedSession, append
from records.typed_text import document, words
from records.values.core import PrintRecord


def print_of(row: PrintRow, by: str) -> PrintRecord:
    return PrintRecord(
        row.id, row.course_id, row.cycle, row.revision, row.language, row.paper, row.large_print, row.check_code,
        row.sha256, row.order_id, row.course_json, by, row.created_at, row.valid,
    )  # fmt: skip


def load_print(session: Session, print_id: UUID) -> PrintRecord:
    row = session.get_one(PrintRow, print_id)
    return print_of(row, name_of(session, row.person_id))


def next_revision(session: Session, course_id: UUID) -> int:
    """The number the next printed calendar of a course will carry."""
    newest = session.scalar(select(func.max(PrintRow.revision)).where(PrintRow.course_id == course_id))
    return (newest or 0) + 1


def withdraw_prints(session: Session, course: CourseRow) -> None:
    """The paper in the patient's hands no longer says what is planned."""
    for row in session.scalars(select(PrintRow).where(PrintRow.course_id == course.id, PrintRow.valid)):
        row.valid = False


def record_print(
    key: UUID, by: UUID, course_id: UUID, cycle: int, language: str, paper: str, large_print: bool, check_code: str,
    sha256: str, order_id: UUID | None, course_json: str, revision: int | None,
) -> Deed[PrintRecord]:  # fmt: skip
    """A calendar that was printed; it replaces all earlier ones of the course.

    revision  the number on the paper, None: take the next; Conflict when somebody else printed meanwhile
    """
    if paper not in ("a4", "letter"):
        raise RecordError("Paper is A4 or Letter.", "Paper")
    document(course_json, "The printed course")

    def do(session: AuditedSession) -> UUID:
        course = session.get(CourseRow, course_id)
        if course is None:
            raise RecordError("This course is not in the records that are open.")
        order = session.get(OrderRow, order_id) if order_id else None
        if order_id and (order is None or order.course_id != course_id):
            raise RecordError("The order on this calendar does not belong to this course.")
        number = next_revision(session, course_id)
        if revision is not None and revision != number:
            raise Conflict(
                f"Revision {revision} of this calendar was printed by somebody else; print again.", number, revision
            )
        withdraw_prints(session, course)
        session.add(
            PrintRow(
                id=key, course_id=course_id, cycle=cycle, revision=number, language=words(language, "Language", 20),
                paper=paper, large_print=large_print, check_code=words(check_code, "Check code", 40),
                sha256=words(sha256, "Hash", 64), order_id=order_id, course_json=course_json, copies=1, valid=True,
            )
        )  # fmt: skip
        return key

    return Deed("record print", key, by, do, load_print)


def refuse_void(session: Session, print_id: UUID) -> PrintRow:
    """The print, unless it is void."""
    row = session.get(PrintRow, print_id)
    if row is None:
        raise RecordError("This print is not in the records that are open.")
    if not row.valid:
        raise NotAllowed(f"Revision {row.revision} was replaced and may not be printed again.")
    return row


def print_again(key: UUID, by: UUID, print_id: UUID) -> Deed[PrintRecord]:
    """Another copy of a valid revision."""

    def do(session: AuditedSession) -> UUID:
        refuse_void(session, print_id).copies += 1
        return print_id

    return Deed("print again", key, by, do, load_print)


def print_staff_sheet(key: UUID, by: UUID, order_id: UUID, sha256: str) -> Deed[UUID]:
    """A staff sheet of an order or draft that was printed or saved: an audit entry, and nothing else changes."""
    hashed = words(sha256, "Hash", 64)

    def do(session: AuditedSession) -> UUID:
        row = session.get(OrderRow, order_id) or session.get(DraftRow, order_id)
        if row is None:
            raise RecordError("This order is not in the records that are open.")
        assert session.doing is not None
        append(session, session.doing, row, {}, {})
        return order_id

    return Deed("print staff sheet", key, by, do, lambda _session, found: found, why=f"SHA-256 {hashed}")
