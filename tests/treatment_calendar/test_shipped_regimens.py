"""Every shipped regimen on dates, for every choice of its options."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, product
from typing import Any

import pytest

from regimen.library import load_profile, load_regimen, shipped_profiles, shipped_regimens
from treatment_calendar.layout import lay_out


def choices(ident: str) -> Iterator[dict[str, str]]:
    """Every way to answer the options of a regimen."""
    options = load_regimen(ident).options
    for chosen in product(*([choice.id for choice in option.choices] for option in options)):
        yield {option.id: choice for option, choice in zip(options, chosen, strict=True)}


CASES = [(ident, chosen) for ident in shipped_regimens() for chosen in islice(choices(ident), 12)]


@pytest.mark.parametrize(("ident", "chosen"), CASES, ids=[f"{i}-{'-'.join(c.values())}" for i, c in CASES])
def test_forty_cycles_of_every_regimen(small: Any, ident: str, chosen: dict[str, str]) -> None:
    regimen, profile = load_regimen(ident), load_profile("eu")
    case = replace(small.case, regimen=ident, options=chosen)
    course = lay_out(regimen, profile, profile.policy, case, None, 40)
    dates = [day.date for cycle in course.cycles for day in cycle.days]
    assert dates == [case.day1 + timedelta(days=number) for number in range(len(dates))]
    assert course.alerts == ()
    for cycle in course.cycles:
        assert cycle.length == regimen.phase_of(cycle.cycle).cycle_days
        active = regimen.drugs_of(cycle.cycle, chosen)
        limited = {drug.name for drug in active if drug.clock is not None}
        wanted = {(day, drug.name) for drug in active if drug.route == "iv" for day in drug.days}
        given = {(day.cycle_day, give.drug) for day in cycle.days for give in day.give}
        assert given <= wanted
        assert {name for _, name in wanted - given} <= limited
        oral = sum(len(drug.days) * drug.doses_per_day for drug in active if drug.route == "po")
        assert cycle.oral_doses == oral
        assert all(day.visit for day in cycle.days if day.give)


@pytest.mark.parametrize("practice", shipped_profiles())
def test_every_profile_has_a_blood_test_before_every_day_1(small: Any, practice: str) -> None:
    profile = load_profile(practice)
    course = small.course(replace(small.case, site=None), profile=profile)
    for cycle in course.cycles:
        (test,) = [test for test in cycle.blood_tests if test.for_day == 1]
        assert 0 < (cycle.day1 - test.date).days <= profile.policy.lab_valid_days


def test_maintenance_of_topaz_1_is_durvalumab_every_28_days_with_one_visit(small: Any) -> None:
    regimen, profile = load_regimen("gc-durvalumab"), load_profile("us")
    course = lay_out(regimen, profile, profile.policy, replace(small.case, options={}), None, 10)
    ninth = course.cycle(9)
    assert ninth.length == 28
    assert [day.cycle_day for day in ninth.days if day.visit] == [1]
    assert [give.drug for day in ninth.days for give in day.give] == ["durvalumab"]
    assert not any(day.supportive for day in ninth.days)
    assert course.cycle(8).days[0].supportive


def test_cisplatin_ends_after_cycle_8_of_keynote_966_and_gemcitabine_goes_on(small: Any) -> None:
    regimen, profile = load_regimen("gc-pembrolizumab"), load_profile("us")
    course = lay_out(regimen, profile, profile.policy, replace(small.case, options={}), None, 36)
    with_cisplatin = [c.cycle for c in course.cycles if any(g.drug == "cisplatin" for d in c.days for g in d.give)]
    with_pembrolizumab = [c.cycle for c in course.cycles if any(g.drug == "pembrolizumab" for g in c.days[0].give)]
    assert with_cisplatin == list(range(1, 9))
    assert with_pembrolizumab == list(range(1, 36))
    assert {(n.params["drug"], n.cycle) for n in course.notes if n.kind == "limit"} == {("pembrolizumab", 36)}
    (without_cisplatin,) = [note for note in course.notes if note.kind == "phase"]
    assert (without_cisplatin.cycle, without_cisplatin.params["ended"]) == (9, "cisplatin")
    assert [g.drug for g in course.cycle(36).days[0].give] == ["gemcitabine"]


def test_ici_capox_avoids_cold_for_five_days(small: Any) -> None:
    regimen, profile = load_regimen("ici-capox"), load_profile("us")
    case = replace(small.case, options={"ici": "pembrolizumab"}, day1=date(2026, 3, 5))
    first = lay_out(regimen, profile, profile.policy, case, None, 1).cycle(1)
    assert [day.cycle_day for day in first.days if day.cold_precautions] == [1, 2, 3, 4, 5]
