"""The oldest program that may work on the records. Part of the second step of the schema."""

import sqlalchemy as sa
from alembic import op

from records.tables import types as kinds


def add_least_program() -> None:
    """The table `least_program` with its one row."""
    op.create_table(
        "least_program",
        sa.Column("id", kinds.Count(), autoincrement=False, nullable=False),
        sa.Column("major", kinds.Count(), nullable=False),
        sa.Column("minor", kinds.Count(), nullable=False),
        sa.Column("patch", kinds.Count(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_least_program_id")),
        sa.CheckConstraint("major >= 0 AND minor >= 0 AND patch >= 0", name=op.f("ck_least_program_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_least_program")),
        sqlite_strict=True,
    )
    op.execute("INSERT INTO least_program (id, major, minor, patch) VALUES (1, 0, 1, 0)")
