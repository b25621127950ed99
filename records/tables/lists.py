"""Tables that only repeat what others say, in the shape a list or a search needs; rewritten with each change."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import Base

#: Compared byte by byte on both databases, so that a range of prefixes means the same.
BYTES = Text(collation="C").with_variant(Text(), "sqlite")


class PatientLineRow(Base):
    """One line of the patients list."""

    __tablename__ = "patient_line"
    __table_args__ = (
        Index("ix_patient_line_folded", "folded", "patient_id"),
        {"sqlite_strict": True, "sqlite_with_rowid": False},
    )

    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patient.id"), primary_key=True)
    name: Mapped[str]
    identifiers: Mapped[str]
    birth_date: Mapped[date]
    sex: Mapped[str]
    course: Mapped[str]
    folded: Mapped[str] = mapped_column(BYTES)


class SearchPart(Base):
    """Where a prefix search begins: each word, ideograph and identifier of a patient, folded."""

    __tablename__ = "search_part"
    __table_args__ = (
        Index("ix_search_part_patient", "patient_id"),
        {"sqlite_strict": True, "sqlite_with_rowid": False},
    )

    part: Mapped[str] = mapped_column(BYTES, primary_key=True)
    patient_id: Mapped[UUID] = mapped_column(ForeignKey("patient.id"), primary_key=True)


class DueRow(Base):
    """One dated event of an active course. kind: day1, visit, blood_test."""

    __tablename__ = "due"
    __table_args__ = (
        Index("ix_due_on", "on", "course_id"),
        Index("ix_due_patient", "patient_id", "on"),
        {"sqlite_strict": True, "sqlite_with_rowid": False},
    )

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"), primary_key=True)
    on: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    patient_id: Mapped[UUID]
    cycle: Mapped[int]
    cycle_day: Mapped[int]
