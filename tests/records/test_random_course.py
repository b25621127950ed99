"""Courses as chance makes them: whatever people do, in whatever order, some things always hold."""

import json
import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Any

import pytest
from sqlalchemy import select

from records.course.answered import same_proposal
from records.course.course_plan import whole_course
from records.course.cycle_case import decisions_of, earlier_orders
from records.course.cycle_tablets import needed, reconciliation_of, returns_by_cycle
from records.course.dose_intensity import intensities_of
from records.course.dose_trend import dose_trends
from records.course.restarts_in_force import restart_value, restarts_of
from records.deeds.due import due_of
from records.errors import RecordError
from records.store import Store as OpenStore
from records.tables import DueRow
from records.values.core import OrderRecord, Workspace
from regimen.errors import RegimenError
from tests.records.course_walk import DEEDS, SETTINGS, Walk, begun
from tests.records.examples import Store

SEEDS = range(6)
STEPS = 25
REACHED = ("restarts", "followed", "given_again")


def nothing_said_changes(walk: Walk, space: Workspace) -> None:
    """Signed orders, restarts and grades stay as they were, and none is lost."""
    kept = {one.id: one for one in space.restarts}
    for restart_id, record in walk.restarts.items():
        now = kept[restart_id]
        assert replace(now, withdrawn=record.withdrawn, withdrawn_why=record.withdrawn_why) == record
        assert now.withdrawn or not record.withdrawn
    walk.restarts = kept
    signed = {o.id: (o.case_json, o.answer_json, o.check_code, o.decision_ids) for o in space.orders if o.signed_by}
    for order_id, snapshot in walk.snapshots.items():
        assert signed[order_id] == snapshot
    grades = {one.id: one.entry.grades for one in space.events}
    for event_id, known in walk.grades.items():
        assert grades[event_id][: len(known)] == known
    walk.snapshots, walk.grades = signed, grades
    assert [one.number for one in space.events] == list(range(1, len(space.events) + 1))


def percents_never_rise_unseen(walk: Walk, space: Workspace) -> None:
    """More than in the cycle before is given only after somebody decided so, by name and with a reason."""
    orders = earlier_orders(space.orders, walk.course, 999)
    known = {one.id: one for one in space.decisions}
    for before, after in pairwise(orders):
        ended = {one.entry.drug: restart_value(one).dose.percent for one in restarts_of(space.restarts, before)}
        percents = [percent_of(before) | ended, percent_of(after)]
        for drug in percents[0].keys() & percents[1].keys():
            if percents[1][drug] > percents[0][drug]:
                pointed = [known[one].entry for one in after.decision_ids if known[one].entry.drug == drug]
                assert pointed, (drug, before.cycle, after.cycle)
                assert pointed[-1].percent == percents[1][drug]
                assert pointed[-1].reason


def restarts_lower_and_add_up(walk: Walk, space: Workspace) -> None:
    """Within a cycle each restart is lower than what was before; tablets on the dates are those the figures count."""
    if not walk.tablets:
        return
    plan = whole_course(space, walk.course, SETTINGS)
    laid_out = {cycle.cycle: cycle for cycle in plan.cycles}
    for order in earlier_orders(space.orders, walk.course, 999):
        dose = dose_in(order, "capecitabine")
        if dose is None:
            assert any(one.stop and one.drug == "capecitabine" for one in space.holds), "only a stop leaves a drug out"
            continue
        exact = [Decimal(dose["exact_mg"])]
        exact += [restart_value(one).dose.exact_mg for one in restarts_of(space.restarts, order, "capecitabine")]
        assert exact == sorted(exact, reverse=True) and len(set(exact)) == len(exact)
        cycle = laid_out.get(order.cycle)
        if cycle is None or cycle.day1 != order.day1:
            continue
        total: dict[Decimal, int] = {}
        for day in cycle.days:
            for take in day.take:
                for tablets in (take.am, take.pm):
                    for size, count in tablets.items():
                        total[size] = total.get(size, 0) + count
        assert total == cycle.supply
        if cycle.length >= 15:  # else doses are cut off by the next day 1
            assert total == needed(space, walk.course, SETTINGS, order, "capecitabine")


def dose_in(order: OrderRecord, drug: str) -> dict[str, Any] | None:
    """The dose of one drug in a signed order; None where the drug was stopped before."""
    return next((one for one in json.loads(order.answer_json)["doses"] if one["drug"] == drug), None)


def percent_of(order: OrderRecord) -> dict[str, Decimal]:
    return {dose["drug"]: Decimal(dose["percent"]) for dose in json.loads(order.answer_json)["doses"]}


def the_plan_adds_up(walk: Walk, space: Workspace) -> None:
    """28 doses a cycle, or fewer and a hold or a stop says why; day 1s a cycle apart, or a stop says they are not."""
    plan = whole_course(space, walk.course, SETTINGS)
    short = {int(alert.params["cycle"]) for alert in plan.alerts if alert.code == "interval-short"}
    held = [one for one in space.holds if one.drug == "capecitabine" and not one.withdrawn]
    for cycle in plan.cycles:
        assert cycle.planned_oral_doses == (28 if walk.tablets else 0)
        why = [h for h in held if h.start <= cycle.last_day and (h.end is None or h.end >= cycle.day1)]
        whole = cycle.planned_oral_doses
        assert cycle.oral_doses == whole or (cycle.oral_doses < whole and (why or cycle.cycle + 1 in short))
        assert [day.date for day in cycle.days] == sorted(day.date for day in cycle.days)
    for before, after in pairwise(plan.cycles):
        assert (after.day1 - before.day1).days >= 21 or after.cycle in short
        assert before.last_day < after.day1 or after.cycle in short
    day1s = {cycle.cycle: cycle.day1 for cycle in plan.cycles}
    for one in (found.entry for found in space.visits if found.complete):
        if one.cycle is None or one.cycle_day is None:
            assert one.on < min(day1s.values())
            continue
        assert day1s[one.cycle] + timedelta(days=one.cycle_day - 1) == one.on


def totals_add_up(walk: Walk, space: Workspace) -> None:
    """Tablets handed out are those used and those brought back; nobody gets more than everything."""
    for one in space.visits:
        found = reconciliation_of(space, walk.course, SETTINGS, one)
        if found is not None and found.used:
            assert found.taken_doses is None or found.told_doses - found.missed + found.extra == found.taken_doses
            assert found.questions or found.taken_doses == found.told_doses
    for drug in intensities_of(space, walk.course, SETTINGS):
        assert drug.given_total >= 0 and drug.days > 0
    lines = [one.entry for one in space.dispensed if not one.withdrawn and one.entry.leftover]
    counted = returns_by_cycle(space, walk.course).values()
    for size in {one.strength_mg for one in lines}:
        again = sum(one.tablets for one in lines if one.strength_mg == size)
        assert again <= max(sum(one.entry.tablets_returned.get(size, 0) for one in counted), walk.again.get(size, 0))
        walk.again[size] = again
    assert decisions_of(space, walk.course, walk.cycle()) == tuple(
        sorted(decisions_of(space, walk.course, walk.cycle()), key=lambda one: (one.entry.cycle, one.at))
    )


def oxaliplatin_adds_up(walk: Walk, space: Workspace) -> None:
    """The total and the relative intensity by plain fractions from the snapshots, another hospital included."""
    if "oxaliplatin" not in walk.drugs:
        return
    given = sorted((one for one in space.orders if one.state == "given"), key=lambda one: one.cycle)
    held = [one for one in space.holds if one.drug == "oxaliplatin" and not one.withdrawn]
    total, parts = Fraction(walk.course.entry.cumulative.get("oxaliplatin", Decimal(0))), []
    level = Fraction(100 if "gemcitabine" in walk.drugs else 130)
    for order in given:
        answer, dose = json.loads(order.answer_json), dose_in(order, "oxaliplatin")
        if dose is None:
            continue
        off = dose["held"] or any(h.start <= order.day1 and (h.end is None or h.end >= order.day1) for h in held)
        parts.append(Fraction(0) if off else Fraction(dose["dose_mg"]) / Fraction(answer["bsa"]["dosing_m2"]))
    trend = next((one for one in dose_trends(space, walk.course, SETTINGS) if one.drug == "oxaliplatin"), None)
    if trend is None or not given:
        return
    assert trend.total is not None and abs(Fraction(trend.total) - total - sum(parts)) < Fraction(1, 10**9)
    found = next(one for one in intensities_of(space, walk.course, SETTINGS) if one.drug == "oxaliplatin")
    begun_on, last = given[0].given_on, [one for one in given if dose_in(one, "oxaliplatin")][-1].given_on
    assert begun_on is not None and last is not None
    days = (last - begun_on).days + 21
    relative = 100 * sum(parts) / (level * len(parts)) * Fraction(21 * len(parts), days)
    assert found.days == days and abs(Fraction(found.relative_percent) - relative) < Fraction(1, 10**9)


def one_proposal_has_one_answer(walk: Walk, space: Workspace) -> None:
    kept = [one for one in space.decisions if not one.withdrawn and one.entry.proposal_json]
    for one, other in combinations(kept, 2):
        if (one.entry.cycle, one.entry.drug) == (other.entry.cycle, other.entry.drug):
            assert not same_proposal(one.entry.proposal_json, other.entry.proposal_json)


def the_dates_kept_are_those_of_all_records(walk: Walk, space: Workspace) -> None:
    """Rows of the lists of days, laid out from little, are those that everything about the patient gives."""
    course = next(one for one in space.courses if one.id == walk.course.id)
    wanted = list(due_of(whole_course(space, course, SETTINGS)))

    def kept(store: OpenStore) -> list[tuple[date, str, int, int]]:
        query = select(DueRow).where(DueRow.course_id == course.id)
        return store.read(lambda session: [(r.on, r.kind, r.cycle, r.cycle_day) for r in session.scalars(query)])

    rows = walk.store.actions._thread.read(kept).result()
    assert sorted(rows) == sorted((day.date, kind, day.cycle, day.cycle_day) for day, kind in wanted)


@pytest.fixture(scope="module")
def reached() -> Counter[str]:
    """What the walks of this file came to, over all seeds."""
    return Counter()


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_happens_to_a_course_the_records_hold(sqlite_store: Store, seed: int, reached: Counter[str]) -> None:
    walk = Walk(sqlite_store, begun(sqlite_store, seed), random.Random(seed))
    for _ in range(STEPS):
        deed = walk.chance.choice(DEEDS)
        try:
            deed(walk)
        except (RecordError, RegimenError) as refusal:
            walk.refused.append(f"{deed.__name__}: {refusal}")
        space = walk.space()
        nothing_said_changes(walk, space)
        percents_never_rise_unseen(walk, space)
        restarts_lower_and_add_up(walk, space)
        the_plan_adds_up(walk, space)
        totals_add_up(walk, space)
        oxaliplatin_adds_up(walk, space)
        one_proposal_has_one_answer(walk, space)
        the_dates_kept_are_those_of_all_records(walk, space)
    assert sqlite_store.actions.check_audit().result().findings == ()
    reached.update(walk.reached)


def test_the_walks_reach_what_they_are_to_test(reached: Counter[str]) -> None:
    assert all(reached[name] for name in REACHED), reached
