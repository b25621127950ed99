"""The store on the disk: nobody reads it without the key, the key is found again, and converting loses nothing."""

import multiprocessing
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError
from sqlcipher3 import dbapi2

from records.actions import Actions
from records.backup.backups import backups_in
from records.backup.copying import digest_rows
from records.encryption import keychain
from records.encryption.keys_in_use import key_of
from records.encryption.recovery_key import SIGNS, new_recovery_key, read_recovery_key
from records.encryption.unlock import Unlock
from records.encryption.vault import load_vault, vault_path
from records.errors import Damaged, Locked, NotSaved, RecordError, StoreUnavailable, Unprotected, WrongKey
from records.keeping.opening import protect
from records.keeping.sqlite_file import is_plain, open_read_only
from records.lookup import Lookup
from tests.records.examples import ENTRY, Store

PASSPHRASE = "four random words here"
MARKERS = ("Zebedee Quixote-Marker", "MARKER-77120-MRN", "note-marker-xyzzy", "Маркёров Пациент")
KILLS = 12


class MemoryKeychain(KeyringBackend):
    """A keychain that keeps its secrets as long as the test lasts."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.broken:
            raise KeyringLocked("the collection is locked")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.broken:
            raise KeyringLocked("the collection is locked")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError(username)


@pytest.fixture
def system_keychain() -> Iterator[MemoryKeychain]:
    before = keyring.get_keyring()
    chain = MemoryKeychain()
    keyring.set_keyring(chain)
    yield chain
    keyring.set_keyring(before)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "capox.db"


@pytest.fixture
def recovery(path: Path) -> str:
    """The recovery key of a store that was just protected by a passphrase."""
    key = new_recovery_key()
    protect(path, key, PASSPHRASE, use_keychain=False)
    return key


def opened(path: Path, unlock: Unlock | None = None) -> Store:
    """An open store with a pharmacist at it."""
    actions = Actions.open(path, unlock=unlock)
    actions.opened.result(60)
    people = actions.people().result()
    return Store(actions, people[0] if people else actions.add_person("Priya Raman", "pharmacist").result())


def refusal(path: Path, unlock: Unlock | None) -> BaseException | None:
    actions = Actions.open(path, unlock=unlock)
    try:
        return actions.opened.exception(60)
    finally:
        actions.close()


def test_every_mistake_of_one_sign_in_a_recovery_key_is_noticed_and_its_group_named() -> None:
    key = new_recovery_key()
    assert read_recovery_key(key.lower().replace("-", " ")) == key
    for place, sign in enumerate(key):
        if sign == "-":
            continue
        for other in SIGNS:
            if other != sign:
                with pytest.raises(RecordError, match=f"Group {place // 6 + 1} "):
                    read_recovery_key(key[:place] + other + key[place + 1 :])


def test_exchanged_signs_and_groups_of_a_recovery_key_are_noticed() -> None:
    chance = random.Random(5)
    for _ in range(50):
        groups = new_recovery_key().split("-")
        one, other = chance.sample(range(8), 2)
        if groups[one] != groups[other]:
            moved = list(groups)
            moved[one], moved[other] = moved[other], moved[one]
            with pytest.raises(RecordError):
                read_recovery_key("".join(moved))
        a, b = sorted(chance.sample(range(5), 2))
        group = list(groups[one])
        if group[a] != group[b]:
            group[a], group[b] = group[b], group[a]
            with pytest.raises(RecordError, match=f"Group {one + 1} "):
                read_recovery_key("-".join((*groups[:one], "".join(group), *groups[one + 1 :])))


def test_a_recovery_key_reads_the_letters_people_write_for_digits() -> None:
    key = next(key for key in iter(new_recovery_key, "") if "0" in key and "1" in key)
    assert read_recovery_key(key.replace("0", "O").replace("1", "l")) == key
    with pytest.raises(RecordError, match="40 signs"):
        read_recovery_key(key[:-1])


def test_the_passphrase_opens_and_the_list_of_patients_reads_the_encrypted_file(path: Path, recovery: str) -> None:
    store = opened(path, Unlock(PASSPHRASE))
    store.patient(replace(ENTRY, name="Ada Sample"))
    lookup = Lookup(path)
    assert [line.name for line in lookup.search("ada", 5)] == ["Ada Sample"]
    lookup.close()
    store.actions.close()
    assert not is_plain(path)
    for file in (path, vault_path(path)):
        assert file.stat().st_mode & 0o077 == 0, "for this user alone"
    assert key_of(path) is None, "the key is forgotten with the store"
    again = opened(path, Unlock(PASSPHRASE))
    assert again.sql("SELECT name FROM patient") == [("Ada Sample",)]
    again.actions.close()


def test_a_wrong_key_is_refused_in_one_sentence_and_nothing_changes(path: Path, recovery: str) -> None:
    opened(path, Unlock(PASSPHRASE)).actions.close()
    before = path.read_bytes(), vault_path(path).read_bytes()
    wrong = refusal(path, Unlock("four random words her"))
    assert isinstance(wrong, WrongKey)
    assert str(wrong) == "This passphrase does not open the records; nothing was changed."
    assert isinstance(refusal(path, Unlock(recovery_key=new_recovery_key())), WrongKey)
    locked = refusal(path, Unlock(keychain=False))
    assert isinstance(locked, Locked) and locked.has_passphrase
    assert isinstance(refusal(path, None), Locked)
    assert (path.read_bytes(), vault_path(path).read_bytes()) == before


def test_the_recovery_key_opens_and_a_new_passphrase_is_set_with_it(path: Path, recovery: str) -> None:
    opened(path, Unlock(PASSPHRASE)).actions.close()
    store = opened(path, Unlock(recovery_key=recovery))
    store.actions.change_passphrase(recovery, "another long passphrase").result(30)
    store.actions.close()
    assert isinstance(refusal(path, Unlock(PASSPHRASE)), WrongKey)
    opened(path, Unlock("another long passphrase")).actions.close()
    opened(path, Unlock(recovery_key=recovery)).actions.close()


def test_a_passphrase_is_changed_only_by_whoever_knows_one_of_the_two(path: Path, recovery: str) -> None:
    store = opened(path, Unlock(PASSPHRASE))
    assert isinstance(store.actions.change_passphrase("a guess of somebody", "x" * 12).exception(30), RecordError)
    assert isinstance(store.actions.change_passphrase(PASSPHRASE, "short").exception(30), RecordError)
    fresh = store.actions.new_recovery_key(PASSPHRASE).result(30)
    store.actions.close()
    assert isinstance(refusal(path, Unlock(recovery_key=recovery)), WrongKey)
    opened(path, Unlock(recovery_key=fresh)).actions.close()


def test_the_keychain_opens_without_a_question(path: Path, system_keychain: MemoryKeychain) -> None:
    recovery = new_recovery_key()
    protect(path, recovery, None, use_keychain=True)
    opened(path, Unlock(required=True)).actions.close()
    assert not is_plain(path)
    vault = load_vault(path)
    assert vault is not None and vault.begun
    system_keychain.kept[keychain.SERVICE, vault.store_id] = "00" * 32  # somebody else's key under this name
    locked = refusal(path, Unlock(required=True))
    assert isinstance(locked, Locked) and not locked.has_passphrase
    opened(path, Unlock(recovery_key=recovery)).actions.close()


def test_a_store_with_a_passphrase_is_switched_to_the_keychain_and_back(
    path: Path, recovery: str, system_keychain: MemoryKeychain
) -> None:
    store = opened(path, Unlock(PASSPHRASE))
    assert store.actions.protection().result(30).keychain_there
    assert isinstance(store.actions.use_keychain("a wrong passphrase", use=True).exception(30), WrongKey)
    assert system_keychain.kept == {} and not load_vault(path).keychain  # type: ignore[union-attr]
    store.actions.use_keychain(PASSPHRASE, use=True).result(30)
    assert store.actions.protection().result(30).keychain
    store.actions.close()
    again = opened(path, Unlock(required=True))  # nothing is asked for
    again.actions.close()
    system_keychain.broken = True
    locked = refusal(path, Unlock(required=True))
    assert isinstance(locked, Locked) and locked.keychain_failed and locked.has_passphrase
    assert "keychain of this computer did not give the key" in str(locked)
    again = opened(path, Unlock(PASSPHRASE))
    assert isinstance(again.actions.use_keychain(PASSPHRASE, use=True).exception(30), NotSaved)
    system_keychain.broken = False
    again.actions.use_keychain(recovery, use=False).result(30)
    again.actions.close()
    assert system_keychain.kept == {}
    locked = refusal(path, Unlock(required=True))
    assert isinstance(locked, Locked) and not locked.keychain_failed


def test_the_keychain_is_not_left_while_nothing_else_but_the_recovery_key_opens_the_records(
    path: Path, system_keychain: MemoryKeychain
) -> None:
    key = new_recovery_key()
    protect(path, key, None, use_keychain=True)
    store = opened(path, Unlock(required=True))
    assert "Set a passphrase first" in str(store.actions.use_keychain(key, use=False).exception(30))
    store.actions.change_passphrase(key, PASSPHRASE).result(30)
    store.actions.use_keychain(PASSPHRASE, use=False).result(30)
    store.actions.close()
    assert system_keychain.kept == {}
    opened(path, Unlock(PASSPHRASE)).actions.close()


def test_without_a_keychain_a_passphrase_is_needed(path: Path) -> None:
    assert not keychain.store_key("store", b"k" * 32) or keychain.usable()
    with pytest.raises(RecordError, match="passphrase is needed"):
        protect(path, new_recovery_key(), None, use_keychain=False)
    with pytest.raises(RecordError, match="at least 12"):
        protect(path, new_recovery_key(), "short", use_keychain=False)
    assert not vault_path(path).exists()


def test_where_encryption_is_required_nothing_is_made_before_somebody_chose_how(path: Path) -> None:
    asked = refusal(path, Unlock(required=True))
    assert isinstance(asked, Unprotected) and not asked.holds_records
    assert not path.exists()
    opened(path).actions.close()
    asked = refusal(path, Unlock(required=True))
    assert isinstance(asked, Unprotected) and asked.holds_records
    assert is_plain(path)


def test_a_store_that_disappeared_is_a_loss_and_not_a_new_beginning(path: Path, recovery: str) -> None:
    opened(path, Unlock(PASSPHRASE)).actions.close()
    path.unlink()
    assert isinstance(refusal(path, Unlock(PASSPHRASE)), Damaged)
    assert not path.exists()


def test_a_lost_or_damaged_key_file_is_told_and_the_store_stays_as_it_is(path: Path, recovery: str) -> None:
    opened(path, Unlock(PASSPHRASE)).actions.close()
    before, keys = path.read_bytes(), vault_path(path).read_text(encoding="utf-8")
    for broken in (keys[:-40], keys.replace('"format": 1', '"format": 2'), "[]", keys.replace("65536", "9" * 12)):
        vault_path(path).write_text(broken, encoding="utf-8")
        found = refusal(path, Unlock(PASSPHRASE))
        assert isinstance(found, StoreUnavailable) and "key file" in str(found)
    vault_path(path).unlink()
    assert "key file is missing" in str(refusal(path, Unlock(PASSPHRASE)))
    assert path.read_bytes() == before


def test_a_lost_key_file_comes_back_from_the_newest_backup(path: Path, recovery: str) -> None:
    store = opened(path, Unlock(PASSPHRASE))
    store.patient(replace(ENTRY, name="Ada Sample"))
    store.actions.back_up("asked").result(60)
    store.patient(replace(ENTRY, name="Later"))
    store.actions.close()
    for broken in (None, "{}"):
        vault_path(path).unlink()
        if broken is not None:
            vault_path(path).write_text(broken, encoding="utf-8")
        assert isinstance(refusal(path, Unlock(keychain=False)), Locked)
        assert isinstance(refusal(path, Unlock("another passphrase")), WrongKey)
        again = opened(path, Unlock(PASSPHRASE))
        assert len(again.sql("SELECT name FROM patient")) == 2, "nothing entered since the backup is lost"
        again.actions.close()
    assert vault_path(path).with_name("capox.db.keys.damaged").exists()
    opened(path, Unlock(recovery_key=recovery)).actions.close()


def spellings(word: str) -> tuple[bytes, ...]:
    return word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word.lower().encode()


def test_no_name_is_found_in_any_file_the_program_wrote(path: Path, recovery: str) -> None:
    store = opened(path, Unlock(PASSPHRASE))
    name, mrn, note, other = MARKERS
    patient = store.patient(replace(ENTRY, name=name, identifiers=(("MRN", mrn),), note=note))
    store.patient(replace(ENTRY, name=other, identifiers=(("MRN", "1"),)))
    store.actions.back_up("asked").result(60)
    store.actions.restore_drill().result(120)
    lookup = Lookup(path)
    assert lookup.search("zebedee", 5)[0].id == patient.id
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    assert {"capox.db", "capox.db-wal", "capox.db.keys", "capox.db.backups"} <= {file.name for file in files}
    assert any(file.parent.name == "backups" and file.suffix == ".db" for file in files)
    lookup.close()
    found = [(f.name, word) for f in files for word in MARKERS for sign in spellings(word) if sign in f.read_bytes()]
    store.actions.close()
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    found += [(f.name, word) for f in files for word in MARKERS for sign in spellings(word) if sign in f.read_bytes()]
    assert not found


def plain_store(path: Path) -> dict[str, str]:
    """A store that is not encrypted, and a hash of its rows."""
    store = opened(path)
    store.course()
    store.patient(replace(ENTRY, name=MARKERS[0], identifiers=(("MRN", "2"),)))
    store.actions.close()
    connection = open_read_only(path)
    digests = digest_rows(connection)
    connection.close()
    return digests


def rows_of(path: Path) -> dict[str, str]:
    connection = open_read_only(path)
    try:
        return digest_rows(connection)
    finally:
        connection.close()


def test_a_store_of_before_is_encrypted_on_opening_and_every_row_is_there(path: Path) -> None:
    before = plain_store(path)
    protect(path, new_recovery_key(), PASSPHRASE, use_keychain=False)
    store = opened(path, Unlock(PASSPHRASE, required=True))
    assert rows_of(path) == before
    assert store.actions.check_audit().result().findings == ()
    with pytest.raises(dbapi2.DatabaseError):
        store.actions._thread._store.engine.raw_connection().execute("UPDATE audit SET content = ''")  # type: ignore[union-attr, attr-defined]
    store.actions.close()
    (backup,) = backups_in(path.parent / "backups")
    assert backup.kind == "encryption" and backup.vault is not None
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    assert not [file for file in files if any(sign in file.read_bytes() for sign in spellings(MARKERS[0]))]


def test_a_damaged_store_of_before_is_not_converted(path: Path) -> None:
    plain_store(path)
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 4] = bytes(4096)
    path.write_bytes(data)
    protect(path, new_recovery_key(), PASSPHRASE, use_keychain=False)
    assert "damaged" in str(refusal(path, Unlock(PASSPHRASE)))
    assert path.read_bytes() == data


def open_and_say(path: Path, started: object) -> None:
    """In a child: open the store, which converts it."""
    started.set()  # type: ignore[attr-defined]
    actions = Actions.open(path, unlock=Unlock(PASSPHRASE))
    actions.opened.result(60)
    actions.close()


def test_killed_while_converting_either_the_old_store_or_the_new_one_is_there_whole(tmp_path: Path) -> None:
    """Children are killed at chance moments; the next opening finishes, and every row is there each time."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        ["records.store", "records.backup.backups", "records.backup.copying", "records.migrations.upgrade"]
    )
    first = tmp_path / "first" / "capox.db"
    first.parent.mkdir()
    before = plain_store(first)
    protect(first, new_recovery_key(), PASSPHRASE, use_keychain=False)
    chance, seen = random.Random(20261122), set()
    whole_s = 0.0  # the first child is left alone, the second killed at once, the others in between
    for number in range(KILLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "capox.db"
        path.write_bytes(first.read_bytes())
        vault_path(path).write_bytes(vault_path(first).read_bytes())
        started = context.Event()
        child = context.Process(target=open_and_say, args=(path, started), daemon=True)
        child.start()
        started.wait(30)
        begun = time.monotonic()
        child.join({0: None, 1: 0.0}.get(number, whole_s * chance.uniform(0.05, 1.0)))
        whole_s = whole_s or time.monotonic() - begun
        child.kill()
        child.join()
        seen.add(is_plain(path))
        opened(path, Unlock(PASSPHRASE)).actions.close()
        assert not is_plain(path)
        store = opened(path, Unlock(PASSPHRASE))
        assert rows_of(path) == before
        store.actions.close()
        # What a killed backup left is cleared only once it is old: another program might be writing it.
        assert not [file for file in folder.rglob("*.part") if file.parent.name != "backups"]
    assert seen == {True, False}, "no kill fell before the exchange, or none after"
