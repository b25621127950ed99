"""Files that were taken over, and cohorts kept for the Outcomes page."""

import sqlalchemy as sa
from alembic import op

from records.migrations.first_columns import kept
from records.tables import types as kinds

COUNTS = ("patients", "sizes", "labs", "there", "refused")


def add_imports() -> None:
    """Two tables; rows that came of a file say so by the deed of their entries."""
    op.create_table(
        "file_import",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("choices", kinds.Json(), nullable=False),
        *(sa.Column(name, kinds.Count(), nullable=False) for name in COUNTS),
        *kept(),
        sa.CheckConstraint("form IN ('csv', 'xlsx', 'fhir')", name=op.f("ck_file_import_form")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_file_import_sha256")),
        sa.CheckConstraint(
            "patients >= 0 AND sizes >= 0 AND labs >= 0 AND there >= 0 AND refused >= 0",
            name=op.f("ck_file_import_counts"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_file_import_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_import")),
        sqlite_strict=True,
    )
    op.create_table(
        "cohort_file",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("patients", kinds.Count(), nullable=False),
        sa.Column("table_text", sa.Text(), nullable=False),
        sa.Column("events_text", sa.Text(), nullable=False),
        sa.Column("dropped", kinds.Flag(), nullable=False),
        *kept(),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_cohort_file_sha256")),
        sa.CheckConstraint("length(title) BETWEEN 1 AND 200", name=op.f("ck_cohort_file_title")),
        sa.CheckConstraint("patients >= 1", name=op.f("ck_cohort_file_patients")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_cohort_file_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort_file")),
        sqlite_strict=True,
    )
