"""A file is wholly the old one or wholly the new one, whatever happens in between."""

import os
import tempfile
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in the place of `path`: temporary file in the same folder, sync, rename, sync the folder.

    The file can be read by its owner alone (0600). On any failure the old file stays as it was, the temporary one is
    removed, and the OSError goes to the caller. Where the system does not allow the folder to be synced (Windows), the
    rename is still whole, only its moment is the system's.
    """
    path = Path(path)
    handle, name = tempfile.mkstemp(prefix=".new-", suffix=".part", dir=path.parent)  # made with mode 0600
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # a folder cannot be opened there
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
