"""What a program offers to open an encrypted store with. Light to import; the window makes these."""

import os
from dataclasses import dataclass
from pathlib import Path

from records.errors import RecordError

#: The environment may name a file, never hold the passphrase: other programs can read an environment.
PASSPHRASE_FILE = "CAPOX_PASSPHRASE_FILE"
MOST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Unlock:
    """Tried in this order: passphrase, recovery key, the system's keychain.

    required  a store that is not encrypted, or is still to be made, is refused (Unprotected) and not just opened
    """

    passphrase: str | None = None
    recovery_key: str | None = None
    keychain: bool = True
    required: bool = False

    def __repr__(self) -> str:
        return "Unlock(...)"  # never in a log


def passphrase_of_file(path: Path) -> str:
    """The first line of a file that holds a passphrase. Raises RecordError."""
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise RecordError("The file with the passphrase cannot be read.") from None
    line = text.split("\n", 1)[0].rstrip("\r")
    if not line:
        raise RecordError("The file with the passphrase is empty.")
    return line


def offered_passphrase(path: Path | None = None) -> str | None:
    """The passphrase of the named file, else of the file the environment names. Raises RecordError."""
    named = os.environ.get(PASSPHRASE_FILE)
    if path is None and named:
        path = Path(named)
    return None if path is None else passphrase_of_file(path)
