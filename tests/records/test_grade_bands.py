"""Bands of grades: what they say is what a value in them is graded, at every end of them."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.bedside.grade_bands import Band, Limits, bad_side, bands, graded, grades_beyond

D = Decimal
NEUTROPHILS = Limits("neutrophils", "10^9/L", D("2.0"), D("7.5"))
ALT = Limits("alt", "U/L", D(7), D(40), D(29))
ALT_ABNORMAL = Limits("alt", "U/L", D(7), D(40), D(80))
POTASSIUM = Limits("potassium", "mmol/L", D("3.5"), D("5.0"))
EVERY = (
    NEUTROPHILS, ALT, ALT_ABNORMAL, POTASSIUM, Limits("creatinine", "umol/L", D(45), D(105), D(71)),
    Limits("haemoglobin", "g/L", D(120), D(160)), Limits("sodium", "mmol/L", D(135), D(145)),
    Limits("platelets", "10^9/L", D(150), D(400)), Limits("bilirubin", "umol/L", D(3), D(21), D(40)),
)  # fmt: skip


def said(found: tuple[Band, ...]) -> list[tuple[str, str, tuple[int, ...]]]:
    return [
        ("-" if band.low is None else f"{band.low:f}", "-" if band.high is None else f"{band.high:f}", band.grades)
        for band in found
    ]


def test_the_bands_of_neutrophils_are_those_of_the_criteria() -> None:
    assert said(bands(NEUTROPHILS, "5.0")) == [
        ("-", "0.5", (4,)), ("0.5", "1", (3,)), ("1", "1.5", (2,)), ("1.5", "2", (1,)), ("2", "-", (0,)),
    ]  # fmt: skip


def test_a_baseline_above_the_limit_moves_the_bands_to_its_multiples_and_says_so() -> None:
    normal, abnormal = bands(ALT, "5.0"), bands(ALT_ABNORMAL, "5.0")
    assert said(normal)[:3] == [("-", "40", (0,)), ("40", "120", (1,)), ("120", "200", (2,))]
    assert said(abnormal)[:3] == [("-", "120", (0,)), ("120", "240", (1,)), ("240", "400", (2,))]
    assert not any(band.by_baseline for band in normal)
    assert [band.by_baseline for band in abnormal] == [False, True, True, True, True]


def test_creatinine_has_bands_of_the_limit_and_of_the_baseline_side_by_side() -> None:
    found = bands(Limits("creatinine", "umol/L", D(45), D(105), D(71)), "5.0")
    assert said(found)[:3] == [("-", "105", (0,)), ("105", "106.5", (1,)), ("106.5", "213", (2,))]
    assert [band.by_baseline for band in found[:3]] == [False, False, True]


def test_a_number_that_allows_two_grades_is_a_band_of_both() -> None:
    between = next(band for band in bands(POTASSIUM, "5.0") if band.low == D(3))
    assert between.grades == (1, 2)
    assert between.grade == 2


def test_without_a_lower_limit_grade_one_stays_open_and_the_rest_is_known() -> None:
    found = bands(Limits("neutrophils", "10^9/L"), "5.0")
    assert said(found) == [("-", "0.5", (4,)), ("0.5", "1", (3,)), ("1", "1.5", (2,)), ("1.5", "-", ())]


def test_where_every_limit_is_missing_there_are_no_bands() -> None:
    assert bands(Limits("alt", "U/L", None, None, D(80)), "5.0") == ()
    assert bands(Limits("ca19_9", "U/mL"), "5.0") == ()
    assert bands(Limits("neutrophils", "furlong", D(2), D(7)), "5.0") == ()


def test_what_gets_worse_downwards_is_told_from_what_gets_worse_upwards() -> None:
    assert [bad_side(name, "5.0") for name in ("neutrophils", "haemoglobin", "alt", "ca19_9")] == [
        "low", "low", "high", "",
    ]  # fmt: skip


@pytest.mark.parametrize("limits", EVERY, ids=lambda one: one.analyte)
def test_bands_leave_no_gap_and_share_no_value(limits: Limits) -> None:
    found = bands(limits, "5.0")
    assert found[0].low is None
    assert found[-1].high is None
    for one, two in pairwise(found):
        assert one.high == two.low
        assert one.high_in != two.low_in


@given(place=st.integers(0, len(EVERY) - 1), value=st.decimals("0.01", "900", places=2))
def test_a_value_is_graded_as_its_band_says(place: int, value: Decimal) -> None:
    limits = EVERY[place]
    inside = [band for band in bands(limits, "5.0") if band.holds(value)]
    assert len(inside) == 1
    answer = graded(limits, value, "5.0")
    assert answer is not None
    if answer.grade is not None:  # a value no patient has is not graded at all
        assert answer.candidates == inside[0].grades


def test_a_result_below_a_number_allows_every_grade_below_it() -> None:
    found = bands(NEUTROPHILS, "5.0")
    assert grades_beyond(found, "<", D("0.5")) == (4,)
    assert grades_beyond(found, "<", D("1.2")) == (2, 3, 4)
    assert grades_beyond(found, "<=", D("0.5")) == (3, 4)
    assert grades_beyond(found, ">", D("1.7")) == (0, 1)
    assert grades_beyond(found, ">", D("2.0")) == (0,)


def test_a_result_beyond_a_number_stays_open_where_a_limit_is_missing() -> None:
    assert grades_beyond(bands(Limits("neutrophils", "10^9/L"), "5.0"), ">", D("1.2")) == ()
