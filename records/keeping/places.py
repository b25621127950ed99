"""Where the records lie on this computer."""

import os
from pathlib import Path

from records.keeping import configuration

STORE = "capox.db"
DEMO = "capox-demo.db"


def data_folder() -> Path:
    """The folder of the store, made when missing and for this user alone.

    The first that says one: CAPOX_DATA_DIR, `data_folder` in capox.toml, `capox-data` beside a bundle, the user's own.
    raises  StoreUnavailable for a capox.toml that cannot be read
    """
    chosen = os.environ.get("CAPOX_DATA_DIR") or configuration.text("data_folder")
    portable = configuration.portable_folder()
    if chosen:
        folder = Path(chosen)
    elif portable is not None:
        folder = portable
    else:
        return own_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def own_folder() -> Path:
    """The usual folder of this user, made when missing."""
    from platformdirs import user_data_path

    folder = user_data_path("capox-planner", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def kiosk() -> bool:
    """Whether this computer's window fills the screen and stays. raises StoreUnavailable"""
    return configuration.said("kiosk", data_folder()) is True


def store_path(*, demo: bool = False) -> Path:
    """The SQLite file of the records, or that of the demo clinic beside it."""
    return data_folder() / (DEMO if demo else STORE)


def chosen_database() -> str:
    """The database this computer was told to open: CAPOX_DATABASE, else `database` in capox.toml; "" the usual file.

    raises  StoreUnavailable for a capox.toml that cannot be read: another database than was meant is never opened
    """
    return os.environ.get("CAPOX_DATABASE", "").strip() or configuration.text("database", data_folder())
