"""Column types that mean the same on SQLite (STRICT tables know only TEXT and INTEGER here) and PostgreSQL."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Date, DateTime, Integer, Text, TypeDecorator, Uuid
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeEngine

from records.trail.canonical import canonical, read


def is_sqlite(dialect: Dialect) -> bool:
    return dialect.name == "sqlite"


class Key(TypeDecorator[UUID]):
    """A client-made UUID."""

    impl = Uuid
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if is_sqlite(dialect) else Uuid())

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> object:
        return str(value) if value is not None and is_sqlite(dialect) else value

    def process_result_value(self, value: object, dialect: Dialect) -> UUID | None:
        return UUID(value) if isinstance(value, str) else value  # type: ignore[return-value]


class Day(TypeDecorator[date]):
    """A calendar date: no time, no zone."""

    impl = Date
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if is_sqlite(dialect) else Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> object:
        return value.isoformat() if value is not None and is_sqlite(dialect) else value

    def process_result_value(self, value: object, dialect: Dialect) -> date | None:
        return date.fromisoformat(value) if isinstance(value, str) else value  # type: ignore[return-value]


class Moment(TypeDecorator[datetime]):
    """A moment, kept in UTC to the microsecond. A moment without a zone is refused: it would be a guess."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if is_sqlite(dialect) else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> object:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        value = value.astimezone(UTC)
        return value.isoformat(timespec="microseconds") if is_sqlite(dialect) else value

    def process_result_value(self, value: object, dialect: Dialect) -> datetime | None:
        if isinstance(value, str):
            return datetime.fromisoformat(value)
        return value.astimezone(UTC) if isinstance(value, datetime) else None


class Exact(TypeDecorator[Decimal]):
    """An exact number as text in its typed form: 58.0 stays 58.0. Its range is a CHECK of the table."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else format(value, "f")

    def process_result_value(self, value: object, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(str(value))


class Json(TypeDecorator[object]):
    """Plain values as canonical JSON text; replaced whole, never changed in place. None is an empty column."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        return None if value is None else canonical(value)

    def process_result_value(self, value: object, dialect: Dialect) -> object:
        return None if value is None else read(str(value))


class Flag(TypeDecorator[bool]):
    """Yes or no."""

    impl = Boolean
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if is_sqlite(dialect) else Boolean())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> object:
        return int(value) if value is not None and is_sqlite(dialect) else value

    def process_result_value(self, value: object, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Count(TypeDecorator[int]):
    """A whole number of 64 bits on both databases."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if is_sqlite(dialect) else BigInteger())
