"""What a SQLite store holds, counted on a connection of its own: the anchor of its trail and the rows of its tables.

No ORM: these run beside the store thread, over whole stores, and need no more than the columns of the trail.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from records.trail.canonical import sha256

#: The hash before the first entry.
BEGINNING = "0" * 64


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A store at one moment.

    revision   its schema, "" for an empty file
    seq, hash  the newest entry of the audit trail: the anchor
    counts     rows of each table
    """

    revision: str
    seq: int
    hash: str
    counts: dict[str, int]

    @property
    def anchor(self) -> str:
        """SEQ:HASH, as it is printed and typed."""
        return f"{self.seq}:{self.hash}"


def snapshot(connection: Any) -> Snapshot:
    """Count inside the transaction the connection is in, if it is in one."""
    names = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name"
        )
    ]
    counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone() if counts else None
    last = None
    if "audit" in counts:
        last = connection.execute("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()
    seq, digest = last or (0, BEGINNING)
    return Snapshot(revision[0] if revision else "", seq, digest, counts)


def chain_findings(connection: Any) -> Iterator[str]:
    """Entries of the audit trail that do not follow the one before; each named by its number."""
    seq, digest = 0, BEGINNING
    for number, previous, content, own in connection.execute(
        "SELECT seq, previous_hash, content, hash FROM audit ORDER BY seq"
    ):
        if number != seq + 1 or previous != digest:
            yield f"audit entry {number} does not follow the one before it"
        if own != sha256(previous + content):
            yield f"audit entry {number} was changed"
        seq, digest = number, own
