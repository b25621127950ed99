"""What stands in a form that is no record yet, on one workstation; emptied once it is saved or thrown away."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Base


class FormDraftRow(Base):
    """The texts of one form as typed, valid or not. Not a clinical row: nothing is decided or shown from it."""

    __tablename__ = "form_draft"
    __table_args__ = (
        UniqueConstraint("station", "form"),
        CheckConstraint("length(station) <= 64 AND length(form) BETWEEN 1 AND 100", "names"),
        STRICT,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    station: Mapped[str]
    form: Mapped[str]
    texts: Mapped[dict[str, Any]]
    kept_by: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    kept_at: Mapped[datetime]
