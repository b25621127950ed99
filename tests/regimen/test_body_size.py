"""Body surface by ten formulas: reference values, traps of published formulas, properties, the second path."""

from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen.body_size import FORMULAS, bmi, bsa
from regimen.errors import OutOfRange, Refused
from regimen.practice import BsaFormula
from regimen.recheck_order import body_surface

HEIGHTS = st.decimals("100", "230", places=1)
WEIGHTS = st.decimals("25", "300", places=1)
NAMES = st.sampled_from(get_args(BsaFormula))
SEXES = st.sampled_from(["female", "male"])


@pytest.mark.parametrize(
    ("formula", "height", "weight", "m2"),
    [
        ("mosteller", 172, 68, "1.8025"),
        ("du_bois", 172, 68, "1.8028"),
        ("haycock", 172, 68, "1.8058"),
        ("gehan_george", 172, 68, "1.8131"),
        ("boyd", 172, 68, "1.8124"),
        ("mosteller", 155, 45, "1.3919"),
        ("du_bois", 155, 45, "1.4027"),
        ("haycock", 155, 45, "1.3878"),
        ("gehan_george", 155, 45, "1.4030"),
        ("boyd", 155, 45, "1.3997"),
        ("livingston_lee", 180, 100, "2.3041"),
        ("du_bois", 160, 120, "2.1777"),
    ],
)
def test_reference_values(formula: BsaFormula, height: int, weight: int, m2: str) -> None:
    assert round(bsa(formula, Decimal(height), Decimal(weight), "female"), 4) == Decimal(m2)


def test_mosteller_of_the_first_patient_carries_full_precision() -> None:
    assert str(bsa("mosteller", Decimal(165), Decimal("58.0"))).startswith("1.6304396135194131541452")


def test_mosteller_of_a_perfect_square_is_exact() -> None:
    assert bsa("mosteller", Decimal(162), Decimal(72)) == Decimal("1.8")


def test_boyd_is_the_form_for_kilograms() -> None:
    """The form for grams, 0.0003207 x W^(0.7285 - 0.0188 log10 W) x H^0.3 with W in g, must give nearly the same."""
    grams = Decimal(68000)
    of_grams = Decimal("0.0003207") * grams ** (Decimal("0.7285") - Decimal("0.0188") * grams.log10())
    of_grams *= Decimal(172) ** Decimal("0.3")
    assert abs(of_grams - bsa("boyd", Decimal(172), Decimal(68))) < Decimal("0.002")


def test_schlich_differs_by_sex_and_asks_for_it() -> None:
    woman, man = (bsa("schlich", Decimal(170), Decimal(70), sex) for sex in ("female", "male"))
    assert round(woman, 3) == Decimal("1.765") and round(man, 3) == Decimal("1.698")
    with pytest.raises(Refused, match="needs the sex"):
        bsa("schlich", Decimal(170), Decimal(70))


def test_livingston_lee_ignores_height() -> None:
    assert bsa("livingston_lee", Decimal(150), Decimal(70)) == bsa("livingston_lee", Decimal(190), Decimal(70))


@pytest.mark.parametrize("bad", ["0", "-1", "NaN", "Infinity"])
def test_sizes_that_are_no_sizes_are_refused(bad: str) -> None:
    with pytest.raises(OutOfRange):
        bsa("mosteller", Decimal(bad), Decimal(70))
    with pytest.raises(OutOfRange):
        bsa("mosteller", Decimal(170), Decimal(bad))


def test_an_unknown_formula_is_refused() -> None:
    with pytest.raises(Refused, match="stevenson"):
        bsa("stevenson", Decimal(170), Decimal(70))  # type: ignore[arg-type]


def test_every_formula_cites_its_source_and_says_how_it_is_written() -> None:
    assert set(FORMULAS) == set(get_args(BsaFormula))
    assert all(facts.source and facts.written for facts in FORMULAS.values())


@given(NAMES, HEIGHTS, WEIGHTS, WEIGHTS, SEXES)
def test_a_heavier_patient_never_has_less_surface(
    name: BsaFormula, height: Decimal, one: Decimal, other: Decimal, sex: str
) -> None:
    low, high = sorted([one, other])
    assert bsa(name, height, low, sex) <= bsa(name, height, high, sex)  # type: ignore[arg-type]


@given(NAMES, HEIGHTS, HEIGHTS, WEIGHTS, SEXES)
def test_a_taller_patient_never_has_less_surface(
    name: BsaFormula, one: Decimal, other: Decimal, weight: Decimal, sex: str
) -> None:
    low, high = sorted([one, other])
    assert bsa(name, low, weight, sex) <= bsa(name, high, weight, sex)  # type: ignore[arg-type]


@given(NAMES, HEIGHTS, WEIGHTS, SEXES)
def test_the_second_path_finds_the_same_surface(name: BsaFormula, height: Decimal, weight: Decimal, sex: str) -> None:
    first = Fraction(bsa(name, height, weight, sex))  # type: ignore[arg-type]
    second = body_surface(name, Fraction(height), Fraction(weight), sex)
    assert abs(first - second) < Fraction(1, 10**31)


@given(HEIGHTS, WEIGHTS)
def test_body_mass_index_is_weight_over_squared_metres(height: Decimal, weight: Decimal) -> None:
    assert abs(Fraction(bmi(height, weight)) - Fraction(weight) / (Fraction(height) / 100) ** 2) < Fraction(1, 10**28)
