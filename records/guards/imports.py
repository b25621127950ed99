"""Guards inside the database about files that were taken over: what was said of them stays."""

from collections.abc import Iterator

from records.tables.base import KEEPING
from records.tables.imports import CohortFileRow, FileImportRow


def import_guards() -> Iterator[tuple[str, str, str, str, str]]:
    """Name, table, event, condition (true: refused) and words, as `records.guards.triggers.guards`."""
    for row, moves, back in (
        (FileImportRow, set[str](), ""),
        (CohortFileRow, {"dropped"}, "OLD.dropped AND NOT NEW.dropped"),
    ):
        table = row.__tablename__
        fixed = (one.name for one in row.__table__.columns if one.name not in moves | (KEEPING - {"created_at"}))
        changed = " OR ".join(f'OLD."{name}" IS DISTINCT FROM NEW."{name}"' for name in fixed)
        condition = f"{changed} OR ({back})" if back else changed
        yield f"{table}_content", table, "UPDATE", condition, f"a {table} keeps what it says"
