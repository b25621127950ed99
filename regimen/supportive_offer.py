"""What may be ordered of the supportive care of one cycle: the regimen's list with the site's approved set over it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from regimen.definition import Regimen
from regimen.supportive import LeftOut, OrderedItem, Origin, SetUsed, Supportive, SupportiveOrder
from regimen.supportive_set import SupportiveSet, reaches

OFFERED = "offered here as a choice"


@dataclass(frozen=True, slots=True)
class OfferedItem:
    """One item as it is listed for a cycle.

    origin  the regimen's or the site's own
    note    what the site's set changed of it, and why; "" as the regimen lists it
    """

    item: Supportive
    origin: Origin
    note: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """The list of one cycle.

    items     standard ones and choices, clinic before home, otherwise as listed
    off       what the site's set switches off, with its reason
    site_set  the set that was laid over the regimen's list; None: none
    """

    items: tuple[OfferedItem, ...]
    off: tuple[LeftOut, ...]
    site_set: SetUsed | None

    def item(self, ident: str) -> OfferedItem | None:
        """One listed item by its id, None where it is not listed."""
        return next((one for one in self.items if one.item.id == ident), None)


def offered(regimen: Regimen, cycle: int, options: Mapping[str, str], site: SupportiveSet | None = None) -> Offer:
    """The list of one cycle for the chosen options, the site's set laid over the regimen's."""
    found: list[OfferedItem] = []
    off: list[LeftOut] = []
    for listed in regimen.all_supportive_of(cycle, options):
        item = replace(listed, phases=(), when={})  # they have been looked at
        gone = None if site is None else next(
            (one for one in site.off if one.item == item.id and reaches(one.regimens, regimen.id)), None
        )  # fmt: skip
        if gone is not None:
            off.append(LeftOut(item.id, item.name, item.where, gone.reason, "regimen", "site"))
            continue
        change = None if site is None else next(
            (one for one in site.changes if one.item == item.id and reaches(one.regimens, regimen.id)), None
        )  # fmt: skip
        if change is None:
            found.append(OfferedItem(item, "regimen"))
            continue
        found.append(OfferedItem(change.over(item), "site", change.reason))
        if item.standard and change.standard is False:
            off.append(LeftOut(item.id, item.name, item.where, change.reason, "site", "site"))
    if site is not None:
        found += [OfferedItem(own.item, "site") for own in site.items if reaches(own.regimens, regimen.id)]
    in_order = [one for where in ("clinic", "home") for one in found if one.item.where == where]
    used = None if site is None else SetUsed(site.id, site.version, site.sha256)
    return Offer(tuple(in_order), tuple(off), used)


def as_listed(offer: Offer) -> SupportiveOrder:
    """Every standard item, unchanged; choices are not ordered by themselves."""
    items = tuple(OrderedItem(one.item, one.origin) for one in offer.items if one.item.standard)
    return SupportiveOrder(items, offer.off, offer.site_set)


def listed_order(regimen: Regimen, cycle: int, options: Mapping[str, str]) -> SupportiveOrder | None:
    """What the regimen lists for a cycle as a matter of course, None where it lists nothing."""
    listed = as_listed(offered(regimen, cycle, options))
    return listed if listed.items else None


def chosen(order: SupportiveOrder, offer: Offer, ident: str) -> SupportiveOrder:
    """A listed item ordered as listed; what it stands in for is left out. KeyError for an id that is not listed."""
    listed = offer.item(ident)
    if listed is None:
        raise KeyError(ident)
    replaced = set(listed.item.instead_of)
    why = f"in its place: {listed.item.name} {listed.item.dose}"
    gone = [
        LeftOut(one.item.id, one.item.name, one.item.where, why, one.origin, "choice")
        for one in order.items
        if one.item.id in replaced
    ]
    kept = [one for one in order.items if one.item.id not in replaced | {ident}]
    kept.append(OrderedItem(listed.item, listed.origin))
    named = {ident, *(one.id for one in gone)}
    out = [one for one in order.left_out if one.id not in named]
    return replace(order, items=_in_order(kept, offer), left_out=(*out, *gone))


def changed(order: SupportiveOrder, offer: Offer, item: Supportive, reason: str) -> SupportiveOrder:
    """An ordered item with another dose, other days or times, and why. It is put in the place of the one of its id."""
    kept = [
        OrderedItem(item, one.origin, reason.strip()) if one.item.id == item.id else one
        for one in order.items
    ]  # fmt: skip
    return replace(order, items=_in_order(kept, offer))


def added(order: SupportiveOrder, offer: Offer, item: Supportive, reason: str) -> SupportiveOrder:
    """An item for this patient alone, and why."""
    kept = [one for one in order.items if one.item.id != item.id]
    return replace(order, items=_in_order([*kept, OrderedItem(item, "patient", reason.strip())], offer))


def left_out(order: SupportiveOrder, ident: str, reason: str) -> SupportiveOrder:
    """An ordered item taken out. A standard one is named among those left out with the reason; a choice just goes.

    An item the site has made a choice stays named, as one that is offered. What a choice stood in for has no answer
    any more once the choice is gone: it is ordered again, or left out with a reason of its own.
    """
    gone = next((one for one in order.items if one.item.id == ident), None)
    if gone is None:
        return order
    items = tuple(one for one in order.items if one.item.id != ident)
    stood_for = set(gone.item.instead_of)
    order = replace(order, left_out=tuple(o for o in order.left_out if o.by != "choice" or o.id not in stood_for))
    if gone.origin == "patient" or (not gone.item.standard and gone.origin == "regimen"):
        return replace(order, items=items)
    said = reason.strip() if gone.item.standard else reason.strip() or OFFERED
    by: Literal["person", "site"] = "person" if gone.item.standard else "site"
    out = LeftOut(ident, gone.item.name, gone.item.where, said, gone.origin, by)
    return replace(order, items=items, left_out=(*order.left_out, out))


def going_on(last: SupportiveOrder, offer: Offer, from_cycle: int) -> SupportiveOrder:
    """The choice of the cycle before, on today's list: what a person changed, added or left out stays so.

    An item as listed follows the list where that changed meanwhile; one that is no longer listed falls away; a
    standard one that is new is ordered.
    """
    items: list[OrderedItem] = []
    known = {one.id for one in last.left_out} | {one.item.id for one in last.items}
    for one in last.items:
        listed = offer.item(one.item.id)
        if one.origin == "patient" or (listed is not None and one.changed):
            items.append(one)
        elif listed is not None:
            items.append(OrderedItem(listed.item, listed.origin))
    items += [
        OrderedItem(one.item, one.origin) for one in offer.items if one.item.standard and one.item.id not in known
    ]  # fmt: skip
    out = [one for one in last.left_out if one.by != "site" and offer.item(one.id) is not None]
    back = [one for one in last.left_out if one.by == "site" and offer.item(one.id) is not None]
    items += [
        OrderedItem(listed.item, listed.origin)
        for listed in (offer.item(one.id) for one in back)
        if listed is not None and listed.item.standard
    ]  # fmt: skip
    ordered = {one.item.id for one in items}
    gone = {one.id: one for one in (*out, *offer.off) if one.id not in ordered}
    return SupportiveOrder(_in_order(items, offer), tuple(gone.values()), offer.site_set, from_cycle)


def unanswered(order: SupportiveOrder, listed: Iterable[Supportive]) -> tuple[Supportive, ...]:
    """Standard items that are neither ordered nor left out with a reason."""
    answered = {one.item.id for one in order.items} | {one.id for one in order.left_out if one.reason}
    return tuple(item for item in listed if item.standard and item.id not in answered)


def _in_order(items: Iterable[OrderedItem], offer: Offer) -> tuple[OrderedItem, ...]:
    """Clinic before home, as listed, what was added last."""
    places = {one.item.id: place for place, one in enumerate(offer.items)}
    return tuple(
        sorted(items, key=lambda one: (one.item.where != "clinic", places.get(one.item.id, len(places)), one.item.id))
    )
