"""Everything under assets/ is carried into an installed copy of the program."""

import fnmatch
import tomllib
from pathlib import Path


def test_every_asset_matches_a_pattern_of_the_package_data(project_folder: Path) -> None:
    settings = tomllib.loads((project_folder / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    patterns = settings["package-data"]["*"]
    files = [path for path in (project_folder / "assets").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert files
    assert not [path.name for path in files if not any(fnmatch.fnmatch(path.name, pattern) for pattern in patterns)]


def test_the_same_file_has_the_same_hash_on_every_system(project_folder: Path) -> None:
    """A regimen is known by the hash of its file; a checkout with other line endings would be another regimen."""
    rules = (project_folder / ".gitattributes").read_text(encoding="utf-8").splitlines()
    assert "* text=auto eol=lf" in rules
    texts = [
        path for path in (project_folder / "assets").rglob("*") if path.suffix in {".toml", ".txt", ".json", ".csv"}
    ]
    assert texts
    assert not [path.name for path in texts if b"\r" in path.read_bytes()]
