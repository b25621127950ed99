"""What is shown beside each grade of a term, and whose words: NCI's where its workbook is loaded, else ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from regimen.grading.criteria import grades_of
from regimen.grading.official import OfficialText
from regimen.grading.terms import VERSIONS, Term, by_name

Source = Literal["nci", "own", "none"]


@dataclass(frozen=True, slots=True)
class Wording:
    """One term in one version.

    grades  every grade that exists -> its words, "" where neither NCI's nor ours are there
    source  nci: from the loaded workbook; own: our short words; none: no words at all
    definition, note  NCI's, "" without its workbook
    """

    term: Term
    version: str
    grades: Mapping[int, str]
    source: Source
    definition: str = ""
    note: str = ""


def wording(name: str, version: str, official: OfficialText | None = None) -> Wording | None:
    """The words of a term by its name, None where the version has no such term. raises Refused: unknown version."""
    term = by_name(version).get(name.lower())
    if term is None:
        return None
    found = official.of(term.code) if official is not None and official.version == version else None
    if found is not None:
        return Wording(term, version, found.grades, "nci", found.definition, found.note)
    own = grades_of(term, version)
    return Wording(term, version, own, "own" if any(own.values()) else "none")


def version_of(name: str, wanted: str) -> str:
    """The version a term is graded by: the one of the rules where it has the term, else the one that has it.

    wanted  the version that is shown; a term of neither keeps it
    """
    return next((version for version in (*VERSIONS, wanted) if name.lower() in by_name(version)), wanted)
