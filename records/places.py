"""Where the records lie on this computer."""

import os
from pathlib import Path

STORE = "capox.db"
DEMO = "capox-demo.db"


def data_folder() -> Path:
    """The folder of the store, made when missing and for this user alone; CAPOX_DATA_DIR names another."""
    chosen = os.environ.get("CAPOX_DATA_DIR")
    if chosen:
        folder = Path(chosen)
    else:
        from platformdirs import user_data_path

        folder = user_data_path("capox-planner", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def store_path(*, demo: bool = False) -> Path:
    """The SQLite file of the records, or that of the demo clinic beside it."""
    return data_folder() / (DEMO if demo else STORE)
