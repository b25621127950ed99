"""Backups made while people save, each verified and restorable; flipped bits and lost ends; which are kept."""

import os
import random
from collections.abc import Iterator
from concurrent.futures import wait
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from uuid import uuid4

import pytest

from records.actions import Actions
from records.backup import backups as backup_module
from records.backup.backup_place import backup_folder
from records.backup.backups import (
    Backup,
    backup_findings,
    backups_in,
    is_due,
    kept,
    make_backup,
    note_path,
    read_backup,
    rotate,
)
from records.backup.copying import Cancelled
from records.backup.restore import restore
from records.backup.restored_by import TRIES, has_accounts, restorer
from records.encryption.recovery_key import new_recovery_key
from records.encryption.unlock import Unlock
from records.errors import Damaged, NotAllowed, NotSaved, StoreUnavailable
from records.keeping.damage import damage
from records.keeping.opening import kind_of_mount, protect, refuse_network_share
from tests.records.account_examples import hash_quickly
from tests.records.examples import ENTRY, LOGIN, PASSWORD, Store

PASSPHRASE = "four random words here"
UNLOCK = Unlock(PASSPHRASE)
UNDER_LOAD = 25
FLIPS = 300


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "capox.db"
    protect(made, new_recovery_key(), PASSPHRASE, use_keychain=False)
    return made


def opened(path: Path) -> Store:
    actions = Actions.open(path, unlock=UNLOCK)
    actions.opened.result(60)
    people = actions.people().result()
    return Store(actions, people[0] if people else actions.add_person("Priya Raman", "pharmacist").result())


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    made = opened(path)
    yield made
    made.actions.close()


def test_every_backup_made_while_people_save_is_whole_and_holds_one_moment(store: Store, path: Path) -> None:
    key = file_key(store)
    saving = [
        store.actions.add_patient(store.person, uuid4(), replace(ENTRY, name=f"Patient {number}"))
        for number in range(150)
    ]
    made = [make_backup(path, key, path.parent / "many" / str(number), "daily") for number in range(UNDER_LOAD)]
    wait(saving)
    assert not [future.exception() for future in saving if future.exception()]
    assert {backup.seq for backup in made} != {made[0].seq}, "nothing was saved between the first backup and the last"
    for backup in made:
        assert backup_findings(backup, key) == ()
        assert read_backup(backup.path) == backup
    assert store.actions.check_audit().result().findings == ()


def file_key(store: Store) -> bytes:
    """The key of the open store."""
    inner = store.actions._thread._store
    assert inner is not None and inner.file is not None and inner.file.key is not None
    return inner.file.key


def test_a_backup_restores_to_what_it_held_and_what_was_there_is_kept(store: Store, path: Path) -> None:
    store.patient(replace(ENTRY, name="Before"))
    line = store.actions.back_up("asked").result(60)
    store.patient(replace(ENTRY, name="After"))
    store.actions.close()
    done = restore(read_backup(Path(line.path)), path, UNLOCK)
    assert done.kept is not None and done.kept.exists()
    assert {file.name for file in path.parent.glob("*-wal")} == set(), "an empty log is not kept"
    assert done.before is not None and done.before.kind == "restore" and done.before.patients == 2
    again = opened(path)
    assert again.sql("SELECT name FROM patient") == [("Before",)]
    check = again.actions.check_audit().result()
    assert (check.findings, check.last_seq) == ((), line.seq + 1)
    assert again.sql(f"SELECT hash FROM audit WHERE seq = {line.seq}") == [(line.hash,)]
    again.actions.close()
    restore(done.before, path, UNLOCK)
    again = opened(path)
    assert sorted(again.sql("SELECT name FROM patient")) == [("After",), ("Before",)]
    again.actions.close()


def test_the_trail_of_restored_records_says_which_backup_who_and_when(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hash_quickly(monkeypatch)
    store.actions.open_first_account(store.person, LOGIN, PASSWORD).result()
    backup = read_backup(Path(store.actions.back_up("asked").result(60).path))
    store.actions.close()
    key = key_by_passphrase(path)
    assert has_accounts(backup, key)
    for name, password in (("", ""), (LOGIN, "not the password"), ("nobody", PASSWORD)):
        with pytest.raises(NotAllowed):
            restorer(backup, key, name, password)
    TRIES.succeeded(LOGIN)
    by = restorer(backup, key, LOGIN, PASSWORD)
    assert (by.name, by.role, by.person_id) == (store.person.name, store.person.role, store.person.id)
    moment = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
    restore(backup, path, UNLOCK, by=by, now=moment)
    again = Actions.open(path, unlock=UNLOCK)
    again.sign_in(LOGIN, PASSWORD).result(60)
    check = again.check_audit().result()
    (said,) = [one for one in again.person_history(store.person.id).result().lines if one.action == "restore backup"]
    again.close()
    assert check.findings == ()
    assert (said.by, said.at, said.seq) == (store.person.name, moment, backup.seq + 1)
    assert f"backup: {backup.seq}:{backup.hash}" in said.new and "was there: backed up" in said.new.replace("_", " ")


def test_a_backup_restores_on_another_computer_with_the_passphrase_alone(store: Store, tmp_path: Path) -> None:
    store.patient(replace(ENTRY, name="Ada Sample"))
    line = store.actions.back_up("asked").result(60)
    elsewhere = tmp_path / "elsewhere" / "capox.db"
    elsewhere.parent.mkdir()
    restore(read_backup(Path(line.path)), elsewhere, UNLOCK)
    again = opened(elsewhere)
    assert again.sql("SELECT name FROM patient") == [("Ada Sample",)]
    again.actions.close()


def test_a_store_that_is_open_and_a_backup_of_other_records_are_refused(
    store: Store, path: Path, tmp_path: Path
) -> None:
    backup = read_backup(Path(store.actions.back_up("asked").result(60).path))
    with pytest.raises(StoreUnavailable, match="already open"):
        restore(backup, path, UNLOCK)
    other = tmp_path / "other" / "capox.db"
    other.parent.mkdir()
    protect(other, new_recovery_key(), PASSPHRASE, use_keychain=False)
    opened(other).actions.close()
    before = other.read_bytes()
    with pytest.raises(NotAllowed, match="other records"):
        restore(backup, other, UNLOCK)
    assert other.read_bytes() == before


def test_a_bad_backup_is_never_put_in_place(store: Store, path: Path) -> None:
    backup = read_backup(Path(store.actions.back_up("asked").result(60).path))
    store.actions.close()
    data = bytearray(backup.path.read_bytes())
    data[len(data) // 2] ^= 1
    backup.path.write_bytes(data)
    before = path.read_bytes()
    with pytest.raises(StoreUnavailable, match="not good"):
        restore(backup, path, UNLOCK)
    assert path.read_bytes() == before


def test_every_flipped_bit_of_the_encrypted_file_is_found(store: Store, path: Path) -> None:
    store.course()
    key = file_key(store)
    store.actions.close()
    data, chance = path.read_bytes(), random.Random(20261122)
    copy = path.with_name("flipped.db")
    unseen = []
    for _ in range(FLIPS):
        place, bit = chance.randrange(len(data)), chance.randrange(8)
        flipped = bytearray(data)
        flipped[place] ^= 1 << bit
        copy.write_bytes(flipped)
        if not damage(copy, key):
            unseen.append((place, bit))
    assert not unseen
    for length in (0, 1, 15, 100, 4095, 4096, 8192, len(data) - 4096, len(data) - 1):
        copy.write_bytes(data[:length])
        assert damage(copy, key), f"a file cut to {length} bytes passed for whole"


def test_a_damaged_store_is_not_written_to_and_its_newest_good_backup_comes_back(store: Store, path: Path) -> None:
    store.patient(replace(ENTRY, name="Ada Sample"))
    good = store.actions.back_up("asked").result(60)
    store.patient(replace(ENTRY, name="Lost"))
    bad = store.actions.back_up("asked").result(60)
    store.actions.close()
    Path(bad.path).write_bytes(Path(bad.path).read_bytes()[:-4096])
    data = bytearray(path.read_bytes())
    data[5000] ^= 4
    path.write_bytes(data)
    failed = Actions.open(path, unlock=UNLOCK)
    assert isinstance(failed.opened.exception(60), Damaged)
    failed.close()
    assert path.read_bytes() == data
    found = backup_module.newest_good(backup_folder(path), key_by_passphrase(path))
    assert found is not None and str(found.path) == good.path
    done = restore(found, path, UNLOCK)
    assert done.before is None, "a damaged file is kept and not backed up"
    assert done.kept is not None and done.kept.read_bytes() == data
    again = opened(path)
    assert again.sql("SELECT name FROM patient") == [("Ada Sample",)]
    again.actions.close()


def key_by_passphrase(path: Path) -> bytes:
    from records.encryption.vault import load_vault, open_seal

    vault = load_vault(path)
    assert vault is not None
    return open_seal(vault, "passphrase", PASSPHRASE)


def test_the_restore_drill_opens_the_newest_backup_and_says_when_it_is_bad(store: Store, path: Path) -> None:
    assert "no backup" in str(store.actions.restore_drill().exception(60))
    store.course()
    line = store.actions.back_up("asked").result(60)
    drill = store.actions.restore_drill().result(60)
    assert drill.good and "1 patient(s)" in drill.words
    assert store.actions.protection().result(30).drill == drill
    Path(line.path).write_bytes(Path(line.path).read_bytes()[:-100])
    drill = store.actions.restore_drill().result(60)
    assert not drill.good and "bytes" in drill.words


def test_a_stopped_backup_leaves_nothing_and_saving_goes_on(store: Store, path: Path) -> None:
    stop, seen = Event(), []

    def look(done: int, whole: int) -> None:
        seen.append((done, whole))

    stop.set()
    assert isinstance(store.actions.back_up("asked", look, stop).exception(60), Cancelled)
    assert list(backup_folder(path).iterdir()) == []
    store.actions.back_up("asked", look, Event()).result(60)
    assert seen and seen[-1][0] == seen[-1][1]
    store.patient()


def test_a_nearly_full_disk_makes_no_backup_and_says_so(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = backup_module.shutil.disk_usage(path.parent)
    monkeypatch.setattr(backup_module.shutil, "disk_usage", lambda _folder: usage._replace(free=1_000_000))
    refused = store.actions.back_up("asked").exception(60)
    assert isinstance(refused, NotSaved) and "nearly full" in str(refused)
    assert list(backup_folder(path).iterdir()) == []


def test_a_backup_is_due_after_a_day_and_when_the_clock_went_back(store: Store, path: Path) -> None:
    assert store.actions.protection().result(30).due
    store.actions.back_up("daily").result(60)
    assert not store.actions.protection().result(30).due
    folder, now = backup_folder(path), datetime.now(UTC)
    assert not is_due(folder, now + timedelta(hours=23))
    assert is_due(folder, now + timedelta(hours=25))
    assert is_due(folder, now - timedelta(hours=1))


def named(made_at: datetime, kind: str = "daily") -> Backup:
    return Backup(Path(f"{made_at:%Y%m%d%H%M%S}-{kind}"), made_at, kind, "", 0, "", {}, "", None)  # type: ignore[arg-type]


def test_hours_days_and_months_are_kept_and_the_newest_always() -> None:
    now = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)
    hourly = [named(now - timedelta(minutes=20 * step)) for step in range(3 * 24 * 400)]
    stay = kept(hourly, now)
    made = sorted((b.made_at for b in hourly if b.path in stay), reverse=True)
    assert made[0] == now
    assert sum(now - moment < timedelta(hours=24) for moment in made) in (24, 25)
    assert len({moment.date() for moment in made if now - moment < timedelta(days=7)}) >= 7
    assert len({(moment.year, moment.month) for moment in made}) == 12
    assert len(made) <= 25 + 7 + 12
    old = [named(now - timedelta(days=4000)), named(now - timedelta(days=4001))]
    assert kept(old, now) == {old[0].path}
    special = [named(now - timedelta(days=900 + step), "upgrade") for step in range(5)]
    assert {b.path for b in special[:3]} <= kept([*hourly, *special], now)


def test_rotation_removes_file_and_note_together(store: Store, path: Path) -> None:
    key, folder = file_key(store), path.parent / "rotated"
    start = datetime(2026, 1, 1, tzinfo=UTC)
    made = [make_backup(path, key, folder, "daily", now=start + timedelta(minutes=step)) for step in range(4)]
    assert [backup.path for backup in backups_in(folder)] == [made[3].path]
    assert {file.name for file in folder.iterdir()} == {made[3].path.name, note_path(made[3].path).name}
    (folder / "capox-of-somebody.db").write_bytes(b"not ours")
    rotate(folder, start + timedelta(days=5000))
    assert (folder / "capox-of-somebody.db").exists()


def test_what_a_killed_backup_left_is_cleared_by_the_next(store: Store, path: Path) -> None:
    folder = backup_folder(path)
    folder.mkdir()
    (folder / ".capox-20260101-000000-daily.db.part").write_bytes(b"half")
    (folder / "capox-20260101-000000-daily.db.json").write_text("{}", encoding="utf-8")
    assert backups_in(folder) == ()
    store.actions.back_up("asked").result(60)
    assert len(list(folder.iterdir())) == 4, "another program may be at work on what is new"
    for file in (*folder.glob(".*"), folder / "capox-20260101-000000-daily.db.json"):
        os.utime(file, (0, 0))
    store.actions.back_up("asked").result(60)
    assert len(list(folder.iterdir())) == 4, "two backups with their notes"


def test_another_folder_for_backups_is_used_and_one_that_cannot_be_written_is_refused(store: Store, path: Path) -> None:
    wanted = path.parent / "somewhere" / "else"
    assert store.actions.choose_backup_folder(str(wanted)).result(30).folder == str(wanted)
    line = store.actions.back_up("asked").result(60)
    assert Path(line.path).parent == wanted
    (path.parent / "file").write_bytes(b"")
    for bad in ("relative/folder", str(path.parent / "file" / "inside")):
        assert isinstance(store.actions.choose_backup_folder(bad).exception(30), NotSaved)
    assert store.actions.choose_backup_folder("").result(30).folder == str(path.parent / "backups")


def test_where_people_sign_in_nobody_else_moves_the_backups_or_makes_a_recovery_key(store: Store) -> None:
    actions = store.actions
    actions.open_first_account(store.person, "priya", "a long password of hers").result(30)
    actions.sign_out().result(30)
    assert isinstance(actions.choose_backup_folder("").exception(30), NotAllowed)
    assert isinstance(actions.new_recovery_key(PASSPHRASE).exception(30), NotAllowed)
    actions.back_up("daily").result(60)
    actions.change_passphrase(PASSPHRASE, "another passphrase now").result(30)


def test_a_network_share_is_refused_and_a_disk_is_not(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\nserver:/home /srv/day\\040unit nfs4 rw 0 0\n//win/share /mnt/win cifs rw 0 0\n"
        "tmpfs /mnt/win/local tmpfs rw 0 0\n",
        encoding="utf-8",
    )
    for folder in ("/srv/day unit/records", "/mnt/win", "/mnt/win/deep/er"):
        with pytest.raises(StoreUnavailable, match="network share"):
            refuse_network_share(Path(folder) / "capox.db", mounts)
    for folder in ("/srv/day", "/mnt/win/local", "/mnt/window"):
        refuse_network_share(Path(folder) / "capox.db", mounts)
        assert kind_of_mount(Path(folder) / "capox.db", mounts) in ("ext4", "tmpfs")
    assert kind_of_mount(Path("/x/capox.db"), tmp_path / "missing") == ""
