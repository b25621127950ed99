"""The door to backups and keys: made beside the store thread, so that nobody who saves waits for them."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Literal

from records.encryption.protection import BackupLine, Drill, Protection
from records.errors import NotAllowed, NotSaved
from records.thread import StoreThread

if TYPE_CHECKING:
    from records.keeping.server_rights import WhyReading
    from records.keeping.store_file import StoreFile
    from records.store import Store

SERVER_ONLY = "These records lie on a PostgreSQL server; whoever runs it encrypts and backs up its disk."


class BackupActions:
    """What can be done about the records as a whole. PostgreSQL: NotAllowed, the server does it.

    Backups go on while the screen is locked. The folder and the recovery key are changed by somebody signed in. The
    passphrase is changed before anybody can sign in too, with the recovery key that has just opened the records.
    """

    _thread: StoreThread

    def back_up(
        self,
        kind: Literal["daily", "asked"],
        progress: Callable[[int, int], None] | None = None,
        cancel: Event | None = None,
    ) -> Future[BackupLine]:
        """A verified backup now. progress: called on another thread with pages done and all; cancel: set to stop."""

        def work(store: "Store") -> BackupLine:
            from records.backup.backup_place import backup_folder
            from records.backup.backups import make_backup
            from records.backup.copying import Cancelled

            def look(done: int, whole: int) -> None:
                if self._thread.closing.is_set() or (cancel is not None and cancel.is_set()):
                    raise Cancelled("The backup was stopped; nothing of it is left.")
                if progress is not None:
                    progress(done, whole)

            file = file_of(store)
            return make_backup(file.path, file.key, backup_folder(file.path), kind, progress=look).line

        return self._thread.beside(work)

    def restore_drill(self) -> Future[Drill]:
        """Open the newest backup as a store of its own, check all of it, read one patient."""

        def work(store: "Store") -> Drill:
            from records.backup.drill_store import open_and_check
            from records.backup.restore import drill

            file = file_of(store)
            return drill(file.path, file.key, open_and_check)

        return self._thread.beside(work)

    def protection(self) -> Future[Protection]:
        """Where the records lie and what protects them."""

        def work(store: "Store") -> Protection:
            from records.encryption.protected import protection_of

            return protection_of(store)

        return self._thread.beside(work)

    def reading_only(self) -> Future["WhyReading"]:
        """Why nothing can be changed: file or folder, the role's rights on the server; "" where it can."""
        return self._thread.read(lambda store: store.why_reading, "anyone")

    def choose_backup_folder(self, folder: str) -> Future[Protection]:
        """Another folder from now on, "" the usual one. Refused where it cannot be written to."""

        def work(store: "Store") -> Protection:
            from records.backup.backup_place import choose_folder
            from records.backup.backups import can_hold_backups
            from records.encryption.protected import protection_of

            store.look_at_seat("staff")
            if folder and not (Path(folder).is_absolute() and can_hold_backups(Path(folder))):
                raise NotSaved("Backups cannot be written to this folder.")
            choose_folder(file_of(store).path, folder)
            return protection_of(store)

        return self._thread.beside(work)

    def change_passphrase(self, secret: str, passphrase: str) -> Future[None]:
        """Another passphrase. secret: the one in force, or the recovery key. Raises WrongKey."""

        def work(store: "Store") -> None:
            from records.encryption.protected import set_passphrase

            set_passphrase(file_of(store), secret, passphrase)

        return self._thread.beside(work)

    def new_recovery_key(self, secret: str) -> Future[str]:
        """Another recovery key; the one before opens nothing any more. secret: passphrase or recovery key in force."""

        def work(store: "Store") -> str:
            from records.encryption.protected import replace_recovery_key

            store.look_at_seat("staff")
            return replace_recovery_key(file_of(store), secret)

        return self._thread.beside(work)

    def use_keychain(self, secret: str, *, use: bool) -> Future[None]:
        """Let the system's keychain open the records too, or no more. secret: passphrase or recovery key in force."""

        def work(store: "Store") -> None:
            from records.encryption.protected import set_keychain

            store.look_at_seat("staff")
            set_keychain(file_of(store), secret, use=use)

        return self._thread.beside(work)


def file_of(store: "Store") -> "StoreFile":
    """The file of a store. Raises NotAllowed for a server."""
    if store.file is None:
        raise NotAllowed(SERVER_ONLY)
    return store.file
