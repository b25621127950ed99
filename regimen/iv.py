"""The dose of an IV drug: one rounding by step or band, the bag, the vials."""

from dataclasses import dataclass
from decimal import Decimal

from regimen.bands import band_dose
from regimen.definition import Drug
from regimen.holding import was_given
from regimen.infusion import plan_infusion
from regimen.numbers import decimals, half_up, percent_change, plain
from regimen.order import DrugDose, InfusionPlan, ProofStep, Vial
from regimen.proof import citation, of_setting, step, variance_step
from regimen.situation import Situation
from regimen.start_level import ExactDose, exact_dose
from regimen.vials import vials_for


@dataclass(frozen=True, slots=True)
class Rounded:
    """The dose after the one rounding, mg; None where the rule gives none. `step` None: nothing was rounded."""

    dose_mg: Decimal | None
    step: ProofStep | None


def iv_dose(drug: Drug, situation: Situation, before: tuple[ProofStep, ...], held: bool) -> DrugDose:
    """One infusion of one drug.

    before  steps that stand before the dose's own: BSA
    held    a hold covers all its days
    """
    exact = exact_dose(drug, situation)
    rounded = rounded_dose(drug, exact, situation)
    steps = [*before, *exact.steps, *([rounded.step] if rounded.step else [])]
    if rounded.dose_mg is not None and rounded.step:
        steps.append(variance_step(rounded.dose_mg, exact.exact_mg))
    if rounded.dose_mg is not None and len(drug.days) > 1:
        steps.append(_per_cycle_step(drug, rounded.dose_mg))
    infusion: InfusionPlan | None = None
    vials: tuple[Vial, ...] = ()
    waste: Decimal | None = None
    if rounded.dose_mg is not None:
        if drug.infusion is not None:
            first = is_first_time(drug, situation)
            infusion = plan_infusion(drug, drug.infusion, rounded.dose_mg, situation.policy, first)
            steps.append(_infusion_step(drug, infusion, rounded.dose_mg, situation))
        sizes = situation.policy.vials_mg.get(drug.name) or drug.vials_mg
        vials, waste = vials_for(rounded.dose_mg, sizes)
        if waste is not None:
            steps.append(_vial_step(vials, waste, rounded.dose_mg, situation))
    return DrugDose(
        drug=drug.name,
        route=drug.route,
        days=drug.days,
        doses_per_day=drug.doses_per_day,
        level=exact.level,
        per=exact.per,
        starting_percent=situation.starting_percent(drug.name),
        percent=exact.percent,
        exact_mg=exact.exact_mg,
        dose_mg=rounded.dose_mg,
        variance_percent=None if rounded.dose_mg is None else percent_change(rounded.dose_mg, exact.exact_mg),
        capped=exact.target_mg != exact.exact_mg,
        infusion=infusion,
        vials=vials,
        waste_mg=waste,
        plans=(),
        chosen=None,
        tie=False,
        cold_days=drug.cold_days,
        proof=tuple(steps),
        effective_level=exact.effective,
        dose_level=situation.case.dose_level.get(drug.name),
        held=held,
    )


def is_first_time(drug: Drug, situation: Situation) -> bool:
    """Whether this is the drug's first infusion: no earlier cycle of its phases has given it."""
    case, regimen = situation.case, situation.regimen
    return not any(
        was_given(case, drug, cycle, situation.policy.first_dose)
        for cycle in range(1, case.cycle)
        if not drug.phases or regimen.phase_of(cycle).id in drug.phases
    )


def rounded_dose(drug: Drug, exact: ExactDose, situation: Situation) -> Rounded:
    """The one rounding: the imported band table where there is one, else the step; a fixed dose is not rounded."""
    policy, target = situation.policy, exact.target_mg
    if exact.limited or (exact.per == "fixed" and target == exact.effective and _whole(target)):
        return Rounded(target, None)
    inputs = {"exact_mg": plain(target)}
    if drug.name in policy.bands:
        found = band_dose(policy.bands[drug.name], target)
        source = of_setting("bands", situation.defaults_used, situation.profile.id)
        inputs["looked_up_mg"] = plain(found.looked_up_mg)
        formula = f"band that holds {plain(found.looked_up_mg)} mg"
        if found.dose_mg is None:
            words = {"gap": "no band holds it", "step": "two bands hold it"}[found.problem or "gap"]
            return Rounded(None, step("band", "Band table", formula, inputs, words, source=source))
        return Rounded(found.dose_mg, step("band", "Band table", formula, inputs, found.dose_mg, "mg", source=source))
    mg_step = policy.dose_steps_mg.get(drug.name, policy.default_step_mg)
    key = "dose_steps_mg" if drug.name in policy.dose_steps_mg else "default_step_mg"
    dose = half_up(target, mg_step)
    inputs["step_mg"] = plain(mg_step)
    formula = f"{decimals(target, 2)} mg to the nearest {plain(mg_step)} mg, an exact half up"
    source = of_setting(
        key, situation.defaults_used, situation.profile.id, situation.profile.sources.get(f"policy.{key}", "")
    )
    done = step("rounding", "Rounding", formula, inputs, dose, "mg", source=source)
    return Rounded(dose if dose > 0 else None, done)


def _whole(mg: Decimal) -> bool:
    return mg == mg.to_integral_value()


def _per_cycle_step(drug: Drug, dose_mg: Decimal) -> ProofStep:
    """The cycle's total beside the day's dose, because one has been taken for the other (cisplatin)."""
    days = ", ".join(str(day) for day in drug.days)
    formula = f"{plain(dose_mg)} mg per day x {len(drug.days)} days (days {days})"
    inputs = {"dose_mg": plain(dose_mg), "days": days}
    return step("per_cycle", "Dose, per cycle", formula, inputs, dose_mg * len(drug.days), "mg")


def _infusion_step(drug: Drug, plan: InfusionPlan, dose_mg: Decimal, situation: Situation) -> ProofStep:
    assert drug.infusion is not None and plan.final_volume_ml is not None
    rules = drug.infusion
    words = {"nominal": "bag volume as labelled", "added": "bag volume + drug volume", "final": "final volume"}
    inputs = {"dose_mg": plain(dose_mg), "volume_ml": plain(plan.volume_ml), "convention": words[plan.convention]}
    if plan.drug_volume_ml is not None and rules.concentrate_mg_ml is not None:
        inputs["drug_volume_ml"] = f"{plain(plan.drug_volume_ml)} (at {plain(rules.concentrate_mg_ml)} mg/mL)"
    for name, limit in (("min_mg_ml", rules.min_mg_ml), ("max_mg_ml", rules.max_mg_ml)):
        if limit is not None:
            inputs[name] = plain(limit)
    formula = f"{plain(dose_mg)} mg / {decimals(plan.final_volume_ml, 2)} mL in {plan.diluent}, {plan.minutes} minutes"
    return step(
        "infusion", "Concentration", formula, inputs, plan.concentration_mg_ml, "mg/mL",
        decimals(plan.concentration_mg_ml, 3), citation(situation.regimen, rules.source),
    )  # fmt: skip


def _vial_step(vials: tuple[Vial, ...], waste: Decimal, dose_mg: Decimal, situation: Situation) -> ProofStep:
    total = sum((vial.size_mg * vial.count for vial in vials), Decimal(0))
    formula = " + ".join(f"{vial.count} x {plain(vial.size_mg)} mg" for vial in vials)
    left = "left for sharing" if situation.policy.share_vials else "waste"
    inputs = {"dose_mg": plain(dose_mg), "waste_mg": plain(waste)}
    title = f"Vials (least waste, then fewest; {left} {plain(waste)} mg)"
    return step("vials", title, formula, inputs, total, "mg")
