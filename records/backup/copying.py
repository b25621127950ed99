"""A verified copy of a SQLite store under another name: taken in one transaction, checked page by page, then renamed.

The store stays in use meanwhile. An encrypted store is copied encrypted: pages go over as they lie, sealed by its key.
"""

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from records.errors import NotSaved, StoreUnavailable
from records.keeping.damage import damage
from records.keeping.durable import sync_file
from records.keeping.snapshot import Snapshot, chain_findings, snapshot
from records.keeping.sqlite_file import open_alone, open_read_only

#: Pages between two looks whether to go on.
PAGES_AT_ONCE = 2000
Progress = Callable[[int, int], None]


class Cancelled(NotSaved):
    """A person stopped a backup; nothing of it is left."""


def ignore(_done: int, _all: int) -> None:
    """Nobody looks."""


def part_of(path: Path) -> Path:
    """The name a copy has until it is verified."""
    return path.with_name(f".{path.name}.part")


def remove_part(path: Path) -> None:
    """Take away a copy that was not finished, with what SQLite may have put beside it."""
    for ending in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def copy_store(source: Path, key: bytes | None, part: Path, progress: Progress = ignore) -> Snapshot:
    """A verified copy in one file, on the disk when this returns. Raises StoreUnavailable, NotSaved."""
    remove_part(part)
    try:
        held = _copy(source, key, part, progress)
        found = verify_copy(part, key, held)
        if found:
            raise NotSaved(f"The copy is not good ({found[0]}); it was thrown away.")
        sync_file(part)
    except BaseException as error:
        remove_part(part)
        if isinstance(error, OSError):
            raise NotSaved(f"The copy cannot be written ({error.strerror}).") from error
        if isinstance(error, dbapi2.DatabaseError):
            raise NotSaved(f"The copy cannot be written ({words_of(error)}).") from None
        raise
    return held


def _copy(source: Path, key: bytes | None, part: Path, progress: Progress) -> Snapshot:
    reader = open_read_only(source, key)
    try:
        reader.execute("BEGIN")
        held = snapshot(reader)  # from here on the reader sees this moment, whatever is saved meanwhile
        part.touch(mode=0o600)
        writer = open_alone(part, key)
        try:
            reader.backup(
                writer, pages=PAGES_AT_ONCE, progress=lambda _status, left, whole: progress(whole - left, whole)
            )
            writer.execute("PRAGMA journal_mode = DELETE")  # one file, that can be read where nothing can be written
        finally:
            writer.close()
    finally:
        reader.close()
    return held


def verify_copy(path: Path, key: bytes | None, held: Snapshot | None = None) -> tuple[str, ...]:
    """What is wrong with a copy: pages, references, the chain, and what it should hold."""
    found = damage(path, key)
    if found:
        return found
    connection = open_read_only(path, key)
    try:
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            return ("some rows do not belong together",)
        now = snapshot(connection)
        if held is not None and now != held:
            return ("it does not hold what the store held",)
        return tuple(islice(chain_findings(connection), 20)) if "audit" in now.counts else ()
    except dbapi2.DatabaseError as error:
        return (words_of(error),)
    finally:
        connection.close()


def words_of(error: Exception) -> str:
    """What SQLite complained about, without any of the data."""
    text = str(error).lower()
    known = {
        "full": "the disk is full",
        "readonly": "the folder is read-only",
        "i/o": "the disk reported an error",
        "unable to open": "the file cannot be opened",
        "malformed": "the file is damaged",
        "not a database": "the file is damaged, or the key is another one",
        "locked": "another program is using the file",
    }
    return next((words for sign, words in known.items() if sign in text), type(error).__name__)


def digest_rows(connection: Any) -> dict[str, str]:
    """A hash of every row of every table, for comparing two files row by row."""
    import hashlib

    digests = {}
    for name in snapshot(connection).counts:
        whole = hashlib.sha256()
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
        order = ", ".join(f'"{column}"' for column in columns)
        for row in connection.execute(f'SELECT {order} FROM "{name}" ORDER BY {order}'):
            whole.update(repr(row).encode("utf-8", "surrogatepass"))
        digests[name] = whole.hexdigest()
    return digests


def convert(store: Path, key: bytes) -> None:
    """Put an encrypted copy in the place of a store that is not; kill it anywhere and one of the two is there, whole.

    raises  StoreUnavailable; the store is then as it was
    """
    found = damage(store, None)
    if found:
        raise StoreUnavailable(f"The records were not encrypted, the file is damaged ({found[0]}).")
    part = part_of(store)
    remove_part(part)
    try:
        _empty_log(store)
        _export(store, key, part)
        _compare(store, part, key)
        sync_file(part)
    except (dbapi2.DatabaseError, OSError) as error:
        remove_part(part)
        why = error.strerror if isinstance(error, OSError) else words_of(error)
        raise StoreUnavailable(f"The records were not encrypted ({why}); they are as they were.") from None
    except StoreUnavailable:
        remove_part(part)
        raise


def _empty_log(store: Path) -> None:
    """Everything into the one file; the store is locked for us, so that nobody else writes."""
    plain = open_alone(store, None)
    try:
        mode = plain.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    finally:
        plain.close()
    if mode != "delete" or store.with_name(store.name + "-wal").exists():
        raise StoreUnavailable("The records were not encrypted, another program has them open.")


def _export(store: Path, key: bytes, part: Path) -> None:
    part.touch(mode=0o600)
    connection = open_alone(store, None)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"ATTACH DATABASE ? AS sealed KEY \"x'{key.hex()}'\"", (str(part),))
        connection.execute("SELECT sqlcipher_export('sealed')")
        connection.execute(f"PRAGMA sealed.user_version = {int(version)}")
        connection.execute("DETACH DATABASE sealed")
    finally:
        connection.close()


def _compare(store: Path, part: Path, key: bytes) -> None:
    """Every row and every rule of the copy as in the original, or StoreUnavailable."""
    found = verify_copy(part, key)
    if found:
        raise StoreUnavailable(f"The records were not encrypted, the copy is not good ({found[0]}).")
    schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name"
    plain, sealed = open_read_only(store), open_read_only(part, key)
    try:
        same = plain.execute(schema).fetchall() == sealed.execute(schema).fetchall()
        if not same or digest_rows(plain) != digest_rows(sealed):
            raise StoreUnavailable("The records were not encrypted, the copy holds something else.")
    finally:
        plain.close()
        sealed.close()
