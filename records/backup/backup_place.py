"""Where the backups of a store lie, and what was found when the last one was tried; a small file beside the store."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from records.backup.backups import default_folder
from records.errors import NotSaved
from treatment_calendar.paper.atomic import write_atomically

MOST_BYTES = 20_000


@dataclass(frozen=True, slots=True)
class BackupPlace:
    """folder: chosen by the site, "" the usual one. The rest is what the last restore drill found."""

    folder: str = ""
    drill_at: str = ""
    drill_backup: str = ""
    drill_words: str = ""
    drill_good: bool = False


def place_path(store: Path) -> Path:
    """The file beside the store."""
    return store.with_name(store.name + ".backups")


def load_place(store: Path) -> BackupPlace:
    """What is kept; the usual folder where nothing is, or where the file is damaged: it holds no record."""
    try:
        with place_path(store).open("rb") as file:
            given = json.loads(file.read(MOST_BYTES))
        return BackupPlace(
            str(given["folder"]), str(given["drill_at"]), str(given["drill_backup"]), str(given["drill_words"]),
            given["drill_good"] is True,
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return BackupPlace()


def save_place(store: Path, place: BackupPlace) -> None:
    """Raises NotSaved."""
    try:
        write_atomically(place_path(store), json.dumps(asdict(place)).encode())
    except OSError as error:
        raise NotSaved(f"This cannot be kept beside the records ({error.strerror}).") from error


def backup_folder(store: Path) -> Path:
    """The folder of the backups of a store."""
    chosen = load_place(store).folder
    return Path(chosen) if chosen else default_folder(store)


def choose_folder(store: Path, folder: str) -> None:
    """Another folder from now on, "" the usual one; backups made before stay where they are."""
    save_place(store, replace(load_place(store), folder=folder))
