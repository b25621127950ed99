"""Which supportive care one cycle has: what was ordered with it, otherwise what the regimen lists for it."""

from regimen.definition import Regimen
from regimen.given import Case
from regimen.order import CycleOrder
from regimen.supportive import OrderedItem, Supportive
from treatment_calendar.course import SupportiveToday
from treatment_calendar.events import Span

# Each item with how it stands on a date.
Listed = tuple[tuple[Supportive, SupportiveToday], ...]


def is_ordered(order: CycleOrder | None) -> bool:
    """Whether supportive care was ordered with the cycle; an order of before, or none, leaves it to the list."""
    return order is not None and order.supportive is not None


def supportive_of(regimen: Regimen, case: Case, span: Span, order: CycleOrder | None) -> Listed:
    """The supportive care of one cycle, in the order it is listed or was ordered."""
    ordered = order.supportive if order is not None else None
    if ordered is not None:
        items = ordered.items
    else:
        items = tuple(OrderedItem(item) for item in regimen.supportive_of(span.number, case.options))
    roles: set[str] = {drug.role for drug in regimen.drugs_of(span.number, case.options)}
    return tuple((one.item, _today(one, roles, ordered=ordered is not None)) for one in items)


def _today(one: OrderedItem, roles: set[str], *, ordered: bool) -> SupportiveToday:
    item = one.item
    return SupportiveToday(
        id=item.id,
        name=item.name,
        dose=item.dose,
        where=item.where,
        times=item.times,
        words=item.words,
        texts=item.texts,
        purpose=item.purpose,
        call_first=bool(roles & set(item.call_first_with)),
        ordered=ordered,
        changed=one.changed,
        most_per_day=item.most_per_day,
        unit=item.unit,
        most_days=item.most_days,
    )
