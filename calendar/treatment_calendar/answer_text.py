"""A course for a person to read in a terminal."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from regimen.alerts import words
from regimen.numbers import plain
from regimen.order import Alert
from treatment_calendar.course import Course, CourseCycle, CourseDay, Moment, Take
from treatment_calendar.notes import weekday


def as_text(course: Course, order_alerts: Iterable[Alert] = (), defaults_used: Iterable[str] = ()) -> str:
    """Every cycle with its dates and doses, then alerts and notes. The notes of the order are counted, not repeated."""
    parts = [_cycle(cycle) for cycle in course.cycles]
    of_order = tuple(order_alerts)
    lines = dict.fromkeys(_alert(alert) for alert in (*course.alerts, *of_order) if _is_told(alert, course))
    if lines:
        parts.append("\n".join(["Alerts", *lines]))
    untold = sum(1 for alert in of_order if not _is_told(alert, course))
    if untold:
        parts.append(f"The order has {untold} more notes; capox dose shows them.")
    if course.notes:
        parts.append("\n".join(["Notes", *(f"  {on(note.date)}  {note.text}" for note in course.notes)]))
    used = ", ".join(defaults_used)
    if used:
        parts.append(f"From the practice profile, as not given: {used}")
    return "\n\n".join(parts) + "\n"


def on(day: date) -> str:
    """A date with its weekday, the same width for all."""
    return f"{weekday(day)[:3]} {day.isoformat()}"


def _is_told(alert: Alert, course: Course) -> bool:
    return alert.severity != "note" or alert in course.alerts


def _cycle(cycle: CourseCycle) -> str:
    state = "" if cycle.decided else "  planned, do not start until told"
    lines = [f"Cycle {cycle.cycle}  {on(cycle.day1)} to {on(cycle.last_day)}  ({cycle.length} days){state}"]
    lines += [_day(day) for day in cycle.days if day.visit or day.give]
    lines += [f"  blood test {on(test.date)} for day {test.for_day}" for test in cycle.blood_tests]
    if cycle.first_dose is not None and cycle.last_dose is not None:
        count = f"{cycle.oral_doses} doses"
        if cycle.oral_doses != cycle.planned_oral_doses:
            count += f" of {cycle.planned_oral_doses}"
        lines.append(f"  tablets    {_moment(cycle.first_dose)} to {_moment(cycle.last_dose)}, {count}")
    lines += _tablets(cycle)
    on_hold = sorted({(drug, day.date) for day in cycle.days for drug in day.held})
    for drug in dict.fromkeys(drug for drug, _ in on_hold):
        days = [day for name, day in on_hold if name == drug]
        lines.append(f"  not given  {drug}: {_span(days)}")
    cold = [day.date for day in cycle.days if day.cold_precautions]
    lines += [f"  avoid cold {_span(cold)}"] if cold else []
    lines += [f"  next day 1 {on(cycle.next_day1)}"] if cycle.next_day1 is not None else []
    return "\n".join(lines)


def _day(day: CourseDay) -> str:
    given = [give.drug if give.dose_mg is None else f"{give.drug} {plain(give.dose_mg)} mg" for give in day.give]
    return f"  day {day.cycle_day:<6} {on(day.date)}  " + ", ".join(["visit"] * day.visit + given)


def _tablets(cycle: CourseCycle) -> list[str]:
    """The tablets of a usual day and the supply; empty while no plan is chosen."""
    takes = list(dict.fromkeys(_take(take) for day in cycle.days for take in day.take if take.am and take.pm))
    lines = [f"             {take}" for take in takes]
    return [*lines, f"  supply     {_counts(cycle.supply)}"] if cycle.supply else lines


def _take(take: Take) -> str:
    return f"{take.drug}: morning {_counts(take.am)}; evening {_counts(take.pm)}"


def _counts(counts: Mapping[Decimal, int]) -> str:
    return " + ".join(f"{count} x {plain(mg)} mg" for mg, count in sorted(counts.items(), reverse=True))


def _moment(moment: Moment) -> str:
    return f"{on(moment.date)} {'morning' if moment.half == 'am' else 'evening'}"


def _span(days: list[date]) -> str:
    """Runs of consecutive dates, as `Mon 2026-03-02 to Fri 2026-03-06`."""
    runs: list[list[date]] = []
    for day in days:
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(on(run[0]) if len(run) == 1 else f"{on(run[0])} to {on(run[-1])}" for run in runs)


def _alert(alert: Alert) -> str:
    title, text = words(alert)
    return f"  {alert.severity.upper():5} {title}: {text}"
