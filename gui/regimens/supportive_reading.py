"""A site's set of supportive care in words, and what patients get otherwise than by the regimens' own lists."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from gui.regimens.reading import Part, Row
from regimen.definition import Regimen
from regimen.difference import Difference
from regimen.supportive import Supportive
from regimen.supportive_offer import Offer, as_listed, offered
from regimen.supportive_set import SupportiveSet
from regimen.supportive_words import amount_words, difference_words


def set_in_words(read: SupportiveSet) -> tuple[Part, ...]:
    """Everything the set says, part by part; empty parts are left out."""
    parts = (
        Part("Not used here", tuple(Row(one.item, one.reason, _of(one.regimens)) for one in read.off)),
        Part("Changed", tuple(
            Row(one.item, "; ".join(part for part in (
                one.dose or "", _when(one.days, one.times), _standing(one.standard), one.reason) if part),
                _of(one.regimens))
            for one in read.changes
        )),
        Part("Added", tuple(Row(one.item.name, _item(one.item), _of(one.regimens)) for one in read.items)),
        Part("Worked examples", tuple(
            Row(f"{one.title}, {one.regimen}, cycle {one.cycle}",
                f"given here: {', '.join(one.clinic) or 'nothing'}; at home: {', '.join(one.home) or 'nothing'}")
            for one in read.examples
        )),
    )  # fmt: skip
    found = tuple(part for part in parts if part.rows)
    changes = read.off or read.changes or read.items
    return found if changes else (Part("This set", (Row("", "It changes nothing of the regimens' lists."),)), *found)


def _of(regimens: tuple[str, ...]) -> str:
    return ", ".join(regimens) or "every regimen"


def _when(days: tuple[int, ...] | None, times: tuple[str, ...] | None) -> str:
    if days is None:
        return ""
    return f"days {', '.join(str(day) for day in days)}, {', '.join(times or ())}" if days else "as needed"


def _standing(standard: bool | None) -> str:
    return {True: "ordered by itself", False: "offered as a choice", None: ""}[standard]


def _item(item: Supportive) -> str:
    where = "given here" if item.where == "clinic" else "taken at home"
    parts = (item.dose, _when(item.days, item.times), where, _standing(item.standard), amount_words(item), item.source)
    return "; ".join(part for part in parts if part)


def differences_of(read: SupportiveSet, regimens: Iterable[Regimen]) -> tuple[Difference, ...]:
    """What a patient gets otherwise, regimen by regimen; each difference once, with the choices it is for."""
    found: dict[tuple[str, str], None] = {}
    for regimen in regimens:
        for cycle, options in _cases(regimen):
            listed, laid = offered(regimen, cycle, options), offered(regimen, cycle, options, read)
            for says in (difference_words(as_listed(listed), as_listed(laid)), _choices(listed, laid)):
                if says:
                    found.setdefault((regimen.short_title, says))
    return tuple(Difference(title, says, (), True) for title, says in found)


def _choices(listed: Offer, laid: Offer) -> str:
    """What is offered as a choice and was not before."""
    before = {one.item.id for one in listed.items}
    new = [one.item for one in laid.items if not one.item.standard and one.item.id not in before]
    return "; ".join(f"{item.name}: offered as a choice, {_item(item)}" for item in new)


def _cases(regimen: Regimen) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The first cycle of each phase, with each choice that some item asks for."""
    asked = {option for item in regimen.supportive for option in item.when}
    options = [option for option in regimen.options if option.id in asked]
    for phase in regimen.phases:
        for chosen in product(*([choice.id for choice in option.choices] for option in options)):
            yield phase.first_cycle, {option.id: choice for option, choice in zip(options, chosen, strict=True)}
