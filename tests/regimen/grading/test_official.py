"""NCI's wording as a kept text: the same words make the same text, and only a text of ours is read back."""

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regimen.errors import Refused
from regimen.grading.official import differing, read_text, write_text
from regimen.grading.terms import VERSIONS, terms
from regimen.grading.wording import version_of, wording
from regimen.grading.workbook import load_workbook, read_workbook
from tests.regimen.grading.workbooks import made, whole


@cache
def text() -> str:
    """As it is written from NCI's workbook, read once."""
    return write_text("5.0", read_workbook(whole(), "terms.xlsx").terms)


@pytest.mark.parametrize("version", VERSIONS)
def test_nci_s_wording_comes_back_word_for_word(version: str, shared_cases: Path) -> None:
    book = load_workbook(shared_cases.parent / "ctcae" / f"CTCAE_v{version}.xlsx")
    read = read_text(write_text(version, book.terms))
    assert tuple(read.by_code.values()) == book.terms
    assert [one.term for one in read.by_code.values()] == list(terms(version))


def test_the_same_words_make_the_same_text_whatever_the_order_of_the_columns() -> None:
    def turn(rows: list[list[object]]) -> None:
        for row in rows:
            row.insert(0, row.pop(2))

    assert write_text("5.0", read_workbook(made(turn), "other.xlsx").terms) == text()


def test_terms_worded_otherwise_are_named() -> None:
    def say_otherwise(rows: list[list[object]]) -> None:
        rows[5][3] = "something else"

    old = read_text(text()).by_code
    new = read_text(write_text("5.0", read_workbook(made(say_otherwise), "other.xlsx").terms)).by_code
    assert [term.name for term in differing(new, old)] == ["Eosinophilia"]
    assert differing(old, old) == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole["terms"].pop(),
        lambda whole: whole["terms"].append(whole["terms"][0]),
        lambda whole: whole["terms"].reverse(),
        lambda whole: whole.update(ctcae="4.0"),
        lambda whole: whole.update(schema=2),
        lambda whole: whole["terms"][0].update(code="99999999"),
        lambda whole: whole["terms"][0].update(code=["10002272"]),
        lambda whole: whole["terms"][0].update(term="Tiredness"),
        lambda whole: whole["terms"][0]["grades"].pop("1"),
        lambda whole: whole["terms"][0]["grades"].update({"1": ""}),
        lambda whole: whole["terms"][0]["grades"].update({"1": 1}),
        lambda whole: whole["terms"][0].update(note=None),
        lambda whole: whole.update(terms={}),
    ],
)
def test_a_text_that_is_not_ours_is_refused(change: object) -> None:
    whole_text = json.loads(text())
    change(whole_text)  # type: ignore[operator]
    with pytest.raises(Refused):
        read_text(json.dumps(whole_text))


@settings(max_examples=30)
@given(given_text=st.text(max_size=200))
def test_any_text_is_refused(given_text: str) -> None:
    with pytest.raises(Refused):
        read_text(given_text)


@settings(max_examples=30)
@given(place=st.integers(0, 2000), sign=st.characters(codec="utf-8"))
def test_a_damaged_text_is_refused_or_still_whole(place: int, sign: str) -> None:
    kept = text()
    damaged = kept[:place] + sign + kept[place + 1 :]
    try:
        read = read_text(damaged)
    except Refused:
        return
    assert tuple(one.term for one in read.by_code.values()) == terms("5.0")


def test_nci_s_words_stand_in_the_place_of_ours_and_are_marked() -> None:
    official = read_text(text())
    ours, theirs = wording("diarrhea", "5.0"), wording("Diarrhea", "5.0", official)
    assert ours is not None and ours.source == "own" and all(ours.grades.values())
    assert theirs is not None and theirs.source == "nci" and theirs.grades[3] == "invented 3"
    assert tuple(theirs.grades) == theirs.term.grades
    unheard = wording("Aortic valve disease", "5.0")
    assert unheard is not None and unheard.source == "none" and tuple(unheard.grades) == (1, 2, 3, 4, 5)


def test_the_wording_of_one_version_is_never_shown_for_the_other() -> None:
    other = wording("Diarrhea", "6.0", read_text(text()))
    assert other is not None and other.source != "nci"


def test_a_term_is_graded_by_the_version_of_the_rules_where_that_has_it() -> None:
    assert version_of("Diarrhea", "6.0") == "5.0"
    assert version_of("Thrombocytopenia", "5.0") == "6.0"
    assert version_of("no such term", "6.0") == "6.0"
    assert wording("Thrombocytopenia", "5.0") is None


@pytest.mark.parametrize("version", VERSIONS)
def test_no_grade_that_does_not_exist_is_offered(version: str) -> None:
    for term in terms(version):
        found = wording(term.name, version)
        assert found is not None and tuple(found.grades) == term.grades
