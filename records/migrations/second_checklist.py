"""A checklist answer of a course taken over: settled by the earlier hospital, before the cycles given there."""

from alembic import op

TABLE = "checklist_answer"
CHECK = "ck_checklist_answer_result"
RESULT = "result IN ('done', 'not_done', 'not_applicable', 'taken_over')"


def allow_taken_over() -> None:
    """One more result."""
    with op.batch_alter_table(TABLE, table_kwargs={"sqlite_strict": True}) as table:
        table.drop_constraint(op.f(CHECK), type_="check")
        table.create_check_constraint(op.f(CHECK), RESULT)
