"""How a connection to the SQLite file is made: the same promises on every one, set and then checked.

An encrypted file is given its key as the very first word, raw: 256 random bits need no stretching, so that opening
costs nothing. SQLCipher then seals every page with a checksum of its own; a page that does not fit is never read.
"""

import os
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from records.encryption.keys_in_use import key_of

#: Older libraries can lose commits in WAL mode with two connections (fixed in 3.51.3).
LEAST_SQLITE = (3, 51, 3)
BUSY_MS = 5000
PROMISES = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": BUSY_MS}
#: The first bytes of a SQLite file that is not encrypted; those of an encrypted one are random.
PLAIN_HEADER = b"SQLite format 3\x00"


def assert_library() -> None:
    """The SQLite inside the installed wheel is one that keeps its promises."""
    if dbapi2.sqlite_version_info < LEAST_SQLITE:
        wanted = ".".join(map(str, LEAST_SQLITE))
        raise RuntimeError(f"SQLite {dbapi2.sqlite_version} may lose commits; at least {wanted} is needed")


def is_plain(path: Path) -> bool:
    """Whether a file is an unencrypted SQLite file. False for a file that is missing or empty."""
    try:
        with path.open("rb") as file:
            return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER
    except FileNotFoundError:
        return False


def say_key(connection: Any, key: bytes | None, schema: str = "") -> None:
    """The key as the first word on a new connection; SQLCipher is told to write no log of its own."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        of = f"{schema}." if schema else ""
        connection.execute(f"PRAGMA {of}key = \"x'{key.hex()}'\"")


def prepare(connection: Any, key: bytes | None = None) -> None:
    """Key and pragmas of a connection of the store; RuntimeError when one of them does not hold."""
    connection.isolation_level = None  # BEGIN is ours to send
    say_key(connection, key)
    cursor = connection.cursor()
    for name, value in PROMISES.items():
        cursor.execute(f"PRAGMA {name} = {value}")
    for name, value in PROMISES.items():
        holds = cursor.execute(f"PRAGMA {name}").fetchone()[0]
        if holds != value:
            raise RuntimeError(f"this SQLite file keeps {name} at {holds} and not at {value}")
    cursor.close()


def prepare_reading(connection: Any, key: bytes | None) -> None:
    """Key and pragmas of a connection that only reads."""
    connection.isolation_level = None
    say_key(connection, key)
    for pragma in (f"busy_timeout = {BUSY_MS}", "query_only = 1", "cache_size = -16384"):
        connection.execute(f"PRAGMA {pragma}")


def reading_address(path: Path) -> str:
    """The address of a file for reading. Where nothing can be written beside it, SQLite is told that nobody does.

    Not so while a log lies there: without its notes SQLite would show the records as they were before it.
    """
    log = path.with_name(path.name + "-wal")
    alone = not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)
    return f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if alone else ''}"


def open_read_only(path: Path, key: bytes | None = None) -> Any:
    """A connection that only reads, for lists, search, checks and backups; the file must exist.

    key  of another file than this process has open; None: the one in use for this file, or none
    """
    assert_library()
    connection = dbapi2.connect(reading_address(path), uri=True, isolation_level=None, check_same_thread=False)
    prepare_reading(connection, key_of(path) if key is None else key)
    return connection


def open_alone(path: Path, key: bytes | None) -> Any:
    """A connection that may write a file which is no store in use: a copy, a conversion, a backup in the making."""
    assert_library()
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    say_key(connection, key)
    return connection
