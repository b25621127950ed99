"""Clearance, filtration rate and the weights behind them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen.age import age_y
from regimen.errors import OutOfRange, Refused
from regimen.kidney import ckd_epi_2021, cockcroft_gault, creatinine_umol_l, de_indexed
from regimen.recheck_numbers import power
from regimen.weights import adjusted_kg, crcl_weight, devine_kg

UMOL = st.decimals("20", "900", places=0)
KG = st.decimals("35", "150", places=1)


@pytest.mark.parametrize(
    ("age", "kg", "umol", "sex", "ml_min"),
    [
        pytest.param(68, "58", "88.4", "female", "49.30", id="formula"),
        pytest.param(68, "58", "88", "female", "49.52", id="kidney edge"),
        pytest.param(40, "72", "88.4", "male", "100.00", id="unity"),
        pytest.param(72, "60", "88.4", "female", "48.17", id="72 x 1.0 mg/dL"),
        pytest.param(72, "60", "114.92", "female", "37.05", id="72 x 1.3 mg/dL"),
    ],
)
def test_clearance(age: int, kg: str, umol: str, sex: str, ml_min: str) -> None:
    assert round(cockcroft_gault(age, Decimal(kg), Decimal(umol), sex), 2) == Decimal(ml_min)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("age", "kg", "umol"),
    [(17, "70", "90"), (111, "70", "90"), (60, "70", "17.9"), (60, "70", "1501"), (60, "0", "90")],
)
def test_clearance_outside_the_limits_is_refused(age: int, kg: str, umol: str) -> None:
    with pytest.raises(OutOfRange):
        cockcroft_gault(age, Decimal(kg), Decimal(umol), "male")


@given(kg=KG, a=UMOL, b=UMOL)
def test_more_creatinine_never_means_more_clearance(kg: Decimal, a: Decimal, b: Decimal) -> None:
    assert cockcroft_gault(60, kg, max(a, b), "male") <= cockcroft_gault(60, kg, min(a, b), "male")


@given(kg=KG, umol=UMOL, a=st.integers(18, 110), b=st.integers(18, 110))
def test_greater_age_never_means_more_clearance(kg: Decimal, umol: Decimal, a: int, b: int) -> None:
    assert cockcroft_gault(max(a, b), kg, umol, "female") <= cockcroft_gault(min(a, b), kg, umol, "female")


@given(mg_dl=st.decimals("0.3", "10", places=2), kg=KG, age=st.integers(18, 110))
def test_both_units_of_creatinine_give_one_clearance(mg_dl: Decimal, kg: Decimal, age: int) -> None:
    clearance = Fraction(cockcroft_gault(age, kg, creatinine_umol_l(mg_dl, "mg/dL"), "male"))
    assert abs(clearance - (140 - age) * Fraction(kg) / (72 * Fraction(mg_dl))) < Fraction(1, 10**28)


def test_an_unknown_unit_of_creatinine_is_refused() -> None:
    with pytest.raises(Refused, match="mg/dL and umol/L"):
        creatinine_umol_l(Decimal(1), "mmol/L")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("age", "mg_dl", "sex", "rate"),
    [
        (60, "1.0", "male", "86.2"),
        (60, "1.0", "female", "64.5"),
        (30, "0.6", "female", "123.8"),
        (80, "2.5", "male", "25.3"),
    ],
)
def test_filtration_rate(age: int, mg_dl: str, sex: str, rate: str) -> None:
    assert round(ckd_epi_2021(age, Decimal(mg_dl), sex), 1) == Decimal(rate)  # type: ignore[arg-type]


@given(age=st.integers(18, 110), mg_dl=st.decimals("0.3", "10", places=2))
def test_filtration_rate_agrees_with_fractions(age: int, mg_dl: Decimal) -> None:
    ratio = Fraction(mg_dl) / Fraction("0.9")
    low, high = min(ratio, Fraction(1)), max(ratio, Fraction(1))
    wanted = 142 * power(low, Fraction("-0.302")) * power(high, Fraction("-1.2")) * Fraction("0.9938") ** age
    assert abs(Fraction(ckd_epi_2021(age, mg_dl, "male")) - wanted) < Fraction(1, 10**28)


def test_de_indexing_at_the_reference_surface_changes_nothing() -> None:
    assert de_indexed(Decimal("86.2"), Decimal("1.73")) == Decimal("86.2")


def test_ideal_weight_by_devine() -> None:
    assert devine_kg(Decimal("152.4"), "female") == Decimal("45.5")
    assert devine_kg(Decimal("177.8"), "male") == Decimal(73)  # 70 in
    assert adjusted_kg(Decimal(100), Decimal(70)) == Decimal(82)


def test_auto_takes_actual_weight_below_a_body_mass_index_of_30_and_adjusted_from_there() -> None:
    below = crcl_weight("auto", Decimal(170), Decimal("86.6"), "male")
    at = crcl_weight("auto", Decimal(170), Decimal("86.7"), "male")  # 30.0 exactly
    assert below.name == "actual" and below.kg == Decimal("86.6")
    assert at.name == "adjusted" and devine_kg(Decimal(170), "male") < at.kg < Decimal("86.7")


@given(
    setting=st.sampled_from(["actual", "ideal", "adjusted", "auto"]),
    height=st.decimals("140", "205", places=0),
    kg=KG,
    sex=st.sampled_from(["female", "male"]),
)
def test_no_clearance_weight_lies_above_the_actual_one(setting: str, height: Decimal, kg: Decimal, sex: str) -> None:
    chosen = crcl_weight(setting, height, kg, sex)  # type: ignore[arg-type]
    assert 0 < chosen.kg <= kg
    assert all(candidate <= kg for candidate in chosen.candidates.values())
    assert chosen.candidates[chosen.name] == chosen.kg


def test_below_60_inches_the_extrapolation_is_flagged() -> None:
    assert crcl_weight("ideal", Decimal(150), Decimal(60), "female").below_60_in
    assert not crcl_weight("ideal", Decimal("152.4"), Decimal(60), "female").below_60_in


def test_where_devine_gives_no_weight_only_a_setting_that_needs_it_is_refused() -> None:
    assert crcl_weight("actual", Decimal(100), Decimal(30), "female").candidates == {"actual": Decimal(30)}
    with pytest.raises(OutOfRange):
        crcl_weight("ideal", Decimal(100), Decimal(30), "female")


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(1958, 3, 1), date(2026, 2, 28), 67),
        (date(1958, 3, 1), date(2026, 3, 1), 68),
        (date(1960, 2, 29), date(2027, 2, 28), 66),
        (date(1960, 2, 29), date(2027, 3, 1), 67),
        (date(1960, 2, 29), date(2028, 2, 29), 68),
    ],
)
def test_age_on_a_day(born: date, day: date, years: int) -> None:
    assert age_y(born, day) == years
