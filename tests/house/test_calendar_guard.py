"""calendar/ is a source root: a package or module in it would hide the standard library's calendar."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
sys.path.insert(0, {root!r})
sys.path.insert(1, {source_root!r})
import calendar
assert calendar.monthrange(2028, 2)[1] == 29
import pandas
assert str(pandas.Timestamp("2028-02-29").date()) == "2028-02-29"
import treatment_calendar
print(calendar.__file__)
print(treatment_calendar.__file__)
"""


def test_the_calendar_folder_holds_nothing_but_the_package(project_folder: Path) -> None:
    loose = [path.name for path in (project_folder / "calendar").iterdir() if path.name != "__pycache__"]
    assert loose == ["treatment_calendar"]
    assert not list((project_folder / "calendar").glob("*.py"))


def test_no_other_folder_of_ours_is_a_calendar_package(project_folder: Path) -> None:
    assert not (project_folder / "tests" / "calendar").exists()
    assert not (project_folder / "calendar.py").exists()


def test_calendar_is_the_standard_library_s_and_pandas_imports_from_the_project_folder(project_folder: Path) -> None:
    program = PROGRAM.format(root=str(project_folder), source_root=str(project_folder / "calendar"))
    result = subprocess.run([sys.executable, "-c", program], cwd=project_folder, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    standard, ours = (Path(line) for line in result.stdout.splitlines())
    assert not standard.is_relative_to(project_folder)
    assert ours == project_folder / "calendar" / "treatment_calendar" / "__init__.py"


def test_calendar_is_the_standard_library_s_within_pytest() -> None:
    import calendar

    assert Path(calendar.__file__).name == "calendar.py"
    assert calendar.isleap(2028)
