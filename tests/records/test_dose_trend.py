"""Doses over a course: planned against given, why each is what it is, the total with its marks, what is unknown."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

from records.course.cycle_starts import begun, cycle_starts
from records.course.dose_intensity import intensities_of
from records.course.dose_trend import DrugTrend, Threshold, dose_trends, doses_until
from records.values.core import CourseRecord, EarlierCycle, SiteSettings
from tests.records.examples import CYCLE2, DAY1, Store
from tests.records.test_decisions import LESS, decided, measured, signed

BSA = (Decimal(165) * 58 / 3600).sqrt()


def given_cycle(store: Store, course: CourseRecord, cycle: int) -> None:
    order = signed(store, course, cycle)
    store.actions.mark_given(store.person, order.id, order.version, order.day1).result()


def trends(store: Store, course: CourseRecord) -> dict[str, DrugTrend]:
    space = store.actions.workspace(course.patient_id).result()
    return {one.drug: one for one in dose_trends(space, course, SiteSettings())}


def test_the_total_is_each_cycles_mg_over_the_surface_of_its_own_order(store: Store) -> None:
    course = measured(store)
    given_cycle(store, course, 1)
    store.actions.measure(store.person, uuid4(), course.patient_id, "weight_kg", Decimal("52.0"), CYCLE2).result()
    given_cycle(store, course, 2)
    oxaliplatin = trends(store, course)["oxaliplatin"]
    later = (Decimal(165) * 52 / 3600).sqrt()
    first, second = oxaliplatin.cycles
    assert first.dose_mg is not None
    assert second.dose_mg is not None
    assert first.per_m2 is not None
    assert abs(first.per_m2 - first.dose_mg / BSA) < Decimal("0.001")
    assert oxaliplatin.total is not None
    assert abs(oxaliplatin.total - (first.dose_mg / BSA + second.dose_mg / later)) < Decimal("0.001")
    assert second.total == oxaliplatin.total


def test_a_signed_cycle_is_shown_and_not_counted(store: Store) -> None:
    course = measured(store)
    given_cycle(store, course, 1)
    signed(store, course, 2)
    oxaliplatin = trends(store, course)["oxaliplatin"]
    first, second = oxaliplatin.cycles
    assert [one.state for one in oxaliplatin.cycles] == ["given", "signed"]
    assert oxaliplatin.total == first.total
    assert second.total is not None and first.total is not None
    assert second.total > first.total
    assert second.given is None


def test_what_another_hospital_gave_counts_where_it_was_recorded(store: Store) -> None:
    past = EarlierCycle(1, date(2026, 2, 9), {}, {})
    course = measured(store, first_cycle=2, earlier=(past,), cumulative={"oxaliplatin": Decimal("128.5")})
    given_cycle(store, course, 2)
    oxaliplatin = trends(store, course)["oxaliplatin"]
    assert not oxaliplatin.unknown_before
    own = oxaliplatin.cycles[0].per_m2
    assert own is not None
    assert oxaliplatin.total is not None
    assert abs(oxaliplatin.total - own - Decimal("128.5")) < Decimal("1e-20")


def test_what_nobody_recorded_before_the_takeover_is_unknown_and_not_nought(store: Store) -> None:
    course = measured(store, first_cycle=2, earlier=(EarlierCycle(1, None, {}, {}),))
    given_cycle(store, course, 2)
    oxaliplatin = trends(store, course)["oxaliplatin"]
    assert oxaliplatin.unknown_before
    assert oxaliplatin.elsewhere is None


def test_a_reduced_dose_says_who_decided_it_and_why(store: Store) -> None:
    course = measured(store)
    given_cycle(store, course, 1)
    decided(store, course, replace(LESS, drug="oxaliplatin", reason="numb fingers", rule_ids=("ox-neuro-2",)))
    given_cycle(store, course, 2)
    given_cycle(store, course, 3)
    first, second, third = trends(store, course)["oxaliplatin"].cycles
    assert (first.changed, second.changed, third.changed) == (False, True, False)
    assert first.reason.kind == "none"
    assert (second.reason.kind, second.reason.by, second.reason.rules) == ("decision", "Priya Raman", ("ox-neuro-2",))
    assert second.reason.words == "diarrhoea: numb fingers"
    assert (third.reason.kind, third.reason.cycle) == ("before", 2)
    assert [one.whole_percent for one in (first, second, third)] == [100, 75, 75]


def test_a_mark_is_told_with_its_source_and_how_many_cycles_away_it_is(store: Store) -> None:
    course = measured(store)
    given_cycle(store, course, 1)
    oxaliplatin = trends(store, course)["oxaliplatin"]
    assert [(mark.at, mark.to_verify) for mark in oxaliplatin.thresholds] == [(850, True), (1020, True)]
    assert all("SmPC" in mark.source for mark in oxaliplatin.thresholds)
    near = Threshold(Decimal(130), "mg/m2", "", "", to_verify=False)
    assert doses_until(oxaliplatin, oxaliplatin.thresholds[0]) == 6
    assert doses_until(oxaliplatin, near) == 1
    total = oxaliplatin.total
    assert total is not None
    assert doses_until(oxaliplatin, replace(near, at=total)) == 0
    assert not trends(store, course)["pembrolizumab"].thresholds
    assert trends(store, course)["pembrolizumab"].total is None


def test_an_infusion_held_after_signing_counts_neither_in_the_total_nor_in_the_intensity(store: Store) -> None:
    course = measured(store)
    order = signed(store, course, 1)
    store.actions.hold_drug(
        store.person, uuid4(), course.id, "oxaliplatin", DAY1, DAY1, False, "neuropathy", "numb to the wrist"
    ).result()
    store.actions.mark_given(store.person, order.id, order.version, order.day1).result()
    space = store.actions.workspace(course.patient_id).result()
    oxaliplatin = trends(store, course)["oxaliplatin"]
    assert oxaliplatin.total == 0
    assert oxaliplatin.cycles[0].given == 0
    assert (
        next(one for one in intensities_of(space, course, SiteSettings()) if one.drug == "oxaliplatin").given_total == 0
    )


def test_tablets_nobody_counted_count_as_told_and_a_hold_leaves_its_doses_out(store: Store) -> None:
    course = measured(store)
    given_cycle(store, course, 1)
    whole = trends(store, course)["capecitabine"].cycles[0]
    store.actions.hold_drug(
        store.person, uuid4(), course.id, "capecitabine", date(2026, 3, 9), date(2026, 3, 15), False, "diarrhoea", ""
    ).result()
    held = trends(store, course)["capecitabine"].cycles[0]
    assert whole.given is not None
    assert held.given is not None
    assert abs(held.given * 2 - whole.given) < Decimal("0.01"), "seven of fourteen days are left"
    assert held.assumed


def test_starts_say_what_was_given_signed_planned_and_elsewhere(store: Store) -> None:
    past = EarlierCycle(1, date(2026, 2, 9), {}, {})
    course = measured(store, first_cycle=2, earlier=(past,))
    given_cycle(store, course, 2)
    signed(store, course, 3)
    space = store.actions.workspace(course.patient_id).result()
    day_ones = {2: DAY1, 3: CYCLE2, 4: date(2026, 4, 13)}
    found = cycle_starts(space.orders, course, day_ones)
    assert [(one.cycle, one.state) for one in found] == [(1, "elsewhere"), (2, "given"), (3, "signed"), (4, "planned")]
    moved = cycle_starts(space.orders, course, day_ones | {3: date(2026, 3, 30)})
    assert moved[2].state == "planned", "an order signed for another day has to be signed again"
    assert begun(found, CYCLE2) == {1: date(2026, 2, 9), 2: DAY1, 3: CYCLE2}
