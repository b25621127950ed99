"""The terms of CTCAE v5.0 and v6.0 as facts: name, class, MedDRA code, the grades that exist. Data: assets/ctcae."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from regimen.errors import refuse

FOLDER = Path(__file__).parent.parent.parent / "assets" / "ctcae"
VERSIONS = ("5.0", "6.0")
COUNTS = {"5.0": 837, "6.0": 850}
_COLUMNS = ["code", "soc", "term", "grades"]


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the list.

    code    MedDRA lowest level term code, 8 digits
    soc     system organ class
    grades  the grades that exist for it, rising; gaps and missing ends are the CTCAE's own
    """

    code: str
    soc: str
    name: str
    grades: tuple[int, ...]

    @property
    def needs_text(self) -> bool:
        """Whether it is one of the 26 "Other, specify" terms, for which free text is compulsory."""
        return self.name.endswith("Other, specify")


def read_terms(text: str, name: str) -> tuple[Term, ...]:
    """The terms of a table with the columns code, soc, term, grades. raises Refused."""
    lines = text.splitlines()
    rows = list(csv.reader(lines, strict=True)) if lines else []
    if not rows or rows[0] != _COLUMNS:
        raise refuse("", f"{name}: the first line must be {','.join(_COLUMNS)}.")
    found = []
    for number, row in enumerate(rows[1:], start=2):
        grades = tuple(int(digit) for digit in row[3] if digit in "12345") if len(row) == len(_COLUMNS) else ()
        whole = len(row) == len(_COLUMNS) and all(row) and len(grades) == len(row[3])
        if not whole or grades != tuple(sorted(set(grades))) or not (len(row[0]) == 8 and row[0].isdecimal()):
            raise refuse("", f"{name}: line {number} is no code, class, term and grades.")
        found.append(Term(row[0], row[1], row[2], grades))
    if len({term.code for term in found}) != len(found) or len({term.name for term in found}) != len(found):
        raise refuse("", f"{name}: a code or a term stands there twice.")
    return tuple(found)


@cache
def terms(version: str) -> tuple[Term, ...]:
    """Every term of version "5.0" (837) or "6.0" (850), in the order of the CTCAE. raises Refused."""
    if version not in VERSIONS:
        raise refuse("ctcae", f"ctcae is {version[:20]!r}; known are {' and '.join(VERSIONS)}.")
    file = FOLDER / f"terms_v{version[0]}.csv"
    return read_terms(file.read_text(encoding="utf-8"), file.name)


@cache
def by_code(version: str) -> Mapping[str, Term]:
    """The terms by their code."""
    return {term.code: term for term in terms(version)}


@cache
def by_name(version: str) -> Mapping[str, Term]:
    """The terms by their name in small letters."""
    return {term.name.lower(): term for term in terms(version)}
