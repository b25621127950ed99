"""Our short criteria for the terms that matter with these drugs, and the words people say for them.

Data: assets/ctcae/criteria_v5.toml. NCI's own wording comes from `workbook`, never from here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from regimen.grading.lab_rules import lab_rules
from regimen.grading.rule_words import rule_words
from regimen.grading.terms import FOLDER, Term, by_code, terms
from regimen.toml_check import Findings, Table, parse

HOW = ("number", "number-and-judgement", "measure", "judgement")
RELEVANCE = (
    "inhibitor", "oxaliplatin", "capecitabine", "gemcitabine", "cisplatin", "biliary", "steroid", "antiemetic",
    "g-csf", "all",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Criteria:
    """One term of v5.0 in our words.

    quick      among the terms offered first
    how        what fixes the grade, one of HOW
    relevance  drugs and situations it is looked for with
    words      synonyms and lay words
    grades     a sentence for each grade that exists
    """

    term: Term
    quick: bool
    how: str
    relevance: tuple[str, ...]
    words: tuple[str, ...]
    grades: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class CriteriaList:
    """assets/ctcae/criteria_v5.toml, read.

    by_code     the terms by their code
    other       the scale of the "Other, specify" terms
    successors  code of a v6.0 term -> codes of the v5.0 terms whose words find it too
    """

    by_code: Mapping[str, Criteria]
    other: Mapping[int, str]
    successors: Mapping[str, tuple[str, ...]]


def read_criteria(text: str, name: str = "criteria_v5.toml") -> CriteriaList:
    """The criteria from the text of a file like criteria_v5.toml. raises Refused, naming file and place."""
    findings = Findings(name)
    table = Table(findings, parse(text, name))
    table.whole("schema", 1, 1)
    table.one_of("ctcae", ("5.0",))
    other = _grades(table, "other", (1, 2, 3, 4, 5))
    found: dict[str, Criteria] = {}
    for entry in table.tables("term", required=True):
        term = _term(entry, by_code("5.0"))
        criteria = Criteria(
            term,
            entry.flag("quick"),
            entry.one_of("how", HOW),
            entry.words("relevance", RELEVANCE, "word", required=True),
            entry.texts("words", required=True),
            _grades(entry, "grades", term.grades),
        )
        if found.setdefault(term.code, criteria) is not criteria:
            entry.wrong("code", f"{term.name} stands there twice")
        entry.done()
    names = {criteria.term.name: code for code, criteria in found.items()}
    successors: dict[str, tuple[str, ...]] = {}
    for entry in table.tables("successor"):
        term = _term(entry, by_code("6.0"))
        successors[term.code] = tuple(
            names[one] for one in entry.words("of", names, "term", required=True) if one in names
        )
        entry.done()
    table.done()
    findings.raise_if_any()
    return CriteriaList(found, other, successors)


def _term(table: Table, known: Mapping[str, Term]) -> Term:
    """The term of a code, which must have the name written beside it."""
    code, name = table.text("code"), table.text("term")
    term = known.get(code)
    if term is None or term.name != name:
        table.wrong("code", f"{code!r} is not the code of {name!r}")
        return next(iter(known.values()))
    return term


def _grades(table: Table, key: str, wanted: tuple[int, ...]) -> dict[int, str]:
    """A sentence for each grade that exists, and for no other."""
    inner = table.table(key, required=True)
    if inner is None:
        return {}
    if inner.entries() != tuple(str(grade) for grade in wanted):
        inner.wrong("", f"has the grades {', '.join(inner.entries())}; {', '.join(map(str, wanted))} exist")
    found = {int(grade): inner.text(grade) for grade in inner.entries() if grade in {"1", "2", "3", "4", "5"}}
    inner.done()
    return found


@cache
def criteria_list() -> CriteriaList:
    """The criteria shipped with the program."""
    return read_criteria((FOLDER / "criteria_v5.toml").read_text(encoding="utf-8"))


def criteria(code: str) -> Criteria | None:
    """Our criteria of a v5.0 term by its code, None where we have none and only NCI's wording will do."""
    return criteria_list().by_code.get(code)


def grades_of(term: Term, version: str) -> Mapping[int, str]:
    """What to show beside each grade of a term until the workbook is loaded.

    v5.0: our sentences. v6.0: what its own rules say in numbers, because many of its criteria differ. "" where neither
    has words. raises Refused: a version that is not known.
    """
    if term.needs_text:
        return {grade: criteria_list().other[grade] for grade in term.grades}
    own = criteria(term.code) if version == "5.0" else None
    if own is not None:
        return own.grades
    rule = lab_rules(version).rules.get(term.name.lower())
    return {grade: rule_words(rule, grade) if rule else "" for grade in term.grades}


def quick_terms() -> tuple[Criteria, ...]:
    """The terms offered first, in the order of the CTCAE."""
    known = criteria_list().by_code
    return tuple(known[term.code] for term in terms("5.0") if term.code in known and known[term.code].quick)
