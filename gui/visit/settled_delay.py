"""A delay that was decided is not proposed again for the values and symptoms it was decided on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from records.values import DelayRecord
from regimen.advice.advised import Advice
from regimen.day_check import DayItem


def without_settled_delay(advice: Advice, delays: Sequence[DelayRecord], on: date) -> Advice:
    """The advice without a delay whose reasons all stood on the day 1 that was put off already.

    delays  those of the course; on: the day of the visit, on which its symptoms were asked for
    """
    day = advice.treatment_day
    mine = [one for one in delays if not one.withdrawn and one.cycle == advice.cycle and one.days > 0]
    if day.delay is None or day.day != 1 or not mine:
        return advice
    put_off = day.date - timedelta(days=mine[-1].days)
    asking = [item for item in day.items if item.action == "delay"]
    if any(_seen(item, on) > put_off for item in asking):
        return advice
    return replace(advice, treatment_day=replace(day, delay=None))


def _seen(item: DayItem, on: date) -> date:
    """When what speaks against the day was seen."""
    return on if item.term or item.date is None else item.date
