"""Tests wait on events and never on the clock, are never repeated, and none of them is switched off."""

import ast
from collections.abc import Iterator
from pathlib import Path

WAITS_ON_THE_CLOCK = {"qtbot.wait", "time.sleep", "QTest.qWait", "QTest.qSleep", "sleep"}
SWITCHES_OFF = {"pytest.mark.skip", "pytest.mark.xfail", "pytest.xfail", "pytest.mark.flaky", "unittest.skip"}


def dotted(node: ast.AST) -> str:
    """`a.b.c` for an attribute or name, else an empty text."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (owner := dotted(node.value)):
        return f"{owner}.{node.attr}"
    return ""


def dishonest(text: str) -> Iterator[str]:
    """Each wait on the clock and each test switched off, as `line: what`."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and dotted(node.func) in WAITS_ON_THE_CLOCK:
            yield f"{node.lineno}: {dotted(node.func)}"
        elif isinstance(node, ast.Attribute) and dotted(node) in SWITCHES_OFF:
            yield f"{node.lineno}: {dotted(node)}"


def test_a_wait_and_a_test_switched_off_are_noticed() -> None:
    text = "import time\n@pytest.mark.skip\ndef test_a(qtbot):\n    time.sleep(1)\n    qtbot.wait(5)\n"
    assert sorted(dishonest(text)) == ["2: pytest.mark.skip", "4: time.sleep", "5: qtbot.wait"]


def test_no_test_waits_on_the_clock_or_is_switched_off(project_folder: Path) -> None:
    files = sorted((project_folder / "tests").rglob("*.py"))
    assert files
    found = {file.name: lines for file in files if (lines := list(dishonest(file.read_text(encoding="utf-8"))))}
    assert not found


def test_nothing_is_run_again_until_it_passes(project_folder: Path) -> None:
    for name in ("requirements-dev.txt", "pyproject.toml", "Makefile", "tools/run_tests.py", ".ci/run"):
        text = (project_folder / name).read_text(encoding="utf-8")
        assert not [word for word in ("rerunfailures", "--reruns", "flaky", "--last-failed") if word in text], name
