"""NCI's own wording of the CTCAE, once a site has loaded its workbook: a new kind of kept text, and which is in use."""

import sqlalchemy as sa
from alembic import op

from records.migrations.first_columns import kept
from records.tables import types as kinds

KINDS = "kind IN ('regimen', 'profile', 'grading')"


def add_grading() -> None:
    """The new kind of text, then the table that names the texts in use."""
    widen_kinds()
    op.create_table(
        "grading_text",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("ctcae", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("file_sha256", sa.Text(), nullable=False),
        sa.Column("file_date", sa.Text(), nullable=False),
        sa.Column("terms", kinds.Count(), nullable=False),
        sa.Column("in_use", kinds.Flag(), nullable=False),
        *kept(),
        sa.CheckConstraint("ctcae IN ('5.0', '6.0')", name=op.f("ck_grading_text_ctcae")),
        sa.CheckConstraint("length(file_sha256) = 64", name=op.f("ck_grading_text_file_sha256")),
        sa.CheckConstraint("terms BETWEEN 1 AND 5000", name=op.f("ck_grading_text_terms")),
        sa.ForeignKeyConstraint(["text_sha256"], ["kept_text.sha256"], name=op.f("fk_grading_text_text_sha256")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_grading_text_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grading_text")),
        sqlite_strict=True,
    )
    in_use = sa.text("in_use")
    op.create_index(
        "uq_grading_text_in_use", "grading_text", ["ctcae"], unique=True, sqlite_where=in_use, postgresql_where=in_use
    )


def widen_kinds() -> None:
    """SQLite cannot change a CHECK: the table is made anew, with the rows it has."""
    with op.batch_alter_table("kept_text", table_kwargs={"sqlite_strict": True}) as table:
        table.drop_constraint(op.f("ck_kept_text_kind"), type_="check")
        table.create_check_constraint(op.f("ck_kept_text_kind"), sa.text(KINDS))
