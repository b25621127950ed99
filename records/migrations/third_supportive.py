"""A site's own supportive care: a third kind of own file, and a fourth of kept text."""

import sqlalchemy as sa
from alembic import op

FILES = "kind IN ('regimen', 'profile', 'supportive')"
TEXTS = "kind IN ('regimen', 'profile', 'grading', 'supportive')"
ONE_IN_FORCE = "ix_approval_one_in_force"


def add_supportive_sets() -> None:
    """SQLite cannot change a CHECK: the tables are made anew, with the rows they have."""
    with op.batch_alter_table("kept_text", table_kwargs={"sqlite_strict": True}) as table:
        table.drop_constraint(op.f("ck_kept_text_kind"), type_="check")
        table.create_check_constraint(op.f("ck_kept_text_kind"), sa.text(TEXTS))
    _one_kind_more("regimen_draft")
    op.drop_index(ONE_IN_FORCE, "approval")  # of some rows alone, which a table made anew would forget
    _one_kind_more("approval")
    standing = sa.text("NOT withdrawn")
    op.create_index(
        ONE_IN_FORCE, "approval", ["kind", "file_id", "file_version"], unique=True,
        sqlite_where=standing, postgresql_where=standing,
    )  # fmt: skip


def _one_kind_more(name: str) -> None:
    with op.batch_alter_table(name, table_kwargs={"sqlite_strict": True}) as table:
        table.drop_constraint(op.f(f"ck_{name}_kind"), type_="check")
        table.create_check_constraint(op.f(f"ck_{name}_kind"), sa.text(FILES))
