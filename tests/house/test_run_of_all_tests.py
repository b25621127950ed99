"""The program that runs all tests tells the truth: a crash, an empty file and a skipped test are counted and named."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

USES_QT = "# qapp\n"  # this word sends a file to a process of its own
COLD = "# sys.modules\n"  # and this one to one that nothing was loaded in
FORKS = sys.platform == "linux"


def run(folder: Path, project_folder: Path, files: dict[str, str]) -> tuple[int, list[str]]:
    """Exit code and lines printed for a small project with these test files."""
    (folder / "tools").mkdir()
    (folder / "tests").mkdir()
    shutil.copy(project_folder / "tools" / "run_tests.py", folder / "tools")
    (folder / "pytest.ini").write_text("[pytest]\n")
    (folder / "tests" / "warm.py").write_text("import sys\ndef warm(): sys.is_warm = True\n")
    for name, text in files.items():
        (folder / "tests" / name).write_text(text)
    command = [sys.executable, str(folder / "tools" / "run_tests.py")]
    plain = sum(USES_QT not in text for text in files.values())
    without_plugins = {} if plain > 1 else {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # one file needs none of them
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=os.environ | without_plugins)
    return result.returncode, result.stdout.splitlines()


def test_the_last_line_counts_tests_with_and_without_windows(tmp_path: Path, project_folder: Path) -> None:
    files = {
        "test_plain.py": "def test_a(): assert True\n",
        "test_simple.py": "def test_b(): assert True\n",
        "test_window.py": USES_QT + f"import sys\ndef test_c(): assert hasattr(sys, 'is_warm') is {FORKS}\n",
        "test_cold.py": USES_QT + COLD + "import sys\ndef test_d(): assert not hasattr(sys, 'is_warm')\n",
    }
    code, lines = run(tmp_path, project_folder, files)
    assert (code, lines[-1]) == (0, "4 passed, 0 failed, 0 skipped")


def test_a_skipped_test_is_named_with_its_reason(tmp_path: Path, project_folder: Path) -> None:
    text = "import pytest\ndef test_a(): assert True\ndef test_b(): pytest.skip('no server here')\n"
    code, lines = run(tmp_path, project_folder, {"test_plain.py": text})
    assert (code, lines[-1]) == (0, "1 passed, 0 failed, 1 skipped")
    assert any(line.startswith("SKIPPED") and "no server here" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("def test_a(): assert False\n", "test_a"),
        ("import os, signal\ndef test_a(): os.kill(os.getpid(), signal.SIGSEGV)\n", "SIGSEGV"),
        ("import os\ndef test_a(): os._exit(0)\n", "wrote no report"),
        ("", "holds no test"),
        ("import no_such_module\n", "test_window"),
        (
            "import pytest\n@pytest.fixture\ndef a():\n    yield\n    assert False\ndef test_a(a): assert True\n",
            "test_a",
        ),
    ],
    ids=["a failed test", "a crash", "a silent end", "no test", "a file that cannot be read", "a broken tear-down"],
)
def test_a_bad_end_fails_the_run_and_is_named(tmp_path: Path, project_folder: Path, text: str, reason: str) -> None:
    files = {"test_plain.py": "def test_good(): assert True\n", "test_window.py": USES_QT + text}
    code, lines = run(tmp_path, project_folder, files)
    assert code == 1
    assert any(line.startswith("FAILED") and reason in line for line in lines)
    assert ", 1 failed, 0 skipped" in lines[-1]


def test_a_run_without_any_test_has_failed(tmp_path: Path, project_folder: Path) -> None:
    code, lines = run(tmp_path, project_folder, {})
    assert (code, lines[-1]) == (1, "0 passed, 0 failed, 0 skipped")
