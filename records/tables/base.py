"""What every table of the store shares: who wrote the row, its version, its audit entry and its hash."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from records.tables.types import Count, Day, Exact, Flag, Json, Key, Moment

STRICT: dict[str, Any] = {"sqlite_strict": True}


class Base(DeclarativeBase):
    """Names of constraints are fixed, so that a migration can always find them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Key(),
        date: Day(),
        datetime: Moment(),
        Decimal: Exact(),
        str: Text(),
        bool: Flag(),
        int: Count(),
        dict[str, Any]: Json(),
        list[Any]: Json(),
    }


class Kept(Base):
    """A clinical row: never deleted, every change is audited in its own transaction."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-10)
    version: Mapped[int] = mapped_column(sort_order=90)
    created_at: Mapped[datetime] = mapped_column(sort_order=91)
    changed_at: Mapped[datetime] = mapped_column(sort_order=92)
    audit_seq: Mapped[int] = mapped_column(sort_order=94)
    row_hash: Mapped[str] = mapped_column(sort_order=95)

    @declared_attr
    def person_id(cls) -> Mapped[UUID]:
        return mapped_column(ForeignKey("person.id"), sort_order=93)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


#: Marks a column added after the first schema: where it is NULL, rows say and hash what they did before it came.
LATER: dict[str, Any] = {"later": True}
#: Columns that say how a row is kept, not what it says.
KEEPING = frozenset({"version", "created_at", "changed_at", "person_id", "audit_seq", "row_hash"})


def exact_check(column: str, least: str, most: str, name: str) -> CheckConstraint:
    """A plain number between two limits; said so that SQLite and PostgreSQL both understand it."""
    return CheckConstraint(
        f"{column} IS NULL OR ({plain_number(column)} AND CAST({column} AS NUMERIC) BETWEEN {least} AND {most})", name
    )


def plain_number(column: str) -> str:
    """Digits with at most one point between digits, at most 25 characters."""
    return (
        f"trim({column}, '0123456789.') = '' AND length({column}) BETWEEN 1 AND 25"
        f" AND length({column}) - length(replace({column}, '.', '')) <= 1"
        f" AND substr({column}, 1, 1) <> '.' AND substr({column}, length({column}), 1) <> '.'"
    )


def one_of(column: str, *values: str) -> CheckConstraint:
    """One of a few words."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", column)
