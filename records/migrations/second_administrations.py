"""What was given at the chair. Part of the second step of the schema."""

import sqlalchemy as sa
from alembic import op

from records.migrations.first_columns import exact, kept
from records.tables import types as kinds


def add_administrations() -> None:
    """The table `administration`."""
    texts = ("started", "stopped", "access", "site", "event", "done", "reason", "note")
    op.create_table(
        "administration",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("course_id", kinds.Key(), nullable=False),
        sa.Column("order_id", kinds.Key(), nullable=False),
        sa.Column("cycle", kinds.Count(), nullable=False),
        sa.Column("drug", sa.Text(), nullable=False),
        sa.Column("cycle_day", kinds.Count(), nullable=False),
        sa.Column("on", kinds.Day(), nullable=False),
        sa.Column("ordered_mg", kinds.Exact(), nullable=False),
        sa.Column("given_mg", kinds.Exact(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("batches", kinds.Json(), nullable=False),
        sa.Column("vital_signs", kinds.Json(), nullable=False),
        sa.Column("given_by_id", kinds.Key(), nullable=False),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("given_role", sa.Text(), nullable=False),
        sa.Column("signed_at", kinds.Moment(), nullable=False),
        sa.Column("withdrawn", kinds.Flag(), nullable=False),
        sa.Column("withdrawn_why", sa.Text(), nullable=False),
        *kept(),
        sa.CheckConstraint("access IN ('peripheral', 'port', 'picc', 'other')", name=op.f("ck_administration_access")),
        sa.CheckConstraint(
            "event IN ('none', 'infusion reaction', 'extravasation')", name=op.f("ck_administration_event")
        ),
        sa.CheckConstraint(exact("given_mg", 0, 100000), name=op.f("ck_administration_given_mg")),
        sa.CheckConstraint(exact("ordered_mg", 0, 100000), name=op.f("ck_administration_ordered_mg")),
        sa.CheckConstraint("cycle BETWEEN 1 AND 200", name=op.f("ck_administration_cycle")),
        sa.CheckConstraint("cycle_day BETWEEN 1 AND 366", name=op.f("ck_administration_cycle_day")),
        sa.CheckConstraint("event = 'none' OR length(done) > 0", name=op.f("ck_administration_done")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_administration_course_id")),
        sa.ForeignKeyConstraint(["given_by_id"], ["person.id"], name=op.f("fk_administration_given_by_id")),
        sa.ForeignKeyConstraint(["order_id"], ["cycle_order.id"], name=op.f("fk_administration_order_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_administration_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_administration")),
        sqlite_strict=True,
    )
    valid = sa.text("NOT withdrawn")
    op.create_index(
        "ix_administration_once", "administration", ["order_id", "drug", "cycle_day"], unique=True,
        sqlite_where=valid, postgresql_where=valid,
    )  # fmt: skip
    op.create_index("ix_administration_course", "administration", ["course_id"], unique=False)
