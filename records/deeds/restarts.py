"""Restarts of an oral drug at a lower dose within a cycle: computed here again from the records, signed, withdrawn."""

from datetime import timedelta
from decimal import Decimal
from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.course.course_plan import whole_course
from records.course.overrides import open_stops
from records.course.restarts import ProposedRestart, ended_by, proposed_restart, second_path
from records.deeds.approvals import refuse_withdrawn
from records.deeds.before_cycle import cycle_number
from records.deeds.orders import check_code
from records.deeds.patients import day
from records.deeds.people import settings
from records.deeds.plan import replan
from records.deeds.restart_guards import in_force
from records.deeds.workspace import workspace
from records.errors import Conflict, NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import active_course
from records.stored.restarts import load_restart
from records.tables import CourseRow, HoldRow, OrderRow, RestartRow
from records.trail.audit_trail import AuditedSession, Doing
from records.trail.canonical import canonical, read
from records.typed_text import NOTE, words
from records.values.core import CourseRecord, SiteSettings, Workspace
from records.values.restarts import RestartEntry, RestartRecord
from regimen.dosing import ENGINE_VERSION


def picture(session: Session, course: CourseRow) -> tuple[Workspace, CourseRecord, SiteSettings]:
    """The records as they stand in this transaction."""
    space = workspace(session, course.patient_id)
    return space, next(kept for kept in space.courses if kept.id == course.id), settings(session)


def restart_drug(key: UUID, by: UUID, course_id: UUID, entry: RestartEntry, answer_json: str) -> Deed[RestartRecord]:
    """Sign a restart; the hold it follows ends in the half day before, and printed calendars become void.

    answer_json  the answer the person saw, as `ProposedRestart.answer_text`; Conflict when the records say another
    """
    reason = words(entry.reason, "Reason", NOTE, lines=True, needed=True)
    cycle_number(entry.cycle)
    day(entry.start[0], "Start")
    reasons = {words(name, "Override", 200): words(text, "Reason", NOTE, lines=True) for name, text in
               entry.overrides.items()}  # fmt: skip

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        course = active_course(session, course_id)
        refuse_withdrawn(session, course, "Nothing is restarted on it")
        space, record, settings = picture(session, course)
        proposed = proposed_restart(space, record, settings, entry)
        if proposed.answer_text() != answer_json:
            raise Conflict(
                "The records have changed since this restart was shown; look at it again before it is signed.",
                proposed.answer_text(), answer_json,
            )  # fmt: skip
        check_answer(proposed, {**proposed.overrides, **reasons})
        refuse_when_more_follows(session, course_id, proposed)
        check_second_path(space, record, settings, proposed)
        hold = session.get_one(HoldRow, proposed.hold.id)
        session.add(row_of(key, course, hold, proposed, reason, {**proposed.overrides, **reasons}, doing))
        end_hold_by(hold, proposed, entry, reason)
        replan(session, course)
        return key

    return Deed("restart drug", key, by, do, load_restart, reason)


def check_answer(proposed: ProposedRestart, overrides: dict[str, str]) -> None:
    """Refuse to sign without a chosen plan, or with a stop that nobody answered."""
    if proposed.found.plan is None:
        raise RecordError(f"The tablets of {proposed.found.dose.drug} are not chosen yet.", "Tablets")
    answer = cast(dict[str, list[dict[str, object]]], read(proposed.answer_text()))
    if still_open := open_stops(answer["alerts"], overrides):
        raise NotAllowed(f"The restart has open stops ({', '.join(still_open)}); each needs a decision with a reason.")


def refuse_when_more_follows(session: Session, course_id: UUID, proposed: ProposedRestart) -> None:
    """A later cycle signed at more than the restart would raise the dose again unseen."""
    cycle, dose = proposed.order.cycle, proposed.found.dose
    for order in later_orders(session, course_id, cycle):
        if order.state == "given":
            raise NotAllowed(f"Cycle {order.cycle} was given; nothing is restarted within cycle {cycle} any more.")
        answer = cast(dict[str, list[dict[str, object]]], read(order.answer_json))
        percents = [Decimal(str(one["percent"])) for one in answer["doses"] if one["drug"] == dose.drug]
        if any(percent > dose.percent for percent in percents):
            raise NotAllowed(
                f"Cycle {order.cycle} is already signed with more {dose.drug} than this restart; decide its dose and "
                "sign it again first."
            )


def later_orders(session: Session, course_id: UUID, cycle: int) -> list[OrderRow]:
    """The orders in force of the cycles after one, in order."""
    query = select(OrderRow).where(
        OrderRow.course_id == course_id, OrderRow.cycle > cycle, OrderRow.state != "replaced"
    )
    return list(session.scalars(query.order_by(OrderRow.cycle)))


def check_second_path(
    space: Workspace, course: CourseRecord, settings: SiteSettings, proposed: ProposedRestart
) -> None:
    """Dose and remaining tablets counted by the second path; a difference is a mistake of the program."""
    last_day = whole_course(space, course, settings).cycle(proposed.order.cycle).last_day
    differs = second_path(proposed, last_day + timedelta(days=1))
    if differs:
        raise RuntimeError(f"the second path finds otherwise: {', '.join(differs)}")


def row_of(
    key: UUID, course: CourseRow, hold: HoldRow, proposed: ProposedRestart, reason: str, overrides: dict[str, str],
    doing: Doing,
) -> RestartRow:  # fmt: skip
    """The snapshot as a row."""
    case, answer, dose = proposed.case_text(), proposed.answer_text(), proposed.found.dose
    start, slot = proposed.found.start
    level = proposed.case.dose_level.get(dose.drug)
    hashes = (proposed.order.regimen_sha256, proposed.order.profile_sha256)
    return RestartRow(
        id=key, course_id=course.id, cycle=proposed.order.cycle, order_id=proposed.order.id, hold_id=hold.id,
        held_to=hold.end, held_to_slot=hold.to_slot, drug=dose.drug, from_day=start, from_slot=slot,
        percent=proposed.case.dose_percent[dose.drug] if level is None else None, level=level, case_json=case,
        answer_json=answer, regimen_sha256=hashes[0], profile_sha256=hashes[1], engine_version=ENGINE_VERSION,
        overrides=overrides, decision_ids=[str(one.id) for one in proposed.decisions], reason=reason,
        check_code=check_code((case, answer, *hashes, ENGINE_VERSION, canonical(overrides))),
        signed_by_id=doing.person_id, signed_by=doing.person, signed_role=doing.role, signed_at=doing.at,
        withdrawn=False, withdrawn_why="",
    )  # fmt: skip


def end_hold_by(hold: HoldRow, proposed: ProposedRestart, entry: RestartEntry, reason: str) -> None:
    """The hold ends in the half day before the restart, unless it had ended."""
    ended = ended_by(proposed.hold, entry.start)
    if (ended.end, ended.end_half) != (proposed.hold.end, proposed.hold.end_half):
        hold.end, hold.to_slot = ended.end, "am" if ended.end_half == "am" else None
        hold.end_why = reason


def withdraw_restart(key: UUID, by: UUID, restart_id: UUID, why: str) -> Deed[RestartRecord]:
    """A restart taken back: the drug is on hold again as before it, never back at the old dose."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(RestartRow, restart_id)
        if row is None or row.withdrawn:
            raise NotAllowed("This restart is no longer in force.")
        course = active_course(session, row.course_id)
        last = in_force(session, row.course_id, row.cycle)[-1]
        if last.id != row.id:
            raise NotAllowed("A later restart of the cycle stands; withdraw that one first.")
        refuse_when_gone_on(session, row)
        row.withdrawn, row.withdrawn_why = True, reason
        hold = session.get_one(HoldRow, row.hold_id)
        hold.end, hold.to_slot, hold.end_why = row.held_to, row.held_to_slot, reason
        replan(session, course)
        return restart_id

    return Deed("withdraw restart", key, by, do, load_restart, reason)


def refuse_when_gone_on(session: Session, row: RestartRow) -> None:
    """A later cycle was signed from the dose of the restart."""
    for later in later_orders(session, row.course_id, row.cycle):
        raise NotAllowed(f"Cycle {later.cycle} was signed after this restart; it can no longer be withdrawn.")
