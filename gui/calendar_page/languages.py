"""The languages pages can be printed in, read straight from the wording files: no library for paper."""

import tomllib
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent.parent / "assets" / "wording"


@lru_cache(maxsize=1)
def languages() -> tuple[tuple[str, str], ...]:
    """(code, name in its own words) of every wording, English first."""
    files = sorted(FOLDER.glob("*.toml"), key=lambda path: (path.stem != "en", path.stem))
    return tuple((path.stem, _name(path)) for path in files)


def _name(path: Path) -> str:
    """What stands above the first table of the file; the hundreds of texts below it are not read for it."""
    head, _, _ = path.read_text(encoding="utf-8").partition("\n[")
    return str(tomllib.loads(head)["name"])


def check_code_of(text: str, language: str) -> str:
    """The check code that stands in the text of a page, "" when there is none."""
    before, _, _ = str(_wording(language)["footer"]["check"]).partition("{code}")
    _, found, after = text.partition(before.strip())
    code = after.strip().split()[0] if found and after.strip() else ""
    return code if code.isascii() and code.isalnum() else ""


@lru_cache(maxsize=16)
def _wording(language: str) -> "dict[str, dict[str, str]]":
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
