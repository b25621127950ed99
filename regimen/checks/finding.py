"""What a check is and how it says what it found."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Literal

from regimen.definition import Severity
from regimen.order import Alert
from regimen.situation import Situation

Check = Callable[[Situation], Iterable[Alert]]
ORDER: dict[Severity, int] = {"stop": 0, "warn": 1, "note": 2}


def alert(
    code: str,
    severity: Severity,
    drug: str = "",
    source: str = "",
    proposed_percent: Decimal | None = None,
    once: Literal["cycle", "course", "file"] = "cycle",
    **params: str,
) -> Alert:
    """One alert; `params` fill the words of its catalogue entry."""
    return Alert(code, severity, drug, params, source, proposed_percent, once)
