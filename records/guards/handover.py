"""Guards inside the database about handovers: a signed file and a key keep what they say; only a withdrawal comes."""

from collections.abc import Iterator

from records.tables.base import KEEPING
from records.tables.handover import HandoverKeyRow, HandoverRow

MOVES = {"withdrawn", "withdrawn_why"} | (KEEPING - {"created_at"})


def handover_guards() -> Iterator[tuple[str, str, str, str, str]]:
    """Name, table, event, condition (true: refused) and words, as `records.guards.triggers.guards`."""
    for row in (HandoverKeyRow, HandoverRow):
        table = row.__tablename__
        fixed = (one.name for one in row.__table__.columns if one.name not in MOVES)
        changed = " OR ".join(f'OLD."{name}" IS DISTINCT FROM NEW."{name}"' for name in fixed)
        words = f"a {table} keeps what it says"
        yield f"{table}_content", table, "UPDATE", f"{changed} OR (OLD.withdrawn AND NOT NEW.withdrawn)", words
