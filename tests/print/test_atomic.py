"""A file on disk is the old one or the new one."""

import os
import stat
from pathlib import Path

import pytest

from treatment_calendar.paper.atomic import write_atomically


def test_the_file_holds_the_bytes_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "calendar.pdf"
    write_atomically(target, b"%PDF new")
    assert target.read_bytes() == b"%PDF new"
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["calendar.pdf"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    target = tmp_path / "calendar.pdf"
    write_atomically(target, b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail) if call == "fsync" else monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write_atomically(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["calendar.pdf"]


def test_a_folder_that_is_not_there_is_an_error_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        write_atomically(tmp_path / "nowhere" / "calendar.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


def test_file_and_folder_are_synced_in_this_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        sync(descriptor)

    def replaced(self: Path, target: Path) -> Path:
        steps.append("replace")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write_atomically(tmp_path / "calendar.pdf", b"new")
    assert steps == (["file", "replace", "folder"] if os.name == "posix" else ["file", "replace"])
