"""Curves against an independent computation, endpoints by both rules, proportions by their formulas."""

import math
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outcomes.proportions import one_decimal, proportion
from outcomes.survival.endpoints import Assessed, Course, Rule, overall_survival, progression_free, response_duration
from outcomes.survival.kaplan_meier import Time, curve_of
from outcomes.survival.log_rank import log_rank_p

START = date(2024, 3, 4)
times = st.lists(st.builds(Time, st.integers(0, 60), st.booleans()), min_size=1, max_size=40)


def day(offset: int) -> date:
    return START + timedelta(days=offset)


@given(times)
def test_scipy_and_a_product_of_fractions_agree(sample: list[Time]) -> None:
    curve = curve_of(sample)
    for step in curve.steps:
        product = Fraction(1)
        for when in sorted({one.days for one in sample if one.event and one.days <= step.days}):
            risk = sum(one.days >= when for one in sample)
            product *= Fraction(risk - sum(one.event and one.days == when for one in sample), risk)
        assert step.exact == product
        assert step.survival == pytest.approx(float(product), abs=1e-12)


@given(times)
def test_a_curve_falls_within_its_limits_and_counts_everybody(sample: list[Time]) -> None:
    for band in ("loglog", "log", "plain"):
        curve = curve_of(sample, band)  # type: ignore[arg-type]
        values = [step.exact for step in curve.steps]
        assert values == sorted(values, reverse=True)
        assert sum(step.events + step.censored for step in curve.steps) == curve.n == len(sample)
        for step in curve.steps:
            if step.lower is not None and step.upper is not None:
                assert 0 <= step.lower <= step.survival + 1e-12 and step.survival - 1e-12 <= step.upper <= 1


@given(times, times)
def test_the_log_rank_p_is_that_of_the_table_of_expected_events(first: list[Time], second: list[Time]) -> None:
    observed, expected, variance = 0, Fraction(0), Fraction(0)
    everybody = [*first, *second]
    for when in sorted({one.days for one in everybody if one.event}):
        risk, ours = sum(one.days >= when for one in everybody), sum(one.days >= when for one in first)
        died = sum(one.event and one.days == when for one in everybody)
        observed += sum(one.event and one.days == when for one in first)
        expected += Fraction(died * ours, risk)
        if risk > 1:
            variance += Fraction(died * ours * (risk - ours) * (risk - died), risk * risk * (risk - 1))
    p = log_rank_p(first, second)
    if variance == 0:
        assert p is None or math.isclose(p, 1) or math.isclose(p, 0)
    else:
        chi2 = float((observed - expected) ** 2 / variance)
        assert p == pytest.approx(math.erfc(math.sqrt(chi2 / 2)), abs=1e-9)


def chi_squared(groups: list[list[Time]]) -> Fraction | None:
    """Of three groups in fractions, by the first two of them (Cramer's rule); None where these do not tell."""
    lack, cover = [Fraction(0)] * 2, [[Fraction(0)] * 2 for _ in range(2)]
    everybody = [one for group in groups for one in group]
    for when in {one.days for one in everybody if one.event}:
        risk = [sum(one.days >= when for one in group) for group in groups]
        died = sum(one.days == when and one.event for one in everybody)
        for i in range(2):
            own = sum(one.days == when and one.event for one in groups[i])
            lack[i] += own - Fraction(died * risk[i], sum(risk))
            for j in range(2) if sum(risk) > 1 else ():
                part = Fraction(risk[i], sum(risk)) * (int(i == j) - Fraction(risk[j], sum(risk)))
                cover[i][j] += Fraction(died * (sum(risk) - died), sum(risk) - 1) * part
    whole = cover[0][0] * cover[1][1] - cover[0][1] * cover[1][0]
    if not whole:
        return None
    (a, b), (c, d) = cover
    return (lack[0] * (d * lack[0] - b * lack[1]) + lack[1] * (a * lack[1] - c * lack[0])) / whole


@given(times, times, times)
def test_the_log_rank_p_of_three_groups_is_that_of_fractions_in_any_order(
    first: list[Time], second: list[Time], third: list[Time]
) -> None:
    exact = chi_squared([first, second, third])
    p = log_rank_p(first, second, third)
    if exact is not None:
        assert p is not None and math.isclose(p, math.exp(-float(exact) / 2), rel_tol=1e-6, abs_tol=1e-12)
        again = log_rank_p(third, first, second)
        assert again is not None and math.isclose(p, again, rel_tol=1e-6, abs_tol=1e-12)


def test_an_empty_group_has_no_curve_and_no_p() -> None:
    assert curve_of([]).median.days is None and log_rank_p([], [Time(1, True)]) is None


def free(course: Course, rule: Rule) -> tuple[int, bool]:
    time = progression_free(course, rule)
    return time.days, time.event


@pytest.mark.parametrize(
    ("course", "strict", "policy"),
    [
        (Course(START), (0, False), (0, False)),
        (Course(START, (Assessed(day(42), "SD"), Assessed(day(84), "NE"))), (42, False), (42, False)),
        (Course(START, (Assessed(day(42), "SD"), Assessed(day(133), "PD"))), (133, True), (133, True)),
        (Course(START, (Assessed(day(42), "SD"), Assessed(day(134), "PD"))), (42, False), (134, True)),
        (
            Course(START, (Assessed(day(42), "SD"), Assessed(day(84), "PD")), new_therapy=day(60)),
            (42, False),
            (84, True),
        ),
        (Course(START, (Assessed(day(42), "SD"),), new_therapy=day(30)), (0, False), (42, False)),
        (  # of the scans only that of the progression is known: none is taken to be missed
            Course(START, (Assessed(day(134), "SD"),), progressed=day(134), scan_before_known=False),
            (134, True),
            (134, True),
        ),
        (Course(START, died=day(91)), (91, True), (91, True)),
        (Course(START, died=day(92)), (0, False), (92, True)),
    ],
)
def test_progression_free_survival_by_both_rules(
    course: Course, strict: tuple[int, bool], policy: tuple[int, bool]
) -> None:
    assert (free(course, "strict"), free(course, "treatment-policy")) == (strict, policy)


def test_nothing_after_the_cut_off_is_used() -> None:
    course = Course(START, (Assessed(day(42), "SD"), Assessed(day(84), "PD")), died=day(200), last_alive=day(200))
    cut = replace(course, cutoff=day(60))
    assert (overall_survival(course).days, overall_survival(course).event) == (200, True)
    assert (overall_survival(cut).days, overall_survival(cut).event) == (60, False)
    assert free(cut, "treatment-policy") == (42, False)


def test_only_responders_have_a_duration_of_response() -> None:
    course = Course(START, (Assessed(day(42), "PR"), Assessed(day(84), "PR"), Assessed(day(126), "PD")))
    assert response_duration(course, "strict") is None
    time = response_duration(replace(course, response=day(42)), "strict")
    assert time is not None and (time.days, time.event) == (84, True)


def test_the_figures_of_the_study_come_out_with_its_own_limits() -> None:
    shown = []
    for x in (12, 18):
        share = proportion(x, 26, "wilsoncc")
        assert share.percent is not None and share.lower is not None and share.upper is not None
        shown.append(tuple(one_decimal(value) for value in (share.percent, share.lower * 100, share.upper * 100)))
    assert shown == [("46.2", "27.1", "66.3"), ("69.2", "48.1", "84.9")]
    assert one_decimal(proportion(9, 28).percent or 0) == "32.1"


@pytest.mark.parametrize(("x", "n"), [(0, 10), (10, 10), (0, 0)])
def test_limits_at_none_and_all(x: int, n: int) -> None:
    for method in ("clopper-pearson", "wilson", "wilsoncc"):
        share = proportion(x, n, method)  # type: ignore[arg-type]
        if n == 0:
            assert (share.percent, share.lower, share.upper) == (None, None, None)
        else:
            assert (share.lower == 0) == (x == 0) and (share.upper == 1) == (x == n)


def test_more_patients_than_there_are_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="outside"):
        proportion(3, 2)
