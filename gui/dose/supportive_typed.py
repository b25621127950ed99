"""What stands on the card of supportive care as values, and the choice it makes. No widgets."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gui.dose.words import tr
from regimen.supportive import ADDED, TIMES, OrderedItem, Supportive, SupportiveOrder, Where
from regimen.supportive_offer import Offer, added, as_listed, changed, chosen, left_out
from regimen.supportive_words import with_dose

_DAYS = re.compile(r"\s*([0-9]{1,2})(?:\s*(?:-|–|to)\s*([0-9]{1,2}))?\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class TypedItem:
    """One row as typed.

    on       ticked
    days     "1-3", "1, 8"; empty: as needed
    why      why it differs from what is listed, or was added
    why_out  why a listed item is left out
    """

    id: str
    name: str
    where: Where
    on: bool
    dose: str
    days: str
    times: tuple[str, ...]
    why: str = ""
    why_out: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """The choice as understood.

    refused    fields whose text cannot be used
    undecided  what must still be said before anything is signed, a sentence; "" nothing
    """

    order: SupportiveOrder
    refused: tuple[str, ...] = ()
    undecided: str = ""


def days_text(days: Iterable[int]) -> str:
    """Days for reading and typing, runs of three and more together: "1–3", "1, 8"."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    parts = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(str(day) for day in run) for run in runs]
    return ", ".join(parts)


def read_days(text: str, last: int) -> tuple[int, ...] | None:
    """Cycle days from 1 to `last`, ascending; () where nothing is typed, None where it cannot be read.

    >>> read_days("1-3, 8", 21)
    (1, 2, 3, 8)
    """
    if not text.strip():
        return ()
    found: list[int] = []
    for part in text.split(","):
        match = _DAYS.fullmatch(part)
        if match is None:
            return None
        first = int(match[1])
        end = int(match[2]) if match[2] else first
        if not 1 <= first <= end <= last:
            return None
        found += range(first, end + 1)
    return tuple(found) if found == sorted(set(found)) else None


def row_of(one: OrderedItem) -> TypedItem:
    """An ordered item as its row shows it."""
    item = one.item
    return TypedItem(item.id, item.name, item.where, True, item.dose, days_text(item.days), item.times, one.reason)


def rows_of(offer: Offer, start: SupportiveOrder) -> tuple[TypedItem, ...]:
    """One row for each listed item, as the choice begins; what was added for the patient comes after them."""
    ordered = {one.item.id: one for one in start.items}
    out = {one.id: one.reason for one in start.left_out if one.by == "person"}
    rows = []
    for listed in offer.items:
        here = ordered.get(listed.item.id)
        row = row_of(here or OrderedItem(listed.item, listed.origin))
        rows.append(replace(row, on=here is not None, why_out=out.get(row.id, "")))
    return (*rows, *(row_of(one) for one in start.items if one.origin == "patient"))


def item_of(listed: Supportive, row: TypedItem, last: int) -> Supportive:
    """The listed item with what was typed in its row; what cannot be read stays as listed."""
    days = read_days(row.days, last)
    item = with_dose(listed, " ".join(row.dose.split()) or listed.dose)
    return replace(item, days=item.days if days is None else days, times=row.times)


def wrong_in(row: TypedItem, last: int) -> str:
    """Why the row cannot be ordered as typed, "" when it can."""
    days = read_days(row.days, last)
    if not row.dose.strip():
        return tr("{0}: the dose is missing").format(row.name)
    if days is None:
        return tr("{0}: the days cannot be read").format(row.name)
    if bool(days) != bool(row.times):
        return tr("{0}: days and times go together; neither for a medicine taken as needed").format(row.name)
    return ""


def differs(listed: Supportive, row: TypedItem, last: int) -> bool:
    """Whether the row asks for something else than what is listed."""
    item = item_of(listed, row, last)
    return (item.dose, item.days, set(item.times)) != (listed.dose, listed.days, set(listed.times))


def build(offer: Offer, rows: Sequence[TypedItem], from_cycle: int | None, last: int) -> Built:
    """The choice the rows make. last: the last day of the cycle.

    A standard item that is neither ticked nor left out with a reason is simply missing: the engine stops at it.
    """
    typed = {row.id: row for row in rows}
    order = replace(as_listed(offer), from_cycle=from_cycle)
    for listed in offer.items:
        if typed[listed.item.id].on and not listed.item.standard:
            order = chosen(order, offer, listed.item.id)
    refused: list[str] = []
    without: list[str] = []
    for listed in offer.items:
        row = typed[listed.item.id]
        if all(one.item.id != row.id for one in order.items):
            if row.on:  # never ticked and yet not ordered, unseen
                refused.append(tr("{0}: another one is chosen in its place").format(row.name))
            continue
        if not row.on:
            order = _out(order, row)
            if listed.item.standard and not row.why_out.strip():
                without.append(row.name)
        elif wrong := wrong_in(row, last):
            refused.append(wrong)
        elif differs(listed.item, row, last):
            order = changed(order, offer, item_of(listed.item, row, last), " ".join(row.why.split()))
            if not row.why.strip():
                without.append(row.name)
    for row in rows:
        if row.id.startswith(ADDED) and row.on:
            wrong = wrong_in(row, last)
            if wrong:
                refused.append(wrong)
            elif not row.why.strip():
                without.append(row.name)
            else:
                order = added(order, offer, _own(row, last), " ".join(row.why.split()))
    said = tr("Supportive care: say why, {0}.").format(", ".join(without)) if without else ""
    return Built(order, tuple(refused), said)


def _out(order: SupportiveOrder, row: TypedItem) -> SupportiveOrder:
    if row.why_out.strip():
        return left_out(order, row.id, " ".join(row.why_out.split()))
    return replace(order, items=tuple(one for one in order.items if one.item.id != row.id))


def _own(row: TypedItem, last: int) -> Supportive:
    bare = Supportive(row.id, row.name, "", (), row.where, (), "", "", medicine=row.name.casefold())
    return item_of(bare, row, last)


# --- as texts of the draft


def texts_of(rows: Iterable[TypedItem]) -> dict[str, str]:
    """Everything as typed, by keys of its own."""
    found: dict[str, str] = {}
    for row in rows:
        own = {
            "on": "yes" if row.on else "no", "dose": row.dose, "days": row.days, "times": ",".join(row.times),
            "why": row.why, "out": row.why_out,
        }  # fmt: skip
        if row.id.startswith(ADDED):
            own |= {"name": row.name, "where": row.where}
        found |= {f"supportive.{row.id}.{part}": text for part, text in own.items()}
    return found


def rows_from(rows: Iterable[TypedItem], texts: Mapping[str, str]) -> tuple[TypedItem, ...]:
    """The rows with what a draft keeps of them; what was added there comes after them."""
    found = [_typed(row, texts) for row in rows]
    known = {row.id for row in found}
    ids = [key.split(".")[1] for key in texts if key.startswith(f"supportive.{ADDED}") and key.endswith(".on")]
    for ident in sorted(set(ids) - known):
        where: Where = "clinic" if texts.get(f"supportive.{ident}.where") == "clinic" else "home"
        bare = TypedItem(ident, texts.get(f"supportive.{ident}.name", ident), where, False, "", "", ())
        found.append(_typed(bare, texts))
    return tuple(found)


def _typed(row: TypedItem, texts: Mapping[str, str]) -> TypedItem:
    def text(part: str, before: str) -> str:
        return texts.get(f"supportive.{row.id}.{part}", before)

    times = tuple(time for time in text("times", ",".join(row.times)).split(",") if time in TIMES)
    return replace(
        row, on=text("on", "yes" if row.on else "no") == "yes", dose=text("dose", row.dose),
        days=text("days", row.days), times=times, why=text("why", row.why), why_out=text("out", row.why_out),
    )  # fmt: skip
