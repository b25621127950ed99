"""An anchor: the end of the audit trail at one moment, as it stands on paper and beside backups. Light to import."""

import re
from typing import NamedTuple

from records.errors import RecordError

#: Digits of the hash that are printed to be typed again: 64 bits, more than anybody can search for.
SHORT = 16
_WRITTEN = re.compile(r"(0|[1-9][0-9]{0,17}):([0-9a-f]{16,64})")


class Anchor(NamedTuple):
    """seq: the entry; hash: all 64 hexadecimal digits, or the first of them, at least 16."""

    seq: int
    hash: str

    def __str__(self) -> str:
        return f"{self.seq}:{self.hash}"

    def short(self) -> str:
        """For typing: 1234:9f3a 77c0 12de 90ab"""
        digits = self.hash[:SHORT]
        return f"{self.seq}:" + " ".join(digits[at : at + 4] for at in range(0, SHORT, 4))


def read_anchor(text: str) -> Anchor:
    """An anchor as printed or typed; spaces and capitals do not count. Raises RecordError."""
    found = _WRITTEN.fullmatch("".join(text.split()).lower())
    if found is None:
        raise RecordError(
            "An anchor is written SEQ:HASH, a whole number and at least the first 16 hexadecimal digits.", "anchor"
        )
    return Anchor(int(found[1]), found[2])
