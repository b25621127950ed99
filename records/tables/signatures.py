"""Signatures beneath an order: the blind check, the agreement to a raised dose, the preparation."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Kept, one_of
from records.tables.orders import HASHED


class SignatureRow(Kept):
    """One signature; nothing of it ever changes.

    outcome  of a blind check: equal or different; of others empty
    differs  which fields differed, never by how much
    typed    what the checker typed from the source
    """

    __tablename__ = "signature"
    __table_args__ = (
        one_of("meaning", "verify", "raise", "prepare"),
        one_of("outcome", "", "equal", "different"),
        CheckConstraint("(meaning = 'verify') = (outcome <> '')", "checked"),
        Index("ix_signature_order", "order_id"),
        STRICT,
    )

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("cycle_order.id"))
    meaning: Mapped[str]
    outcome: Mapped[str]
    differs: Mapped[list[Any]]
    typed: Mapped[dict[str, Any]] = mapped_column(info=HASHED)
    note: Mapped[str]
    signer_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    signer: Mapped[str]
    signer_role: Mapped[str]
    signed_at: Mapped[datetime]
