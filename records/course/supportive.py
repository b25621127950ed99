"""Supportive care of a cycle from what the store keeps: what is listed, and what its draft begins with. Pure."""

import json
from functools import lru_cache

from records.course.course_plan import files_of
from records.course.cycle_case import earlier_orders, order_in_force
from records.course.versions import course_at
from records.values.core import CourseRecord, SiteSettings, Workspace
from regimen.answer import from_json
from regimen.supportive import SupportiveOrder
from regimen.supportive_offer import Offer, as_listed, going_on, offered
from regimen.supportive_set import SupportiveSet, read_supportive_set


@lru_cache(maxsize=8)
def site_set(text: str) -> SupportiveSet | None:
    """The site's set from its text, read once; None for "", where none is in use."""
    return read_supportive_set(text, "supportive.toml") if text else None


def offer_of(space: Workspace, course: CourseRecord, cycle: int, settings: SiteSettings) -> Offer:
    """What is listed for a cycle by the regimen version it goes by, the site's set in use laid over it."""
    regimen = files_of(course_at(course, cycle), settings).regimen
    return offered(regimen, cycle, course.entry.options, site_set(space.supportive.text))


def signed_choice(space: Workspace, course: CourseRecord, cycle: int) -> SupportiveOrder | None:
    """What was ordered with the signed or given order of a cycle; None: none, or not ordered with the program."""
    record = order_in_force(space.orders, course, cycle)
    return None if record is None else from_json(json.loads(record.answer_json)).supportive


def starting_choice(space: Workspace, course: CourseRecord, cycle: int, settings: SiteSettings) -> SupportiveOrder:
    """What the draft of a cycle begins with: the choice of the last signed cycle on today's list, or the list.

    `from_cycle` of the answer says which cycle that was. Orders from before supportive care was ordered with the
    program are passed over.
    """
    offer = offer_of(space, course, cycle, settings)
    for record in reversed(earlier_orders(space.orders, course, cycle)):
        last = from_json(json.loads(record.answer_json)).supportive
        if last is not None:
            return going_on(last, offer, record.cycle)
    return as_listed(offer)
