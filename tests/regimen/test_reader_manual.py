"""docs/regimen-files.md names every key and word the readers know."""

import tomllib
from dataclasses import fields
from pathlib import Path

from regimen.practice import Policy
from regimen.reader import ASKABLE, STATUSES, TAGS
from regimen.reader_drugs import CONVENTIONS, ROLES, UNITS
from regimen.reader_rules import CONDITIONS
from regimen.supportive import TIMES

RENAMED = {"max_variance_oral_percent": "max_variance_percent", "max_variance_iv_percent": "max_variance_percent"}

# Tables whose keys are data of the file, not words of the schema.
DATA = ("given", "expect", "when", "edge_by_practice", "dose_mg")


def test_the_manual_names_every_word(project_folder: Path) -> None:
    manual = (project_folder / "docs" / "regimen-files.md").read_text(encoding="utf-8")
    words = {*ASKABLE, *STATUSES, *TAGS, *CONVENTIONS, *ROLES, *UNITS, *CONDITIONS, *TIMES}
    words |= {RENAMED.get(field.name, field.name) for field in fields(Policy)}
    assert not [word for word in sorted(words) if f"`{word}`" not in manual]


def test_the_manual_names_every_key_of_the_shipped_files(project_folder: Path) -> None:
    def keys(value: object) -> set[str]:
        if isinstance(value, list):
            return set().union(*(keys(item) for item in value))
        if not isinstance(value, dict):
            return set()
        return set(value).union(*(keys(inner) for key, inner in value.items() if key not in DATA))

    manual = (project_folder / "docs" / "regimen-files.md").read_text(encoding="utf-8")
    found: set[str] = set()
    for folder in ("regimens", "tables"):
        for path in (project_folder / "assets" / folder).glob("*.toml"):
            found |= keys(tomllib.loads(path.read_text(encoding="utf-8")))
    assert len(found) > 80
    assert not [key for key in sorted(found) if key not in manual]
