"""The burden of each regimen over the same weeks, from the regimen files (scenario 20)."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from outcomes.burden.reckon import Burden, SiteTimes, reckon
from regimen.case import read_case
from regimen.library import load_profile, load_regimen

GEMOX = {"gemcitabine_level": "g1000", "oxaliplatin_level": "ox100"}


def burden(regimen: str, options: Mapping[str, str], weeks: int = 24, times: SiteTimes | None = None) -> Burden:
    given: dict[str, Any] = {
        "regimen": regimen, "options": dict(options), "practice": "us", "day1": "2026-03-02",
        "patient": {"sex": "female", "birth_date": "1958-03-01"},
        "basis": {
            "height_cm": 165, "weight_kg": "58.0", "dpyd_activity_score": "2.0",
            "creatinine": {"value": 70, "unit": "umol/L", "date": "2026-02-28"},
        },
    }  # fmt: skip
    return reckon(load_regimen(regimen), load_profile("us"), read_case(given), weeks, times)


@pytest.mark.parametrize(
    ("regimen", "options", "visits"),
    [
        ("ici-capox", {"ici": "pembrolizumab"}, 8),
        ("capox", {}, 8),
        ("gc", {}, 16),
        ("gc-pembrolizumab", {}, 16),
        ("gc-durvalumab", {}, 16),
        ("gemox-d1d8", GEMOX | {"ici": "pembrolizumab"}, 16),
        ("gemox-both-days", GEMOX | {"ici": "none", "oxaliplatin_level": "ox80"}, 16),
        ("gemox-q14", GEMOX | {"ici": "none"}, 12),
    ],
)
def test_iv_visits_over_24_weeks(regimen: str, options: dict[str, str], visits: int) -> None:
    found = burden(regimen, options)
    assert found.iv_visits == visits == found.blood_tests
    assert found.infusion_minutes > 0 and found.unknown == ()


def test_896_tablets_at_8_a_day_over_24_weeks() -> None:
    found = burden("ici-capox", {"ici": "pembrolizumab"})
    assert (found.tablets, found.tablet_count, found.tablet_days) == ({Decimal(150): 224, Decimal(500): 672}, 896, 112)
    assert found.infusion_ml == 8 * Decimal(600)
    # Tablets on 112 of 168 days; on each blood test before a cycle nothing is taken: 8 tests, the first before day 1.
    assert found.quiet_days == 168 - 112 - 7


def test_no_tablets_no_tablet_days() -> None:
    found = burden("gc", {})
    assert (found.tablets, found.tablet_days) == ({}, 0)


def test_the_sites_own_times_are_added_once_a_trip() -> None:
    plain, timed = burden("gc", {}, 3), burden("gc", {}, 3, SiteTimes(30, 10, 60))
    assert (plain.iv_visits, plain.test_trips, plain.travel_minutes) == (2, 2, 0)
    assert timed.chair_minutes == plain.infusion_minutes + 2 * 30 + 2 * 10
    assert timed.travel_minutes == 4 * 60


@pytest.mark.parametrize("weeks", [1, 2, 3, 4, 6])
def test_only_what_lies_in_the_weeks_is_counted(weeks: int) -> None:
    found = burden("gc", {}, weeks)
    end = date(2026, 3, 2) + timedelta(weeks=weeks)
    assert all(date(2026, 3, 2) <= on < end for on in found.iv_days)
    assert found.iv_visits == {1: 1, 2: 2, 3: 2, 4: 3, 6: 4}[weeks]


def test_weeks_that_are_none_are_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="weeks must be"):
        burden("capox", {}, 0)
