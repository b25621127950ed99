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
