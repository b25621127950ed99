"""DPYD results: scores, phenotypes, the start they propose, what must be said with them."""

from decimal import Decimal
from itertools import product

import pytest

from regimen.dpyd import result, table
from regimen.errors import Refused


@pytest.mark.parametrize(
    ("one", "other", "score", "phenotype", "percent"),
    [
        ("reference", "reference", "2", "normal", "100"),
        ("c.1129-5923C>G", "reference", "1.5", "intermediate", "50"),
        ("c.2846A>T", "reference", "1.5", "intermediate", "50"),
        ("*2A", "reference", "1", "intermediate", "50"),
        ("c.2846A>T", "HapB3", "1", "intermediate", "50"),
        ("c.1905+1G>A", "c.2846A>T", "0.5", "poor", None),
        ("c.1905+1G>A", "c.1679T>G", "0", "poor", None),
        ("*13", "*13", "0", "poor", None),
    ],
)
def test_two_alleles(one: str, other: str, score: str, phenotype: str, percent: str | None) -> None:
    found = result([one, other])
    assert (found.score, found.phenotype) == (Decimal(score), phenotype)
    assert found.start_percent == (None if percent is None else Decimal(percent))
    assert found == result([other, one])
    assert "CPIC" in found.source or "Amstutz" in found.source


def test_poor_metabolisers_are_told_to_avoid_without_a_percentage() -> None:
    for score in ("0", "0.5"):
        found = result(score=Decimal(score))
        assert found.action == "avoid" and found.start_percent is None


def test_of_three_unphased_alleles_the_two_least_active_count() -> None:
    assert result(["c.2846A>T", "*2A", "HapB3"]).score == Decimal("0.5")


def test_a_tag_variant_says_that_the_function_is_inferred() -> None:
    assert any("inferred" in note for note in result(["c.1236G>A", "reference"]).notes)
    assert not result(["c.1129-5923C>G", "reference"]).notes


def test_two_copies_of_2846_may_need_less_than_half() -> None:
    assert any("below 50 %" in note for note in result(["c.2846A>T", "c.2846A>T"]).notes)


@pytest.mark.parametrize("variants", [["reference"], [], ["reference", "*99"], ["", "reference"]])
def test_what_is_no_pair_of_known_alleles_is_refused(variants: list[str]) -> None:
    with pytest.raises(Refused):
        result(variants)


@pytest.mark.parametrize("score", ["0.7", "3", "-1"])
def test_an_impossible_score_is_refused(score: str) -> None:
    with pytest.raises(Refused, match="activity score"):
        result(score=Decimal(score))


def test_alleles_and_score_that_disagree_are_refused() -> None:
    assert result(["*2A", "reference"], Decimal("1.0")).score == 1
    with pytest.raises(Refused, match="add up to"):
        result(["*2A", "reference"], Decimal("1.5"))


def test_every_pair_of_known_alleles_has_an_answer() -> None:
    for one, other in product(table().names, repeat=2):
        found = result([one, other])
        assert (found.start_percent is None) == (found.action == "avoid")
