"""The dose engine and the second path agree on a grid, and the comparison would notice if they did not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regimen.dosing import build_order
from regimen.given import Basis, Case, Creatinine, Patient
from regimen.library import load_profile, load_regimen, shipped_profiles, shipped_regimens
from regimen.order import CycleOrder, DrugDose, Vial
from regimen.policy import resolve_policy
from regimen.recheck import compare, recheck
from regimen.recheck_numbers import log10, power, square_root
from tests.regimen import dose_grid as grid


def test_engine_and_second_path_agree_on_a_spanning_grid() -> None:
    points = [*grid.spanning_grid(5), *grid.special_points()]
    assert len(points) > 4000
    wrong = [(point, found) for point in points if (found := grid.differences(grid.case_of(point)))]
    assert not wrong, f"{len(wrong)} of {len(points)} points differ, first: {wrong[0]}"


def test_the_spanning_grid_meets_every_body_surface_and_every_pair_of_settings() -> None:
    points = list(grid.spanning_grid(5))
    assert {point.bsa_m2 for point in points} == set(grid.BODY_SURFACES)
    for key, other in (("capecitabine", "tablets_mg"), ("tablets_mg", "rounding"), ("oxaliplatin", "step_mg")):
        met = {(getattr(point, key), getattr(point, other)) for point in points}
        possible = {(getattr(point, key), getattr(point, other)) for point in grid.whole_grid()}
        assert met == possible


@pytest.mark.parametrize("practice", shipped_profiles())
@pytest.mark.parametrize("regimen_id", shipped_regimens())
def test_every_shipped_regimen_agrees_under_every_practice(regimen_id: str, practice: str) -> None:
    regimen = load_regimen(regimen_id)
    for options in _answers(regimen_id):
        for cycle in {phase.first_cycle for phase in regimen.phases}:
            for kg in ("29.9", "30.0", "30.1", "58", "104"):
                case = replace(
                    grid.case_of(grid.Point(Decimal("1.63"), (None, "100"), (None, "100"), "5", (150, 500), "us_150")),
                    regimen=regimen_id,
                    options=options,
                    cycle=cycle,
                    practice=practice,
                    policy={},
                    basis=Basis(Decimal(165), Decimal(kg), creatinine=Creatinine(Decimal("1.1"), "mg/dL")),
                )
                assert grid.differences(case, regimen_id, practice) == ()


def _answers(regimen_id: str) -> list[dict[str, str]]:
    """Every combination of a regimen's options that it asks for."""
    regimen = load_regimen(regimen_id)
    found: list[dict[str, str]] = [{}]
    grown = True
    while grown:
        grown = False
        for answers in list(found):
            for option in regimen.options_of(answers):
                if option.id not in answers and option.required:
                    found.remove(answers)
                    found += [{**answers, option.id: choice.id} for choice in option.choices]
                    grown = True
                    break
            if grown:
                break
    return found


@settings(max_examples=300)
@given(
    formula=st.sampled_from(
        ["mosteller", "du_bois", "haycock", "gehan_george", "boyd", "fujimoto", "takahira", "shuter_aslani", "schlich",
         "livingston_lee"]
    ),
    height=st.decimals("140", "205", places=1),
    weight=st.decimals("35", "150", places=1),
    umol=st.decimals("35", "400", places=0),
    sex=st.sampled_from(["female", "male"]),
    crcl_weight=st.sampled_from(["actual", "ideal", "adjusted", "auto"]),
    percent=st.decimals("40", "100", places=1),
    practice=st.sampled_from(["us", "eu", "cn"]),
)  # fmt: skip
def test_any_adult_agrees(
    formula: str,
    height: Decimal,
    weight: Decimal,
    umol: Decimal,
    sex: str,
    crcl_weight: str,
    percent: Decimal,
    practice: str,
) -> None:
    case = Case(
        regimen="ici-capox",
        patient=Patient(sex, date(1958, 3, 1)),  # type: ignore[arg-type]
        basis=Basis(height, weight, creatinine=Creatinine(umol, "umol/L")),
        day1=date(2026, 3, 2),
        practice=practice,
        options={"ici": "durvalumab"},
        policy={"bsa_formula": formula, "crcl_weight": crcl_weight},
        dose_percent={"capecitabine": percent, "oxaliplatin": percent},
    )
    assert grid.differences(case, practice=practice) == ()


# The comparison itself: an order changed in one place is found out, in that place.


def _order(point: object) -> tuple[CycleOrder, Case]:
    case = grid.case_of(point)
    regimen, profile = load_regimen("ici-capox"), load_profile("us")
    policy, defaults_used = resolve_policy(profile, None, case.policy)
    return build_order(regimen, profile, case, policy, defaults_used), case


def _changed(order: CycleOrder, drug: str, change: Callable[[DrugDose], DrugDose]) -> CycleOrder:
    return replace(order, doses=tuple(change(dose) if dose.drug == drug else dose for dose in order.doses))


def _first_plan(**changes: object) -> Callable[[DrugDose], DrugDose]:
    return lambda dose: replace(dose, plans=(replace(dose.plans[0], **changes), *dose.plans[1:]))  # type: ignore[arg-type]


D = Decimal
CHANGES: list[tuple[str, str, Callable[[DrugDose], DrugDose]]] = [
    ("oxaliplatin.dose_mg", "oxaliplatin", lambda dose: replace(dose, dose_mg=D(215))),
    ("oxaliplatin.exact_mg", "oxaliplatin", lambda dose: replace(dose, exact_mg=dose.exact_mg + D("1e-20"))),
    ("oxaliplatin.variance_percent", "oxaliplatin", lambda dose: replace(dose, variance_percent=D(0))),
    ("oxaliplatin.days", "oxaliplatin", lambda dose: replace(dose, days=(1, 8))),
    ("oxaliplatin.route", "oxaliplatin", lambda dose: replace(dose, route="po")),
    ("oxaliplatin.waste_mg", "oxaliplatin", lambda dose: replace(dose, waste_mg=D(0))),
    ("oxaliplatin.vials", "oxaliplatin", lambda dose: replace(dose, vials=(Vial(D(100), 2),))),
    (
        "oxaliplatin.volume_ml",
        "oxaliplatin",
        lambda dose: replace(dose, infusion=replace(dose.infusion, volume_ml=D(250))),  # type: ignore[type-var]
    ),
    (
        "oxaliplatin.concentration_mg_ml",
        "oxaliplatin",
        lambda dose: replace(dose, infusion=replace(dose.infusion, concentration_mg_ml=D("0.43"))),  # type: ignore[type-var]
    ),
    ("capecitabine.doses_per_day", "capecitabine", lambda dose: replace(dose, doses_per_day=1)),
    ("capecitabine.plans[0].supply", "capecitabine", _first_plan(supply={D(150): 28, D(500): 83})),
    ("capecitabine.plans[0].variance_percent", "capecitabine", _first_plan(variance_percent=D(0))),
    ("capecitabine.plans[0].am_mg", "capecitabine", _first_plan(am_mg=D(1600))),
    ("capecitabine.plans[0].daily_mg", "capecitabine", _first_plan(daily_mg=D(3200))),
    ("capecitabine.plans[0].tablets_per_day", "capecitabine", _first_plan(tablets_per_day=6)),
    ("capecitabine.plans[0].within_limit", "capecitabine", _first_plan(within_limit=False)),
    ("capecitabine.plans[0].packs", "capecitabine", _first_plan(packs={D(150): 99})),
    ("capecitabine.plans[0].strengths", "capecitabine", _first_plan(am={D(550): 3}, pm={D(550): 3})),
    ("capecitabine.plans", "capecitabine", lambda dose: replace(dose, plans=dose.plans[1:])),
    ("capecitabine.order", "capecitabine", lambda dose: replace(dose, plans=tuple(reversed(dose.plans)))),
    ("capecitabine.tie", "capecitabine", lambda dose: replace(dose, tie=True)),
    ("capecitabine.chosen", "capecitabine", lambda dose: replace(dose, chosen=1)),
    ("capecitabine.dose_mg", "capecitabine", lambda dose: replace(dose, dose_mg=D(1600))),
    ("capecitabine.label_answer", "capecitabine", _first_plan(label_answer=False)),
]  # fmt: skip


@pytest.mark.parametrize(("field", "drug", "change"), CHANGES, ids=[field for field, _, _ in CHANGES])
def test_a_changed_order_is_found_out_where_it_was_changed(
    field: str, drug: str, change: Callable[[DrugDose], DrugDose]
) -> None:
    point = grid.Point(Decimal("1.63"), (None, "100"), (None, "100"), "5", (150, 500), "us_150")
    order, case = _order(point)
    again = recheck(load_regimen("ici-capox").text, load_profile("us").text, case)
    assert compare(order, again, case) == ()
    assert field in {found.field for found in compare(_changed(order, drug, change), again, case)}


def test_a_missing_drug_a_wrong_body_surface_and_a_wrong_clearance_are_found_out() -> None:
    order, case = _order(grid.Point(Decimal("1.63"), (None, "100"), (None, "100"), "5", (150, 500), "us_150"))
    again = recheck(load_regimen("ici-capox").text, load_profile("us").text, case)
    assert order.renal is not None
    wrong = replace(
        order,
        doses=order.doses[1:],
        bsa=replace(order.bsa, m2=Decimal("1.64")),
        renal=replace(order.renal, crcl_ml_min=Decimal(50)),
    )
    assert {found.field for found in compare(wrong, again, case)} == {"bsa.m2", "pembrolizumab", "renal.crcl_ml_min"}


def test_another_weight_on_the_second_path_shows_in_what_depends_on_it() -> None:
    order, case = _order(grid.Point(Decimal("1.63"), (None, "100"), (None, "100"), "5", (150, 500), "us_150"))
    other = replace(case, basis=replace(case.basis, weight_kg=Decimal(56)))
    again = recheck(load_regimen("ici-capox").text, load_profile("us").text, other)
    fields = {found.field for found in compare(order, again, case)}
    assert {"bsa.m2", "oxaliplatin.exact_mg", "capecitabine.exact_mg", "renal.crcl_ml_min"} <= fields
    assert not any(field.startswith("pembrolizumab") for field in fields)


@pytest.mark.parametrize("surface", ["1.125", "1.275", "1.425", "1.575", "1.725", "1.875", "2.025", "2.175", "2.325"])
def test_an_exact_half_of_150_shows_both_candidates_and_preselects_none(surface: str) -> None:
    order, _ = _order(grid.Point(Decimal(surface), (None, "100"), (None, "100"), "5", (150, 500), "us_150"))
    dose = order.dose_of("capecitabine")
    exact = Decimal(surface) * 1000
    assert dose.tie and dose.chosen is None and dose.dose_mg is None
    assert [plan.am_mg for plan in dose.plans[:2]] == [exact - 75, exact + 75]


# The arithmetic of the second path


@given(st.fractions("1/1000", "1000000", max_denominator=1000))
def test_a_square_root_squared_is_the_number(value: Fraction) -> None:
    assert abs(square_root(value) ** 2 - value) <= value * Fraction(1, 10**50)
    assert square_root(value * value) == value


@given(st.fractions("1/100", "1000", max_denominator=100), st.integers(1, 5), st.integers(1, 5))
def test_powers_follow_their_laws(base: Fraction, up: int, down: int) -> None:
    near = Fraction(1, 10**45)
    assert abs(power(base, Fraction(up, down)) ** down - base**up) <= near * base**up * 100
    assert abs(power(base, Fraction(-up)) * base**up - 1) <= near


def test_common_logarithms_of_powers_of_ten_are_whole() -> None:
    for digits in range(-3, 7):
        assert abs(log10(Fraction(10) ** digits) - digits) < Fraction(1, 10**50)
