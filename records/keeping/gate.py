"""Before a store is open: how it is to be encrypted, and what can be done about a damaged one. Light to import.

All of it takes a moment and belongs on a thread beside the window's.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from records.encryption.protection import BackupLine
from records.encryption.unlock import Unlock


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is for a damaged store.

    best          the newest backup that is whole, None where there is none
    bad           how many newer ones are not
    folder        where they were looked for
    last_written  when the damaged file was last written to, None where it is missing
    accounts      whether people sign in to the records of the backup
    """

    best: BackupLine | None
    bad: int
    folder: str
    last_written: datetime | None
    accounts: bool = False


def has_keychain() -> bool:
    """Whether this system keeps secrets for programs."""
    from records.encryption import keychain

    return keychain.usable()


def protect_store(path: Path, recovery_key: str, passphrase: str | None, *, use_keychain: bool) -> None:
    """Make the key of a store; it is encrypted when it is opened next. Raises RecordError."""
    from records.keeping.opening import protect

    protect(path, recovery_key, passphrase, use_keychain=use_keychain)


def new_recovery_key() -> str:
    """A recovery key nobody has seen yet."""
    from records.encryption import recovery_key

    return recovery_key.new_recovery_key()


def offer(path: Path, unlock: Unlock | None, folder: str = "") -> Offer:
    """The newest good backup of a store that cannot be opened. Raises Locked, WrongKey."""
    from records.backup.backup_place import backup_folder
    from records.backup.backups import backup_findings, backups_in
    from records.backup.restore import key_of_backup
    from records.backup.restored_by import has_accounts

    looked_in = Path(folder) if folder else backup_folder(path)
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC) if path.exists() else None
    bad = 0
    for backup in backups_in(looked_in):
        key = key_of_backup(backup, path, unlock)
        if not backup_findings(backup, key):
            return Offer(backup.line, bad, str(looked_in), written, has_accounts(backup, key))
        bad += 1
    return Offer(None, bad, str(looked_in), written)


def restore_backup(path: Path, backup: str, unlock: Unlock | None, name: str, password: str) -> str:
    """Put a backup in the place of the store; the name under which what was there is kept, "" for nothing.

    name, password  who does it: a login of the backup where it has accounts, else a name alone
    raises  RecordError; the store is then as it was
    """
    from records.backup.backups import read_backup
    from records.backup.restore import key_of_backup, restore
    from records.backup.restored_by import restorer

    found = read_backup(Path(backup))
    by = restorer(found, key_of_backup(found, path, unlock), name, password)
    done = restore(found, path, unlock, by=by)
    return done.kept.name if done.kept is not None else ""
