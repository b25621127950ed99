"""Run all tests: those without a window together on all cores, then each file that opens windows alone.

A process of its own names the file when Qt crashes, and one file's leftover windows cannot disturb the next.
A group that crashes, hangs or collects nothing counts as failed. Nothing is repeated: a test that fails
sometimes is a defect.

usage: .venv/bin/python tools/run_tests.py [PATH ...]
The last line reads "N passed, N failed, N skipped"; exit code 0 only when nothing failed.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIME_LIMIT_S = 840  # of one group; the whole run is meant to stay under 15 minutes on two cores
OPENS_WINDOWS = ("import PySide6", "from PySide6", "qtbot", "qapp")


@dataclass(frozen=True, slots=True)
class Group:
    """Test files that share one process (or, with workers, one pytest run)."""

    name: str
    files: tuple[Path, ...]
    workers: int = 0


@dataclass(slots=True)
class Tally:
    """What a group came to; a crash or a hang counts as one failure beside those of single tests."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    skip_reasons: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Add another group's figures to these."""
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.skip_reasons += other.skip_reasons
        self.failures += other.failures


def opens_windows(file: Path) -> bool:
    """Whether a test file needs Qt, judged by what it mentions."""
    if file.is_relative_to(ROOT / "tests" / "gui"):
        return True
    text = file.read_text(encoding="utf-8")
    return any(word in text for word in OPENS_WINDOWS)


def groups_of(files: list[Path], cores: int) -> tuple[list[Group], list[Group]]:
    """The shared group (a list of none or one) and the groups of one window file each."""
    plain = tuple(file for file in files if not opens_windows(file))
    windows = [Group(str(file.relative_to(ROOT)), (file,)) for file in files if file not in plain]
    shared = [Group("tests without windows", plain, workers=cores)] if plain else []
    return shared, windows


def read_report(report: Path) -> Tally:
    """Figures from pytest's JUnit file; a missing or broken one gives an empty tally."""
    tally = Tally()
    try:
        cases = list(ElementTree.parse(report).iter("testcase"))
    except (OSError, ElementTree.ParseError):
        return tally
    for case in cases:
        name = f"{case.get('classname')}::{case.get('name')}"
        skipped = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            tally.failed += 1
            tally.failures.append(name)
        elif skipped is not None:
            tally.skipped += 1
            tally.skip_reasons.append(f"{name}: {skipped.get('message')}")
        else:
            tally.passed += 1
    return tally


def why_group_failed(returncode: int, tally: Tally) -> str | None:
    """A sentence when the group ended badly without a failed test to show for it."""
    if returncode < 0:
        return f"ended by {signal.Signals(-returncode).name}"
    if returncode == 5:
        return "holds no test"
    if returncode != 0 and tally.failed == 0:
        return f"pytest ended with exit code {returncode}"
    if returncode == 0 and tally.passed + tally.skipped == 0:
        return "wrote no report"
    return None


def run_group(group: Group, folder: Path) -> Tally:
    """Run one group to its end or its time limit and print its output in one piece."""
    begun = time.monotonic()
    report = folder / (group.name.replace(os.sep, "-").replace(" ", "-") + ".xml")
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", f"--junitxml={report}", "-o", "junit_family=xunit1"]
    if group.workers > 1:
        command += ["-n", str(group.workers), "--dist", "loadfile"]
    command += [str(file.relative_to(ROOT)) for file in group.files]
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    timed_out = False
    try:
        output, _ = process.communicate(timeout=TIME_LIMIT_S)
    except subprocess.TimeoutExpired:
        timed_out = True
        os.killpg(process.pid, signal.SIGKILL)
        output, _ = process.communicate()
    tally = read_report(report)
    problem = f"not finished after {TIME_LIMIT_S} s" if timed_out else why_group_failed(process.returncode, tally)
    if problem:
        tally.failed += 1
        tally.failures.append(f"{group.name}: {problem}")
    verdict = "FAILED" if tally.failed else "ok    "
    print(f"{verdict} {group.name}: {tally.passed} passed ({time.monotonic() - begun:.1f} s)", flush=True)
    if tally.failed:
        print(output, flush=True)
    return tally


def test_files(paths: list[str]) -> list[Path]:
    """All test files below the named paths, or below tests/."""
    found: set[Path] = set()
    for path in [Path(text).resolve() for text in paths] or [ROOT / "tests"]:
        found.update(path.rglob("test_*.py") if path.is_dir() else [path])
    return sorted(found)


def main(arguments: list[str]) -> int:
    """0 when there were tests and none failed."""
    cores = os.cpu_count() or 1
    shared, windows = groups_of(test_files(arguments), cores)
    total = Tally()
    with tempfile.TemporaryDirectory() as name:
        for group in shared:
            total.add(run_group(group, Path(name)))
        with ThreadPoolExecutor(max_workers=cores) as pool:
            for tally in pool.map(lambda group: run_group(group, Path(name)), windows):
                total.add(tally)
    for reason in total.skip_reasons:
        print(f"SKIPPED {reason}")
    for failure in total.failures:
        print(f"FAILED  {failure}")
    print(f"{total.passed} passed, {total.failed} failed, {total.skipped} skipped")
    return 0 if total.passed and not total.failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
