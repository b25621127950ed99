"""The table of adverse events, term by worst grade, over everybody in a store: counted, and when it stands already.

usage: python bench/event_counts.py [patients=100000] [rounds=5]

Each patient has twenty events. Anchors, in one shuffled loop with the program's own function on the same file: reading
every row inside SQLite (a sum), the same from the index alone, and pandas from the file (all rows read, then grouped).
Row 20: opening the standing table through the door to the records where nothing changed, beside one question to an
index on a bare connection. Then the page: a beat of 2 ms in the window's thread while it counts; the largest gap.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar"), str(HOUSE / "bench")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*=false")

BEAT_MS = 2
IDLE_S = 2.0
REST_S = 0.3
ASKED = 200


def timed(work: Callable[[], Any]) -> tuple[float, float]:
    """Wall and CPU of this process, milliseconds."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3


def by_pandas(target: Path, *, related: bool = False) -> Any:
    """All rows read, the worst grade of each patient and term, then patients by term and grade.

    related: only those laid to a drug, each attribution read by itself
    """
    import pandas
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(target))
    said = ", attribution" if related else ""
    rows = pandas.DataFrame(
        connection.execute(
            f"SELECT patient_id, term, highest_grade{said} FROM adverse_event WHERE withdrawn = 0"
        ).fetchall(),
        columns=["patient_id", "term", "grade", *(["laid"] if related else [])],
    )
    connection.close()
    if related:
        rows = rows[[any(v >= 3 for k, v in json.loads(one).items() if k != "disease") for one in rows["laid"]]]
    worst = rows.groupby(["term", "patient_id"], observed=True, sort=False)["grade"].max().reset_index()
    return worst.groupby(["term", "grade"]).size().unstack(fill_value=0)


def check(counts: Any, table: Any) -> int:
    """How many cells differ between the program's table and that of pandas."""
    wrong = 0
    for one in counts.terms:
        wrong += sum(one.by_grade[grade - 1] != int(table.loc[one.term].get(grade, 0)) for grade in range(1, 6))
    return wrong + abs(len(table) - len(counts.terms))


def measured(target: Path, rounds: int) -> dict[str, Any]:
    """Every variant `rounds` times in a shuffled order; medians."""
    from sqlcipher3 import dbapi2

    from records.actions import Actions
    from records.values.event_counts import Cause

    connection = dbapi2.connect(str(target), isolation_level=None)
    actions = Actions.open(target)
    actions.opened.result(300)
    counts = actions.event_counts().result(600)
    variants: dict[str, Callable[[], Any]] = {
        "scan": lambda: connection.execute("SELECT sum(highest_grade) FROM adverse_event NOT INDEXED").fetchone(),
        "index scan": lambda: connection.execute("SELECT sum(highest_grade) FROM adverse_event").fetchone(),
        "program": lambda: actions.event_counts().result(600),
        "related": lambda: actions.event_counts(None, Cause()).result(600),
        "one drug": lambda: actions.event_counts(None, Cause("related", "oxaliplatin")).result(600),
        "pandas": lambda: by_pandas(target),
    }
    wrong = check(counts, by_pandas(target))
    wrong += check(actions.event_counts(None, Cause()).result(600), by_pandas(target, related=True))
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in variants}
    for _ in range(rounds):
        for name in random.sample(sorted(variants), len(variants)):
            found[name].append(timed(variants[name]))
    asked = [timed(lambda: connection.execute("SELECT max(seq) FROM audit").fetchone())[0] for _ in range(ASKED)]
    stands = [timed(lambda: actions.event_counts(counts).result(60))[0] for _ in range(ASKED)]
    actions.close()
    connection.close()
    figures: dict[str, Any] = {
        name: {"wall_ms": round(statistics.median(wall for wall, _cpu in each)),
               "cpu_ms": round(statistics.median(cpu for _wall, cpu in each))}
        for name, each in found.items()
    }  # fmt: skip
    figures["one query"] = {"wall_ms": round(statistics.median(asked), 3)}
    figures["standing"] = {"wall_ms": round(statistics.median(stands), 3)}
    figures["differing cells"] = wrong
    return figures


def page(target: Path) -> None:
    """The view in a window without a display; prints the largest gaps, idle, counting and standing."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    from gui.link import Link
    from gui.outcomes.events_view import EventsView
    from gui.session import Session
    from gui.theme.look import STYLE_ARGUMENTS, apply_look
    from records.actions import Actions
    from records.lookup import Lookup
    from records.values.core import SiteSettings

    app = QApplication(["capox-planner", *STYLE_ARGUMENTS])
    apply_look(app, "light", 100)
    actions = Actions.open(target)
    actions.opened.result(300)
    session = Session(actions, Lookup(target), Link(), settings=SiteSettings())
    window = QMainWindow()
    window.resize(1200, 800)
    window.show()
    gaps: list[float] = []
    works: list[float] = []
    last, worked = [time.perf_counter()], [time.thread_time()]

    def beat() -> None:
        now, work = time.perf_counter(), time.thread_time()
        gaps.append(now - last[0])
        works.append(work - worked[0])
        last[0], worked[0] = now, work

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start(BEAT_MS)

    found: dict[str, float] = {}

    def until(name: str, done: Callable[[], bool]) -> None:
        """Beat until it is done; then the largest gap, and the most work of the window's thread between two beats."""
        gaps.clear()
        works.clear()
        while not done():
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        found[f"{name}_gap_ms"], found[f"{name}_cpu_ms"] = max(gaps) * 1e3, max(works) * 1e3

    begun = time.perf_counter()
    until("idle", lambda: time.perf_counter() - begun > IDLE_S)
    begun = time.perf_counter()
    view = EventsView(session)
    window.setCentralWidget(view)
    view.show()
    done = [0.0]

    def painted() -> bool:
        """Counted, shown, and a moment of rest after it, so that the painting is in the gap."""
        if not done[0] and view.counts() is not None and view.settled():
            done[0] = time.perf_counter()
        return bool(done[0]) and time.perf_counter() - done[0] > REST_S

    until("counting", painted)
    found["shown_ms"] = (done[0] - begun) * 1e3
    view.hide()
    begun = time.perf_counter()
    view.show()
    until("standing", lambda: view.settled() and time.perf_counter() - begun > REST_S)
    print(json.dumps({name: round(value, 1) for name, value in found.items()}), flush=True)
    session.close()
    actions.close()


def main() -> None:
    if sys.argv[1:2] == ["--page"]:
        page(Path(sys.argv[2]))
        return
    patients = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    from event_store import EACH, make_event_store

    with tempfile.TemporaryDirectory(prefix="capox-bench-") as folder:
        target = make_event_store(Path(folder), patients)
        figures = {"events": patients * EACH, **measured(target, rounds)}
        runs = []
        for _ in range(rounds):
            done = subprocess.run(
                [sys.executable, __file__, "--page", str(target)], capture_output=True, text=True, timeout=600
            )
            if done.returncode:
                raise RuntimeError(f"the page ended with {done.returncode}: {done.stderr[-2000:]}")
            runs.append(json.loads(done.stdout.splitlines()[-1]))
    figures["page"] = {name: round(statistics.median(run[name] for run in runs), 1) for name in runs[0]}
    for name, values in figures.items():
        print(f"{name:18s} {values}")
    print("FIGURES event_counts " + json.dumps(figures))


if __name__ == "__main__":
    main()
