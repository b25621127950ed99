"""What is loaded ahead exists, is loaded, and nothing heavy comes into the window's process with it."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.warming import MODULES, Warming

HEAVY = ("sqlalchemy", "pandas", "scipy", "matplotlib", "reportlab", "holidays", "keyring")


def test_every_module_loaded_ahead_exists() -> None:
    assert not [name for name in MODULES if find_spec(name) is None]


def test_after_the_start_the_pages_are_loaded_and_the_process_for_pages_runs(session: Session, qtbot: QtBot) -> None:
    warming = Warming(session)
    qtbot.waitUntil(lambda: warming.done() and not session.link.waiting(), timeout=60_000)
    assert {"gui.dose.dose_page", "gui.plan.plan_page", "gui.calendar_page.calendar_page"} <= set(sys.modules)
    assert session.paper.process_id is not None


def test_stopping_leaves_the_rest_unloaded(session: Session, qtbot: QtBot) -> None:
    warming = Warming(session)
    warming.stop()
    qtbot.waitUntil(lambda: not session.link.waiting(), timeout=10_000)
    assert not warming.done()


def test_nothing_heavy_is_loaded_ahead(project_folder: Path) -> None:
    script = (
        "import importlib, sys\n"
        f"for name in {MODULES!r}: importlib.import_module(name)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    rooms = {"PYTHONPATH": f"{project_folder}:{project_folder / 'calendar'}", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", script], env=rooms, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
