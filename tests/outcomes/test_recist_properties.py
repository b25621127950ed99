"""RECIST as a whole, on generated patients, against rules written a second time in fractions."""

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from outcomes.recist.answer import answer
from outcomes.recist.case import read_case
from tests.outcomes.readings import case

LESIONS = {"T1": ("liver", "non-node"), "T2": ("lung", "non-node"), "N1": ("portal node", "node")}
WORSE = ("CR", "PR", "SD", "PD")
tenths = st.integers(0, 600).map(lambda n: f"{n // 10}.{n % 10}")
start = st.integers(150, 600).map(lambda n: f"{n // 10}.{n % 10}")
baselines = st.fixed_dictionaries(dict.fromkeys(LESIONS, start))
scans = st.lists(st.fixed_dictionaries(dict.fromkeys(LESIONS, tenths)), min_size=1, max_size=6)


def points(first: dict[str, str], later: list[dict[str, str]]) -> list[dict[str, Any]]:
    visits: list[dict[str, Any]] = answer(read_case(case(LESIONS, first, *later)))[0]["visits"]
    return visits


def oracle(first: dict[str, str], later: list[dict[str, str]]) -> list[str]:
    """The table of RECIST 1.1 once more, in fractions, for complete scans of targets alone."""
    base = sum(Fraction(size) for size in first.values())
    nadir, cleared, found = base, False, []
    for scan in later:
        sizes = {name: Fraction(size) for name, size in scan.items()}
        total = sum(sizes.values())
        clear = sizes["T1"] == sizes["T2"] == 0 and sizes["N1"] < 10
        if clear:
            found.append("CR")
        elif cleared or (total >= nadir * Fraction(6, 5) and total >= nadir + 5):
            found.append("PD")
        else:
            found.append("PR" if total <= base * Fraction(7, 10) else "SD")
        cleared, nadir = cleared or clear, min(nadir, Fraction(total))
    return found


@given(baselines, scans)
def test_the_engine_and_the_table_in_fractions_agree(first: dict[str, str], later: list[dict[str, str]]) -> None:
    assert [one["overall"] for one in points(first, later)] == oracle(first, later)


@given(baselines, tenths, tenths)
def test_a_larger_lesion_is_never_a_better_response(first: dict[str, str], one: str, other: str) -> None:
    small, large = sorted((one, other), key=Fraction)
    rest = {"T2": "0", "N1": "8"}
    ranks = [WORSE.index(points(first, [rest | {"T1": size}])[0]["overall"]) for size in (small, large)]
    assert ranks == sorted(ranks)


@given(baselines, scans)
def test_the_order_in_which_scans_are_told_does_not_matter(first: dict[str, str], later: list[dict[str, str]]) -> None:
    told = case(LESIONS, first, *later)
    turned = told | {"visits": list(reversed(told["visits"]))}
    assert answer(read_case(told)) == answer(read_case(turned))


@given(baselines, scans)
def test_the_best_response_was_seen_and_a_confirmed_one_is_never_better(
    first: dict[str, str], later: list[dict[str, str]]
) -> None:
    found = answer(read_case(case(LESIONS, first, *later)))[0]
    counted = [visit["overall"] for visit in found["visits"] if visit["scored"]]
    assert found["bor_unconfirmed"] in counted
    rank = ("CR", "PR", "SD", "PD", "NE").index
    assert rank(found["bor_confirmed"]) >= rank(found["bor_unconfirmed"])
    assert (found["pd_date"] is not None) == ("PD" in counted)
