"""The JSON of `advise`: a case as for `dose`, the cycle day whose treatment is checked, the day of the question."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from regimen.case import read_case
from regimen.errors import Refusal, Refused
from regimen.fields import read_day, read_decimal
from regimen.given import Case

MOST_DAYS = 84  # the longest cycle a regimen file may have
OWN_KEYS = ("day", "on")


@dataclass(frozen=True, slots=True)
class Asked:
    """A case, the cycle day whose treatment is checked, and the day the advice is asked for (None: not said)."""

    case: Case
    day: int
    on: date | None


def read_course(given: object) -> Asked:
    """The case with `day` (1 where it is left out) and `on`. Raises Refused with every reason."""
    if not isinstance(given, Mapping):
        return Asked(read_case(given), 1, None)
    refusals: list[Refusal] = []
    day, on = 1, None
    if given.get("day") is not None:
        read = read_decimal(given["day"], "day", refusals, least=1, most=MOST_DAYS)
        if read is not None and read != read.to_integral_value():
            refusals.append(Refusal("day", "day must be a whole number."))
        day = 1 if read is None or refusals else int(read)
    if given.get("on") is not None:
        on = read_day(given["on"], "on", refusals)
    try:
        case = read_case({key: value for key, value in given.items() if key not in OWN_KEYS})
    except Refused as refused:
        raise Refused([*refused.refusals, *refusals]) from None
    if refusals:
        raise Refused(refusals)
    return Asked(case, day, on)
