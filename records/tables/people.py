"""Who works here, how they show that it is them, and what the site has chosen."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Kept, one_of

#: Audit entries hold a hash of it and nothing from which a password could be guessed.
HIDDEN: dict[str, Any] = {"audit": "hash"}


class PersonRow(Kept):
    """A named person. Credentials are an account; a person is never deleted, only no longer active."""

    __tablename__ = "person"
    __table_args__ = (one_of("role", "nurse", "pharmacist", "prescriber", "administrator"), STRICT)

    name: Mapped[str]
    role: Mapped[str]
    active: Mapped[bool]


class AccountRow(Kept):
    """How one person signs in. Whether they have to wait is derived from failures, never kept.

    login          as chosen; login_folded: as compared
    password_hash  Argon2id in its encoded form, with its own parameters and salt
    must_change    somebody else chose the password
    failures       wrong passwords since the last right one; failed_at: the newest of them
    """

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint("length(login) BETWEEN 1 AND 64 AND length(login_folded) >= 1", "login"),
        CheckConstraint("substr(password_hash, 1, 10) = '$argon2id$'", "password_hash"),
        CheckConstraint("failures >= 0", "failures"),
        STRICT,
    )

    holder_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), unique=True)
    login: Mapped[str]
    login_folded: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str] = mapped_column(info=HIDDEN)
    password_at: Mapped[datetime]
    must_change: Mapped[bool]
    failures: Mapped[int]
    failed_at: Mapped[datetime | None]
    signed_in_at: Mapped[datetime | None]
    signed_out_at: Mapped[datetime | None]


class BreakGlassRow(Kept):
    """One time somebody took wider rights in an emergency; what was done meanwhile stands in the audit trail."""

    __tablename__ = "break_glass"
    __table_args__ = (
        CheckConstraint("length(reason) BETWEEN 1 AND 1000", "reason"),
        CheckConstraint("until_at > began_at", "until_at"),
        STRICT,
    )

    holder_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[str]
    began_at: Mapped[datetime]
    until_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class SettingRow(Kept):
    """One named value: `site` the site's settings, `demo` the mark of the demo clinic."""

    __tablename__ = "setting"
    __table_args__ = (CheckConstraint("length(name) BETWEEN 1 AND 64", "name"), STRICT)

    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[dict[str, Any]]
