"""Decisions about drugs: what a proposal came to, and what the next order starts from."""

from datetime import date
from decimal import Decimal
from typing import Any, cast
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.course.answered import decision_about
from records.course.decided import Doses, LastOrder, decisions_for, doses_decided
from records.deeds.before_cycle import cycle_number
from records.deeds.lists import regimen_of
from records.deeds.patients import day
from records.deeds.plan import replan
from records.deeds.restart_guards import refuse_when_restarted_from, restarted_in
from records.deeds.texts import text_of
from records.errors import NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import active_course
from records.tables import AdverseEventRow, CourseRow, DecisionRow, HoldRow, OrderRow
from records.trail.audit_trail import AuditedSession, Doing
from records.trail.canonical import read
from records.typed_text import ITEMS, NOTE, document, exact, words, words_list
from records.values.visits import Decision, DecisionEntry, Taken


def columns_of(entry: DecisionEntry) -> dict[str, Any]:
    """A decision as entered, checked, as columns. Raises RecordError."""
    if entry.taken not in ("accept", "change", "decline"):
        raise RecordError("A proposal is accepted, changed or declined.", "Decision")
    for number, name, most in (
        (entry.starting_percent, "Starting percent", "100"),
        (entry.percent, "Percent", "100"),
        (entry.level, "Level", "100000"),
    ):
        if number is not None and exact(number, name, "0", most) == 0:
            raise RecordError(f"{name} is 0; a drug that is not given is held or stopped.", name)
    if entry.percent is not None and entry.level is not None:
        raise RecordError("A percent or a level is decided, not both.", "Level")
    check_dates(entry)
    if len(entry.event_ids) > ITEMS:
        raise RecordError(f"A decision points to at most {ITEMS} events.", "Events")
    return {
        "cycle": cycle_number(entry.cycle),
        "drug": words(entry.drug, "Drug", 80, needed=True),
        "taken": entry.taken,
        "proposal_json": document(entry.proposal_json, "The proposal"),
        "rule_ids": words_list(entry.rule_ids, "Rules"),
        "event_ids": [str(event_id) for event_id in entry.event_ids],
        "starting_percent": entry.starting_percent,
        "percent": entry.percent,
        "level": entry.level,
        "hold_from": entry.hold_from,
        "hold_until": entry.hold_until,
        "stop_from": entry.stop_from,
        "reason_code": words(entry.reason_code, "Reason", 80),
        "reason": words(entry.reason, "Reason", NOTE, lines=True, needed=entry.taken != "accept"),
    }


def check_dates(entry: DecisionEntry) -> None:
    """A hold or a stop, and in order."""
    for on, name in ((entry.hold_from, "Hold"), (entry.hold_until, "Hold"), (entry.stop_from, "Stop")):
        if on is not None:
            day(on, name)
    if entry.hold_until and (entry.hold_from is None or entry.hold_until < entry.hold_from):
        raise RecordError("A hold cannot end before it begins.", "Hold")
    if entry.hold_from and entry.stop_from:
        raise RecordError("A drug is held or stopped for good, not both.", "Stop")
    changes = (entry.starting_percent, entry.percent, entry.level, entry.hold_from, entry.stop_from)
    if entry.taken == "decline" and any(change is not None for change in changes):
        raise RecordError("A declined proposal changes nothing; to do something else, change it.", "Decision")


def only_holds(entry: DecisionEntry) -> bool:
    """Whether nothing but a proposed hold (or to go on) is accepted, which any clinical role may."""
    doses = (entry.starting_percent, entry.percent, entry.level, entry.stop_from)
    return entry.taken == "accept" and all(change is None for change in doses)


def decision_of(row: DecisionRow) -> Decision:
    entry = DecisionEntry(
        cycle=row.cycle, drug=row.drug, taken=cast(Taken, row.taken), proposal_json=row.proposal_json,
        rule_ids=tuple(row.rule_ids), event_ids=tuple(UUID(event_id) for event_id in row.event_ids),
        starting_percent=row.starting_percent, percent=row.percent, level=row.level, hold_from=row.hold_from,
        hold_until=row.hold_until, stop_from=row.stop_from, reason_code=row.reason_code, reason=row.reason,
    )  # fmt: skip
    return Decision(
        row.id, row.course_id, entry, row.hold_id, row.decided_by, row.decided_role, row.created_at, row.withdrawn,
        row.withdrawn_why,
    )  # fmt: skip


def load_decision(session: Session, decision_id: UUID) -> Decision:
    return decision_of(session.get_one(DecisionRow, decision_id))


def check_drug(session: Session, course: CourseRow, entry: DecisionEntry) -> None:
    """The drug is one of the regimen, and one that has percentages if it is to get one."""
    regimen = regimen_of(text_of(session, course.regimen_sha256), course.regimen_id)
    drugs = {drug.name: drug for drug in regimen.drugs_of(entry.cycle, dict(course.options))}
    if entry.drug not in drugs:
        raise RecordError(f"{entry.drug[:80]} is not given in cycle {entry.cycle} of this course.", "Drug")
    doses = (entry.starting_percent, entry.percent, entry.level)
    if drugs[entry.drug].role == "inhibitor" and any(dose is not None for dose in doses):
        raise RecordError(f"{entry.drug} has no percentages: it is held or stopped.", "Percent")


def check_events(session: Session, course: CourseRow, entry: DecisionEntry) -> None:
    """The events it points to are this patient's."""
    for event_id in entry.event_ids:
        event = session.get(AdverseEventRow, event_id)
        if event is None or event.patient_id != course.patient_id:
            raise RecordError("An event this decision points to is not one of this patient.", "Events")


def refuse_when_answered(session: Session, course: CourseRow, entry: DecisionEntry) -> None:
    """One proposal has one answer: of two windows that answer it at once, the second is told what the first said."""
    rows = session.scalars(
        select(DecisionRow).where(DecisionRow.course_id == course.id, DecisionRow.cycle == entry.cycle)
    )
    before = decision_about(
        sorted((decision_of(row) for row in rows), key=lambda one: one.at), entry.proposal_json, entry.drug, entry.cycle
    )
    if before is not None:
        how = {"accept": "accepted", "change": "changed", "decline": "declined"}[before.entry.taken]
        raise NotAllowed(
            f"{entry.drug}: {before.by} {how} this proposal already. Take that decision back to decide otherwise."
        )


def order_in_force(session: Session, course_id: UUID, cycle: int) -> OrderRow | None:
    query = select(OrderRow).where(
        OrderRow.course_id == course_id, OrderRow.cycle == cycle, OrderRow.state != "replaced"
    )
    return session.scalars(query).first()


def last_order(session: Session, course_id: UUID, cycle: int) -> OrderRow | None:
    """The last order in force before a cycle."""
    query = select(OrderRow).where(
        OrderRow.course_id == course_id, OrderRow.cycle < cycle, OrderRow.state != "replaced"
    )
    return session.scalars(query.order_by(OrderRow.cycle.desc()).limit(1)).first()


def decide(key: UUID, by: UUID, course_id: UUID, entry: DecisionEntry) -> Deed[Decision]:
    """What is decided about one drug from one cycle on."""
    columns = columns_of(entry)
    why = columns["reason"] or columns["reason_code"]

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        course = active_course(session, course_id)
        order = order_in_force(session, course_id, entry.cycle)
        doses = (entry.starting_percent, entry.percent, entry.level)
        if order is not None and order.state == "given" and any(dose is not None for dose in doses):
            raise NotAllowed(f"Cycle {entry.cycle} was given on {order.given_on}; decide for the next one.")
        check_drug(session, course, entry)
        check_events(session, course, entry)
        refuse_when_answered(session, course, entry)
        hold_id = write_hold(session, key, course_id, entry, columns)
        session.add(
            DecisionRow(
                id=key, course_id=course_id, hold_id=hold_id, decided_by=doing.person, decided_role=doing.role,
                withdrawn=False, withdrawn_why="", **columns,
            )
        )  # fmt: skip
        if hold_id is not None or any(dose is not None for dose in doses):
            replan(session, course)
        return key

    if only_holds(entry):
        return Deed("hold as proposed", key, by, do, load_decision, why)
    return Deed("decide", key, by, do, load_decision, why)


def write_hold(
    session: AuditedSession, key: UUID, course_id: UUID, entry: DecisionEntry, columns: dict[str, Any]
) -> UUID | None:
    """The hold or stop of a decision."""
    start: date | None = entry.stop_from or entry.hold_from
    if start is None:
        return None
    hold_id = uuid5(key, "hold")
    session.add(
        HoldRow(
            id=hold_id, course_id=course_id, drug=entry.drug, start=start, end=entry.hold_until,
            stop=entry.stop_from is not None, reason_code=columns["reason_code"] or "other",
            reason_text=columns["reason"] or why_held(session, entry), withdrawn=False, end_why="",
        )
    )  # fmt: skip
    session.flush()
    return hold_id


def why_held(session: Session, entry: DecisionEntry) -> str:
    """Why a hold or stop that was accepted as proposed is there: its toxicities with their grades, and the rules."""
    events = [session.get_one(AdverseEventRow, event_id) for event_id in entry.event_ids]
    said = [f"{event.term} grade {event.grades[-1]['grade']}" for event in events]
    rules = f"rule {', '.join(entry.rule_ids)}" if entry.rule_ids else ""
    return "; ".join(part for part in (", ".join(said), rules) if part)


def withdraw_decision(key: UUID, by: UUID, decision_id: UUID, why: str) -> Deed[Decision]:
    """A decision taken back, with its hold."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(DecisionRow, decision_id)
        if row is None or row.withdrawn:
            raise NotAllowed("This decision is no longer in force.")
        course = active_course(session, row.course_id)
        query = select(OrderRow).where(OrderRow.course_id == row.course_id, OrderRow.state != "replaced")
        for order in session.scalars(query):
            if str(decision_id) in order.decision_ids:
                raise NotAllowed(f"The order of cycle {order.cycle} is signed on this decision; make another one.")
        row.withdrawn, row.withdrawn_why = True, reason
        if row.hold_id:
            refuse_when_restarted_from(session, row.hold_id)
        hold = session.get(HoldRow, row.hold_id) if row.hold_id else None
        if hold is not None and not hold.withdrawn:
            hold.withdrawn, hold.end_why = True, reason
        replan(session, course)
        return decision_id

    return Deed("withdraw decision", key, by, do, load_decision, reason)


def check_decided(session: Session, course: CourseRow, cycle: int, answer_json: str) -> list[str]:
    """The ids of the decisions an order starts from. Raises NotAllowed where it gives more than was decided."""
    rows = session.scalars(select(DecisionRow).where(DecisionRow.course_id == course.id))
    every = [decision_of(row) for row in rows]
    before = last_order(session, course.id, cycle)
    last = LastOrder(before.cycle, before.signed_at) if before else None
    decided = doses_decided(every, course.id, cycle, last, Doses({}, {}, {}), restarted_in(session, before))
    answer = cast(dict[str, Any], read(answer_json))
    for dose in answer["doses"]:
        for name, limits, given in (
            ("starting percent", decided.starting_percent, dose.get("starting_percent")),
            ("percent", decided.percent, dose.get("percent")),
            ("level", decided.level, dose.get("dose_level")),
        ):
            limit = limits.get(dose["drug"])
            if limit is not None and given is not None and Decimal(str(given)) > limit:
                raise NotAllowed(
                    f"Decided for {dose['drug']} was a {name} of {limit}; this order gives {given}. To give more, "
                    "decide anew."
                )
    return [str(decision.id) for decision in decisions_for(every, course.id, cycle, last)]
