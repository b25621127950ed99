"""A supportive order as JSON, in cases and answers alike, and back. Home and clinic stand under keys of their own."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, cast

from regimen.errors import Refusal
from regimen.fields import Fields, read_decimal
from regimen.numbers import as_typed
from regimen.supportive import (
    ADDED,
    LANGUAGES,
    ORIGINS,
    PURPOSES,
    TIMES,
    UNITS,
    WHERE,
    LeftOut,
    OrderedItem,
    SetUsed,
    Supportive,
    SupportiveOrder,
    Where,
)

KEYS = ("ordered", "clinic", "home", "left_out", "site_set", "from_cycle")
ITEM_KEYS = (
    "id", "name", "dose", "days", "times", "words", "source", "purpose", "amount", "unit", "then_amount",
    "most_per_day", "most_days", "medicine", "interacts", "call_first_with", "standard", "instead_of", "texts",
    "origin", "reason",
)  # fmt: skip
BY = ("person", "site", "choice")
ROLES = ("inhibitor", "platinum", "fluoropyrimidine", "antimetabolite")


def write_supportive(order: SupportiveOrder, *, ordered: bool = True) -> dict[str, Any]:
    """The order as JSON. ordered False: only what is listed, which nobody ordered."""
    return {
        "ordered": ordered,
        "clinic": [_item(one) for one in order.at("clinic")],
        "home": [_item(one) for one in order.at("home")],
        "left_out": [_gone(one) for one in order.left_out],
        "site_set": None if order.site_set is None else _used(order.site_set),
        "from_cycle": order.from_cycle,
    }


def _gone(one: LeftOut) -> dict[str, str]:
    return {
        "id": one.id, "name": one.name, "where": one.where, "reason": one.reason, "origin": one.origin, "by": one.by,
    }  # fmt: skip


def _used(used: SetUsed) -> dict[str, str]:
    return {"id": used.id, "version": used.version, "sha256": used.sha256}


def _item(one: OrderedItem) -> dict[str, Any]:
    item = one.item
    return {
        "id": item.id,
        "name": item.name,
        "dose": item.dose,
        "days": list(item.days),
        "times": list(item.times),
        "words": item.words,
        "source": item.source,
        "purpose": item.purpose,
        "amount": _number(item.amount),
        "unit": item.unit,
        "then_amount": _number(item.then_amount),
        "most_per_day": _number(item.most_per_day),
        "most_days": item.most_days,
        "medicine": item.medicine,
        "interacts": list(item.interacts),
        "call_first_with": list(item.call_first_with),
        "standard": item.standard,
        "instead_of": list(item.instead_of),
        "texts": dict(item.texts),
        "origin": one.origin,
        "reason": one.reason,
    }


def supportive_from(written: Mapping[str, Any]) -> SupportiveOrder:
    """The order `write_supportive` wrote, for snapshots. Anything else is our bug: KeyError, TypeError, ValueError."""
    used = written["site_set"]
    return SupportiveOrder(
        items=tuple(_item_from(entry, where) for where in WHERE for entry in written[where]),
        left_out=tuple(LeftOut(**entry) for entry in written["left_out"]),
        site_set=None if used is None else SetUsed(**used),
        from_cycle=written["from_cycle"],
    )


def _item_from(written: Mapping[str, Any], where: Where) -> OrderedItem:
    words = ("id", "name", "dose", "words", "source", "purpose", "unit", "most_days", "medicine", "standard")
    lists = ("days", "times", "interacts", "call_first_with", "instead_of")
    numbers = ("amount", "then_amount", "most_per_day")
    said: dict[str, Any] = {key: written[key] for key in words}
    said |= {key: tuple(written[key]) for key in lists}
    said |= {key: None if written[key] is None else Decimal(written[key]) for key in numbers}
    item = Supportive(where=where, texts=dict(written["texts"]), **said)
    return OrderedItem(item, written["origin"], written["reason"])


def _number(value: Decimal | None) -> str | None:
    return None if value is None else as_typed(value)


def read_supportive(given: object, place: str, refusals: list[Refusal]) -> SupportiveOrder | None:
    """The order an object from JSON describes; every reason against it is noted in `refusals`.

    None where it says it was not ordered (`ordered` false): a list alone orders nothing.
    """
    top = Fields(given, place, refusals, KEYS)
    if top.boolean("ordered") is False:
        return None
    items = tuple(one for where in WHERE for one in _items(top, where))
    out = tuple(
        _left_out(entry, f"{place}.left_out[{i}]", refusals) for i, entry in enumerate(top.entries("left_out"))
    )  # fmt: skip
    seen: set[str] = set()
    for ident in [one.item.id for one in items] + [one.id for one in out]:
        if ident in seen:
            top.refuse(ident, "stands there twice: ordered at one place, or left out, not both")
        seen.add(ident)
    return SupportiveOrder(items, out, _set_used(top), top.whole("from_cycle", 1, 200))


def _items(top: Fields, where: Where) -> list[OrderedItem]:
    return [
        _read_item(entry, f"{top.name(where)}[{i}]", where, top.refusals) for i, entry in enumerate(top.entries(where))
    ]


def _read_item(entry: object, place: str, where: Where, refusals: list[Refusal]) -> OrderedItem:
    got = Fields(entry, place, refusals, ITEM_KEYS)
    got.required("id", "name", "dose")
    days = _days(got)
    item = Supportive(
        id=got.text("id"),
        name=got.text("name"),
        dose=got.text("dose"),
        days=days,
        where=where,
        times=_known(got, "times", TIMES),
        words=got.text("words"),
        source=got.text("source"),
        purpose=cast(Any, got.choice("purpose", PURPOSES, "other")),
        amount=got.decimal("amount", above=0, most=100_000),
        unit=got.choice("unit", UNITS, "") if got.has("unit") and got.raw("unit") else "",
        then_amount=got.decimal("then_amount", above=0, most=100_000),
        most_per_day=got.decimal("most_per_day", above=0, most=100_000),
        most_days=got.whole("most_days", 1, 366),
        medicine=got.text("medicine"),
        interacts=got.texts("interacts"),
        call_first_with=_known(got, "call_first_with", ROLES),
        standard=got.boolean("standard") is not False,
        instead_of=got.texts("instead_of"),
        texts=_texts(got),
    )
    origin = got.choice("origin", ORIGINS, "regimen")
    if bool(item.days) != bool(item.times):
        got.refuse("times", "and days stand together; both are left out for what is taken as needed")
    if (item.amount is not None) != bool(item.unit):
        got.refuse("unit", "and amount stand together")
    if (origin == "patient") != item.id.startswith(ADDED):
        got.refuse("id", f"begins with {ADDED} for what is added for one patient, and only there")
    if origin == "patient" and not got.text("reason").strip():
        got.refuse("reason", "is missing; what is added for one patient says why")
    return OrderedItem(item, cast(Any, origin), got.text("reason"))


def _days(got: Fields) -> tuple[int, ...]:
    days = []
    for i, entry in enumerate(got.entries("days")):
        day = read_decimal(entry, f"{got.name('days')}[{i}]", got.refusals, least=1, most=84)
        if day is not None and day != day.to_integral_value():
            got.refuse(f"days[{i}]", "must be a whole number")
        elif day is not None:
            days.append(int(day))
    if days != sorted(set(days)):
        got.refuse("days", "must ascend")
    return tuple(days)


def _known(got: Fields, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    words = got.texts(key)
    for word in words:
        if word not in known:
            got.refuse(key, f"holds {word!r}; known are {', '.join(known)}")
    return words


def _texts(got: Fields) -> Mapping[str, str]:
    inner = got.inner("texts", LANGUAGES)
    return {language: inner.text(language) for language in LANGUAGES if inner.has(language)}


def _left_out(entry: object, place: str, refusals: list[Refusal]) -> LeftOut:
    got = Fields(entry, place, refusals, ("id", "name", "where", "reason", "origin", "by"))
    got.required("id", "name", "where", "reason")
    if got.has("reason") and not got.text("reason").strip():
        got.refuse("reason", "is empty; what is left out says why")
    return LeftOut(
        got.text("id"), got.text("name"), cast(Any, got.choice("where", WHERE, "home")), got.text("reason"),
        cast(Any, got.choice("origin", ORIGINS, "regimen")), cast(Any, got.choice("by", BY, "person")),
    )  # fmt: skip


def _set_used(top: Fields) -> SetUsed | None:
    if not top.has("site_set"):
        return None
    got = top.inner("site_set", ("id", "version", "sha256"))
    got.required("id", "version", "sha256")
    return SetUsed(got.text("id"), got.text("version"), got.text("sha256"))
