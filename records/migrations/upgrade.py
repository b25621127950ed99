"""Bring a store to the newest schema: all steps in one transaction, wholly or not at all."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from records.errors import StoreUnavailable
from records.guards.triggers import create_triggers, drop_triggers
from records.keeping.least_program import TABLE, least_of, raise_least, refuse_older

FOLDER = Path(__file__).parent
#: One program upgrades a PostgreSQL database at a time.
UPGRADE_LOCK = 0x6361706F79


def steps() -> tuple[Config, ScriptDirectory]:
    """Alembic's view of this folder."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config, ScriptDirectory.from_config(config)


def newest() -> str | None:
    """The schema of this program."""
    return _newest_in(FOLDER)


@cache
def _newest_in(_folder: Path) -> str | None:
    """Alembic compiles every step to tell which is the last: once a program is enough."""
    return steps()[1].get_current_head()


def revision_of(engine: Engine) -> str | None:
    """The schema of a store; None where there is none yet."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def require_newest(engine: Engine) -> None:
    """For a store that is only read. Raises StoreUnavailable where its schema is not this program's."""
    if revision_of(engine) != newest():
        raise StoreUnavailable("The schema of the records is not the one of this version; they have to be upgraded.")


def upgrade(engine: Engine, back_up: Callable[[], object] | None = None) -> None:
    """Raises StoreUnavailable for a store of a newer program, which stays untouched, and where rows would be lost.

    back_up  called before a store that holds something is changed
    """
    current = revision_of(engine)
    if current == newest():
        return
    config, script = steps()
    if back_up is not None and current in {step.revision for step in script.walk_revisions()}:
        back_up()
    with engine.execution_options(writing=True).connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            # Outside the transaction, or it has no effect. With foreign keys on, rebuilding a table
            # would empty those that hang on it.
            connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]
        try:
            with connection.begin():
                if not sqlite:
                    connection.exec_driver_sql("SET LOCAL lock_timeout = 0")  # another one upgrading may take long
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({UPGRADE_LOCK})")
                run(connection, config, script)
        finally:
            if sqlite:
                connection.connection.driver_connection.execute("PRAGMA foreign_keys = ON")  # type: ignore[union-attr]


def run(connection: Connection, config: Config, script: ScriptDirectory) -> None:
    """All steps, the guards anew, and a look whether every row is still there; inside the transaction."""
    current = MigrationContext.configure(connection).get_current_revision()
    known = {step.revision for step in script.walk_revisions()}
    if current is not None and current not in known:
        raise StoreUnavailable("The records were kept by a newer version of this program; please start that one.")
    if current == script.get_current_head():
        return
    if inspect(connection).has_table(TABLE):
        refuse_older(least_of(connection))
    before = rows(connection)
    drop_triggers(connection)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    raise_least(connection)
    create_triggers(connection)
    after = rows(connection)
    lost = {table for table, count in before.items() if table != "alembic_version" and after.get(table, 0) < count}
    if lost:
        raise StoreUnavailable(
            f"The records were not upgraded, rows of {', '.join(sorted(lost))} would have been lost."
        )
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StoreUnavailable("The records were not upgraded, some rows would no longer belong together.")


def rows(connection: Connection) -> dict[str, int]:
    """Rows in each table."""
    tables = inspect(connection).get_table_names()
    return {table: connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one() for table in tables}
