"""The records remember the oldest program that may work on them."""

import tomllib
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from records.actions import Actions
from records.errors import StoreUnavailable
from records.keeping import program_version
from tests.records.examples import Store

HOUSE = Path(__file__).resolve().parents[2]


def test_the_version_of_the_program_is_that_of_the_project() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert program_version.written(program_version.PROGRAM) == project["version"]
    assert program_version.NEEDS <= program_version.PROGRAM


def test_an_older_program_refuses_in_a_sentence_and_a_newer_one_raises_what_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "capox.db"
    first = Actions.open(path)
    first.opened.result()
    first.close()
    monkeypatch.setattr("records.keeping.least_program.PROGRAM", (0, 3, 0))
    monkeypatch.setattr("records.keeping.least_program.NEEDS", (0, 2, 5))
    newer = Actions.open(path)
    newer.opened.result()
    newer.close()
    monkeypatch.setattr("records.keeping.least_program.PROGRAM", (0, 2, 4))
    monkeypatch.setattr("records.keeping.least_program.NEEDS", (0, 1, 0))
    before = path.read_bytes()
    old = Actions.open(path)
    refusal = old.opened.exception()
    assert isinstance(refusal, StoreUnavailable)
    assert "need version 0.2.5 of the program or a newer one; this is 0.2.4" in str(refusal)
    old.close()
    assert path.read_bytes() == before
    monkeypatch.setattr("records.keeping.least_program.PROGRAM", (0, 2, 5))
    enough = Actions.open(path)
    assert enough.opened.exception() is None
    enough.close()


def test_what_is_asked_is_never_lowered_or_taken_away(store: Store) -> None:
    store.sql("UPDATE least_program SET minor = 2")
    for change in ("UPDATE least_program SET minor = 1", "UPDATE least_program SET major = 0, minor = 1, patch = 9"):
        with pytest.raises(DBAPIError, match="only raised"):
            store.sql(change)
    with pytest.raises(DBAPIError, match="stays"):
        store.sql("DELETE FROM least_program")
    with pytest.raises(DBAPIError):
        store.sql("INSERT INTO least_program (id, major, minor, patch) VALUES (2, 0, 0, 0)")
    assert store.sql("SELECT major, minor, patch FROM least_program") == [(0, 2, 0)]
