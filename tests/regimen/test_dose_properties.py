"""What must hold for every order, whatever the patient: properties of the dose engine over generated adults."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from regimen.dosing import build_order
from regimen.given import Basis, Case, Creatinine, Patient
from regimen.library import load_profile, load_regimen
from regimen.order import CycleOrder, DrugDose
from regimen.policy import resolve_policy

HEIGHTS = st.decimals("140", "205", places=1)
WEIGHTS = st.decimals("35", "150", places=1)
PERCENTS = st.decimals("20", "100", places=1)
PRACTICES = st.sampled_from(["us", "eu", "cn"])
ROUNDINGS = st.sampled_from(["us_150", "eu_table", "nearest_plan"])


def order(
    height: Decimal,
    weight: Decimal,
    practice: str = "us",
    rounding: str = "us_150",
    percent: Decimal = Decimal(100),
    start: Decimal = Decimal(100),
) -> CycleOrder:
    case = Case(
        regimen="ici-capox",
        patient=Patient("female", date(1958, 3, 1)),
        basis=Basis(height, weight, creatinine=Creatinine(Decimal(80), "umol/L")),
        day1=date(2026, 3, 2),
        practice=practice,
        options={"ici": "pembrolizumab"},
        policy={"capecitabine_rounding": rounding},
        dose_percent={"capecitabine": percent, "oxaliplatin": percent},
        starting_percent={"capecitabine": start, "oxaliplatin": start},
    )
    regimen, profile = load_regimen(case.regimen), load_profile(practice)
    policy, defaults_used = resolve_policy(profile, None, case.policy)
    return build_order(regimen, profile, case, policy, defaults_used)


def numbers_of(dose: DrugDose) -> list[Decimal | None]:
    of_plans = [number for plan in dose.plans for number in (plan.am_mg, plan.pm_mg, plan.daily_mg)]
    return [dose.exact_mg, dose.dose_mg, dose.waste_mg, *of_plans]


@given(height=HEIGHTS, one=WEIGHTS, other=WEIGHTS, practice=PRACTICES, rounding=ROUNDINGS)
def test_a_heavier_patient_never_gets_less(
    height: Decimal, one: Decimal, other: Decimal, practice: str, rounding: str
) -> None:
    low, high = (order(height, weight, practice, rounding) for weight in sorted([one, other]))
    for drug in ("pembrolizumab", "oxaliplatin", "capecitabine"):
        less, more = low.dose_of(drug), high.dose_of(drug)
        assert less.exact_mg <= more.exact_mg
        if drug != "capecitabine":
            assert less.dose_mg is not None and more.dose_mg is not None and less.dose_mg <= more.dose_mg
        elif rounding != "nearest_plan":  # the label's rounding is monotone; fewest tablets first need not be
            first = [[plan.am_mg for plan in dose.plans if plan.label_answer] for dose in (less, more)]
            assert min(first[0]) <= max(first[1])


@given(height=HEIGHTS, weight=WEIGHTS, percent=PERCENTS, start=PERCENTS, practice=PRACTICES)
def test_a_reduced_dose_is_above_the_unreduced_one_by_no_more_than_the_named_rounding(
    height: Decimal, weight: Decimal, percent: Decimal, start: Decimal, practice: str
) -> None:
    full, reduced = order(height, weight, practice), order(height, weight, practice, percent=percent, start=start)
    for drug in ("oxaliplatin", "capecitabine"):
        assert reduced.dose_of(drug).exact_mg <= full.dose_of(drug).exact_mg
    given_full, given_less = full.dose_of("oxaliplatin").dose_mg, reduced.dose_of("oxaliplatin").dose_mg
    assert given_full is not None and given_less is not None and given_less <= given_full
    assert reduced.dose_of("pembrolizumab") == replace(
        full.dose_of("pembrolizumab"), proof=reduced.dose_of("pembrolizumab").proof
    )


@given(height=HEIGHTS, weight=WEIGHTS, practice=PRACTICES, rounding=ROUNDINGS, percent=PERCENTS)
def test_tablets_sum_to_the_dose_and_the_supply_to_the_cycle(
    height: Decimal, weight: Decimal, practice: str, rounding: str, percent: Decimal
) -> None:
    dose = order(height, weight, practice, rounding, percent).dose_of("capecitabine")
    assert dose.plans
    for plan in dose.plans:
        assert sum(size * count for size, count in plan.am.items()) == plan.am_mg == plan.pm_mg
        assert sum(plan.supply.values()) == plan.tablets_per_day * 14
        assert sum(size * count for size, count in plan.supply.items()) == plan.daily_mg * 14
        assert all(count > 0 for count in (*plan.am.values(), *plan.pm.values()))
    if dose.chosen is not None:
        assert dose.plans[dose.chosen].within_limit and not dose.tie


@given(height=HEIGHTS, weight=WEIGHTS, practice=PRACTICES, rounding=ROUNDINGS, percent=PERCENTS, start=PERCENTS)
def test_no_number_that_comes_out_is_negative_or_not_finite(
    height: Decimal, weight: Decimal, practice: str, rounding: str, percent: Decimal, start: Decimal
) -> None:
    for dose in order(height, weight, practice, rounding, percent, start).doses:
        assert all(number is None or (number.is_finite() and number >= 0) for number in numbers_of(dose))


@given(height=HEIGHTS, weight=WEIGHTS, practice=PRACTICES)
def test_a_step_moves_a_dose_by_at_most_half_of_it(height: Decimal, weight: Decimal, practice: str) -> None:
    dose = order(height, weight, practice).dose_of("oxaliplatin")
    assert dose.dose_mg is not None
    assert abs(dose.dose_mg - dose.exact_mg) * 2 <= load_profile(practice).policy.dose_steps_mg["oxaliplatin"]


@given(height=HEIGHTS, weight=WEIGHTS, cap=st.decimals("1.6", "2.4", places=1))
def test_a_cap_never_raises_a_dose_and_says_when_it_lowers_one(height: Decimal, weight: Decimal, cap: Decimal) -> None:
    free = order(height, weight)
    assume(free.bsa.m2 != cap)
    case_policy = {"bsa_cap_m2": cap}
    regimen, profile = load_regimen("ici-capox"), load_profile("us")
    policy, defaults_used = resolve_policy(profile, None, case_policy)
    case = Case(
        regimen="ici-capox",
        patient=Patient("female", date(1958, 3, 1)),
        basis=Basis(height, weight),
        day1=date(2026, 3, 2),
        options={"ici": "pembrolizumab"},
        policy=case_policy,
    )
    capped = build_order(regimen, profile, case, policy, defaults_used)
    before, after = free.dose_of("oxaliplatin"), capped.dose_of("oxaliplatin")
    assert before.dose_mg is not None and after.dose_mg is not None and after.dose_mg <= before.dose_mg
    assert capped.bsa.capped == (free.bsa.m2 > cap) == after.capped
    assert capped.bsa.capped == any(alert.code == "bsa-capped" for alert in capped.alerts)
    assert after.exact_mg == before.exact_mg
