"""Vials, bags and band tables."""

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen.bands import band_dose
from regimen.definition import VolumeRule
from regimen.infusion import concentration_status, volume_for
from regimen.order import Vial
from regimen.practice import BandRow
from regimen.vials import vials_for
from tests.regimen.samples import order_of

D = Decimal


def bands(*rows: str) -> tuple[BandRow, ...]:
    return tuple(BandRow(*(D(cell) for cell in row.split())) for row in rows)


@pytest.mark.parametrize(
    ("dose", "sizes", "vials", "waste"),
    [
        ("210", "50 100", {100: 2, 50: 1}, "40"),
        ("210", "50 100 200", {200: 1, 50: 1}, "40"),
        ("200", "100", {100: 2}, "0"),
        ("1", "100", {100: 1}, "99"),
        ("1500", "120 500", {500: 3}, "0"),
        ("570", "120 500", {120: 5}, "30"),
        ("1630", "200 1000", {1000: 1, 200: 4}, "170"),
        ("26.3", "2.6 5.26", {Decimal("5.26"): 5}, "0"),
    ],
)
def test_vials_waste_least_then_are_fewest(dose: str, sizes: str, vials: dict[Any, int], waste: str) -> None:
    found, left = vials_for(D(dose), tuple(D(size) for size in sizes.split()))
    assert {vial.size_mg: vial.count for vial in found} == vials
    assert left == D(waste)


def test_without_vial_sizes_nothing_is_said() -> None:
    assert vials_for(D(210), ()) == ((), None)


@given(
    dose=st.integers(1, 600).map(Decimal),
    sizes=st.sets(st.sampled_from([D(30), D(50), D(70), D(120), D(200)]), min_size=1, max_size=3),
)
def test_no_other_choice_of_vials_wastes_less_or_is_fewer(dose: Decimal, sizes: set[Decimal]) -> None:
    found, waste = vials_for(dose, tuple(sizes))
    ordered = sorted(sizes)
    best = min(
        (total - dose, sum(counts))
        for counts in product(*(range(int(dose // size) + 2) for size in ordered))
        if (total := sum((size * n for size, n in zip(ordered, counts, strict=True)), D(0))) >= dose
    )
    assert (waste, sum(vial.count for vial in found)) == best
    assert all(isinstance(vial, Vial) and vial.count > 0 for vial in found)


TABLE = bands("8.49 9.48 9", "9.49 10.48 10", "10.49 11.48 11")


@pytest.mark.parametrize(
    ("exact", "dose"), [("9.48", 9), ("9.484999", 9), ("9.485", 10), ("9.49", 10), ("10.4849", 10), ("10.485", 11)]
)
def test_an_exact_dose_between_printed_ends_is_rounded_to_the_tables_decimals(exact: str, dose: int) -> None:
    assert band_dose(TABLE, D(exact)).dose_mg == dose


@pytest.mark.parametrize("exact", ["8.48", "11.49", "500"])
def test_outside_the_table_there_is_no_dose(exact: str) -> None:
    found = band_dose(TABLE, D(exact))
    assert (found.dose_mg, found.problem) == (None, "gap")


def test_a_value_two_bands_hold_is_not_decided_here() -> None:
    found = band_dose(bands("9 10 9", "10 11 10"), D(10))
    assert (found.dose_mg, found.problem) == (None, "step")


def test_a_band_table_takes_the_place_of_the_step_and_a_gap_stops() -> None:
    rows = [{"from_mg": "205", "to_mg": "215", "dose_mg": "208"}]
    order = order_of(policy={"bands": {"oxaliplatin": rows}})
    dose = order.dose_of("oxaliplatin")
    assert dose.dose_mg == 208
    assert [step.step for step in dose.proof if step.step in ("band", "rounding")] == ["band"]
    empty = order_of(policy={"bands": {"oxaliplatin": [{"from_mg": "1", "to_mg": "2", "dose_mg": "2"}]}})
    dose = empty.dose_of("oxaliplatin")
    assert (dose.dose_mg, dose.vials, dose.infusion) == (None, (), None)
    assert "no-dose" in [alert.code for alert in empty.alerts if alert.severity == "stop"]


@pytest.mark.parametrize(("dose", "volume"), [("104", 250), ("104.01", 500), ("900", 500)])
def test_each_volume_rows_end_belongs_to_it(dose: str, volume: int) -> None:
    rules = (VolumeRule(D(104), D(250)), VolumeRule(None, D(500)))
    assert volume_for(rules, D(dose)) == volume


@pytest.mark.parametrize(
    ("value", "status"), [("1", "ok"), ("10", "ok"), ("0.9999", "below_min"), ("10.0001", "above_max")]
)
def test_the_limits_of_a_concentration_are_inside(value: str, status: str) -> None:
    assert concentration_status(D(value), D(1), D(10)) == status
    assert concentration_status(D(value), None, None) == "no_limits"


def test_a_small_bag_for_oxaliplatin_warns_of_the_concentration() -> None:
    order = order_of(policy={"volumes_ml": {"oxaliplatin": 250}})
    infusion = order.dose_of("oxaliplatin").infusion
    assert infusion is not None
    assert (infusion.concentration_mg_ml, infusion.status) == (D("0.84"), "above_max")
    assert "concentration-high" in [alert.code for alert in order.alerts]
