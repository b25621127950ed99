"""The SQLite file of a store while a program has it: its place, its lock, its key, and whether it can be written."""

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from records.encryption.keys_in_use import forget_key, key_of, use_key
from records.encryption.unlock import Unlock
from records.errors import RecordError, StoreUnavailable
from records.keeping.damage import refuse_damage
from records.keeping.opening import (
    can_be_written,
    find_key,
    mark_begun,
    refuse_network_share,
    take_back_unfinished,
)
from records.keeping.sqlite_file import BUSY_MS, assert_library, is_plain, open_read_only, prepare
from records.keeping.store_lock import StoreLock


class StoreFile:
    """Taken from open to close.

    read_only  file or folder cannot be written: nothing is locked, converted or upgraded, and nothing can be saved
    """

    def __init__(self, path: Path, unlock: Unlock | None = None) -> None:
        self.path = path
        self.read_only = False
        self._unlock = unlock
        self._lock = StoreLock(path)

    @property
    def key(self) -> bytes | None:
        """The key in use; None for a file that is not encrypted."""
        return key_of(self.path)

    def take(self) -> None:
        """Everything before the first word to the database. Raises StoreUnavailable, WrongKey; nothing is held then."""
        assert_library()
        refuse_network_share(self.path)
        self.read_only = self.path.exists() and not can_be_written(self.path)
        if not self.read_only:
            self._lock.acquire()
        try:
            self._prepare()
        except (dbapi2.Error, OSError) as error:
            self.release()
            raise StoreUnavailable(f"The records cannot be opened: {disk_words(error)}.") from None
        except BaseException:
            self.release()
            raise

    def _prepare(self) -> None:
        unlock, self._unlock = self._unlock, None
        key = find_key(self.path, unlock)
        if key is not None and is_plain(self.path):
            if self.read_only:
                raise StoreUnavailable("The records cannot be encrypted, their file or folder is read-only.")
            encrypt(self.path, key)
        if key is not None:
            use_key(self.path, key)
        if not self.read_only:
            take_back_unfinished(self.path, key)
        refuse_damage(self.path, key)

    def stands(self) -> None:
        """The store is open and whole."""
        if not self.read_only and self.key is not None:
            mark_begun(self.path)

    def connect(self) -> Any:
        """A new connection for the engine, with its promises kept."""
        if self.read_only:
            return open_read_only(self.path)
        if not self.path.exists():
            self.path.touch(mode=0o600)
        connection = dbapi2.connect(str(self.path), timeout=BUSY_MS / 1000, check_same_thread=False)
        try:
            prepare(connection, self.key)
            # Where the disk refused for a moment SQLite opens for reading only, and would stay so.
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        except BaseException:
            connection.close()
            raise
        return connection

    def back_up_before_upgrade(self) -> None:
        """A verified backup of the store as it is. Raises StoreUnavailable."""
        from records.backup.backup_place import backup_folder
        from records.backup.backups import make_backup

        try:
            make_backup(self.path, self.key, backup_folder(self.path), "upgrade")
        except RecordError as error:
            raise StoreUnavailable(f"The records were not upgraded, no backup could be made before: {error}") from error

    def release(self) -> None:
        """Let go of lock and key."""
        forget_key(self.path)
        self._lock.release()


def disk_words(error: Exception) -> str:
    """What the disk said, in words without the name of a file."""
    return (isinstance(error, OSError) and error.strerror) or "the disk reported an error"


def encrypt(path: Path, key: bytes) -> None:
    """Convert a store that is not encrypted; a verified encrypted backup is made before the original is replaced."""
    from records.backup.backup_place import backup_folder
    from records.backup.backups import make_backup
    from records.backup.copying import convert, part_of, remove_part
    from records.keeping.durable import put_in_place

    convert(path, key)
    part = part_of(path)
    try:
        make_backup(path, key, backup_folder(path), "encryption", source=part)
        put_in_place(part, path)
    except OSError as error:
        remove_part(part)
        raise StoreUnavailable(f"The records were not encrypted ({error.strerror}); they are as they were.") from error
    except RecordError as error:
        remove_part(part)
        raise StoreUnavailable(f"The records were not encrypted, no backup could be made: {error}") from error
