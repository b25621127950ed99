"""Run all tests: those without a window together on all cores, then each file that opens windows alone.

A process of its own names the file when Qt crashes, and one file's leftover windows cannot disturb the next.
On Linux these processes are forked from one that has loaded the program (tests/warm.py), which spares each of them the
start; a file that looks at what is loaded starts cold. What is known to take long begins first, so that no core waits
for it at the end. A group that crashes, hangs or collects nothing counts as failed. Nothing is repeated: a test that
fails sometimes is a defect.

usage: .venv/bin/python tools/run_tests.py [PATH ...]
The last line reads "N passed, N failed, N skipped"; exit code 0 only when nothing failed.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TIME_LIMIT_S = 840  # of one group; the whole run is meant to stay under 15 minutes on two cores
OPENS_WINDOWS = ("import PySide6", "from PySide6", "qtbot", "qapp")
STARTS_COLD = "sys.modules"  # a file with this word asks what is loaded
#: Files that take longest, the longest first.
LONG = (
    "tests/house/test_run_of_all_tests.py", "tests/outcomes/test_outcomes_of_records.py",
    "tests/gui/test_workspace_access.py", "tests/gui/test_calendar_page.py",
)  # fmt: skip
LOOK_S = 0.02


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


def longest_first(file: Path) -> int:
    """Where a file stands in the line."""
    name = file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else ""
    return LONG.index(name) if name in LONG else len(LONG)


def groups_of(files: list[Path], cores: int) -> tuple[list[Group], list[Group]]:
    """The shared group (a list of none or one) and the groups of one window file each."""
    files = sorted(files, key=longest_first)
    plain = tuple(file for file in files if not opens_windows(file))
    windows = [Group(str(file.relative_to(ROOT)), (file,)) for file in files if file not in plain]
    shared = [Group("tests without windows", plain, workers=min(cores, len(plain)))] if plain else []
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


@dataclass(slots=True)
class Run:
    """A group under way. exit_code: of its process once it has ended, negative by a signal."""

    group: Group
    report: Path
    output: Path
    pid: int
    begun: float
    exit_code: int | None = None
    timed_out: bool = False

    def ended(self) -> bool:
        """Whether the process has ended; one past its time is made to."""
        if time.monotonic() - self.begun > TIME_LIMIT_S and not self.timed_out:
            self.timed_out = True
            os.killpg(self.pid, signal.SIGKILL)
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if pid:
            self.exit_code = os.waitstatus_to_exitcode(status)
        return bool(pid)

    def tally(self) -> Tally:
        """What an ended run came to; its output is printed in one piece when something failed."""
        assert self.exit_code is not None
        tally = read_report(self.report)
        late = f"not finished after {TIME_LIMIT_S} s"
        problem = late if self.timed_out else why_group_failed(self.exit_code, tally)
        if problem:
            tally.failed += 1
            tally.failures.append(f"{self.group.name}: {problem}")
        verdict = "FAILED" if tally.failed else "ok    "
        took = time.monotonic() - self.begun
        print(f"{verdict} {self.group.name}: {tally.passed} passed ({took:.1f} s)", flush=True)
        if tally.failed:
            print(self.output.read_text(encoding="utf-8", errors="replace"), flush=True)
        return tally


def begin(group: Group, folder: Path, *, warm: bool) -> Run:
    """Start a group. In the process of a warm one this never comes back: it ends with the exit code of its tests."""
    name = group.name.replace(os.sep, "-").replace(" ", "-")
    report, output = folder / f"{name}.xml", folder / f"{name}.txt"
    words = ["-q", "--no-header", f"--junitxml={report}", "-o", "junit_family=xunit1"]
    if group.workers > 1:
        words += ["-n", str(group.workers), "--dist", "loadfile", "--no-loadscope-reorder"]
    words += [str(file.relative_to(ROOT)) for file in group.files]
    begun = time.monotonic()
    if warm:
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            sys.exit(run_here(words, output))
    else:
        with output.open("w", encoding="utf-8") as file:
            process = subprocess.Popen(
                [sys.executable, "-m", "pytest", *words],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        pid = process.pid
        process.returncode = 0  # waited for by its number, in the same way as a forked one
    return Run(group, report, output, pid, begun)


def run_here(words: list[str], output: Path) -> int:
    """Be the process of a group: a session of its own, output into its file, then pytest as if begun by its name."""
    import pytest

    os.setsid()
    to = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for stream, source in ((0, os.open(os.devnull, os.O_RDONLY)), (1, to), (2, to)):
        os.dup2(source, stream)
    os.chdir(ROOT)
    # Loaded before pytest could rewrite them: libraries, whose own assertions nobody reads.
    sys.argv = ["pytest", *words, "-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning"]
    return int(pytest.main(sys.argv[1:]))


def run_all(groups: list[Group], folder: Path, at_once: int, is_warm: Callable[[Group], bool]) -> Tally:
    """Run groups side by side to their ends."""
    total, waiting, under_way = Tally(), list(groups), list[Run]()
    while waiting or under_way:
        while waiting and len(under_way) < at_once:
            group = waiting.pop(0)
            under_way.append(begin(group, folder, warm=is_warm(group)))
        ended = [run for run in under_way if run.ended()]
        for run in ended:
            under_way.remove(run)
            total.add(run.tally())
        if not ended:
            time.sleep(LOOK_S)
    return total


def get_warm() -> bool:
    """Load what the files of windows share, where processes can be forked safely and the project says what it is."""
    if sys.platform != "linux" or not (ROOT / "tests" / "warm.py").exists():
        return False
    sys.path.insert(0, str(ROOT))
    from tests.warm import warm

    warm()
    return True


def starts_warm(group: Group) -> bool:
    """Whether nothing in a group asks what is loaded."""
    return not any(STARTS_COLD in file.read_text(encoding="utf-8") for file in group.files)


def test_files(paths: list[str]) -> list[Path]:
    """All test files below the named paths, or below tests/."""
    found: set[Path] = set()
    for path in [Path(text).resolve() for text in paths] or [ROOT / "tests"]:
        found.update(path.rglob("test_*.py") if path.is_dir() else [path])
    return sorted(found)


def main(arguments: list[str]) -> int:
    """0 when there were tests and none failed."""
    cores = os.cpu_count() or 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shared, windows = groups_of(test_files(arguments), cores)
    folder = Path(tempfile.mkdtemp())  # removed below and nowhere else: a forked process must leave it alone
    total = run_all(shared, folder, 1, lambda _: False)
    warm = bool(windows) and get_warm()
    total.add(run_all(windows, folder, cores, lambda group: warm and starts_warm(group)))
    shutil.rmtree(folder)
    for reason in total.skip_reasons:
        print(f"SKIPPED {reason}")
    for failure in total.failures:
        print(f"FAILED  {failure}")
    print(f"{total.passed} passed, {total.failed} failed, {total.skipped} skipped")
    return 0 if total.passed and not total.failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
