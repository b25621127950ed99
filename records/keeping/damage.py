"""Whether the file of a SQLite store is whole, told before anything is written to it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from records.errors import Damaged, StoreUnavailable
from records.keeping.sqlite_file import open_read_only

#: The least a SQLite file can have; SQLite takes a shorter one for an empty store.
LEAST_BYTES = 512
#: Up to this size the pages' places are looked at on every opening too (about 20 ms a MB on a busy machine); in
#: a larger file their checksums alone, and the rest with every backup.
LOOKED_AT_BYTES = 64_000_000


def refuse_damage(store: Path, key: bytes | None) -> None:
    """Read every page of the file before anything is written to it. Raises Damaged."""
    if not store.exists() or store.stat().st_size == 0:
        return
    found = damage(store, key, thorough=False)
    if found:
        raise Damaged(f"The file of the records is damaged ({found[0]}); it was not opened for writing.")


def damage(path: Path, key: bytes | None, *, thorough: bool = True) -> tuple[str, ...]:
    """What is wrong with a SQLite file, in words without data; empty when every page is whole and in its place.

    Every page of an encrypted file carries a checksum that only the key can make. While a log lies beside the file,
    a page is what the log says: a power cut while the log is written back leaves half pages in the file, and SQLite
    mends them from the log. So the file is read through its log then, every page of it that counts.

    thorough  every index is compared with its table too
    """
    try:
        size = path.stat().st_size
        if size < LEAST_BYTES:
            return ("it was cut off",)
        log = path.with_name(path.name + "-wal")
        mended = log.exists() and log.stat().st_size > 0
        connection = open_read_only(path, key)
    except OSError as error:
        return (f"it cannot be read ({error.strerror})",)
    except dbapi2.DatabaseError:
        return ("it cannot be opened",)
    looks = ["cipher_integrity_check"] if key is not None and not mended else []
    if thorough or mended or size <= LOOKED_AT_BYTES:
        looks.append("integrity_check" if thorough else "quick_check")
    try:
        return tuple(_damage(connection, looks))
    except dbapi2.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise StoreUnavailable("The records are in use by another program; please try again.") from None
        return ("a page cannot be read",)
    except dbapi2.DatabaseError:
        return ("a page cannot be read",)
    finally:
        connection.close()


def _damage(connection: Any, looks: Sequence[str]) -> Iterator[str]:
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # a file shorter than its first page says
    for look in looks:
        rows = connection.execute(f"PRAGMA {look}").fetchall()
        if look == "cipher_integrity_check" and rows:
            yield f"{len(rows)} page(s) do not fit their checksum"
        elif look != "cipher_integrity_check" and rows != [("ok",)]:
            yield "its pages do not fit together"
