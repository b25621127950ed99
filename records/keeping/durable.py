"""Having files and their names on the disk, so that a power cut finds them whole or not there."""

import os
import sys
from pathlib import Path


def put_in_place(part: Path, path: Path) -> None:
    """Rename a file that is on the disk already over another, and have the folder on the disk too."""
    part.replace(path)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Have what was written to a file on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Have the names of a folder on the disk; Windows writes them with the files."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
