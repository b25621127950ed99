"""Whether a patient about to be entered is already here: same identifier, or a like name with the same birth date."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from records.folding import fold

if TYPE_CHECKING:
    from records.lookup import Lookup
    from records.values.patient_line import PatientLine

LOOKED_AT = 50


def _plain(text: str) -> str:
    return fold(text).replace(" ", "")


def likely_same(
    lookup: "Lookup", name: str, born: date | None, identifiers: Sequence[str], leave_out: UUID | None = None
) -> "list[PatientLine]":
    """Stored patients that may be this one.

    Names are alike when their folded words are the same in any order.
    """
    found: dict[UUID, PatientLine] = {}
    for value in identifiers:
        wanted = _plain(value)
        for line in lookup.search(value, LOOKED_AT) if wanted else ():
            if wanted in _plain(line.identifiers):
                found[line.id] = line
    words = sorted(fold(name).split())
    if words and born is not None:
        for line in lookup.search(name, LOOKED_AT):
            if line.birth_date == born and sorted(fold(line.name).split()) == words:
                found[line.id] = line
    return [line for line in found.values() if line.id != leave_out]
