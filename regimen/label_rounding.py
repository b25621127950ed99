"""What the label's own rounding makes of an exact capecitabine dose."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from regimen.numbers import half_up
from regimen.practice import CapecitabineTable

US_STEP_MG = Decimal(150)
SOURCE_US = "US capecitabine label, section 2.8: nearest 150 mg"
_TWO_DECIMALS = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class LabelDose:
    """The label's answer for one dose.

    mg           mg per dose; two candidates on an exact half; none when the label has no answer
    looked_up_m2 BSA as used for the table, None without one
    row          the row of the table in words ("1.53 to 1.66 m2"), "" without one
    last_row     the table's last, open row was used: a hidden cap
    problem      no_table: the starting level has none; no_column: the percent has none
    """

    mg: tuple[Decimal, ...] = ()
    looked_up_m2: Decimal | None = None
    row: str = ""
    last_row: bool = False
    problem: str = ""
    table: CapecitabineTable | None = None


def nearest_150(exact_mg: Decimal) -> LabelDose:
    """The nearest multiple of 150 mg; on an exact half the label is silent and both neighbours are candidates."""
    below = exact_mg // US_STEP_MG * US_STEP_MG
    over = exact_mg - below
    candidates: tuple[Decimal, ...] = (below, below + US_STEP_MG)
    if 2 * over != US_STEP_MG:
        candidates = (below if 2 * over < US_STEP_MG else below + US_STEP_MG,)
    return LabelDose(tuple(mg for mg in candidates if mg > 0))


def from_table(
    tables: Iterable[CapecitabineTable], start_level: Decimal, of_start_percent: Decimal, bsa_m2: Decimal
) -> LabelDose:
    """The dose a label's table prints.

    start_level       mg/m2, the level whose table is used
    of_start_percent  what is given, in percent of that level
    bsa_m2            rounded half-up to two decimals for the look-up, because printed rows have two
    """
    table = next((table for table in tables if table.level == start_level), None)
    if table is None:
        return LabelDose(problem="no_table")
    looked_up = half_up(bsa_m2, _TWO_DECIMALS)
    above: Decimal | None = None
    for row in table.rows:
        if row.upto_m2 is None or looked_up <= row.upto_m2:
            break
        above = row.upto_m2
    if row.upto_m2 is None:
        words = f"above {above} m2"
    else:
        words = f"up to {row.upto_m2} m2" if above is None else f"above {above} and up to {row.upto_m2} m2"
    column = next((mg for percent, mg in row.dose_mg.items() if percent == of_start_percent), None)
    return LabelDose(
        mg=() if column is None else (column,),
        looked_up_m2=looked_up,
        row=words,
        last_row=row.upto_m2 is None,
        problem="no_column" if column is None else "",
        table=table,
    )
