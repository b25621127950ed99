"""`make bench` leaves out no script, each script says how it is used, and the page shows what was found."""

import ast
import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def bench_folder(project_folder: Path) -> Path:
    return project_folder / "bench"


def loaded(folder: Path, name: str) -> ModuleType:
    """A script of bench/ as a module, without running it."""
    spec = importlib.util.spec_from_file_location(f"bench_{name}", folder / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(folder))
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(folder))
    return module


def test_every_script_is_run_by_make_bench_or_is_part_of_one(bench_folder: Path) -> None:
    run = loaded(bench_folder, "run")
    known = sorted([*(benchmark.script for benchmark in run.BENCHMARKS.values()), *run.PARTS])
    assert known == sorted(path.name for path in bench_folder.glob("*.py"))


def test_every_script_that_is_run_says_how_it_is_used_and_ends_with_its_figures(bench_folder: Path) -> None:
    run = loaded(bench_folder, "run")
    for name, benchmark in run.BENCHMARKS.items():
        text = (bench_folder / benchmark.script).read_text(encoding="utf-8")
        said = ast.get_docstring(ast.parse(text)) or ""
        assert f"python bench/{benchmark.script}" in said, benchmark.script
        assert f'"FIGURES {name} "' in text, benchmark.script


def test_every_figure_of_the_page_comes_from_the_stored_ones(project_folder: Path, bench_folder: Path) -> None:
    stored = json.loads((project_folder / "docs" / "benchmarks.json").read_text(encoding="utf-8"))
    report = loaded(bench_folder, "report")
    page = (project_folder / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert page == report.written(stored["machine"], stored["found"])


def test_the_page_has_a_row_for_each_goal_and_names_no_place_on_a_machine(project_folder: Path) -> None:
    page = (project_folder / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    numbers = {row.split("|")[1].strip() for row in page.splitlines() if re.match(r"\| \d", row)}
    assert {"1", "2", "3", "4", "5", "6", "9", "17"} <= numbers
    assert not re.search(r"/(home|root|work|tmp|Users)\b", page)


def test_a_goal_that_is_missed_is_called_missed_and_by_how_much(bench_folder: Path) -> None:
    report = loaded(bench_folder, "report")
    assert report.verdict(1.2, 1.0) == "missed by 20 %"
    assert report.verdict(25.0, 1.0) == "missed: 25.0 times the goal"
    assert report.verdict(1, 0) == "missed"
    assert report.verdict(1.0, 1.0) == "reached"
    assert report.verdict(0.99, 1.0) == "reached"
