"""Stored orders as values: drafts as typed, signed snapshots."""

from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.patients import name_of
from records.deeds.texts import text_of
from records.tables import CourseRow, DraftRow, OrderRow
from records.values.core import OrderRecord, OrderState


def draft_of(session: Session, row: DraftRow, course: CourseRow, by: str) -> OrderRecord:
    return OrderRecord(
        id=row.id, course_id=row.course_id, cycle=row.cycle, revision=0, version=row.version, state="draft",
        day1=row.day1, case_json=row.case_json, answer_json=row.answer_json,
        regimen_text=text_of(session, course.regimen_sha256),
        profile_text=text_of(session, course.profile_sha256), regimen_sha256=course.regimen_sha256,
        profile_sha256=course.profile_sha256, engine_version="", texts=dict(row.texts), overrides={}, created_by=by,
        created_at=row.created_at, signed_by="", signed_role="", signed_at=None, given_at=None,
    )  # fmt: skip


def order_of(session: Session, row: OrderRow) -> OrderRecord:
    return OrderRecord(
        id=row.id, course_id=row.course_id, cycle=row.cycle, revision=row.revision, version=row.version,
        state=cast(OrderState, row.state), day1=row.day1, case_json=row.case_json, answer_json=row.answer_json,
        regimen_text=text_of(session, row.regimen_sha256), profile_text=text_of(session, row.profile_sha256),
        regimen_sha256=row.regimen_sha256, profile_sha256=row.profile_sha256, engine_version=row.engine_version,
        texts={}, overrides=dict(row.overrides), created_by=row.signed_by, created_at=row.created_at,
        signed_by=row.signed_by,
        signed_role=row.signed_role, signed_at=row.signed_at, given_at=row.given_at, given_on=row.given_on,
        check_code=row.check_code, decision_ids=tuple(UUID(decision_id) for decision_id in row.decision_ids),
    )  # fmt: skip


def load_order(session: Session, order_id: UUID) -> OrderRecord:
    return order_of(session, session.get_one(OrderRow, order_id))


def load_draft(session: Session, draft_id: UUID) -> OrderRecord:
    row = session.get_one(DraftRow, draft_id)
    return draft_of(session, row, session.get_one(CourseRow, row.course_id), name_of(session, row.person_id))


def in_force(session: Session, course_id: UUID, cycle: int) -> OrderRow | None:
    """The signed or given order of a cycle."""
    query = select(OrderRow).where(
        OrderRow.course_id == course_id, OrderRow.cycle == cycle, OrderRow.state != "replaced"
    )
    return session.scalars(query).first()
