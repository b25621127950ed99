"""Does the window ever freeze? The real program without a display, on the demo clinic, doing everything the first time.

usage: python bench/first_print.py [rounds=5]

A timer of 2 ms beats in the window's thread; the largest gap between two beats is how long the window could not answer.
"cpu" is the most work of that thread between two beats, which other programs do not disturb.
Anchor: the same window with nothing to do. Then, in one fresh process a round: the first worklist, the first patient
with the Dose page, the plan, the first calendar (made by the worker process, its pictures shown), another patient's
Dose page and calendar, the staff sheet, History and Response pages, and the Outcomes page: the comparison of regimens,
then the demo cohort with its plots, drawn by a process that starts at the first click. Medians over the rounds; "shown"
is the time from the click to the answer.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

HOUSE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*=false")

TODAY = date(2026, 3, 2)
BEAT_MS = 2
QUIET_S = 0.3  # an action is over when nothing has been waited for this long
IDLE_S = 3.0
LONGEST_S = 30.0
FRAME_MS = 16.7

Done = Callable[[], bool]
Step = tuple[str, Callable[[], Any], Done]


def make_clinic(folder: Path) -> list[str]:
    """The demo clinic's store in the folder; its patients with a signed order of ICI + CAPOX, by their ids."""
    from records.actions import Actions
    from records.demo.clinic import begin_demo
    from records.keeping.places import DEMO
    from records.lookup import Lookup

    target = folder / DEMO
    actions = Actions.open(target, demo=True)
    actions.opened.result(120)
    begin_demo(actions, TODAY).result(300)
    found = []
    for line in Lookup(target).first_lines(50):
        space = actions.workspace(line.id).result(30)
        regimens = {course.id: course.entry.regimen_id for course in space.courses}
        if any(o.state in ("signed", "given") and regimens.get(o.course_id) == "ici-capox" for o in space.orders):
            found.append(str(line.id))
    actions.close()
    return found


class Pulse:
    """Beats in the window's thread, runs the steps one after another, keeps the largest gap of each."""

    def __init__(self, window: Any, running: Any, patients: list[UUID]) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.window, self.running = window, running
        self.steps: Iterator[Step] = self._steps(patients)
        self.found: dict[str, dict[str, float]] = {}
        self.name, self.done = "start", lambda: running.session is not None
        self.begun = self.last = self.busy = time.perf_counter()
        self.gap, self.work, self.shown = 0.0, 0.0, 0.0
        self.worked = time.thread_time()
        self.timer = QTimer()
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.beat)
        self.timer.start(BEAT_MS)

    def beat(self) -> None:
        """One beat: note the gap, and go on to the next step once this one has come to rest."""
        now = time.perf_counter()
        self.gap, self.last = max(self.gap, now - self.last), now
        worked = time.thread_time()
        self.work, self.worked = max(self.work, worked - self.worked), worked
        if self.running.link.waiting() or not self.done():
            self.busy = now
            if now - self.begun > LONGEST_S:
                sys.stderr.write(f"{self.name} did not come to its end\n")
                os._exit(1)
            return
        if not self.shown:
            self.shown = now - self.begun
        if now - self.busy > QUIET_S:
            self.found[self.name] = {
                "gap_ms": self.gap * 1e3, "cpu_ms": self.work * 1e3, "shown_ms": self.shown * 1e3
            }  # fmt: skip
            self._next()

    def _next(self) -> None:
        step = next(self.steps, None)
        if step is None:
            print(json.dumps(self.found), flush=True)
            self.running.end()
            os._exit(0)
        self.name, act, self.done = step
        self.gap, self.work, self.shown = 0.0, 0.0, 0.0
        self.worked = time.thread_time()
        self.begun = self.last = self.busy = time.perf_counter()
        act()

    def _steps(self, patients: list[UUID]) -> Iterator[Step]:
        window = self.window
        yield "loading ahead", lambda: None, lambda: self.running.warming.done()
        yield "idle", lambda: None, lambda: time.perf_counter() - self.begun > IDLE_S
        yield "first worklist", lambda: window.show_page("today"), lambda: window.page("today").isVisible()
        yield "first patient, Dose page", lambda: window.open_patient(patients[0], "dose"), lambda: self._on("dose")
        yield "first Plan page", lambda: self._space().bring("plan"), lambda: self._on("plan")
        yield "first calendar", lambda: self._space().bring("calendar"), self._previewed
        yield "another patient, Dose page", lambda: window.open_patient(patients[1], "dose"), lambda: self._on("dose")
        yield "second calendar", lambda: self._space().bring("calendar"), self._previewed
        yield "staff sheet", self._space().page("dose").sheet_button.click, self._staff_sheet_shown
        yield "History page", lambda: self._space().bring("history"), lambda: self._on("history")
        yield "Response page", lambda: self._space().bring("response"), lambda: self._on("response")
        yield "first Outcomes page", lambda: window.show_page("outcomes"), self._compared
        cohort = self._outcomes
        yield "Cohort view", lambda: cohort().view.choose("cohort"), lambda: "cohort" in cohort().views
        yield "demo cohort with its first plot", lambda: self._cohort().demo_button.click(), self._summed_up
        for part in ("survival", "treatment", "events"):
            yield f"cohort: {part} and its plot", lambda part=part: self._cohort().part.choose(part), self._summed_up

    def _space(self) -> Any:
        return self.window.page("workspace")

    def _on(self, page: str) -> bool:
        space = self._space()
        shown = space.pages.get(page)
        return shown is not None and space.stack.currentWidget() is shown and space.isVisible()

    def _calendar(self) -> Any:
        return self._space().page("calendar")

    def _previewed(self) -> bool:
        return self._on("calendar") and self._calendar().preview.sheets.picture(0) is not None

    def _outcomes(self) -> Any:
        return self.window.page("outcomes")

    def _compared(self) -> bool:
        view = self._outcomes().views.get("burden")
        return view is not None and bool(view.settled())

    def _cohort(self) -> Any:
        return self._outcomes().views["cohort"]

    def _summed_up(self) -> bool:
        view = self._cohort()
        return view.answer() is not None and bool(view.settled())

    def _staff_sheet_shown(self) -> bool:
        sheet = self._calendar().sheet()
        return sheet is not None and sheet.wanted.kind == "staff_sheet" and self._previewed()


def child(folder: Path, patients: list[str]) -> None:
    """The program's own window and start, driven by the pulse."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from gui.collector import Collector
    from gui.options import Options, clock
    from gui.places import data_folder, open_lookup, store_target
    from gui.running import Running
    from gui.shell.window import MainWindow
    from gui.theme.look import STYLE_ARGUMENTS, apply_look

    options = Options(demo=True, data_dir=folder, today=TODAY)
    app = QApplication(["capox-planner", *STYLE_ARGUMENTS])
    Collector(app)  # as in gui/app.py
    apply_look(app, "light", 100)
    target = store_target(options, data_folder(options))
    keep = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(open_lookup(target, clock(options)), (), keep, demo=True)
    running = Running(app, window, options, folder, target, keep)
    window.show()
    running.begin()
    pulse = Pulse(window, running, [UUID(patient) for patient in patients])
    app.exec()
    del pulse


def summed_up(runs: list[dict[str, dict[str, float]]]) -> dict[str, Any]:
    """Median gap and time of each step, the gap also as a ratio to the idle one."""
    idle = statistics.median(run["idle"]["gap_ms"] for run in runs)
    figures: dict[str, Any] = {}
    for name in runs[0]:
        gaps = [run[name]["gap_ms"] for run in runs]
        gap = statistics.median(gaps)
        figures[name] = {
            "gap_ms": round(gap, 1),
            "least_gap_ms": round(min(gaps), 1),
            "cpu_ms": round(statistics.median(run[name]["cpu_ms"] for run in runs), 1),
            "ratio": round(gap / idle, 1),
            "shown_ms": round(statistics.median(run[name]["shown_ms"] for run in runs)),
        }
    actions = {name: each for name, each in figures.items() if name not in ("idle", "start")}
    figures["over one frame"] = [name for name, each in actions.items() if each["gap_ms"] > FRAME_MS]
    return figures


def main() -> None:
    if sys.argv[1:2] == ["--child"]:
        child(Path(sys.argv[2]), sys.argv[3:])
        return
    if sys.argv[1:2] == ["--clinic"]:
        print(json.dumps(make_clinic(Path(sys.argv[2]))))
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory(prefix="capox-bench-") as top:
        clinic = Path(top) / "clinic"
        clinic.mkdir()
        made = subprocess.run(
            [sys.executable, __file__, "--clinic", str(clinic)], check=True, capture_output=True, text=True
        )
        patients = json.loads(made.stdout.splitlines()[-1])
        runs = []
        for turn in range(rounds + 1):  # the first warms the file cache and the byte code
            folder = Path(top) / f"turn-{turn}"
            shutil.copytree(clinic, folder)
            command = [sys.executable, __file__, "--child", str(folder), *patients[:2]]
            done = subprocess.run(command, capture_output=True, text=True, timeout=300)
            if done.returncode or not done.stdout.strip():
                raise RuntimeError(f"the window ended with {done.returncode}: {done.stderr[-2000:]}")
            if turn:
                runs.append(json.loads(done.stdout.splitlines()[-1]))
    figures = summed_up(runs)
    for name, values in figures.items():
        print(f"{name:28s} {values}")
    print("FIGURES first_print " + json.dumps(figures))


if __name__ == "__main__":
    main()
