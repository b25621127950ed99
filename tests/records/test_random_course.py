"""Courses as chance makes them: whatever people do, in whatever order, some things always hold."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from records.course.course_plan import day1_of, files_of, next_cycle, whole_course
from records.course.cycle_case import case_for, decisions_of, earlier_orders
from records.course.cycle_tablets import needed, reconciliation_of
from records.course.dose_intensity import intensities_of
from records.course.overrides import open_stops
from records.course.restarts import proposed_restart
from records.course.restarts_in_force import restart_value, restarts_of
from records.deeds.due import due_of
from records.demo.clinic import texts_of
from records.errors import RecordError
from records.store import Store as OpenStore
from records.tables import DueRow
from records.values.core import CourseRecord, OrderRecord, SiteSettings, Workspace
from records.values.restarts import RestartEntry, RestartRecord
from records.values.visits import AdverseEventEntry, DecisionEntry, DispensedEntry, GradeOn, VisitEntry
from regimen.engine import ENGINE_VERSION, answer_with
from regimen.errors import RegimenError
from tests.records.examples import DAY1, Store
from tests.records.test_decisions import measured

SEEDS = range(6)
STEPS = 25
RESTARTING = frozenset({1, 2, 3, 4, 5})
TERMS = ("Diarrhea", "Nausea", "Peripheral sensory neuropathy", "Palmar-plantar erythrodysesthesia syndrome")
DRUGS = ("pembrolizumab", "oxaliplatin", "capecitabine")
PERCENTS = tuple(Decimal(percent) for percent in (100, 75, 50))
SETTINGS = SiteSettings()


@dataclass
class Walk:
    """One course, and what was seen of it so far."""

    store: Store
    course: CourseRecord
    chance: random.Random
    snapshots: dict[UUID, tuple[str, str, str, tuple[UUID, ...]]] = field(default_factory=dict)
    grades: dict[UUID, tuple[GradeOn, ...]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    restarts: dict[UUID, RestartRecord] = field(default_factory=dict)
    restarted: int = 0

    def space(self) -> Workspace:
        return self.store.actions.workspace(self.course.patient_id).result()

    def day1(self, cycle: int) -> date:
        return day1_of(self.space(), self.course, SETTINGS, cycle)

    def cycle(self) -> int:
        return min(next_cycle(self.space(), self.course), self.course.entry.planned_cycles)


def sign(walk: Walk) -> None:
    """The order of the next cycle as computed from the records, each open stop overridden with a reason."""
    cycle, space = walk.cycle(), walk.space()
    files = files_of(walk.course, SETTINGS)
    case = case_for(space, walk.course, cycle, walk.day1(cycle), SETTINGS)
    order = answer_with(files.regimen, files.profile, case)
    case = replace(case, chosen_plan={dose.drug: 0 for dose in order.doses if dose.plans})
    case_json, answer_json = texts_of(case, answer_with(files.regimen, files.profile, case))
    reasons = dict.fromkeys(open_stops(json.loads(answer_json)["alerts"], {}), "looked at")
    walk.store.actions.sign_order(
        walk.store.person, uuid4(), walk.course.id, cycle, case_json, answer_json, walk.course.regimen_text,
        walk.course.profile_text, reasons, ENGINE_VERSION, case.day1,
    ).result()  # fmt: skip


def give(walk: Walk) -> None:
    signed = [order for order in walk.space().orders if order.state == "signed" and order.cycle == walk.cycle()]
    for order in signed:
        walk.store.actions.mark_given(walk.store.person, order.id, order.version, order.day1).result()
        entry = DispensedEntry(order.cycle, "capecitabine", Decimal(500), walk.chance.randint(1, 120), order.day1)
        walk.store.actions.dispense(walk.store.person, uuid4(), walk.course.id, entry).result()


def visit(walk: Walk) -> None:
    on = walk.day1(walk.cycle()) + timedelta(days=walk.chance.choice((0, 0, 7, 8, 15)))
    opened = walk.store.actions.open_visit(walk.store.person, uuid4(), walk.course.id, on).result()
    returned = {Decimal(500): walk.chance.randint(0, 84)} if walk.chance.random() < 0.5 else {}
    entry = VisitEntry(on, ecog=walk.chance.randint(0, 3), tablets_returned=returned, note="seen")
    do = walk.store.actions.complete_visit if walk.chance.random() < 0.6 else walk.store.actions.keep_visit
    do(walk.store.person, opened.id, opened.version, entry).result()


def event(walk: Walk) -> None:
    on = walk.day1(walk.cycle()) + timedelta(days=walk.chance.randint(-5, 20))
    entry = AdverseEventEntry(walk.chance.choice(TERMS), on.isoformat(), (GradeOn(walk.chance.randint(1, 4), on),))
    walk.store.actions.report_event(walk.store.person, uuid4(), walk.course.id, entry).result()


def grade(walk: Walk) -> None:
    for found in walk.chance.sample(walk.space().events, k=min(1, len(walk.space().events))):
        on = found.entry.grades[-1].on + timedelta(days=walk.chance.randint(-3, 9))
        segment = GradeOn(walk.chance.randint(1, 4), on)
        walk.store.actions.grade_event(walk.store.person, uuid4(), found.id, found.version, segment).result()


def end(walk: Walk) -> None:
    for found in walk.space().events[:1]:
        last = found.entry.grades[-1].on + timedelta(days=walk.chance.randint(-2, 5))
        entry = replace(found.entry, ongoing=False, end=last.isoformat(), outcome="RECOVERED/RESOLVED")
        walk.store.actions.change_event(walk.store.person, found.id, found.version, entry).result()


def withdraw(walk: Walk) -> None:
    for found in walk.space().events[-1:]:
        walk.store.actions.withdraw_event(walk.store.person, found.id, found.version, "other patient").result()


def delay(walk: Walk) -> None:
    cycle, days = walk.cycle(), walk.chance.choice((3, 7, 14))
    args = (walk.course.id, cycle, days, walk.chance.choice(("all", "this")), "neutropenia", "")
    walk.store.actions.delay_cycle(walk.store.person, uuid4(), *args).result()


def hold(walk: Walk) -> None:
    start = walk.day1(walk.cycle()) + timedelta(days=walk.chance.randint(0, 20))
    until = start + timedelta(days=walk.chance.randint(0, 30)) if walk.chance.random() < 0.7 else None
    drug = walk.chance.choice(DRUGS)
    first, last = (walk.chance.choice(("am", "pm")), walk.chance.choice(("am", "pm")))
    halves = (first, last if until is not None else "pm") if drug == "capecitabine" else ("am", "pm")
    args = (walk.course.id, drug, start, until, False, "diarrhoea", "", *halves)
    walk.store.actions.hold_drug(walk.store.person, uuid4(), *args).result()


def restart(walk: Walk) -> None:
    """Capecitabine held within the last signed cycle, and taken again lower from some half day of it on."""
    space = walk.space()
    orders = earlier_orders(space.orders, walk.course, 999)
    if not orders:
        return
    order = orders[-1]
    held_from = order.day1 + timedelta(days=walk.chance.randint(0, 9))
    if not any(one.drug == "capecitabine" and one.end is None and not one.withdrawn for one in space.holds):
        args = (walk.course.id, "capecitabine", held_from, None, False, "diarrhoea", "")
        walk.store.actions.hold_drug(walk.store.person, uuid4(), *args, walk.chance.choice(("am", "pm"))).result()
    holds = [one for one in walk.space().holds if one.drug == "capecitabine" and not one.withdrawn]
    held_from = next(one.start for one in holds if one.end is None)
    start = (held_from + timedelta(days=walk.chance.randint(1, 4)), walk.chance.choice(("am", "pm")))
    entry = RestartEntry(
        order.cycle, "capecitabine", start, walk.chance.choice((Decimal(75), Decimal(50))), None, 0, "better"
    )
    proposed = proposed_restart(walk.space(), walk.course, SETTINGS, entry)
    stops = open_stops(json.loads(proposed.answer_text())["alerts"], proposed.overrides)
    entry = replace(entry, overrides=dict.fromkeys(stops, "looked at"))
    deed = walk.store.actions.restart_drug
    deed(walk.store.person, uuid4(), walk.course.id, entry, proposed.answer_text()).result()
    walk.restarted += 1


def withdraw_restart(walk: Walk) -> None:
    for found in [one for one in walk.space().restarts if not one.withdrawn][-1:]:
        walk.store.actions.withdraw_restart(walk.store.person, found.id, "came back").result()


def hand_out(walk: Walk) -> None:
    """The signed supply of a cycle, sometimes a line taken back."""
    space = walk.space()
    for order in earlier_orders(space.orders, walk.course, 999)[-1:]:
        for size, count in needed(space, walk.course, SETTINGS, order, "capecitabine").items():
            entry = DispensedEntry(order.cycle, "capecitabine", size, count, order.day1, 1, "B7731", None)
            walk.store.actions.dispense(walk.store.person, uuid4(), walk.course.id, entry).result()
    for line in [one for one in walk.space().dispensed if not one.withdrawn][:1]:
        if walk.chance.random() < 0.3:
            walk.store.actions.withdraw_dispensed(walk.store.person, line.id, "typed twice").result()


def decide(walk: Walk) -> None:
    events = tuple(one.id for one in walk.space().events[-1:])
    drug = walk.chance.choice(DRUGS)
    entry = DecisionEntry(
        walk.cycle(), drug, "change", event_ids=events, percent=walk.chance.choice(PERCENTS), reason="seen and decided"
    )
    walk.store.actions.decide(walk.store.person, uuid4(), walk.course.id, entry).result()


DEEDS: tuple[Callable[[Walk], None], ...] = (
    sign, sign, give, give, visit, visit, event, grade, end, withdraw, delay, hold, decide, restart, restart,
    withdraw_restart, hand_out,
)  # fmt: skip


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
    plan = whole_course(space, walk.course, SETTINGS)
    laid_out = {cycle.cycle: cycle for cycle in plan.cycles}
    for order in earlier_orders(space.orders, walk.course, 999):
        dose = next(one for one in json.loads(order.answer_json)["doses"] if one["drug"] == "capecitabine")
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


def percent_of(order: OrderRecord) -> dict[str, Decimal]:
    return {dose["drug"]: Decimal(dose["percent"]) for dose in json.loads(order.answer_json)["doses"]}


def the_plan_adds_up(walk: Walk, space: Workspace) -> None:
    """28 doses a cycle, or fewer and a hold or a stop says why; day 1s a cycle apart, or a stop says they are not."""
    plan = whole_course(space, walk.course, SETTINGS)
    short = {int(alert.params["cycle"]) for alert in plan.alerts if alert.code == "interval-short"}
    held = [one for one in space.holds if one.drug == "capecitabine" and not one.withdrawn]
    for cycle in plan.cycles:
        assert cycle.planned_oral_doses == 28
        why = [h for h in held if h.start <= cycle.last_day and (h.end is None or h.end >= cycle.day1)]
        assert cycle.oral_doses == 28 or (cycle.oral_doses < 28 and (why or cycle.cycle + 1 in short))
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
        assert drug.given_total >= 0 or drug.drug == "capecitabine"  # more back than handed out is asked about
        assert drug.days > 0
    assert decisions_of(space, walk.course, walk.cycle()) == tuple(
        sorted(decisions_of(space, walk.course, walk.cycle()), key=lambda one: (one.entry.cycle, one.at))
    )


def the_dates_kept_are_those_of_all_records(walk: Walk, space: Workspace) -> None:
    """Rows of the lists of days, laid out from little, are those that everything about the patient gives."""
    course = next(one for one in space.courses if one.id == walk.course.id)
    wanted = list(due_of(whole_course(space, course, SETTINGS)))

    def kept(store: OpenStore) -> list[tuple[date, str, int, int]]:
        query = select(DueRow).where(DueRow.course_id == course.id)
        return store.read(lambda session: [(r.on, r.kind, r.cycle, r.cycle_day) for r in session.scalars(query)])

    rows = walk.store.actions._thread.read(kept).result()
    assert sorted(rows) == sorted((day.date, kind, day.cycle, day.cycle_day) for day, kind in wanted)


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_happens_to_a_course_the_records_hold(sqlite_store: Store, seed: int) -> None:
    course = measured(sqlite_store, day1=DAY1, first_dose=random.Random(seed).choice(("morning", "evening")))
    walk = Walk(sqlite_store, course, random.Random(seed))
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
        the_dates_kept_are_those_of_all_records(walk, space)
    assert sqlite_store.actions.check_audit().result().findings == ()
    assert len(walk.refused) < STEPS / 2, walk.refused
    assert walk.restarted or seed not in RESTARTING  # the walks do reach what they are to test
