"""The burden of one regimen over a number of weeks, counted on the dated course that the regimen file leads to."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from outcomes.burden.values import Burden as Burden
from outcomes.burden.values import SiteTimes as SiteTimes
from regimen.definition import Regimen
from regimen.dosing import build_order
from regimen.engine import checked
from regimen.given import Case
from regimen.order import CycleOrder
from regimen.practice import Policy, Profile
from treatment_calendar.course import Course
from treatment_calendar.day_ones import day_ones
from treatment_calendar.layout import lay_out

MOST_WEEKS = 104


def reckon(regimen: Regimen, profile: Profile, case: Case, weeks: int, times: SiteTimes | None = None) -> Burden:
    """Every cycle that begins within the weeks, as planned: no delays, no holds, today's doses throughout.

    case    sizes, options and day 1 of the first week; where a tablet plan was not chosen the first one is counted
    weeks   1 to 104 from day 1 on
    raises  Refused as the engine does; ValueError for other weeks
    """
    if not 1 <= weeks <= MOST_WEEKS:
        raise ValueError(f"weeks must be 1 to {MOST_WEEKS}")
    site = times or SiteTimes()
    plain = replace(case, cycle=1, delays=(), holds=(), stopped={}, history=())
    asked, policy, _ = checked(regimen, profile, plain)
    end = asked.day1 + timedelta(weeks=weeks)
    cycles = cycles_until(regimen, asked, end)
    orders = orders_of(regimen, profile, policy, asked, cycles)
    course = lay_out(regimen, profile, policy, asked, orders[1], cycles, planned=orders)
    return count(regimen, course, orders, asked.day1, weeks, site)


def cycles_until(regimen: Regimen, case: Case, end: date) -> int:
    """How many cycles begin before a day; fewer where the regimen ends."""
    starts = day_ones(regimen, case, 1 + (end - case.day1).days // 7)
    begun = [number for number, start in starts.items() if start < end and number + 1 in starts]
    return len(begun)


def orders_of(regimen: Regimen, profile: Profile, policy: Policy, case: Case, cycles: int) -> dict[int, CycleOrder]:
    """The doses of each cycle as they would be on today's basis, with a tablet plan for each oral drug."""
    days = day_ones(regimen, case, cycles)
    found = {}
    for number in range(1, cycles + 1):
        asked = replace(case, cycle=number, day1=days[number])
        order = build_order(regimen, profile, asked, policy, ())
        open_plans = {dose.drug: 0 for dose in order.doses if dose.plans and dose.chosen is None}
        if open_plans:
            order = build_order(
                regimen, profile, replace(asked, chosen_plan={**asked.chosen_plan, **open_plans}), policy, ()
            )
        found[number] = order
    return found


def count(
    regimen: Regimen, course: Course, orders: Mapping[int, CycleOrder], start: date, weeks: int, site: SiteTimes
) -> Burden:
    """Everything on the days from `start` on, before the weeks are over."""
    end = start + timedelta(weeks=weeks)
    days = {day.date: day for cycle in course.cycles for day in cycle.days if day.date < end}
    iv_days = sorted(on for on, day in days.items() if day.give)
    minutes, volume, unknown = 0, Decimal(0), set[str]()
    known_volumes = True
    for on in iv_days:
        for give in days[on].give:
            if give.minutes is None:
                unknown.add(f"infusion time of {give.drug}")
            minutes += give.minutes or 0
            bag = orders[days[on].cycle].dose_of(give.drug).infusion
            if bag is None:
                unknown.add(f"bag volume of {give.drug}")
                known_volumes = False
            else:
                volume += bag.volume_ml
    tests = sorted(
        test.date
        for cycle in course.cycles
        for test in cycle.blood_tests
        if cycle.day1 + timedelta(days=test.for_day - 1) < end
    )
    trips = len({on for on in tests if on not in iv_days})
    tablets: dict[Decimal, int] = {}
    for day in days.values():
        for take in day.take:
            for half in (take.am, take.pm):
                for strength, number in half.items():
                    tablets[strength] = tablets.get(strength, 0) + number
    busy = {on for on, day in days.items() if day.swallow} | set(iv_days) | {on for on in tests if on in days}
    return Burden(
        regimen.id, regimen.short_title, weeks, tuple(iv_days), minutes, volume if known_volumes else None,
        minutes + len(iv_days) * site.around_infusion + trips * site.blood_test, tuple(tests), trips,
        {strength: number for strength, number in sorted(tablets.items()) if number},
        sum(bool(day.swallow) for day in days.values()), weeks * 7 - len(busy),
        (len(iv_days) + trips) * site.travel, tuple(sorted(unknown)),
    )  # fmt: skip
