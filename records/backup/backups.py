"""Backups: verified copies of the store with a note beside each, and which of them are kept.

A backup is one file `capox-YYYYMMDD-HHMMSS-KIND.db` (UTC; encrypted like the store) and its note with `.json` at the
end: what it holds, the anchor of its audit trail, and the key file, so that it can be restored on another computer with
the passphrase or the recovery key alone.
"""

import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from records.backup.copying import Progress, copy_store, ignore, part_of, remove_part, verify_copy
from records.encryption.protection import BackupLine
from records.encryption.vault import Vault, as_text, load_vault, read_vault
from records.errors import NotSaved, StoreUnavailable
from records.keeping.durable import put_in_place, sync_folder
from records.keeping.snapshot import Snapshot
from treatment_calendar.paper.atomic import write_atomically

Kind = Literal["daily", "asked", "upgrade", "encryption", "restore"]
KINDS: tuple[Kind, ...] = ("daily", "asked", "upgrade", "encryption", "restore")
STAMP = "%Y%m%d-%H%M%S"
#: A backup is due when the newest is older.
EVERY = timedelta(days=1)
#: Kept: the newest of each of so many hours, days and months; and so many from before an upgrade or a restore.
HOURS, DAYS, MONTHS, SPECIAL = 24, 7, 12, 3
MOST_NOTE_BYTES = 300_000
#: Free beside the backup itself, so that saving goes on.
SPARE_BYTES = 50_000_000
#: What is unfinished for so long was left behind.
STALE_S = 6 * 3600


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup with its note. seq, hash: the anchor."""

    path: Path
    made_at: datetime
    kind: Kind
    revision: str
    seq: int
    hash: str
    counts: dict[str, int]
    sha256: str
    vault: Vault | None

    @property
    def held(self) -> Snapshot:
        """What it holds."""
        return Snapshot(self.revision, self.seq, self.hash, self.counts)

    @property
    def patients(self) -> int:
        """How many patients."""
        return self.counts.get("patient", 0)

    @property
    def line(self) -> BackupLine:
        """As the window shows it."""
        return BackupLine(str(self.path), self.made_at, self.kind, self.seq, self.hash, self.patients)


def note_path(path: Path) -> Path:
    """The note of a backup."""
    return path.with_name(path.name + ".json")


def default_folder(store: Path) -> Path:
    """Where the backups of a store lie unless the site chose another folder."""
    return store.with_name("backups" if store.name == "capox.db" else f"{store.stem}-backups")


def make_backup(
    store: Path,
    key: bytes | None,
    folder: Path,
    kind: Kind,
    *,
    source: Path | None = None,
    progress: Progress = ignore,
    now: datetime | None = None,
) -> Backup:
    """A new verified backup in a folder. Raises NotSaved.

    kind    daily also removes what is no longer kept; no other kind does, so that none takes the place of one just made
    source  a file to copy in the place of the store itself
    """
    moment = now or datetime.now(UTC)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        clear_parts(folder)
        path = free_name(folder, moment, kind)
    except OSError as error:
        raise NotSaved(f"The folder of the backups cannot be written to ({error.strerror}).") from error
    made = write_backup(store, key, path, kind, source=source, progress=progress, moment=moment)
    if kind == "daily":
        rotate(folder, moment)
    return made


def write_backup(
    store: Path,
    key: bytes | None,
    path: Path,
    kind: Kind,
    *,
    source: Path | None = None,
    progress: Progress = ignore,
    moment: datetime | None = None,
) -> Backup:
    """A verified backup under a name that is still free. Raises NotSaved; nothing is left then."""
    if path.exists():
        raise NotSaved(f"There is a file '{path.name}' already; a backup takes the place of none.")
    copied = source or store
    part, note = part_of(path), note_path(path)
    try:
        refuse_full_disk(copied, path.parent)
        held = copy_store(copied, key, part, progress)
        made = moment or datetime.now(UTC)
        vault = load_vault(store) if key is not None else None
        backup = Backup(
            path, made, kind, held.revision, held.seq, held.hash, held.counts,
            sha256_of(part), vault,
        )  # fmt: skip
        write_atomically(note, note_text(backup).encode())
        put_in_place(part, path)
    except OSError as error:
        remove_part(part)
        note.unlink(missing_ok=True)
        raise NotSaved(f"The backup cannot be written ({error.strerror}).") from error
    return backup


def refuse_full_disk(source: Path, folder: Path) -> None:
    """A backup may not take the last of the disk away from the store. Raises NotSaved."""
    free = shutil.disk_usage(folder).free
    if free < source.stat().st_size + SPARE_BYTES:
        raise NotSaved(f"The disk is nearly full ({free // 1_000_000} MB free); no backup was made.")


def sha256_of(path: Path) -> str:
    """Hash of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def free_name(folder: Path, moment: datetime, kind: Kind) -> Path:
    """A name no backup has; two in one second are told apart by a number."""
    stem = f"capox-{moment.astimezone(UTC).strftime(STAMP)}-{kind}"
    names = (folder / f"{stem}{f'-{number}' if number else ''}.db" for number in range(1000))
    return next(name for name in names if not name.exists())


def note_text(backup: Backup) -> str:
    """The note as JSON."""
    said = asdict(backup) | {"path": backup.path.name, "made_at": backup.made_at.isoformat()}
    said["vault"] = json.loads(as_text(backup.vault)) if backup.vault is not None else None
    return json.dumps({"format": 1, "program": "capox-planner"} | said, indent=1)


def read_backup(path: Path) -> Backup:
    """A backup by its note; nothing of the backup itself is looked at. Raises StoreUnavailable."""
    refusal = StoreUnavailable(
        f"'{path.name}' is no backup of this program, or its note (.json) is missing or damaged."
    )
    try:
        with note_path(path).open("rb") as file:
            given = json.loads(file.read(MOST_NOTE_BYTES))
        counts = {str(name): int(count) for name, count in given["counts"].items()}
        kind = next(kind for kind in KINDS if kind == given["kind"])
        vault = read_vault(json.dumps(given["vault"])) if given["vault"] is not None else None
        return Backup(
            path, datetime.fromisoformat(given["made_at"]), kind, str(given["revision"]), int(given["seq"]),
            str(given["hash"]), counts, str(given["sha256"]), vault,
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError, StopIteration, RecursionError):
        raise refusal from None
    except StoreUnavailable:
        raise refusal from None


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """All backups with a readable note, the newest first."""
    found = []
    for path in folder.glob("capox-*.db") if folder.is_dir() else ():
        try:
            found.append(read_backup(path))
        except StoreUnavailable:
            continue  # a file of somebody else's; it is neither offered nor removed
    return tuple(sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True))


def backup_findings(backup: Backup, key: bytes | None) -> tuple[str, ...]:
    """What is wrong with a backup: its bytes against the note, its pages, its chain, its rows."""
    try:
        if sha256_of(backup.path) != backup.sha256:
            return ("its bytes are not those that were written",)
    except OSError as error:
        return (f"it cannot be read ({error.strerror})",)
    return verify_copy(backup.path, key, backup.held)


def newest_good(folder: Path, key: bytes | None) -> Backup | None:
    """The newest backup that is whole, looking from the newest back."""
    return next((backup for backup in backups_in(folder) if not backup_findings(backup, key)), None)


def is_due(folder: Path, now: datetime) -> bool:
    """Whether the newest backup is older than a day, or lies in the future."""
    newest = next(iter(backups_in(folder)), None)
    return newest is None or not timedelta(0) <= now - newest.made_at < EVERY


def kept(backups: Iterable[Backup], now: datetime) -> set[Path]:
    """Which stay: the newest of each hour, day and month, the last special ones, and always the newest of all."""
    ordered = sorted(backups, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)
    stay: dict[str, Path] = {}
    special = [backup for backup in ordered if backup.kind not in ("daily", "asked")][:SPECIAL]
    for backup in ordered:
        made = backup.made_at.astimezone(UTC)
        age = now - made
        months = (now.year - made.year) * 12 + now.month - made.month
        if age < timedelta(hours=HOURS):
            stay.setdefault(made.strftime("hour %Y%m%d%H"), backup.path)
        if age < timedelta(days=DAYS):
            stay.setdefault(made.strftime("day %Y%m%d"), backup.path)
        if months < MONTHS:
            stay.setdefault(made.strftime("month %Y%m"), backup.path)
    return {*stay.values(), *(backup.path for backup in special), *(backup.path for backup in ordered[:1])}


def rotate(folder: Path, now: datetime) -> tuple[Path, ...]:
    """Remove backups that are no longer kept; the file first, so that a note without one is all a kill can leave."""
    found = backups_in(folder)
    stay = kept(found, now)
    gone = tuple(backup.path for backup in found if backup.path not in stay)
    for path in gone:
        path.unlink(missing_ok=True)
        note_path(path).unlink(missing_ok=True)
    if gone:
        sync_folder(folder)
    return gone


def clear_parts(folder: Path) -> None:
    """Take away what a killed program left: copies that were not finished, notes of backups that are not there.

    Only what is older than any backup takes: a command may be making one in the same folder.
    """
    left = [*folder.glob(".capox-*.part*"), *folder.glob(".new-*.part")]
    left += [
        note for note in folder.glob("capox-*.db.json") if not note.with_name(note.name.removesuffix(".json")).exists()
    ]
    for path in left:
        if time.time() - path.stat().st_mtime > STALE_S:
            path.unlink(missing_ok=True)


def can_hold_backups(folder: Path) -> bool:
    """Whether backups can be written to a folder, or to the one it would be made in."""
    while not folder.exists() and folder.parent != folder:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK)
