"""Doses signed for at the chair are what totals and dose intensity read; planned and given stand apart."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

from records.course.cycle_case import case_for
from records.course.dose_intensity import intensities_of
from records.course.dose_trend import DoseCycle, DrugTrend, dose_trends
from records.values.administrations import AdministrationEntry
from records.values.core import CourseRecord, OrderRecord, SiteSettings
from regimen.given import Basis
from tests.records.examples import CYCLE2, INFUSION, Store
from tests.records.test_decisions import measured, signed

DRUG = "oxaliplatin"


def given_at(store: Store, course: CourseRecord, mg: str | None, reason: str = "") -> OrderRecord:
    """Cycle 1 given, oxaliplatin signed for at the chair unless mg is None."""
    order = signed(store, course, 1)
    if mg is not None:
        entry = replace(INFUSION, given_mg=Decimal(mg), reason=reason)
        if not Decimal(mg):
            entry = AdministrationEntry(DRUG, 1, INFUSION.on, Decimal(0), reason=reason)
        store.actions.administer(store.person, uuid4(), order.id, entry).result()
    return store.actions.mark_given(store.person, order.id, order.version, order.day1).result()


def near(found: Decimal | None, mg: int, cycle: DoseCycle) -> bool:
    """Whether a total is mg over the cycle's dosing surface, but for the last digits kept."""
    return found is not None and abs(found - Decimal(mg) / cycle.dosing_m2) < Decimal("1e-12")


def trend(store: Store, course: CourseRecord) -> DrugTrend:
    space = store.actions.workspace(course.patient_id).result()
    return next(one for one in dose_trends(space, course, SiteSettings()) if one.drug == DRUG)


def test_less_than_ordered_lowers_total_and_intensity_and_leaves_what_was_planned(store: Store) -> None:
    course = measured(store)
    given_at(store, course, "105", "stopped halfway")
    found = trend(store, course)
    (cycle,) = found.cycles
    assert cycle.dose_mg == 210 and cycle.planned == 130
    assert near(cycle.given, 105, cycle)
    assert near(found.total, 105, cycle)
    space = store.actions.workspace(course.patient_id).result()
    (intensity,) = (one for one in intensities_of(space, course, SiteSettings()) if one.drug == DRUG)
    assert intensity.planned_total == 130 and intensity.given_total == cycle.given


def test_nothing_given_counts_as_nothing_and_no_line_at_all_as_ordered(store: Store) -> None:
    course = measured(store)
    given_at(store, course, "0", "reaction before it began")
    assert trend(store, course).total == 0


def test_a_cycle_without_a_line_counts_as_ordered(store: Store) -> None:
    course = measured(store)
    given_at(store, course, None)
    found = trend(store, course)
    assert near(found.total, 210, found.cycles[0])


def test_a_withdrawn_line_does_not_count(store: Store) -> None:
    course = measured(store)
    order = signed(store, course, 1)
    entry = replace(INFUSION, given_mg=Decimal(105), reason="stopped halfway")
    line = store.actions.administer(store.person, uuid4(), order.id, entry).result()
    store.actions.withdraw_administration(store.person, line.id, "another patient").result()
    store.actions.mark_given(store.person, order.id, order.version, order.day1).result()
    found = trend(store, course)
    assert near(found.total, 210, found.cycles[0])


def test_the_case_of_the_next_cycle_knows_the_total_that_was_given(store: Store) -> None:
    course = measured(store)
    given_at(store, course, "105", "stopped halfway")
    space = store.actions.workspace(course.patient_id).result()
    case = case_for(space, course, 2, CYCLE2, SiteSettings(), Basis(Decimal(165), Decimal(58)))
    assert case.previous is not None
    assert near(case.previous.cumulative[DRUG], 105, trend(store, course).cycles[0])
