"""Histories out of the audit trail: of one order with all that hangs on it, and of one person; and the trail's end."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from records.deeds.audit_check import kept_tables
from records.deeds.workspace import line_of
from records.errors import NotAllowed, RecordError
from records.people.permissions import CLINICAL
from records.people.seat import Seat
from records.store import looks_after_people, needs_accounts
from records.tables import AuditRow, DraftRow, OrderRow, PersonRow
from records.tables.audit import BEGINNING
from records.trail.anchor import Anchor
from records.trail.canonical import read
from records.values.audit import PersonHistory, TrailEnd
from records.values.core import HistoryLine

MOST_LINES = 500


def trail_end(session: Session) -> TrailEnd:
    """The newest entry of the trail."""
    newest = select(AuditRow.seq, AuditRow.hash, AuditRow.at).order_by(AuditRow.seq.desc()).limit(1)
    row = session.execute(newest).first()
    return TrailEnd(Anchor(0, BEGINNING), None) if row is None else TrailEnd(Anchor(row.seq, row.hash), row.at)


def order_history(session: Session, order_id: UUID) -> tuple[HistoryLine, ...]:
    """Every entry about one order or draft, newest first: draft, signatures, checks, doses, prints.

    What names the order, or the cycle of its course, is about it. Raises RecordError for an order that is not there.
    """
    order: OrderRow | DraftRow | None = session.get(OrderRow, order_id) or session.get(DraftRow, order_id)
    if order is None:
        raise RecordError("This order is not in the records that are open.")
    about = select(AuditRow.content).where(
        or_(AuditRow.subject_id == order_id, *(AuditRow.subject_id.in_(ids) for ids in hanging_on(order)))
    )
    return lines(session, about.order_by(AuditRow.seq.desc()))


def hanging_on(order: OrderRow | DraftRow) -> Iterable[Select[Any]]:
    """The ids of rows that name the order, or its cycle; other revisions of the order have a history of their own."""
    for table in kept_tables():
        columns = table.__table__.columns
        wanted: list[ColumnElement[bool]] = []
        if "order_id" in columns:
            wanted.append(columns["order_id"] == order.id)
        if "course_id" in columns and "cycle" in columns and table is not OrderRow:
            same = and_(columns["course_id"] == order.course_id, columns["cycle"] == order.cycle)
            wanted.append(and_(same, columns["order_id"].is_(None)) if "order_id" in columns else same)
        if wanted:
            yield select(columns["id"]).where(or_(*wanted))


def person_history(session: Session, seat: Seat, person_id: UUID, before: int | None) -> PersonHistory:
    """What a person did, and what was done about them and their account.

    before  only entries older than this sequence number
    raises  NotAllowed unless it is themself or whoever looks after people, where people sign in
    """
    if session.get(PersonRow, person_id) is None:
        raise RecordError("This person is not in the records that are open.")
    hidden = refuse_reader(session, seat, person_id)
    own = [AuditRow.person_id == person_id, AuditRow.subject_id == person_id]
    for table in kept_tables():
        columns = table.__table__.columns
        if "holder_id" in columns:
            own.append(AuditRow.subject_id.in_(select(columns["id"]).where(columns["holder_id"] == person_id)))
    query = select(AuditRow.content, AuditRow.patient_id).where(or_(*own))
    if before is not None:
        query = query.where(AuditRow.seq < before)
    rows = session.execute(query.order_by(AuditRow.seq.desc()).limit(MOST_LINES + 1)).all()
    found = tuple(
        bare(line) if hidden and patient_id is not None else line
        for line, patient_id in ((line_of(cast(dict[str, Any], read(row.content))), row.patient_id) for row in rows)
    )
    return PersonHistory(found[:MOST_LINES], hidden, len(found) > MOST_LINES)


def refuse_reader(session: Session, seat: Seat, person_id: UUID) -> bool:
    """Whether patients' entries are to be left bare for whoever reads. Raises NotAllowed."""
    if not needs_accounts(session, seat):
        return False
    signed = seat.signed_in
    reader = session.get(PersonRow, signed.person.id) if signed is not None else None
    if reader is None:
        raise NotAllowed("Please sign in first.")
    if reader.id != person_id and not looks_after_people(session, reader):
        raise NotAllowed("What somebody did is shown to themself and to whoever looks after people here.")
    return reader.role not in CLINICAL


def bare(line: HistoryLine) -> HistoryLine:
    """What was done and when, without anything of the patient."""
    return replace(line, old="", new="", why="")


def lines(session: Session, query: Select[Any]) -> tuple[HistoryLine, ...]:
    """Entries as lines."""
    return tuple(line_of(cast(dict[str, Any], read(content))) for content in session.scalars(query))
