"""What the handover pages do beside the window's thread: files sealed and written, files read and opened."""

from pathlib import Path

from gui.calendar_page.saving import save_bytes
from records.errors import RecordError
from records.values.handover import SignedText

ENDING = ".capox-handover"


def proposed_name(course_hex: str) -> str:
    """By id, never by the patient."""
    return f"capox-{course_hex[:8]}{ENDING}"


def write(target: Path, signed: SignedText, passphrase: str) -> tuple[str, str]:
    """Name and the key's fingerprint, once the file is wholly there. Raises RecordError."""
    from records.handover.envelope import fingerprint, write_file

    return save_bytes(target, write_file(signed, passphrase)), fingerprint(signed.public_key)


def read(path: Path) -> bytes:
    """The bytes of a file that can be one. Raises RecordError."""
    from records.handover.envelope import MOST_BYTES, is_sealed

    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise RecordError(f"{path.name} cannot be read ({error.strerror}).") from None
    is_sealed(data)
    return data


def opened(data: bytes, passphrase: str) -> SignedText:
    """The signed content. Raises NeedsPassphrase, WrongPassphrase, NotReadable."""
    from records.handover.envelope import open_file

    return open_file(data, passphrase)


def words(signed: SignedText) -> str:
    """The whole file as plain text, for the screen and for paper."""
    from records.handover.reading import read_handover
    from records.handover.summary import summary_of

    return summary_of(read_handover(signed.content))
