"""Imported band tables: an exact dose becomes the dose of its row."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from regimen.numbers import half_up
from regimen.practice import BandRow


@dataclass(frozen=True, slots=True)
class BandAnswer:
    """What a table says about one exact dose.

    dose_mg      None when no row, or more than one dose, answers
    looked_up_mg the exact dose half-up at the decimals of the table, mg: with this the row was found
    problem      gap: between or outside the rows; step: two rows with different doses both hold the value
    """

    dose_mg: Decimal | None
    looked_up_mg: Decimal
    problem: Literal["", "gap", "step"] = ""


def band_dose(rows: Sequence[BandRow], exact_mg: Decimal) -> BandAnswer:
    """Look an exact dose (mg) up in a table whose ends are inclusive.

    Printed ends have few decimals (10.48 and 10.49), so the exact dose is first rounded half-up to the table's own
    decimals; where one value ends a row and begins the next, the table must say which row it means.
    """
    places = max((_places(end) for row in rows for end in (row.from_mg, row.to_mg)), default=0)
    value = half_up(exact_mg, Decimal(1).scaleb(-places))
    doses = {row.dose_mg for row in rows if row.from_mg <= value <= row.to_mg}
    if len(doses) == 1:
        return BandAnswer(doses.pop(), value)
    return BandAnswer(None, value, "step" if doses else "gap")


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
