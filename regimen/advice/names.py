"""The names an event may use: CTCAE 5.0 terms with their grades, and what it may be laid to."""

import csv
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

from regimen.errors import Refusal
from regimen.given import Event
from regimen.toml_check import Findings, Table, parse

ASSETS = Path(__file__).parent.parent.parent / "assets"
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
        term = term_of(event.term)
        if term is None:
            field = f"{place}.term"
            yield Refusal(field, f'{field} is "{event.term[:80]}"; that is no term of CTCAE 5.0.')
        elif event.grade and str(event.grade) not in grades_of(term):
            field = f"{place}.grade"
            grades = ", ".join(sorted(grades_of(term)))
            yield Refusal(field, f"{field} is {event.grade}; {term} has the grades {grades}.")
        for cause in event.attributed_to:
            if cause not in drugs and cause not in other_causes():
                field = f"{place}.attributed_to"
                known = ", ".join((*drugs, *other_causes()))
                yield Refusal(field, f'{field} is "{cause[:80]}"; {regimen} knows {known}.')


def grades_of(term: str) -> frozenset[str]:
    """The grades of a term in CTCAE 5.0 or 6.0 (myocarditis has a grade 1 only there)."""
    return frozenset("".join(_terms(version).get(term.casefold(), ("", ""))[1] for version in ("5", "6")))
