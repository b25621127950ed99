"""How a connection to the SQLite file is made: the same promises on every one, set and then checked."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

#: Older libraries can lose commits in WAL mode with two connections (fixed in 3.51.3).
LEAST_SQLITE = (3, 51, 3)
BUSY_MS = 5000
PROMISES = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": BUSY_MS}


def assert_library() -> None:
    """The SQLite inside the installed wheel is one that keeps its promises."""
    if dbapi2.sqlite_version_info < LEAST_SQLITE:
        wanted = ".".join(map(str, LEAST_SQLITE))
        raise RuntimeError(f"SQLite {dbapi2.sqlite_version} may lose commits; at least {wanted} is needed")


def prepare(connection: Any) -> None:
    """Pragmas of a connection of the store; RuntimeError when one of them does not hold."""
    connection.isolation_level = None  # BEGIN is ours to send
    cursor = connection.cursor()
    for name, value in PROMISES.items():
        cursor.execute(f"PRAGMA {name} = {value}")
    for name, value in PROMISES.items():
        holds = cursor.execute(f"PRAGMA {name}").fetchone()[0]
        if holds != value:
            raise RuntimeError(f"this SQLite file keeps {name} at {holds} and not at {value}")
    cursor.close()


def open_read_only(path: Path) -> Any:
    """A connection that only reads, for lists and search; the file must exist."""
    assert_library()
    connection = dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    for pragma in (f"busy_timeout = {BUSY_MS}", "query_only = 1", "cache_size = -16384"):
        connection.execute(f"PRAGMA {pragma}")
    return connection
