"""NCI's wording as one kept text: a checked workbook written down canonically, and read back as strictly.

The same words always make the same text and so the same hash, whichever program saved the xlsx last.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from regimen.errors import refuse
from regimen.grading.terms import VERSIONS, Term, by_code, terms

SCHEMA = 1
MOST_TEXT = 3_000_000  # characters; both versions have under half a million
_KEYS = ("code", "definition", "grades", "note", "term")


@dataclass(frozen=True, slots=True)
class OfficialTerm:
    """One term in NCI's words. grades: the wording of each grade that exists; definition and note may be empty."""

    term: Term
    grades: Mapping[int, str]
    definition: str
    note: str


@dataclass(frozen=True, slots=True)
class OfficialText:
    """The wording of every term of one version, by code."""

    version: str
    by_code: Mapping[str, OfficialTerm]

    def of(self, code: str) -> OfficialTerm | None:
        """One term by its code, None where this version has none."""
        return self.by_code.get(code)


def differing(new: Mapping[str, OfficialTerm], old: Mapping[str, OfficialTerm]) -> tuple[Term, ...]:
    """The terms whose wording is not the same in two texts of one version."""
    return tuple(one.term for code, one in new.items() if old.get(code) != one)


def write_text(version: str, official: tuple[OfficialTerm, ...]) -> str:
    """The wording as canonical JSON: sorted keys, no blanks, ASCII; terms in the order of the CTCAE."""
    entries = [
        {
            "code": one.term.code,
            "term": one.term.name,
            "grades": {str(grade): words for grade, words in one.grades.items()},
            "definition": one.definition,
            "note": one.note,
        }
        for one in official
    ]
    whole = {"schema": SCHEMA, "ctcae": version, "terms": entries}
    return json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def read_text(text: str) -> OfficialText:
    """A text of `write_text`, checked against our list of terms. raises Refused where anything is amiss."""
    broken = refuse("", "This is no text of the CTCAE kept by this program.")
    if len(text) > MOST_TEXT:
        raise broken
    try:
        whole = json.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError):  # 1e9999999999999999999 is no Decimal
        raise broken from None
    if not isinstance(whole, dict) or set(whole) != {"schema", "ctcae", "terms"} or whole["schema"] != SCHEMA:
        raise broken
    version, entries = whole["ctcae"], whole["terms"]
    if version not in VERSIONS or not isinstance(entries, list):
        raise broken
    found = {}
    for entry in entries:
        one = _term(entry, version)
        if one is None or one.term.code in found:
            raise broken
        found[one.term.code] = one
    if tuple(found) != tuple(term.code for term in terms(version)):
        raise broken
    return OfficialText(version, found)


def _term(entry: object, version: str) -> OfficialTerm | None:
    """One entry, None where it is not of the right build or not the list's."""
    if not isinstance(entry, dict) or tuple(sorted(entry)) != _KEYS or not isinstance(entry["grades"], dict):
        return None
    term = by_code(version).get(entry["code"]) if isinstance(entry["code"], str) else None
    texts = (*entry["grades"].values(), entry["definition"], entry["note"])
    if term is None or entry["term"] != term.name or not all(isinstance(text, str) for text in texts):
        return None
    if set(entry["grades"]) != {str(grade) for grade in term.grades} or not all(entry["grades"].values()):
        return None
    grades = {grade: str(entry["grades"][str(grade)]) for grade in term.grades}
    return OfficialTerm(term, grades, entry["definition"], entry["note"])
