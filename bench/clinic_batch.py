"""The papers of many patients as one job: CPU time and memory, beside hand-written PDF objects and single files.

usage: python bench/clinic_batch.py [rounds=3] [patients=200] [day=20]

Each patient has the calendar of bench/calendar_pdf.py. Every variant runs in a fresh process, shuffled in each round;
CPU time of drawing pages that are laid out already, medians, and the largest memory of the process.

raw      all pages as one file of hand-written PDF objects, fonts subset beforehand: the floor for pure Python
merged   the program: all pages in one file
single   the program: a file for each patient
job      the program's whole batch: laid out, drawn alone for its hash, then all in one file

`read` is the Clinic page's question for a day of `day` patients with signed orders, wall time, best of 5.
"""

import json
import pickle
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

HOUSE = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

VARIANTS = ("raw", "merged", "single", "job")


def prepare(patients: int, folder: Path) -> int:
    """Requests, pages and plain lists into the folder; how many pages."""
    from calendar_pdf import FONTS, plain_page, request
    from pdf_anchors import font_program

    from treatment_calendar.paper.patient_calendar import calendar_sheets

    requests = [request(number) for number in range(patients)]
    sheets = [calendar_sheets(one) for one in requests]
    plain = [plain_page(sheet) for pages in sheets for sheet in pages]
    used: dict[str, set[str]] = {name: set(map(chr, range(32, 127))) for name in FONTS}
    used["DroidSansFallbackFull"] = set()
    for page in plain:
        for name, piece in (run for text in page["texts"] for run in text[4]):
            used[name].update(piece)
    fonts = {name: font_program(Path(FONTS[name]), used[name]) for name in FONTS}
    for name, value in (("job", requests), ("sheets", sheets), ("raw", (fonts, plain))):
        (folder / f"{name}.pickle").write_bytes(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
    return len(plain)


def child(name: str, folder: Path) -> None:
    """One variant in this process, warmed by one small document; one line of JSON."""
    source = "sheets" if name in ("merged", "single") else name
    given: Any = pickle.loads((folder / f"{source}.pickle").read_bytes())
    if name == "raw":
        from pdf_anchors import Raw

        fonts, pages = given
        anchor = Raw(fonts)
        anchor(pages[:1])
        begun = time.process_time()
        size = len(anchor(pages))
    else:
        from treatment_calendar.paper.batch import Batch
        from treatment_calendar.paper.long_document import LongDocument
        from treatment_calendar.paper.painter import paint

        if name == "job":
            Batch().add("calendar", given[0])
        else:
            paint(given[0][:1], "warm")
        begun = time.process_time()
        if name == "merged":
            document = LongDocument("Clinic")
            for sheets in given:
                document.add(sheets)
            size = len(document.done())
        elif name == "single":
            size = sum(len(paint(sheets, "calendar")) for sheets in given)
        else:
            batch = Batch()
            drawn = [batch.add("calendar", request) for request in given]
            size = len(batch.whole([one.number for one in drawn], "Clinic"))
    cpu = time.process_time() - begun
    memory = peak_mb()
    print(json.dumps({"cpu_ms": cpu * 1e3, "memory_mb": memory, "kb": size / 1024}))


def peak_mb() -> float:
    """The largest memory of this process, MB; of Linux alone."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def read_ms(patients: int, folder: Path) -> float:
    """Milliseconds for the Clinic page's question on a day of so many signed patients."""
    from records.actions import Actions
    from records.values.core import SiteSettings
    from tests.gui.clinic_crowd import crowd
    from tests.gui.dose_clinic import DAY1

    actions = Actions.open(folder / "clinic.db")
    try:
        actions.opened.result()
        person = actions.add_person("Priya Raman", "pharmacist").result()
        wanted = SiteSettings(site_name="Day Unit", country="US", practice="us", first_dose="morning", set_up=True)
        settings = actions.save_settings(person, wanted, "").result()
        session: Any = SimpleNamespace(actions=actions, person=person, settings=settings)
        crowd(session, ["signed"] * patients)
        taken = []
        for _ in range(5):
            begun = time.perf_counter()
            assert len(actions.clinic_day(DAY1).result().lines) == patients
            taken.append(time.perf_counter() - begun)
        return min(taken) * 1e3
    finally:
        actions.close()


def measure(rounds: int, patients: int, day: int, folder: Path) -> dict[str, Any]:
    """All variants in shuffled rounds; medians and ratios."""
    pages = prepare(patients, folder)
    seen: dict[str, list[dict[str, float]]] = {name: [] for name in VARIANTS}
    for _ in range(rounds):
        for name in random.sample(VARIANTS, len(VARIANTS)):
            command = [sys.executable, __file__, "--child", name, str(folder)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            seen[name].append(json.loads(done.stdout))
    figures: dict[str, Any] = {"patients": patients, "pages": pages}
    for name, runs in seen.items():
        figures[name] = {key: round(statistics.median(run[key] for run in runs), 1) for key in runs[0]}
    raw, merged, single = (figures[name] for name in ("raw", "merged", "single"))
    figures["ratios"] = {
        "merged / raw": round(merged["cpu_ms"] / raw["cpu_ms"], 2),
        "merged / single": round(merged["cpu_ms"] / single["cpu_ms"], 2),
        "memory, merged / raw": round(merged["memory_mb"] / raw["memory_mb"], 2),
    }
    figures["read"] = {"patients": day, "wall_ms": round(read_ms(day, folder), 1)}
    return figures


def main() -> None:
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], Path(sys.argv[3]))
        return
    rounds, patients, day = (int(word) for word in (*sys.argv[1:4], *("3", "200", "20")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory(prefix="capox-bench-") as folder:
        figures = measure(rounds, patients, day, Path(folder))
    for name, values in figures.items():
        print(f"{name:12s} {values}")
    print("FIGURES clinic_batch " + json.dumps(figures))


if __name__ == "__main__":
    main()
