"""Search as you type over 100,000 patients: key to painted rows, beside a reset and repaint without any search.

usage: python bench/search.py [patients=100000] [rounds=15]

The anchor shows the same number of lines from memory in the same list: model reset and repaint of one screen. The
program's variant sets the text of its own search field, which asks the store, resets the model and repaints. Both are
shuffled key by key; CPU time of the window's thread.
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

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))
sys.path.insert(1, str(HOUSE / "calendar"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

WORDS = ("marnor", "kelros", "petfan")
PREFIXES = tuple(word[:length] for word in WORDS for length in range(1, 7))
NUMBERS = ("0", "00", "000", "4", "47", "471")
INSIDE = ("arno", "elro", "etfa", "orel", "sanan", "torul")


def measure(store: Path, rounds: int) -> dict[str, list[float]]:
    """Milliseconds per key for the anchor and for each kind of search."""
    from PySide6.QtWidgets import QApplication

    from gui.patients.patient_list import MOST_FOUND, PatientList
    from gui.theme.look import apply_look
    from records.lookup import Lookup

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    apply_look(app, "light", 100)
    lookup = Lookup(store)
    page = PatientList(lookup, lookup.first_lines(50))
    page.resize(1200, 800)
    page.show()
    app.processEvents()
    view, lines = page.view.viewport(), lookup.first_lines(MOST_FOUND)

    def anchor(_text: str) -> None:
        page.rows.show_lines(lines)
        view.repaint()

    def typed(text: str) -> None:
        page.search.setText(text)
        view.repaint()

    jobs: list[tuple[str, str, Callable[[str], None]]] = [("anchor", text, anchor) for text in PREFIXES]
    jobs += [("name prefix", text, typed) for text in PREFIXES]
    jobs += [("number prefix", text, typed) for text in NUMBERS]
    jobs += [("inside a word", text, typed) for text in INSIDE]
    found: dict[str, list[float]] = {kind: [] for kind, _text, _do in jobs}
    for turn in range(rounds + 1):
        for kind, text, do in random.sample(jobs, len(jobs)):
            begun = time.process_time()
            do(text)
            if turn:
                found[kind].append((time.process_time() - begun) * 1e3)
    return found


def main() -> None:
    patients = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    with tempfile.TemporaryDirectory(prefix="capox-bench-") as folder:
        making = [sys.executable, str(HOUSE / "bench" / "big_store.py"), folder, str(patients)]
        store = subprocess.run(making, check=True, capture_output=True, text=True).stdout.strip()
        found = measure(Path(store), rounds)
    base = statistics.median(found["anchor"])
    figures: dict[str, object] = {"patients": patients, "anchor_ms": round(base, 2)}
    for kind, runs in found.items():
        median, worst = statistics.median(runs), statistics.quantiles(runs, n=50)[-1]
        figures[kind] = {"median_ms": round(median, 2), "p98_ms": round(worst, 2), "ratio": round(median / base, 2)}
        print(f"{kind:16s} {figures[kind]}")
    print("FIGURES search " + json.dumps(figures))


if __name__ == "__main__":
    main()
