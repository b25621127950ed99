"""The file itself: a signed content, sealed with a passphrase or open. Bytes in, bytes out; nothing is stored.

    open    {"content": text, "format", "key", "signature", "version"} as canonical JSON with a line end
    sealed  {"format", "nonce", "salt", "sealed", "version"} the same way; sealed is the open form, encrypted

The signature is Ed25519 (RFC 8032) over PREFIX and the bytes of the content. The seal is ChaCha20-Poly1305 (RFC 8439)
under Argon2id (RFC 9106) of the passphrase, 64 MiB and 3 passes: fixed by the version, so that no file can ask for
more memory. Every byte of a file belongs to one of the two: changed by one, it is refused.
"""

import base64
import binascii
import hashlib
import re
import secrets
from typing import Final

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from records.handover.reading import MOST_CHARACTERS, NotReadable
from records.imports.fhir_json import depth_of
from records.trail.canonical import canonical
from records.values.handover import VERSION, SignedText
from regimen.errors import RegimenError
from regimen.json_text import read_json

FORMAT: Final = "capox-handover"
PREFIX: Final = b"capox-handover content 1\n"
MOST_BYTES: Final = 16_000_000
LEAST_PASSPHRASE: Final = 10
MOST_PASSPHRASE: Final = 200
HEX: Final = re.compile(r"[0-9a-f]+", re.ASCII)
OPEN_FIELDS: Final = frozenset({"content", "format", "key", "signature", "version"})
SEALED_FIELDS: Final = frozenset({"format", "nonce", "salt", "sealed", "version"})
DAMAGED: Final = "The file was changed or damaged on the way; ask for it again."


class WrongPassphrase(NotReadable):
    """The file is sealed, and this is not its passphrase; or it was changed."""


class NeedsPassphrase(NotReadable):
    """The file is sealed, and nothing was given to open it with."""


def sign(content: str, private: bytes) -> SignedText:
    """A content with its signature. private: 32 bytes."""
    key = Ed25519PrivateKey.from_private_bytes(private)
    signature = key.sign(PREFIX + content.encode("utf-8"))
    return SignedText(content, key.public_key().public_bytes_raw().hex(), signature.hex())


def verify(signed: SignedText) -> None:
    """Raises NotReadable where the signature is not one of this very content under this key."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signed.public_key))
        key.verify(bytes.fromhex(signed.signature), PREFIX + signed.content.encode("utf-8"))
    except (InvalidSignature, ValueError):
        raise NotReadable(DAMAGED) from None


def fingerprint(public_key: str) -> str:
    """Eight groups of five digits of a key's SHA-256, as people read them to each other."""
    digest = int.from_bytes(hashlib.sha256(bytes.fromhex(public_key)).digest())
    digits = f"{digest % 10**40:040d}"
    return " ".join(digits[start : start + 5] for start in range(0, 40, 5))


def write_file(signed: SignedText, passphrase: str = "") -> bytes:
    """The bytes of a file; passphrase "" leaves it open to whoever has it. Raises RecordError for a short one."""
    text = _line({"content": signed.content, "format": FORMAT, "key": signed.public_key, "signature": signed.signature,
                  "version": VERSION})  # fmt: skip
    if not passphrase:
        return text
    if not LEAST_PASSPHRASE <= len(passphrase) <= MOST_PASSPHRASE:
        raise NotReadable(
            f"A passphrase has {LEAST_PASSPHRASE} to {MOST_PASSPHRASE} characters; several words are best.",
            "Passphrase",
        )
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    head = {"format": FORMAT, "nonce": nonce.hex(), "salt": salt.hex(), "version": VERSION}
    sealed = ChaCha20Poly1305(_key_of(passphrase, salt)).encrypt(nonce, text, canonical(head).encode())
    return _line({**head, "sealed": base64.b64encode(sealed).decode()})


def open_file(data: bytes, passphrase: str = "") -> SignedText:
    """The signed content of a file, its signature looked at.

    raises  NeedsPassphrase; WrongPassphrase; NotReadable for anything that is no such file, to the last byte
    """
    given = _parse(data)
    if given.keys() == SEALED_FIELDS:
        if not passphrase:
            raise NeedsPassphrase("This file is sealed; type the passphrase you were told.", "Passphrase")
        given = _parse(_unseal(given, passphrase))
    if given.keys() != OPEN_FIELDS:
        raise NotReadable("This is no handover file of CAPOX Planner.")
    signed = SignedText(_said(given, "content"), _hex(given, "key", 64), _hex(given, "signature", 128))
    verify(signed)
    return signed


def is_sealed(data: bytes) -> bool:
    """Whether a file needs a passphrase. Raises NotReadable."""
    return _parse(data).keys() == SEALED_FIELDS


def _unseal(given: dict[str, object], passphrase: str) -> bytes:
    head = {name: given[name] for name in ("format", "nonce", "salt")} | {"version": VERSION}
    salt, nonce = bytes.fromhex(_hex(given, "salt", 32)), bytes.fromhex(_hex(given, "nonce", 24))
    text = _said(given, "sealed")
    try:
        sealed = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise NotReadable(DAMAGED) from None
    if base64.b64encode(sealed).decode() != text:
        raise NotReadable(DAMAGED)
    try:
        return ChaCha20Poly1305(_key_of(passphrase, salt)).decrypt(nonce, sealed, canonical(head).encode())
    except InvalidTag:
        raise WrongPassphrase(
            "This passphrase does not open the file, or the file was changed on the way.", "Passphrase"
        ) from None


def _key_of(passphrase: str, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        passphrase.encode("utf-8", "surrogatepass"), salt, time_cost=3, memory_cost=65536, parallelism=1, hash_len=32,
        type=Type.ID,
    )  # fmt: skip


def _line(given: dict[str, object]) -> bytes:
    return canonical(given).encode("ascii") + b"\n"


def _parse(data: bytes) -> dict[str, object]:
    """One object in canonical form. Raises NotReadable."""
    if len(data) > MOST_BYTES:
        raise NotReadable(f"The file is longer than {MOST_BYTES // 1_000_000} MB; no handover file is.")
    if depth_of(data) > 1:
        raise NotReadable("This is no handover file of CAPOX Planner.")
    try:
        given = read_json(data.decode("utf-8"), "The file")
    except (UnicodeDecodeError, RegimenError):
        raise NotReadable("This is no handover file of CAPOX Planner, or it was damaged on the way.") from None
    if not isinstance(given, dict) or given.get("format") != FORMAT:
        raise NotReadable("This is no handover file of CAPOX Planner.")
    if given.get("version") != VERSION:
        raise NotReadable(f"The file is of form {str(given.get('version'))[:20]}; this program reads form {VERSION}.")
    plain = {**given, "version": VERSION}
    if any(not isinstance(value, str | int) for value in plain.values()) or _line(plain) != data:
        raise NotReadable(DAMAGED)
    return plain


def _said(given: dict[str, object], name: str) -> str:
    found = given[name]
    if not isinstance(found, str) or len(found) > max(MOST_CHARACTERS, MOST_BYTES):
        raise NotReadable(DAMAGED)
    return found


def _hex(given: dict[str, object], name: str, length: int) -> str:
    found = given[name]
    if not isinstance(found, str) or len(found) != length or not HEX.fullmatch(found):
        raise NotReadable(DAMAGED)
    return found


def propose_passphrase() -> str:
    """Four groups of five letters that are not mistaken for each other when they are read out: 86 bits."""
    letters = "abcdefghkmnpqrstuwxz"
    return "-".join("".join(secrets.choice(letters) for _ in range(5)) for _ in range(4))
