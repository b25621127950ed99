"""What we build on is listed with a reason, pinned by hash, and names no place it came from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

RUN, DEV, BUNDLE = "requirements.txt", "requirements-dev.txt", "requirements-bundle.txt"
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?P<rest>.*)$")


def declared(project_folder: Path) -> dict[str, list[Requirement]]:
    """What pyproject asks for, by the file that pins it: to run, and with that to develop or to make the bundle."""
    project = tomllib.loads((project_folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run = [Requirement(text) for text in project["dependencies"]]
    extras = {name: [Requirement(text) for text in texts] for name, texts in project["optional-dependencies"].items()}
    bundle = extras.pop("bundle")
    return {RUN: run, DEV: run + [one for texts in extras.values() for one in texts], BUNDLE: run + bundle}


def pins(file: Path) -> dict[str, list[str]]:
    """Pinned versions by name; a name occurs twice where systems differ."""
    found: dict[str, list[str]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if match := PIN.match(line):
            found.setdefault(canonicalize_name(match["name"]), []).append(match["version"])
    return found


def explained(project_folder: Path) -> dict[str, str]:
    """Reason by package from the tables of docs/dependencies.md."""
    rows = {}
    for line in (project_folder / "docs" / "dependencies.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| ") and len(cells) >= 3 and cells[0] not in {"package", "---"}:
            rows[canonicalize_name(cells[0].strip("`"))] = cells[2]
    return rows


def test_every_package_we_ask_for_is_listed_with_a_reason_and_nothing_else_is(project_folder: Path) -> None:
    asked = {canonicalize_name(package.name) for packages in declared(project_folder).values() for package in packages}
    reasons = explained(project_folder)
    assert asked == set(reasons)
    assert all(len(reason.split()) >= 4 for reason in reasons.values())


@pytest.mark.parametrize("name", [RUN, DEV, BUNDLE])
def test_every_pin_carries_a_hash(project_folder: Path, name: str) -> None:
    text = (project_folder / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]
    assert lines
    for line in lines:
        assert PIN.match(line), line[:60]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), line[:60]


@pytest.mark.parametrize("name", [RUN, DEV, BUNDLE])
def test_the_requirement_files_name_no_place(project_folder: Path, name: str) -> None:
    text = (project_folder / name).read_text(encoding="utf-8")
    assert not re.search(r"://|--(?:extra-)?index|--find-links|--trusted-host| @ |(?:^|\s)/\w", text)


def test_every_package_we_ask_for_is_pinned_within_the_limits_we_set(project_folder: Path) -> None:
    for file, packages in declared(project_folder).items():
        pinned = pins(project_folder / file)
        for package in packages:
            versions = pinned[canonicalize_name(package.name)]
            assert all(package.specifier.contains(version) for version in versions), package


@pytest.mark.parametrize("file", [DEV, BUNDLE])
def test_development_and_the_bundle_run_on_the_very_pins_that_are_shipped(project_folder: Path, file: str) -> None:
    run, other = pins(project_folder / RUN), pins(project_folder / file)
    assert run
    assert run == {name: other[name] for name in run}


def test_no_lock_file_with_addresses_is_kept(project_folder: Path) -> None:
    settings = tomllib.loads((project_folder / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["tool"]["uv"]["managed"] is False
    assert "uv.lock" in (project_folder / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_store_s_sqlite_is_new_enough() -> None:
    """SQLite before 3.51.3 can corrupt a database in WAL mode when two connections write and checkpoint at once."""
    import sqlcipher3.dbapi2

    assert tuple(int(part) for part in sqlcipher3.dbapi2.sqlite_version.split(".")) >= (3, 51, 3)
