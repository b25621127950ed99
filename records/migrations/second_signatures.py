"""Signatures beneath an order. Part of the second step of the schema."""

import sqlalchemy as sa
from alembic import op

from records.migrations.first_columns import kept
from records.tables import types as kinds


def add_signatures() -> None:
    """The table `signature`."""
    op.create_table(
        "signature",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("order_id", kinds.Key(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("differs", kinds.Json(), nullable=False),
        sa.Column("typed", kinds.Json(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("signer_id", kinds.Key(), nullable=False),
        sa.Column("signer", sa.Text(), nullable=False),
        sa.Column("signer_role", sa.Text(), nullable=False),
        sa.Column("signed_at", kinds.Moment(), nullable=False),
        *kept(),
        sa.CheckConstraint("meaning IN ('verify', 'raise', 'prepare')", name=op.f("ck_signature_meaning")),
        sa.CheckConstraint("outcome IN ('', 'equal', 'different')", name=op.f("ck_signature_outcome")),
        sa.CheckConstraint("(meaning = 'verify') = (outcome <> '')", name=op.f("ck_signature_checked")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_signature_course_id")),
        sa.ForeignKeyConstraint(["order_id"], ["cycle_order.id"], name=op.f("fk_signature_order_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_signature_person_id")),
        sa.ForeignKeyConstraint(["signer_id"], ["person.id"], name=op.f("fk_signature_signer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature")),
        sqlite_strict=True,
    )
    op.create_index("ix_signature_order", "signature", ["order_id"], unique=False)
