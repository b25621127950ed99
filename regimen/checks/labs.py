"""Day-1 blood tests and toxicity against the treatment-day limits of the regimen file, as alerts."""

from collections.abc import Iterator

from regimen.checks.finding import alert
from regimen.day_check import DayItem, check_day, limits_on
from regimen.day_check import given_labs as labs_of_case
from regimen.definition import DayLimit
from regimen.given import Lab
from regimen.numbers import decimals, plain
from regimen.order import Alert
from regimen.proof import citation
from regimen.situation import Situation


def given_labs(situation: Situation) -> dict[str, Lab]:
    """The labs of the case by the analyte's own name."""
    return labs_of_case(situation.case)


def limits_of_today(situation: Situation) -> list[DayLimit]:
    """The limits of this cycle's day 1 in the set this practice uses; none where the file has no such set."""
    return limits_on(situation.limit_set(), situation.case.cycle, 1)


def day1(situation: Situation) -> Iterator[Alert]:
    """Every limit of this cycle's day 1. Missing and old values are told of by `lab_dates`."""
    limits = situation.limit_set()
    if limits is None:
        if situation.regimen.limit_sets:
            yield alert("limit-set-unknown", "stop", practice=situation.profile.id)
        return
    source = f"{citation(situation.regimen, limits.source)}, limits '{limits.id}'"
    without_upper: dict[str, str] = {}
    for item in check_day(limits, situation.case, situation.drugs).items:
        if item.finding == "no_upper_limit" and item.value is not None:
            without_upper[item.analyte] = f"{item.title} {plain(item.value)} {item.unit}"
        elif item.finding in ("outside", "unit"):
            yield _toxicity(item, source) if item.term else _value(item, source)
    if without_upper:  # one message, however many values lack it
        analytes, values = ", ".join(without_upper), "; ".join(without_upper.values())
        yield alert("lab-uln-missing", "stop", source=source, analytes=analytes, values=values)


def _value(item: DayItem, source: str) -> Alert:
    assert item.value is not None  # outside, or in a unit that cannot be converted: there is a value
    params = {"analyte": item.analyte, "title": item.title, "value": plain(item.value), "unit": item.unit}
    if item.measured is None:
        return alert("lab-unit", "stop", source=source, wanted_unit=item.limit_unit, params=params)
    return alert(
        f"day1-limit-{item.action}", "stop", item.drugs[0] if len(item.drugs) == 1 else "", source, item.percent,
        measured=decimals(item.measured, 3), limit_unit=item.limit_unit, limit=item.needed,
        drugs=", ".join(item.drugs) or "all drugs", percent="" if item.percent is None else plain(item.percent),
        params=params,
    )  # fmt: skip


def _toxicity(item: DayItem, source: str) -> Alert:
    assert item.value is not None and item.at_most_grade is not None  # a limit of a term has both
    return alert(
        "day1-toxicity", "stop", source=source, term=item.term, grade=plain(item.value),
        most_grade=str(item.at_most_grade),
    )  # fmt: skip
