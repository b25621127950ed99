"""Which store a `database` command works on, and opening it for reading beside a window that has it open."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from records.encryption.recovery_key import read_recovery_key
from records.encryption.unlock import Unlock, offered_passphrase, passphrase_of_file
from records.errors import StoreUnavailable
from records.keeping.places import chosen_database, store_path
from records.keeping.server_address import checked_target

if TYPE_CHECKING:
    from records.store import Store


def add_target(parser: argparse.ArgumentParser) -> None:
    """The options every `database` command has."""
    parser.add_argument("--database", metavar="URL|PATH", help="the store; by default this user's own")
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="its first line opens the store (or CAPOX_PASSPHRASE_FILE)"
    )
    parser.add_argument("--recovery-key-file", type=Path, metavar="FILE", help="its first line is the recovery key")
    parser.add_argument("--json", action="store_true", help="answer as JSON")


def target_of(asked: argparse.Namespace) -> str:
    """The store that was named, or this user's own. Raises StoreUnavailable for an address of another kind."""
    return checked_target(asked.database or chosen_database() or str(store_path()))


def unlock_of(asked: argparse.Namespace) -> Unlock:
    """What the options offer to open an encrypted store with. Raises RecordError."""
    if asked.recovery_key_file is not None:
        return Unlock(recovery_key=read_recovery_key(passphrase_of_file(asked.recovery_key_file)))
    return Unlock(offered_passphrase(asked.passphrase_file))


def existing_file(target: str) -> Path:
    """The file of a SQLite store that is there. Raises StoreUnavailable."""
    path = Path(target)
    if not path.is_file():
        raise StoreUnavailable(f"There is no store '{path.name}' in this folder.")
    return path


@contextmanager
def reading(target: str, unlock: Unlock) -> Iterator["Store"]:
    """A store for reading only: no lock, no upgrade, nothing written; a window may have it open."""
    from records.encryption.keys_in_use import forget_key, key_of, use_key
    from records.keeping.opening import find_key
    from records.store import Store

    store = Store(target)
    was_open = False
    if store.file is not None:
        path = existing_file(target)
        was_open = key_of(path) is not None
        key = find_key(path, unlock)
        if key is not None:
            use_key(path, key)
        store.file.read_only = True
    try:
        yield store
    finally:
        store.engine.dispose()
        if store.file is not None and not was_open:
            forget_key(store.file.path)
