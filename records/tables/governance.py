"""A site's own regimen files and practice profiles: drafts as they are typed, and approvals by a second person."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from records.tables.base import STRICT, Kept, one_of
from records.tables.orders import HASHED


class RegimenDraftRow(Kept):
    """A file being written, exactly as typed, readable or not. The audit trail keeps its hash.

    state      draft, waiting (for the second person), approved, dropped; the last two never change again
    base_*     the file it was copied from
    authors    ids of everybody who typed at it, in order; none of them can approve it
    asked_id   who asked for approval
    """

    __tablename__ = "regimen_draft"
    __table_args__ = (
        one_of("kind", "regimen", "profile", "supportive"),
        one_of("state", "draft", "waiting", "approved", "dropped"),
        CheckConstraint("length(text_sha256) = 64", "text_sha256"),
        STRICT,
    )

    kind: Mapped[str]
    state: Mapped[str]
    base_id: Mapped[str]
    base_version: Mapped[str]
    base_sha256: Mapped[str] = mapped_column(ForeignKey("kept_text.sha256"))
    text: Mapped[str] = mapped_column(info=HASHED)
    text_sha256: Mapped[str]
    authors: Mapped[list[Any]]
    asked_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[datetime | None]


class ApprovalRow(Kept):
    """A file that may be used, by its hash. Only the withdrawal ever changes; a withdrawn one never comes back: the
    same text is approved again by a row of its own.

    examples  how many worked examples were run, all of them passed
    said      why a text whose approval was withdrawn is approved again; "" the first time
    results   what each example expected and gave
    """

    __tablename__ = "approval"
    __table_args__ = (
        one_of("kind", "regimen", "profile", "supportive"),
        CheckConstraint("examples BETWEEN 0 AND 1000", "examples"),
        CheckConstraint("examples > 0", "tested"),
        Index("ix_approval_text", "text_sha256"),
        Index(
            "ix_approval_one_in_force", "kind", "file_id", "file_version", unique=True,
            sqlite_where=("NOT withdrawn"), postgresql_where=("NOT withdrawn"),
        ),
        STRICT,
    )  # fmt: skip

    draft_id: Mapped[UUID] = mapped_column(ForeignKey("regimen_draft.id"))
    kind: Mapped[str]
    text_sha256: Mapped[str] = mapped_column(ForeignKey("kept_text.sha256"))
    file_id: Mapped[str]
    file_version: Mapped[str]
    engine_version: Mapped[str]
    examples: Mapped[int]
    results: Mapped[list[Any]] = mapped_column(info=HASHED)
    authors: Mapped[list[Any]]
    approver_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    approver: Mapped[str]
    approver_role: Mapped[str]
    approved_at: Mapped[datetime]
    withdrawn: Mapped[bool]
    withdrawn_why: Mapped[str]
    said: Mapped[str]
