"""The program's own page painter beside the anchors of a PDF benchmark.

`paint(patients, path)` draws a neutral display list with the program's painter and its own, unmodified fonts.
A patient is a list of pages, a page (rectangles, texts): rectangle (x, y, width, height, fill or None), text
(x, y, words, font L | B | C, size, colour k | r | b | g, most width), y from the top, A4 landscape.
Grey stands for colour.

    PYTHONPATH=.:calendar:bench BENCH_PDF=pdf_paint:paint python B2_PDF.py 5 raw,app,qpdfwriter,weasyprint

usage: python bench/pdf_paint.py [rounds]     the real calendar, warm and cold, and its size; one line of figures
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

from treatment_calendar.paper import fonts, painter  # noqa: E402
from treatment_calendar.paper.sheet import Box, Sheet, Text  # noqa: E402

WIDTH, HEIGHT = 842.0, 595.0
GREY = {"k": 0.0, "r": 0.25, "b": 0.2, "g": 0.35}
FACE: dict[str, fonts.Face] = {"L": "regular", "B": "bold", "C": "regular"}


def paint(patients: Sequence[Any], path: str) -> None:
    """All patients into one file."""
    sheets = []
    for pages in patients:
        for rectangles, texts in pages:
            boxes = [Box(x, y, w, h, 0.5, 0.6, sum(fill) / 3 if fill else None) for x, y, w, h, fill in rectangles]
            sheets.append(Sheet(WIDTH, HEIGHT, list(boxes), [_text(*item) for item in texts]))
    Path(path).write_bytes(painter.paint(sheets, "calendar"))


def _text(x: float, y: float, words: str, font: str, size: float, colour: str, most: float) -> Text:
    face = FACE[font]
    wide = fonts.width(words, face, size)
    return Text(x, y, words, face, size * most / wide if wide > most else size, GREY[colour])


def calendar(rounds: int) -> dict[str, float]:
    """CPU and size of the real calendar: 6 cycles laid out, every page the program prints for them."""
    start = time.process_time()
    from tests.print.examples import capox_course, request
    from treatment_calendar.paper.patient_calendar import patient_calendar

    made = request(course=capox_course(cycles=6))
    first = patient_calendar(made)
    cold = time.process_time() - start
    taken = []
    for number in range(rounds):
        other = request(course=capox_course(cycles=6), patient_name=f"Patient {number}, DEMO")
        start = time.process_time()
        patient_calendar(other)
        taken.append(time.process_time() - start)
    return {
        "cold_ms": round(cold * 1000, 1),
        "warm_ms": round(statistics.median(taken) * 1000, 2),
        "kb": round(len(first) / 1024, 1),
    }


def main() -> None:
    if sys.argv[1:2] == ["--once"]:
        print(json.dumps(calendar(int(sys.argv[2]))))
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found = []
    for _ in range(rounds):
        done = subprocess.run([sys.executable, __file__, "--once", "20"], capture_output=True, text=True, check=True)
        found.append(json.loads(done.stdout))
    figures = {key: statistics.median(one[key] for one in found) for key in found[0]}
    print(f"calendar: cold {figures['cold_ms']} ms CPU, warm {figures['warm_ms']} ms CPU, {figures['kb']} kB")
    print("FIGURES pdf_paint " + json.dumps(figures))


if __name__ == "__main__":
    main()
