"""Ideal and adjusted body weight, and the weight a creatinine clearance is computed with.

Doses are computed on the actual weight, always (ASCO 2012 and 2021); these weights serve the clearance alone.
"""

from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from typing import NamedTuple, get_args

from regimen.body_size import bmi
from regimen.errors import OutOfRange, refuse
from regimen.given import Sex
from regimen.numbers import DIGITS
from regimen.practice import CrclWeight

CM_PER_INCH = Decimal("2.54")
ADJUSTED_FACTOR = Decimal("0.4")
SIXTY_INCHES_CM = 60 * CM_PER_INCH  # Devine gives no figure below 60 in
SOURCE_IDEAL = "Devine BJ. Drug Intell Clin Pharm 1974;8:650-655"
SOURCE_ADJUSTED = "ideal + 0.4 x (actual - ideal), common pharmacy rule"

# BMI from which `auto` takes the adjusted weight; agreed in the project's design, labels do not say.
AUTO_ADJUSTED_FROM_BMI = Decimal(30)

_CONTEXT = Context(prec=DIGITS)


class WeightForClearance(NamedTuple):
    """The weight chosen and what it was chosen from.

    name        actual, ideal or adjusted: what was taken in the end (never more than actual)
    kg          kg, not rounded
    candidates  every accepted weight by name, kg, none above the actual weight
    below_60_in the ideal weight is an extrapolation below the height Devine's rule was made for
    """

    name: str
    kg: Decimal
    candidates: Mapping[str, Decimal]
    below_60_in: bool


def devine_kg(height_cm: Decimal, sex: Sex) -> Decimal:
    """Ideal body weight in kg, not rounded.

    height_cm  cm; below 152.4 (60 in) the rule is extrapolated downwards and the caller flags it
    raises     OutOfRange where the extrapolation gives no positive weight
    source     Devine 1974
    """
    with localcontext(_CONTEXT):
        base = Decimal("45.5") if sex == "female" else Decimal(50)
        ideal = base + Decimal("2.3") * (height_cm / CM_PER_INCH - 60)
    if ideal <= 0:
        raise OutOfRange("height_cm", height_cm, "heights for which Devine's rule gives a weight above 0 kg")
    return ideal


def is_below_60_in(height_cm: Decimal) -> bool:
    """Whether Devine's rule is extrapolated for this height."""
    return height_cm < SIXTY_INCHES_CM


def adjusted_kg(actual_kg: Decimal, ideal_kg: Decimal, factor: Decimal = ADJUSTED_FACTOR) -> Decimal:
    """Ideal plus 0.4 of what the actual weight lies above it, kg, not rounded (below ideal: under it)."""
    with localcontext(_CONTEXT):
        return ideal_kg + factor * (actual_kg - ideal_kg)


def crcl_weight(setting: CrclWeight, height_cm: Decimal, weight_kg: Decimal, sex: Sex) -> WeightForClearance:
    """The weight for Cockcroft-Gault by the practice's setting.

    setting  actual; ideal and adjusted (neither above the actual weight: then `actual` is taken and named);
             auto: actual, from a BMI of 30 on adjusted
    raises   OutOfRange when the setting asks for an ideal weight the height has none for
    """
    if setting not in get_args(CrclWeight):
        raise refuse("crcl_weight", f"{setting!r} is not a choice of weight; actual, ideal, adjusted and auto are.")
    wanted: str = setting
    if setting == "auto":
        wanted = "adjusted" if bmi(height_cm, weight_kg) >= AUTO_ADJUSTED_FROM_BMI else "actual"
    candidates = {"actual": weight_kg}
    try:
        ideal = devine_kg(height_cm, sex)
    except OutOfRange:
        if wanted != "actual":
            raise
    else:
        if ideal < weight_kg:
            candidates |= {"ideal": ideal, "adjusted": adjusted_kg(weight_kg, ideal)}
    name = wanted if wanted in candidates else "actual"
    return WeightForClearance(name, candidates[name], candidates, is_below_60_in(height_cm))
