"""Body surface area (BSA) by the published formulas, unrounded.

Coefficients stand here with their source. Nothing is capped, clamped or rounded, and no formula changes by itself
with age, weight or sex; which sizes are plausible is the business of `regimen.plausibility`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from typing import get_args

from regimen.errors import OutOfRange, refuse
from regimen.given import Sex
from regimen.numbers import DIGITS
from regimen.practice import BsaFormula

# Ten digits more than an answer carries, so that its last digit is right after a power and a product.
_WORKING = Context(prec=DIGITS + 10)
_ANSWER = Context(prec=DIGITS)


@dataclass(frozen=True, slots=True)
class FormulaFacts:
    """What screen and paper say about a formula.

    title      name and year
    written    the formula as a person would write it, H in cm, W in kg
    source     publication
    note       when it is out of its element; "" none
    needs_sex  the coefficients differ for women and men
    """

    title: str
    written: str
    source: str
    note: str = ""
    needs_sex: bool = False


FORMULAS: Mapping[BsaFormula, FormulaFacts] = {
    "mosteller": FormulaFacts("Mosteller 1987", "sqrt(H x W / 3600)", "Mosteller RD. N Engl J Med 1987;317:1098"),
    "du_bois": FormulaFacts(
        "Du Bois 1916",
        "0.007184 x W^0.425 x H^0.725",
        "Du Bois D, Du Bois EF. Arch Intern Med 1916;17:863-871",
        "Runs 3 to 6 % below Mosteller in obesity.",
    ),
    "haycock": FormulaFacts(
        "Haycock 1978", "0.024265 x W^0.5378 x H^0.3964", "Haycock GB et al. J Pediatr 1978;93:62-66"
    ),
    "gehan_george": FormulaFacts(
        "Gehan and George 1970",
        "0.0235 x W^0.51456 x H^0.42246",
        "Gehan EA, George SL. Cancer Chemother Rep 1970;54:225-235",
    ),
    "boyd": FormulaFacts(
        "Boyd 1935 (kg form)",
        "0.0333 x W^(0.6157 - 0.0188 x log10 W) x H^0.3",
        "Boyd E. The growth of the surface area of the human body. University of Minnesota Press 1935",
        "This is the form for kg; the exponent 0.7285 belongs to the form for grams.",
    ),
    "fujimoto": FormulaFacts(
        "Fujimoto 1968", "0.008883 x W^0.444 x H^0.663", "Fujimoto S et al. Nippon Eiseigaku Zasshi 1968;23:443-450"
    ),
    "takahira": FormulaFacts(
        "Takahira 1925",
        "0.007241 x W^0.425 x H^0.725",
        "Takahira H. Metabolism of the Japanese. Imperial Government Institute for Nutrition, Tokyo 1925",
    ),
    "shuter_aslani": FormulaFacts(
        "Shuter and Aslani 2000",
        "0.00949 x W^0.441 x H^0.655",
        "Shuter B, Aslani A. Eur J Appl Physiol 2000;82:250-254",
    ),
    "schlich": FormulaFacts(
        "Schlich 2010",
        "women 0.000975482 x W^0.46 x H^1.08; men 0.000579479 x W^0.38 x H^1.24",
        "Schlich E et al. Ernaehrungs Umschau 2010;57:178-183",
        "Runs 2 to 16 % below the others and is not validated for chemotherapy.",
        needs_sex=True,
    ),
    "livingston_lee": FormulaFacts(
        "Livingston and Lee 2001",
        "0.1173 x W^0.6466",
        "Livingston EH, Lee S. Am J Physiol Endocrinol Metab 2001;281:E586-E591",
        "Uses weight alone; derived from 51 to 249 kg.",
    ),
}

_POWER_LAWS: Mapping[str, tuple[Decimal, Decimal, Decimal]] = {
    # formula: factor, exponent of weight (kg), exponent of height (cm)
    "du_bois": (Decimal("0.007184"), Decimal("0.425"), Decimal("0.725")),
    "haycock": (Decimal("0.024265"), Decimal("0.5378"), Decimal("0.3964")),
    "gehan_george": (Decimal("0.0235"), Decimal("0.51456"), Decimal("0.42246")),
    "fujimoto": (Decimal("0.008883"), Decimal("0.444"), Decimal("0.663")),
    "takahira": (Decimal("0.007241"), Decimal("0.425"), Decimal("0.725")),
    "shuter_aslani": (Decimal("0.00949"), Decimal("0.441"), Decimal("0.655")),
    "schlich female": (Decimal("0.000975482"), Decimal("0.46"), Decimal("1.08")),
    "schlich male": (Decimal("0.000579479"), Decimal("0.38"), Decimal("1.24")),
}


def _mosteller(height_cm: Decimal, weight_kg: Decimal) -> Decimal:
    return (height_cm * weight_kg / 3600).sqrt()


def _boyd(height_cm: Decimal, weight_kg: Decimal) -> Decimal:
    exponent = Decimal("0.6157") - Decimal("0.0188") * weight_kg.log10()
    return Decimal("0.0333") * weight_kg**exponent * height_cm ** Decimal("0.3")


def _livingston_lee(height_cm: Decimal, weight_kg: Decimal) -> Decimal:
    return Decimal("0.1173") * weight_kg ** Decimal("0.6466")


_OWN_SHAPE: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "mosteller": _mosteller,
    "boyd": _boyd,
    "livingston_lee": _livingston_lee,
}


def _power_law(law: str, height_cm: Decimal, weight_kg: Decimal) -> Decimal:
    factor, of_weight, of_height = _POWER_LAWS[law]
    return factor * weight_kg**of_weight * height_cm**of_height


def bsa(formula: BsaFormula, height_cm: Decimal, weight_kg: Decimal, sex: Sex | None = None) -> Decimal:
    """Body surface area in m2, 34 significant digits, not rounded to decimals and not capped.

    formula    one of `FORMULAS`
    height_cm  cm, above 0 (livingston_lee does not use it)
    weight_kg  kg, above 0
    sex        needed by schlich alone
    raises     OutOfRange; Refused for an unknown formula or a missing sex

    >>> round(bsa("mosteller", Decimal(165), Decimal("58.0")), 6)
    Decimal('1.630440')
    """
    if formula not in get_args(BsaFormula):
        raise refuse("formula", f"{formula!r} is not a body surface formula known here.")
    for field, value, unit in (("height_cm", height_cm, "cm"), ("weight_kg", weight_kg, "kg")):
        if not value.is_finite() or value <= 0:
            raise OutOfRange(field, value, f"more than 0 {unit}")
    if FORMULAS[formula].needs_sex and sex not in ("female", "male"):
        raise refuse("sex", f"{FORMULAS[formula].title} needs the sex, female or male.")
    with localcontext(_WORKING):
        if formula in _OWN_SHAPE:
            area = _OWN_SHAPE[formula](height_cm, weight_kg)
        else:
            area = _power_law(f"schlich {sex}" if formula == "schlich" else formula, height_cm, weight_kg)
    return _ANSWER.plus(area)


def bmi(height_cm: Decimal, weight_kg: Decimal) -> Decimal:
    """Body mass index in kg/m2, not rounded."""
    with localcontext(_ANSWER):
        return weight_kg * 10000 / (height_cm * height_cm)
