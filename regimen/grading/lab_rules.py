"""The rules that give a grade from a number, read strictly from assets/ctcae/labs_v5.toml and labs_v6.toml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import pairwise

from regimen.grading.measures import Measures, measures
from regimen.grading.terms import FOLDER, VERSIONS, Term, terms
from regimen.toml_check import Findings, Table, parse

WHEN = (
    "always", "baseline-normal", "baseline-abnormal", "baseline-high", "baseline-very-high", "baseline-low",
    "baseline-known", "baseline-unknown", "anticoagulant", "no-anticoagulant",
)  # fmt: skip
BY = ("limit", "uln", "lln", "baseline")
REFERENCES = ("lln", "uln", "baseline", "uln-or-baseline")
_STEP = re.compile(
    r"(?P<grades>[0-4](?:[|/][0-4])*) (?P<op><=|>=|<|>) "
    r"(?:(?P<factor>[0-9]+(?:\.[0-9]+)?)(?: (?P<times>[a-z-]+))?|(?P<alone>[a-z-]+))"
    r"(?: (?P<sign>[+-]) (?P<offset>[0-9]+(?:\.[0-9]+)?))?"
    r"(?: and (?P<least>[0-9]+(?:\.[0-9]+)?))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Bound:
    """factor x reference + offset, or the plain number `factor` where there is no reference.

    least  the bound is this number where the rest comes out lower; None: no such number
    """

    factor: Decimal
    reference: str
    offset: Decimal
    least: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Where the value stands in relation `op` to `bound`, the grades are these.

    gap  the text's ranges leave this place out because they are written in whole numbers
    """

    grades: tuple[int, ...]
    op: str
    bound: Bound
    gap: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Steps in rising severity; the last one that holds gives the grade.

    analytes, units  empty: whatever the rule takes
    """

    by: str
    analytes: tuple[str, ...]
    units: tuple[str, ...]
    when: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """How one term is graded by number.

    ask           what a person answers where the number allows several grades
    also          what beside the number decides the grade
    plain         the value meant where a term is given alone; "" where its unit has to tell
    formerly      names of the same thing in the other version of the CTCAE
    limit_within  factor from the first own number within which a limit of normal is believed
    """

    term: Term
    analytes: tuple[str, ...]
    scales: tuple[Scale, ...]
    ask: str
    also: str
    plain: str
    formerly: tuple[str, ...]
    limit_within: Decimal


@dataclass(frozen=True, slots=True)
class Ungraded:
    """A term that a reader may expect to be graded by these values and that is not; `why` says so in a sentence."""

    term: Term
    analytes: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class LabRules:
    """The rules of one version, by term in small letters."""

    version: str
    rules: Mapping[str, Rule]
    ungraded: Mapping[str, Ungraded]
    formerly: Mapping[str, str]


def _step(table: Table, place: str, written: str, term: Term) -> Step | None:
    found = _STEP.fullmatch(written)
    if found is None:
        table.wrong(place, f'{written!r} is no step such as "2 > 3 uln"')
        return None
    grades = tuple(int(grade) for grade in re.split(r"[|/]", found["grades"]))
    missing = [grade for grade in grades if grade and grade not in term.grades]
    if missing:
        table.wrong(place, f"{term.name} has no grade {missing[0]}")
    reference = found["times"] or found["alone"] or ""
    if reference and reference not in REFERENCES:
        table.wrong(place, f"{reference!r} is no limit; {', '.join(REFERENCES)} can stand here")
    offset = Decimal(found["offset"] or 0)
    least = None if found["least"] is None else Decimal(found["least"])
    if least is not None and (found["op"][0] == "<" or not reference):
        table.wrong(place, f'"and {least}" can stand only after > or >= and a limit')
    bound = Bound(Decimal(found["factor"] or 1), reference, -offset if found["sign"] == "-" else offset, least)
    return Step(grades, found["op"], bound, "/" in found["grades"])


def _scale(table: Table, term: Term, known: Measures, analytes: tuple[str, ...]) -> Scale:
    own = table.words("analytes", analytes, "value")
    units = table.texts("units")
    for unit in units:
        if unit not in known.spellings:
            table.wrong("units", f"{unit!r} is no unit of analytes.toml")
    by, when = table.one_of("by", BY), table.one_of("when", WHEN, default="always")
    if (by == "limit") != bool(units):
        table.wrong("units", 'must stand where the scale is by "limit", and only there')
    written = table.texts("steps", required=True)
    steps = [_step(table, f"steps[{index}]", text, term) for index, text in enumerate(written)]
    whole = tuple(step for step in steps if step is not None)
    if any(low.op[0] != high.op[0] for low, high in pairwise(whole)):
        table.wrong("steps", "must all look the same way, < or >")
    if any(max(low.grades) > max(high.grades) for low, high in pairwise(whole)):
        table.wrong("steps", "must rise in severity")
    table.done()
    return Scale(by, own, units, when, whole)


def _term(table: Table, by_word: Mapping[str, Term]) -> Term:
    name = table.text("term")
    found = by_word.get(name)
    if found is None:
        table.wrong("term", f"{name!r} is no term of this version")
        return next(iter(by_word.values()))
    return found


def read_rules(text: str, name: str, version: str) -> LabRules:
    """The rules from the text of a file like assets/ctcae/labs_v5.toml. raises Refused, naming file and place."""
    findings = Findings(name)
    table = Table(findings, parse(text, name))
    table.whole("schema", 1, 1)
    table.one_of("ctcae", (version,))
    known, by_word = measures(), {term.name: term for term in terms(version)}
    names = {measure.name for measure in known.by_word.values()}
    rules: dict[str, Rule] = {}
    formerly: dict[str, str] = {}
    for entry in table.tables("rule", required=True):
        term = _term(entry, by_word)
        if entry.text("code") != term.code:
            entry.wrong("code", f"{term.name} has the code {term.code}")
        analytes = entry.words("analytes", names, "value", required=True)
        scales = tuple(_scale(inner, term, known, analytes) for inner in entry.tables("scale", required=True))
        within = entry.whole("limit_within", 2, 1000, default=8)
        plain = entry.one_of("plain", ("", *analytes), default="")
        rule = Rule(
            term, analytes, scales, entry.text("ask", ""), entry.text("also", ""), plain, entry.texts("formerly"),
            Decimal(within),
        )  # fmt: skip
        entry.done()
        if any(len(step.grades) > 1 and not step.gap for scale in scales for step in scale.steps) and not rule.ask:
            entry.wrong("ask", "is missing; a step leaves several grades")
        if rules.setdefault(term.name.lower(), rule) is not rule:
            entry.wrong("term", f"{term.name!r} stands there twice")
        formerly |= {word.lower(): term.name for word in rule.formerly}
    ungraded: dict[str, Ungraded] = {}
    for entry in table.tables("ungraded"):
        term = _term(entry, by_word)
        ungraded[term.name.lower()] = Ungraded(
            term, entry.words("analytes", names, "value", required=True), entry.text("why")
        )
        entry.done()
    table.done()
    findings.raise_if_any()
    return LabRules(version, rules, ungraded, formerly)


@cache
def lab_rules(version: str) -> LabRules:
    """The rules of version "5.0" or "6.0". raises Refused."""
    terms(version)  # refuses a version that is not known
    file = FOLDER / f"labs_v{VERSIONS[VERSIONS.index(version)][0]}.toml"
    return read_rules(file.read_text(encoding="utf-8"), file.name, version)
