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

import psycopg
import pytest

from records.actions import Actions
from records.values import Person
from tests.empty_store import empty_store
from tests.records.examples import Store

NOBODY = 65534
NUMBERS = count(1)


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
    data = str(folder / "data")
    try:
        server.run("initdb", "-D", data, "-U", "capox", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-instructions")
        # Programs are killed here and servers restarted, never the machine: nothing needs to reach the disk.
        options = (
            f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off"
            " -c max_connections=30"
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


class Databases:
    """Copies of the empty store: the next one is made, and those left behind are dropped, while tests run."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._hands = ThreadPoolExecutor(max_workers=1)
        self._left: list[Future[None]] = []
        self._next = self._hands.submit(self._make)

    def _make(self) -> str:
        name = f"store_{os.getpid()}_{next(NUMBERS)}"
        self.server.execute(f"CREATE DATABASE {name} TEMPLATE empty_store")
        return name

    def take(self) -> str:
        """The name of a database that nobody has used."""
        name = self._next.result()
        self._next = self._hands.submit(self._make)
        return name

    def leave(self, name: str) -> None:
        """Nobody needs it any more."""
        self._left.append(self._hands.submit(self.server.execute, f"DROP DATABASE {name} WITH (FORCE)"))

    def close(self) -> None:
        """Everything under way is done; what failed is told."""
        self._hands.shutdown(wait=True)
        for one in (self._next, *self._left):
            one.result()


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
