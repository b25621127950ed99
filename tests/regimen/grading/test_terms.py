"""The lists of terms, the values and the rules are whole, and wrong data is refused with its place."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest

from regimen.analytes import analytes
from regimen.errors import Refused
from regimen.grading.lab_rules import lab_rules, read_rules
from regimen.grading.measures import measures, read_measures
from regimen.grading.terms import COUNTS, FOLDER, VERSIONS, by_code, by_name, read_terms, terms

RULES = (FOLDER / "labs_v5.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("version", VERSIONS)
def test_every_term_of_a_version_is_there_once(version: str) -> None:
    found = terms(version)
    assert len(found) == COUNTS[version] == len(by_code(version)) == len(by_name(version))
    assert len({term.soc for term in found}) == 26
    assert sum(term.needs_text for term in found) == 26


def test_the_lists_hold_what_nci_published(shared_cases: Path) -> None:
    for version, name in (("5.0", "terms.csv"), ("6.0", "terms_v6.csv")):
        with (shared_cases.parent / "ctcae" / name).open(encoding="utf-8", newline="") as file:
            published = [(row["meddra_code"], row["soc"], row["term"]) for row in csv.DictReader(file)]
        assert [(term.code, term.soc, term.name) for term in terms(version)] == published


def test_grades_keep_their_gaps() -> None:
    assert by_name("5.0")["hypermagnesemia"].grades == (1, 3, 4, 5)
    assert by_name("5.0")["palmar-plantar erythrodysesthesia syndrome"].grades == (1, 2, 3)
    assert sum(5 in term.grades for term in terms("5.0")) == 494


@pytest.mark.parametrize(
    "text",
    ["", "a,b\n", "code,soc,term,grades\n1,S,T,12\n", "code,soc,term,grades\n10000000,S,T,21\n",
     "code,soc,term,grades\n10000000,S,T,16\n", "code,soc,term,grades\n10000000,S,T\n",
     "code,soc,term,grades\n10000000,S,T,1\n10000000,S,U,1\n"],
)  # fmt: skip
def test_a_list_that_is_not_whole_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_terms(text, "terms.csv")


def test_an_unknown_version_is_refused() -> None:
    with pytest.raises(Refused):
        lab_rules("4.0")


def test_a_value_known_to_dosing_has_the_same_name_here() -> None:
    """But for "calcium": dosing takes it as corrected, a grade needs to be told."""
    words = measures().by_word
    shared = {word: analyte.name for word, analyte in analytes().by_name.items() if word in words} | {
        "calcium": "calcium"
    }
    assert len(shared) > 60
    assert {word: words[word].name for word in shared} == shared


@pytest.mark.parametrize("version", VERSIONS)
def test_every_value_and_unit_of_a_rule_can_be_reached(version: str) -> None:
    by = {measure.name: measure for measure in measures().by_word.values()}
    for rule in lab_rules(version).rules.values():
        for scale in rule.scales:
            for unit in scale.units:
                holders = scale.analytes or rule.analytes
                assert any(unit in by[name].units for name in holders), (rule.term.name, unit)


@pytest.mark.parametrize("version", VERSIONS)
def test_no_rule_gives_grade_5_nor_grade_4_of_anemia_or_low_albumin(version: str) -> None:
    for rule in lab_rules(version).rules.values():
        highest = max(max(step.grades) for scale in rule.scales for step in scale.steps)
        assert highest <= (3 if rule.term.name in {"Anemia", "Hypoalbuminemia"} else 4)


@pytest.mark.parametrize("version", VERSIONS)
def test_the_numbers_of_a_scale_rise_or_fall_with_its_steps(version: str) -> None:
    for rule in lab_rules(version).rules.values():
        for scale in rule.scales:
            for kind in {step.bound.reference for step in scale.steps}:
                own = [step for step in scale.steps if step.bound.reference == kind]
                for milder, graver in pairwise((step.bound.factor, step.bound.offset) for step in own):
                    assert milder >= graver if own[0].op[0] == "<" else milder <= graver, rule.term.name


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('code = "10029366"', 'code = "10029367"', "has the code 10029366"),
        ('term = "Neutrophil count decreased"', 'term = "Neutrophils"', "no term of this version"),
        ('"2 < 1.5"', '"2 below 1.5"', "is no step"),
        ('"2 < 1.5"', '"2 > 1.5"', "same way"),
        ('"4 < 0.5"', '"2 < 0.5"', "rise in severity"),
        ('"2 < 1.5"', '"2 < 1.5 ulm"', "is no limit"),
        ('"3 > 20"', '"4 > 20"', "has no grade 4"),
        ('analytes = ["neutrophils"]', 'analytes = ["granulocytes"]', "not known"),
        ('ask = "Are there symptoms? Then it is grade 3."\n', "", "leaves several grades"),
        ('units = ["/mm3"]', 'units = ["/mm4"]', "no unit"),
        ('when = "baseline-normal"', 'when = "sometimes"', "not known"),
    ],
)
def test_a_wrong_rule_is_refused_with_its_place(old: str, new: str, said: str) -> None:
    assert old in RULES
    with pytest.raises(Refused, match=r"labs\.toml: rule") as refused:
        read_rules(RULES.replace(old, new, 1), "labs.toml", "5.0")
    assert said in str(refused.value)


def test_a_conversion_that_is_not_exact_is_refused() -> None:
    text = (FOLDER / "analytes.toml").read_text(encoding="utf-8")
    with pytest.raises(Refused, match="power of ten"):
        read_measures(text.replace("factor = 1000\n", "factor = 88.4\n", 1))
