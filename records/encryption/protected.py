"""What protects an open store, and changing passphrase and recovery key."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from records.backup.backup_place import backup_folder, load_place
from records.backup.backups import backups_in, is_due
from records.encryption import keychain
from records.encryption.protection import Drill, Protection
from records.encryption.recovery_key import new_recovery_key, read_recovery_key
from records.encryption.vault import Vault, check_passphrase, load_vault, open_seal, save_vault, seal_key, with_seal
from records.errors import NotAllowed, NotSaved, RecordError
from records.keeping.store_file import StoreFile
from records.store import Store


def protection_of(store: Store) -> Protection:
    """Where the records lie and what protects them."""
    if store.file is None:
        return Protection(store.engine.url.render_as_string(hide_password=True), server=True)
    path = store.file.path
    folder = backup_folder(path)
    found = backups_in(folder)
    vault = load_vault(path) if store.file.key is not None else None
    return Protection(
        str(path),
        server=False,
        encrypted=store.file.key is not None,
        keychain=vault is not None and vault.keychain,
        passphrase=vault is not None and vault.has("passphrase"),
        keychain_there=vault is not None and not store.read_only and keychain.usable(),
        read_only=store.read_only,
        folder=str(folder),
        newest=found[0].line if found else None,
        backups=len(found),
        due=is_due(folder, datetime.now(UTC)),
        drill=last_drill(path),
        free_bytes=shutil.disk_usage(path.parent).free,
    )


def last_drill(path: Path) -> Drill | None:
    """What the last restore drill found."""
    place = load_place(path)
    if not place.drill_at:
        return None
    return Drill(datetime.fromisoformat(place.drill_at), place.drill_backup, place.drill_words, place.drill_good)


def proven_vault(file: StoreFile, secret: str) -> tuple[Vault, bytes]:
    """The key file and the key, for whoever knows passphrase or recovery key. Raises WrongKey."""
    vault = load_vault(file.path)
    if vault is None or file.key is None:
        raise NotAllowed("These records are not encrypted; they have no passphrase.")
    if vault.has("passphrase"):
        try:
            return vault, open_seal(vault, "passphrase", secret)
        except RecordError:
            typed = _as_recovery_key(secret)
            if typed is None:
                raise
            return vault, open_seal(vault, "recovery", typed)
    return vault, open_seal(vault, "recovery", read_recovery_key(secret))


def _as_recovery_key(text: str) -> str | None:
    try:
        return read_recovery_key(text)
    except RecordError:
        return None


def set_passphrase(file: StoreFile, secret: str, passphrase: str) -> None:
    """Another passphrase. Raises WrongKey; RecordError for one that is too short."""
    vault, key = proven_vault(file, secret)
    _keep(file, with_seal(vault, seal_key(key, "passphrase", check_passphrase(passphrase))))


def replace_recovery_key(file: StoreFile, secret: str) -> str:
    """Another recovery key, answered once. Raises WrongKey."""
    vault, key = proven_vault(file, secret)
    fresh = new_recovery_key()
    _keep(file, with_seal(vault, seal_key(key, "recovery", fresh)))
    return fresh


def set_keychain(file: StoreFile, secret: str, *, use: bool) -> None:
    """Give the key to the system's keychain as well, or take it back; the passphrase stays as it is.

    raises  WrongKey; NotAllowed where without the keychain only the recovery key would be left; NotSaved where the
            keychain does not keep what it is given
    """
    vault, key = proven_vault(file, secret)
    if use:
        if not keychain.store_key(vault.store_id, key):
            raise NotSaved("The keychain of this computer did not keep the key; nothing was changed.")
        _keep(file, replace(vault, keychain=True))
        return
    if not vault.has("passphrase"):
        raise NotAllowed("Set a passphrase first: without the keychain only the recovery key would open the records.")
    _keep(file, replace(vault, keychain=False))
    keychain.drop_key(vault.store_id)


def _keep(file: StoreFile, vault: Vault) -> None:
    try:
        save_vault(file.path, vault)
    except OSError as error:
        raise NotSaved(f"The key file cannot be written ({error.strerror}); the old one is in force.") from error
