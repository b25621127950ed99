"""What tests of alerts look at: the first alert of a code, and all codes of an order."""

from regimen.order import Alert, CycleOrder


def raised(order: CycleOrder, code: str) -> Alert:
    found = [alert for alert in order.alerts if alert.code == code]
    assert found, [alert.code for alert in order.alerts]
    return found[0]


def codes(order: CycleOrder) -> list[str]:
    return [alert.code for alert in order.alerts]
