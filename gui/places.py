"""Where one run of the window keeps its files and which store it opens."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gui.options import Options
from records.keeping import places
from records.keeping.server_address import checked_target

if TYPE_CHECKING:
    from records.lookup import Lookup


def data_folder(options: Options) -> Path:
    """The private folder of the program; --data-dir goes before CAPOX_DATA_DIR, for this process and its workers."""
    if options.data_dir is not None:
        os.environ["CAPOX_DATA_DIR"] = str(options.data_dir)
    return places.data_folder()


def store_target(options: Options, folder: Path) -> str | Path:
    """The store of this run: as it was named by --database, CAPOX_DATABASE or capox.toml, else the usual file.

    The demo clinic is never a database that was named for all runs. Raises StoreUnavailable.
    """
    named = options.database or ("" if options.demo else places.chosen_database())
    if "://" in named:
        return checked_target(named)
    if named:
        return Path(named)
    return folder / (places.DEMO if options.demo else places.STORE)


def is_kiosk(options: Options) -> bool:
    """Whether the window fills the screen and stays: --kiosk, or capox.toml. Raises StoreUnavailable."""
    return options.kiosk or places.kiosk()


def open_lookup(target: str | Path, today: Callable[[], date] = date.today) -> "Lookup | None":
    """The reader of lists for the first screen; None where it has to wait for the store to be opened first.

    So it has for an encrypted store: its key is fetched on the store's thread, after the first paint.
    """
    if not isinstance(target, Path) or not target.is_file() or not _is_plain(target):
        return None
    from records.errors import RecordError
    from records.lookup import Lookup

    try:
        return Lookup(target, today)
    except RecordError:
        return None


def _is_plain(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError:
        return False
