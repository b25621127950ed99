"""One cycle put on dates: its events, and the doses of its order where there is one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from regimen.definition import Regimen
from regimen.given import Case
from regimen.order import CycleOrder, TabletPlan
from treatment_calendar import holds
from treatment_calendar.course import (
    BloodTest,
    CourseCycle,
    CourseDay,
    Give,
    Half,
    SupportiveToday,
    TabletsFrom,
    Take,
)
from treatment_calendar.events import Events, Span
from treatment_calendar.supportive_days import Listed, is_ordered, supportive_of

# The plans of one drug, each with the half day it begins; the last that has begun counts.
Plans = tuple[tuple[tuple[date, Half], TabletPlan], ...]
BOTH: tuple[Half, ...] = ("am", "pm")


def cycle_on_dates(
    regimen: Regimen,
    case: Case,
    span: Span,
    events: Events,
    order: CycleOrder | None,
    *,
    changed: tuple[TabletsFrom, ...],
    decided: bool,
    tests: tuple[BloodTest, ...],
    test_dates: frozenset[date],
    cold: frozenset[date],
    next_test: date | None,
    more: bool,
) -> CourseCycle:
    """The cycle from day 1 to the day before the next.

    order        doses and tablets; None: dates only
    changed      other tablets from a half day on; without an order they are not looked at
    tests        the blood tests for this cycle; test_dates: every date of the course on which blood is taken
    cold         every date of the course with cold precautions
    next_test    date of the blood test for the next day 1
    more         a next cycle is reckoned with
    """
    length = (span.next_day1 - span.day1).days
    plans = _plans(events, order, changed)
    signed = order if decided else None  # doses as they would be today order nothing
    lists = supportive_of(regimen, case, span, signed)
    same = _same_all_cycle(regimen, case, span, events, lists)
    days = tuple(_day(same, span, events, order, plans, day, test_dates, cold) for day in range(1, length + 1))
    taken = sorted((m for oral in events.tablets for m in oral.taken), key=lambda m: (m.date, m.half))
    return CourseCycle(
        cycle=span.number,
        phase=regimen.phase_of(span.number).id,
        day1=span.day1,
        last_day=span.next_day1 - timedelta(days=1),
        length=length,
        days=days,
        first_dose=taken[0] if taken else None,
        last_dose=taken[-1] if taken else None,
        oral_doses=len(taken),
        supply=_supply(days),
        decided=decided,
        planned_oral_doses=sum(oral.planned for oral in events.tablets),
        blood_tests=tests,
        next_day1=span.next_day1 if more else None,
        next_blood_test=next_test if more else None,
        as_needed=tuple(today for item, today in lists if item.as_needed),
        supportive_ordered=is_ordered(signed),
    )


def _plans(events: Events, order: CycleOrder | None, changed: Iterable[TabletsFrom]) -> Mapping[str, Plans]:
    """The chosen tablet plans of each oral drug in order; a drug without a choice has none."""
    if order is None:
        return {}
    oral = {tablets.drug for tablets in events.tablets}
    found: dict[str, Plans] = {
        dose.drug: (((date.min, "am"), dose.plans[dose.chosen]),)
        for dose in order.doses
        if dose.drug in oral and dose.chosen is not None
    }
    for change in sorted(changed, key=lambda one: (one.start.date, one.start.half)):
        if change.drug in found:
            found[change.drug] += (((change.start.date, change.start.half), change.plan),)
    return found


@dataclass(frozen=True, slots=True)
class _SameAllCycle:
    """What every date of one cycle asks for, looked up once.

    given, held  drugs by date, in the order of the day
    halves       drug -> date -> halves in which its tablets are taken
    end          the date from which the whole treatment is stopped
    """

    given: Mapping[date, list[str]]
    held: Mapping[date, list[str]]
    halves: Mapping[str, Mapping[date, tuple[Half, ...]]]
    visit_days: tuple[int, ...]
    end: date | None
    has_tablets: bool
    supportive: Listed


def _same_all_cycle(regimen: Regimen, case: Case, span: Span, events: Events, lists: Listed) -> _SameAllCycle:
    given: dict[date, list[str]] = {}
    for on, drug in events.infusions:
        given.setdefault(on, []).append(drug)
    held: dict[date, list[str]] = {}
    for on, drug in events.held:
        held.setdefault(on, []).append(drug)
    halves: dict[str, dict[date, tuple[Half, ...]]] = {}
    for oral in events.tablets:
        own = halves[oral.drug] = {}
        for moment in oral.taken:
            own[moment.date] = (*own.get(moment.date, ()), moment.half)
    return _SameAllCycle(
        given, held, halves, regimen.visit_days_of(span.number), holds.end_of_treatment(case),
        any(oral.planned for oral in events.tablets), lists,
    )  # fmt: skip


def _day(
    same: _SameAllCycle,
    span: Span,
    events: Events,
    order: CycleOrder | None,
    plans: Mapping[str, Plans],
    day: int,
    test_dates: frozenset[date],
    cold: frozenset[date],
) -> CourseDay:
    on = span.day1 + timedelta(days=day - 1)
    give = tuple(_give(drug, order) for drug in same.given.get(on, ()))
    halves = {drug: own[on] for drug, own in same.halves.items() if on in own}
    swallow = tuple(half for half in BOTH if any(half in own for own in halves.values()))
    take = tuple(_take(drug, on, own, plans[drug]) for drug, own in halves.items() if drug in plans)
    held = tuple(same.held.get(on, ()))
    stopped = same.end is not None and on >= same.end
    return CourseDay(
        date=on,
        cycle=span.number,
        cycle_day=day,
        visit=not stopped and (day in same.visit_days or bool(give)),
        blood_test=on in test_dates,
        cold_precautions=on in cold,
        give=give,
        held=held,
        swallow=swallow,
        take=take,
        rest=not swallow if same.has_tablets else not give,
        supportive=() if stopped else _supportive(same, span, events, day),
        part_held=tuple(drug for drug in held if drug in halves),
    )


def _give(drug: str, order: CycleOrder | None) -> Give:
    dose = None if order is None else next((d for d in order.doses if d.drug == drug), None)
    if dose is None:
        return Give(drug, None, None)
    return Give(drug, dose.dose_mg, dose.infusion.minutes if dose.infusion is not None else None)


def _take(drug: str, on: date, halves: Iterable[Half], plans: Plans) -> Take:
    def tablets(half: Half) -> Mapping[Decimal, int]:
        plan = next(plan for start, plan in reversed(plans) if start <= (on, half))
        of_plan = plan.am if half == "am" else plan.pm
        return {strength: count for strength, count in of_plan.items() if count} if half in halves else {}

    return Take(drug, tablets("am"), tablets("pm"))


def _supportive(same: _SameAllCycle, span: Span, events: Events, day: int) -> tuple[SupportiveToday, ...]:
    """Those with days of their own; what is taken as needed without days stands in the regimen, not on dates.

    They go with the infusions of the last treatment day; where none of those is given, they are left out.
    """
    treatment_day = max((planned for planned in events.treatment_days if planned <= day), default=None)
    if treatment_day is not None and span.day1 + timedelta(days=treatment_day - 1) not in same.given:
        return ()
    return tuple(today for item, today in same.supportive if day in item.days)


def _supply(days: Iterable[CourseDay]) -> Mapping[Decimal, int]:
    supply: dict[Decimal, int] = {}
    for day in days:
        for take in day.take:
            for half in (take.am, take.pm):
                for strength, count in half.items():
                    supply[strength] = supply.get(strength, 0) + count
    return dict(sorted(supply.items()))
