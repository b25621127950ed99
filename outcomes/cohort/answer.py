"""The answer of `capox outcomes` as JSON and for a person."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from outcomes.cohort.patients import WorstRow
from outcomes.cohort.summary import Endpoint, EventTable, Rate, Summary
from outcomes.proportions import one_decimal
from outcomes.survival.endpoints import months
from outcomes.survival.kaplan_meier import Curve, symmetric_median

#: Places of a binary fraction in JSON; limits agree with other programs to more than these.
PLACES = 10
LANDMARKS_MONTHS = (6, 12)
TITLES = {"pfs": "Progression-free survival", "os": "Overall survival", "dor": "Duration of response"}


def as_json(summary: Summary) -> dict[str, Any]:
    """Every figure with what it was made from."""
    choices = summary.choices
    found: dict[str, Any] = {
        "patients": len(summary.patients),
        "treated": summary.rates["orr"]["treated"].proportion.n,
        "evaluable": summary.rates["orr"]["evaluable"].proportion.n,
        "ci": choices.interval,
        "km_ci": choices.band,
        "pfs_rule": choices.rule,
        "scan_every_days": choices.scan_every_days,
        "cutoff": None if choices.cutoff is None else choices.cutoff.isoformat(),
    }
    for name, groups in summary.rates.items():
        found[name] = {group: _rate(rate) for group, rate in groups.items()}
    for name, endpoint in summary.endpoints.items():
        found[name] = _endpoint(endpoint)
    found["follow_up"] = _median(summary.follow_up)
    found["adverse_events"] = None if summary.events is None else _events(summary.events)
    found["warnings"] = list(summary.warnings)
    return found


def _rate(rate: Rate) -> dict[str, Any]:
    share = rate.proportion
    return {
        "n": share.x,
        "N": share.n,
        "percent": None if share.percent is None else str(share.percent),
        "lower_percent": _places(None if share.lower is None else share.lower * 100),
        "upper_percent": _places(None if share.upper is None else share.upper * 100),
        "ids": list(rate.ids),
    }


def _endpoint(endpoint: Endpoint) -> dict[str, Any]:
    curve = endpoint.curve
    found = _median(curve) | {
        "curve": [
            {
                "days": step.days, "months": str(months(step.days)), "n_risk": step.at_risk, "events": step.events,
                "censored": step.censored, "survival": _places(step.survival), "se": _places(step.se),
                "lower": _places(step.lower), "upper": _places(step.upper),
            }
            for step in curve.steps
        ],
        "at_risk": [{"months": month, "n": curve.at_risk([_day(month)])[0]} for month in _axis(curve)],
        "landmarks": [_landmark(curve, month) for month in LANDMARKS_MONTHS],
        "symmetric": _symmetric(curve),
    }  # fmt: skip
    if endpoint.groups:
        found["groups"] = {name: _median(group) for name, group in endpoint.groups.items()}
        found["log_rank_p"] = _places(endpoint.log_rank_p)
    return found


def _median(curve: Curve) -> dict[str, Any]:
    median = curve.median
    found: dict[str, Any] = {"n": curve.n, "events": curve.events}
    for name, days in (("median", median.days), ("lower", median.lower), ("upper", median.upper)):
        found[f"{name}_days"] = days
        found[f"{name}_months"] = None if days is None else one_decimal(months(days))
    return found


def _symmetric(curve: Curve) -> dict[str, str] | None:
    found = symmetric_median(curve)
    if found is None:
        return None
    return {name: one_decimal(months(value)) for name, value in zip(("lower", "upper"), found, strict=True)}


def _landmark(curve: Curve, month: int) -> dict[str, Any]:
    """Survival at a month; nothing after the last observation."""
    day = _day(month)
    if not curve.steps or curve.last_day < day:
        return {"months": month, "survival": None, "lower": None, "upper": None}
    step = curve.step_at(int(day))
    shown = (1.0, 1.0, 1.0) if step is None else (step.survival, step.lower, step.upper)
    return {"months": month} | dict(zip(("survival", "lower", "upper"), map(_places, shown), strict=True))


def _day(month: int) -> float:
    return float(month * Decimal("30.4375"))


def _axis(curve: Curve) -> Sequence[int]:
    """Every third month of the axis."""
    return range(0, int(months(curve.last_day)) + 1, 3)


def _events(table: EventTable) -> dict[str, Any]:
    return {
        "N": table.of,
        "any": _row(table.every, table.of),
        "terms": [_row(row, table.of) for row in table.terms],
        "related_any": _row(table.related, table.of),
        "related_terms": [_row(row, table.of) for row in table.related_terms],
        "not_said_whether_related": table.unsaid,
        "relation_said": table.asked,
    }


def _row(row: WorstRow, of: int) -> dict[str, Any]:
    shown: dict[str, Any] = {"term": row.term, "soc": row.soc}
    groups = (("any_grade", (1, 2, 3, 4, 5)), ("grade_1_2", (1, 2)), ("grade_3_4", (3, 4)), ("grade_5", (5,)))
    for name, grades in groups:
        count = row.count(*grades)
        shown[name] = count
        shown[f"{name}_percent"] = one_decimal(Decimal(count) * 100 / of) if of else None
    shown["grades"] = {str(grade): list(ids) for grade, ids in row.patients.items()}
    return shown


def _places(value: float | None) -> str | None:
    return None if value is None else f"{value:.{PLACES}f}"


def as_text(summary: Summary) -> str:
    """For a person: rates, medians, events by frequency."""
    choices = summary.choices
    lines = [f"{len(summary.patients)} patients; limits of proportions: {choices.interval}; of curves: {choices.band}"]
    for name, words in (("orr", "Objective response"), ("dcr", "Disease control")):
        for group, rate in summary.rates[name].items():
            lines.append(f"{words}, of {group}: {_share(rate)}")
    for name, endpoint in summary.endpoints.items():
        rule = "" if name == "os" else f" ({choices.rule})"
        lines.append(f"{TITLES[name]}{rule}: {_words(endpoint.curve)}")
        for group, curve in endpoint.groups.items():
            lines.append(f"    {choices.by} {group or 'not said'}: {_words(curve)}")
        if endpoint.log_rank_p is not None:
            named = sum(bool(group) for group in endpoint.groups)
            lines.append(f"    log-rank of {named} groups: p = {endpoint.log_rank_p:.3f}")
    lines.append(f"Follow-up (reverse Kaplan-Meier): {_words(summary.follow_up)}")
    if summary.events is not None:
        lines += ["", *_event_lines(summary.events)]
    lines += [f"Note: {warning}" for warning in summary.warnings]
    return "\n".join(lines) + "\n"


def _share(rate: Rate) -> str:
    share = rate.proportion
    if share.percent is None or share.lower is None or share.upper is None:
        return "0/0"
    limits = f"{one_decimal(share.lower * 100)} to {one_decimal(share.upper * 100)}"
    return f"{share.x}/{share.n} = {one_decimal(share.percent)} % (95 % limits {limits})"


def _words(curve: Curve) -> str:
    median = curve.median
    limits = f"95 % limits {_months(median.lower)} to {_months(median.upper)}"
    return f"{curve.events} events in {curve.n}; median {_months(median.days)} ({limits})"


def _months(days: int | None) -> str:
    return "not reached" if days is None else f"{one_decimal(months(days))} months"


def _event_lines(table: EventTable) -> list[str]:
    lines = [f"Adverse events, each patient once at the highest grade (N = {table.of}): any grade, grade 3-4, grade 5"]
    rows = (table.every, table.related, *table.terms)
    names = (table.every.term, "Related to treatment", *(row.term for row in table.terms))
    for name, row in zip(names, rows, strict=True):
        if row is table.related and not table.asked:
            lines.append(f"    {name}: not said of any event")
            continue
        lines.append(f"    {name}: {row.any_grade}, {row.count(3, 4)}, {row.count(5)}")
    return lines
