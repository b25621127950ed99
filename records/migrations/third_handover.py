"""Courses handed over and taken over as signed files, and the keys they are signed with."""

import sqlalchemy as sa
from alembic import op

from records.migrations.first_columns import kept
from records.tables import types as kinds


def add_handover() -> None:
    """Two tables: keys first, for each file names the key it was signed with."""
    op.create_table(
        "handover_key",
        sa.Column("id", kinds.Key(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("origin", "public_key", "holder", "confirmed")),
        sa.Column("withdrawn", kinds.Flag(), nullable=False),
        sa.Column("withdrawn_why", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint("origin IN ('own', 'trusted')", name=op.f("ck_handover_key_origin")),
        sa.CheckConstraint("length(public_key) = 64", name=op.f("ck_handover_key_public_key")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_handover_key_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_key")),
        sqlite_strict=True,
    )
    op.create_index("ix_handover_key_public", "handover_key", ["public_key"])
    op.create_table(
        "handover",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        *(sa.Column(name, kinds.Key(), nullable=False) for name in ("course_id", "key_id", "file_id")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("other", "note", "content", "signature", "sha256")),
        sa.Column("withdrawn", kinds.Flag(), nullable=False),
        sa.Column("withdrawn_why", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint("direction IN ('given', 'taken')", name=op.f("ck_handover_direction")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_handover_sha256")),
        sa.CheckConstraint("length(signature) = 128", name=op.f("ck_handover_signature")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_handover_course_id")),
        sa.ForeignKeyConstraint(["key_id"], ["handover_key.id"], name=op.f("fk_handover_key_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_handover_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
        sqlite_strict=True,
    )
    op.create_index("ix_handover_course", "handover", ["course_id"])
    op.create_index("ix_handover_file", "handover", ["direction", "file_id"], unique=True)
