"""Getting back: a backup in the place of the store, and trying one before it is needed.

Nothing is thrown away: the file that was there is kept beside under a telling name, and one that was whole is backed up
first. A backup is verified before and after it is copied.
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from records.backup.backup_place import backup_folder, load_place, save_place
from records.backup.backups import STAMP, Backup, backup_findings, backups_in, make_backup
from records.backup.copying import Progress, copy_store, ignore, part_of, remove_part, words_of
from records.backup.restored_by import Restorer, say_restored
from records.encryption.keys_in_use import forget_key, use_key
from records.encryption.protection import Drill
from records.encryption.unlock import Unlock
from records.encryption.vault import Vault, load_vault, save_vault
from records.errors import NotAllowed, RecordError, StoreUnavailable
from records.keeping.damage import damage
from records.keeping.durable import put_in_place, sync_file, sync_folder
from records.keeping.opening import key_of_vault, refuse_network_share
from records.keeping.sqlite_file import is_plain
from records.keeping.store_lock import StoreLock

SIDE_FILES = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done. kept: the file that was there before; before: the backup made of it, where it was whole."""

    backup: Backup
    kept: Path | None
    before: Backup | None


def key_of_backup(backup: Backup, store: Path, unlock: Unlock | None) -> bytes | None:
    """The key of a backup: by the key file of the store where it is the same key, else by the one it carries.

    raises  Locked, WrongKey
    """
    if backup.vault is None:
        return None
    beside = vault_beside(store)
    same = beside is not None and beside.key_id == backup.vault.key_id
    return key_of_vault(beside if beside is not None and same else backup.vault, unlock)


def vault_beside(store: Path) -> Vault | None:
    """The key file of a store; None where it is missing or damaged."""
    try:
        return load_vault(store)
    except StoreUnavailable:
        return None


def restore(
    backup: Backup,
    store: Path,
    unlock: Unlock | None,
    *,
    by: Restorer | None = None,
    progress: Progress = ignore,
    now: datetime | None = None,
) -> Restored:
    """Put a verified backup in the place of a store that nobody has open; its trail says so from the first moment.

    by      who does it (`records.backup.restored_by`)
    raises  Locked, WrongKey; NotAllowed for a backup of other records; StoreUnavailable. The store is then as it was.
    """
    refuse_network_share(store)
    lock = StoreLock(store)
    lock.acquire()
    try:
        return _restore(backup, store, unlock, by or Restorer(), progress, now or datetime.now(UTC))
    except OSError as error:
        raise StoreUnavailable(f"The backup was not restored ({error.strerror}).") from error
    finally:
        lock.release()


def _restore(
    backup: Backup, store: Path, unlock: Unlock | None, by: Restorer, progress: Progress, now: datetime
) -> Restored:
    beside = vault_beside(store)
    if beside is not None and beside.begun and (backup.vault is None or backup.vault.key_id != beside.key_id):
        raise NotAllowed("This backup is of other records than those that are here; restore it into an empty folder.")
    key = key_of_backup(backup, store, unlock)
    found = backup_findings(backup, key)
    if found:
        raise StoreUnavailable(f"The backup '{backup.path.name}' is not good ({found[0]}); nothing was changed.")
    before = _back_up_what_is_there(store, key)
    part = part_of(store)
    if copy_store(backup.path, key, part, progress) != backup.held:
        remove_part(part)
        raise StoreUnavailable("The copy of the backup holds something else; nothing was changed.")
    was_there = "backed up" if before is not None else "kept, damaged" if store.exists() else "nothing"
    try:
        say_restored(part, key, backup, by, was_there, now)
        sync_file(part)
    except DBAPIError as error:
        remove_part(part)
        raise StoreUnavailable(f"The backup was not restored: {words_of(error)}.") from None
    if backup.vault is not None and (beside is None or not beside.begun):
        save_vault(store, replace(backup.vault, keychain=False))  # the keychain of this machine is asked at a start
    kept = _put_aside(store, now)
    put_in_place(part, store)
    if backup.vault is not None and beside is None:
        save_vault(store, replace(backup.vault, begun=True))
    return Restored(backup, kept, before)


def _back_up_what_is_there(store: Path, key: bytes | None) -> Backup | None:
    """A backup of a store that is whole; a damaged one is only kept."""
    if not store.exists() or store.stat().st_size == 0:
        return None
    own = None if is_plain(store) else key
    if damage(store, own):
        return None
    return make_backup(store, own, backup_folder(store), "restore")


def _put_aside(store: Path, now: datetime) -> Path | None:
    """Keep the file that is there under another name; the store's own name is never without a file.

    Its log goes first: beside another file SQLite would take it for that one's.
    """
    kept = store.with_name(f"{store.stem}-replaced-{now.astimezone(UTC).strftime(STAMP)}{store.suffix}")
    log = store.with_name(store.name + "-wal")
    if log.exists() and log.stat().st_size:
        log.replace(kept.with_name(kept.name + "-wal"))
    for ending in SIDE_FILES:  # an empty log, and the notes SQLite makes anew from a log
        store.with_name(store.name + ending).unlink(missing_ok=True)
    if not store.exists():
        return None
    try:
        os.link(store, kept)
    except OSError:  # a file system without links
        shutil.copy2(store, kept)
    sync_folder(store.parent)
    return kept


def drill(store: Path, key: bytes | None, open_one: Callable[[Path], int], now: datetime | None = None) -> Drill:
    """Try the newest backup as if it were needed, in a private folder, and keep what was found beside the store.

    open_one  opens a copy as a store, checks all of it, reads one patient, and answers how many patients it holds
    """
    moment = (now or datetime.now(UTC)).replace(microsecond=0)
    newest = next(iter(backups_in(backup_folder(store))), None)
    if newest is None:
        raise StoreUnavailable("There is no backup yet.")
    words, good = _try(newest, key, open_one)
    found = Drill(moment, newest.path.name, words, good)
    save_place(
        store,
        replace(
            load_place(store), drill_at=moment.isoformat(), drill_backup=newest.path.name, drill_words=words,
            drill_good=good,
        ),
    )  # fmt: skip
    return found


def _try(backup: Backup, key: bytes | None, open_one: Callable[[Path], int]) -> tuple[str, bool]:
    found = backup_findings(backup, key)
    if found:
        return f"{found[0]}.", False
    with tempfile.TemporaryDirectory(prefix="capox-drill-") as folder:
        copy = Path(folder) / "drill.db"
        try:
            copy_store(backup.path, key, copy)
            if key is not None:
                use_key(copy, key)
            patients = open_one(copy)
        except RecordError as error:
            return str(error), False
        finally:
            forget_key(copy)
    return f"opened and checked: {patients} patient(s), {backup.seq} entries of the audit trail.", True


def offered(store: Path, unlock: Unlock | None) -> tuple[Backup, ...]:
    """Backups of this store that are whole, the newest first; looked at until one is. Raises Locked, WrongKey."""
    good = []
    for backup in backups_in(backup_folder(store)):
        if not backup_findings(backup, key_of_backup(backup, store, unlock)):
            good.append(backup)
            break
    return tuple(good)
