"""Every fault in turn, each in a process of its own, and docs/reliability.md written from what they found.

usage: python bench/faults/run.py [--quick] [--only NAME,NAME] [--keep NAME FILE]

--quick   a short form to see that everything runs; nothing is written
--only    only these; docs/reliability.json keeps the figures of the others with the day they were found
--keep    take the figures of a run that was made by hand from what it printed (its FIGURES line), with its command
"""

import argparse
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

HOUSE = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(HOUSE), str(HOUSE / "calendar")]

from bench.faults.page import written  # noqa: E402

STORED = HOUSE / "docs" / "reliability.json"
PAGE = HOUSE / "docs" / "reliability.md"


class Fault(NamedTuple):
    """A script with its arguments for the long and for the short form; from the project's folder."""

    script: str
    whole: tuple[str, ...]
    quick: tuple[str, ...]


FAULTS = {
    "kills": Fault("bench/faults/kills.py", ("2000",), ("12",)),
    "power_cuts": Fault("bench/faults/power_cuts.py", ("3000", "1500"), ("60", "60")),
    "disk_errors": Fault("bench/faults/disk_errors.py", ("1",), ("29",)),
    "full_disk": Fault("bench/faults/full_disk.py", ("25",), ("1",)),
    "editors": Fault("bench/faults/editors.py", ("500",), ("15",)),
    "upgrades": Fault("bench/faults/upgrades.py", ("200",), ("6",)),
    "restarts": Fault("bench/faults/restarts.py", ("50",), ("3",)),
    "window_restarts": Fault("bench/faults/window_restarts.py", ("20",), ("2",)),
    "leaks": Fault("bench/faults/leaks.py", (), ()),
    "records_safety": Fault("bench/records_safety.py", ("1",), ("0.02",)),
    "hostile_names": Fault("bench/hostile_names.py", ("10000",), ("100",)),
    "fuzz_inputs": Fault("bench/fuzz_inputs.py", ("1000000", "2"), ("2000", "2")),
    "soak": Fault("bench/faults/soak.py", ("1000000", "480"), ("2000", "3")),
}
#: Parts of the scripts above.
PARTS = (
    "__init__.py", "calls.py", "frozen_on_server.py", "leak_markers.py", "leak_papers.py", "leak_scenario.py",
    "page.py", "run.py", "server.py", "writers.py",
)  # fmt: skip


def figures_in(name: str, printed: str) -> dict[str, Any] | None:
    """The figures of the last line that has any."""
    sign = f"FIGURES {name} "
    lines = [line for line in printed.splitlines() if line.startswith(sign)]
    return json.loads(lines[-1][len(sign) :]) if lines else None


def keep(name: str, command: str, figures: dict[str, Any], reached: bool) -> None:
    """Store figures beside those of before, and write the page."""
    stored = json.loads(STORED.read_text(encoding="utf-8")) if STORED.is_file() else {}
    stored[name] = {"day": date.today().isoformat(), "command": command, "figures": figures, "clean": reached}
    STORED.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    PAGE.write_text(written(stored), encoding="utf-8")


def run(name: str, quick: bool) -> bool:
    """One fault; whether it found nothing wrong."""
    fault = FAULTS[name]
    arguments = fault.quick if quick else fault.whole
    print(f"--- {name}", flush=True)
    process = subprocess.Popen(
        [sys.executable, str(HOUSE / fault.script), *arguments], cwd=HOUSE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    printed = []
    for line in process.stdout:
        print(line, end="", flush=True)
        printed.append(line)
    clean = process.wait() == 0
    figures = figures_in(name, "".join(printed))
    if figures is not None and not quick:
        keep(name, " ".join(("python", fault.script, *arguments)), figures, clean)
    return clean and figures is not None


def main() -> int:
    """Run what was asked for; 1 when any of it found something wrong."""
    words = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    words.add_argument("--quick", action="store_true", help="a short form; nothing is written")
    words.add_argument("--only", default="", help="names, with commas between them")
    words.add_argument("--keep", nargs=3, metavar=("NAME", "FILE", "COMMAND"), help="figures of a run made by hand")
    asked = words.parse_args()
    if asked.keep:
        name, file, command = asked.keep
        figures = figures_in(name, Path(file).read_text(encoding="utf-8"))
        if figures is None:
            words.error(f"no line of figures of {name} in that file")
        keep(name, command, figures, True)
        return 0
    names = asked.only.split(",") if asked.only else list(FAULTS)
    if unknown := [name for name in names if name not in FAULTS]:
        words.error(f"unknown: {', '.join(unknown)}; known: {', '.join(FAULTS)}")
    wrong = [name for name in names if not run(name, asked.quick)]
    if wrong:
        print(f"something was wrong in: {', '.join(wrong)}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
