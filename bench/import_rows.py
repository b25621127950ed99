"""Does the window freeze while a file is taken over? The Import page without a display, on a table of many patients.

usage: python bench/import_rows.py [rows=10000] [rounds=3]

Each row makes a patient with a weight and three laboratory values. A timer of 2 ms beats in the window's thread; the
largest gap between two beats is how long the window could not answer, and "cpu" the most work of that thread between
two beats, which other programs do not disturb. Each round is a fresh process with an empty store: the page with nothing
to do, the file read and compared with the records, all rows stored, and the rows looked at once more. Least of the
rounds; "shown" is the time to the answer.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*=false")

BEAT_MS = 2
IDLE_S = 2.0
REST_S = 2.5  # longer than the time between two collections of garbage
FAMILIES = ("Ode", "Müller", "Łukasz", "Seven", "O'Neill", "de la Cruz", "王", "Nguyễn")


def make_table(path: Path, rows: int) -> None:
    """A table as a hospital writes it; the same each time."""
    chance = random.Random(11)
    lines = ["MRN;Name;Date of birth;Sex;Date;Weight (kg);Neutrophils (10^9/L);Platelets (10^9/L);Haemoglobin (g/dL)"]
    for number in range(rows):
        name = f"{FAMILIES[number % len(FAMILIES)]}, Patient {number}"
        born = f"{chance.randint(13, 28)}.{chance.randint(1, 12):02d}.{chance.randint(1935, 1985)}"
        values = f"{chance.randint(450, 990) / 10}", f"{chance.randint(15, 70) / 10}", f"{chance.randint(90, 400)}"
        lines.append(f"B-{number};{name};{born};{'fm'[number % 2]};23.02.2026;{';'.join(values)};12.4")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def session_of(folder: Path) -> Any:
    """An open, empty store with a pharmacist at the screen."""
    from gui.link import Link
    from gui.session import Session
    from records.actions import Actions
    from records.lookup import Lookup
    from records.values.core import SiteSettings

    target = folder / "capox.db"
    actions = Actions.open(target)
    actions.opened.result(60)
    person = actions.add_person("Priya Raman", "pharmacist").result()
    wanted = SiteSettings(site_name="Day Unit", country="US", practice="us", first_dose="morning", set_up=True)
    settings = actions.save_settings(person, wanted, "").result()
    session = Session(actions, Lookup(target), Link(), settings=settings)
    session.set_person(person)
    return session


class Beat:
    """Largest gap and most work between two beats of the window's thread."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.timer = QTimer()
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.beat)
        self.clear()
        self.timer.start(BEAT_MS)

    def clear(self) -> None:
        self.gap = self.cpu = 0.0
        self.last, self.worked = time.perf_counter(), time.thread_time()

    def beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.gap, self.cpu = max(self.gap, now - self.last), max(self.cpu, worked - self.worked)
        self.last, self.worked = now, worked


def child(folder: Path, table: Path) -> None:
    """One round; prints its figures."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication, QMainWindow

    from gui.collector import Collector
    from gui.exchange.import_page import ImportPage
    from gui.theme.look import STYLE_ARGUMENTS, apply_look

    app = QApplication(["capox-planner", *STYLE_ARGUMENTS])
    collector = Collector(app)
    apply_look(app, "light", 100)
    session = session_of(folder)
    window = QMainWindow()
    window.resize(1200, 800)
    page = ImportPage(session)
    window.setCentralWidget(page)
    window.show()
    app.processEvents()  # the first paint is none of these steps
    beat = Beat()
    found: dict[str, float] = {}

    def step(name: str, act: Callable[[], object], done: Callable[[], bool]) -> None:
        """Until it is done, and a rest after it, so that painting and collecting are in the gap."""
        beat.clear()
        begun, ended = time.perf_counter(), 0.0
        act()
        while not ended or time.perf_counter() - ended < REST_S:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if not ended and done():
                ended = time.perf_counter()
        found[f"{name}_gap_ms"], found[f"{name}_cpu_ms"] = beat.gap * 1e3, beat.cpu * 1e3
        found[f"{name}_shown_ms"] = (ended - begun) * 1e3

    begun = time.perf_counter()
    step("idle", lambda: None, lambda: time.perf_counter() - begun > IDLE_S)
    step("reading", lambda: page.open(table), lambda: page.settled() and page.store_button.isEnabled())
    rows = len(page.rows.shown())
    step("storing", page.store_button.click, lambda: page.settled() and bool(page.strip.isVisible()))
    found["rows"] = rows
    print(json.dumps({name: round(value, 1) for name, value in found.items()}), flush=True)
    session.close()
    session.actions.close()
    del collector
    os._exit(0)


def main() -> None:
    if sys.argv[1:2] == ["--child"]:
        child(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    runs = []
    with tempfile.TemporaryDirectory(prefix="capox-bench-") as top:
        table = Path(top) / "patients.csv"
        make_table(table, rows)
        for turn in range(rounds):
            folder = Path(top) / f"turn-{turn}"
            folder.mkdir()
            command = [sys.executable, __file__, "--child", str(folder), str(table)]
            done = subprocess.run(command, capture_output=True, text=True, timeout=600)
            if done.returncode or not done.stdout.strip():
                raise RuntimeError(f"the window ended with {done.returncode}: {done.stderr[-2000:]}")
            runs.append(json.loads(done.stdout.splitlines()[-1]))
    figures = {name: min(run[name] for run in runs) for name in runs[0]}
    for name, value in figures.items():
        print(f"{name:18s} {value}")
    print("FIGURES import_rows " + json.dumps(figures))


if __name__ == "__main__":
    main()
