"""Supportive care in words: doses read exactly from what staff write, items and changes said on one line."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from regimen.numbers import plain
from regimen.supportive import OrderedItem, Supportive, SupportiveOrder

_LEADING = re.compile(r"([0-9]+(?:\.[0-9]+)?) (mg|mcg|g|mL)(?=$|[ ,;])", re.ASCII)


def read_amount(dose: str) -> tuple[Decimal, str] | None:
    """The amount a dose in words begins with, exact: "8 mg", "4 mg, then 2 mg". None where it begins otherwise.

    >>> read_amount("8 mg once")
    (Decimal('8'), 'mg')
    >>> read_amount("as the site's protocol") is None
    True
    """
    found = _LEADING.match(dose)
    return (Decimal(found[1]), found[2]) if found and Decimal(found[1]) else None


def with_dose(item: Supportive, dose: str) -> Supportive:
    """The item with another dose in words; the exact amount is read anew, and none is kept that no longer fits."""
    if dose == item.dose:
        return item
    read = read_amount(dose)
    amount, unit = read if read is not None else (None, "")
    same_unit = unit == item.unit
    return replace(
        item, dose=dose, amount=amount, unit=unit, then_amount=None,
        most_per_day=item.most_per_day if same_unit else None,
    )  # fmt: skip


def amount_words(item: Supportive) -> str:
    """The exact amount in the trade's words: "4 mg, then 2 mg; at most 16 mg in a day". "" without one."""
    if item.amount is None:
        return ""
    said = f"{plain(item.amount)} {item.unit}"
    if item.then_amount is not None:
        said += f", then {plain(item.then_amount)} {item.unit}"
    if item.most_per_day is not None:
        said += f"; at most {plain(item.most_per_day)} {item.unit} in a day"
    return said


def difference_words(before: SupportiveOrder | None, now: SupportiveOrder | None) -> str:
    """What another choice changes, in words, for the trail and the page; "" where nothing does."""
    if before is None or now is None:
        return "" if before is now else "supportive care: " + ("no longer ordered" if now is None else "now ordered")
    old, new = _by_id(before.items), _by_id(now.items)
    said = []
    for ident in dict.fromkeys((*old, *new)):
        was, is_ = old.get(ident), new.get(ident)
        if was != is_:
            name = (is_ or was or ident).split(",")[0]
            said.append(f"{name}: {was or 'not ordered'} → {is_ or 'not ordered'}")
    return "; ".join(said)


def _by_id(items: Iterable[OrderedItem]) -> dict[str, str]:
    return {f"{one.item.where}/{one.item.id}": item_words(one.item) for one in items}


def item_words(item: Supportive) -> str:
    """One item on one line: name, dose, days, times, where."""
    listed = ", ".join(str(day) for day in item.days)
    days = f"day{'s' if len(item.days) > 1 else ''} {listed}" if listed else "as needed"
    parts = (item.name, item.dose, days, ", ".join(item.times), item.where)
    return ", ".join(part for part in parts if part)
