"""The cycle was given: only what is signed, released where people sign in, and for that very day."""

from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.checklist_gate import refuse_open_checklist
from records.deeds.due import planned_day1
from records.deeds.in_order import first_entry
from records.deeds.patients import day
from records.deeds.signatures import refuse_unreleased, release
from records.errors import Conflict, NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import course_row
from records.stored.orders import load_order, order_of
from records.tables import AccountRow, CourseRow, DelayRow, OrderRow
from records.trail.audit_trail import AuditedSession
from records.values.core import OrderRecord


def people_sign_in(session: Session) -> bool:
    """Whether these records have accounts; without them nothing is released and every page says so."""
    return session.scalar(select(AccountRow.id).limit(1)) is not None


def refuse_held_back(session: Session, row: OrderRow, so: str) -> None:
    """Raises NotAllowed where nothing of an order may be given. so: what follows from it.

    Where people sign in it has to be released. Everywhere a second check that found something else holds it back: what
    is known to differ is not given because nobody has to sign in.
    """
    if people_sign_in(session) or release(session, row).standing == "differs":
        refuse_unreleased(session, row, so)


def put_off_since(session: Session, row: OrderRow) -> date | None:
    """Day 1 of an order's cycle where delays in force, entered after it was signed, have moved it."""
    signed = session.scalar(select(first_entry(OrderRow)).where(OrderRow.id == row.id))
    query = select(DelayRow.id).where(
        DelayRow.course_id == row.course_id, DelayRow.cycle <= row.cycle, ~DelayRow.withdrawn,
        first_entry(DelayRow) > signed,
    )  # fmt: skip
    planned = planned_day1(session, session.get_one(CourseRow, row.course_id), row.cycle)
    return planned if planned != row.day1 and session.scalars(query).first() is not None else None


def mark_given(key: UUID, by: UUID, order_id: UUID, version: int, on: date) -> Deed[OrderRecord]:
    """The cycle was given on a date; its order is final."""
    day(on, "Date")

    def do(session: AuditedSession) -> UUID:
        row = session.get(OrderRow, order_id)
        if row is None:
            raise RecordError("This order is not in the records that are open.")
        if row.version != version:
            raise Conflict("Somebody else changed this order in the meantime.", order_of(session, row), on)
        if row.state != "signed":
            raise NotAllowed(f"This order is {row.state}; only a signed order can be given.")
        if on < row.day1:
            raise RecordError(f"The cycle begins on {row.day1.isoformat()}; it cannot have been given before.", "Date")
        course = course_row(session, row.course_id)
        refuse_open_checklist(session, course, row.cycle, "It cannot be recorded as given")
        refuse_held_back(session, row, "it cannot be recorded as given")
        if (moved := put_off_since(session, row)) is not None:
            raise NotAllowed(
                f"Cycle {row.cycle} was signed for {row.day1.isoformat()} and then put off to {moved.isoformat()}; "
                "sign the order again for that day, or take the delay back."
            )
        row.state, row.given_on, row.given_at = "given", on, datetime.now(UTC)
        return order_id

    return Deed("mark given", key, by, do, load_order)
