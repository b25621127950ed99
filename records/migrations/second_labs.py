"""Laboratory results taken from HL7 messages: where a value came from, and which one counts in its place."""

import sqlalchemy as sa
from alembic import op

from records.migrations.first_columns import kept
from records.tables import types as kinds


def add_lab_imports() -> None:
    """The table of imports, and four columns of `lab` that are empty for everything typed by hand."""
    op.create_table(
        "lab_import",
        sa.Column("id", kinds.Key(), nullable=False),
        sa.Column("patient_id", kinds.Key(), nullable=False),
        sa.Column("messages", kinds.Json(), nullable=False),
        sa.Column("labs", kinds.Json(), nullable=False),
        sa.Column("choices", kinds.Json(), nullable=False),
        *kept(),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("fk_lab_import_patient_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_lab_import_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lab_import")),
        sqlite_strict=True,
    )
    op.create_index("ix_lab_import_patient", "lab_import", ["patient_id"], unique=False)
    op.add_column("lab", sa.Column("taken_at", sa.Text(), nullable=True))
    op.add_column("lab", sa.Column("status", sa.Text(), nullable=True))
    op.add_column("lab", sa.Column("import_id", kinds.Key(), nullable=True))
    op.add_column("lab", sa.Column("superseded_by_id", kinds.Key(), nullable=True))
