"""Refusals a user can understand and put right. Anything else raised is our bug."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


class RegimenError(Exception):
    """str(error) is one whole sentence, fit for the screen."""

    field: str = ""


class OutOfRange(RegimenError):
    """A number outside the limits its rule accepts."""

    def __init__(self, field: str, value: Decimal | int, accepted: str) -> None:
        super().__init__(f"{field} is {value}; this rule accepts {accepted}.")
        self.field = field  # lets a form put the message beside the right box
        self._given = (field, value, accepted)

    def __reduce__(self) -> tuple[type["OutOfRange"], tuple[str, Decimal | int, str]]:
        """Made anew from its parts: a refusal crosses from the worker that draws pages."""
        return type(self), self._given


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason why an input was refused.

    field   the key in the case or file, dotted: `basis.height_cm`, `drug[1].days`
    reason  one whole sentence for the screen
    """

    field: str
    reason: str


class Refused(RegimenError):
    """Every reason at once, so that nobody puts them right one by one."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals = tuple(refusals)
        super().__init__(" ".join(refusal.reason for refusal in self.refusals))
        self.field = self.refusals[0].field if self.refusals else ""

    def __reduce__(self) -> tuple[type["Refused"], tuple[tuple[Refusal, ...]]]:
        """Made anew from its reasons, as `OutOfRange` is."""
        return type(self), (self.refusals,)


def refuse(field: str, reason: str) -> Refused:
    """A single refusal, ready to raise."""
    return Refused([Refusal(field, reason)])
