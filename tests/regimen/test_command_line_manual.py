"""docs/command-line.md names every command, option and calculator, and its examples run as they stand."""

import json
import os
import re
import shlex
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import main
from records.actions import Actions
from records.demo.clinic import begin_demo
from regimen.calculators import CALCULATORS
from regimen.case import CASE_KEYS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
EXAMPLES = [line for kind, text in BLOCKS if kind == "console" for line in text.splitlines()]
#: These work on one store, one after the other: what one line writes the next one reads.
ON_A_STORE = [line for line in EXAMPLES if "database" in line]
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+|(?<![\w-])-[a-z](?![\w-])")


def run(*arguments: str, folder: Path = ROOT, more: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "COLUMNS": "200", **(more or {})}
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(
        command, capture_output=True, cwd=folder, env=environment, timeout=120, text=True, encoding="utf-8"
    )


@cache
def help_of(command: str) -> str:
    """What a command says of its options, with those of the commands below it."""
    told = run(command, "--help").stdout
    below = re.findall(r"^    ([a-z][a-z-]*)(?:  |$)", told.partition("\n  COMMAND")[2], re.MULTILINE)
    return told + "".join(run(command, name, "--help").stdout for name in below)


def section(command: str) -> str:
    """The part of the page about one command, with what it says of all of them."""
    parts = re.split(r"^## ", PAGE, flags=re.MULTILINE)
    own = [part for part in parts if part.startswith(f"capox {command}\n")]
    assert len(own) == 1, command
    return own[0] + next(part for part in parts if part.startswith("Common to all"))


@pytest.mark.parametrize("command", main.COMMANDS)
def test_the_page_names_every_option_of_a_command(command: str) -> None:
    options = set(OPTION.findall(help_of(command)))
    assert {"--help", "--json"} <= options
    missing = [option for option in sorted(options) if f"`{option}" not in section(command)]
    assert not missing, f"{command}: {missing}"
    assert f"`capox {command}" in PAGE
    assert "Refused:" in section(command)


def test_the_page_names_every_option_of_the_window() -> None:
    options = {word for word in OPTION.findall(run("--help").stdout) if word.startswith("--")}
    assert "--demo" in options
    assert not [option for option in sorted(options) if f"`{option}" not in PAGE]


def test_the_page_names_every_calculator_and_every_key_of_a_case() -> None:
    assert not [name for name in CALCULATORS if f"| `{name}` |" not in section("calc")]
    assert not [key for key in CASE_KEYS if f"`{key}`" not in PAGE]


def test_the_page_names_no_option_that_does_not_exist() -> None:
    known = set(OPTION.findall(" ".join(help_of(command) for command in main.COMMANDS)))
    known |= set(OPTION.findall(run("--help").stdout))
    assert set(re.findall(r"`(--[a-z-]+)", PAGE)) <= known


def test_every_command_has_an_example() -> None:
    assert {shlex.split(line)[1] for line in EXAMPLES} == set(main.COMMANDS)


@pytest.mark.parametrize("line", [line for line in EXAMPLES if line not in ON_A_STORE])
def test_an_example_of_the_page_runs(line: str, tmp_path: Path) -> None:
    texts = [text for kind, text in BLOCKS if kind == "json"]
    for name, text in zip(("case.json", "labs.json", "lesions.json"), texts, strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "cohort.csv").write_text(next(text for kind, text in BLOCKS if kind == "csv"), encoding="utf-8")
    answers(line, tmp_path, {})


def test_the_examples_on_a_store_run_one_after_the_other(tmp_path: Path) -> None:
    """On the store of the demo clinic: found by the environment, as an administrator's script would have it."""
    data = tmp_path / "data"
    data.mkdir()
    actions = Actions.open(data / "capox.db")
    begin_demo(actions, date(2026, 3, 23)).result(120)
    actions.close()
    assert len(ON_A_STORE) > 6
    for line in ON_A_STORE:
        answers(line, tmp_path, {"CAPOX_DATA_DIR": str(data)})


def answers(line: str, folder: Path, more: dict[str, str]) -> None:
    """An example ends well, says something, and writes what it names."""
    words = shlex.split(line)
    assert words[0] == "capox"
    done = run(*words[1:], folder=folder, more=more)
    assert (done.returncode, done.stderr) == (0, ""), line
    assert done.stdout.strip()
    if "--json" in words:
        json.loads(done.stdout)
    for name in (word for word in words if word.endswith((".pdf", ".ics", ".db"))):
        assert (folder / name).stat().st_size > 500
