"""The keys of the stores this process has open, by file: every connection asks here, and nothing is written down."""

import os
from pathlib import Path

KEY_BYTES = 32
_keys: dict[str, bytes] = {}


def _name(path: Path) -> str:
    return os.path.realpath(path)


def use_key(path: Path, key: bytes) -> None:
    """Every connection to this file from now on opens it with this key of 256 bits."""
    if len(key) != KEY_BYTES:
        raise ValueError("a key of a store has 256 bits")
    _keys[_name(path)] = key


def key_of(path: Path) -> bytes | None:
    """The key of a file this process has opened; None for a file that is not encrypted."""
    return _keys.get(_name(path))


def forget_key(path: Path) -> None:
    """The file is closed."""
    _keys.pop(_name(path), None)
