"""The sums of the preparation list and the proposed order of a day, from values alone."""

from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.clinic.preparation import Infused, Prepared, infusion_sums
from records.clinic.sequence import Place, read_time, sequence, shown_time
from regimen.vials import vials_for

NOBODY = UUID(int=0)
SIZES = (Decimal(50), Decimal(100), Decimal(200))


def patient(dose_mg: Decimal, sizes: tuple[Decimal, ...] = SIZES) -> Prepared:
    vials, waste = vials_for(dose_mg, sizes)
    one = Infused("oxaliplatin", dose_mg, sizes, vials, waste, dose_mg / 5, Decimal(500), "glucose 5 %", 120)
    return Prepared(NOBODY, NOBODY, "A", "MRN 1", 1, 1, "AB12", (one,), ())


def test_two_patients_share_a_vial_and_the_proof_says_every_part() -> None:
    (found,) = infusion_sums([patient(Decimal(210)), patient(Decimal(235))], sharing=True)
    assert (found.total_mg, found.waste_mg) == (Decimal(445), Decimal(55))
    assert found.shared is not None
    assert (found.shared.waste_mg, found.shared.saved_mg) == (Decimal(5), Decimal(50))
    assert found.proof == (
        "Doses: 210 + 235 = 445 mg",
        "Vials of 200 mg: 1 + 1 = 2",
        "Vials of 50 mg: 1 + 1 = 2",
        "Left over: 40 + 15 = 55 mg; 500 mg in the vials - 445 mg = 55 mg",
        "Shared: 2 x 200 mg + 1 x 50 mg = 450 mg; left over 5 mg; saved 55 - 5 = 50 mg",
    )


def test_patients_of_other_vial_sizes_are_summed_apart() -> None:
    found = infusion_sums([patient(Decimal(210)), patient(Decimal(210), (Decimal(50),))], sharing=True)
    assert [one.total_mg for one in found] == [Decimal(210), Decimal(210)]


def test_without_a_vial_size_nothing_is_counted_and_that_is_said() -> None:
    (found,) = infusion_sums([patient(Decimal(210), ())], sharing=True)
    assert (found.vials, found.waste_mg, found.shared) == ((), None, None)
    assert "nothing is counted" in found.proof[-1]


doses = st.lists(st.decimals("0.5", "1200", places=1), min_size=1, max_size=12)


@given(doses)
def test_vials_hold_the_doses_and_what_is_left_and_sharing_never_needs_more(amounts: list[Decimal]) -> None:
    (found,) = infusion_sums([patient(dose) for dose in amounts], sharing=True)
    held = sum((vial.size_mg * vial.count for vial in found.vials), Decimal(0))
    assert found.shared is not None
    shared = sum((vial.size_mg * vial.count for vial in found.shared.vials), Decimal(0))
    assert held == found.total_mg + (found.waste_mg or 0)
    assert found.total_mg <= shared <= held and held - shared == found.shared.saved_mg


def test_the_longest_sits_down_first_on_the_chair_that_is_free_first() -> None:
    found = sequence([60, 180, 120, None, 60], chairs=2, opening_minute=480)
    assert found == (
        Place(3, 2, 600, 660), Place(1, 1, 480, 660), Place(2, 2, 480, 600), Place(5), Place(4, 1, 660, 720)
    )  # fmt: skip
    assert [place.number for place in sequence([60, 180], 0, None)] == [2, 1]


@given(st.lists(st.integers(1, 600), max_size=30), st.integers(1, 8))
def test_no_chair_holds_two_patients_at_once(minutes: list[int], chairs: int) -> None:
    found = sequence(minutes, chairs, 480)
    for chair in range(1, chairs + 1):
        ends = 480
        for place in sorted((one for one in found if one.chair == chair), key=lambda one: one.start or 0):
            assert place.start == ends and place.end is not None
            ends = place.end
    assert sorted(place.number for place in found) == list(range(1, len(minutes) + 1))


@pytest.mark.parametrize(("text", "minute"), [("8:30", 510), ("08:30", 510), ("0:00", 0), ("23:59", 1439)])
def test_a_time_of_the_day_is_read_and_shown(text: str, minute: int) -> None:
    assert read_time(text) == minute
    assert shown_time(minute).endswith(text)


@pytest.mark.parametrize("text", ["", "8", "24:00", "8:60", "8:3", "-1:00", "٨:٣٠", "008:30"])
def test_what_is_no_time_is_not_read(text: str) -> None:
    assert read_time(text) is None
