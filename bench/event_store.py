"""A store with many synthetic adverse events for the benchmarks: the real schema, rows written in bulk.

Every patient has a course and twenty events of 200 terms, some of them several times; which come is the same each run.

usage: python bench/event_store.py FOLDER [patients=100000]
"""

import random
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

HOUSE = Path(__file__).resolve().parent.parent
for room in (HOUSE / "calendar", HOUSE, HOUSE / "bench"):
    if str(room) not in sys.path:
        sys.path.insert(0, str(room))

from big_store import make_big_store  # noqa: E402

EACH, TERMS = 20, 200
#: As long as an ordinary event on record: grades, what was done, words of the patient.
GRADES = '[["2","2026-03-05","Bench Nurse",""],["1","2026-03-19","Bench Nurse",""]]'
WORDS = "as the patient said it, in a sentence of ordinary length, with a second one behind it"
#: Every way in which three drugs and the disease can be judged, and some of which nobody said anything.
CAUSES = (
    *(
        f'{{"capecitabine":{one},"disease":{four},"oxaliplatin":{two},"pembrolizumab":{three}}}'
        for one in range(1, 6) for two in range(1, 6) for three in range(1, 6) for four in (1, 4)
    ),
    *["{}"] * 25,
)  # fmt: skip


def make_event_store(folder: Path, patients: int) -> Path:
    """A store file with `patients` patients and twenty times as many events; the path of the file."""
    from sqlcipher3 import dbapi2

    target = make_big_store(folder, patients)
    connection = dbapi2.connect(str(target), isolation_level=None)
    connection.execute("PRAGMA foreign_keys=OFF")
    ids = [row[0] for row in connection.execute("SELECT id FROM patient ORDER BY id")]
    kept = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'adverse_event' AND sql IS NOT NULL"
    ).fetchall()
    connection.execute("BEGIN IMMEDIATE")
    _fill(connection, "course", ["id", "patient_id"], ((str(UUID(int=i + 1)), ident) for i, ident in enumerate(ids)))
    for name, _sql in kept:  # made anew at the end, which is much quicker than row by row
        connection.execute(f"DROP INDEX {name}")
    rng = random.Random(7)
    rows = (
        (
            str(UUID(int=place * EACH + number + 1)), ident, str(UUID(int=place + 1)), number + 1,
            f"Term {int(TERMS * rng.random() ** 1.5):03d} of the list", min(5, 1 + int(5 * rng.random() ** 2)),
            CAUSES[int(len(CAUSES) * rng.random())],
        )
        for place, ident in enumerate(ids)
        for number in range(EACH)
    )  # fmt: skip
    filled = ["id", "patient_id", "course_id", "number", "term", "highest_grade", "attribution"]
    _fill(
        connection, "adverse_event", filled, rows,
        {"start": "2026-03-05", "grades": GRADES, "reported_words": WORDS, "withdrawn": 0},
    )  # fmt: skip
    for _name, sql in kept:
        connection.execute(sql)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("ANALYZE")
    connection.close()
    return target


def _fill(connection: Any, table: str, columns: list[str], rows: Any, same: dict[str, Any] | None = None) -> None:
    """Rows with something in every column that must have something."""
    usual = {"INTEGER": 1, "TEXT": ""}
    shape = connection.execute(f"PRAGMA table_info({table})").fetchall()
    fixed = {name: usual.get(kind, "") for _cid, name, kind, must, *_rest in shape if must and name not in columns}
    fixed |= {name: "{}" for name in ("attribution", "actions", "steroid", "options", "answers") if name in fixed}
    fixed |= {name: "[]" for name in ("grades", "criteria") if name in fixed}
    fixed |= same or {}
    quoted = ", ".join(f'"{name}"' for name in [*columns, *fixed])
    marks = ", ".join("?" for _ in [*columns, *fixed])
    values = tuple(fixed.values())
    connection.execute("PRAGMA ignore_check_constraints=1")
    connection.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({marks})", ((*row, *values) for row in rows))
    connection.execute("PRAGMA ignore_check_constraints=0")


if __name__ == "__main__":
    print(make_event_store(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000))
