"""Holds by half days, and restarts of an oral drug within a cycle. Part of the second step of the schema."""

import sqlalchemy as sa
from alembic import op

from records.migrations.first_columns import exact, kept
from records.tables import types as kinds


def add_restarts() -> None:
    """Two columns of `hold`, and the table `restart`."""
    for name in ("from_slot", "to_slot"):
        op.add_column("hold", sa.Column(name, sa.Text(), nullable=True))
    op.create_table(
        "restart",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("cycle", kinds.Count(), nullable=False),
        sa.Column("order_id", kinds.Key(), nullable=False),
        sa.Column("hold_id", kinds.Key(), nullable=False),
        sa.Column("held_to", kinds.Day(), nullable=True),
        sa.Column("held_to_slot", sa.Text(), nullable=True),
        sa.Column("drug", sa.Text(), nullable=False),
        sa.Column("from_day", kinds.Day(), nullable=False),
        sa.Column("from_slot", sa.Text(), nullable=False),
        sa.Column("percent", kinds.Exact(), nullable=True),
        sa.Column("level", kinds.Exact(), nullable=True),
        sa.Column("case_json", sa.Text(), nullable=False),
        sa.Column("answer_json", sa.Text(), nullable=False),
        sa.Column("regimen_sha256", sa.Text(), nullable=False),
        sa.Column("profile_sha256", sa.Text(), nullable=False),
        sa.Column("engine_version", sa.Text(), nullable=False),
        sa.Column("overrides", kinds.Json(), nullable=False),
        sa.Column("decision_ids", kinds.Json(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("check_code", sa.Text(), nullable=False),
        sa.Column("signed_by_id", kinds.Key(), nullable=False),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("signed_role", sa.Text(), nullable=False),
        sa.Column("signed_at", kinds.Moment(), nullable=False),
        sa.Column("withdrawn", kinds.Flag(), nullable=False),
        sa.Column("withdrawn_why", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint("cycle BETWEEN 1 AND 200", name=op.f("ck_restart_cycle")),
        sa.CheckConstraint("from_slot IN ('am', 'pm')", name=op.f("ck_restart_from_slot")),
        sa.CheckConstraint(
            "held_to_slot IS NULL OR held_to_slot IN ('am', 'pm')", name=op.f("ck_restart_held_to_slot")
        ),
        sa.CheckConstraint(exact("percent", 0, 100), name=op.f("ck_restart_percent")),
        sa.CheckConstraint(exact("level", 0, 100000), name=op.f("ck_restart_level")),
        sa.CheckConstraint("(percent IS NULL) <> (level IS NULL)", name=op.f("ck_restart_one_reduction")),
        sa.CheckConstraint("length(reason) > 0", name=op.f("ck_restart_reason")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_restart_course_id")),
        sa.ForeignKeyConstraint(["hold_id"], ["hold.id"], name=op.f("fk_restart_hold_id")),
        sa.ForeignKeyConstraint(["order_id"], ["cycle_order.id"], name=op.f("fk_restart_order_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_restart_person_id")),
        sa.ForeignKeyConstraint(["profile_sha256"], ["kept_text.sha256"], name=op.f("fk_restart_profile_sha256")),
        sa.ForeignKeyConstraint(["regimen_sha256"], ["kept_text.sha256"], name=op.f("fk_restart_regimen_sha256")),
        sa.ForeignKeyConstraint(["signed_by_id"], ["person.id"], name=op.f("fk_restart_signed_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_restart")),
        sqlite_strict=True,
    )
    op.create_index("ix_restart_course", "restart", ["course_id", "cycle"], unique=False)
