"""What a check is and how it says what it found."""

from collections.abc import Callable, Iterable, Mapping
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
    params: Mapping[str, str] | None = None,
    **more: str,
) -> Alert:
    """One alert; `params` and what follows fill the words of its catalogue entry."""
    return Alert(code, severity, drug, {**(params or {}), **more}, source, proposed_percent, once)
