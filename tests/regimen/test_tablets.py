"""Whole-tablet plans: which are listed, in which order, and when a person must choose."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regimen.numbers import exact_arithmetic
from regimen.order import TabletPlan
from regimen.tablets import TabletTask, preselected, splits, tablet_plans

D = Decimal


def task(exact: str, **changes: Any) -> TabletTask:
    made: dict[str, Any] = {
        "exact_mg": D(exact), "target_mg": D(exact), "label_mg": (), "strengths_mg": (D(150), D(500)), "days": 14,
        "doses_per_day": 2, "limit_percent": D(5), "unequal": False, "unequal_most_mg": D(500), "packs": {},
    }  # fmt: skip
    return TabletTask(**(made | changes))


def said(plan: TabletPlan) -> str:
    def side(counts: Any) -> str:
        return "+".join(f"{count}x{size}" for size, count in sorted(counts.items(), reverse=True))

    return side(plan.am) if plan.am == plan.pm else f"{side(plan.am)}/{side(plan.pm)}"


# Fewest-tablet splits of 150 and 500 mg: t150 + t500, from the clinical reference.
FEWEST = (
    "900 6+0; 950 3+1; 1000 0+2; 1050 7+0; 1100 4+1; 1150 1+2; 1200 8+0; 1250 5+1; 1300 2+2; 1350 9+0; 1400 6+1; "
    "1450 3+2; 1500 0+3; 1600 4+2; 1650 1+3; 1750 5+2; 1800 2+3; 1950 3+3; 2000 0+4; 2100 4+3; 2150 1+4; 2250 5+3; "
    "2300 2+4; 2400 6+3; 2500 0+5; 2650 1+5; 2800 2+5"
)


@pytest.mark.parametrize("row", FEWEST.split("; "))
def test_the_fewest_tablets_of_the_reference_come_first(row: str) -> None:
    amount, counts = row.split()
    small, large = counts.split("+")
    first = dict(splits(D(amount), (D(150), D(500)))[0])
    assert (first.get(D(150), 0), first.get(D(500), 0)) == (int(small), int(large))


@pytest.mark.parametrize("amount", ["850", "700", "550", "75", "100"])
def test_some_amounts_cannot_be_made(amount: str) -> None:
    assert splits(D(amount), (D(150), D(500))) == ()


def test_a_split_with_one_strength_is_kept_beside_the_one_with_fewest_tablets() -> None:
    assert [dict(split) for split in splits(D(1650), (D(150), D(500)))] == [{D(500): 3, D(150): 1}, {D(150): 11}]
    assert [dict(split) for split in splits(D(1500), (D(150), D(500)))] == [{D(500): 3}]


def test_scenario_2_both_strengths_in_stock() -> None:
    with exact_arithmetic():
        plans, tie = tablet_plans(task("1630.44"))
    assert [said(plan) for plan in plans[:2]] == ["3x500+1x150", "2x500+4x150"]
    assert [plan.tablets_per_day for plan in plans[:2]] == [8, 12]
    assert plans[0].supply == {D(500): 84, D(150): 28}
    assert [str(round(plan.variance_percent, 1)) for plan in plans[:2]] == ["1.2", "-1.9"]
    assert not tie
    assert preselected(plans, tie) == 0


def test_scenario_2_only_500_mg_is_flagged_and_not_preselected() -> None:
    plans, tie = tablet_plans(task("1630.44", strengths_mg=(D(500),), unequal=True))
    listed = {said(plan): (str(round(plan.variance_percent, 1)), plan.supply[D(500)]) for plan in plans}
    assert listed == {"3x500": ("-8.0", 84), "3x500/4x500": ("7.3", 98)}
    assert not any(plan.within_limit for plan in plans)
    assert preselected(plans, tie) is None


def test_unequal_morning_and_evening_are_off_unless_asked_for() -> None:
    plans, _ = tablet_plans(task("1630.44", strengths_mg=(D(500),)))
    assert [said(plan) for plan in plans] == ["3x500", "4x500"]


def test_unequal_plans_stay_within_the_most_they_may_differ() -> None:
    plans, _ = tablet_plans(task("1222.8", unequal=True, unequal_most_mg=D(150)))
    assert any(plan.am_mg != plan.pm_mg for plan in plans)
    assert all(0 <= plan.pm_mg - plan.am_mg <= 150 for plan in plans)


def test_the_labels_answer_leads_and_its_error_does_not_hide_the_others() -> None:
    plans, _ = tablet_plans(task("1222.8", label_mg=(D(1200),)))
    assert [said(plan) for plan in plans[:3]] == ["8x150", "1x500+5x150", "2x500+1x150"]
    assert [plan.label_answer for plan in plans] == [True] + [False] * (len(plans) - 1)
    assert plans[2].within_limit is False


def test_an_exact_half_between_two_label_doses_is_a_tie_with_the_lower_first() -> None:
    plans, tie = tablet_plans(task("1725", label_mg=(D(1650), D(1800))))
    assert tie
    assert [plan.am_mg for plan in plans[:2]] == [1650, 1800]
    assert all(plan.label_answer for plan in plans[:2])
    assert preselected(plans, tie) is None


def test_two_equally_good_plans_are_a_tie() -> None:
    plans, tie = tablet_plans(task("1050", strengths_mg=(D(300), D(500)), limit_percent=D(10)))
    assert (plans[0].am_mg, plans[1].am_mg) == (1000, 1100)
    assert plans[0].tablets_per_day < plans[1].tablets_per_day
    assert not tie
    plans, tie = tablet_plans(task("2050", strengths_mg=(D(400), D(600)), limit_percent=D(10)))
    assert {plans[0].am_mg, plans[1].am_mg} == {2000, 2200} or not tie
    plans, tie = tablet_plans(task("450", strengths_mg=(D(400), D(500)), limit_percent=D(20)))
    assert tie
    assert [plan.am_mg for plan in plans[:2]] == [400, 500]


def test_packs_are_rounded_up() -> None:
    plans, _ = tablet_plans(task("1650", packs={D(500): 120, D(150): 60}))
    assert plans[0].packs == {D(500): 1, D(150): 1}
    plans, _ = tablet_plans(task("2500", packs={D(500): 120, D(150): 60}))
    assert plans[0].packs == {D(500): 2}


def test_the_limit_is_inclusive_and_compared_unrounded() -> None:
    def inside(exact: str) -> bool:
        return next(p for p in tablet_plans(task(exact))[0] if p.am_mg == 1000).within_limit

    with exact_arithmetic():
        assert inside("1000")
        assert inside(str(D(1000) / D("1.05")) + "1")
        assert not inside("952.38")
        assert not inside("1052.64")
        assert inside("1052.63")


def test_once_a_day_has_no_evening() -> None:
    plans, _ = tablet_plans(task("1630.44", doses_per_day=1))
    assert plans[0].pm == {}
    assert plans[0].daily_mg == plans[0].am_mg == 1650
    assert plans[0].supply == {D(500): 42, D(150): 14}


@given(
    exact=st.decimals(200, 3500, places=3),
    strengths=st.sets(st.sampled_from([D(100), D(150), D(300), D(500)]), min_size=1, max_size=3),
    limit=st.sampled_from([D(0), D(3), D(5), D(10), D(15)]),
    unequal=st.booleans(),
    per_day=st.sampled_from([1, 2]),
)
def test_every_plan_adds_up_and_the_order_holds(
    exact: Decimal, strengths: set[Decimal], limit: Decimal, unequal: bool, per_day: int
) -> None:
    asked = task(
        str(exact), strengths_mg=tuple(sorted(strengths)), limit_percent=limit, unequal=unequal, doses_per_day=per_day
    )
    with exact_arithmetic():
        plans, tie = tablet_plans(asked)
        assert plans
        for plan in plans:
            am, pm = (sum((size * n for size, n in side.items()), D(0)) for side in (plan.am, plan.pm))
            assert (plan.am_mg, plan.pm_mg, plan.daily_mg) == (am, pm, am + pm)
            assert plan.tablets_per_day == sum(plan.am.values()) + sum(plan.pm.values())
            assert sum(plan.supply.values()) == 14 * plan.tablets_per_day
            assert all(count > 0 for count in (*plan.am.values(), *plan.pm.values()))
            assert set(plan.supply) <= strengths
            off = abs(plan.daily_mg - per_day * exact) * 100
            assert plan.within_limit == (off <= limit * per_day * exact)
            assert unequal or per_day == 1 or plan.am_mg == plan.pm_mg
        keys = [
            (not p.within_limit, p.tablets_per_day, len(p.supply), abs(p.daily_mg - per_day * exact)) for p in plans
        ]
        assert all(earlier <= later for earlier, later in pairwise(keys))
        assert tie == (len(keys) > 1 and keys[0] == keys[1])
        assert len({(tuple(p.am.items()), tuple(p.pm.items())) for p in plans}) == len(plans)
        if preselected(plans, tie) == 0:
            assert plans[0].within_limit
