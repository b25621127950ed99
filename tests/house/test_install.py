"""install.sh of the bundle: backs up and upgrades first, and leaves the older version in use where anything fails."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

VERSION = "0.1.0"


@pytest.fixture
def unpacked(project_folder: Path, tmp_path: Path) -> Path:
    """A bundle as it is unpacked; its program is this checkout's."""
    folder = tmp_path / "capox-planner"
    folder.mkdir()
    (folder / "VERSION").write_text(VERSION + "\n")
    program = folder / "capox"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{project_folder / "main.py"}" "$@"\n')
    program.chmod(0o755)
    (folder / "install.sh").write_bytes((project_folder / "tools/bundle/install.sh").read_bytes())
    rows = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in sorted(folder.iterdir())]
    (folder / "SHA256SUMS").write_text("\n".join(rows) + "\n")
    return folder


def install(unpacked: Path, data: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run it for the records of a data folder."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("CAPOX_")}
    return subprocess.run(
        ["sh", unpacked / "install.sh", "--to", unpacked.parent / "opt", *options], capture_output=True, text=True,
        env=environment | {"CAPOX_DATA_DIR": str(data)}, check=False,
    )  # fmt: skip


@pytest.fixture
def old_records(project_folder: Path, tmp_path: Path) -> Path:
    """A data folder with records of the first schema."""
    folder = tmp_path / "data"
    folder.mkdir()
    with sqlite3.connect(folder / "capox.db") as store:
        store.executescript((project_folder / "tests/records/frozen/0001.sql").read_text(encoding="utf-8"))
    store.close()
    return folder


def revision(data: Path) -> str:
    with sqlite3.connect(data / "capox.db") as store:
        ((found,),) = store.execute("SELECT version_num FROM alembic_version").fetchall()
    return str(found)


def test_records_are_backed_up_and_upgraded_and_then_the_version_is_in_use(unpacked: Path, old_records: Path) -> None:
    assert revision(old_records) == "0001"
    done = install(unpacked, old_records)
    assert done.returncode == 0, done.stderr
    current = unpacked.parent / "opt" / "current"
    assert current.is_symlink() and (current / "VERSION").read_text().strip() == VERSION
    assert revision(old_records) > "0001"
    assert list((old_records / "backups").iterdir())


def test_a_damaged_copy_or_records_that_cannot_be_upgraded_leave_the_older_version_in_use(
    unpacked: Path, old_records: Path
) -> None:
    current = unpacked.parent / "opt" / "current"
    (unpacked.parent / "opt" / "0.0.9").mkdir(parents=True)
    current.symlink_to("0.0.9")
    with sqlite3.connect(old_records / "capox.db") as store:
        store.execute("UPDATE alembic_version SET version_num = '9999'")  # as a newer program left it
    refused = install(unpacked, old_records)
    assert refused.returncode == 1 and "the older version stays in use" in refused.stderr
    assert current.readlink() == Path("0.0.9") and revision(old_records) == "9999"
    (unpacked / "VERSION").write_text("0.2.0\n")
    refused = install(unpacked, old_records)
    assert refused.returncode == 1 and "damaged" in refused.stderr
    assert current.readlink() == Path("0.0.9")
