"""Grades from numbers on many inputs: monotone in the value, scale-free in the unit, and never anything but Refused."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regimen.errors import Refused
from regimen.grading.grade_case import as_json, grade_case
from regimen.grading.lab_grade import LabGrade, LabResult, grade_lab
from regimen.grading.lab_rules import Rule, lab_rules
from regimen.grading.measures import measures
from regimen.grading.terms import VERSIONS

RULES = [(version, rule) for version in VERSIONS for rule in lab_rules(version).rules.values()]
NAMES = [f"{version} {rule.term.name}" for version, rule in RULES]
BY_NAME = {measure.name: measure for measure in measures().by_word.values()}


def first_number(rule: Rule) -> Decimal:
    """A number near the rule's own limits, so that examples fall where grades change."""
    own = [step.bound.factor for scale in rule.scales for step in scale.steps if not step.bound.reference]
    return own[0] if own else Decimal(50)


def near(rule: Rule) -> st.SearchStrategy[Decimal]:
    """Values from nothing to far above, many of them at the limits themselves."""
    middle = first_number(rule)
    bounds = sorted({step.bound.factor for scale in rule.scales for step in scale.steps})
    at_limits = st.sampled_from(bounds).flatmap(lambda bound: st.sampled_from([bound, bound * middle]))
    tenths = st.integers(0, 3000).map(lambda tenth: Decimal(tenth) / 100 * middle)
    return tenths | at_limits


@st.composite
def results(draw: st.DrawFn, rule: Rule) -> tuple[LabResult, LabResult]:
    """Two results that differ in the value alone, the second one not lower."""
    analyte = draw(st.sampled_from(rule.analytes))
    unit = draw(st.sampled_from(BY_NAME[analyte].units))
    low, high = sorted((draw(near(rule)), draw(near(rule))))
    middle = first_number(rule)
    lln = draw(st.none() | st.integers(1, 30).map(lambda tenth: middle * tenth / 10))
    uln = draw(st.none() | st.integers(1, 30).map(lambda tenth: middle * tenth / 10 + (lln or 0)))
    baseline = draw(st.none() | st.just(uln) | st.integers(0, 300).map(lambda tenth: middle * tenth / 10))
    common = (unit, lln, uln, baseline)
    return LabResult(rule.term.name, analyte, low, *common), LabResult(rule.term.name, analyte, high, *common)


def ends(grade: LabGrade) -> tuple[int, int]:
    return min(grade.candidates), max(grade.candidates)


def assert_whole(graded: LabGrade, rule: Rule) -> None:
    """Grades that exist, the highest offered, and a reason."""
    assert graded.term == rule.term and graded.why.endswith((".", "?")), graded.why
    assert set(graded.candidates) - {0} <= set(rule.term.grades) - {5}
    assert graded.confirm is (len(graded.candidates) > 1)
    assert graded.grade == (max(graded.candidates) if graded.candidates else None)


@pytest.mark.parametrize(("version", "rule"), RULES, ids=NAMES)
@settings(max_examples=25)  # of each of 124 rules
@given(data=st.data())
def test_a_grade_is_monotone_in_the_value(version: str, rule: Rule, data: st.DataObject) -> None:
    lower, higher = data.draw(results(rule))
    below, above = grade_lab(lower, version), grade_lab(higher, version)
    assert_whole(below, rule)
    assert_whole(above, rule)
    if below.grade is None or above.grade is None:
        return
    worse_when_low = rule.scales[0].steps[0].op[0] == "<"
    milder, graver = (ends(above), ends(below)) if worse_when_low else (ends(below), ends(above))
    assert milder[0] <= graver[0] and milder[1] <= graver[1]


@pytest.mark.parametrize("version", VERSIONS)
@given(value=st.integers(0, 20_000), lln=st.integers(1000, 4000))
def test_counts_grade_the_same_in_every_unit(version: str, value: int, lln: int) -> None:
    def graded(unit: str, factor: Decimal) -> tuple[int, ...]:
        result = LabResult("Neutrophil count decreased", "neutrophils", value * factor, unit, lln * factor)
        return grade_lab(result, version).candidates

    assert graded("/mm3", Decimal(1)) == graded("10^9/L", Decimal("0.001")) == graded("10^3/uL", Decimal("0.001"))


_words = st.text(max_size=12) | st.sampled_from(
    [*BY_NAME, "Anemia", "Hyperkalemia", "Hypertension", "5.0", "6.0", "g/dL"]
)
_numbers = st.decimals(allow_nan=True, allow_infinity=True) | st.integers() | st.text(max_size=8) | st.floats()
_anything = st.none() | st.booleans() | _numbers | _words | st.lists(_words, max_size=2)
_fields = ["id", "term", "analyte", "value", "unit", "lln", "uln", "baseline", "date"]
_result = st.dictionaries(st.sampled_from(_fields), _anything, max_size=8)
_whole_result = st.fixed_dictionaries(
    {"analyte": st.sampled_from([*BY_NAME]), "value": st.decimals(0, 10**6, places=3)},
    optional={
        "unit": st.sampled_from(["", "g", "per mole"])
        | st.sampled_from([unit for measure in BY_NAME.values() for unit in measure.units]),
        "term": st.sampled_from([rule.term.name for _, rule in RULES]),
        "uln": st.decimals(1, 1000, places=2),
        "lln": st.decimals(0, 1, places=2),
        "baseline": st.decimals(0, 1000, places=2),
    },
)


@given(
    case=st.dictionaries(
        st.sampled_from(["ctcae", "results", "x"]), _anything | st.lists(_result | _anything, max_size=3)
    )
)
def test_whatever_is_given_is_answered_or_refused(case: dict[str, Any]) -> None:
    try:
        answer = as_json(grade_case(case))
    except Refused as refused:
        assert all(one.reason.endswith(".") for one in refused.refusals)
    else:
        assert len(answer["grades"]) == len(case["results"] or ())


@given(results=st.lists(_whole_result, max_size=4), version=st.sampled_from(VERSIONS))
def test_results_that_can_be_read_are_all_answered(results: list[dict[str, Any]], version: str) -> None:
    answers = as_json(grade_case({"ctcae": version, "results": results}))["grades"]
    assert len(answers) == len(results)
    for answer in answers:
        assert answer["why"]
        assert (answer["grade"] is None) is (answer["candidates"] == [])
