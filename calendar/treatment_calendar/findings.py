"""What there is to say about a course: too short an interval, closed days, clock changes, holds, stops and ends."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta, tzinfo
from itertools import pairwise

from regimen.definition import Regimen
from regimen.given import EVERYTHING, Case, Hold
from regimen.order import Alert
from regimen.proof import citation
from treatment_calendar.course import CourseCycle, Note
from treatment_calendar.day_ones import Interval, last_cycle_of
from treatment_calendar.holidays import OpenDays
from treatment_calendar.notes import note, weekday, words


def interval_findings(regimen: Regimen, intervals: Iterable[Interval]) -> tuple[tuple[Alert, ...], list[Note]]:
    """A `stop` for each interval shorter than the cycle, a note for each longer one; both stand on the date too."""
    alerts, notes = [], []
    for interval in intervals:
        short = interval.days < interval.cycle_days
        numbers = {"days": str(interval.days), "cycle_days": str(interval.cycle_days)}
        where = {"cycle": str(interval.cycle), "day1": interval.day1.isoformat()}
        source = citation(regimen, regimen.phase_of(interval.cycle - 1).source)
        code = "interval-short" if short else "interval-long"
        alerts.append(Alert(code, "stop" if short else "note", "", numbers | where, source))
        notes.append(note(interval.day1, "interval_short" if short else "interval", interval.cycle, **numbers))
    return tuple(alerts), notes


def notes_on_closed_days(cycles: Iterable[CourseCycle], site: OpenDays) -> list[Note]:
    """Visits, treatment and blood tests on a public holiday, closing day or weekend. Nothing is moved."""
    notes = []
    for cycle in cycles:
        for day in cycle.days:
            closed = site.why_closed(day.date)
            if closed is None or not (day.visit or day.give or day.blood_test):
                continue
            if closed.kind == "weekend":
                if day.visit or day.give:  # a blood test on a weekend has its own note
                    what = words("treatment" if day.give else "visit")
                    notes.append(note(day.date, "weekend", cycle.cycle, weekday=weekday(day.date), what=what))
            elif closed.kind == "holiday":
                notes.append(note(day.date, "holiday", cycle.cycle, name=closed.name))
            else:
                notes.append(note(day.date, "closed", cycle.cycle))
    return notes


def notes_on_clocks(cycles: Sequence[CourseCycle], zone: tzinfo | None) -> list[Note]:
    """The dates of the course on which the clocks of the site change."""
    notes = []
    for cycle in cycles:
        for day in cycle.days:
            change = _change(day.date, zone) if zone is not None else timedelta(0)
            if change:
                hours = f"{change / timedelta(hours=1):+g}"
                notes.append(note(day.date, "clock_change", cycle.cycle, hours=hours))
    return notes


def _change(on: date, zone: tzinfo) -> timedelta:
    """How far the clocks have moved between noon of the day before and noon of the date."""
    noon = datetime(on.year, on.month, on.day, 12, tzinfo=zone)
    before = (noon.replace(tzinfo=None) - timedelta(days=1)).replace(tzinfo=zone)
    return (noon.utcoffset() or timedelta(0)) - (before.utcoffset() or timedelta(0))


def notes_on_course(regimen: Regimen, case: Case, cycles: Sequence[CourseCycle], asked: int, last: int) -> list[Note]:
    """Delays, holds and stops that concern the cycles laid out, and where the regimen ends before the cycles asked for.

    asked  cycles asked for; last: the last one the regimen let be laid out
    """
    first_day, last_day = cycles[0].day1, cycles[-1].last_day
    day1_of = {cycle.cycle: cycle.day1 for cycle in cycles}
    notes = [
        note(day1_of[d.cycle], "delay", d.cycle, cycle=d.cycle, days=d.days, reason=d.reason)
        for d in case.delays
        if d.cycle in day1_of and d.cycle >= case.cycle and d.days
    ]
    for hold in case.holds:
        if hold.start <= last_day and (hold.end is None or hold.end >= first_day):
            until = words("until_notice") if hold.end is None else words("until_date", end=_last(hold, hold.end))
            start = hold.start if hold.start_half == "am" else words("evening", date=hold.start)
            on = max(hold.start, first_day)
            notes.append(note(on, "hold", None, drug=hold.drug, start=start, until=until, reason=hold.reason))
    for drug, start in case.stopped.items():
        on = min(max(start, first_day), last_day)
        if drug == EVERYTHING:
            notes.append(note(on, "stop_all", None, start=start))
        elif start <= last_day:
            notes.append(note(on, "stop", None, drug=drug, start=start))
    notes += _notes_on_phases(regimen, case, cycles)
    if last < case.cycle + asked - 1 and cycles[-1].cycle == last:
        ends = last_cycle_of(regimen)
        notes.append(note(last_day, "no_more_cycles", None, last=ends, first_left_out=last + 1))
    return notes


def _last(hold: Hold, end: date) -> object:
    """The last date of a hold, with the morning named where the evening is taken."""
    return end if hold.end_half == "pm" else words("morning", date=end)


def _notes_on_phases(regimen: Regimen, case: Case, cycles: Sequence[CourseCycle]) -> list[Note]:
    """Where a phase begins: how long its cycles are and which drugs have ended."""
    notes = []
    for before, after in pairwise(cycles):
        if before.phase != after.phase:
            phase = regimen.phase_of(after.cycle)
            still = {drug.name for drug in regimen.drugs_of(after.cycle, case.options)}
            was = (drug.name for drug in regimen.drugs_of(before.cycle, case.options))
            ended = ", ".join(dict.fromkeys(name for name in was if name not in still))
            facts = {"title": phase.title, "cycle_days": phase.cycle_days, "ended": ended or "-"}
            notes.append(note(after.day1, "phase", after.cycle, **facts))
    return notes
