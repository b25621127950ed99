"""What was given at the chair."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Kept, exact_check, one_of


class AdministrationRow(Kept):
    """One infusion of one drug as it was given, or not given. It is only withdrawn, with a reason."""

    __tablename__ = "administration"
    __table_args__ = (
        one_of("access", "peripheral", "port", "picc", "other"),
        one_of("event", "none", "infusion reaction", "extravasation"),
        exact_check("given_mg", "0", "100000", "given_mg"),
        exact_check("ordered_mg", "0", "100000", "ordered_mg"),
        CheckConstraint("cycle BETWEEN 1 AND 200", "cycle"),
        CheckConstraint("cycle_day BETWEEN 1 AND 366", "cycle_day"),
        CheckConstraint("event = 'none' OR length(done) > 0", "done"),
        Index(
            "ix_administration_once", "order_id", "drug", "cycle_day", unique=True, sqlite_where="NOT withdrawn",
            postgresql_where="NOT withdrawn",
        ),
        Index("ix_administration_course", "course_id"),
        STRICT,
    )  # fmt: skip

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("cycle_order.id"))
    cycle: Mapped[int]
    drug: Mapped[str]
    cycle_day: Mapped[int]
    on: Mapped[date]
    ordered_mg: Mapped[Decimal]
    given_mg: Mapped[Decimal]
    started: Mapped[str]
    stopped: Mapped[str]
    batches: Mapped[list[Any]]
    access: Mapped[str]
    site: Mapped[str]
    vital_signs: Mapped[list[Any]]
    event: Mapped[str]
    done: Mapped[str]
    reason: Mapped[str]
    note: Mapped[str]
    given_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    given_by: Mapped[str]
    given_role: Mapped[str]
    signed_at: Mapped[datetime]
    withdrawn: Mapped[bool]
    withdrawn_why: Mapped[str]
