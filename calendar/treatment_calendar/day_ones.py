"""Day 1 of every cycle: the plan, the delays, and how far apart the cycles come to lie."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from regimen.definition import Regimen
from regimen.errors import Refusal, Refused, refuse
from regimen.given import Case, Delay

MOST_CYCLES = 200
MOST_DELAY_DAYS = 365  # a longer pause is a new course, not a delayed cycle
EARLIEST, LATEST = date(1990, 1, 1), date(2150, 12, 31)


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from the day 1 before to day 1 of `cycle`, and the days the regimen plans."""

    cycle: int
    day1: date
    days: int
    cycle_days: int


def last_cycle_of(regimen: Regimen) -> int | None:
    """The last cycle the regimen allows, None without a limit."""
    ends = [phase.last_cycle for phase in regimen.phases]
    of_phases = None if any(end is None for end in ends) else max(end for end in ends if end is not None)
    limits = [limit for limit in (of_phases, regimen.most_cycles) if limit is not None]
    return min(limits, default=None)


def day_ones(regimen: Regimen, case: Case, cycles: int) -> Mapping[int, date]:
    """Day 1 by cycle number, from the case's own cycle on, and one further: the day after the last cycle laid out.

    cycles  how many cycles, 1 to 200; fewer where the regimen ends earlier
    case.day1 is where the case's own cycle begins before the delays of the case are applied. A delay of that cycle or a
    later one moves it and, with `shift` all, every later one; several delays of one cycle add up. Delays of earlier
    cycles are past and already in `day1`. Whoever gives a `day1` that is already delayed leaves that delay out.
    raises  Refused: no cycle, a negative delay, a delay so long that cycles change places
    """
    _check(regimen, case, cycles)
    last = case.cycle + cycles - 1
    ends = last_cycle_of(regimen)
    if ends is not None:
        last = min(last, ends)
    days: dict[int, date] = {}
    planned = case.day1  # moved by the delays that shift everything
    for number in range(case.cycle, last + 2):
        if number > case.cycle:
            planned += timedelta(days=regimen.phase_of(number - 1).cycle_days)
        own = [delay for delay in case.delays if delay.cycle == number]
        planned += timedelta(days=sum(delay.days for delay in own if delay.shift == "all"))
        days[number] = planned + timedelta(days=sum(delay.days for delay in own if delay.shift == "this"))
    _check_order(days, case.delays)
    return days


def _check(regimen: Regimen, case: Case, cycles: int) -> None:
    refusals = []
    if not 1 <= cycles <= MOST_CYCLES:
        refusals.append(Refusal("cycles", f"The number of cycles is {cycles}; 1 to {MOST_CYCLES} can be laid out."))
    if case.cycle < 1:
        refusals.append(Refusal("cycle", f"cycle is {case.cycle}; the first cycle is 1."))
    ends = last_cycle_of(regimen)
    if ends is not None and case.cycle > ends:
        refusals.append(Refusal("cycle", f"cycle is {case.cycle}; {regimen.id} ends with cycle {ends}."))
    if not EARLIEST <= case.day1 <= LATEST:
        refusals.append(Refusal("day1", f"day1 is {case.day1}; a date from {EARLIEST} to {LATEST} is accepted."))
    for index, delay in enumerate(case.delays):
        place = f"delays[{index}]"
        if delay.cycle < 1:
            refusals.append(Refusal(f"{place}.cycle", f"{place}.cycle is {delay.cycle}; the first cycle is 1."))
        if not 0 <= delay.days <= MOST_DELAY_DAYS:
            accepted = f"a cycle is put off by 0 to {MOST_DELAY_DAYS} days, never brought forward"
            reason = f"{place}.days is {delay.days}; {accepted}."
            refusals.append(Refusal(f"{place}.days", reason))
    if refusals:
        raise Refused(refusals)


def _check_order(days: Mapping[int, date], delays: tuple[Delay, ...]) -> None:
    for number, day1 in days.items():
        following = days.get(number + 1)
        if following is not None and following <= day1:
            index = next(i for i, delay in enumerate(delays) if delay.cycle == number and delay.shift == "this")
            raise refuse(
                f"delays[{index}].days",
                f"With this delay cycle {number} would begin on {day1}, not before cycle {number + 1} on {following}; "
                "let the later cycles move too.",
            )


def past_day_ones(case: Case) -> Mapping[int, date]:
    """Day 1 of earlier cycles as far as they are known, by cycle number."""
    known = {past.cycle: past.day1 for past in case.history if past.day1 is not None and past.cycle < case.cycle}
    if case.previous is not None and case.previous.last_day1 is not None:
        known.setdefault(case.cycle - 1, case.previous.last_day1)
    return {number: known[number] for number in sorted(known) if number >= 1}


def odd_intervals(regimen: Regimen, days: Mapping[int, date], first: int, last: int) -> tuple[Interval, ...]:
    """Intervals before the cycles `first` to `last` that differ from the regimen's."""
    found = []
    for number in range(first, last + 1):
        if number in days and number - 1 in days:
            length = (days[number] - days[number - 1]).days
            planned = regimen.phase_of(number - 1).cycle_days
            if length != planned:
                found.append(Interval(number, days[number], length, planned))
    return tuple(found)
