"""The dated course: what is given, taken, tested and held on every date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from regimen.definition import Regimen
from regimen.given import Case
from regimen.order import CycleOrder
from regimen.practice import Policy, Profile
from treatment_calendar import holds
from treatment_calendar.blood_tests import blood_test
from treatment_calendar.clocks import clocks_at
from treatment_calendar.course import BloodTest, Course, Note, TabletsFrom
from treatment_calendar.cycle_days import cycle_on_dates
from treatment_calendar.day_ones import day_ones, last_cycle_of, odd_intervals, past_day_ones
from treatment_calendar.events import Events, Span, events_of
from treatment_calendar.findings import interval_findings, notes_on_clocks, notes_on_closed_days, notes_on_course
from treatment_calendar.holidays import OpenDays, open_days
from treatment_calendar.notes import note


@dataclass(frozen=True, slots=True)
class _Planned:
    """One cycle with its events and blood tests, before dates of neighbouring cycles are known."""

    span: Span
    events: Events
    tests: tuple[BloodTest, ...]
    more: bool


def lay_out(
    regimen: Regimen,
    profile: Profile,
    policy: Policy,
    case: Case,
    order: CycleOrder | None,
    cycles: int,
    *,
    signed: Mapping[int, CycleOrder] | None = None,
    planned: Mapping[int, CycleOrder] | None = None,
    changed: Mapping[int, tuple[TabletsFrom, ...]] | None = None,
    past: bool = False,
    zone: tzinfo | None = None,
) -> Course:
    """The course on dates, beginning with the case's own cycle.

    case     day1 is day 1 of cycle `case.cycle` before the delays of the case that concern it; see `day_ones`.
             Without a site the profile's country decides the public holidays
    order    doses and tablets of the case's own cycle; None: dates only
    cycles   how many cycles from the case's own on, fewer where the regimen ends or the treatment is stopped
    signed   further orders by cycle that are decided, for a view over the whole course
    planned  doses of later cycles as they would be today; such a cycle is still not `decided`
    changed  other tablets within a cycle with an order: restarts at a lower dose
    past     put the earlier cycles whose day 1 the history knows in front, as dates only
    zone     of the site, for notes on clock changes; None: no such notes. Dates never move
    raises   Refused: delays, holds, stops or counts that cannot be
    """
    holds.check(regimen, case)
    days = day_ones(regimen, case, cycles)
    last = max(days) - 1
    starts = {**past_day_ones(case), **days}
    site = _site(profile, case, starts)
    notes: list[Note] = []
    if not site.known:
        notes.append(note(case.day1, "holidays_unknown", None, country=_country(profile, case)))
    clocks = clocks_at(regimen, case)
    built = []
    for number in _numbers(case, starts, last, past=past):
        span = Span(number, starts[number], starts[number + 1])
        events = events_of(regimen, policy, case, span, clocks if number >= case.cycle else {}, notes)
        tests = _blood_tests(profile, policy, site, case, span, events, notes)
        built.append(_Planned(span, events, tests, _goes_on(regimen, case, span, last)))
    day1_tests = {entry.span.number: test.date for entry in built for test in entry.tests if test.for_day == 1}
    if built[-1].more:  # the test for the cycle after the last one laid out lies in the last one
        following, said = blood_test(profile, policy, site, built[-1].span.number + 1, 1, built[-1].span.next_day1)
        day1_tests |= {built[-1].span.number + 1: following.date} if following is not None else {}
        notes += [said] if said is not None else []
    test_dates = frozenset({test.date for entry in built for test in entry.tests} | set(day1_tests.values()))
    cold = frozenset(on for entry in built for on in entry.events.cold)
    decided = {**(signed or {}), **({case.cycle: order} if order is not None else {})}
    orders = {**(planned or {}), **decided}
    laid_out = tuple(
        cycle_on_dates(
            regimen, case, entry.span, entry.events, orders.get(entry.span.number),
            changed=(changed or {}).get(entry.span.number, ()), decided=entry.span.number in decided,
            tests=entry.tests, test_dates=test_dates, cold=cold,
            next_test=day1_tests.get(entry.span.number + 1), more=entry.more,
        )
        for entry in built
    )  # fmt: skip
    intervals = odd_intervals(regimen, starts, laid_out[0].cycle, laid_out[-1].cycle)
    alerts, interval_notes = interval_findings(regimen, intervals)
    notes += notes_on_course(regimen, case, laid_out, cycles, last)
    notes += interval_notes + notes_on_closed_days(laid_out, site) + notes_on_clocks(laid_out, zone)
    return Course(regimen.id, laid_out, tuple(sorted(notes, key=lambda n: n.date)), alerts)


def _numbers(case: Case, starts: Mapping[int, date], last: int, *, past: bool) -> list[int]:
    """The cycles to lay out: the case's own and later until a stop of everything, earlier ones only as asked."""
    end = holds.end_of_treatment(case)
    numbers: list[int] = []
    if past:
        number = case.cycle - 1
        while number in starts and starts[number] < starts[number + 1]:
            numbers.insert(0, number)
            number -= 1
    for number in range(case.cycle, last + 1):
        if number > case.cycle and end is not None and starts[number] >= end:
            break
        numbers.append(number)
    return numbers


def _goes_on(regimen: Regimen, case: Case, span: Span, last: int) -> bool:
    """Whether a next cycle is reckoned with: laid out or among the planned ones, and not after a stop of everything."""
    end, limit = holds.end_of_treatment(case), last_cycle_of(regimen)
    if end is not None and span.next_day1 >= end:
        return False
    among_planned = span.number < regimen.planned_cycles and (limit is None or span.number < limit)
    return span.number < last or among_planned


def _country(profile: Profile, case: Case) -> str:
    return profile.country if case.site is None else case.site.country


def _site(profile: Profile, case: Case, starts: Mapping[int, date]) -> OpenDays:
    # A blood test lies a few days before the first day 1; the last of `starts` is the day after the course.
    years = range((min(starts.values()) - timedelta(days=31)).year, max(starts.values()).year + 1)
    if case.site is None:
        return open_days(profile.country, profile.region, (), years)
    return open_days(case.site.country, case.site.region, case.site.closing_days, years)


def _blood_tests(
    profile: Profile, policy: Policy, site: OpenDays, case: Case, span: Span, events: Events, notes: list[Note]
) -> tuple[BloodTest, ...]:
    """For day 1 and every further treatment day of the cycle that is not after a stop of everything."""
    end = holds.end_of_treatment(case)
    found = []
    for day in sorted({1, *events.treatment_days}):
        on = span.day1 + timedelta(days=day - 1)
        if end is not None and on >= end:
            continue
        test, said = blood_test(profile, policy, site, span.number, day, on)
        found += [test] if test is not None else []
        notes += [said] if said is not None else []
    return tuple(found)
