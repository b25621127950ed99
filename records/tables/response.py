"""Lesions, scans, and what became of a course."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Kept, exact_check, one_of
from records.tables.orders import HASHED
from records.values.responses import OFF_REASONS

IN_FORCE = "complete AND NOT replaced AND NOT withdrawn"
HALF = "NOT complete AND NOT withdrawn"


class LesionRow(Kept):
    """A lesion that is followed. It is only withdrawn, with a reason."""

    __tablename__ = "lesion"
    __table_args__ = (
        one_of("role", "target", "nontarget", "new"),
        one_of("kind", "node", "non-node"),
        exact_check("slice_mm", "0", "100", "slice_mm"),
        CheckConstraint("length(name) BETWEEN 1 AND 20", "name"),
        Index(
            "ix_lesion_name", "course_id", "name", unique=True, sqlite_where="NOT withdrawn",
            postgresql_where="NOT withdrawn",
        ),
        Index("ix_lesion_patient", "patient_id"),
        STRICT,
    )  # fmt: skip

    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patient.id"))
    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    name: Mapped[str]
    role: Mapped[str]
    organ: Mapped[str]
    place: Mapped[str]
    kind: Mapped[str]
    slice_mm: Mapped[Decimal | None]
    chest_film: Mapped[bool]
    unfit: Mapped[str]
    withdrawn: Mapped[bool]
    withdrawn_why: Mapped[str]


class ScanRow(Kept):
    """One reading of one scan; half-typed it changes in place, complete it is only replaced or withdrawn.

    replaces_id  the revision it takes the place of
    """

    __tablename__ = "scan"
    __table_args__ = (
        one_of("new_lesion", "", "none", "equivocal", "unequivocal"),
        one_of("marker", "", "above", "normal", "not_reported"),
        CheckConstraint("revision >= 1", "revision"),
        CheckConstraint('NOT complete OR "on" IS NOT NULL', "dated"),
        Index(
            "ix_scan_day", "course_id", "on", unique=True, sqlite_where=IN_FORCE, postgresql_where=IN_FORCE,
        ),
        Index("ix_scan_half", "course_id", unique=True, sqlite_where=HALF, postgresql_where=HALF),
        Index("ix_scan_patient", "patient_id"),
        STRICT,
    )  # fmt: skip

    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patient.id"))
    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    on: Mapped[date | None]
    method: Mapped[str]
    baseline: Mapped[bool]
    targets: Mapped[dict[str, Any]]
    nontargets: Mapped[dict[str, Any]]
    new_lesions: Mapped[dict[str, Any]]
    new_lesion: Mapped[str]
    marker: Mapped[str]
    nontarget_grew: Mapped[bool]
    for_symptoms: Mapped[bool]
    note: Mapped[str]
    texts: Mapped[dict[str, Any]] = mapped_column(info=HASHED)
    complete: Mapped[bool]
    revision: Mapped[int]
    replaces_id: Mapped[UUID | None]
    reason: Mapped[str]
    replaced: Mapped[bool]
    withdrawn: Mapped[bool]
    withdrawn_why: Mapped[str]


class FollowUpRow(Kept):
    """What became of a course and of the patient; every change is audited and version checked."""

    __tablename__ = "follow_up"
    __table_args__ = (
        UniqueConstraint("course_id"),
        one_of("off_reason", "", *OFF_REASONS),
        CheckConstraint("confirm_min_days BETWEEN 0 AND 1000", "confirm_min_days"),
        CheckConstraint("sd_min_days BETWEEN 0 AND 1000", "sd_min_days"),
        CheckConstraint("max_not_evaluable_between BETWEEN 0 AND 100", "max_not_evaluable_between"),
        Index("ix_follow_up_patient", "patient_id"),
        STRICT,
    )

    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patient.id"))
    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    new_therapy_on: Mapped[date | None]
    judged_progression_on: Mapped[date | None]
    off_on: Mapped[date | None]
    off_reason: Mapped[str]
    off_words: Mapped[str]
    death_on: Mapped[date | None]
    last_alive_on: Mapped[date | None]
    note: Mapped[str]
    confirmation_required: Mapped[bool]
    confirm_min_days: Mapped[int]
    sd_min_days: Mapped[int]
    max_not_evaluable_between: Mapped[int]
    allow_sd_between_pr: Mapped[bool]
