"""A delay is proposed when its day is near, and not again for the values and symptoms it was decided on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from records.values.core import DelayRecord
from regimen.advice.advised import Advice
from regimen.day_check import DayItem


def without_settled_delay(advice: Advice, delays: Sequence[DelayRecord], on: date) -> Advice:
    """The advice without a delay that is asked for too early, or whose reasons all stood on a day 1 put off already.

    Further from the treatment day than the delay is long, what was seen may be gone by then: it is looked at again.
    delays  those of the course; on: the day of the visit, on which its symptoms were asked for
    """
    day = advice.treatment_day
    mine = [one for one in delays if not one.withdrawn and one.cycle == advice.cycle and one.days > 0]
    if day.delay is None:
        return advice
    if day.date - on > timedelta(days=day.delay.days):
        return replace(advice, treatment_day=replace(day, delay=None))
    if day.day != 1 or not mine:
        return advice
    put_off = day.date - timedelta(days=mine[-1].days)
    asking = [item for item in day.items if item.action == "delay"]
    if any(_seen(item, on) > put_off for item in asking):
        return advice
    return replace(advice, treatment_day=replace(day, delay=None))


def _seen(item: DayItem, on: date) -> date:
    """When what speaks against the day was seen."""
    return on if item.term or item.date is None else item.date
