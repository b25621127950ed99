"""How the records are kept safe, as the window shows it. Light to import."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup in a list. seq, hash: the anchor of its audit trail."""

    path: str
    made_at: datetime
    kind: str
    seq: int
    hash: str
    patients: int


@dataclass(frozen=True, slots=True)
class Drill:
    """What trying a backup found: it was opened as a store, checked row by row, and one patient was read."""

    at: datetime
    backup: str
    words: str
    good: bool


@dataclass(frozen=True, slots=True)
class Protection:
    """Where the records lie and what protects them.

    place         the file, or the server without its password
    server        PostgreSQL: encryption and backups are the server's
    encrypted     whether the file is; with keychain and passphrase: what opens it beside the recovery key
    keychain_there  this system has a keychain that the key could be given to
    folder        of the backups, with the newest and how many there are
    due           whether the newest backup is older than a day
    free_bytes    left on the disk of the records
    """

    place: str
    server: bool
    encrypted: bool = False
    keychain: bool = False
    passphrase: bool = False
    keychain_there: bool = False
    read_only: bool = False
    folder: str = ""
    newest: BackupLine | None = None
    backups: int = 0
    due: bool = False
    drill: Drill | None = None
    free_bytes: int = 0
