"""Freeze a store of the present schema for the tests of all later ones.

usage: python -m tests.records.freeze    (once per released schema; from the project's folder, calendar/ on PYTHONPATH)
"""

import hashlib
import json
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

from records.actions import Actions
from records.migrations.upgrade import steps
from records.tables import Base

FROZEN = Path(__file__).parent / "frozen"


def fingerprint(connection: Any, table: str, columns: list[str]) -> str:
    """A hash of some columns of all rows of a table."""
    named = ", ".join(f'"{column}"' for column in columns)
    rows = connection.execute(f'SELECT {named} FROM "{table}" ORDER BY {named}').fetchall()
    return hashlib.sha256(json.dumps(rows, ensure_ascii=True).encode()).hexdigest()


def facts(connection: Any) -> dict[str, Any]:
    """What a later program must find again."""
    tables = {table.name: [column.name for column in table.columns] for table in Base.metadata.sorted_tables}
    return {
        "columns": tables,
        "rows": {table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables},
        "fingerprints": {table: fingerprint(connection, table, columns) for table, columns in tables.items()},
        "triggers": connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0],
        "last_hash": connection.execute("SELECT hash FROM audit ORDER BY seq DESC LIMIT 1").fetchone()[0],
    }


def freeze() -> Path:
    """Make a store with a row in every table and write it down as SQL, with what is to be found in it."""
    from tests.records.examples import Store, busy

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "capox.db"
        actions = Actions.open(path)
        busy(Store(actions, actions.add_person("Priya Raman", "pharmacist").result()))
        actions.close()
        connection = sqlite3.connect(path)
        _, script = steps()
        target = FROZEN / f"{script.get_current_head()}.sql"
        target.write_text("\n".join(connection.iterdump()) + "\n", encoding="utf-8")
        target.with_suffix(".json").write_text(json.dumps(facts(connection), indent=1) + "\n", encoding="utf-8")
        connection.close()
    return target


if __name__ == "__main__":
    freeze()
