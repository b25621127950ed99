"""The restarts on an order as the staff sheet shows them."""

from collections.abc import Iterable

from records.course.overrides import override_key
from records.course.restarts_in_force import restart_value, restarts_of
from records.values.core import OrderRecord
from records.values.restarts import RestartRecord
from regimen.order import Alert
from treatment_calendar.course import Moment
from treatment_calendar.paper.request import RestartShown, Signature, worded


def restarts_shown(restarts: Iterable[RestartRecord], order: OrderRecord) -> tuple[RestartShown, ...]:
    """Those in force, each with its dose, doses left, alerts and signature."""
    return tuple(_shown(record) for record in restarts_of(restarts, order))


def _shown(record: RestartRecord) -> RestartShown:
    value = restart_value(record)

    def overridden(alert: Alert) -> str:
        reason = record.entry.overrides.get(override_key(alert.code, alert.drug, alert.params), "").strip()
        return f"{reason} ({record.signed_by}, {record.signed_role})" if reason else ""

    return RestartShown(
        dose=value.dose,
        start=Moment(*value.start),
        last=Moment(*value.last),
        mornings=value.mornings,
        evenings=value.evenings,
        missed=value.missed,
        reason=record.entry.reason,
        signature=Signature(record.signed_by, record.signed_role, "restart signed", record.signed_at.astimezone()),
        check_code=record.check_code,
        alerts=worded(value.order.alerts, overridden),
    )
