"""Doses are Decimal from the keyboard to the page: no binary fraction stands or is made in regimen/."""

import ast
from pathlib import Path

FLOAT_MAKERS = {"float", "complex"}


def binary_fractions(text: str) -> list[int]:
    """Lines that hold a float literal or call float()."""
    lines = []
    for node in ast.walk(ast.parse(text)):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float | complex)
        call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FLOAT_MAKERS
        if literal or call:
            lines.append(node.lineno)  # type: ignore[attr-defined]
    return lines


def test_a_binary_fraction_is_noticed() -> None:
    assert binary_fractions("dose = 0.8") == [1]
    assert binary_fractions("a = 1\nb = float('0.8')") == [2]
    assert binary_fractions("dose = Decimal('0.8') * 100") == []


def test_regimen_holds_no_binary_fraction(project_folder: Path) -> None:
    files = sorted((project_folder / "regimen").rglob("*.py"))
    assert files
    found = {file.name: lines for file in files if (lines := binary_fractions(file.read_text(encoding="utf-8")))}
    assert not found


def test_no_reader_of_our_assets_turns_a_number_into_a_binary_fraction(project_folder: Path) -> None:
    """tomllib and json make floats unless told otherwise, and 0.1 would be lost before any Decimal is made."""
    for file in sorted((project_folder / "regimen").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id in {"tomllib", "json"} and node.func.attr in {"load", "loads"}:
                assert "parse_float" in {word.arg for word in node.keywords}, f"{file.name}:{node.lineno}"
