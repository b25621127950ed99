"""kill -9 in the middle of upgrades: python bench/faults/upgrades.py [kills=200 of each] [sqlite,postgresql]

A store as each released schema left it (tests/records/frozen; on PostgreSQL the same rows in the same schema, see
frozen_on_server.py) is opened by a child, which upgrades it (a file is backed up first), and is killed at a chance
moment, up to four times on the same store. Then every row that was there must say what it said, and the whole trail
must be whole. A store of the newest schema has nothing to upgrade: of it only openings are killed, on SQLite.
Exit status 1 when a row, an entry or a guard is missing.
"""

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

from sqlcipher3 import dbapi2  # noqa: E402

from bench.faults import server as postgres  # noqa: E402
from bench.faults.frozen_on_server import (  # noqa: E402
    file_engine,
    guards_in,
    guards_wanted,
    rows_in,
    thaw_on_server,
)
from bench.faults.writers import forked, is_server  # noqa: E402
from records.actions import Actions  # noqa: E402
from records.keeping.server import postgres_engine  # noqa: E402
from records.migrations.upgrade import revision_of, steps  # noqa: E402
from tests.records.examples import come_in  # noqa: E402

FROZEN = HOUSE / "tests" / "records" / "frozen"
HEAD = steps()[1].get_current_head()


@dataclass(frozen=True, slots=True)
class Left:
    """What a released program left, and must be found again.

    rows     of each table, every row in words (frozen_on_server.rows_in)
    facts    columns, number of guards and last hash of the trail, as frozen
    """

    revision: str
    rows: dict[str, list[str]]
    facts: dict[str, Any]


def open_once(target: str) -> None:
    """What the child does: open, which upgrades, and close."""
    actions = Actions.open(target)
    actions.opened.result()
    actions.close()


def wrong_in(target: str, left: Left) -> int:
    """Tables whose rows are not those of before, findings of the trail, missing guards, another schema."""
    actions = Actions.open(target)
    actions.opened.result()
    come_in(actions)
    check = actions.check_audit().result()
    actions.close()
    wrong = len(check.findings) + (check.last_hash != left.facts["last_hash"])
    engine = postgres_engine(target) if is_server(target) else file_engine(Path(target))
    try:
        found = rows_in(engine, left.facts["columns"])
        wrong += sum(found[name] != rows for name, rows in left.rows.items())
        wrong += revision_of(engine) != HEAD
        if is_server(target):
            return wrong + (guards_in(engine) != guards_wanted())
        with engine.connect() as connection:
            guards = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")
            return wrong + (guards.scalar_one() < left.facts["triggers"])
    finally:
        engine.dispose()


def kill_upgrades(left: Left, new: Callable[[], Any], kills: int, chance: random.Random) -> dict[str, int]:
    """So many kills of openings. new: a context with a store as it was left, by its target."""
    found = {"kills": 0, "stores": 0, "came through first": 0, "wrong": 0}
    took = 0.0
    while found["kills"] < kills:
        with new() as target:
            begun = time.monotonic()
            for attempt in range(4 if found["stores"] else 0):  # the first is upgraded in peace: how long does it take?
                child = forked(lambda target=target: open_once(target))  # type: ignore[misc]
                time.sleep(chance.uniform(0.02, 1.0) * took)
                os.kill(child, signal.SIGKILL)
                _, status = os.waitpid(child, 0)
                found["kills"] += os.WIFSIGNALED(status)
                if not os.WIFSIGNALED(status):
                    found["came through first"] += attempt == 0
                    break
            open_once(target)
            took = took or time.monotonic() - begun
            found["wrong"] += wrong_in(target, left)
            found["stores"] += 1
    return found


def left_by(dump: Path, folder: Path) -> tuple[Left, Path]:
    """A frozen store, and as a file."""
    first = folder / f"{dump.stem}.db"
    connection = dbapi2.connect(str(first))
    connection.executescript(dump.read_text(encoding="utf-8"))
    connection.close()
    facts = json.loads(dump.with_suffix(".json").read_text(encoding="utf-8"))
    engine = file_engine(first)
    rows = rows_in(engine, facts["columns"])
    engine.dispose()
    return Left(dump.stem, rows, facts), first


def on_files(dump: Path, kills: int, chance: random.Random) -> dict[str, int]:
    """Kills of openings of SQLite files of one schema."""
    with tempfile.TemporaryDirectory(prefix="capox-upgrades-") as name:
        left, first = left_by(dump, Path(name))

        @contextmanager
        def new() -> Iterator[str]:
            folder = Path(name) / "one"
            folder.mkdir()
            yield str(shutil.copy(first, folder / "capox.db"))
            shutil.rmtree(folder)

        return kill_upgrades(left, new, kills, chance)


def on_server(dump: Path, kills: int, chance: random.Random) -> dict[str, int]:
    """The same on PostgreSQL; every store is a copy of one that was thawed there."""
    with tempfile.TemporaryDirectory(prefix="capox-upgrades-") as name, postgres.running() as server:
        left, first = left_by(dump, Path(name))
        thaw_on_server(server.new_database("frozen"), first, left.revision, left.facts["columns"])

        @contextmanager
        def new() -> Iterator[str]:
            server.execute("CREATE DATABASE one TEMPLATE frozen")
            yield server.url("one")
            server.execute("DROP DATABASE one WITH (FORCE)")

        return kill_upgrades(left, new, kills, chance)


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    databases = (sys.argv[2] if len(sys.argv) > 2 else "sqlite,postgresql").split(",")
    begun, chance = time.monotonic(), random.Random(20261122)
    figures: dict[str, Any] = {}
    for dump in sorted(FROZEN.glob("*.sql")):
        if "sqlite" in databases:
            figures[f"{dump.stem} sqlite"] = on_files(dump, kills, chance)
        if "postgresql" in databases and dump.stem != HEAD:
            figures[f"{dump.stem} postgresql"] = on_server(dump, kills, chance)
        print(json.dumps(figures), flush=True)
    wrong = sum(each["wrong"] for each in figures.values())
    figures["seconds"] = round(time.monotonic() - begun)
    print("FIGURES upgrades " + json.dumps(figures))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
