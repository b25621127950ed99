"""Who works here, and what the site has chosen."""

from typing import Any

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Kept, one_of


class PersonRow(Kept):
    """A named person. Credentials are kept elsewhere; a person is never deleted, only no longer active."""

    __tablename__ = "person"
    __table_args__ = (one_of("role", "nurse", "pharmacist", "prescriber", "administrator"), STRICT)

    name: Mapped[str]
    role: Mapped[str]
    active: Mapped[bool]


class SettingRow(Kept):
    """One named value: `site` the site's settings, `demo` the mark of the demo clinic."""

    __tablename__ = "setting"
    __table_args__ = (CheckConstraint("length(name) BETWEEN 1 AND 64", "name"), STRICT)

    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[dict[str, Any]]
