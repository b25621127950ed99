"""Courses of treatment, and what moves them: delays and holds."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import LATER, STRICT, Kept, one_of


class CourseRow(Kept):
    """A course as begun; the regimen and profile texts lie under their hashes."""

    __tablename__ = "course"
    __table_args__ = (
        one_of("status", "active", "completed", "stopped"),
        one_of("first_dose", "morning", "evening", "next_morning"),
        CheckConstraint("first_cycle BETWEEN 1 AND 200", "first_cycle"),
        CheckConstraint("planned_cycles BETWEEN 1 AND 200", "planned_cycles"),
        Index("ix_course_patient", "patient_id"),
        Index("ix_course_regimen", "regimen_sha256"),
        STRICT,
    )

    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patient.id"))
    status: Mapped[str]
    regimen_id: Mapped[str]
    regimen_version: Mapped[str]
    regimen_sha256: Mapped[str] = mapped_column(ForeignKey("kept_text.sha256"))
    practice: Mapped[str]
    profile_sha256: Mapped[str] = mapped_column(ForeignKey("kept_text.sha256"))
    options: Mapped[dict[str, Any]]
    day1: Mapped[date]
    planned_cycles: Mapped[int]
    first_dose: Mapped[str]
    first_cycle: Mapped[int]
    starting_percent: Mapped[dict[str, Any]]
    earlier: Mapped[list[Any]]
    cumulative: Mapped[dict[str, Any]]
    earlier_toxicities: Mapped[str]
    intent: Mapped[str]
    end_reason: Mapped[str]
    line: Mapped[str | None] = mapped_column(info=LATER)
    extent: Mapped[str | None] = mapped_column(info=LATER)
    surgery: Mapped[str | None] = mapped_column(info=LATER)
    metastases: Mapped[list[Any] | None] = mapped_column(info=LATER)


class DelayRow(Kept):
    """A cycle put off by some days."""

    __tablename__ = "delay"
    __table_args__ = (
        one_of("shift", "all", "this"),
        CheckConstraint("days BETWEEN 1 AND 365", "days"),
        CheckConstraint("cycle BETWEEN 1 AND 200", "cycle"),
        Index("ix_delay_course", "course_id"),
        STRICT,
    )

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    cycle: Mapped[int]
    days: Mapped[int]
    shift: Mapped[str]
    reason_code: Mapped[str]
    reason_text: Mapped[str]
    withdrawn: Mapped[bool]
    withdrawn_why: Mapped[str]


class HoldRow(Kept):
    """One drug not given for a while, or stopped for good.

    from_slot, to_slot  first and last half day of tablets not taken (am, pm); empty: whole days
    """

    __tablename__ = "hold"
    __table_args__ = (
        CheckConstraint('"end" IS NULL OR "end" >= start', "order"),
        Index("ix_hold_course", "course_id"),
        STRICT,
    )

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    drug: Mapped[str]
    start: Mapped[date]
    end: Mapped[date | None]
    stop: Mapped[bool]
    reason_code: Mapped[str]
    reason_text: Mapped[str]
    withdrawn: Mapped[bool]
    end_why: Mapped[str]
    from_slot: Mapped[str | None] = mapped_column(info=LATER)
    to_slot: Mapped[str | None] = mapped_column(info=LATER)
