"""Courses moved to another version of their files. Part of the second step of the schema."""

import sqlalchemy as sa
from alembic import op

from records.migrations.first_columns import kept
from records.tables import types as kinds

TEXTS = ("regimen_before", "regimen_after", "profile_before", "profile_after")


def add_moves() -> None:
    """The table `course_move`."""
    op.create_table(
        "course_move",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("from_cycle", kinds.Count(), nullable=False),
        sa.Column("before", kinds.Json(), nullable=False),
        sa.Column("after", kinds.Json(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("orders", kinds.Json(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("moved_by_id", kinds.Key(), nullable=False),
        sa.Column("moved_by", sa.Text(), nullable=False),
        sa.Column("moved_role", sa.Text(), nullable=False),
        sa.Column("moved_at", kinds.Moment(), nullable=False),
        *kept(),
        sa.CheckConstraint("from_cycle BETWEEN 1 AND 200", name=op.f("ck_course_move_from_cycle")),
        sa.CheckConstraint("length(reason) > 0", name=op.f("ck_course_move_reason")),
        sa.CheckConstraint(
            "regimen_before <> regimen_after OR profile_before <> profile_after", name=op.f("ck_course_move_moved")
        ),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_course_move_course_id")),
        sa.ForeignKeyConstraint(["moved_by_id"], ["person.id"], name=op.f("fk_course_move_moved_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_course_move_person_id")),
        *(sa.ForeignKeyConstraint([name], ["kept_text.sha256"], name=op.f(f"fk_course_move_{name}")) for name in TEXTS),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_move")),
        sqlite_strict=True,
    )
    op.create_index("ix_course_move_course", "course_move", ["course_id"], unique=False)
