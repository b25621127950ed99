"""The small calculators of body size, kidney function and DPYD."""

from decimal import Decimal

from regimen import dpyd as dpyd_rules
from regimen.body_size import FORMULAS, bmi, bsa
from regimen.calculator_inputs import Inputs
from regimen.errors import Refused
from regimen.given import Sex
from regimen.kidney import (
    SOURCE_CKD_EPI,
    SOURCE_COCKCROFT_GAULT,
    SOURCE_DE_INDEXED,
    UMOL_L_PER_MG_DL,
    ckd_epi_2021,
    cockcroft_gault,
    de_indexed,
)
from regimen.numbers import plain
from regimen.plausibility import check_lab, check_size
from regimen.plausibility_limits import limits
from regimen.practice import BsaFormula
from regimen.weights import SOURCE_ADJUSTED, SOURCE_IDEAL, adjusted_kg, crcl_weight, devine_kg, is_below_60_in

_FORMULA_NAMES: dict[str, BsaFormula] = {**{name: name for name in FORMULAS}, "dubois": "du_bois"}


def _size(inputs: Inputs) -> tuple[Decimal, Decimal]:
    """Height and weight; slips are named by plausibility, so any positive number is read first."""
    height = inputs.number("height_cm", Decimal("0.01"), 100_000, "cm")
    weight = inputs.number("weight_kg", Decimal("0.01"), 1_000_000, "kg")
    if inputs.fine("height_cm", "weight_kg"):
        inputs.believe(check_size(height, weight))
    return height, weight


def _age(inputs: Inputs) -> int:
    hard = limits().of["age_y"].hard
    return inputs.whole("age_y", int(hard.low), int(hard.high), "years")


def _creatinine_umol_l(inputs: Inputs) -> Decimal:
    """Serum creatinine from exactly one of the two keys, umol/L."""
    keys = {"scr_mg_dl": "mg/dL", "scr_umol_l": "umol/L"}
    given = [key for key in keys if inputs.has(key)]
    if len(given) == 2:
        inputs.refuse("scr_umol_l", "scr_mg_dl and scr_umol_l are both given; one of them is wanted.")
    key = given[0] if given else "scr_umol_l"
    value = inputs.number(key, Decimal("0.001"), 1_000_000, keys[key])
    for other in given[1:]:
        inputs.number(other, Decimal("0.001"), 1_000_000, keys[other])
    if inputs.fine(*keys):
        inputs.believe(check_lab("creatinine", value, keys[key], key))
    return value * UMOL_L_PER_MG_DL if key == "scr_mg_dl" else value


def bsa_m2(inputs: Inputs) -> dict[str, object]:
    """Body surface by one of the ten formulas, unrounded."""
    name = _FORMULA_NAMES[inputs.choice("formula", _FORMULA_NAMES, "mosteller")]
    sex: Sex | None = inputs.sex() if FORMULAS[name].needs_sex or inputs.has("sex") else None
    height, weight = _size(inputs)
    inputs.finish()
    inputs.read["formula"] = name
    facts = FORMULAS[name]
    result: dict[str, object] = {"bsa_m2": plain(bsa(name, height, weight, sex))}
    if facts.note:
        result["note"] = facts.note
    return inputs.answer(result, f"{facts.source}: {facts.written}")


def weights(inputs: Inputs) -> dict[str, object]:
    """Ideal (Devine) and adjusted weight, and the weight `auto` takes for a clearance."""
    height, weight = _size(inputs)
    sex = inputs.sex()
    inputs.finish()
    ideal = devine_kg(height, sex)
    chosen = crcl_weight("auto", height, weight, sex)
    result: dict[str, object] = {
        "ideal_kg": plain(ideal),
        "adjusted_kg": plain(adjusted_kg(weight, ideal)),
        "bmi_kg_m2": plain(bmi(height, weight)),
        "crcl_weight_auto": chosen.name,
    }
    if is_below_60_in(height):
        result["note"] = "Below 60 in (152.4 cm) Devine's rule is an extrapolation."
    return inputs.answer(result, f"ideal: {SOURCE_IDEAL}; adjusted: {SOURCE_ADJUSTED}")


def crcl(inputs: Inputs) -> dict[str, object]:
    """Cockcroft-Gault clearance, unrounded; the weight is used as given."""
    inputs.choice("formula", ("cockcroft_gault",), "cockcroft_gault")
    inputs.defaulted.clear()  # there is one formula; nobody chose it
    age, sex = _age(inputs), inputs.sex()
    hard = limits().of["weight_kg"].hard
    weight = inputs.number("weight_kg", hard.low, hard.high, "kg")
    creatinine = _creatinine_umol_l(inputs)
    inputs.finish()
    result = {
        "creatinine_umol_l": plain(creatinine),
        "crcl_ml_min": plain(cockcroft_gault(age, weight, creatinine, sex)),
    }
    return inputs.answer(result, f"{SOURCE_COCKCROFT_GAULT}; 1 mg/dL = {UMOL_L_PER_MG_DL} umol/L")


def egfr(inputs: Inputs) -> dict[str, object]:
    """CKD-EPI 2021, indexed; with bsa_m2 also for this body."""
    inputs.choice("formula", ("ckd_epi_2021",), "ckd_epi_2021")
    inputs.defaulted.clear()
    age, sex = _age(inputs), inputs.sex()
    creatinine = _creatinine_umol_l(inputs)
    surface: Decimal | None = None
    if inputs.has("bsa_m2"):
        hard = limits().of["bsa_m2"].hard
        surface = inputs.number("bsa_m2", hard.low, hard.high, "m2")
    inputs.finish()
    indexed = ckd_epi_2021(age, creatinine / UMOL_L_PER_MG_DL, sex)
    result: dict[str, object] = {"egfr_ml_min_1_73": plain(indexed)}
    if surface is not None:
        result["gfr_ml_min"] = plain(de_indexed(indexed, surface))
    result["note"] = "The limits of these drugs are Cockcroft-Gault clearances; an eGFR does not stand in for one."
    return inputs.answer(result, SOURCE_CKD_EPI + (f"; {SOURCE_DE_INDEXED}" if surface is not None else ""))


def dpyd(inputs: Inputs) -> dict[str, object]:
    """Activity score, phenotype and proposed start of two alleles."""
    variants = (inputs.text("variant_1"), inputs.text("variant_2"))
    if inputs.fine("variant_1", "variant_2"):
        for key, name in zip(("variant_1", "variant_2"), variants, strict=True):
            try:
                dpyd_rules.result([name, "reference"])
            except Refused as refused:
                inputs.refuse(key, refused.refusals[0].reason)
    inputs.finish()
    found = dpyd_rules.result(variants)
    result: dict[str, object] = {
        "activity_score": as_score(found.score),
        "phenotype": found.phenotype,
        "action": found.action,
        "start_percent": None if found.start_percent is None else plain(found.start_percent),
        "advice": found.advice,
        "strength": found.strength,
    }
    if found.notes:
        result["notes"] = list(found.notes)
    return inputs.answer(result, found.source)


def as_score(score: Decimal) -> str:
    """An activity score the way laboratories print it, one decimal: "2.0"."""
    return f"{score:.1f}"
