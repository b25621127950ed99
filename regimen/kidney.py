"""Kidney function for dosing. Values are compared with limits unrounded: 29.8 is below 30."""

from decimal import Context, Decimal, localcontext

from regimen.errors import OutOfRange, refuse
from regimen.given import CreatinineUnit, Sex
from regimen.numbers import DIGITS

UMOL_L_PER_MG_DL = Decimal("88.4")  # creatinine, molar mass 113.12 g/mol; the usual exact factor
SOURCE_COCKCROFT_GAULT = "Cockcroft DW, Gault MH. Nephron 1976;16:31-41"
SOURCE_CKD_EPI = "Inker LA et al. N Engl J Med 2021;385:1737-1749 (CKD-EPI creatinine 2021, without race)"
SOURCE_DE_INDEXED = "eGFR x BSA / 1.73"

_WORKING = Context(prec=DIGITS + 10)
_ANSWER = Context(prec=DIGITS)
_LOWEST_UMOL_L, _HIGHEST_UMOL_L = Decimal(18), Decimal(1500)
_YOUNGEST_Y, _OLDEST_Y = 18, 110


def creatinine_umol_l(value: Decimal, unit: CreatinineUnit) -> Decimal:
    """Creatinine in umol/L from the unit reported; exact (1 mg/dL = 88.4 umol/L)."""
    if unit == "umol/L":
        return value
    if unit == "mg/dL":
        return value * UMOL_L_PER_MG_DL
    raise refuse("creatinine.unit", f"{unit!r} is not a unit of creatinine; mg/dL and umol/L are.")


def _check(age_y: int, creatinine: Decimal) -> None:
    if not _YOUNGEST_Y <= age_y <= _OLDEST_Y:
        raise OutOfRange("age_y", age_y, f"{_YOUNGEST_Y} to {_OLDEST_Y} years")
    if not creatinine.is_finite() or not _LOWEST_UMOL_L <= creatinine <= _HIGHEST_UMOL_L:
        raise OutOfRange("creatinine", creatinine, f"{_LOWEST_UMOL_L} to {_HIGHEST_UMOL_L} umol/L")


def cockcroft_gault(age_y: int, weight_kg: Decimal, creatinine_umol_l: Decimal, sex: Sex) -> Decimal:
    """Creatinine clearance, not rounded.

    age_y              whole years at day 1, 18 to 110
    weight_kg          kg; which weight (actual, ideal, adjusted) the caller has chosen and shows
    creatinine_umol_l  umol/L, 18 to 1500
    returns            mL/min
    raises             OutOfRange
    source             Cockcroft and Gault, Nephron 1976;16:31

    >>> round(cockcroft_gault(68, Decimal(58), Decimal("88.4"), "female"), 2)
    Decimal('49.30')
    """
    _check(age_y, creatinine_umol_l)
    if not weight_kg.is_finite() or weight_kg <= 0:
        raise OutOfRange("weight_kg", weight_kg, "more than 0 kg")
    with localcontext(_WORKING):
        clearance = (140 - age_y) * weight_kg * UMOL_L_PER_MG_DL / (72 * creatinine_umol_l)
        if sex == "female":
            clearance *= Decimal("0.85")
    return _ANSWER.plus(clearance)


def ckd_epi_2021(age_y: int, creatinine_mg_dl: Decimal, sex: Sex) -> Decimal:
    """Estimated glomerular filtration rate, indexed to 1.73 m2, not rounded. Never a basis for these drugs' limits.

    age_y             whole years, 18 to 110
    creatinine_mg_dl  mg/dL (18 to 1500 umol/L)
    returns           mL/min/1.73 m2
    raises            OutOfRange
    source            Inker et al., N Engl J Med 2021;385:1737
    """
    _check(age_y, creatinine_mg_dl * UMOL_L_PER_MG_DL)
    kappa, alpha = (Decimal("0.7"), Decimal("-0.241")) if sex == "female" else (Decimal("0.9"), Decimal("-0.302"))
    with localcontext(_WORKING):
        ratio = creatinine_mg_dl / kappa
        rate = 142 * min(ratio, Decimal(1)) ** alpha * max(ratio, Decimal(1)) ** Decimal("-1.200")
        rate *= Decimal("0.9938") ** age_y
        if sex == "female":
            rate *= Decimal("1.012")
    return _ANSWER.plus(rate)


def de_indexed(egfr_ml_min_1_73: Decimal, bsa_m2: Decimal) -> Decimal:
    """Filtration rate of this body in mL/min, from one indexed to 1.73 m2."""
    with localcontext(_ANSWER):
        return egfr_ml_min_1_73 * bsa_m2 / Decimal("1.73")
