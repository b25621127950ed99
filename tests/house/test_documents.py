"""README and docs lead somewhere: every link and picture is there, every page is linked, every command works."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

LINK = re.compile(r"!?\[(?:[^\[\]]|!\[[^\]]*\]\([^)]*\))*\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
CODE_BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
MAKE = re.compile(r"\bmake ([a-z]+)\b")
COMMAND = re.compile(r"^ {4}\.venv/bin/python main\.py ([a-z]+)\b", re.MULTILINE)
PNG = b"\x89PNG\r\n\x1a\n"
LEAST_BYTES, MOST_BYTES = 10_000, 250_000
ROOM_READMES = (
    "regimen/README.md", "calendar/treatment_calendar/README.md", "records/README.md", "outcomes/README.md",
    "gui/README.md",
)  # fmt: skip
ROOT = Path(__file__).resolve().parent.parent.parent


def documents(root: Path = ROOT) -> list[Path]:
    """README, its neighbours, every page of docs and the READMEs of the rooms."""
    return [*sorted(root.glob("*.md")), *sorted((root / "docs").rglob("*.md")), *(root / name for name in ROOM_READMES)]


def text_of(page: Path) -> str:
    """What a reader follows: without blocks of code."""
    return CODE_BLOCK.sub("", page.read_text(encoding="utf-8"))


def targets(text: str) -> Iterator[str]:
    """Relative targets of links and pictures, also of a picture inside a link."""
    for target in {*LINK.findall(text), *PICTURE.findall(text)}:
        if not re.match(r"[a-z]+:", target):
            yield target


def anchors(page: Path) -> set[str]:
    """The names a heading can be reached by."""
    words = (re.sub(r"[^\w\- ]", "", heading.strip().lower()) for heading in HEADING.findall(text_of(page)))
    return {word.replace(" ", "-") for word in words}


def broken(page: Path) -> list[str]:
    """Targets of a page that lead nowhere."""
    found = []
    for target in targets(text_of(page)):
        path, _, anchor = unquote(target).partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or (anchor and there.suffix == ".md" and anchor not in anchors(there)):
            found.append(target)
    return found


def test_a_broken_link_picture_or_heading_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Here\n[a](gone.md) ![b](gone.png) [![c](no.png)](page.md) [d](#here) [e](#there) [f](https://x.y)\n"
    )
    assert sorted(broken(page)) == ["#there", "gone.md", "gone.png", "no.png"]


@pytest.mark.parametrize("page", documents(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_and_picture_leads_somewhere(page: Path) -> None:
    assert not broken(page)


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        for target in targets(text_of(page)):
            there = (page.parent / unquote(target.partition("#")[0])).resolve()
            if there.suffix == ".md" and there.is_file():
                waiting.append(there)
    assert not [str(page.relative_to(ROOT)) for page in documents() if page not in reached]


def test_every_picture_is_shown_and_is_a_png_of_sane_size() -> None:
    pictures = sorted((ROOT / "docs" / "pictures").glob("*.png"))
    assert pictures
    shown = {(page.parent / target).resolve() for page in documents() for target in targets(text_of(page))}
    assert not [path.name for path in pictures if path not in shown]
    assert not [path.name for path in pictures if path.read_bytes()[:8] != PNG]
    assert not {path.name: size for path in pictures if not LEAST_BYTES < (size := path.stat().st_size) < MOST_BYTES}


def test_every_make_target_named_in_the_documents_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    known = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = {
        target
        for name in ("README.md", "CONTRIBUTING.md")
        for part in re.findall(r"`make [a-z]+`|^ {4}make [a-z]+", (ROOT / name).read_text("utf-8"), re.MULTILINE)
        for target in MAKE.findall(part)
    }
    assert {"run", "test"} <= set(MAKE.findall(readme)), "the two commands stand in the README"
    assert named <= known


def commands() -> list[str]:
    """Commands of main.py the README shows."""
    return sorted(set(COMMAND.findall((ROOT / "README.md").read_text(encoding="utf-8"))))


def test_the_readme_shows_every_command() -> None:
    sys.path.insert(0, str(ROOT))
    from main import COMMANDS

    assert commands() == sorted(COMMANDS)


@pytest.mark.parametrize("name", commands())
def test_every_command_of_the_readme_answers_help(name: str) -> None:
    result = subprocess.run(
        [sys.executable, "main.py", name, "--help"], cwd=ROOT, env=os.environ | {"COLUMNS": "100"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith(f"usage: capox {name}")
    assert result.stderr == ""


def test_the_calculation_of_the_readme_is_answered() -> None:
    shown = re.search(r"main\.py (calc .+)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert shown is not None
    result = subprocess.run(
        [sys.executable, "main.py", *shown[1].split()], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert "49.3" in result.stdout
