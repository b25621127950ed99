"""Accounts and break-glass: the part of the second schema about people."""

import sqlalchemy as sa
from alembic import op

from records.migrations.first_columns import kept
from records.tables import types as kinds


def create_people() -> None:
    """How people sign in, and when somebody took wider rights in an emergency."""
    op.create_table(
        "account",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("holder_id", kinds.Key(), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("login_folded", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("password_at", kinds.Moment(), nullable=False),
        sa.Column("must_change", kinds.Flag(), nullable=False),
        sa.Column("failures", kinds.Count(), nullable=False),
        sa.Column("failed_at", kinds.Moment(), nullable=True),
        sa.Column("signed_in_at", kinds.Moment(), nullable=True),
        sa.Column("signed_out_at", kinds.Moment(), nullable=True),
        *kept(),
        sa.CheckConstraint(
            "length(login) BETWEEN 1 AND 64 AND length(login_folded) >= 1", name=op.f("ck_account_login")
        ),
        sa.CheckConstraint("substr(password_hash, 1, 10) = '$argon2id$'", name=op.f("ck_account_password_hash")),
        sa.CheckConstraint("failures >= 0", name=op.f("ck_account_failures")),
        sa.ForeignKeyConstraint(["holder_id"], ["person.id"], name=op.f("fk_account_holder_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_account_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("holder_id", name=op.f("uq_account_holder_id")),
        sa.UniqueConstraint("login_folded", name=op.f("uq_account_login_folded")),
        sqlite_strict=True,
    )
    op.create_table(
        "break_glass",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("holder_id", kinds.Key(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("began_at", kinds.Moment(), nullable=False),
        sa.Column("until_at", kinds.Moment(), nullable=False),
        sa.Column("ended_at", kinds.Moment(), nullable=True),
        *kept(),
        sa.CheckConstraint("length(reason) BETWEEN 1 AND 1000", name=op.f("ck_break_glass_reason")),
        sa.CheckConstraint("until_at > began_at", name=op.f("ck_break_glass_until_at")),
        sa.ForeignKeyConstraint(["holder_id"], ["person.id"], name=op.f("fk_break_glass_holder_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_break_glass_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_break_glass")),
        sqlite_strict=True,
    )
