"""capox handover: written from one store, checked, taken over by another; everything else refused in sentences."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from records.actions import Actions
from records.handover_commands import handover
from tests.empty_store import empty_store
from tests.records.examples import Store
from tests.records.handover_examples import keys_in

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A clinic with a running course, and an empty one; each with a pharmacist."""
    paths = (tmp_path / "a.db", tmp_path / "b.db")
    for path in paths:
        actions = Actions.open(empty_store(path))
        store = Store(actions, actions.add_person("Priya Raman", "pharmacist").result(30))
        if path is paths[0]:
            store.course()
        actions.close()
    with keys_in(tmp_path / "keys"):
        yield paths


def answered(capsys: Capture, *words: object, status: int = 0) -> dict[str, Any]:
    assert handover([*map(str, words), "--json"]) == status
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def reason(found: dict[str, Any]) -> str:
    return str(found["refused"][0]["reason"])


def test_a_course_goes_from_one_store_to_another(capsys: Capture, stores: tuple[Path, Path], tmp_path: Path) -> None:
    a, b = stores
    file, seal = tmp_path / "one.capox-handover", tmp_path / "seal"
    seal.write_text("seven quiet herons\n", "utf-8")
    who = ("--patient", "0042-118", "--to", "Hospital B", "--database", a)
    assert "--unsealed" in reason(answered(capsys, "write", file, *who, status=1))
    assert not file.exists()
    written = answered(capsys, "write", file, *who, "--seal-file", seal)
    assert written["sealed"] is True and len(written["fingerprint"].split()) == 8
    assert "there already" in reason(answered(capsys, "write", file, *who, "--seal-file", seal, status=1))
    sealed = ("--seal-file", seal, "--database", b)
    assert "sealed" in reason(answered(capsys, "check", file, "--database", b, status=1))
    checked = answered(capsys, "check", file, *sealed)
    assert (checked["key"], checked["cycle"], checked["stands_in_the_way"]) == ("unknown", 1, [])
    assert "fingerprint" in reason(answered(capsys, "take", file, *sealed, status=1))
    assert "go together" in reason(answered(capsys, "take", file, *sealed, "--trust", "Hospital A", status=1))
    heard = ("--trust", "Hospital A", "--compared", "Dr Berg, 555 0142")
    assert answered(capsys, "take", file, *sealed, *heard)["cycle"] == 1
    assert "already" in reason(answered(capsys, "take", file, *sealed, status=1))
    bad = bytearray(file.read_bytes())
    bad[len(bad) // 2] ^= 1
    file.write_bytes(bytes(bad))
    assert "changed" in reason(answered(capsys, "check", file, *sealed, status=1))
