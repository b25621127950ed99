"""kill -9 in the middle of a backup and of a restore: every backup with a name is whole, and the store always opens.

The short form; children are killed at chance moments.
"""

import multiprocessing
import os
import random
import shutil
import time
from dataclasses import replace
from multiprocessing.context import ForkServerContext
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from records.actions import Actions
from records.backup.backups import backup_findings, backups_in, make_backup, read_backup
from records.backup.restore import restore
from records.encryption.recovery_key import new_recovery_key
from records.encryption.unlock import Unlock
from records.encryption.vault import load_vault, open_seal
from records.keeping.opening import protect
from tests.records.examples import ENTRY, Store

PASSPHRASE = "four random words here"
UNLOCK = Unlock(PASSPHRASE)
KILLS = 12


@pytest.fixture(scope="module")
def children() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        ["records.store", "records.backup.backups", "records.backup.restore", "records.actions"]
    )
    return context


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed store with one patient."""
    made = tmp_path / "capox.db"
    protect(made, new_recovery_key(), PASSPHRASE, use_keychain=False)
    actions = Actions.open(made, unlock=UNLOCK)
    Store(actions, actions.add_person("Priya Raman", "pharmacist").result()).patient()
    actions.close()
    return made


def key_of(path: Path) -> bytes:
    vault = load_vault(path)
    assert vault is not None
    return open_seal(vault, "passphrase", PASSPHRASE)


def back_up_on_and_on(path: Path, key: bytes, folder: Path, started: Event) -> None:
    started.set()
    while True:
        make_backup(path, key, folder, "asked")


def test_killed_while_backing_up_every_backup_with_a_name_is_whole(path: Path, children: ForkServerContext) -> None:
    folder, key, chance = path.parent / "backups", key_of(path), random.Random(20261122)
    for _ in range(KILLS):
        started = children.Event()
        child = children.Process(target=back_up_on_and_on, args=(path, key, folder, started), daemon=True)
        child.start()
        started.wait(30)
        child.join(chance.uniform(0.02, 0.3))
        child.kill()
        child.join()
    made = backups_in(folder)
    assert len(made) >= KILLS
    assert len(made) == len(list(folder.glob("capox-*.db"))), "a backup without its note"
    for backup in made:
        assert backup_findings(backup, key) == ()
    for file in folder.glob(".*"):
        os.utime(file, (0, 0))
    make_backup(path, key, folder, "asked")
    assert not list(folder.glob(".*"))


def restore_and_say(path: Path, backup: Path, started: Event) -> None:
    started.set()
    restore(read_backup(backup), path, UNLOCK)


def test_killed_while_restoring_the_store_is_the_old_one_or_the_new_one(
    path: Path, children: ForkServerContext
) -> None:
    actions = Actions.open(path, unlock=UNLOCK)
    line = actions.back_up("asked").result(60)
    Store(actions, actions.people().result()[0]).patient(replace(ENTRY, name="Later"))
    actions.close()
    chance, seen = random.Random(7), set()
    whole_s = 0.0  # the first child is left alone, the second killed at once, the others in between
    for number in range(KILLS):
        folder = path.parent / f"copy{number}"
        folder.mkdir()
        copy = folder / "capox.db"
        for ending in ("", ".keys"):
            shutil.copy2(path.with_name(path.name + ending), folder / f"capox.db{ending}")
        started = children.Event()
        child = children.Process(target=restore_and_say, args=(copy, Path(line.path), started), daemon=True)
        child.start()
        started.wait(30)
        begun = time.monotonic()
        child.join({0: None, 1: 0.0}.get(number, whole_s * chance.uniform(0.05, 1.0)))
        whole_s = whole_s or time.monotonic() - begun
        child.kill()
        child.join()
        again = Actions.open(copy, unlock=UNLOCK)
        again.opened.result(60)
        patients = len(Store(again, again.people().result()[0]).sql("SELECT id FROM patient"))
        assert again.check_audit().result().findings == ()
        again.close()
        assert patients in (1, 2)
        seen.add(patients)
    assert seen == {1, 2}, "no kill fell before the exchange, or none after"
