"""Supportive care that was ordered with the cycle: with its drugs, with each other, with what the patient takes."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from regimen.checks.finding import ORDER, alert
from regimen.numbers import plain
from regimen.order import Alert
from regimen.situation import Situation
from regimen.supportive import OrderedItem, Supportive, SupportiveOrder
from regimen.supportive_offer import offered, unanswered
from regimen.supportive_rules import Pair, Substance, supportive_rules
from regimen.supportive_words import item_words

LOPERAMIDE, DEXAMETHASONE, INHIBITOR = "loperamide", "dexamethasone", "inhibitor"


def supportive(situation: Situation) -> Iterator[Alert]:
    """Every finding; none where nothing was ordered with the program."""
    order = situation.case.supportive
    if order is not None:
        yield from _answers(order, situation)
        yield from _allergies(order, situation)
        yield from _amounts(order)
        yield from _beside_inhibitor(order, situation)
        yield from _taken_already(order, situation)
        yield from _pairs(order, situation)


def _found(code: str, **params: str) -> Alert:
    finding = supportive_rules().findings[code]
    once = "course" if finding.severity == "note" else "cycle"
    return alert(code, finding.severity, "", finding.source, once=once, params=params)  # type: ignore[arg-type]


def _answers(order: SupportiveOrder, situation: Situation) -> Iterator[Alert]:
    """What is listed is ordered or left out with a reason, and an item that says it is the regimen's is that one."""
    case, regimen = situation.case, situation.regimen
    for item in unanswered(order, regimen.supportive_of(case.cycle, case.options)):
        yield _found("supportive-unanswered", item=item_words(item))
    listed = {one.item.id: one.item for one in offered(regimen, case.cycle, case.options).items}
    for one in order.items:
        if one.origin == "regimen":
            known = listed.get(one.item.id)
            if known is None or (not one.reason.strip() and known != one.item):
                shown = "nothing of this name" if known is None else item_words(known)
                yield _found("supportive-not-as-listed", item=item_words(one.item), listed=shown)
        elif one.origin == "site" and order.site_set is None:
            shown = "no set of the site in use"
            yield _found("supportive-not-as-listed", item=item_words(one.item), listed=shown)


def _allergies(order: SupportiveOrder, situation: Situation) -> Iterator[Alert]:
    """A typed allergy or earlier reaction that names an ordered item."""
    patient = situation.case.patient
    for typed in (*patient.allergies, *patient.reactions):
        named = {one.id for one in supportive_rules().of([typed])}
        for name, words in _by_name(order.items).items():
            known = {one.id for one in supportive_rules().of(words)}
            if named & known or any(word in typed.casefold() for word in words):
                yield _found("supportive-allergy", item=name, words=typed)


def _by_name(items: Iterable[OrderedItem]) -> dict[str, tuple[str, ...]]:
    """Name -> the words that are looked up; items of one name count once, care that is no medicine not at all."""
    return {one.item.name: one.item.looked_up for one in items if one.item.looked_up}


def _amounts(order: SupportiveOrder) -> Iterator[Alert]:
    """Amounts of a day and days in a row against the item's own limits, and doses nobody can reckon with."""
    for item in order.medicines:
        if item.most_per_day is not None and item.amount is not None:
            planned = _most_of_a_day(item, order)
            if planned > item.most_per_day:
                yield _found(
                    "supportive-over-limit", item=item.name, planned=f"{plain(planned)} {item.unit}",
                    limit=f"{plain(item.most_per_day)} {item.unit}",
                )  # fmt: skip
        run = longest_run(item.days)
        if item.most_days is not None and run > item.most_days:
            yield _found("supportive-too-many-days", item=item.name, days=str(run), limit=str(item.most_days))
    for one in order.items:
        if (one.changed or one.origin != "regimen") and one.item.looked_up and one.item.amount is None:
            yield _found("supportive-amount-unread", item=one.item.name, dose=one.item.dose)


def _most_of_a_day(item: Supportive, order: SupportiveOrder) -> Decimal:
    """The most of one medicine that is set for one day, over every item of the same words and unit."""
    same = [
        other for other in order.medicines
        if other.amount is not None and other.unit == item.unit and other.looked_up == item.looked_up
    ]  # fmt: skip
    days = {day for other in same for day in other.days} or {0}
    return max(
        sum((_of_day(other, day) for other in same), Decimal(0)) for day in days
    )  # fmt: skip


def _of_day(item: Supportive, day: int) -> Decimal:
    """What one item comes to on a cycle day: every time of it, or one dose where it is for need."""
    amount = item.amount or Decimal(0)
    if item.as_needed:
        return amount
    return amount * len(item.times) if day in item.days else Decimal(0)


def longest_run(days: tuple[int, ...]) -> int:
    """The longest run of days one after the other.

    >>> longest_run((1, 2, 3, 8, 9))
    3
    """
    longest = run = 0
    last = None
    for day in days:
        run = run + 1 if last is not None and day == last + 1 else 1
        longest, last = max(longest, run), day
    return longest


def _beside_inhibitor(order: SupportiveOrder, situation: Situation) -> Iterator[Alert]:
    """Diarrhoea may be colitis: loperamide only after a call. Dexamethasone: not withheld, and how many days of it."""
    drugs = ", ".join(drug.name for drug in situation.drugs if drug.role == INHIBITOR)
    if not drugs:
        return
    rules = supportive_rules()
    for item in order.medicines:
        names = {name for one in rules.of(item.looked_up) for name in one.names}
        if LOPERAMIDE in names:
            said = INHIBITOR in item.call_first_with
            found = _found("supportive-call-first", item=item.name, drugs=drugs, dose=item.dose)
            yield alert(
                found.code, "note" if said else found.severity, source=found.source, once="course", params=found.params
            )
        if DEXAMETHASONE in names:
            days = ", ".join(str(day) for day in item.days) or "as needed"
            yield _found("supportive-steroid-inhibitor", item=item.name, drugs=drugs, days=days)
    for medicine in situation.case.medicines:
        if any(LOPERAMIDE in one.names for one in rules.of([medicine])):
            yield _found("supportive-call-first", item=medicine, drugs=drugs, dose="taken by the patient already")


def _taken_already(order: SupportiveOrder, situation: Situation) -> Iterator[Alert]:
    """The same substance twice: taken already, or ordered at one time by two items."""
    rules, case = supportive_rules(), situation.case
    for medicine in case.medicines:
        ended = case.medicine_ended.get(medicine)
        if ended is not None and ended < case.day1:
            continue
        named = {one.id for one in rules.of([medicine])}
        for name, words in _by_name(order.items).items():
            known = {one.id for one in rules.of(words)}
            if named & known or any(word in medicine.casefold() for word in words):
                yield _found("supportive-duplicate", item=name, medicine=medicine)
    items = [item for item in order.medicines if item.looked_up]
    for place, one in enumerate(items):
        for other in items[place + 1 :]:
            if _same_substance(one, other) and _at_one_time(one, other):
                yield _found("supportive-twice", item=item_words(one), other=item_words(other))


def _same_substance(one: Supportive, other: Supportive) -> bool:
    rules = supportive_rules()
    known = {entry.id for entry in rules.of(one.looked_up)} & {entry.id for entry in rules.of(other.looked_up)}
    return bool(known or set(one.looked_up) & set(other.looked_up))


def _at_one_time(one: Supportive, other: Supportive) -> bool:
    if one.as_needed or other.as_needed:
        return one.as_needed and other.as_needed
    return bool(set(one.days) & set(other.days) and set(one.times) & set(other.times))


def _pairs(order: SupportiveOrder, situation: Situation) -> Iterator[Alert]:
    """Rules about two substances: each pair of substances once, at its most serious."""
    worst: dict[tuple[str, frozenset[str]], Alert] = {}
    for pair in supportive_rules().pairs:
        for marks, found in _of_pair(pair, order, situation):
            key = (pair.code, marks)
            if key not in worst or ORDER[found.severity] < ORDER[worst[key].severity]:
                worst[key] = found
    yield from worst.values()


def _of_pair(pair: Pair, order: SupportiveOrder, situation: Situation) -> Iterator[tuple[frozenset[str], Alert]]:
    for item in order.medicines:
        for one in _named(pair.first, item.looked_up):
            small = pair.up_to_mg is not None and _mg(item) is not None and (_mg(item) or 0) <= pair.up_to_mg
            severity = "note" if small else pair.severity
            said = {"item": item.name, "dose": item.dose}
            for drug in situation.drugs:
                if drug.name in pair.drugs:
                    found = alert(pair.code, severity, "", pair.source, None, pair.once, said, other=drug.name)
                    yield frozenset((one.id, drug.name)), found
            for other_name, words in _others(item, order, situation):
                for other in _named(pair.second, words):
                    if other.id != one.id:
                        found = alert(pair.code, severity, "", pair.source, None, pair.once, said, other=other_name)
                        yield frozenset((one.id, other.id)), found


def _mg(item: Supportive) -> Decimal | None:
    """One dose in mg, None where it is not known in mg."""
    return item.amount if item.unit == "mg" else None


def _named(names: tuple[str, ...], words: Iterable[str]) -> list[Substance]:
    return [one for one in supportive_rules().of(words) if one.names & set(names)]


def _others(
    item: Supportive, order: SupportiveOrder, situation: Situation
) -> Iterator[tuple[str, tuple[str, ...]]]:  # fmt: skip
    """What stands beside an ordered item: other items, and what the patient takes."""
    yield from ((other.name, other.looked_up) for other in order.medicines if other.id != item.id)
    yield from ((medicine, (medicine,)) for medicine in situation.case.medicines)
