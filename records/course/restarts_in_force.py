"""The restarts that stand on an order, and what follows from them for tablets and for the next cycle. Pure."""

import json
from collections.abc import Iterable
from functools import lru_cache

from records.values.core import OrderRecord
from records.values.restarts import RestartRecord
from regimen.restart import Restart, from_json
from treatment_calendar.course import Moment, TabletsFrom


def restarts_of(restarts: Iterable[RestartRecord], order: OrderRecord, drug: str = "") -> tuple[RestartRecord, ...]:
    """Those in force on one order, in the order of their first half days; of one drug, or of all."""
    kept = [r for r in restarts if r.order_id == order.id and not r.withdrawn and drug in ("", r.entry.drug)]
    return tuple(sorted(kept, key=lambda one: one.entry.start))


def restart_value(record: RestartRecord) -> Restart:
    """The answer of a stored restart, as it was signed."""
    return _read(record.answer_json)


@lru_cache(maxsize=64)
def _read(text: str) -> Restart:
    return from_json(json.loads(text))


def tablets_from(restarts: Iterable[RestartRecord], order: OrderRecord) -> tuple[TabletsFrom, ...]:
    """The tablets of the restarts on an order, for the layout of its cycle."""
    found = []
    for record in restarts_of(restarts, order):
        value = restart_value(record)
        if value.plan is not None:
            found.append(TabletsFrom(record.entry.drug, Moment(*record.entry.start), value.plan))
    return tuple(found)


def last_by_drug(restarts: Iterable[RestartRecord], order: OrderRecord) -> dict[str, RestartRecord]:
    """Drug -> the last restart in force on an order: the dose the cycle ended with."""
    return {record.entry.drug: record for record in restarts_of(restarts, order)}
