"""What a power cut or a failing disk leaves beside the records does not keep them from being opened."""

import shutil
from pathlib import Path

import pytest

from records.actions import Actions
from records.encryption.recovery_key import new_recovery_key
from records.encryption.unlock import Unlock
from records.errors import Damaged, StoreUnavailable
from records.keeping.opening import protect, take_back_unfinished
from records.keeping.sqlite_file import open_alone
from records.keeping.store_lock import StoreLock
from tests.records.examples import Store

PASSPHRASE = "four random words here"
PAGE = 4096
LOG_HEADER, FRAME_HEADER = 32, 24


def pages_in_log(log: bytes) -> set[int]:
    """Numbers of the pages that stand in a write-ahead log."""
    step = FRAME_HEADER + PAGE
    return {int.from_bytes(log[at : at + 4], "big") for at in range(LOG_HEADER, len(log) - step + 1, step)}


@pytest.fixture
def cut_off(tmp_path: Path) -> Path:
    """An encrypted store as it lay on the disk in the middle of work: with its log."""
    path = tmp_path / "first" / "capox.db"
    path.parent.mkdir()
    protect(path, new_recovery_key(), PASSPHRASE, use_keychain=False)
    actions = Actions.open(path, unlock=Unlock(PASSPHRASE))
    store = Store(actions, actions.add_person("Priya Raman", "pharmacist").result())
    actions.close()
    actions = Actions.open(path, unlock=Unlock(PASSPHRASE))
    Store(actions, store.person).patient()
    copy = tmp_path / "second" / "capox.db"
    copy.parent.mkdir()
    for ending in ("", "-wal", ".keys"):
        shutil.copy(path.with_name(path.name + ending), copy.with_name(copy.name + ending))
    actions.close()
    return copy


def tear(path: Path, page: int) -> None:
    """Half of a page is what was before: nothing that fits together."""
    data = bytearray(path.read_bytes())
    data[(page - 1) * PAGE + PAGE // 2 : page * PAGE] = bytes(PAGE // 2)
    path.write_bytes(data)


def test_a_half_page_that_the_log_mends_is_no_damage(cut_off: Path) -> None:
    log = pages_in_log(cut_off.with_name("capox.db-wal").read_bytes())
    whole = cut_off.stat().st_size // PAGE
    torn = sorted(page for page in log if 1 < page <= whole)
    assert torn
    for page in torn:
        tear(cut_off, page)
    actions = Actions.open(cut_off, unlock=Unlock(PASSPHRASE))
    actions.opened.result()
    look = Store(actions, actions.people().result()[0])
    assert look.sql("SELECT count(*) FROM patient") == [(1,)]
    assert actions.check_audit().result().findings == ()
    actions.close()


def test_a_half_page_that_the_log_does_not_mend_is_damage(cut_off: Path) -> None:
    log = pages_in_log(cut_off.with_name("capox.db-wal").read_bytes())
    whole = cut_off.stat().st_size // PAGE
    tear(cut_off, next(page for page in range(2, whole + 1) if page not in log))
    actions = Actions.open(cut_off, unlock=Unlock(PASSPHRASE))
    assert isinstance(actions.opened.exception(), Damaged)
    actions.close()


def test_the_journal_of_a_beginning_that_was_cut_off_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "capox.db"
    connection = open_alone(path, None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("CREATE TABLE one (a)")
    connection.execute("BEGIN")
    connection.execute("INSERT INTO one VALUES (1)")
    connection.execute("PRAGMA cache_spill = 1")
    copy = tmp_path / "cut" / "capox.db"
    copy.parent.mkdir()
    journal = path.with_name("capox.db-journal")
    assert journal.exists()
    shutil.copy(path, copy)
    shutil.copy(journal, copy.with_name("capox.db-journal"))
    connection.close()
    take_back_unfinished(copy, None)
    again = open_alone(copy, None)
    assert again.execute("SELECT count(*) FROM one").fetchone() == (0,)
    again.close()


def test_a_full_disk_keeps_nobody_from_taking_and_leaving_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = StoreLock(tmp_path / "capox.db")

    def full(*_words: object, **_more: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    monkeypatch.setattr(Path, "unlink", full)
    lock.acquire()
    other = StoreLock(tmp_path / "capox.db")
    with pytest.raises(StoreUnavailable, match=r"already open in another window .*it did not say which"):
        other.acquire()
    lock.release()
    monkeypatch.undo()
    second = StoreLock(tmp_path / "capox.db")
    second.acquire()
    second.release()
