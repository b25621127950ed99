"""The whole store as text files and back: every row of every table, exactly, with a manifest that proves it.

One file a table, a JSON list of values a line in the order of the manifest's columns; each value is the text or whole
number SQLite keeps (a decimal in its typed form, a date as ISO, a moment in UTC), so that both databases export alike.
An export is not encrypted: whoever makes it answers for where it lies.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Table, func, insert, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from records.deeds.audit_check import check_audit
from records.errors import NotSaved, StoreUnavailable
from records.guards.triggers import create_triggers, drop_triggers
from records.migrations.upgrade import steps
from records.store import Store
from records.tables import Base, LeastProgramRow
from treatment_calendar.paper.atomic import write_atomically

MANIFEST = "manifest.json"
DIALECT = sqlite.dialect()
AT_ONCE = 500
MOST_MANIFEST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Export:
    """What a manifest says. tables: name, then columns, rows and SHA-256 of its file."""

    folder: Path
    made_at: str
    revision: str
    seq: int
    hash: str
    tables: dict[str, dict[str, Any]]

    @property
    def rows(self) -> int:
        """Rows of all tables together."""
        return sum(int(table["rows"]) for table in self.tables.values())


def ordered_tables() -> tuple[Table, ...]:
    """All tables of records, each after those it refers to; which program may open a store is the store's own."""
    return tuple(table for table in Base.metadata.sorted_tables if table.name != LeastProgramRow.__tablename__)


def as_kept(column: Column[Any], value: object) -> object:
    """A value as SQLite keeps it."""
    process = column.type.dialect_impl(DIALECT).bind_processor(DIALECT)
    return value if process is None else process(value)


def as_value(column: Column[Any], kept: object) -> object:
    """A kept value as the program has it. ValueError where it is none."""
    process = column.type.dialect_impl(DIALECT).result_processor(DIALECT, None)
    return kept if process is None else process(kept)


def lines_of(connection: Connection, table: Table) -> Iterator[str]:
    """The rows of a table in the order they were made, a line each."""
    columns = tuple(table.columns)
    order = [table.c.audit_seq] if "audit_seq" in table.c else []
    rows = connection.execution_options(yield_per=AT_ONCE).execute(
        select(*columns).order_by(*order, *table.primary_key.columns)
    )
    for row in rows:
        values = [as_kept(column, value) for column, value in zip(columns, row, strict=True)]
        yield json.dumps(values, ensure_ascii=True, separators=(",", ":"))


def export_store(store: Store, folder: Path) -> Export:
    """Write a store into a folder that is new or empty. The manifest comes last: without it there is no export.

    raises  NotSaved
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if any(folder.iterdir()):
            raise NotSaved("The folder is not empty; an export takes the place of nothing.")
        return store.read(lambda session: _export(session, folder))
    except OSError as error:
        raise NotSaved(f"The export cannot be written ({error.strerror}).") from error


def _export(session: Session, folder: Path) -> Export:
    check = check_audit(session)
    if check.findings:
        raise NotSaved(f"The records were not exported, their audit trail is not whole ({check.findings[0]}).")
    tables: dict[str, dict[str, Any]] = {}
    for table in ordered_tables():
        digest, rows = hashlib.sha256(), 0
        with (folder / f"{table.name}.jsonl").open("xb") as file:
            for line in lines_of(session.connection(), table):
                data = line.encode() + b"\n"
                digest.update(data)
                file.write(data)
                rows += 1
        tables[table.name] = {
            "columns": [column.name for column in table.columns],
            "rows": rows,
            "sha256": digest.hexdigest(),
        }
    made = datetime.now(UTC).isoformat(timespec="seconds")
    revision = steps()[1].get_current_head() or ""
    said = {"format": 1, "program": "capox-planner", "made_at": made, "revision": revision}
    said |= {"anchor": {"seq": check.last_seq, "hash": check.last_hash}, "tables": tables}
    write_atomically(folder / MANIFEST, json.dumps(said, indent=1).encode())
    return Export(folder, made, revision, check.last_seq, check.last_hash, tables)


def read_export(folder: Path) -> Export:
    """An export with every file looked at: its hash and its number of rows. Raises StoreUnavailable."""
    refusal = StoreUnavailable("This is no export of this program, or its manifest is damaged.")
    try:
        with (folder / MANIFEST).open("rb") as file:
            given = json.loads(file.read(MOST_MANIFEST_BYTES))
        if given["format"] != 1 or given["program"] != "capox-planner":
            raise refusal
        anchor = given["anchor"]
        found = Export(
            folder, str(given["made_at"]), str(given["revision"]), int(anchor["seq"]), str(anchor["hash"]),
            dict(given["tables"]),
        )  # fmt: skip
        wanted = {table.name: [column.name for column in table.columns] for table in ordered_tables()}
        if (
            found.revision != steps()[1].get_current_head()
            or {name: table["columns"] for name, table in found.tables.items()} != wanted
        ):
            raise StoreUnavailable(
                "This export was made with another schema; upgrade the store it came from and export again."
            )
        for name, table in found.tables.items():
            _check_file(folder / f"{name}.jsonl", str(table["sha256"]), int(table["rows"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise refusal from None
    return found


def _check_file(path: Path, sha256: str, rows: int) -> None:
    digest, lines = hashlib.sha256(), 0
    with path.open("rb") as file:
        for line in file:
            digest.update(line)
            lines += 1
    if digest.hexdigest() != sha256 or lines != rows:
        raise StoreUnavailable(f"'{path.name}' is not the file that was exported; nothing was imported.")


def import_export(store: Store, export: Export) -> int:
    """Bring an export into an empty store: all of it with its audit trail whole, or nothing. Answers the rows.

    raises  StoreUnavailable
    """
    with store.engine.execution_options(writing=True).connect() as connection, connection.begin():
        holding = [t.name for t in ordered_tables() if connection.scalar(select(func.count()).select_from(t))]
        if holding:
            raise StoreUnavailable("There are records here already; an export is brought into an empty store only.")
        drop_triggers(connection)  # they know rows that are made, not rows that come back as they ended
        for table in ordered_tables():
            for rows in _parts(export.folder / f"{table.name}.jsonl", table):
                connection.execute(insert(table), rows)
        create_triggers(connection)
        with Session(connection, join_transaction_mode="rollback_only") as session:
            check = check_audit(session)
        if check.findings or (check.last_seq, check.last_hash) != (export.seq, export.hash):
            why = check.findings[0] if check.findings else "its end is not the one the manifest names"
            raise StoreUnavailable(f"Nothing was imported, the audit trail of the export is not whole ({why}).")
    return export.rows


def _parts(path: Path, table: Table) -> Iterator[Sequence[dict[str, Any]]]:
    """Rows for inserting, some hundred at a time. Raises StoreUnavailable for a value that is none."""
    columns, rows = tuple(table.columns), []
    with path.open(encoding="ascii") as file:
        for number, line in enumerate(file, start=1):
            try:
                values = json.loads(line)
                pairs = zip(columns, values, strict=True)
                rows.append({column.name: as_value(column, value) for column, value in pairs})
            except (ValueError, TypeError, ArithmeticError):
                raise StoreUnavailable(f"Line {number} of '{path.name}' is not a row; nothing was imported.") from None
            if len(rows) == AT_ONCE:
                yield rows
                rows = []
    if rows:
        yield rows
