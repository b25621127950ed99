"""Regimen, practice profile and grading texts, kept once under their hash and never changed."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Base, one_of


class KeptText(Base):
    """The whole text of a file; courses and signed orders point to it by hash, so each carries it in full."""

    __tablename__ = "kept_text"
    __table_args__ = (
        one_of("kind", "regimen", "profile", "grading", "supportive"),
        CheckConstraint("length(sha256) = 64", "sha256"),
        STRICT,
    )  # fmt: skip

    sha256: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    text: Mapped[str]
    kept_at: Mapped[datetime]
