"""Where the records lie on this computer."""

import os
from pathlib import Path

from records.errors import StoreUnavailable

STORE = "capox.db"
DEMO = "capox-demo.db"
#: One file of the site's own for this computer, in the data folder: which database is opened.
CONFIG = "capox.toml"


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


def chosen_database() -> str:
    """The database this computer was told to open: CAPOX_DATABASE, else `database` in capox.toml; "" the usual file.

    raises  StoreUnavailable for a capox.toml that cannot be read: another database than was meant is never opened
    """
    named = os.environ.get("CAPOX_DATABASE", "").strip()
    if named:
        return named
    file = data_folder() / CONFIG
    if not file.is_file():
        return ""
    import tomllib

    try:
        found = tomllib.loads(file.read_text(encoding="utf-8")).get("database", "")
    except (OSError, ValueError):
        raise StoreUnavailable(f"{CONFIG} in the data folder cannot be read; nothing was opened.") from None
    if not isinstance(found, str):
        raise StoreUnavailable(f"'database' in {CONFIG} is no text; nothing was opened.")
    return found.strip()
