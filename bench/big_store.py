"""A store with many synthetic patients for the benchmarks: the real schema, made by the program's own migration.

The first patient is entered through the program's actions; the others repeat its row under new names, written in bulk,
because entering 100,000 people one by one would take half an hour and measure nothing.

usage: python bench/big_store.py FOLDER [patients=100000]
"""

import random
import sys
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

HOUSE = Path(__file__).resolve().parent.parent
for room in (HOUSE / "calendar", HOUSE):
    if str(room) not in sys.path:
        sys.path.insert(0, str(room))

SYLLABLES = [
    "an", "ber", "cor", "del", "el", "fan", "gar", "han", "ish", "jo", "kel", "lin", "mar", "nor", "os", "pet", "qui",
    "ros", "san", "tom", "ul", "ver",
]  # fmt: skip


def names(count: int) -> list[str]:
    """Synthetic names, the same in every run."""
    rng = random.Random(1)
    return [
        "".join(rng.choice(SYLLABLES) for _ in range(3)).capitalize() + ", " + rng.choice(SYLLABLES).capitalize()
        for _ in range(count)
    ]


def make_big_store(folder: Path, patients: int) -> Path:
    """A store file with `patients` patients in `folder`; the path of the file."""
    from records.actions import Actions
    from records.keeping.places import STORE
    from records.values.core import PatientEntry

    target = folder / STORE
    actions = Actions.open(target)
    actions.opened.result(120)
    person = actions.add_person("Bench Pharmacist", "pharmacist").result(60)
    entry = PatientEntry("Aaron, First", (("MRN", "00000000"),), date(1960, 1, 1), "female", allergies_asked=True)
    actions.add_patient(person, uuid4(), entry).result(60)
    actions.close()
    _repeat(target, patients - 1)
    return target


def _repeat(target: Path, count: int) -> None:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(target), isolation_level=None)
    connection.execute("PRAGMA foreign_keys=OFF")
    columns = [row[1] for row in connection.execute("PRAGMA table_info(patient)")]
    model = dict(zip(columns, connection.execute("SELECT * FROM patient").fetchone(), strict=True))
    line_columns = [row[1] for row in connection.execute("PRAGMA table_info(patient_line)")]
    line = dict(zip(line_columns, connection.execute("SELECT * FROM patient_line").fetchone(), strict=True))
    connection.execute("BEGIN IMMEDIATE")
    for number, name in enumerate(names(count), start=1):
        _insert(connection, model, line, name, f"{number * 7919 % 10**8:08d}")
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("ANALYZE")
    connection.close()


def _insert(connection: Any, model: dict[str, Any], line: dict[str, Any], name: str, number: str) -> None:
    from records.folding import fold, identifier_parts, parts

    ident = str(uuid4()) if len(str(model["id"])) == 36 else UUID(int=uuid4().int).hex
    patient = {**model, "id": ident, "name": name, "identifiers": f'[["MRN","{number}"]]'}
    _put(connection, "patient", patient)
    shown = {
        **line,
        "patient_id": ident,
        "name": name,
        "identifiers": f"MRN {number}",
        "folded": f"{fold(name)} {fold(number)}",
    }
    _put(connection, "patient_line", shown)
    for part in dict.fromkeys([*parts(name), *identifier_parts(number)]):
        _put(connection, "search_part", {"part": part, "patient_id": ident})


def _put(connection: Any, table: str, row: dict[str, Any]) -> None:
    marks = ", ".join("?" for _ in row)
    quoted = ", ".join(f'"{column}"' for column in row)
    connection.execute(f"INSERT INTO {table} ({quoted}) VALUES ({marks})", tuple(row.values()))


if __name__ == "__main__":
    print(make_big_store(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000))
