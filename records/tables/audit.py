"""The audit trail: one row per change of one record, each chained to the one before by its hash."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Base
from records.tables.types import Count

#: What the first entry is chained to.
BEGINNING = "0" * 64


class AuditRow(Base):
    """content is canonical JSON of the whole entry, old and new values included; the other columns repeat parts of it.

    hash  SHA-256 of previous_hash followed by content
    """

    __tablename__ = "audit"
    __table_args__ = (
        Index("ix_audit_deed", "deed_key"),
        Index("ix_audit_patient", "patient_id", "seq"),
        Index("ix_audit_subject", "subject_id", "seq"),
        STRICT,
    )

    seq: Mapped[int] = mapped_column(Count(), primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    person_id: Mapped[UUID]
    deed_key: Mapped[UUID]
    action: Mapped[str]
    subject: Mapped[str]
    subject_id: Mapped[UUID]
    patient_id: Mapped[UUID | None]
    content: Mapped[str]
    previous_hash: Mapped[str]
    hash: Mapped[str] = mapped_column(unique=True)
