"""A file or folder that cannot be written: everything can be read, nothing can be saved, and the words say so."""

import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from records.actions import Actions
from records.encryption.recovery_key import new_recovery_key
from records.encryption.unlock import Unlock
from records.keeping.opening import protect
from records.lookup import Lookup
from records.values.core import Person
from tests.records.account_examples import hash_quickly
from tests.records.examples import ENTRY, LOGIN, PASSWORD

NOBODY = 65534
PASSPHRASE = "four random words here"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder another user can look into."""
    made = Path(tempfile.mkdtemp(prefix="capox-ro-"))
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


def load_all(folder: Path) -> None:
    """Have everything imported that the child will use."""
    folder.mkdir()
    actions = Actions.open(folder / "warm.db")
    person = actions.add_person("Priya Raman", "pharmacist").result(60)
    actions.add_patient(person, uuid4(), ENTRY).result(30)
    actions.check_audit().result(30)
    actions.protection().result(30)
    actions.back_up("asked").result(30)
    Lookup(folder / "warm.db").first_lines(1)
    actions.close()
    shutil.rmtree(folder)


def look(path: Path, unlock: Unlock | None, person: Person, tell: Connection) -> None:
    """In a child that may not write: open, read, try to save."""
    if os.geteuid() == 0:
        load_all(path.parent / "warm")  # another user may not be able to read the program's own files
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    actions = Actions.open(path, unlock=unlock)
    try:
        refused = actions.opened.exception(60)
        if refused is not None:
            tell.send({"refused": str(refused)})
            return
        saving = actions.add_patient(person, uuid4(), ENTRY).exception(30)
        lookup = Lookup(path)
        names = [line.name for line in lookup.first_lines(5)]
        lookup.close()
        findings = actions.check_audit().result(30).findings
        tell.send(
            {
                "names": names,
                "saving": f"{type(saving).__name__}: {saving}",
                "findings": findings,
                "read_only": actions.protection().result(30).read_only,
            }
        )
    finally:
        actions.close()


def seen(path: Path, unlock: Unlock | None, person: Person) -> dict[str, Any]:
    context = multiprocessing.get_context("forkserver")
    heard, tell = context.Pipe(duplex=False)
    child = context.Process(target=look, args=(path, unlock, person, tell), daemon=True)
    child.start()
    tell.close()
    answer: dict[str, Any] = heard.recv()
    child.join(30)
    return answer


@pytest.mark.parametrize("encrypted", [True, False])
@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_cannot_be_written_opens_for_reading_only(folder: Path, encrypted: bool, what: str) -> None:
    path, unlock = folder / "capox.db", Unlock(PASSPHRASE) if encrypted else None
    if encrypted:
        protect(path, new_recovery_key(), PASSPHRASE, use_keychain=False)
    actions = Actions.open(path, unlock=unlock)
    person = actions.add_person("Priya Raman", "pharmacist").result(60)
    actions.add_patient(person, uuid4(), ENTRY).result(30)
    actions.close()
    before = path.read_bytes()
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555 if what == "folder" else 0o777)
    answer = seen(path, unlock, person)
    assert answer.get("names") == [ENTRY.name], answer
    assert answer["read_only"] and answer["findings"] == ()
    assert answer["saving"].startswith("NotSaved: The records are open for reading only")
    assert path.read_bytes() == before


def test_people_sign_in_to_records_that_can_only_be_read_and_see_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hash_quickly(monkeypatch)
    path = tmp_path / "capox.db"
    actions = Actions.open(path)
    person = actions.add_person("Priya Raman", "pharmacist").result(60)
    actions.add_patient(person, uuid4(), ENTRY).result(30)
    actions.open_first_account(person, LOGIN, PASSWORD).result(30)
    actions.close()
    before = path.read_bytes()
    monkeypatch.setattr("records.keeping.store_file.can_be_written", lambda _store: False)
    actions = Actions.open(path)
    assert actions.reading_only().result(30) == "file"
    assert "do not belong together" in str(actions.sign_in(LOGIN, "not the password").exception(30))
    actions._thread.seat.succeeded(LOGIN)
    assert actions.sign_in(LOGIN, PASSWORD).result(30).person == person
    assert len(actions.all_patients().result(30)) == 1
    actions.sign_out().result(30)
    assert "sign in" in str(actions.all_patients().exception(30))
    actions.close()
    assert path.read_bytes() == before
