"""Exact numbers: read strictly, computed with 34 digits, rounded once where a rule says so, written plainly."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal, localcontext

from regimen.errors import Refusal, Refused

# 34 digits, as IEEE 754 decimal128: far beyond any balance, so only the rounding a rule names is ever seen.
DIGITS = 34
HUNDRED = Decimal(100)
# An exact dose of our own, with all its digits, comes back as an input of the next cycle.
_PLAIN = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]{1,40})?", re.ASCII)
_LARGEST = Decimal(10) ** 12
_WIDE = Context(prec=2 * DIGITS)
_MOST_DECIMALS = 40


@contextmanager
def exact_arithmetic() -> Iterator[None]:
    """Compute in the program's own decimal context, whatever the thread's was."""
    with localcontext(Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, Emax=MAX_EMAX, Emin=MIN_EMIN)):
        yield


def number(given: object, field: str) -> Decimal:
    """Read an exact, finite decimal.

    given   text such as "58.0", an int or a Decimal; never a binary float, which has already lost digits
    field   the dotted key for the message
    raises  Refused, with one sentence
    """
    if isinstance(given, str):
        return _from_text(given, field)
    if isinstance(given, bool) or not isinstance(given, int | Decimal):
        raise _refuse(field, "must be a number, for instance 58.0")
    value = Decimal(given)
    if not value.is_finite():
        raise _refuse(field, f"is {given}; only finite numbers can be used")
    exponent = value.as_tuple().exponent
    if abs(value) >= _LARGEST or (isinstance(exponent, int) and exponent < -_MOST_DECIMALS):
        raise _refuse(field, "has more digits than any measurement")
    return value


def _from_text(text: str, field: str) -> Decimal:
    if not _PLAIN.fullmatch(text):
        shown = text if len(text) <= 40 else text[:37] + "..."
        if "," in text:
            raise _refuse(field, f'is "{shown}"; write the decimal sign as a point and leave out separators')
        raise _refuse(field, f'is "{shown}"; that is not a plain number such as 58.0')
    return Decimal(text)


def _refuse(field: str, what: str) -> Refused:
    return Refused([Refusal(field, f"{field} {what}.")])


def plain(value: Decimal) -> str:
    """The number without exponent or trailing zeros: Decimal("2E+2") -> "200", Decimal("1.50") -> "1.5"."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", "0", ""} else text


def as_typed(value: Decimal) -> str:
    """The number with the digits it was typed with and no exponent: Decimal("58.0") -> "58.0"."""
    return format(value, "f")


def half_up(value: Decimal, step: Decimal) -> Decimal:
    """`value` (not negative) to the nearest multiple of `step`; an exact half goes up. Nothing is lost on the way."""
    with localcontext(_WIDE):
        below = value // step * step
        return below + step if 2 * (value - below) >= step else below


def decimals(value: Decimal, places: int) -> str:
    """`value` for reading, half up to `places` decimals, trailing zeros dropped; never used to compute on."""
    step = Decimal(1).scaleb(-places)
    rounded = half_up(abs(value), step)
    return plain(-rounded if value < 0 else rounded)


def square_root(value: Decimal) -> Decimal:
    """The square root in the program's own precision."""
    with exact_arithmetic():
        return value.sqrt()


def percent_change(now: Decimal, before: Decimal) -> Decimal:
    """Signed percent from `before` (not zero) to `now`, unrounded."""
    return (now - before) * HUNDRED / before
