"""Passwords: which are taken, and their Argon2id hashes. A password is never kept, shown or logged.

Nothing here knows a store. Hashing takes a quarter of a second on purpose; callers keep it off the store thread.
Rules after NIST SP 800-63B: long, not what everybody tries, and nothing about capitals or signs.
"""

import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from records.errors import RecordError
from records.folding import fold

REFUSED: Final = Path(__file__).parent.parent.parent / "assets" / "passwords" / "refused.toml"
LEAST: Final = 12
MOST: Final = 256  # more is not a password; hashing has to end
LEAST_DIFFERENT: Final = 5
#: The library's defaults: RFC 9106, second recommended option (64 MiB, 3 passes, 4 lanes).
HASHER = PasswordHasher()


def composed(password: str) -> str:
    """The same password however a keyboard composes its letters (NFKC, as NIST asks)."""
    return unicodedata.normalize("NFKC", password)


def check_password(password: str, login: str, name: str) -> None:
    """Raises RecordError with the reason, which never repeats the password."""
    text = composed(password)
    if len(text) < LEAST:
        raise RecordError(f"The password has {len(text)} characters; at least {LEAST} are needed.", "Password")
    if len(text) > MOST:
        raise RecordError(f"The password is too long; at most {MOST} characters are taken.", "Password")
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in text):
        raise RecordError("The password holds a character that cannot be typed again; choose another.", "Password")
    if len(set(text.casefold())) < LEAST_DIFFERENT:
        raise RecordError("The password repeats a few characters only; choose another.", "Password")
    if _repeats(text.casefold()):
        raise RecordError("The password is one piece said again and again; choose another.", "Password")
    if _is_about(text, login, name):
        raise RecordError("The password is little more than the name of its owner; choose another.", "Password")
    if _is_common(text.casefold()):
        raise RecordError("The password is among those everybody tries first; choose another.", "Password")


def _repeats(text: str) -> bool:
    """Whether a text is a shorter one said at least twice."""
    return text in (text + text)[1:-1]


def _is_about(text: str, login: str, name: str) -> bool:
    """Whether fewer than six letters or digits are left without the person's login and names."""
    left = fold(text).replace(" ", "")
    parts = {fold(login).replace(" ", ""), fold(name).replace(" ", ""), *fold(login).split(), *fold(name).split()}
    before = left
    for part in sorted((part for part in parts if len(part) > 2), key=len, reverse=True):
        left = left.replace(part, "")
    return left != before and len(left) < 6


def _is_common(text: str) -> bool:
    words, rows = refused()
    letters = "".join(sign for sign in fold(text) if sign.isalpha())
    plain = "".join(sign for sign in fold(text) if sign.isalnum())
    if letters in words or any(letters == word * 2 for word in words):
        return True
    return any(plain in row or plain in row[::-1] for row in rows)


@cache
def refused() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words and rows of neighbouring keys, from the assets."""
    given = tomllib.loads(REFUSED.read_text(encoding="utf-8"))
    return frozenset(given["words"]), tuple(given["rows"])


def hash_password(password: str) -> str:
    """Argon2id in its encoded form, with a salt of its own."""
    return HASHER.hash(composed(password))


@cache
def nobodys_hash() -> str:
    """The hash of a password nobody has: a login that does not exist takes as long as one that does."""
    import secrets

    return HASHER.hash(secrets.token_hex(32))


def matches(encoded: str, password: str) -> bool:
    """Whether a password is the one hashed."""
    if len(password) > 4 * MOST:  # no password here is that long, and hashing megabytes would hold everybody up
        password = ""
    try:
        return HASHER.verify(encoded, composed(password).encode("utf-8", "surrogatepass"))
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(encoded: str) -> bool:
    """Whether a hash was made with weaker parameters than the present ones."""
    return HASHER.check_needs_rehash(encoded)
