"""Before a SQLite store is opened: where it may lie, with which key, whether it can be written."""

import os
import sys
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2

from records.backup.backup_place import backup_folder
from records.backup.backups import backups_in
from records.encryption import keychain
from records.encryption.unlock import Unlock
from records.encryption.vault import Vault, id_of, load_vault, new_key, new_vault, open_seal, save_vault, vault_path
from records.errors import Damaged, Locked, StoreUnavailable, Unprotected
from records.keeping.damage import damage
from records.keeping.sqlite_file import is_plain, open_alone

#: File systems of other computers: their locks and their order of writing cannot be relied on.
REMOTE = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afs", "ncpfs", "ceph", "glusterfs", "lustre", "fuse.sshfs",
    "fuse.glusterfs", "fuse.smbnetfs", "davfs", "fuse.davfs2", "fuse.rclone", "gfs2", "ocfs2",
})  # fmt: skip
MOUNTS = Path("/proc/self/mounts")


def refuse_network_share(store: Path, mounts: Path = MOUNTS) -> None:
    """Raises StoreUnavailable where the file would lie on another computer's disk.

    Linux is asked for its mounts, Windows for the kind of the drive. On macOS nobody is asked (docs/records.md).
    """
    if on_windows_share(store) if sys.platform == "win32" else kind_of_mount(store, mounts) in REMOTE:
        raise StoreUnavailable(
            "The records lie on a network share, where two programs can damage them; "
            "keep them on a disk of this computer, or use PostgreSQL for several workstations."
        )


def kind_of_mount(store: Path, mounts: Path) -> str:
    """The file system a file lies on; "" where the system does not tell."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    folder = os.path.realpath(store.parent)
    best, kind = "", ""
    for line in lines:
        _device, point, found, *_rest = line.split(" ")
        point = point.encode("latin-1", "backslashreplace").decode("unicode_escape", "replace")
        inside = folder == point or folder.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, found
    return kind


def on_windows_share(store: Path) -> bool:
    """Whether a Windows path leads to another computer: by its name, or by the kind of its drive."""
    import ctypes

    where = os.path.realpath(store)
    if (where.startswith("\\\\") and not where.startswith("\\\\?\\")) or where.startswith("\\\\?\\UNC\\"):
        return True
    drive = os.path.splitdrive(where)[0] + "\\"
    remote = 4
    return bool(ctypes.windll.kernel32.GetDriveTypeW(drive) == remote)  # type: ignore[attr-defined]


def find_key(store: Path, unlock: Unlock | None) -> bytes | None:
    """The key of a store; None for one that is not encrypted.

    raises  Locked, WrongKey; Unprotected where `unlock` requires encryption; Damaged where store or key file is missing
    """
    there = store.exists() and store.stat().st_size > 0
    vault = _vault(store, needed=there and not is_plain(store), unlock=unlock)
    if vault is None:
        if there and not is_plain(store):
            raise Damaged(
                "The records cannot be read: the file is damaged, its key file is missing, or it is not a store of "
                "this program."
            )
        if unlock is not None and unlock.required:
            raise Unprotected("It has to be said how the records are encrypted.", holds_records=there)
        return None
    if vault.begun and not there:
        raise Damaged("The file of the records is missing.")
    return key_of_vault(vault, unlock)


def _vault(store: Path, *, needed: bool, unlock: Unlock | None) -> Vault | None:
    """The key file; where it is lost and the store needs it, that of the newest backup whose key opens the store.

    raises  StoreUnavailable for a damaged key file that no backup can replace; Locked, WrongKey
    """
    try:
        vault = load_vault(store)
        if vault is not None or not needed:
            return vault
        lost: StoreUnavailable | None = None
    except StoreUnavailable as error:
        if not needed:
            raise
        lost = error
    found = _vault_of_backups(store)
    if found is None:
        if lost is not None:
            raise lost
        return None
    key = key_of_vault(found, unlock)
    if damage(store, key, thorough=False):
        return found  # of other records, or the store is damaged: nothing is written, and the look at the file says so
    if lost is not None:
        kept = vault_path(store)
        kept.replace(kept.with_name(kept.name + ".damaged"))
    save_vault(store, found)
    return found


def _vault_of_backups(store: Path) -> Vault | None:
    """The key file the newest backup carries."""
    return next((backup.vault for backup in backups_in(backup_folder(store)) if backup.vault is not None), None)


def key_of_vault(vault: Vault, unlock: Unlock | None) -> bytes:
    """The key by what is offered. Raises Locked, WrongKey."""
    offered = unlock or Unlock(keychain=False)
    if offered.passphrase is not None:
        return open_seal(vault, "passphrase", offered.passphrase)
    if offered.recovery_key is not None:
        return open_seal(vault, "recovery", offered.recovery_key)
    has_passphrase = vault.has("passphrase")
    if offered.keychain and vault.keychain:
        key = keychain.load_key(vault.store_id)
        if key is not None and id_of(key) == vault.key_id:
            return key
        way = "passphrase or the recovery key" if has_passphrase else "recovery key"
        raise Locked(
            f"The keychain of this computer did not give the key of the records; they open with the {way}.",
            has_passphrase=has_passphrase,
            keychain_failed=True,
        )
    raise Locked(
        "The records are encrypted; they open with the passphrase or the recovery key.", has_passphrase=has_passphrase
    )


def protect(store: Path, recovery_key: str, passphrase: str | None, *, use_keychain: bool) -> bytes:
    """Make the key of a store that has none yet; the store itself is made or converted when it is opened.

    raises  RecordError for a passphrase that is too short, or a keychain that does not keep what it is given
    """
    if load_vault(store) is not None:
        raise StoreUnavailable("These records have a key already.")
    key = new_key()
    vault = new_vault(key, recovery_key, passphrase, keychain=use_keychain)
    if use_keychain and not keychain.store_key(vault.store_id, key):
        raise StoreUnavailable("The keychain of this system did not keep the key; please choose a passphrase.")
    try:
        save_vault(store, vault)
    except OSError as error:
        raise StoreUnavailable(f"The key file cannot be written ({error.strerror}).") from error
    return key


def mark_begun(store: Path) -> None:
    """The store stands: from now on a missing file is a loss."""
    vault = load_vault(store)
    if vault is not None and not vault.begun:
        save_vault(store, replace(vault, begun=True))


def take_back_unfinished(store: Path, key: bytes | None) -> None:
    """Let SQLite undo what a power cut left of the very beginning of a file.

    A store works with a log. A journal beside it is of the moments before: what it undoes was never a record.
    """
    journal = store.with_name(store.name + "-journal")
    if not journal.exists() or not journal.stat().st_size:
        return
    connection = open_alone(store, key)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except dbapi2.DatabaseError:
        return  # the look at the file that follows says what is wrong with it
    finally:
        connection.close()


def can_be_written(store: Path) -> bool:
    """Whether this user may write the file and its folder."""
    return os.access(store.parent, os.W_OK) and (not store.exists() or os.access(store, os.W_OK))
