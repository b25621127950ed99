"""Both databases for every test of the store: a SQLite file, and a PostgreSQL the tests start and stop themselves."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any

import psycopg
import pytest

from records.actions import Actions
from records.keeping import server_feed
from records.values.core import Person
from tests.empty_store import empty_store
from tests.records.examples import Store

NOBODY = 65534
NUMBERS = count(1)
QUICK_S = 0.05  # for so long a closed program listens on; hundreds are closed here


@dataclass(frozen=True)
class Server:
    """A running PostgreSQL in a folder of its own, reached through a socket there."""

    programs: Path
    folder: Path

    def run(self, program: str, *words: str) -> None:
        """Run one of its programs, never as root, which PostgreSQL refuses."""
        command = [str(self.programs / program), *words]
        if os.geteuid() == 0:
            command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *command]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        assert done.returncode == 0, done.stdout + done.stderr

    def url(self, database: str) -> str:
        return f"postgresql://capox@/{database}?host={self.folder}"

    def execute(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def postgres(postgres_programs: Path) -> Iterator[Server]:
    """A server with a database `empty_store` whose schema is the newest; each test gets a copy."""
    folder = Path(tempfile.mkdtemp(prefix="capox-pg-"))  # a short path: a socket's name is limited
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    server = Server(postgres_programs, folder)
    server_feed.LISTEN_S = QUICK_S
    data = str(folder / "data")
    try:
        server.run(
            "initdb", "-D", data, "-U", "capox", "-A", "trust", "-E", "UTF8", "--locale=C", "-N", "--no-instructions"
        )
        # Programs are killed here and servers restarted, never the machine: nothing needs to reach the disk.
        options = (
            f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off"
            " -c max_connections=30 -c autovacuum=off"
        )
        server.run("pg_ctl", "-D", data, "-w", "-t", "60", "-l", str(folder / "log"), "-o", options, "start")
        server.execute("CREATE DATABASE empty_store")
        made = Actions.open(server.url("empty_store"))
        made.opened.result()
        made.close()
        yield server
    finally:
        if (folder / "data" / "postmaster.pid").exists():
            server.run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder)


#: What a database is apart from its rows: an equal sum, an equal schema with equal guards and rights. The numbers of
#: its parts are those of the one it was copied from.
SHAPE = """
SELECT count(*), sum(hashtextextended(part, 0)) FROM (
    SELECT (oid, relname, relkind, relacl, relowner, relrowsecurity, relhastriggers)::text
      FROM pg_class WHERE oid >= 16384 AND relkind <> 't'
    UNION ALL SELECT a::text FROM pg_attribute a WHERE attrelid >= 16384
    UNION ALL SELECT t::text FROM pg_trigger t
    UNION ALL SELECT p::text FROM pg_proc p WHERE oid >= 16384
    UNION ALL SELECT c::text FROM pg_constraint c WHERE oid >= 16384
    UNION ALL SELECT (oid, nspname, nspacl)::text FROM pg_namespace WHERE nspname NOT LIKE 'pg_%'
    UNION ALL SELECT d::text FROM pg_default_acl d
    UNION ALL SELECT s::text FROM pg_db_role_setting s JOIN pg_database ON oid = setdatabase
               WHERE datname = current_database()
) AS parts(part)
"""
TABLES = "SELECT c.oid::regclass::text FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
SEQUENCES = "SELECT c.oid::regclass::text FROM pg_class c WHERE relkind = 'S' AND c.oid >= 16384"
OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
WAIT_S = 2.0


class Databases:
    """Empty stores for single tests. The next one is made, and the one left behind emptied, while tests run.

    Copying a database costs more than most tests. One whose shape a test changed, or that somebody still uses, is
    dropped; in any other the rows go, past the guards that hold for the program, and the next test but one takes it.
    """

    def __init__(self, server: Server) -> None:
        self.server = server
        with self._connect("empty_store") as connection:
            self._tables = [name for (name,) in connection.execute(TABLES)]
            self._sequences = [name for (name,) in connection.execute(SEQUENCES)]
            self._filled = {name: rows for name in self._tables if (rows := rows_of(connection, name))}
            self._shape = connection.execute(SHAPE.encode()).fetchone()
        self._free: list[str] = []
        self._hands = ThreadPoolExecutor(max_workers=1)
        self._left: list[Future[None]] = []
        self._next = self._hands.submit(self._make)

    def _connect(self, name: str) -> "psycopg.Connection[tuple[Any, ...]]":
        return psycopg.connect(self.server.url(name), autocommit=True)

    def _make(self) -> str:
        if self._free:
            return self._free.pop()
        name = f"store_{os.getpid()}_{next(NUMBERS)}"
        self.server.execute(f"CREATE DATABASE {name} TEMPLATE empty_store")
        return name

    def take(self) -> str:
        """The name of a database like a new one."""
        name = self._next.result()
        self._next = self._hands.submit(self._make)
        return name

    def leave(self, name: str) -> None:
        """Nobody needs it any more."""
        self._left.append(self._hands.submit(self._clear, name))

    def _clear(self, name: str) -> None:
        try:
            if self._empty(name):
                self._free.append(name)
            else:
                self.server.execute(f"DROP DATABASE {name} WITH (FORCE)")
        except psycopg.OperationalError:  # the next test restarts the server: the database lies there until the end
            return

    def _empty(self, name: str) -> bool:
        """Take all rows out of a database. False when it is not as it was before, apart from its rows."""
        with self._connect(name) as connection:
            until = monotonic() + WAIT_S  # who closed a connection just now may still be seen
            while connection.execute(OTHERS).fetchone() != (0,):
                if monotonic() > until:
                    return False
            if connection.execute(SHAPE.encode()).fetchone() != self._shape:
                return False
            if any(rows_of(connection, table) != rows for table, rows in self._filled.items()):
                return False
            words = [f"DELETE FROM {table}" for table in self._tables if table not in self._filled]
            words += [f"ALTER SEQUENCE {sequence} RESTART" for sequence in self._sequences]
            connection.execute("; ".join(["SET session_replication_role = replica", *words]).encode())
        return True

    def close(self) -> None:
        """Everything under way is done; what failed is told."""
        self._hands.shutdown(wait=True)
        for one in (self._next, *self._left):
            one.result()


def rows_of(connection: "psycopg.Connection[tuple[Any, ...]]", table: str) -> list[tuple[Any, ...]]:
    """All rows of a table as text."""
    return connection.execute(f"SELECT t::text FROM {table} t ORDER BY 1".encode()).fetchall()


@pytest.fixture(scope="session")
def databases(postgres: Server) -> Iterator[Databases]:
    """Databases for single tests."""
    made = Databases(postgres)
    yield made
    made.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new store lies: a file path or a URL."""
    if request.param == "sqlite":
        yield str(tmp_path / "capox.db")
        return
    databases: Databases = request.getfixturevalue("databases")
    name = databases.take()
    yield databases.server.url(name)
    databases.leave(name)


@pytest.fixture
def actions(target: str) -> Iterator[Actions]:
    """An open, empty store."""
    opened = Actions.open(target if target.startswith("postgresql") else empty_store(Path(target)))
    opened.opened.result()
    yield opened
    opened.close()


@pytest.fixture
def pharmacist(actions: Actions) -> Person:
    return actions.add_person("Priya Raman", "pharmacist").result()


@pytest.fixture
def nurse(actions: Actions) -> Person:
    return actions.add_person("Tomás Ferreira", "nurse").result()


@pytest.fixture
def store(actions: Actions, pharmacist: Person) -> Store:
    """The store with a pharmacist at it."""
    return Store(actions, pharmacist)


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Iterator[Store]:
    """A SQLite store, for what only SQLite has."""
    opened = Actions.open(empty_store(tmp_path / "capox.db"))
    yield Store(opened, opened.add_person("Priya Raman", "pharmacist").result())
    opened.close()


#: Cases of one test that also go to PostgreSQL; refusals of input are the same code on both, the first of them show it.
MOST_ON_A_SERVER = 2


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of many cases of one test the first ones go to both databases, the rest to SQLite alone."""
    seen: dict[str, int] = {}
    left_out = []
    for item in items:
        case = getattr(item, "callspec", None)
        if case is not None and case.params.get("target") == "postgresql":
            test = item.nodeid.partition("[")[0]
            seen[test] = seen.get(test, 0) + 1
            left_out += [item] if seen[test] > MOST_ON_A_SERVER else []
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]
