"""What happens when the program itself is wrong: a private report without patient data, and words for the person.

A report names where it happened: files, lines, functions, kinds of error. It never holds the text of an error or the
value of a variable, because both can carry a name or a number of a patient.
"""

import faulthandler
import logging
import os
import platform
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler, qVersion

log = logging.getLogger("capox")
KEPT_REPORTS = 20
# What Qt says about the machine and not about us.
_HARMLESS = ("This plugin does not support", "propagateSizeHints")
_fatal_file: IO[str] | None = None


class CrashRelay(QObject):
    """`crashed(path)` in the window's thread, whichever thread failed."""

    crashed = Signal(str)
    _reported = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._reported.connect(self.crashed, Qt.ConnectionType.QueuedConnection)

    def report(self, path: Path) -> None:
        """From any thread."""
        self._reported.emit(str(path))


def _private(path: Path, mode: str) -> IO[str]:
    """Open a file that only its owner can read."""
    flags = os.O_WRONLY | os.O_CREAT | (os.O_APPEND if mode == "a" else os.O_TRUNC)
    return os.fdopen(os.open(path, flags, 0o600), mode, encoding="utf-8")


def describe(error: BaseException) -> str:
    """Kinds of error and places in the code, innermost last; no words of the error, no values."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        for frame in traceback.extract_tb(current.__traceback__):
            lines.append(f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def write_report(folder: Path, error: BaseException) -> Path:
    """One report in the private folder; only the newest are kept."""
    reports = folder / "crashes"
    reports.mkdir(parents=True, exist_ok=True, mode=0o700)
    now = datetime.now(UTC)
    path = reports / f"crash-{now:%Y%m%dT%H%M%S%f}.txt"
    with _private(path, "w") as file:
        file.write(f"{now.isoformat()}\nPython {platform.python_version()}, Qt {qVersion()}, {platform.system()}\n")
        file.write(describe(error) + "\n")
    for old in sorted(reports.glob("crash-*.txt"))[:-KEPT_REPORTS]:
        old.unlink(missing_ok=True)
    return path


class CrashHandling:
    """Catches what nobody caught. `install` once at start, `remove` before the interpreter ends (and in tests)."""

    def __init__(self, folder: Path, relay: CrashRelay) -> None:
        self._folder = folder
        self._relay = relay

    def install(self) -> None:
        """Take over the hooks of Python, its threads and Qt; native faults go to a file of their own."""
        global _fatal_file
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        qInstallMessageHandler(self._on_qt)
        _fatal_file = _private(self._folder / "fatal.log", "a")
        faulthandler.enable(_fatal_file)

    def remove(self) -> None:
        """Give the hooks back."""
        global _fatal_file
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        if _fatal_file is not None:
            _fatal_file.close()
            _fatal_file = None

    def report(self, error: BaseException) -> None:
        """Write a report and have the window say so."""
        log.error("a fault of the program: %s", type(error).__qualname__)
        self._relay.report(write_report(self._folder, error))

    def _on_exception(self, kind: type[BaseException], error: BaseException, _where: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, _where)
            return
        self.report(error)

    def _on_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.report(caught.exc_value)

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Qt's own complaints are about widgets and files, never about patients; they go to the log."""
        if not any(part in message for part in _HARMLESS):
            level = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}.get(kind, logging.WARNING)
            log.log(level, "Qt: %s", message[:400])


def start_log(folder: Path) -> None:
    """Log to a private file in the program's folder; it is begun anew when it has grown to a megabyte."""
    path = folder / "capox.log"
    begun = path.exists() and path.stat().st_size > 1_000_000
    handler = logging.StreamHandler(_private(path, "w" if begun else "a"))
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    log.setLevel(logging.INFO)
