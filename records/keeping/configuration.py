"""capox.toml: what a computer was told once by whoever looks after it.

Read from up to three places; the first that says something wins: the file that CAPOX_CONFIG names, `capox.toml` in the
data folder, `capox.toml` beside the program of a bundle. Each may hold

    database     text    the store to open: a file, or the address of a PostgreSQL database
    data_folder  text    where store, settings of the window and log lie; not in the data folder's own file
    kiosk        yes/no  fill the screen, without a frame and without a way to close the window

A file that cannot be read, or says something this program does not know, opens nothing: a misspelt `databse` would
open another store than was meant.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from records.errors import StoreUnavailable

NAME = "capox.toml"
PORTABLE = "capox-data"


def program_folder() -> Path | None:
    """The folder of a bundle; None for a checkout or an installed package."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def portable_folder() -> Path | None:
    """A folder `capox-data` beside the program of a bundle: made by whoever wants both on one stick."""
    home = program_folder()
    folder = None if home is None else home / PORTABLE
    return folder if folder is not None and folder.is_dir() else None


def said(key: str, data_folder: Path | None = None) -> object:
    """What the first of the files says about a key; None where none does.

    raises  StoreUnavailable with one sentence that names the file
    """
    for file in _files(data_folder):
        found = read(file)
        if data_folder is not None and file == data_folder / NAME and "data_folder" in found:
            raise StoreUnavailable(
                f"{NAME} in the data folder cannot say where the data folder is; nothing was opened."
            )
        if key in found:
            return found[key]
    return None


def text(key: str, data_folder: Path | None = None) -> str:
    """The same for a text; "" where none says it."""
    found = said(key, data_folder)
    return found.strip() if isinstance(found, str) else ""


def read(file: Path) -> Mapping[str, object]:
    """One file, looked through. raises StoreUnavailable"""
    import tomllib

    where = f"{NAME} in {'the data folder' if file.name == NAME else 'CAPOX_CONFIG'}"
    if program_folder() is not None and file.parent == program_folder():
        where = f"{NAME} beside the program"
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise StoreUnavailable(f"{where} cannot be read; nothing was opened.") from None
    for key, value in found.items():
        wrong = _wrong(key, value)
        if wrong:
            raise StoreUnavailable(f"'{key}' in {where} {wrong}; nothing was opened.")
    return found


def _files(data_folder: Path | None) -> Iterator[Path]:
    named = os.environ.get("CAPOX_CONFIG", "").strip()
    if named:
        yield Path(named)
    beside = program_folder()
    for folder in (data_folder, beside):
        if folder is not None and (folder / NAME).is_file():
            yield folder / NAME


def _wrong(key: str, value: object) -> str:
    """What is wrong with a line; "" when nothing is."""
    if key in ("database", "data_folder"):
        return "" if isinstance(value, str) and value.strip() else "is no text"
    if key == "kiosk":
        return "" if isinstance(value, bool) else "is neither true nor false"
    return "is not known"
