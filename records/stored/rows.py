"""Rows that hang on some ids."""

from collections.abc import Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.tables import Kept

R = TypeVar("R", bound=Kept)


def rows_of(session: Session, table: type[R], column: Any, ids: Sequence[UUID], *order: Any) -> Sequence[R]:
    """All rows that hang on some ids, in order."""
    if not ids:
        return ()
    return session.scalars(select(table).where(column.in_(ids)).order_by(*order)).all()
