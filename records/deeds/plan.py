"""Delays of a cycle and holds of a drug."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.due import refresh_due
from records.deeds.lists import regimen_of
from records.deeds.onset import refresh_onsets
from records.deeds.patients import day
from records.deeds.prints import withdraw_prints
from records.deeds.restart_guards import refuse_when_restarted, refuse_when_restarted_from
from records.deeds.texts import text_of
from records.errors import NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import active_course
from records.stored.plan import load_delay, load_hold
from records.tables import CourseRow, DelayRow, HoldRow, OrderRow
from records.trail.audit_trail import AuditedSession
from records.typed_text import NOTE, words
from records.values.core import DelayRecord, HoldRecord
from regimen.given import Half


def replan(session: AuditedSession, course: CourseRow) -> None:
    """What follows from a changed plan: older calendars are void, dates are new."""
    session.flush()
    withdraw_prints(session, course)
    refresh_due(session, course)
    refresh_onsets(session, course)


def refuse_when_given(session: Session, course_id: UUID, cycle: int) -> None:
    """A cycle that was given stays where it is."""
    query = select(OrderRow).where(OrderRow.course_id == course_id, OrderRow.cycle == cycle, OrderRow.state == "given")
    if (order := session.scalars(query).first()) is not None:
        raise NotAllowed(f"Cycle {cycle} was given on {order.given_on}; it can no longer be moved.")
    refuse_when_restarted(session, course_id, cycle, "it can no longer be moved")


def delay_cycle(
    key: UUID, by: UUID, course_id: UUID, cycle: int, days: int, shift: str, reason_code: str, reason_text: str
) -> Deed[DelayRecord]:
    """Put one cycle off by 1 to 365 days; `all`: later cycles move with it, `this`: only this one."""
    if not 1 <= days <= 365:
        raise RecordError(f"A delay is 1 to 365 days, not {days}.", "Days")
    if shift not in ("all", "this"):
        raise RecordError("A delay moves this cycle alone or all after it.", "Shift")
    code = words(reason_code, "Reason", 80, needed=True)
    text = words(reason_text, "Reason", NOTE, lines=True)

    def do(session: AuditedSession) -> UUID:
        course = active_course(session, course_id)
        if not course.first_cycle <= cycle <= course.planned_cycles:
            raise RecordError(f"Cycle {cycle} is not planned in this course.", "Cycle")
        refuse_when_given(session, course_id, cycle)
        session.add(
            DelayRow(
                id=key, course_id=course_id, cycle=cycle, days=days, shift=shift, reason_code=code, reason_text=text,
                withdrawn=False, withdrawn_why="",
            )
        )  # fmt: skip
        replan(session, course)
        return key

    return Deed("delay cycle", key, by, do, load_delay, text or code)


def withdraw_delay(key: UUID, by: UUID, delay_id: UUID, why: str) -> Deed[DelayRecord]:
    """A delay no longer in force; it stays in the record."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(DelayRow, delay_id)
        if row is None or row.withdrawn:
            raise NotAllowed("This delay is no longer in force.")
        course = active_course(session, row.course_id)
        refuse_when_given(session, row.course_id, row.cycle)
        row.withdrawn, row.withdrawn_why = True, reason
        replan(session, course)
        return delay_id

    return Deed("withdraw delay", key, by, do, load_delay, reason)


def hold_drug(
    key: UUID, by: UUID, course_id: UUID, drug: str, start: date, end: date | None, stop: bool, reason_code: str,
    reason_text: str, start_half: Half = "am", end_half: Half = "pm",
) -> Deed[HoldRecord]:  # fmt: skip
    """One drug not given from `start` on, until `end` or further notice; stop: for good.

    start_half, end_half  first and last half day of tablets not taken; a stop begins with a whole day
    """
    name = words(drug, "Drug", 80, needed=True)
    code = words(reason_code, "Reason", 80, needed=True)
    text = words(reason_text, "Reason", NOTE, lines=True)
    day(start, "Start")
    if end is not None and (day(end, "End"), end_half) < (start, start_half):
        raise RecordError("A hold cannot end before it begins.", "End")
    if end is None and end_half != "pm":
        raise RecordError("A hold that ends with a morning needs the day it ends.", "End")
    if stop and start_half != "am":
        raise RecordError("A drug is stopped for good from a whole day on.", "Start")
    if stop and end is not None:
        raise RecordError("A drug stopped for good has no end of the hold.", "End")

    def do(session: AuditedSession) -> UUID:
        course = active_course(session, course_id)
        check_halves(session, course, name, start_half, end_half)
        session.add(
            HoldRow(
                id=key, course_id=course_id, drug=name, start=start, end=end, stop=stop, reason_code=code,
                reason_text=text, withdrawn=False, end_why="", from_slot="pm" if start_half == "pm" else None,
                to_slot="am" if end_half == "am" else None,
            )
        )  # fmt: skip
        replan(session, course)
        return key

    return Deed("hold drug", key, by, do, load_hold, text or code)


def check_halves(session: Session, course: CourseRow, drug: str, start_half: Half, end_half: Half) -> None:
    """Only tablets are held by half days."""
    if (start_half, end_half) == ("am", "pm"):
        return
    regimen = regimen_of(text_of(session, course.regimen_sha256), course.regimen_id)
    if not any(one.name == drug and one.route == "po" for one in regimen.drugs):
        raise RecordError(f"{drug} is not taken as tablets; it is held by whole days.", "Start")


def end_hold(key: UUID, by: UUID, hold_id: UUID, end: date | None, why: str, end_half: Half = "pm") -> Deed[HoldRecord]:
    """The last held date, and of tablets the last held half day; None takes the hold back as if it had not been."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(HoldRow, hold_id)
        if row is None or row.withdrawn:
            raise NotAllowed("This hold is no longer in force.")
        course = active_course(session, row.course_id)
        if end is not None and row.stop:
            raise NotAllowed(f"{row.drug} was stopped for good; only the stop itself can be taken back.")
        if end is not None and (day(end, "End"), end_half) < (row.start, row.from_slot or "am"):
            raise RecordError("A hold cannot end before it begins; take it back instead.", "End")
        refuse_when_restarted_from(session, hold_id)
        check_halves(session, course, row.drug, "am", end_half)
        row.end, row.withdrawn, row.end_why = end, end is None, reason
        row.to_slot = "am" if end is not None and end_half == "am" else None
        replan(session, course)
        return hold_id

    return Deed("end hold", key, by, do, load_hold, reason)
