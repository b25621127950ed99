"""Imports point one way: main, gui, outcomes, records, treatment_calendar, regimen."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOMS = ("gui", "outcomes", "records", "treatment_calendar", "regimen")
HEAVY = ("PySide6", "sqlalchemy", "pandas", "reportlab", "holidays", "icalendar", "psycopg", "alembic", "sqlcipher3")
ROOM_PATH = re.compile(rf"(?:{'|'.join(ROOMS)})(?:\.\w+)+")


def imported_names(tree: ast.AST) -> Iterator[str]:
    """Every module that import statements below this node name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def main_tree(project_folder: Path) -> ast.Module:
    return ast.parse((project_folder / "main.py").read_text(encoding="utf-8"))


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([".", "calendar"])}
    program = Path(sys.executable).parent / "lint-imports"
    command = [str(program), "--no-cache"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


def test_every_contract_on_imports_is_kept(project_folder: Path) -> None:
    result = lint_imports(project_folder)
    assert result.returncode == 0, result.stdout + result.stderr
    assert re.search(r"Contracts: [1-9]\d* kept, 0 broken", result.stdout), result.stdout


def test_an_import_against_the_direction_is_noticed(project_folder: Path, tmp_path: Path) -> None:
    for room in ROOMS:
        package = tmp_path / ("calendar/treatment_calendar" if room == "treatment_calendar" else room)
        package.mkdir(parents=True)
        (package / "__init__.py").write_text("")
    settings = (project_folder / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(settings)
    for contract in tomllib.loads(settings)["tool"]["importlinter"]["contracts"]:
        for module in [*contract.get("source_modules", []), *contract.get("forbidden_modules", [])]:
            if "." in module:
                (tmp_path / f"{module.replace('.', '/')}.py").write_text("")
    assert lint_imports(tmp_path).returncode == 0
    (tmp_path / "regimen" / "dosing.py").write_text("import records.store\nimport time\n")
    (tmp_path / "regimen" / "recheck.py").write_text("import regimen.dosing\n")
    (tmp_path / "gui" / "window.py").write_text("import sqlalchemy\n")
    (tmp_path / "calendar" / "treatment_calendar" / "page.py").write_text("import pandas\n")
    result = lint_imports(tmp_path)
    assert result.returncode == 1
    assert "Contracts: 0 kept, 5 broken" in result.stdout


def test_the_second_path_shares_only_the_question_and_the_shape_of_the_answer() -> None:
    graph = grimp.build_graph("regimen", cache_dir=None)
    second_path = {name for name in graph.modules if name.startswith("regimen.recheck")}
    shared = graph.find_upstream_modules("regimen.recheck") - second_path
    assert {"regimen.recheck", "regimen.recheck_order"} <= second_path
    # These two hold only the frozen items a definition, a case and an order carry; they import and compute nothing.
    items = {"regimen.checklist", "regimen.supportive"}
    assert shared <= {"regimen.given", "regimen.order", "regimen.definition", "regimen.errors"} | items
    assert not [item for item in items if graph.find_modules_directly_imported_by(item)]
    assert "regimen.dosing" not in graph.find_downstream_modules("regimen.recheck"), "the engine asks its own checker"


def circle_in(imports: dict[str, set[str]]) -> list[str]:
    """Modules that import each other in a ring, one ring of those there are; empty where there is none."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as ring:
        return list(ring.args[1])
    return []


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Also not from within functions; a part may name its whole as a type, which no running program imports."""
    graph = grimp.build_graph(*ROOMS, cache_dir=None, exclude_type_checking_imports=True)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert len(imports) > 500
    assert circle_in(imports) == []
    one, other = sorted(imports)[:2]
    assert circle_in(imports | {one: {other}, other: {one}}), "a circle would not be noticed"


def test_main_imports_nothing_but_the_standard_library_before_it_knows_what_is_asked(project_folder: Path) -> None:
    top_level = ast.Module(
        [node for node in main_tree(project_folder).body if not isinstance(node, ast.FunctionDef)], []
    )
    first_words = {name.split(".")[0] for name in imported_names(top_level)}
    assert first_words <= set(sys.stdlib_module_names)


def test_main_reaches_a_room_only_through_its_commands_or_the_window(project_folder: Path) -> None:
    tree = main_tree(project_folder)
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    named = {text for text in texts if ROOM_PATH.fullmatch(text)}
    imported = {name for name in imported_names(tree) if name.split(".")[0] in ROOMS}
    # a room with many commands has a module for each kind: records.grading_commands beside records.commands
    reached = {name for name in named | imported if not name.startswith("gui.")}
    wrong = {name for name in reached if not re.fullmatch(r"(\w+_)?commands?", name.split(".")[1])}
    assert not wrong
    assert named | imported, "main names no room at all, so this test looks at nothing"


def test_importing_main_loads_no_room_and_no_heavy_library(project_folder: Path) -> None:
    program = "import sys, main; print('\\n'.join(sys.modules))"
    result = subprocess.run([sys.executable, "-c", program], cwd=project_folder, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert not {name.split(".")[0] for name in result.stdout.split()} & {*ROOMS, *HEAVY}


@pytest.mark.parametrize("room", ["regimen", "treatment_calendar"])
def test_no_relative_import_hides_where_a_name_comes_from(project_folder: Path, room: str) -> None:
    folder = project_folder / ("calendar/treatment_calendar" if room == "treatment_calendar" else room)
    files = list(folder.rglob("*.py"))
    assert files
    for file in files:
        list(imported_names(ast.parse(file.read_text(encoding="utf-8"))))
