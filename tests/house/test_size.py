"""Files and functions stay small enough to be read in one sitting, and each file opens by saying what it is for."""

import ast
from collections.abc import Iterator
from pathlib import Path

MOST_LINES_OF_A_FILE = 450  # the house aims at 400
MOST_LINES_OF_A_FUNCTION = 70  # the house aims at 60
FOLDERS = ("regimen", "calendar", "records", "outcomes", "gui", "tools", "bench", "tests")


def our_files(project_folder: Path) -> Iterator[Path]:
    yield project_folder / "main.py"
    for folder in FOLDERS:
        yield from sorted((project_folder / folder).rglob("*.py"))


def long_functions(text: str) -> list[str]:
    """Functions longer than the house allows, with their length in lines."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MOST_LINES_OF_A_FUNCTION:
                found.append(f"{node.name}: {lines}")
    return found


def test_a_long_function_is_noticed() -> None:
    body = "    a = 1\n" * MOST_LINES_OF_A_FUNCTION
    assert long_functions(f"def f():\n{body}") == [f"f: {MOST_LINES_OF_A_FUNCTION + 1}"]


def test_no_file_is_too_long(project_folder: Path) -> None:
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in our_files(project_folder)}
    assert not {str(file.name): lines for file, lines in lengths.items() if lines > MOST_LINES_OF_A_FILE}


def test_no_function_is_too_long(project_folder: Path) -> None:
    found = {file.name: long_functions(file.read_text(encoding="utf-8")) for file in our_files(project_folder)}
    assert not {name: functions for name, functions in found.items() if functions}


def test_every_file_opens_by_saying_what_it_is_for(project_folder: Path) -> None:
    silent = [
        str(file.relative_to(project_folder))
        for file in our_files(project_folder)
        if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert not silent
