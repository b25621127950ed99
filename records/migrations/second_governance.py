"""A site's own regimens and profiles: drafts, and approvals by a second person. Part of the second step."""

import sqlalchemy as sa
from alembic import op

from records.migrations.first_columns import kept
from records.tables import types as kinds


def add_governance() -> None:
    """The tables `regimen_draft` and `approval`."""
    op.create_table(
        "regimen_draft",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("base_id", sa.Text(), nullable=False),
        sa.Column("base_version", sa.Text(), nullable=False),
        sa.Column("base_sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("authors", kinds.Json(), nullable=False),
        sa.Column("asked_id", kinds.Key(), nullable=True),
        sa.Column("asked_at", kinds.Moment(), nullable=True),
        *kept(),
        sa.CheckConstraint("kind IN ('regimen', 'profile')", name=op.f("ck_regimen_draft_kind")),
        sa.CheckConstraint("state IN ('draft', 'waiting', 'approved', 'dropped')", name=op.f("ck_regimen_draft_state")),
        sa.CheckConstraint("length(text_sha256) = 64", name=op.f("ck_regimen_draft_text_sha256")),
        sa.ForeignKeyConstraint(["asked_id"], ["person.id"], name=op.f("fk_regimen_draft_asked_id")),
        sa.ForeignKeyConstraint(["base_sha256"], ["kept_text.sha256"], name=op.f("fk_regimen_draft_base_sha256")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_regimen_draft_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regimen_draft")),
        sqlite_strict=True,
    )
    add_approvals()


def add_approvals() -> None:
    """Approvals point to the draft they end."""
    op.create_table(
        "approval",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("draft_id", kinds.Key(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("file_version", sa.Text(), nullable=False),
        sa.Column("engine_version", sa.Text(), nullable=False),
        sa.Column("examples", kinds.Count(), nullable=False),
        sa.Column("results", kinds.Json(), nullable=False),
        sa.Column("authors", kinds.Json(), nullable=False),
        sa.Column("approver_id", kinds.Key(), nullable=False),
        sa.Column("approver", sa.Text(), nullable=False),
        sa.Column("approver_role", sa.Text(), nullable=False),
        sa.Column("approved_at", kinds.Moment(), nullable=False),
        sa.Column("withdrawn", kinds.Flag(), nullable=False),
        sa.Column("withdrawn_why", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint("kind IN ('regimen', 'profile')", name=op.f("ck_approval_kind")),
        sa.CheckConstraint("examples BETWEEN 0 AND 1000", name=op.f("ck_approval_examples")),
        sa.CheckConstraint("examples > 0", name=op.f("ck_approval_tested")),
        sa.ForeignKeyConstraint(["approver_id"], ["person.id"], name=op.f("fk_approval_approver_id")),
        sa.ForeignKeyConstraint(["draft_id"], ["regimen_draft.id"], name=op.f("fk_approval_draft_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_approval_person_id")),
        sa.ForeignKeyConstraint(["text_sha256"], ["kept_text.sha256"], name=op.f("fk_approval_text_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
        sqlite_strict=True,
    )
    op.create_index("ix_approval_text", "approval", ["text_sha256"], unique=False)
    op.create_index(
        "ix_approval_one_in_force", "approval", ["kind", "file_id", "file_version"], unique=True,
        sqlite_where=sa.text("NOT withdrawn"), postgresql_where=sa.text("NOT withdrawn"),
    )  # fmt: skip
