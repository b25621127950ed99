"""Symptoms as patients score them: names, attributes, and how scores are kept. Data: assets/reported/symptoms.toml.

A kept score stands under "symptom/attribute" ("nausea/severity" -> 2). It is never turned into a CTCAE grade.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from regimen.toml_check import Findings, Table, parse

ASSET = Path(__file__).parent.parent.parent / "assets" / "reported" / "symptoms.toml"
#: Attribute -> highest score.
HIGHEST: Mapping[str, int] = {"frequency": 4, "severity": 4, "interference": 4, "amount": 4, "presence": 1}


@dataclass(frozen=True, slots=True)
class Symptom:
    """One symptom. terms: CTCAE terms a nurse may have graded for the same."""

    name: str
    title: str
    attributes: tuple[str, ...]
    terms: tuple[str, ...]


def read_symptoms(text: str, name: str = "symptoms.toml") -> tuple[Symptom, ...]:
    """The symptoms from the text of a file like assets/reported/symptoms.toml. raises Refused."""
    findings = Findings(name)
    table = Table(findings, parse(text, name))
    table.whole("schema", 1, 1)
    found: dict[str, Symptom] = {}
    for entry in table.tables("symptom", required=True):
        attributes = entry.words("attributes", tuple(HIGHEST), "attribute", required=True)
        made = Symptom(entry.name("name"), entry.text("title"), attributes, entry.texts("terms"))
        if made.name in found:
            entry.wrong("name", f"{made.name!r} stands there twice")
        found[made.name] = made
        entry.done()
    table.done()
    findings.raise_if_any()
    return tuple(found.values())


@cache
def symptoms() -> tuple[Symptom, ...]:
    """The symptoms shipped with the program."""
    return read_symptoms(ASSET.read_text(encoding="utf-8"))


def score_key(symptom: str, attribute: str) -> str:
    """What a score is kept by."""
    return f"{symptom}/{attribute}"


def scores_of(kept: Mapping[str, int], symptom: Symptom) -> dict[str, int]:
    """Attribute -> score of one symptom. A score kept before attributes were told apart is its first attribute's."""
    keys = {attribute: score_key(symptom.name, attribute) for attribute in symptom.attributes}
    found = {attribute: kept[key] for attribute, key in keys.items() if key in kept}
    if not found and symptom.name in kept:
        return {symptom.attributes[0]: kept[symptom.name]}
    return found
