"""The keychain of the system, where there is one. Asked on a thread beside the window's: it may open a question."""

from typing import Any

SERVICE = "capox-planner"


def usable() -> bool:
    """Whether this system has a keychain that keeps secrets between two starts of the program."""
    return backend() is not None


def backend() -> Any:
    """The keychain keyring would use; None where it only has its stand-ins that keep nothing."""
    import keyring

    found = keyring.get_keyring()
    return found if float(getattr(found, "priority", 0)) > 0 else None


def store_key(store_id: str, key: bytes) -> bool:
    """Put a key into the keychain and read it back; False where that does not work."""
    from keyring.errors import KeyringError

    chain = backend()
    if chain is None:
        return False
    try:
        chain.set_password(SERVICE, store_id, key.hex())
    except (KeyringError, OSError, RuntimeError):
        return False
    return load_key(store_id) == key


def load_key(store_id: str) -> bytes | None:
    """The key of a store; None where the keychain does not have it or does not open."""
    from keyring.errors import KeyringError

    chain = backend()
    if chain is None:
        return None
    try:
        found = chain.get_password(SERVICE, store_id)
        return bytes.fromhex(found) if found else None
    except (KeyringError, OSError, RuntimeError, ValueError):
        return None


def drop_key(store_id: str) -> None:
    """Take a key out of the keychain; nothing happens where it is not there."""
    from keyring.errors import KeyringError

    chain = backend()
    if chain is not None and load_key(store_id) is not None:
        try:
            chain.delete_password(SERVICE, store_id)
        except (KeyringError, OSError, RuntimeError):
            return  # it stays where it is and opens nothing any more once the file has another key
