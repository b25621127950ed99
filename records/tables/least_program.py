"""The oldest program that may still work on these records."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Base
from records.tables.types import Count


class LeastProgramRow(Base):
    """One row, made by the schema; a program raises it and never lowers it. About the store, not about any patient."""

    __tablename__ = "least_program"
    __table_args__ = (
        CheckConstraint("id = 1", "id"),
        CheckConstraint("major >= 0 AND minor >= 0 AND patch >= 0", "version"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(Count(), primary_key=True, autoincrement=False)
    major: Mapped[int]
    minor: Mapped[int]
    patch: Mapped[int]
