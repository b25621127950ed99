"""kill -9 in the middle of upgrades: python bench/faults/upgrades.py [kills=200 of each schema]

A store as each released schema left it (tests/records/frozen) is opened by a child, which backs it up and upgrades
it, and is killed at a chance moment, up to four times on the same file. Then every row that was there must say what it
said, and the whole trail must be whole. SQLite only: for PostgreSQL there are no frozen databases yet.
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
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

from sqlcipher3 import dbapi2  # noqa: E402

from bench.faults.writers import forked  # noqa: E402
from records.actions import Actions  # noqa: E402
from records.migrations.upgrade import steps  # noqa: E402
from tests.records.examples import come_in  # noqa: E402
from tests.records.freeze import fingerprint  # noqa: E402

FROZEN = HOUSE / "tests" / "records" / "frozen"


def open_once(path: Path) -> None:
    """What the child does: open, which upgrades, and close."""
    actions = Actions.open(path)
    actions.opened.result()
    actions.close()


def wrong_in(path: Path, expected: dict[str, Any]) -> int:
    """Tables whose rows are not those of before, findings of the trail, missing guards, another schema."""
    actions = Actions.open(path)
    actions.opened.result()
    come_in(actions)
    check = actions.check_audit().result()
    actions.close()
    wrong = len(check.findings) + (check.last_hash != expected["last_hash"])
    connection = dbapi2.connect(str(path))
    for table, columns in expected["columns"].items():
        count = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        wrong += count != expected["rows"][table]
        wrong += fingerprint(connection, table, columns) != expected["fingerprints"][table]
    guards = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0]
    wrong += guards < expected["triggers"]
    wrong += (
        connection.execute("SELECT version_num FROM alembic_version").fetchone()[0] != steps()[1].get_current_head()
    )
    connection.close()
    return wrong


def kill_upgrades(dump: Path, kills: int, chance: random.Random) -> dict[str, int]:
    """So many kills of openings of stores of one schema."""
    expected = json.loads(dump.with_suffix(".json").read_text(encoding="utf-8"))
    found = {"kills": 0, "stores": 0, "came through first": 0, "wrong": 0}
    with tempfile.TemporaryDirectory(prefix="capox-upgrades-") as name:
        first = Path(name) / "first.db"
        connection = dbapi2.connect(str(first))
        connection.executescript(dump.read_text(encoding="utf-8"))
        connection.close()
        took = 0.0
        while found["kills"] < kills:
            folder = Path(name) / str(found["stores"])
            folder.mkdir()
            path = folder / "capox.db"
            shutil.copy(first, path)
            begun = time.monotonic()
            for attempt in range(
                4 if found["stores"] else 0
            ):  # the first store is upgraded in peace, to know how long it takes
                child = forked(lambda path=path: open_once(path))  # type: ignore[misc]
                time.sleep(chance.uniform(0.02, 1.0) * took)
                os.kill(child, signal.SIGKILL)
                _, status = os.waitpid(child, 0)
                found["kills"] += os.WIFSIGNALED(status)
                if not os.WIFSIGNALED(status):
                    found["came through first"] += attempt == 0
                    break
            open_once(path)
            took = took or time.monotonic() - begun
            found["wrong"] += wrong_in(path, expected)
            found["stores"] += 1
            shutil.rmtree(folder)
    return found


def main() -> int:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    begun, chance = time.monotonic(), random.Random(20261122)
    figures: dict[str, Any] = {dump.stem: kill_upgrades(dump, kills, chance) for dump in sorted(FROZEN.glob("*.sql"))}
    wrong = sum(each["wrong"] for each in figures.values())
    figures["seconds"] = round(time.monotonic() - begun)
    print("FIGURES upgrades " + json.dumps(figures))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
