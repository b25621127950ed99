"""Where one run of the window keeps its files and which store it opens."""

import os
from pathlib import Path

from gui.options import Options
from records.keeping import places
from records.keeping.server_address import checked_target


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
