"""What nearly every test of a window loads and makes first; done once, before the processes of their files are forked.

Whoever forks must be one thread alone and have no QApplication: both are looked at here.
"""

import gc
import importlib
import os
import pkgutil
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: Libraries the program loads late and the tests nearly always; those of pytest itself are left to pytest.
LIBRARIES = (
    "PySide6.QtWidgets", "PySide6.QtTest", "PySide6.QtSvg", "PySide6.QtPrintSupport", "sqlalchemy.dialects.sqlite",
    "sqlalchemy.dialects.postgresql", "alembic.command", "psycopg", "holidays", "reportlab.platypus", "pypdfium2",
    "pandas", "matplotlib.figure", "hypothesis.strategies", "argon2", "openpyxl", "unittest.mock",
)  # fmt: skip
#: Their import does something: they are programs.
PROGRAMS = ("__main__", "env", "versions")


def warm() -> None:
    """Import the program and its libraries, make the empty store and read the regimens."""
    sys.path[:0] = [str(ROOT), str(ROOT / "calendar")]
    single = {"OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"} - set(os.environ)
    os.environ.update(dict.fromkeys(single, "1"))  # numpy would start threads, and a fork knows nothing of them
    for library in LIBRARIES:
        importlib.import_module(library)
    for name in single:
        del os.environ[name]
    for room in ("regimen", "treatment_calendar", "records", "outcomes", "gui"):
        package = importlib.import_module(room)
        for module in pkgutil.walk_packages(package.__path__, f"{room}."):
            if not any(part in PROGRAMS for part in module.name.split(".")):
                importlib.import_module(module.name)
    from regimen.library import load_profile, load_regimen
    from tests.gui.staffed_store import staffed

    staffed()  # and the empty store below it
    load_regimen("ici-capox")
    load_profile("us")
    check_can_fork()
    gc.collect()
    gc.freeze()  # what stands now is never looked at again by a collection in a test


def check_can_fork() -> None:
    """Raises RuntimeError when this process has threads or a QApplication."""
    from PySide6.QtCore import QCoreApplication

    tasks = Path("/proc/self/task")
    threads = len(list(tasks.iterdir())) if tasks.is_dir() else threading.active_count()
    if threads > 1 or QCoreApplication.instance() is not None:
        raise RuntimeError(f"this process has {threads} threads or a QApplication, so it cannot be forked")
