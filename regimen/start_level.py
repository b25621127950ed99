"""The level a drug starts from for this patient, and the exact dose after what persons decided about it."""

from dataclasses import dataclass
from decimal import Decimal

from regimen.definition import Drug, Per, WeightTier
from regimen.kept_weight import kept_words
from regimen.numbers import HUNDRED, as_typed, decimals, plain
from regimen.order import ProofStep
from regimen.proof import UNIT_OF_LEVEL, bsa_text, citation, of_setting, step, weight_inputs
from regimen.situation import Situation


@dataclass(frozen=True, slots=True)
class ExactDose:
    """One administration before the one rounding.

    level      the file's level for this patient, in mg, mg/kg or mg/m2 by `per`
    effective  after starting percent and percent, or the level a person gave
    percent    of the start
    exact_mg   effective x basis, at most the label's maximum of one dose
    target_mg  what is rounded: the exact dose, or less where a BSA cap is switched on
    limited    the label's maximum of one dose was reached
    """

    level: Decimal
    per: Per
    effective: Decimal
    percent: Decimal
    exact_mg: Decimal
    target_mg: Decimal
    limited: bool
    steps: tuple[ProofStep, ...]


def tier_of(drug: Drug, weight_kg: Decimal, labels: str) -> WeightTier | None:
    """The lowest weight tier this weight belongs to; its edge is inclusive or exclusive by the labels followed."""
    for tier in sorted(drug.dose.tiers, key=lambda tier: tier.below_kg):
        edge = tier.edge_by_practice.get(labels, tier.edge)
        if weight_kg < tier.below_kg or (edge == "inclusive" and weight_kg == tier.below_kg):
            return tier
    return None


def exact_dose(drug: Drug, situation: Situation) -> ExactDose:
    """Level, modifiers in order, basis, cap: every step exact, none rounded."""
    case = situation.case
    tier = tier_of(drug, case.basis.dosing_weight_kg, situation.profile.labels)
    level, per = (tier.level, tier.per) if tier else (drug.dose.level, drug.dose.per)
    unit = UNIT_OF_LEVEL[per]
    steps = [_level_step(drug, tier, level, unit, situation)]
    start_percent = situation.starting_percent(drug.name)
    start = level * start_percent / HUNDRED
    if start_percent != HUNDRED:
        formula = f"{plain(level)} {unit} x {plain(start_percent)} %"
        inputs = {"starting_percent": as_typed(start_percent)}
        source = "decided by a person"
        steps.append(step("starting_percent", "Start lowered for good", formula, inputs, start, unit, source=source))
    effective, percent = _modified(drug, situation, start, unit, steps)
    exact_mg = _on_basis(effective, per, situation, steps)
    most = drug.dose.most_mg
    limited = most is not None and exact_mg > most
    if most is not None and limited:
        formula = f"at most {plain(most)} mg"
        inputs = {"most_mg": plain(most), "computed_mg": plain(exact_mg)}
        source = citation(situation.regimen, drug.dose.source)
        steps.append(step("label_maximum", "Label maximum of one dose", formula, inputs, most, "mg", source=source))
        exact_mg = most
    target_mg = exact_mg
    if per == "m2" and situation.bsa.capped:
        target_mg = min(exact_mg, effective * situation.bsa.dosing_m2)
        steps.append(_cap_step(effective, target_mg, situation))
    return ExactDose(level, per, effective, percent, exact_mg, target_mg, limited, tuple(steps))


def _level_step(drug: Drug, tier: WeightTier | None, level: Decimal, unit: str, situation: Situation) -> ProofStep:
    source = citation(situation.regimen, tier.source if tier else drug.dose.source)
    inputs: dict[str, str] = {}
    title = "Fixed dose" if unit == "mg" else "Dose level"
    if drug.dose.tiers:
        inputs |= weight_inputs(situation.case)
        for row in drug.dose.tiers:
            edge = row.edge_by_practice.get(situation.profile.labels, row.edge)
            words = "up to and including" if edge == "inclusive" else "below"
            inputs[f"tier {words} {plain(row.below_kg)} kg"] = f"{plain(row.level)} {UNIT_OF_LEVEL[row.per]}"
    if drug.doses_per_day > 1:
        title += ", per dose"
    return step("level", title, f"{plain(level)} {unit}", inputs, level, unit, source=source)


def _modified(
    drug: Drug, situation: Situation, start: Decimal, unit: str, steps: list[ProofStep]
) -> tuple[Decimal, Decimal]:
    """Effective level and its percent of the start."""
    case = situation.case
    given_level = case.dose_level.get(drug.name)
    if given_level is not None and given_level != start:
        percent = given_level * HUNDRED / start
        inputs = {"dose_level": as_typed(given_level), "start": plain(start)}
        formula = f"{plain(given_level)} {unit} in place of {plain(start)} {unit} ({decimals(percent, 1)} %)"
        source = "level given by a person"
        steps.append(step("dose_level", "Dose level given", formula, inputs, given_level, unit, source=source))
        return given_level, percent
    percent = case.dose_percent.get(drug.name, HUNDRED)
    effective = start * percent / HUNDRED
    if percent != HUNDRED:
        formula = f"{plain(start)} {unit} x {plain(percent)} %"
        inputs = {"dose_percent": as_typed(percent), "of_start": plain(start)}
        steps.append(
            step("percent", "Percent of the start", formula, inputs, effective, unit, source="decided by a person")
        )
    return effective, percent


def _on_basis(effective: Decimal, per: Per, situation: Situation, steps: list[ProofStep]) -> Decimal:
    if per == "fixed":
        return effective
    if per == "kg":
        weight = situation.case.basis.dosing_weight_kg
        exact = effective * weight
        kept = kept_words(situation.case.basis)
        formula = f"{plain(effective)} mg/kg x {as_typed(weight)} kg" + (f" ({kept})" if kept else "")
        inputs = weight_inputs(situation.case)
    else:
        m2 = situation.bsa.m2
        exact = effective * m2
        formula = f"{plain(effective)} mg/m2 x {bsa_text(m2)} m2"
        inputs = {"bsa_m2": plain(m2)}
    steps.append(step("exact", "Exact dose, before rounding", formula, inputs, exact, "mg", decimals(exact, 2)))
    return exact


def _cap_step(effective: Decimal, target_mg: Decimal, situation: Situation) -> ProofStep:
    cap = situation.bsa.dosing_m2
    formula = f"{plain(effective)} mg/m2 x {plain(cap)} m2 (capped; BSA is {bsa_text(situation.bsa.m2)} m2)"
    inputs = {"bsa_m2": plain(situation.bsa.m2), "bsa_cap_m2": plain(cap)}
    source = of_setting("bsa_cap_m2", situation.defaults_used, situation.profile.id)
    return step("cap", "BSA capped", formula, inputs, target_mg, "mg", decimals(target_mg, 2), source)
