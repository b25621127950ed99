"""What proves that a sheet is the one in the records: the check code, and the machine-readable code beside it."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from typing import Any, cast

from reportlab.graphics.barcode.qr import QrCodeWidget

from treatment_calendar.paper.sheet import Sheet

CHECK_LENGTH = 6
MOST_ID = 64
QUIET = 2  # light modules around the code; white paper follows


def check_code(sheets: Iterable[Sheet], facts: Iterable[str]) -> str:
    """Six hexadecimal digits from everything displayed and the `facts` (revision, hashes, state) of the footer.

    Who printed and when are not in it: a second print of the same revision carries the same code.
    """
    digest = sha256()
    for fact in facts:
        digest.update(fact.encode("utf-8", "backslashreplace") + b"\x1f")
    for sheet in sheets:
        digest.update(b"\x1e")
        for item in sheet.texts:  # without white space, so that where a line breaks does not matter
            digest.update("".join(item.text.split()).encode("utf-8", "backslashreplace"))
        digest.update(str(sheet.ticks).encode())
    return digest.hexdigest()[:CHECK_LENGTH].upper()


def payload(kind: str, revision_id: str, revision: int, check: str) -> str:
    """What the machine-readable code says: `CAPOX1:ID:REVISION:CHECK`. Only letters, digits and hyphens of the id."""
    known = "".join(char for char in revision_id if char.isascii() and (char.isalnum() or char == "-"))
    # Capitals alone take the code's denser alphabet: larger squares on the same paper.
    return f"{kind}:{known[:MOST_ID]}:{revision}:{check}".upper()


@lru_cache(maxsize=16)
def modules(payload: str) -> tuple[tuple[bool, ...], ...]:
    """The squares of a QR code, with a quiet border, error correction M."""
    code: Any = cast(Any, QrCodeWidget(payload, barLevel="M")).qr
    code.make()
    count = code.getModuleCount()
    rows = [tuple(bool(code.isDark(row, column)) for column in range(count)) for row in range(count)]
    blank = (False,) * (count + 2 * QUIET)
    side = (False,) * QUIET
    return (*(blank,) * QUIET, *((*side, *row, *side) for row in rows), *(blank,) * QUIET)
