"""The JSON of `advise`: a case as for `dose`, and the cycle day whose treatment is checked."""

from collections.abc import Mapping

from regimen.case import read_case
from regimen.errors import Refusal, Refused
from regimen.fields import read_decimal
from regimen.given import Case

MOST_DAYS = 84  # the longest cycle a regimen file may have


def read_course(given: object) -> tuple[Case, int]:
    """The case and its treatment day (`day`, 1 where it is left out). Raises Refused with every reason."""
    if not isinstance(given, Mapping):
        return read_case(given), 1
    refusals: list[Refusal] = []
    day = 1
    if given.get("day") is not None:
        read = read_decimal(given["day"], "day", refusals, least=1, most=MOST_DAYS)
        if read is not None and read != read.to_integral_value():
            refusals.append(Refusal("day", "day must be a whole number."))
        day = 1 if read is None or refusals else int(read)
    try:
        case = read_case({key: value for key, value in given.items() if key != "day"})
    except Refused as refused:
        raise Refused([*refused.refusals, *refusals]) from None
    if refusals:
        raise Refused(refusals)
    return case, day
