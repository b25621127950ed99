"""An advice in the contract's JSON shape, with every rule that fired and the check of the treatment day."""

from datetime import date
from decimal import Decimal
from typing import Any

from regimen.advice.advised import Advice, DrugAdvice, Fired
from regimen.day_check import DayCheck, DayItem
from regimen.given import Event
from regimen.numbers import plain


def as_json(advice: Advice) -> dict[str, Any]:
    """The advice as JSON; exact numbers as text, dates ISO."""
    return {
        "regimen": {
            "id": advice.regimen_id, "version": advice.regimen_version, "sha256": advice.regimen_sha256,
        },
        "practice": {"id": advice.practice_id, "sha256": advice.practice_sha256, "labels": advice.labels},
        "engine_version": advice.engine_version,
        "cycle": advice.cycle,
        "day1": advice.day1.isoformat(),
        "advice": [_drug(one) for one in advice.drugs],
        "treatment_day": _check(advice.treatment_day),
        "unread_events": [_event(event) for event in advice.unread],
    }  # fmt: skip


def _event(event: Event) -> dict[str, Any]:
    return {
        "term": event.term, "grade": event.grade, "date": event.date.isoformat(), "resolved": _day(event.resolved),
        "attributed_to": list(event.attributed_to),
    }  # fmt: skip


def _drug(advice: DrugAdvice) -> dict[str, Any]:
    return {
        "drug": advice.drug,
        "action": advice.action,
        "until": advice.until or None,
        "until_met": _day(advice.until_met),
        "next_percent": _number(advice.next_percent),
        "next_level": _number(advice.next_level),
        "next_level_unit": advice.level_unit or None,
        "occurrence": advice.occurrence,
        "rule": advice.rule or None,
        "source": advice.source or None,
        "why": list(advice.why),
        "questions": list(advice.questions),
        "open_holds": list(advice.untils),
        "fired": [_fired(one) for one in advice.fired],
    }


def _fired(one: Fired) -> dict[str, Any]:
    event = one.event
    return {
        "rule": one.rule,
        "system": one.system,
        "action": one.action,
        "rule_action": one.rule_action,
        "until": one.until or None,
        "until_met": _day(one.until_met),
        "next_percent": _number(one.target.percent if one.target else None),
        "next_level": _number(one.target.level if one.target else None),
        "occurrence": one.occurrence,
        "event": None if event is None else {**_event(event), "stage": one.stage},
        "because": one.because,
        "questions": list(one.questions),
        "cause_undecided": one.undecided,
        "note": one.note or None,
        "source": one.source,
    }  # fmt: skip


def _check(check: DayCheck) -> dict[str, Any]:
    delay = check.delay
    return {
        "day": check.day,
        "date": check.date.isoformat(),
        "limit_set": check.limit_set or None,
        "title": check.title or None,
        "green": check.green,
        "items": [_item(item) for item in check.items],
        "delay": None if delay is None else {
            "days": delay.days, "new_date": delay.new_date.isoformat(), "reasons": list(delay.reasons),
            "source": delay.source,
        },
    }  # fmt: skip


def _item(item: DayItem) -> dict[str, Any]:
    return {
        "analyte": item.analyte or None,
        "term": item.term or None,
        "title": item.title,
        "value": _number(item.value),
        "unit": item.unit,
        "date": _day(item.date),
        "measured": _number(item.measured),
        "limit_unit": item.limit_unit,
        "needed": item.needed,
        "finding": item.finding,
        "age": item.age,
        "green": item.green,
        "action": item.action,
        "percent": _number(item.percent),
        "drugs": list(item.drugs),
    }


def _number(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
