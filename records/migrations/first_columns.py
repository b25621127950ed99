"""What the tables of the first schema share. Part of a released step: it never changes."""

from typing import Any

import sqlalchemy as sa

from records.tables import types as kinds

#: Compared byte by byte on both databases.
BYTES = sa.Text(collation="C").with_variant(sa.Text(), "sqlite")
#: Digits with at most one point between digits, in words both databases know.
PLAIN = (
    "trim({0}, '0123456789.') = '' AND length({0}) BETWEEN 1 AND 25"
    " AND length({0}) - length(replace({0}, '.', '')) <= 1"
    " AND substr({0}, 1, 1) <> '.' AND substr({0}, length({0}), 1) <> '.'"
)


def exact(column: str, least: int, most: int) -> str:
    """A plain number between two limits, or nothing."""
    return f"{column} IS NULL OR ({PLAIN.format(column)} AND CAST({column} AS NUMERIC) BETWEEN {least} AND {most})"


def kept() -> list[sa.Column[Any]]:
    """How a row is kept: version, moments, person, audit entry and hash."""
    columns: dict[str, sa.types.TypeEngine[Any]] = {
        "version": kinds.Count(),
        "created_at": kinds.Moment(),
        "changed_at": kinds.Moment(),
        "person_id": kinds.Key(),
        "audit_seq": kinds.Count(),
        "row_hash": sa.Text(),
    }
    return [sa.Column(name, kind, nullable=False) for name, kind in columns.items()]
