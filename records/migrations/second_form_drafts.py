"""Drafts of forms move from private files into the store, where they are encrypted with everything else."""

import sqlalchemy as sa
from alembic import op

from records.tables import types as kinds


def add_form_drafts() -> None:
    """The table; the files are taken in by the program that finds them."""
    op.create_table(
        "form_draft",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("station", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("texts", kinds.Json(), nullable=False),
        sa.Column("kept_by", kinds.Key(), nullable=False),
        sa.Column("kept_at", kinds.Moment(), nullable=False),
        sa.CheckConstraint(
            "length(station) <= 64 AND length(form) BETWEEN 1 AND 100", name=op.f("ck_form_draft_names")
        ),
        sa.ForeignKeyConstraint(["kept_by"], ["person.id"], name=op.f("fk_form_draft_kept_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_draft")),
        sa.UniqueConstraint("station", "form", name=op.f("uq_form_draft_station_form")),
        sqlite_strict=True,
    )
