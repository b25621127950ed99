"""Short forms of `make faults`: the same scripts, with as few rounds as still say something.

They run as a person would run them, each in a process of its own; a script ends with 0 only when nothing was wrong.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.faults.calls import compiler
from bench.faults.page import PROMISES, written
from bench.faults.run import FAULTS, PARTS
from tests.conftest import leave_out

LONGEST_S = 400


def figures_of(project_folder: Path, name: str, *arguments: str) -> dict[str, Any]:
    """Run a script of bench/faults; its figures. Fails when it found something wrong."""
    script = project_folder / "bench" / "faults" / f"{name}.py"
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, str(script), *arguments], capture_output=True, text=True, timeout=LONGEST_S, env=environment
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    line = next(line for line in done.stdout.splitlines() if line.startswith(f"FIGURES {name} "))
    found: dict[str, Any] = json.loads(line.split(" ", 2)[2])
    return found


@pytest.fixture
def between() -> None:
    """What stands between the program and its files is compiled; it speaks to Linux."""
    if sys.platform != "linux" or compiler() is None:
        leave_out("watching the program's files needs Linux and a C compiler (on Debian: gcc)")


def test_killed_in_mid_save_and_sent_again_with_the_same_key_nothing_is_lost_or_twice(project_folder: Path) -> None:
    found = figures_of(project_folder, "kills", "5", "sqlite")["sqlite"]
    assert found["kills"] == 5
    assert found["acknowledged"] >= 5
    assert found["sent_again"] > 0, "no kill fell into a save"


@pytest.mark.usefixtures("between")
def test_after_a_power_cut_what_was_acknowledged_is_there_and_papers_are_whole(project_folder: Path) -> None:
    found = figures_of(project_folder, "power_cuts", "6", "30")
    assert found["store"]["cuts"] == 6
    assert found["store"]["acknowledged"] > 0
    assert found["printing"]["cuts"] == 30


@pytest.mark.usefixtures("between")
def test_when_calls_on_files_fail_nothing_is_lost_and_the_program_goes_on(project_folder: Path) -> None:
    found = figures_of(project_folder, "disk_errors", "41", "131")
    assert found["saves"]["told an error"] > 0, "no call that failed was felt"
    assert found["opening"]["told an error"] > 0


@pytest.mark.usefixtures("between")
def test_no_name_number_or_note_is_written_where_nobody_asked(project_folder: Path) -> None:
    found = figures_of(project_folder, "leaks", "short")
    assert found["places with markers"] == 0
    assert found["asked for, with markers inside"] > 0, "the search finds nothing even where there is something"
    assert found["files written"] > 10


def test_killed_in_mid_upgrade_the_next_opening_finds_every_row(project_folder: Path) -> None:
    found = figures_of(project_folder, "upgrades", "4", "sqlite")
    assert all(found[f"{schema} sqlite"]["kills"] >= 4 for schema in ("0001", "0002"))


def test_every_script_is_run_by_make_faults_or_is_part_of_one(project_folder: Path) -> None:
    there = {path.name for path in (project_folder / "bench" / "faults").glob("*.py")}
    run = {Path(fault.script).name for fault in FAULTS.values() if fault.script.startswith("bench/faults/")}
    assert there == run | set(PARTS)


def test_the_page_of_figures_is_written_from_the_stored_ones(project_folder: Path) -> None:
    stored = json.loads((project_folder / "docs" / "reliability.json").read_text(encoding="utf-8"))
    assert (project_folder / "docs" / "reliability.md").read_text(encoding="utf-8") == written(stored)
    assert set(stored) <= set(FAULTS)


def test_a_promise_of_which_nothing_was_run_says_so() -> None:
    page = written({})
    assert page.count("| not run | - |") == len(PROMISES)
