"""The risk file is true: each hazard names tests, and each named test exists and is not switched off."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

TEST_ID = re.compile(r"`(tests/[\w/]+\.py)::(?:(\w+)::)?(test_\w+)`")
SWITCHED_OFF = {"skip", "skipif", "xfail"}


@dataclass(frozen=True, slots=True)
class Hazard:
    """One row of the risk file."""

    id: str
    hazard: str
    cause: str
    control: str
    tests: str


def hazards(text: str) -> list[Hazard]:
    """Rows of every table with the five columns of the risk file. Raises AssertionError on a row of another width."""
    rows = []
    for line in text.splitlines():
        if not line.startswith("|") or re.match(r"\|\s*(id\b|:?-)", line):
            continue
        cells = [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
        assert len(cells) == 5, f"not five columns: {line}"
        rows.append(Hazard(*cells))
    return rows


def test_functions(file: Path) -> dict[str, set[str]]:
    """Names of test functions in a file, with the pytest marks on each."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            marks = {
                part.attr for mark in node.decorator_list for part in ast.walk(mark) if isinstance(part, ast.Attribute)
            }
            found[node.name] = marks
    return found


test_functions.__test__ = False  # type: ignore[attr-defined]


def rows_of(project_folder: Path) -> list[Hazard]:
    return hazards((project_folder / "docs" / "hazards.md").read_text(encoding="utf-8"))


def test_the_risk_file_has_rows_each_complete_and_with_an_id_of_its_own(project_folder: Path) -> None:
    rows = rows_of(project_folder)
    assert rows
    assert len({row.id for row in rows}) == len(rows)
    for row in rows:
        assert re.fullmatch(r"H-\d{3}", row.id), row.id
        assert min(len(row.hazard), len(row.cause), len(row.control)) >= 10, row.id


def test_every_test_named_in_the_risk_file_exists_and_runs(project_folder: Path) -> None:
    for row in rows_of(project_folder):
        named = TEST_ID.findall(row.tests)
        assert named, f"{row.id} names no test"
        assert not re.sub(r"<br>|[\s,;]", "", TEST_ID.sub("", row.tests)), (
            f"{row.id}: unreadable test name in {row.tests}"
        )
        for path, _, name in named:
            file = project_folder / path
            assert file.is_file(), f"{row.id}: {path}"
            functions = test_functions(file)
            assert name in functions, f"{row.id}: {path}::{name}"
            assert not functions[name] & SWITCHED_OFF, f"{row.id}: {name} is switched off"


def test_a_row_with_a_missing_column_is_noticed() -> None:
    try:
        hazards("| H-001 | hazard | cause | control |")
    except AssertionError as error:
        assert "five columns" in str(error)
    else:
        raise AssertionError("a row of four columns was accepted")
