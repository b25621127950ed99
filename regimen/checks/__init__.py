"""The checks of a cycle order: plain functions in one list, each returns its alerts, so that all are seen at once."""

from regimen.checks.finding import ORDER, Check
from regimen.order import Alert
from regimen.situation import Situation

CHECKS: tuple[Check, ...] = ()


def all_alerts(situation: Situation) -> tuple[Alert, ...]:
    """Every alert of an order: stops first, then warnings, then notes, otherwise in the order of the checks."""
    found = [alert for check in CHECKS for alert in check(situation)]
    return tuple(sorted(found, key=lambda alert: ORDER[alert.severity]))
