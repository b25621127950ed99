"""Restarts of an oral drug at a lower dose within a cycle."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Kept, exact_check, one_of
from records.tables.orders import HASHED


class RestartRow(Kept):
    """One signed restart as a full snapshot. Triggers let only its withdrawal move.

    from_slot    the first half day taken again, of from_day
    order_id     the order whose tablets it takes the place of
    hold_id      the hold it ends; held_to, held_to_slot: when that hold was to end before, empty: not said
    decision_ids the decisions about the drug it comes from
    """

    __tablename__ = "restart"
    __table_args__ = (
        CheckConstraint("cycle BETWEEN 1 AND 200", "cycle"),
        one_of("from_slot", "am", "pm"),
        CheckConstraint("held_to_slot IS NULL OR held_to_slot IN ('am', 'pm')", "held_to_slot"),
        exact_check("percent", "0", "100", "percent"),
        exact_check("level", "0", "100000", "level"),
        CheckConstraint("(percent IS NULL) <> (level IS NULL)", "one_reduction"),
        CheckConstraint("length(reason) > 0", "reason"),
        Index("ix_restart_course", "course_id", "cycle"),
        STRICT,
    )

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    cycle: Mapped[int]
    order_id: Mapped[UUID] = mapped_column(ForeignKey("cycle_order.id"))
    hold_id: Mapped[UUID] = mapped_column(ForeignKey("hold.id"))
    held_to: Mapped[date | None]
    held_to_slot: Mapped[str | None]
    drug: Mapped[str]
    from_day: Mapped[date]
    from_slot: Mapped[str]
    percent: Mapped[Decimal | None]
    level: Mapped[Decimal | None]
    case_json: Mapped[str] = mapped_column(info=HASHED)
    answer_json: Mapped[str] = mapped_column(info=HASHED)
    regimen_sha256: Mapped[str] = mapped_column(ForeignKey("kept_text.sha256"))
    profile_sha256: Mapped[str] = mapped_column(ForeignKey("kept_text.sha256"))
    engine_version: Mapped[str]
    overrides: Mapped[dict[str, Any]]
    decision_ids: Mapped[list[Any]]
    reason: Mapped[str]
    check_code: Mapped[str]
    signed_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    signed_by: Mapped[str]
    signed_role: Mapped[str]
    signed_at: Mapped[datetime]
    withdrawn: Mapped[bool]
    withdrawn_why: Mapped[str]
