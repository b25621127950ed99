"""The answer of `capox respond` as JSON and for a person."""

from decimal import Decimal
from typing import Any

from outcomes.recist.case import BaselineCase, ResponseCase
from outcomes.recist.irecist import ImmuneResponse, respond_immune
from outcomes.recist.response import CONTROL, RESPONSE, Response, respond
from outcomes.recist.time_point import TimePoint
from regimen.numbers import plain


def answer(case: ResponseCase | BaselineCase) -> tuple[dict[str, Any], str]:
    """Both shapes of the answer; a baseline that breaks rules is a refusal with a code for each."""
    if isinstance(case, BaselineCase):
        refused = [{"field": one.field, "reason": one.reason, "code": one.code} for one in case.broken]
        valid: dict[str, Any] = {"valid": not refused, "violations": [one.code for one in case.broken]}
        text = "The proposed target lesions keep to the rules.\n" if not refused else ""
        return (valid | {"refused": refused} if refused else valid), text
    judged = respond(case.readings)
    immune = respond_immune(case.readings) if case.criteria == "irecist" else None
    return as_json(case, judged, immune), as_text(case, judged, immune)


def as_json(case: ResponseCase, judged: Response, immune: ImmuneResponse | None) -> dict[str, Any]:
    """The contract's keys, and what goes beyond them."""
    visits = [visit(point) for point in judged.points]
    found: dict[str, Any] = {
        "criteria": case.criteria,
        "settings": {name: getattr(judged.settings, name) for name in judged.settings.__slots__},
        "baseline_sum_mm": number(judged.points[0].baseline_mm) if judged.points else None,
        "visits": visits,
        "bor_unconfirmed": judged.unconfirmed.response,
        "bor_confirmed": judged.confirmed.response,
        "pd_date": iso(judged.pd_date),
        "first_response_date": iso(judged.best.first_seen),
        "first_response_date_unconfirmed": iso(judged.unconfirmed.first_seen),
        "first_response_date_confirmed": iso(judged.confirmed.first_seen),
        "responder_confirmed": judged.confirmed.response in RESPONSE,
        "disease_control_confirmed": judged.confirmed.response in CONTROL,
        "notes": [*case.notes, *([judged.confirmed.note] if judged.confirmed.note else [])],
    }
    if immune is not None:
        for shown, point in zip(visits, immune.points, strict=True):
            shown["irecist"], shown["irecist_why"] = point.response, point.why
        found["ibor"], found["ipd_date"] = immune.best, iso(immune.pd_date)
    return found


def visit(point: TimePoint) -> dict[str, Any]:
    """One scan."""
    return {
        "date": point.date.isoformat(),
        "sum_mm": number(point.sum_mm),
        "measured_sum_mm": number(point.measured_mm) if point.baseline_mm is not None else None,
        "complete": None if point.baseline_mm is None else point.sum_mm is not None,
        "nadir_before_mm": number(point.nadir_before_mm),
        "pct_change_from_baseline": number(point.change_from_baseline),
        "pct_change_from_nadir": number(point.change_from_nadir),
        "target_response": point.target,
        "nontarget_response": point.nontarget,
        "overall": point.overall,
        "why": point.why,
        "note": point.note,
        "scored": point.scored,
    }


def as_text(case: ResponseCase, judged: Response, immune: ImmuneResponse | None) -> str:
    """For a person: a line for each scan, its reason below, then the best response."""
    lines = ["RECIST 1.1" if immune is None else "RECIST 1.1, and iRECIST beside it"]
    for index, point in enumerate(judged.points):
        also = f", {immune.points[index].response or 'no longer judged'}" if immune is not None else ""
        apart = "" if point.scored else "  (does not count: after progression or a new therapy)"
        lines += [f"{point.date}  {point.overall}{also}{apart}", f"    {point.why}"]
        lines += [f"    {point.note}"] if point.note else []
        lines += [f"    {immune.points[index].why}"] if immune is not None else []
    first = judged.best.first_seen
    lines += [
        f"Best overall response: {judged.confirmed.response} confirmed, {judged.unconfirmed.response} unconfirmed"
        f" ({judged.settings.confirm_min_days} days to confirm, stable from day {judged.settings.sd_min_days})",
        f"First response: {first if first is not None else 'none'}",
        f"Progression: {judged.pd_date if judged.pd_date is not None else 'none'}",
    ]
    if immune is not None:
        lines.append(f"Best immune response: {immune.best}; progression: {immune.pd_date or 'none'}")
    lines += [*case.notes, *([judged.confirmed.note] if judged.confirmed.note else [])]
    return "\n".join(lines) + "\n"


def number(value: Decimal | None) -> str | None:
    """Exact text."""
    return None if value is None else plain(value)


def iso(value: object) -> str | None:
    """A date as ISO text."""
    return None if value is None else str(value)
