"""Courses moved to another version of their regimen or practice profile."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Kept


class CourseMoveRow(Kept):
    """One move; nothing of it ever changes. Cycles before `from_cycle` stay with the texts they had.

    before, after   regimen id, its version and the profile's id, as the course named them and names them now
    orders          ids of signed orders, not yet given, that fell away with it
    """

    __tablename__ = "course_move"
    __table_args__ = (
        CheckConstraint("from_cycle BETWEEN 1 AND 200", "from_cycle"),
        CheckConstraint("length(reason) > 0", "reason"),
        CheckConstraint("regimen_before <> regimen_after OR profile_before <> profile_after", "moved"),
        Index("ix_course_move_course", "course_id"),
        STRICT,
    )

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    from_cycle: Mapped[int]
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    regimen_before: Mapped[str] = mapped_column(ForeignKey("kept_text.sha256"))
    regimen_after: Mapped[str] = mapped_column(ForeignKey("kept_text.sha256"))
    profile_before: Mapped[str] = mapped_column(ForeignKey("kept_text.sha256"))
    profile_after: Mapped[str] = mapped_column(ForeignKey("kept_text.sha256"))
    orders: Mapped[list[Any]]
    reason: Mapped[str]
    moved_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    moved_by: Mapped[str]
    moved_role: Mapped[str]
    moved_at: Mapped[datetime]
