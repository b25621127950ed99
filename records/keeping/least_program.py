"""The records remember the oldest program that may work on them; an older one refuses in a sentence."""

from sqlalchemy import Connection, Engine, func, insert, select, tuple_, update

from records.errors import StoreUnavailable
from records.keeping.program_version import NEEDS, PROGRAM, Version, written
from records.tables import LeastProgramRow

TABLE = LeastProgramRow.__tablename__


def least_of(connection: Connection) -> Version | None:
    """The oldest program allowed; None where nothing was said."""
    found = connection.execute(select(LeastProgramRow.major, LeastProgramRow.minor, LeastProgramRow.patch)).first()
    return None if found is None else (found[0], found[1], found[2])


def refuse_older(least: Version | None) -> None:
    """Raises StoreUnavailable when this program is too old."""
    if least is not None and least > PROGRAM:
        raise StoreUnavailable(
            f"These records need version {written(least)} of the program or a newer one; this is {written(PROGRAM)}. "
            "Please have it updated on this computer. Nothing was changed."
        )


def hold(engine: Engine, *, read_only: bool) -> None:
    """Refuse where this program is too old; raise what the records say where this one asks for more."""
    with engine.connect() as connection:
        least = least_of(connection)
    refuse_older(least)
    if read_only or (least is not None and least >= NEEDS):
        return
    with engine.execution_options(writing=True).connect() as connection, connection.begin():
        if may_raise(connection):
            raise_least(connection)


def may_raise(connection: Connection) -> bool:
    """On a server only whoever owns the tables; there `capox database upgrade` does it."""
    if connection.dialect.name == "sqlite":
        return True
    return bool(connection.scalar(select(func.has_table_privilege(func.current_user(), TABLE, "UPDATE"))))


def raise_least(connection: Connection) -> None:
    """Remember what this program asks for, unless a newer one asked for more."""
    major, minor, patch = NEEDS
    if least_of(connection) is None:
        connection.execute(insert(LeastProgramRow).values(id=1, major=major, minor=minor, patch=patch))
        return
    lower = tuple_(LeastProgramRow.major, LeastProgramRow.minor, LeastProgramRow.patch) < tuple_(major, minor, patch)
    connection.execute(update(LeastProgramRow).where(lower).values(major=major, minor=minor, patch=patch))
