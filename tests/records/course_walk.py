"""A course as chance makes it: what people do to it, in whatever order."""

import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from gui.visit.answer_form import Answered
from gui.visit.decisions import decision_entry
from gui.visit.same_proposal import decision_on
from gui.visit.visit_reckoning import Reckoned as GuiReckoned
from records.course.course_plan import day1_of, files_of, next_cycle
from records.course.cycle_case import case_for, earlier_orders
from records.course.cycle_tablets import needed, returns_by_cycle
from records.course.history import advise_case
from records.course.overrides import open_stops
from records.course.restarts import proposed_restart
from records.course.settled import settled_before
from records.demo.clinic import texts_of
from records.values.core import CourseRecord, SiteSettings, Workspace
from records.values.restarts import RestartEntry, RestartRecord
from records.values.visits import AdverseEventEntry, DecisionEntry, DispensedEntry, GradeOn, VisitEntry
from regimen.advice.advised import Advice
from regimen.advice.engine import advise_with
from regimen.engine import ENGINE_VERSION, answer_with
from regimen.library import load_profile, load_regimen
from tests.records.examples import DAY1, Store, course_entry
from tests.records.test_decisions import measured

#: What a course begins as, by its seed; the last one has day 8 and no tablets.
KINDS = ("morning", "evening", "next_morning", "taken over", "morning", "day 8")
TERMS = ("Diarrhea", "Nausea", "Peripheral sensory neuropathy", "Palmar-plantar erythrodysesthesia syndrome")
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
    again: dict[Decimal, int] = field(default_factory=dict)
    reached: Counter[str] = field(default_factory=Counter)

    @property
    def drugs(self) -> tuple[str, ...]:
        regimen = files_of(self.course, SETTINGS).regimen
        return tuple(
            drug.name for drug in regimen.drugs_of(self.course.entry.first_cycle, dict(self.course.entry.options))
        )

    @property
    def tablets(self) -> bool:
        return "capecitabine" in self.drugs

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
        if walk.tablets:
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
    drug = walk.chance.choice(walk.drugs)
    first, last = (walk.chance.choice(("am", "pm")), walk.chance.choice(("am", "pm")))
    halves = (first, last if until is not None else "pm") if drug == "capecitabine" else ("am", "pm")
    args = (walk.course.id, drug, start, until, False, "diarrhoea", "", *halves)
    walk.store.actions.hold_drug(walk.store.person, uuid4(), *args).result()


def restart(walk: Walk) -> None:
    """Capecitabine held within the last signed cycle, and taken again lower from some half day of it on."""
    space = walk.space()
    orders = earlier_orders(space.orders, walk.course, 999)
    if not orders or not walk.tablets:
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
    walk.reached["restarts"] += 1


def withdraw_restart(walk: Walk) -> None:
    for found in [one for one in walk.space().restarts if not one.withdrawn][-1:]:
        walk.store.actions.withdraw_restart(walk.store.person, found.id, "came back").result()


def hand_out(walk: Walk) -> None:
    """The signed supply of a cycle, sometimes a line taken back."""
    space = walk.space()
    for order in earlier_orders(space.orders, walk.course, 999)[-1:] if walk.tablets else ():
        for size, count in needed(space, walk.course, SETTINGS, order, "capecitabine").items():
            entry = DispensedEntry(order.cycle, "capecitabine", size, count, order.day1, 1, "B7731", None)
            walk.store.actions.dispense(walk.store.person, uuid4(), walk.course.id, entry).result()
    for line in [one for one in walk.space().dispensed if not one.withdrawn][:1]:
        if walk.chance.random() < 0.3:
            walk.store.actions.withdraw_dispensed(walk.store.person, line.id, "typed twice").result()


def decide(walk: Walk) -> None:
    events = tuple(one.id for one in walk.space().events[-1:])
    drug = walk.chance.choice(walk.drugs)
    entry = DecisionEntry(
        walk.cycle(), drug, "change", event_ids=events, percent=walk.chance.choice(PERCENTS), reason="seen and decided"
    )
    walk.store.actions.decide(walk.store.person, uuid4(), walk.course.id, entry).result()


def give_again(walk: Walk) -> None:
    """Tablets brought back, counted at a visit and given again for the last signed cycle: some, all, or too many."""
    space = walk.space()
    counted = [size for one in returns_by_cycle(space, walk.course).values() for size in one.entry.tablets_returned]
    for order in earlier_orders(space.orders, walk.course, 999)[-1:] if walk.tablets else ():
        size = walk.chance.choice(counted or [Decimal(500)])
        again = (walk.chance.randint(1, 60), order.day1, 0, "B7731", date(2028, 1, 31), True, "kept dry")
        entry = DispensedEntry(order.cycle, "capecitabine", size, *again)
        walk.store.actions.dispense(walk.store.person, uuid4(), walk.course.id, entry).result()
        walk.reached["given_again"] += 1


def advised(walk: Walk, space: Workspace) -> Advice:
    """What the rules say of the next cycle on its day 1, as the Visit page asks them."""
    cycle, files = walk.cycle(), files_of(walk.course, SETTINGS)
    case = advise_case(space, walk.course, cycle, walk.day1(cycle), SETTINGS)
    settled = settled_before(space.decisions, space.holds, cycle, case.day1)
    return advise_with(files.regimen, files.profile, case, None, 1, case.day1, settled=settled)


def follow(walk: Walk) -> None:
    """What the rules propose is accepted, declined or changed, as on the Visit page."""
    advice = advised(walk, walk.space())
    for found in [one for one in advice.drugs if one.action != "continue"]:
        if decision_on(walk.space().decisions, found, advice.cycle) is not None:
            continue
        taken = "decline" if found.action == "ask" else walk.chance.choice(("accept", "accept", "change", "decline"))
        way = {"stop": True} if found.drug not in ("oxaliplatin", "capecitabine") else {"percent": Decimal(60)}
        answered = Answered(found, taken, reason="seen", **(way if taken == "change" else {}))  # type: ignore[arg-type]
        entry = decision_entry(answered, GuiReckoned(advice, None), walk.day1(advice.cycle))
        walk.store.actions.decide(walk.store.person, uuid4(), walk.course.id, entry).result()
        walk.reached["followed"] += 1
        after = {one.drug: one for one in advised(walk, walk.space()).drugs}[found.drug]
        again = decision_on(walk.space().decisions, after, advice.cycle)
        # A change above what was reached before is asked about in its own right: it takes an override signed by two.
        raised = taken == "change" and any(one.rule == "not-raised-again" for one in after.fired)
        assert after.action == "continue" or again is not None or not after.fired or raised, (found, after)


def take_back(walk: Walk) -> None:
    for found in [one for one in walk.space().decisions if not one.withdrawn][-1:]:
        walk.store.actions.withdraw_decision(walk.store.person, found.id, "too early").result()


DEEDS: tuple[Callable[[Walk], None], ...] = (
    sign, sign, give, give, visit, visit, event, grade, end, withdraw, delay, hold, decide, restart, restart,
    withdraw_restart, hand_out, give_again, follow, follow, take_back,
)  # fmt: skip


def begun(store: Store, seed: int) -> CourseRecord:
    """A course of the kind of a seed, its patient measured."""
    kind = KINDS[seed % len(KINDS)]
    if kind == "taken over":
        return measured(store, first_cycle=3, cumulative={"oxaliplatin": Decimal("260.5")})
    if kind != "day 8":
        return measured(store, day1=DAY1, first_dose=kind)
    regimen, profile, patient = load_regimen("gemox-d1d8"), load_profile("us"), store.patient()
    options = {"ici": "none", "gemcitabine_level": "g1000", "oxaliplatin_level": "ox100"}
    files = {"regimen_id": regimen.id, "regimen_version": regimen.version, "regimen_sha256": regimen.sha256}
    entry = course_entry(**files, options=options)
    args = (patient.id, entry, regimen.text, profile.text)
    course = store.actions.begin_course(store.person, uuid4(), *args).result()
    store.answer_all(course)
    for name, value in (("height_cm", "165"), ("weight_kg", "58.0")):
        store.actions.measure(store.person, uuid4(), course.patient_id, name, Decimal(value), DAY1).result()
    return course
