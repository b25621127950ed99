"""Every measurement in turn, each in a process of its own, and docs/benchmarks.md written from what they found.

usage: python bench/run.py [--quick] [--only NAME,NAME] [--peers PYTHON]

--quick   a short form to see that everything runs: fewer rounds, small stores; nothing is written
--only    only these; docs/benchmarks.json keeps the figures of the others with the day they were found
--peers   a Python that has this project's packages and, beside them, fontTools, WeasyPrint, pydantic, matplotlib and
          scipy, for the anchors of ../shared/bench; without it those that are not installed are left out, and the
          report says so

The anchors in ../shared/bench are run side by side with the program where that folder lies beside the project.
"""

import argparse
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from report import written

HOUSE = Path(__file__).resolve().parent.parent
SHARED = HOUSE.parent / "shared" / "bench"
STORED = HOUSE / "docs" / "benchmarks.json"
PAGE = HOUSE / "docs" / "benchmarks.md"


class Benchmark(NamedTuple):
    """A script of this folder with its arguments for the whole and for the short form."""

    script: str
    whole: tuple[str, ...]
    quick: tuple[str, ...]


BENCHMARKS = {
    "start": Benchmark("start.py", ("9", "100000"), ("2", "2000")),
    "first_print": Benchmark("first_print.py", ("5",), ("1",)),
    "calendar_pdf": Benchmark("calendar_pdf.py", ("5",), ("1",)),
    "clinic_batch": Benchmark("clinic_batch.py", ("3", "200", "20"), ("1", "5", "2")),
    "pdf_paint": Benchmark("pdf_paint.py", ("5",), ("1",)),
    "search": Benchmark("search.py", ("100000", "15"), ("2000", "2")),
    "event_counts": Benchmark("event_counts.py", ("100000", "3"), ("1000", "1")),
    "import_rows": Benchmark("import_rows.py", ("10000", "3"), ("200", "1")),
    "dose_grid": Benchmark("dose_grid.py", ("1", "2"), ("2000", "2")),
    "fuzz_inputs": Benchmark("fuzz_inputs.py", ("1000000", "2"), ("2000", "2")),
    "hostile_names": Benchmark("hostile_names.py", ("2000",), ("20",)),
    "records_safety": Benchmark("records_safety.py", ("1",), ("0.02",)),
}
# Parts of the benchmarks above, not measurements of their own.
PARTS = ("big_store.py", "event_store.py", "pdf_anchors.py", "report.py", "run.py")
PEERS = {"raw": "fontTools", "app": "fontTools", "qpdfwriter": "fontTools", "rl_platypus_para": "fontTools"}
PEERS |= {"weasyprint": "weasyprint"}
EAGER = ("pydantic", "matplotlib", "scipy")  # what the shared start-up anchors import for comparison


def last_figures(name: str, command: list[str], environment: Mapping[str, str] | None = None) -> dict[str, Any] | None:
    """Run one command, repeat its lines, and give the figures of its last line; None when it failed."""
    print(f"--- {name}", flush=True)
    process = subprocess.Popen(
        command, cwd=HOUSE, env=dict(os.environ) | dict(environment or {}), stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    found: dict[str, Any] | None = None
    for line in process.stdout:
        print(line, end="", flush=True)
        if line.startswith("FIGURES "):
            found = json.loads(line.split(" ", 2)[2])
    if process.wait():
        print(f"{name} ended with {process.returncode}", flush=True)
    return found


def has_package(python: str, package: str) -> bool:
    """Whether an interpreter finds a package."""
    check = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({package!r}) is None)"
    return subprocess.run([python, "-c", check]).returncode == 0


def shared_pdf(peers: str, quick: bool) -> dict[str, Any] | None:
    """The shared PDF anchors with the program's painter among them; engines whose packages are missing are left out."""
    engines = [name for name, package in PEERS.items() if has_package(peers, package)]
    if "app" not in engines:
        print("--- shared b2_pdf left out: its interpreter has no fontTools (see --peers)", flush=True)
        return None
    command = [peers, str(SHARED / "b2_pdf.py"), "1" if quick else "5", ",".join(engines)]
    rooms = os.pathsep.join(str(HOUSE / room) for room in ("", "calendar", "bench"))
    return last_figures("shared_pdf", command, {"PYTHONPATH": rooms, "BENCH_PDF": "pdf_paint:paint"})


def shared_start(peers: str, quick: bool) -> dict[str, Any] | None:
    """The shared start-up anchors with the program on a large store among them."""
    if missing := [package for package in EAGER if not has_package(peers, package)]:
        print(f"--- shared b1_startup left out: its interpreter has no {', '.join(missing)} (see --peers)", flush=True)
        return None
    with tempfile.TemporaryDirectory(prefix="capox-bench-") as folder:
        making = [sys.executable, str(HOUSE / "bench" / "big_store.py"), folder, "2000" if quick else "100000"]
        subprocess.run(making, check=True, capture_output=True)
        program = f"{sys.executable} {HOUSE / 'main.py'} --data-dir {folder} --print-first-paint"
        command = [peers, str(SHARED / "b1_startup.py"), "2" if quick else "9"]
        found = last_figures("shared_start", command, {"BENCH_APP": program})
    if found is None:
        return None
    return {key: found[key] for key in found if key.startswith(("x_floor", "floor", "app"))}


def keep(found: dict[str, dict[str, Any]]) -> None:
    """Store new figures beside those of before, and write the page."""
    before = json.loads(STORED.read_text(encoding="utf-8")) if STORED.is_file() else {}
    stored = {"machine": machine(), "found": {**before.get("found", {}), **found}}
    STORED.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(written(stored["machine"], stored["found"]), encoding="utf-8")


def measure(names: list[str], quick: bool, peers: str) -> dict[str, dict[str, Any]]:
    """Figures by name, each with the day and the arguments it was found with; kept as they come unless `quick`."""
    found: dict[str, dict[str, Any]] = {}
    for name in names:
        arguments: tuple[str, ...] = ()
        if name in BENCHMARKS:
            script, whole, short = BENCHMARKS[name]
            arguments = short if quick else whole
            figures = last_figures(name, [sys.executable, str(HOUSE / "bench" / script), *arguments])
        elif not SHARED.is_dir():
            print(f"--- {name} left out: there is no ../shared/bench beside this project", flush=True)
            continue
        else:
            figures = shared_pdf(peers, quick) if name == "shared_pdf" else shared_start(peers, quick)
        if figures is not None:
            found[name] = {"day": date.today().isoformat(), "arguments": " ".join(arguments), "figures": figures}
            if not quick:
                keep({name: found[name]})
    return found


def machine() -> dict[str, str]:
    """What the figures depend on; no name and no path of the machine."""
    packages = ("PySide6-Essentials", "reportlab", "SQLAlchemy")
    return {
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
        **{package: importlib.metadata.version(package) for package in packages},
    }


def main() -> int:
    """Run what was asked for; 1 when any of it failed."""
    words = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    words.add_argument("--quick", action="store_true", help="a short form; nothing is written")
    words.add_argument("--only", default="", help="names, with commas between them")
    words.add_argument("--peers", default=sys.executable, help="a Python with the packages of the other PDF makers")
    asked = words.parse_args()
    known = [*BENCHMARKS, "shared_pdf", "shared_start"]
    names = asked.only.split(",") if asked.only else known
    if unknown := [name for name in names if name not in known]:
        words.error(f"unknown: {', '.join(unknown)}; known: {', '.join(known)}")
    found = measure(names, asked.quick, asked.peers)
    failed = [name for name in names if name in BENCHMARKS and name not in found]
    if not asked.quick:
        print(f"wrote docs/{PAGE.name}", flush=True)
    if failed:
        print(f"failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
