"""Start to first paint, and the memory then: the program beside a floor window, in one shuffled run.

usage: python bench/start.py [rounds=9] [patients=100000]

Floor: a QMainWindow with one line of text, the Qt namespace touched, the same store opened and one row read: what no
PySide6 program of this kind can go below. Every variant runs once a round in a fresh process. Wall: least of all
rounds; CPU: median; both net of the interpreter's own start. Platforms: offscreen, and xcb where Xvfb is installed.
"""

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent

FIRST = "import time\nbegun = time.clock_gettime_ns(time.CLOCK_MONOTONIC)\n"
FLOOR = (
    FIRST
    + """
import os, sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
import sqlcipher3.dbapi2 as sqlite

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.clock_gettime_ns(time.CLOCK_MONOTONIC), flush=True)
        os._exit(0)

app = QApplication(["floor"])
row = sqlite.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute("SELECT name FROM patient LIMIT 1").fetchone()
window = Window()
window.resize(1000, 700)
label = QLabel(row[0])
label.setAlignment(Qt.AlignmentFlag.AlignCenter)
window.setCentralWidget(label)
window.show()
app.exec()
"""
)
INTERPRETER = FIRST + "print(begun)\n"


def run_once(command: list[str], platform: str, display: str) -> tuple[float, float, float]:
    """(wall ms from spawn to the printed moment, CPU ms, peak memory MB) of one process."""
    environment = dict(os.environ, QT_QPA_PLATFORM=platform, DISPLAY=display, QT_LOGGING_RULES="*=false")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    printed = process.stdout.read().split()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or not printed:
        raise RuntimeError(f"{command[-3:]} ended with {process.returncode} and printed {printed}")
    return (int(printed[-1]) - begun) / 1e6, (usage.ru_utime + usage.ru_stime) * 1e3, usage.ru_maxrss / 1024


def start_xvfb() -> tuple[subprocess.Popen[bytes] | None, str]:
    """A virtual screen for the xcb figures, where one can be had."""
    if not shutil.which("Xvfb"):
        return None, ""
    display = f":{random.randint(80, 180)}"
    server = subprocess.Popen(
        ["Xvfb", display, "-screen", "0", "1600x1000x24"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(1.5)
    return server, display


def measure(rounds: int, patients: int, folder: Path) -> dict[str, object]:
    """All variants, shuffled, `rounds` times; ratios against the floor of the same platform."""
    # In a process of its own: what this one ever used would count as memory of its children.
    making = [sys.executable, str(HOUSE / "bench" / "big_store.py"), str(folder), str(patients)]
    store = subprocess.run(making, check=True, capture_output=True, text=True).stdout.strip()
    for name, text in (("floor", FLOOR), ("interpreter", INTERPRETER)):
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    server, display = start_xvfb()
    # Started as a person starts it, without options: reading options costs a parser.
    os.environ["CAPOX_DATA_DIR"] = str(folder)
    program = [sys.executable, str(HOUSE / "main.py"), "--print-first-paint"]
    variants: dict[str, tuple[list[str], str]] = {
        "interpreter": ([sys.executable, str(folder / "interpreter.py")], "offscreen")
    }
    for platform in ("offscreen", "xcb") if server else ("offscreen",):
        variants[f"floor {platform}"] = ([sys.executable, str(folder / "floor.py"), store], platform)
        variants[f"program {platform}"] = (program, platform)
    seen: dict[str, list[tuple[float, float, float]]] = {name: [] for name in variants}
    try:
        for turn in range(rounds + 1):  # the first round warms the file cache and the byte code
            for name in random.sample(list(variants), len(variants)):
                figures = run_once(*variants[name], display)
                if turn:
                    seen[name].append(figures)
    finally:
        if server:
            server.terminate()
    return summed_up(seen)


def summed_up(seen: dict[str, list[tuple[float, float, float]]]) -> dict[str, object]:
    """Least wall, median CPU, memory per variant, and the program's ratios to its floor."""
    own_wall = min(wall for wall, _, _ in seen["interpreter"])
    own_cpu = statistics.median(cpu for _, cpu, _ in seen["interpreter"])
    figures: dict[str, object] = {}
    best: dict[str, tuple[float, float, float]] = {}
    for name, runs in seen.items():
        if name == "interpreter":
            continue
        wall = min(r[0] for r in runs) - own_wall
        cpu = statistics.median(r[1] for r in runs) - own_cpu
        memory = statistics.median(r[2] for r in runs)
        best[name] = (wall, cpu, memory)
        figures[name] = {"wall_ms": round(wall, 1), "cpu_ms": round(cpu, 1), "memory_mb": round(memory)}
    for name, got in best.items():
        kind, platform = name.split()
        if kind == "program":
            floor = best[f"floor {platform}"]
            ratios = zip(("wall", "cpu", "memory"), got, floor, strict=True)
            figures[f"ratio {platform}"] = {what: round(mine / anchor, 2) for what, mine, anchor in ratios}
    return figures


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    patients = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    with tempfile.TemporaryDirectory(prefix="capox-bench-") as folder:
        figures = measure(rounds, patients, Path(folder))
    for name, values in figures.items():
        print(f"{name:20s} {values}")
    print("FIGURES start " + json.dumps(figures))


if __name__ == "__main__":
    main()
