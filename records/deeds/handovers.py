"""Files handed over and taken over, as they are kept; and that an order of a course treated elsewhere asks first."""

from collections.abc import Collection, Mapping
from typing import Literal, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.course.handed_over import stop_key
from records.course.versions import on
from records.deeds.patients import first_person
from records.errors import NotAllowed, RecordError
from records.tables import CourseRow, HandoverKeyRow, HandoverRow
from records.trail.canonical import sha256
from records.values.handed_over import HandoverRecord
from records.values.handover import SignedText


def record_of(session: Session, row: HandoverRow) -> HandoverRecord:
    course = session.get_one(CourseRow, row.course_id)
    by = first_person(session, "handover", {row.id})[row.id]
    return HandoverRecord(
        row.id, cast(Literal["given", "taken"], row.direction), course.patient_id, row.course_id, row.other, row.note,
        row.sha256, by, row.created_at, row.withdrawn, row.withdrawn_why,
    )  # fmt: skip


def load_handover(session: Session, handover_id: UUID) -> HandoverRecord:
    return record_of(session, session.get_one(HandoverRow, handover_id))


def handovers_of(session: Session, course_ids: Collection[UUID]) -> tuple[HandoverRecord, ...]:
    """Everything handed over or taken over of some courses, oldest first."""
    query = select(HandoverRow).where(HandoverRow.course_id.in_(course_ids)).order_by(HandoverRow.audit_seq)
    return tuple(record_of(session, row) for row in session.scalars(query))


def given_words(session: Session, course_ids: Collection[UUID]) -> dict[UUID, str]:
    """Course -> that somebody else treats it, in the words of a list."""
    query = select(HandoverRow).where(
        HandoverRow.course_id.in_(course_ids), HandoverRow.direction == "given", ~HandoverRow.withdrawn
    )
    return {
        row.course_id: f"handed over to {row.other} on {on(row.created_at)}; treated there"
        for row in session.scalars(query)
    }


def signed_text(session: Session, handover_id: UUID) -> SignedText:
    """A file as it was signed. Raises RecordError where the store no longer holds it to the letter."""
    row = session.get(HandoverRow, handover_id)
    if row is None:
        raise RecordError("This handover is not in the records that are open.")
    if sha256(row.content) != row.sha256:
        raise RecordError("The text of a handover in the store was changed from outside; it is not shown.")
    return SignedText(row.content, session.get_one(HandoverKeyRow, row.key_id).public_key, row.signature)


def given_away(session: Session, course_id: UUID) -> HandoverRow | None:
    """The handover of a course that is in force."""
    query = select(HandoverRow).where(
        HandoverRow.course_id == course_id, HandoverRow.direction == "given", ~HandoverRow.withdrawn
    )
    return session.scalars(query).first()


def refuse_handed_over(session: Session, course_id: UUID, overrides: Mapping[str, str]) -> None:
    """Raises NotAllowed for an order of a course somebody else treats, unless a reason was given for this handover."""
    row = given_away(session, course_id)
    if row is not None and not overrides.get(stop_key(row.id), "").strip():
        raise NotAllowed(
            f"This course was handed over to {row.other}; take it back first, or say why an order is signed here."
        )
