"""What must hold for every patient: monotone in size, never above the unreduced dose but by the named rounding."""

from decimal import Decimal
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from regimen.case import read_case
from regimen.errors import Refused
from regimen.numbers import exact_arithmetic
from regimen.order import CycleOrder
from tests.regimen.samples import case_json, order_of

D = Decimal
HEIGHT = st.decimals(145, 195, places=1)
WEIGHT = st.decimals(40, 140, places=1)
PERCENT = st.sampled_from([D(100), D(75), D("66.7"), D(50)])
PRACTICE = st.sampled_from(["us", "eu", "cn"])
FORMULA = st.sampled_from(
    ["mosteller", "du_bois", "haycock", "gehan_george", "boyd", "fujimoto", "takahira", "shuter_aslani", "schlich",
     "livingston_lee"]
)  # fmt: skip


def order(height: Decimal, weight: Decimal, **changes: Any) -> CycleOrder:
    return order_of(basis__height_cm=str(height), basis__weight_kg=str(weight), **changes)


def numbers(order: CycleOrder) -> list[Decimal]:
    found = [order.bsa.m2, order.bsa.dosing_m2]
    for dose in order.doses:
        found += [dose.exact_mg, dose.percent, dose.starting_percent]
        found += [value for value in (dose.dose_mg, dose.waste_mg, dose.effective_level) if value is not None]
        found += [value for plan in dose.plans for value in (plan.am_mg, plan.pm_mg, plan.daily_mg)]
        if dose.infusion:
            found += [dose.infusion.volume_ml, dose.infusion.concentration_mg_ml]
    return found


@given(height=HEIGHT, weight=WEIGHT, heavier=WEIGHT, formula=FORMULA, practice=PRACTICE)
def test_a_heavier_patient_never_gets_less(
    height: Decimal, weight: Decimal, heavier: Decimal, formula: str, practice: str
) -> None:
    low, high = sorted((weight, heavier))
    policy = {"bsa_formula": formula}
    small, large = (order(height, kg, policy=policy, practice=practice) for kg in (low, high))
    assert small.bsa.m2 <= large.bsa.m2
    for one, other in zip(small.doses, large.doses, strict=True):
        assert one.exact_mg <= other.exact_mg
        if one.route == "iv" and one.dose_mg is not None and other.dose_mg is not None:
            assert one.dose_mg <= other.dose_mg
        labels = [next((p.am_mg for p in dose.plans if p.label_answer), None) for dose in (one, other)]
        if labels[0] is not None and labels[1] is not None:
            assert labels[0] <= labels[1]


@given(height=HEIGHT, weight=WEIGHT, start=PERCENT, percent=PERCENT, practice=PRACTICE)
def test_a_reduced_dose_is_never_above_the_full_one(
    height: Decimal, weight: Decimal, start: Decimal, percent: Decimal, practice: str
) -> None:
    drugs = ("oxaliplatin", "capecitabine")
    full = order(height, weight, practice=practice)
    less = order(
        height, weight, practice=practice, starting_percent=dict.fromkeys(drugs, str(start)),
        dose_percent=dict.fromkeys(drugs, str(percent)),
    )  # fmt: skip
    for name in drugs:
        one, other = less.dose_of(name), full.dose_of(name)
        with exact_arithmetic():
            assert one.exact_mg <= other.exact_mg
            assert abs(one.exact_mg - other.exact_mg * start * percent / 10_000) < D("1e-25")
        if name == "oxaliplatin":
            assert one.dose_mg is not None
            assert other.dose_mg is not None
            assert one.dose_mg <= other.dose_mg
            assert one.dose_mg - one.exact_mg <= D("2.5"), "only half of the 5 mg step may be added"
    assert less.dose_of("pembrolizumab") == full.dose_of("pembrolizumab")


@given(height=HEIGHT, weight=WEIGHT, cap=st.sampled_from(["1.5", "1.8", "2.0", "2.2"]), practice=PRACTICE)
def test_a_cap_only_lowers_and_says_so(height: Decimal, weight: Decimal, cap: str, practice: str) -> None:
    free = order(height, weight, practice=practice)
    capped = order(height, weight, practice=practice, policy={"bsa_cap_m2": cap})
    assert free.bsa.m2 == capped.bsa.m2
    assert capped.bsa.capped == (free.bsa.m2 > D(cap))
    assert ("bsa-capped" in [alert.code for alert in capped.alerts]) == capped.bsa.capped
    for one, other in zip(capped.doses, free.doses, strict=True):
        assert one.exact_mg == other.exact_mg
        if one.route == "iv" and one.dose_mg is not None and other.dose_mg is not None:
            assert one.dose_mg <= other.dose_mg


@given(
    height=HEIGHT, weight=WEIGHT, percent=PERCENT, practice=PRACTICE,
    step=st.sampled_from(["1", "5", "10", "25"]), rounding=st.sampled_from(["us_150", "eu_table", "nearest_plan"]),
    creatinine=st.none() | st.integers(40, 300),
)  # fmt: skip
def test_every_number_that_comes_out_is_finite_and_not_negative(
    height: Decimal, weight: Decimal, percent: Decimal, practice: str, step: str, rounding: str, creatinine: int | None
) -> None:
    found = order(
        height, weight, practice=practice, dose_percent={"capecitabine": str(percent)},
        policy={"dose_steps_mg": {"oxaliplatin": step}, "capecitabine_rounding": rounding},
        basis__creatinine={"value": creatinine, "unit": "umol/L"} if creatinine else None,
    )  # fmt: skip
    assert all(value.is_finite() and value >= 0 for value in numbers(found))
    assert all(dose.exact_mg > 0 for dose in found.doses)
    oxaliplatin = found.dose_of("oxaliplatin")
    assert oxaliplatin.dose_mg is not None
    assert oxaliplatin.dose_mg % D(step) == 0
    held = sum((vial.size_mg * vial.count for vial in oxaliplatin.vials), D(0))
    assert held - oxaliplatin.dose_mg == oxaliplatin.waste_mg
    for plan in found.dose_of("capecitabine").plans:
        assert plan.am_mg == sum((size * count for size, count in plan.am.items()), D(0))


@given(height=HEIGHT, weight=WEIGHT, practice=PRACTICE)
def test_the_same_question_has_the_same_answer(height: Decimal, weight: Decimal, practice: str) -> None:
    assert order(height, weight, practice=practice) == order(height, weight, practice=practice)


@given(
    st.sampled_from(["basis__height_cm", "basis__weight_kg"]), st.sampled_from(["NaN", "-1", "0", "Infinity", "1e400"])
)
def test_nothing_that_is_no_size_comes_in(key: str, value: str) -> None:
    try:
        read_case(case_json(**{key: value}))
    except Refused:
        return
    raise AssertionError("a size that is none was read")


@given(height=HEIGHT, weight=WEIGHT)
def test_the_tablets_of_the_chosen_plan_make_the_day_and_the_supply(height: Decimal, weight: Decimal) -> None:
    dose = order(height, weight).dose_of("capecitabine")
    assume(dose.chosen is not None)
    plan = dose.plans[dose.chosen or 0]
    assert plan.daily_mg == plan.am_mg + plan.pm_mg == sum(size * n for size, n in plan.supply.items()) / len(dose.days)
    assert sum(plan.supply.values()) == plan.tablets_per_day * len(dose.days)
