"""Start: what is loaded when the first screen stands, and that it stands with patients on it."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from records.actions import Actions
from records.values.core import PatientEntry

HEAVY = (
    "sqlalchemy", "alembic", "psycopg", "pandas", "numpy", "scipy", "matplotlib", "reportlab", "pypdfium2", "holidays",
    "keyring", "icalendar", "dateutil", "PySide6.QtSvg", "PySide6.QtPrintSupport", "PySide6.QtNetwork",
    "regimen.engine", "regimen.reader", "treatment_calendar", "records.values.core", "records.actions",
    "concurrent.futures",
)  # fmt: skip
PROBE = """
import json, os, sys
import gui.app, gui.shell.window
seen = {}
def tell():
    window = next(w for w in __import__("PySide6.QtWidgets").QtWidgets.QApplication.topLevelWidgets())
    seen["modules"] = modules
    seen["rows"] = window.patients.rows.rowCount()
    sys.stdout.write(json.dumps(seen)); sys.stdout.flush(); os._exit(0)
def at_paint():
    global modules
    modules = sorted(sys.modules)
    tell()
gui.app._print_and_quit = at_paint
gui.app.main(["--print-first-paint"])
"""


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """A folder with a store of three patients."""
    actions = Actions.open(tmp_path / "capox.db")
    person = actions.add_person("Priya Raman", "pharmacist").result(60)
    for number in range(3):
        entry = PatientEntry(
            f"Name {number}", (("MRN", f"{number:04d}"),), date(1960, 1, 1), "female", allergies_asked=True
        )
        actions.add_patient(person, uuid4(), entry).result(30)
    actions.close()
    return tmp_path


def run(folder: Path, project: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {
        "CAPOX_DATA_DIR": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join((str(project), str(project / "calendar"))),
    }
    return subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, text=True, timeout=240, check=False
    )


def test_nothing_heavy_is_loaded_when_the_first_screen_stands(data_folder: Path, project_folder: Path) -> None:
    answer = run(data_folder, project_folder, "-c", PROBE)
    seen = json.loads(answer.stdout)
    assert seen["rows"] == 3
    loaded = [name for name in seen["modules"] if any(name == heavy or name.startswith(heavy + ".") for heavy in HEAVY)]
    assert not loaded


def test_the_first_paint_is_printed_in_ns_and_the_program_quits(data_folder: Path, project_folder: Path) -> None:
    answer = run(data_folder, project_folder, str(project_folder / "main.py"), "--print-first-paint")
    assert answer.returncode == 0
    assert int(answer.stdout) > 0


def test_a_wrong_option_is_told_and_no_window_opens(data_folder: Path, project_folder: Path) -> None:
    answer = run(data_folder, project_folder, str(project_folder / "main.py"), "--today", "2 March")
    assert answer.returncode == 2
    assert "write it as 2026-03-02" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_the_demo_clinic_is_drawn_into_a_folder(tmp_path: Path, project_folder: Path) -> None:
    out = tmp_path / "out"
    answer = run(
        tmp_path,
        project_folder,
        str(project_folder / "main.py"),
        "--demo",
        "--pictures",
        str(out),
        "--today",
        "2026-03-02",
    )
    assert answer.returncode == 0, answer.stderr
    assert (out / "window.png").stat().st_size > 50_000
    assert (out / "calendar.pdf").read_bytes().startswith(b"%PDF-")
    assert answer.stdout.splitlines() == [f"wrote {out / 'window.png'}", f"wrote {out / 'calendar.pdf'}"]
    assert not (tmp_path / "capox-demo.db").exists()
