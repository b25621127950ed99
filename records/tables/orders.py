"""Cycle orders: drafts that change as one types, signed orders that never do, and what was printed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Kept, one_of

#: Columns of which the audit trail keeps the hash instead of a second copy.
HASHED = {"audit": "hash"}


class DraftRow(Kept):
    """What is being typed for one cycle. open False: signed meanwhile, the row waits for the next draft."""

    __tablename__ = "draft"
    __table_args__ = (
        UniqueConstraint("course_id", "cycle"),
        CheckConstraint("cycle BETWEEN 1 AND 200", "cycle"),
        STRICT,
    )

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    cycle: Mapped[int]
    open: Mapped[bool]
    day1: Mapped[date]
    texts: Mapped[dict[str, Any]] = mapped_column(info=HASHED)
    case_json: Mapped[str] = mapped_column(info=HASHED)
    answer_json: Mapped[str] = mapped_column(info=HASHED)


class OrderRow(Kept):
    """A signed order as a full snapshot. Triggers let only its state move: signed to given, or signed to replaced.

    decision_ids  the decisions about drugs it starts from
    """

    __tablename__ = "cycle_order"
    __table_args__ = (
        one_of("state", "signed", "given", "replaced"),
        UniqueConstraint("course_id", "cycle", "revision"),
        CheckConstraint("cycle BETWEEN 1 AND 200", "cycle"),
        CheckConstraint("(state = 'given') = (given_on IS NOT NULL)", "given"),
        Index(
            "ix_cycle_order_one_in_force", "course_id", "cycle", unique=True,
            sqlite_where=("state <> 'replaced'"), postgresql_where=("state <> 'replaced'"),
        ),
        STRICT,
    )  # fmt: skip

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    cycle: Mapped[int]
    revision: Mapped[int]
    state: Mapped[str]
    day1: Mapped[date]
    case_json: Mapped[str] = mapped_column(info=HASHED)
    answer_json: Mapped[str] = mapped_column(info=HASHED)
    regimen_sha256: Mapped[str] = mapped_column(ForeignKey("kept_text.sha256"))
    profile_sha256: Mapped[str] = mapped_column(ForeignKey("kept_text.sha256"))
    engine_version: Mapped[str]
    overrides: Mapped[dict[str, Any]]
    decision_ids: Mapped[list[Any]]
    check_code: Mapped[str]
    signed_by_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    signed_by: Mapped[str]
    signed_role: Mapped[str]
    signed_at: Mapped[datetime]
    given_on: Mapped[date | None]
    given_at: Mapped[datetime | None]


class PrintRow(Kept):
    """One printed revision of a course's calendar."""

    __tablename__ = "print"
    __table_args__ = (
        UniqueConstraint("course_id", "revision"),
        one_of("paper", "a4", "letter"),
        CheckConstraint("revision >= 1", "revision"),
        CheckConstraint("copies >= 1", "copies"),
        STRICT,
    )

    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    cycle: Mapped[int]
    revision: Mapped[int]
    language: Mapped[str]
    paper: Mapped[str]
    large_print: Mapped[bool]
    check_code: Mapped[str]
    sha256: Mapped[str]
    order_id: Mapped[UUID | None] = mapped_column(ForeignKey("cycle_order.id"))
    course_json: Mapped[str] = mapped_column(info=HASHED)
    copies: Mapped[int]
    valid: Mapped[bool]
