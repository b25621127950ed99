"""A store of a released schema on PostgreSQL, out of its frozen SQLite form: parts of bench/faults/upgrades.py.

The steps up to that schema are run on the server as the released program ran them; then every row of the frozen file
(tests/records/frozen) is put in, value by value through the program's column types, and the guards are put on.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from sqlcipher3 import dbapi2

from records.guards.triggers import postgres_triggers
from records.keeping.server import postgres_engine
from records.migrations.upgrade import steps
from records.tables import Base

#: A guard and the table it stands on; the function it calls is made by a statement of its own.
GUARDED = re.compile(r'CREATE TRIGGER .* ON "?(\w+)"? FOR EACH')
Columns = Mapping[str, Sequence[str]]


def file_engine(path: Path) -> sa.Engine:
    """An ordinary SQLite file."""
    return sa.create_engine("sqlite://", creator=lambda: dbapi2.connect(str(path)), poolclass=sa.NullPool)


def typed_table(name: str, columns: Sequence[str]) -> sa.TableClause:
    """Some columns of a table, with the types the program has for them."""
    known = Base.metadata.tables[name].c
    return sa.table(name, *(sa.column(column, known[column].type) for column in columns))


def rows_in(engine: sa.Engine, columns: Columns) -> dict[str, list[str]]:
    """What every row of every table says, the same words for the same values on both databases."""
    with engine.connect() as connection:
        return {
            name: sorted(repr(tuple(row)) for row in connection.execute(sa.select(typed_table(name, its))))
            for name, its in columns.items()
        }


def thaw_on_server(url: str, frozen: Path, revision: str, columns: Columns) -> None:
    """Make an empty database what the released program left. frozen: the same store as an SQLite file."""
    here, there = file_engine(frozen), postgres_engine(url)
    with here.connect() as read, there.begin() as write:
        config, _script = steps()
        config.attributes["connection"] = write
        command.upgrade(config, revision)
        write.execute(
            sa.text("SET LOCAL session_replication_role = replica")
        )  # rows point to later rows of their table
        for name, its in columns.items():
            table = typed_table(name, its)
            write.execute(sa.delete(table))  # what a step puts in itself
            found: list[dict[str, Any]] = [dict(row) for row in read.execute(sa.select(table)).mappings()]
            if found:
                write.execute(sa.insert(table), found)
        write.execute(sa.text("SET LOCAL session_replication_role = origin"))
        put_guards_on(write, set(columns))
    there.dispose()
    here.dispose()


def put_guards_on(connection: sa.Connection, tables: set[str]) -> None:
    """Those of the tables that are there."""
    for statement in postgres_triggers():
        found = GUARDED.match(statement)
        if found is None or found[1] in tables:
            connection.exec_driver_sql(statement)


def guards_in(engine: sa.Engine) -> int:
    """How many guards are on."""
    counted = "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND left(tgname, 5) = 'guard'"
    with engine.connect() as connection:
        return int(connection.exec_driver_sql(counted).scalar_one())


def guards_wanted() -> int:
    """How many the present schema has."""
    return sum(statement.startswith("CREATE TRIGGER") for statement in postgres_triggers())
