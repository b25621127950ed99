"""The key file beside an encrypted store: the store's random key, sealed under a passphrase and the recovery key.

A seal is a tiny SQLCipher database that holds the key and is itself encrypted with what Argon2id makes of the secret.
So the only cipher in the program is SQLCipher's, and its page checksum is what tells a wrong secret from a right one.
Beside the seals stands whether the system's keychain holds the key too. Without one of the three the records are lost.
"""

import base64
import hashlib
import json
import secrets
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal
from uuid import uuid4

from records.encryption.keys_in_use import KEY_BYTES
from records.errors import RecordError, StoreUnavailable, WrongKey
from treatment_calendar.paper.atomic import write_atomically

SealKind = Literal["passphrase", "recovery"]
LEAST_PASSPHRASE = 12
#: argon2-cffi's own defaults: about 0.2 s on a machine of two cores.
MEMORY_KIB, TIMES, LANES = 65536, 3, 4
#: A seal from elsewhere may not ask for more: opening it would stop the machine.
MOST_MEMORY_KIB, MOST_TIMES = 1_048_576, 20
SALT_BYTES = 16
MOST_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Seal:
    """One way to the key. data: the sealed database; the rest is how the secret becomes its key."""

    kind: SealKind
    salt: bytes
    memory_kib: int
    times: int
    lanes: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Vault:
    """What the key file says.

    key_id    tells the right key from another, and nothing else about it
    keychain  whether the system's keychain of this machine holds the key
    begun     whether the store was made; from then on a missing store is a loss and not a new beginning
    """

    store_id: str
    made_at: str
    key_id: str
    keychain: bool
    begun: bool
    seals: tuple[Seal, ...]

    def has(self, kind: SealKind) -> bool:
        """Whether a passphrase (or recovery key) was set."""
        return any(seal.kind == kind for seal in self.seals)


def vault_path(store: Path) -> Path:
    """The key file of a store."""
    return store.with_name(store.name + ".keys")


def check_passphrase(passphrase: str) -> str:
    """The passphrase as given; RecordError for one that is too short to protect anything."""
    if len(passphrase) < LEAST_PASSPHRASE:
        raise RecordError(f"A passphrase needs at least {LEAST_PASSPHRASE} characters; four random words are good.")
    if len(passphrase) > 1000 or "\x00" in passphrase:
        raise RecordError("This cannot be a passphrase.")
    return passphrase


def new_vault(key: bytes, recovery_key: str, passphrase: str | None, *, keychain: bool) -> Vault:
    """A vault for a new key. A passphrase may be left out only where the keychain holds the key."""
    if passphrase is None and not keychain:
        raise RecordError("Without a keychain of the system a passphrase is needed.")
    seals = [seal_key(key, "recovery", recovery_key)]
    if passphrase is not None:
        seals.append(seal_key(key, "passphrase", check_passphrase(passphrase)))
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return Vault(str(uuid4()), made, id_of(key), keychain, False, tuple(seals))


def id_of(key: bytes) -> str:
    """A name for a key that does not tell it: half of a hash of 256 random bits."""
    return hashlib.sha256(b"capox store key " + key).hexdigest()[:32]


def with_seal(vault: Vault, seal: Seal) -> Vault:
    """The vault with another passphrase or recovery key; the one before opens nothing any more."""
    return replace(vault, seals=(*(other for other in vault.seals if other.kind != seal.kind), seal))


def new_key() -> bytes:
    """256 random bits."""
    return secrets.token_bytes(KEY_BYTES)


def seal_key(key: bytes, kind: SealKind, secret: str) -> Seal:
    """The key sealed under a secret."""
    from sqlcipher3 import dbapi2

    empty = Seal(kind, secrets.token_bytes(SALT_BYTES), MEMORY_KIB, TIMES, LANES, b"")
    with tempfile.TemporaryDirectory(prefix="capox-key-") as folder:
        path = Path(folder) / "seal"
        connection = _open_seal(path, empty, secret)
        try:
            connection.execute("PRAGMA journal_mode = MEMORY")  # nothing of it is ever written unencrypted
            connection.execute("CREATE TABLE sealed (key BLOB NOT NULL) STRICT")
            connection.execute("INSERT INTO sealed VALUES (?)", (dbapi2.Binary(key),))
        finally:
            connection.close()
        return replace(empty, data=path.read_bytes())


def open_seal(vault: Vault, kind: SealKind, secret: str) -> bytes:
    """The key. Raises WrongKey."""
    from sqlcipher3 import dbapi2

    refusal = WrongKey(
        "This passphrase does not open the records; nothing was changed."
        if kind == "passphrase"
        else "This recovery key does not open these records; nothing was changed."
    )
    seal = next((seal for seal in vault.seals if seal.kind == kind), None)
    if seal is None:
        raise refusal
    with tempfile.TemporaryDirectory(prefix="capox-key-") as folder:
        path = Path(folder) / "seal"
        path.write_bytes(seal.data)
        connection = _open_seal(path, seal, secret)
        try:
            (key,) = connection.execute("SELECT key FROM sealed").fetchone()
        except dbapi2.DatabaseError:
            raise refusal from None
        finally:
            connection.close()
    return bytes(key)


def _open_seal(path: Path, seal: Seal, secret: str) -> Any:
    """A connection to a sealed database; it tells a wrong secret only when it is read."""
    from argon2.low_level import Type, hash_secret_raw

    from records.keeping.sqlite_file import open_alone

    raw = hash_secret_raw(
        secret.encode("utf-8", "surrogatepass"), seal.salt, seal.times, seal.memory_kib, seal.lanes, KEY_BYTES, Type.ID
    )
    return open_alone(path, raw)


def save_vault(store: Path, vault: Vault) -> None:
    """Write the key file: wholly or not at all, and on the disk when this returns."""
    write_atomically(vault_path(store), as_text(vault).encode())


def load_vault(store: Path) -> Vault | None:
    """The vault of a store; None where there is none. Raises StoreUnavailable for a damaged one."""
    path = vault_path(store)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreUnavailable(f"The key file of the records cannot be read ({error.strerror}).") from error
    return read_vault(data.decode("utf-8", "replace"))


def as_text(vault: Vault) -> str:
    """The vault as JSON, for the key file and for the note beside each backup."""
    seals = [
        {
            "kind": seal.kind,
            "salt": base64.b64encode(seal.salt).decode(),
            "argon2id": {"memory_kib": seal.memory_kib, "times": seal.times, "lanes": seal.lanes},
            "sealed": base64.b64encode(seal.data).decode(),
        }
        for seal in vault.seals
    ]
    return json.dumps(
        {
            "format": 1,
            "store": vault.store_id,
            "made_at": vault.made_at,
            "key_id": vault.key_id,
            "keychain": vault.keychain,
            "begun": vault.begun,
            "seals": seals,
        },
        indent=1,
    )


def read_vault(text: str) -> Vault:
    """The vault of a JSON text. Raises StoreUnavailable where it is no key file."""
    refusal = StoreUnavailable(
        "The key file of the records is damaged; put the one of a backup in its place, each backup carries it."
    )
    try:
        given = json.loads(text)
        if given["format"] != 1:
            raise refusal
        seals = tuple(_read_seal(seal) for seal in given["seals"])
        store_id, made_at, key_id = (str(given[name]) for name in ("store", "made_at", "key_id"))
        vault = Vault(store_id, made_at, key_id, bool(given["keychain"]), bool(given["begun"]), seals)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise refusal from None
    if not vault.seals:
        raise refusal
    return vault


def _read_seal(given: Any) -> Seal:
    cost = given["argon2id"]
    kind, memory, times, lanes = given["kind"], int(cost["memory_kib"]), int(cost["times"]), int(cost["lanes"])
    salt, data = base64.b64decode(given["salt"], validate=True), base64.b64decode(given["sealed"], validate=True)
    fits = 8 * lanes <= memory <= MOST_MEMORY_KIB and 1 <= times <= MOST_TIMES and 1 <= lanes <= 64
    if kind not in ("passphrase", "recovery") or not fits or len(salt) < 8:
        raise ValueError("no seal of this program")
    return Seal(kind, salt, memory, times, lanes, data)
