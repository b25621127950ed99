"""The names an event may use: CTCAE 5.0 terms with their grades, those only 6.0 has, and what it may be laid to."""

import csv
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

from regimen.errors import Refusal
from regimen.given import Event
from regimen.grading.terms import by_code
from regimen.toml_check import Findings, Table, parse

ASSETS = Path(__file__).parent.parent.parent / "assets"
NEAR = 3  # terms offered in the place of a word that is none
OTHER = "other, specify"  # ends the names of terms that are spelled out in words


@cache
def _terms(version: str) -> Mapping[str, tuple[str, str]]:
    """Term in small letters -> its spelling and its grades, "1234"."""
    with (ASSETS / "ctcae" / f"terms_v{version}.csv").open(encoding="utf-8", newline="") as file:
        return {row["term"].casefold(): (row["term"], row["grades"]) for row in csv.DictReader(file)}


def term_of(written: str) -> str | None:
    """The CTCAE 5.0 spelling of a term, None for a word that is none; letters may be small or capital.

    What follows a colon is a person's own words: "Skin and subcutaneous tissue disorders - Other, specify: itch".
    """
    name, _, said = written.strip().partition(":")
    found = _terms("5").get(name.strip().casefold())
    if found is None or (said and not found[0].casefold().endswith(OTHER)):
        return None
    return found[0]


def newer_term(written: str) -> str | None:
    """The spelling of a term that only CTCAE 6.0 has, None for any other word. No rule reads it."""
    name, _, said = written.strip().partition(":")
    key = name.strip().casefold()
    found = _terms("6").get(key) if key not in _terms("5") else None
    return None if found is None or (said and not key.endswith(OTHER)) else found[0]


def older_terms(written: str) -> tuple[str, ...]:
    """The terms of CTCAE 5.0 whose words find a term of 6.0: what a person may grade instead."""
    from regimen.grading.criteria import criteria_list  # many words, needed for few courses

    name = newer_term(written)
    known = criteria_list()
    codes = next((old for new, old in known.successors.items() if by_code("6.0")[new].name == name), ())
    return tuple(known.by_code[code].term.name for code in codes)


@cache
def other_causes(text: str = "") -> Mapping[str, str]:
    """Id -> title of the causes of assets/causes.toml that are no drug of the regimen."""
    name = "causes.toml"
    findings = Findings(name)
    top = Table(findings, parse(text or (ASSETS / name).read_text(encoding="utf-8"), name))
    top.whole("schema", 1, 1)
    causes: dict[str, str] = {}
    for table in top.tables("cause", required=True):
        ident, title = table.name("id"), table.text("title")
        if causes.setdefault(ident, title) is not title:
            table.wrong("id", f"cause '{ident}' stands there twice")
        table.done()
    top.done()
    findings.raise_if_any()
    return causes


def wrong_names(events: Collection[Event], drugs: Collection[str], regimen: str) -> Iterator[Refusal]:
    """A refusal for every term, grade and cause that is not known.

    drugs  every drug of the regimen with this patient's options; regimen: its short title
    """
    for index, event in enumerate(events):
        place = f"events[{index}]"
        term = term_of(event.term) or newer_term(event.term)
        if term is None:
            field = f"{place}.term"
            said = f'{field} is "{event.term[:80]}"; that is no term of CTCAE 5.0 or 6.0.'
            near = _near(event.term)
            yield Refusal(field, said + (f" It may be {' or '.join(near)}." if near else ""))
        elif event.grade and str(event.grade) not in grades_of(term):
            field = f"{place}.grade"
            grades = ", ".join(sorted(grades_of(term)))
            yield Refusal(field, f"{field} is {event.grade}; {term} has the grades {grades}.")
        for cause in event.attributed_to:
            if cause not in drugs and cause not in other_causes():
                field = f"{place}.attributed_to"
                known = ", ".join((*drugs, *other_causes()))
                yield Refusal(field, f'{field} is "{cause[:80]}"; {regimen} knows {known}.')


def _near(written: str) -> tuple[str, ...]:
    """The terms a written word finds first; none where it finds nothing."""
    from regimen.grading.search import search  # many words, needed for refusals alone

    return tuple(dict.fromkeys(found.term.name for found in search(written[:80], "5.0", most=NEAR)))


def grades_of(term: str) -> frozenset[str]:
    """The grades of a term in CTCAE 5.0 or 6.0 (myocarditis has a grade 1 only there)."""
    return frozenset("".join(_terms(version).get(term.casefold(), ("", ""))[1] for version in ("5", "6")))
