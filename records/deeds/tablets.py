"""Tablets handed out for a cycle."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from records.course.cycle_tablets import returns_by_cycle
from records.deeds.before_cycle import cycle_number
from records.deeds.patients import day, first_person
from records.deeds.workspace import workspace
from records.errors import NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import active_course, course_row
from records.stored.dispensed import handed_out_line
from records.tables import CourseRow, DispensedRow
from records.trail.audit_trail import AuditedSession
from records.typed_text import NOTE, exact, words
from records.values.visits import Dispensed, DispensedEntry


def columns_of(entry: DispensedEntry) -> dict[str, Any]:
    """Tablets handed out, checked, as columns. Raises RecordError."""
    if not 1 <= entry.tablets <= 10_000:
        raise RecordError(f"{entry.tablets} tablets cannot be handed out; the store keeps 1 to 10000.", "Tablets")
    if not 0 <= entry.packs <= 1000:
        raise RecordError(f"{entry.packs} packs cannot be handed out; the store keeps 0 to 1000.", "Packs")
    on = day(entry.on, "Date")
    if entry.expiry is not None and day(entry.expiry, "Expiry") < on:
        raise RecordError(f"These tablets expired on {entry.expiry}.", "Expiry")
    if entry.leftover and entry.expiry is None:
        raise RecordError("Tablets handed out again need batch, expiry and a reason; the expiry is missing.", "Expiry")
    return {
        "cycle": cycle_number(entry.cycle),
        "drug": words(entry.drug, "Drug", 80, needed=True),
        "strength_mg": exact(entry.strength_mg, "Strength in mg", "1", "10000"),
        "tablets": entry.tablets,
        "packs": entry.packs,
        "on": on,
        "batch": words(entry.batch, "Batch", 80, needed=entry.leftover),
        "expiry": entry.expiry,
        "leftover": entry.leftover,
        "reason": words(entry.reason, "Reason", NOTE, lines=True, needed=entry.leftover),
    }


def load_dispensed(session: Session, dispensed_id: UUID) -> Dispensed:
    row = session.get_one(DispensedRow, dispensed_id)
    return handed_out_line(row, first_person(session, "dispensed", {dispensed_id})[dispensed_id])


def dispense(key: UUID, by: UUID, course_id: UUID, entry: DispensedEntry) -> Deed[Dispensed]:
    """Tablets of one strength for one cycle."""
    columns = columns_of(entry)

    def do(session: AuditedSession) -> UUID:
        course = active_course(session, course_id)
        if entry.leftover:
            refuse_more_than_came_back(session, course, entry)
        session.add(DispensedRow(id=key, course_id=course_id, withdrawn=False, withdrawn_why="", **columns))
        return key

    if entry.leftover:
        return Deed("dispense leftovers", key, by, do, load_dispensed, columns["reason"])
    return Deed("dispense", key, by, do, load_dispensed, columns["reason"])


def refuse_more_than_came_back(session: Session, course: CourseRow, entry: DispensedEntry) -> None:
    """What is given again was counted at a visit as brought back, and was not given again before."""
    space = workspace(session, course.patient_id)
    record = next(one for one in space.courses if one.id == course.id)
    size = entry.strength_mg
    counted = sum(visit.entry.tablets_returned.get(size, 0) for visit in returns_by_cycle(space, record).values())
    again = sum(
        one.entry.tablets
        for one in space.dispensed
        if one.course_id == course.id and one.entry.leftover and not one.withdrawn and one.entry.strength_mg == size
    )
    if entry.tablets > counted - again:
        before = f", {again} of them were given again already" if again else ""
        raise NotAllowed(
            f"{counted} tablets of {size.normalize():f} mg were counted as brought back{before}: "
            f"{entry.tablets} cannot be given again. Count them at a visit first."
        )


def withdraw_dispensed(key: UUID, by: UUID, dispensed_id: UUID, why: str) -> Deed[Dispensed]:
    """Tablets that were not handed out after all."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(DispensedRow, dispensed_id)
        if row is None or row.withdrawn:
            raise NotAllowed("This line is no longer in force.")
        course_row(session, row.course_id)
        row.withdrawn, row.withdrawn_why = True, reason
        return dispensed_id

    return Deed("withdraw dispensed", key, by, do, load_dispensed, reason)
