"""The steps of a proof: what went in, what was done with it, what came out and whence the rule."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from regimen.body_size import FORMULAS
from regimen.definition import Per, Regimen
from regimen.given import Case
from regimen.kept_weight import kept_words
from regimen.kidney import SOURCE_COCKCROFT_GAULT
from regimen.numbers import as_typed, decimals, percent_change, plain
from regimen.order import BodySize, ProofStep, Renal
from regimen.practice import Policy

UNIT_OF_LEVEL: Mapping[Per, str] = {"m2": "mg/m2", "kg": "mg/kg", "fixed": "mg"}
BSA_PLACES = 4


def step(
    name: str, title: str, formula: str, inputs: Mapping[str, str], result: Decimal | str, unit: str = "",
    shown: str = "", source: str = "",
) -> ProofStep:  # fmt: skip
    """One step; a number's `shown` is its plain text where nothing shorter is given."""
    exact = plain(result) if isinstance(result, Decimal) else result
    return ProofStep(name, title, formula, dict(inputs), exact, unit, shown or exact, source)


def one_line(proof_step: ProofStep) -> str:
    """A step as one line of text, for the contract's `proof` and for plain paper."""
    unit = f" {proof_step.unit}" if proof_step.unit else ""
    shown = f"{proof_step.shown}{unit}"
    line = proof_step.title
    if proof_step.formula and proof_step.formula != shown:
        line += f": {proof_step.formula} = {shown}"
    else:
        line += f": {shown}"
    return f"{line} [{proof_step.source}]" if proof_step.source else line


def day_text(day: date | None) -> str:
    """A date for the inputs of a step."""
    return day.isoformat() if day else "not given"


def citation(regimen: Regimen, source_id: str) -> str:
    """The citation behind a source id of the regimen file, with the file it stands in."""
    cite = next((source.cite for source in regimen.sources if source.id == source_id), source_id)
    return f"{cite}; {regimen.id} version {regimen.version}" if cite else f"{regimen.id} version {regimen.version}"


def of_setting(key: str, defaults_used: tuple[str, ...], practice_id: str, cite: str = "") -> str:
    """Where a setting came from: the practice profile (with what it cites), or the site and this order."""
    if f"policy.{key}" not in defaults_used:
        return f"{key}: site or this order"
    return f"{key}: practice profile {practice_id}" + (f"; {cite}" if cite else "")


def bsa_step(case: Case, size: BodySize) -> ProofStep:
    """Height and weight with their dates into BSA, by the named formula with the numbers filled in."""
    facts = FORMULAS[size.formula]  # type: ignore[index]
    written = facts.written
    if facts.needs_sex:
        written = next(part for part in written.split("; ") if part.startswith("women" if _female(case) else "men"))
        written = written.partition(" ")[2]
    formula = re.sub(r"\bH\b", as_typed(case.basis.height_cm), written)
    formula = re.sub(r"\bW\b", as_typed(case.basis.dosing_weight_kg), formula)
    inputs = {
        "height_cm": as_typed(case.basis.height_cm),
        "height_date": day_text(case.basis.height_date),
        **weight_inputs(case),
    }
    if facts.needs_sex:
        inputs["sex"] = case.patient.sex
    kept = kept_words(case.basis)
    title = f"BSA, {facts.title}" + (f" ({kept})" if kept else "")
    return step("bsa", title, formula, inputs, size.m2, "m2", bsa_text(size.m2), facts.source)


def weight_inputs(case: Case) -> dict[str, str]:
    """The weight a dose comes from with its date; a kept one beside the measured one."""
    kept = case.basis.kept_weight_kg
    written = {} if kept is None else {"kept_weight_kg": f"{as_typed(kept)} (used; from the last doses, by decision)"}
    written["weight_kg"] = as_typed(case.basis.weight_kg) + ("" if kept is None else " (measured, not used here)")
    return {**written, "weight_date": day_text(case.basis.weight_date)}


def bsa_text(m2: Decimal) -> str:
    """BSA for reading inside a proof, four decimals kept."""
    text = decimals(m2, BSA_PLACES)
    whole, _, part = text.partition(".")
    return f"{whole}.{part.ljust(BSA_PLACES, '0')}"


def _female(case: Case) -> bool:
    return case.patient.sex == "female"


def renal_step(case: Case, renal: Renal, age_y: int, policy: Policy) -> ProofStep:
    """Cockcroft-Gault with the numbers filled in, the weight named and the unit conversion shown."""
    creatinine = case.basis.creatinine
    assert creatinine is not None
    umol = plain(renal.creatinine_umol_l)
    weight = decimals(renal.weight_kg, 2)
    formula = f"(140 - {age_y}) x {weight} x 88.4 / (72 x {umol})" + (" x 0.85" if _female(case) else "")
    inputs = {
        "age_y": str(age_y),
        "sex": case.patient.sex,
        "weight_used": f"{renal.weight_used} (setting {policy.crcl_weight})",
        "weight_kg": plain(renal.weight_kg),
        f"creatinine_{creatinine.unit.replace('/', '_').lower()}": as_typed(creatinine.value),
        "creatinine_date": day_text(creatinine.date),
    }
    if creatinine.unit == "mg/dL":
        inputs["creatinine_umol_l"] = f"{umol} ({as_typed(creatinine.value)} x 88.4)"
    return step(
        "renal", f"Creatinine clearance, Cockcroft-Gault, {renal.weight_used} weight", formula, inputs,
        renal.crcl_ml_min, "mL/min", decimals(renal.crcl_ml_min, 1), SOURCE_COCKCROFT_GAULT,
    )  # fmt: skip


def variance_step(given_mg: Decimal, exact_mg: Decimal) -> ProofStep:
    """How far the rounded amount lies from the exact one, in percent of the exact one, signed."""
    off = percent_change(given_mg, exact_mg)
    formula = f"({plain(given_mg)} - {decimals(exact_mg, 2)}) / {decimals(exact_mg, 2)} x 100"
    inputs = {"given_mg": plain(given_mg), "exact_mg": plain(exact_mg)}
    sign = "+" if off > 0 else ""
    return step("variance", "Difference from the exact dose", formula, inputs, off, "%", sign + decimals(off, 2))
