"""Relative dose intensity: lower doses and delays both lower it, and what nobody counted is named."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from records.course.dose_intensity import GivenCycle, intensities_of, intensity
from records.demo.clinic import texts_of
from records.values.core import SiteSettings
from records.values.visits import DispensedEntry, VisitEntry
from regimen.engine import answer_with
from regimen.library import load_profile, load_regimen
from tests.records.examples import CYCLE2, DAY1, Store, course_entry
from tests.records.test_decisions import LESS, case_of, decided, measured, signed

DAYS = {1: 21, 2: 21, 3: 21}


def cycles(*given_mg_m2: str, delay: int = 0) -> list[GivenCycle]:
    return [
        GivenCycle(n, DAY1 + timedelta(days=21 * (n - 1) + (delay if n > 1 else 0)), Decimal(130), Decimal(amount))
        for n, amount in enumerate(given_mg_m2, 1)
    ]


def test_everything_given_on_time_is_all_of_it() -> None:
    found = intensity("oxaliplatin", cycles("130", "130", "130"), DAYS)
    assert found is not None
    assert (found.relative_percent, found.dose_percent, found.days) == (100, 100, 63)
    assert found.planned_per_week == found.given_per_week == Decimal(390) * 7 / 63


def test_a_lower_dose_lowers_it_and_a_week_of_delay_too() -> None:
    lower = intensity("oxaliplatin", cycles("130", "100", "100"), DAYS)
    late = intensity("oxaliplatin", cycles("130", "130", "130", delay=7), DAYS)
    assert lower is not None
    assert late is not None
    assert lower.relative_percent.quantize(Decimal("0.1")) == Decimal("84.6")
    assert (late.relative_percent, late.dose_percent) == (90, 100)


def test_nothing_planned_has_no_intensity() -> None:
    assert intensity("oxaliplatin", [], DAYS) is None


@given(amounts=st.lists(st.integers(0, 130), min_size=1, max_size=3), delay=st.integers(0, 60))
def test_it_is_never_above_what_was_given_and_never_rises_with_a_delay(amounts: list[int], delay: int) -> None:
    given_cycles = cycles(*(str(amount) for amount in amounts), delay=delay)
    found = intensity("oxaliplatin", given_cycles, DAYS)
    assert found is not None
    assert 0 <= found.relative_percent <= found.dose_percent <= 100
    assert found.given_total == sum(amounts)


def test_a_course_gives_each_drug_its_own_figure(store: Store) -> None:
    course = measured(store)
    first = signed(store, course, 1)
    store.actions.mark_given(store.person, first.id, first.version, first.day1).result()
    handed = {Decimal(500): 84, Decimal(150): 28}
    for strength, count in handed.items():
        entry = DispensedEntry(1, "capecitabine", strength, count, DAY1)
        store.actions.dispense(store.person, uuid4(), course.id, entry).result()
    visit = store.actions.open_visit(store.person, uuid4(), course.id, CYCLE2).result()
    half = VisitEntry(CYCLE2, tablets_returned={strength: count // 2 for strength, count in handed.items()})
    store.actions.complete_visit(store.person, visit.id, visit.version, half).result()
    decided(store, course, replace(LESS, drug="oxaliplatin", percent=Decimal("50")))
    second = signed(store, course, 2)
    store.actions.mark_given(store.person, second.id, second.version, second.day1).result()
    space = store.actions.workspace(course.patient_id).result()
    found = {one.drug: one for one in intensities_of(space, course, SiteSettings())}
    assert found["pembrolizumab"].relative_percent == 100
    bsa = (Decimal(165) * 58 / 3600).sqrt()
    given_mg_m2 = (Decimal(210) + Decimal(105)) / bsa
    assert abs(found["oxaliplatin"].given_total - given_mg_m2) < Decimal("0.01")
    assert found["oxaliplatin"].planned_total == 260
    taken = (Decimal("0.5") + 1) * 1650 * 28 / bsa
    assert abs(found["capecitabine"].given_total - taken) < Decimal("0.01")
    assert found["capecitabine"].assumed == (2,), "nobody has counted the tablets of cycle 2"


def test_an_infusion_of_day_8_on_hold_counts_as_planned_and_not_given(store: Store) -> None:
    gc, profile = load_regimen("gc"), load_profile("us")
    entry = course_entry(
        regimen_id=gc.id, regimen_version=gc.version, regimen_sha256=gc.sha256, options={}, planned_cycles=8
    )  # fmt: skip
    begun = store.actions.begin_course(store.person, uuid4(), store.patient().id, entry, gc.text, profile.text)
    course = begun.result()
    store.answer_all(course)
    for kind, value in (("height_cm", "165"), ("weight_kg", "58.0")):
        store.actions.measure(store.person, uuid4(), course.patient_id, kind, Decimal(value), DAY1).result()
    case = case_of(store, course, 1)
    case_json, answer_json = texts_of(case, answer_with(gc, profile, case))
    answer = json.dumps(json.loads(answer_json) | {"alerts": []})
    order = store.signing(course, 1, case=case_json, answer=answer, day1=DAY1).result()
    store.actions.mark_given(store.person, order.id, order.version, DAY1).result()
    day8 = DAY1 + timedelta(days=7)
    store.actions.hold_drug(
        store.person, uuid4(), course.id, "gemcitabine", day8, day8, False, "neutropenia", ""
    ).result()
    space = store.actions.workspace(course.patient_id).result()
    found = {one.drug: one for one in intensities_of(space, course, SiteSettings())}
    assert (found["gemcitabine"].planned_total, found["cisplatin"].planned_total) == (2000, 50)
    bsa = (Decimal(165) * 58 / 3600).sqrt()
    assert abs(found["gemcitabine"].given_total - Decimal(1650) / bsa) < Decimal("0.01")
    assert abs(found["cisplatin"].given_total - Decimal(82) / bsa) < Decimal("0.01")
