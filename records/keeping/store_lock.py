"""One program per SQLite file. The lock is the operating system's, so that a program that died leaves none behind."""

import json
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from records.errors import StoreUnavailable


def take(file: IO[str]) -> bool:
    """Lock the first byte of an open file for this process; False when another holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class StoreLock:
    """Held from open to close. Beside it lies who holds it (process and computer), for the words of the refusal."""

    def __init__(self, store: Path) -> None:
        self._path = store.with_name(store.name + ".lock")
        self._holder = store.with_name(store.name + ".holder")
        self._file: IO[str] | None = None

    def acquire(self) -> None:
        """Raises StoreUnavailable naming the process that has the file open."""
        try:
            file = self._path.open("a+", encoding="utf-8")
        except OSError as error:
            raise StoreUnavailable(f"The folder of the records cannot be written to ({error.strerror}).") from error
        if not take(file):
            file.close()
            raise StoreUnavailable(f"The records are already open in another window of this program ({self.who()}).")
        self._file = file
        with suppress(OSError):  # a full disk: the lock holds, only its words to the next program are missing
            self._holder.write_text(json.dumps({"pid": os.getpid(), "host": socket.gethostname()}), encoding="utf-8")

    def who(self) -> str:
        """Process and computer that hold the lock, as far as they said so."""
        try:
            holder = json.loads(self._holder.read_text(encoding="utf-8"))
            return f"process {int(holder['pid'])} on {holder['host']}"
        except (OSError, ValueError, KeyError, TypeError):
            return "it did not say which"

    def release(self) -> None:
        """Let go; the empty lock file stays, taking it away would race with the next program."""
        if self._file is not None:
            file, self._file = self._file, None
            with suppress(OSError):  # a name that stays behind is written over by the next program
                self._holder.unlink(missing_ok=True)
            with suppress(OSError):  # closed it is all the same
                file.close()
