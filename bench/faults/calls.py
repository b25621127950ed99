"""Files as the disk sees them: every call written down, every call made to fail. Part of bench/faults; Linux with cc.

`build` compiles calls.c; a child process started with `environment` has it under it, and speaks to it by `Calls`.
"""

import ctypes
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).with_name("calls.c")
HEAD = struct.Struct("=4I2q")
WRITE, CUT, SYNC, MADE, REMOVED, RENAMED, FOLDER_SYNC, MARK = range(1, 9)


@dataclass(frozen=True, slots=True)
class Call:
    """One call: `what` with the numbers above; a mark has its text in `path`."""

    what: int
    path: str
    other: str = ""
    offset: int = 0
    data: bytes = b""


def compiler() -> str | None:
    """The C compiler, None where there is none."""
    return shutil.which("cc") or shutil.which("gcc")


def build(folder: Path) -> Path:
    """The library, compiled into a folder. Raises SystemExit without a compiler."""
    found = compiler()
    if found is None:
        raise SystemExit("a C compiler is needed to stand between the program and its files (on Debian: gcc)")
    made = folder / "calls.so"
    subprocess.run([found, "-shared", "-fPIC", "-O2", "-o", str(made), str(SOURCE), "-ldl", "-pthread"], check=True)
    return made


def environment(library: Path, under: Path, log: Path | None = None) -> dict[str, str]:
    """What a child process is started with, so that its calls on files below `under` are seen."""
    return os.environ | {
        "LD_PRELOAD": str(library), "CAPOX_CALLS_UNDER": str(under), "CAPOX_CALLS_LOG": str(log) if log else "",
    }  # fmt: skip


class Calls:
    """The library from within a process that was started with it."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.calls_count.restype = ctypes.c_long
        self._library.calls_arm.argtypes = (ctypes.c_long, ctypes.c_int, ctypes.c_int)

    def fail(self, nth: int, error: int, *, for_good: bool) -> None:
        """Let the n-th call from now fail, and with `for_good` all after it."""
        self._library.calls_arm(nth, error, int(for_good))

    def leave(self) -> int:
        """Let every call work again; answers how many there were since `fail`."""
        count = int(self._library.calls_count())
        self._library.calls_arm(0, 0, 0)
        return count

    def mark(self, text: str) -> None:
        """A line in the log: what was acknowledged until here."""
        self._library.calls_mark(text.encode())


def read_log(log: Path) -> Iterator[Call]:
    """Every call, in order."""
    with log.open("rb") as file:
        while head := file.read(HEAD.size):
            what, path_size, other_size, has_data, offset, length = HEAD.unpack(head)
            path, other = file.read(path_size).decode(), file.read(other_size).decode()
            yield Call(what, path, other, offset, file.read(length) if has_data else b"")
