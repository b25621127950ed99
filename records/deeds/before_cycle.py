"""Before a treatment day: answers to the checklist, and the go-ahead."""

from datetime import date
from typing import Literal, cast, get_args
from uuid import UUID

from sqlalchemy.orm import Session

from records.deeds.checklist_gate import items_of, refuse_open_checklist
from records.deeds.patients import day, first_person, name_of
from records.deeds.plan import refuse_when_given
from records.errors import NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import active_course, course_row
from records.tables import ChecklistRow, GoAheadRow
from records.trail.audit_trail import AuditedSession
from records.typed_text import NOTE, words
from records.values.visits import ChecklistAnswer, ChecklistResult, GoAhead

MOST_CYCLES = 200


def cycle_number(cycle: int) -> int:
    """A cycle that can be meant. Raises RecordError."""
    if not 1 <= cycle <= MOST_CYCLES:
        raise RecordError(f"There is no cycle {cycle}.", "Cycle")
    return cycle


def answer_of(row: ChecklistRow, by: str) -> ChecklistAnswer:
    return ChecklistAnswer(
        row.id, row.course_id, row.cycle, row.item, cast(ChecklistResult, row.result), row.value, row.on, row.reason,
        by, row.created_at,
    )  # fmt: skip


def load_answer(session: Session, answer_id: UUID) -> ChecklistAnswer:
    row = session.get_one(ChecklistRow, answer_id)
    return answer_of(row, name_of(session, row.person_id))


def answer_checklist(
    key: UUID, by: UUID, course_id: UUID, cycle: int, item: str, result: str, on: date, value: str, reason: str
) -> Deed[ChecklistAnswer]:
    """One more answer to an item; the newest counts."""
    if result not in get_args(ChecklistResult):
        raise RecordError("An item is done, not done, not applicable or taken over.", "Result")
    because = words(reason, "Reason", NOTE, lines=True, needed=result != "done")
    number = cycle_number(cycle)
    columns: dict[str, object] = {
        "cycle": number,
        "item": words(item, "Item", 80, needed=True),
        "result": result,
        "value": words(value, "Finding", NOTE, lines=True),
        "on": day(on, "Date"),
        "reason": because,
    }

    def do(session: AuditedSession) -> UUID:
        course = active_course(session, course_id)
        if result == "taken_over" and course.first_cycle == 1:
            raise RecordError("Only in a course begun elsewhere can an item be taken over.", "Result")
        if number != course.first_cycle or columns["item"] not in {one.id for one in items_of(session, course)}:
            raise RecordError(f"The checklist of cycle {number} has no item '{item}'.", "Item")
        session.add(ChecklistRow(id=key, course_id=course_id, **columns))
        return key

    return Deed("answer checklist", key, by, do, load_answer, because)


def go_ahead_of(row: GoAheadRow, by: str) -> GoAhead:
    return GoAhead(
        row.id, row.course_id, row.cycle, row.cycle_day, row.for_day, row.on,
        cast(Literal["person", "telephone"], row.way), row.note, by, row.created_at, row.withdrawn,
    )  # fmt: skip


def load_go_ahead(session: Session, go_ahead_id: UUID) -> GoAhead:
    row = session.get_one(GoAheadRow, go_ahead_id)
    return go_ahead_of(row, first_person(session, "go_ahead", {go_ahead_id})[go_ahead_id])


def go_ahead(
    key: UUID, by: UUID, course_id: UUID, cycle: int, for_day: date, on: date, way: str, note: str, cycle_day: int
) -> Deed[GoAhead]:
    """The go-ahead for one treatment day. Refused for the first cycle here while its checklist has open items."""
    if way not in ("person", "telephone"):
        raise RecordError("A go-ahead is given in person or by telephone.", "Way")
    if not 1 <= cycle_day <= 366:
        raise RecordError(f"There is no cycle day {cycle_day}.", "Cycle day")
    if day(on, "Date") > day(for_day, "Treatment day"):
        raise RecordError(f"The go-ahead of {on} is after the day it is for, {for_day}.", "Date")
    kept = words(note, "Note", NOTE, lines=True)
    number = cycle_number(cycle)

    def do(session: AuditedSession) -> UUID:
        course = active_course(session, course_id)
        if cycle_day == 1:
            refuse_when_given(session, course_id, number)
        refuse_open_checklist(session, course, number, "The go-ahead waits")
        session.add(
            GoAheadRow(
                id=key, course_id=course_id, cycle=number, cycle_day=cycle_day, for_day=for_day, on=on, way=way,
                note=kept, withdrawn=False, withdrawn_why="",
            )
        )  # fmt: skip
        return key

    return Deed("go ahead", key, by, do, load_go_ahead, kept)


def withdraw_go_ahead(key: UUID, by: UUID, go_ahead_id: UUID, why: str) -> Deed[GoAhead]:
    """A go-ahead taken back."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(GoAheadRow, go_ahead_id)
        if row is None or row.withdrawn:
            raise NotAllowed("This go-ahead is no longer in force.")
        course_row(session, row.course_id)
        if row.cycle_day == 1:
            refuse_when_given(session, row.course_id, row.cycle)
        row.withdrawn, row.withdrawn_why = True, reason
        return go_ahead_id

    return Deed("withdraw go-ahead", key, by, do, load_go_ahead, reason)
