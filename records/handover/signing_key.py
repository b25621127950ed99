"""The private half of this installation's signing key: in the keychain where one is used, else in a file for one user.

The file lies in the user's configuration folder, never in the data folder: no backup, export or log holds it. Its name
is the beginning of the public half, so that each set of records finds its own. Asked on the store's thread: a keychain
may open a question.
"""

import os
import secrets
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from records.encryption import keychain
from records.errors import NotSaved
from records.keeping.durable import sync_folder

NAMED: Final = 16


def key_folder() -> Path:
    """Where the files of signing keys lie, made when missing; CAPOX_KEY_DIR names another folder."""
    from platformdirs import user_config_path

    chosen = os.environ.get("CAPOX_KEY_DIR", "").strip()
    folder = Path(chosen) if chosen else user_config_path("capox-planner-keys", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def make_key(*, use_keychain: bool) -> bytes:
    """A new private key, kept and read back. Raises NotSaved where it cannot be kept."""
    private = secrets.token_bytes(32)
    public = public_of(private)
    if not (use_keychain and keychain.usable() and keychain.store_key(_name(public), private)):
        _write(key_folder() / _name(public), private)
    if private_of(public, use_keychain=use_keychain) != private:
        raise NotSaved("The signing key could not be kept on this computer; nothing was written.")
    return private


def private_of(public_key: str, *, use_keychain: bool) -> bytes | None:
    """The private half that belongs to a public one; None where this computer does not have it."""
    found = keychain.load_key(_name(public_key)) if use_keychain else None
    if found is None:
        found = _read(key_folder() / _name(public_key))
    return found if found is not None and len(found) == 32 and public_of(found) == public_key else None


def public_of(private: bytes) -> str:
    """The public half in hexadecimal digits."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw().hex()


def _name(public_key: str) -> str:
    return f"handover-{public_key[:NAMED]}.key"


def _write(path: Path, private: bytes) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(descriptor, private.hex().encode() + b"\n")
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        sync_folder(path.parent)
    except OSError:
        raise NotSaved("The signing key could not be kept on this computer; nothing was written.") from None


def _read(path: Path) -> bytes | None:
    try:
        return bytes.fromhex(path.read_text("ascii").strip())
    except (OSError, ValueError):
        return None
