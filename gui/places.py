"""Where one run of the window keeps its files and which store it opens."""

import os
from pathlib import Path

from gui.options import Options
from records import places


def data_folder(options: Options) -> Path:
    """The private folder of the program; --data-dir goes before CAPOX_DATA_DIR, for this process and its workers."""
    if options.data_dir is not None:
        os.environ["CAPOX_DATA_DIR"] = str(options.data_dir)
    return places.data_folder()


def store_target(options: Options, folder: Path) -> str | Path:
    """The store of this run: a database URL as it was given, else a file."""
    if "://" in options.database:
        return options.database
    if options.database:
        return Path(options.database)
    return folder / (places.DEMO if options.demo else places.STORE)
