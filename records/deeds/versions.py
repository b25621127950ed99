"""The versions of its files a course went and goes by, and which of them are no longer approved, as kept."""

from collections.abc import Collection
from typing import Literal, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.texts import text_of
from records.tables import ApprovalRow, CourseMoveRow, CourseRow, PersonRow, RegimenDraftRow
from records.values.moves import CourseMove, CourseTexts, WithdrawnFile

Kind = Literal["regimen", "profile"]


def moves_of(session: Session, course_id: UUID) -> tuple[CourseMove, ...]:
    """Every move of a course, the first one first."""
    query = select(CourseMoveRow).where(CourseMoveRow.course_id == course_id).order_by(CourseMoveRow.audit_seq)
    return tuple(move_of(session, row) for row in session.scalars(query))


def move_of(session: Session, row: CourseMoveRow) -> CourseMove:
    before = texts(session, row.before, row.regimen_before, row.profile_before)
    after = texts(session, row.after, row.regimen_after, row.profile_after)
    orders = tuple(UUID(order) for order in row.orders)
    return CourseMove(row.id, row.from_cycle, before, after, orders, row.reason, row.moved_by, row.moved_role,
                      row.moved_at)  # fmt: skip


def texts(session: Session, named: dict[str, str], regimen: str, profile: str) -> CourseTexts:
    return CourseTexts(
        named["regimen_id"], named["regimen_version"], regimen, named["practice"], profile, text_of(session, regimen),
        text_of(session, profile),
    )  # fmt: skip


def names_of(course: CourseRow) -> dict[str, str]:
    """What a course calls its files."""
    return {
        "regimen_id": course.regimen_id, "regimen_version": course.regimen_version, "practice": course.practice,
    }  # fmt: skip


def withdrawn_files(session: Session, digests: Collection[str] = ()) -> dict[str, WithdrawnFile]:
    """SHA-256 -> file whose approval was withdrawn and not given again; of these texts, or of all."""
    query = select(ApprovalRow).order_by(ApprovalRow.audit_seq)
    if digests:
        query = query.where(ApprovalRow.text_sha256.in_(digests))
    found: dict[str, WithdrawnFile] = {}
    standing: set[str] = set()
    for row in session.scalars(query):
        if not row.withdrawn:
            standing.add(row.text_sha256)
            continue
        name = session.get_one(PersonRow, row.person_id).name
        kind = cast(Kind, row.kind)
        found[row.text_sha256] = WithdrawnFile(
            kind, row.file_id, row.file_version, name, row.changed_at, row.withdrawn_why
        )
    return {digest: file for digest, file in found.items() if digest not in standing}


def withdrawn_of(session: Session, course: CourseRow) -> tuple[WithdrawnFile, ...]:
    """Files a course goes by now whose approval was withdrawn."""
    return tuple(withdrawn_files(session, (course.regimen_sha256, course.profile_sha256)).values())


def root_of(session: Session, kind: str, digest: str, ident: str) -> str:
    """The id of the file at the beginning: what an own file was copied from, and that one again, to one of ours."""
    while True:
        query = (
            select(RegimenDraftRow)
            .join(ApprovalRow, ApprovalRow.draft_id == RegimenDraftRow.id)
            .where(ApprovalRow.kind == kind, ApprovalRow.text_sha256 == digest)
        )
        draft = session.scalars(query.limit(1)).first()
        if draft is None:
            return ident
        digest, ident = draft.base_sha256, draft.base_id
