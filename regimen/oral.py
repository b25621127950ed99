"""The dose of an oral drug: tablet plans, the label's own rounding, the choice."""

from decimal import Decimal

from regimen.definition import Drug
from regimen.errors import refuse
from regimen.label_rounding import SOURCE_US, LabelDose, from_table, nearest_150
from regimen.numbers import HUNDRED, decimals, plain
from regimen.order import DrugDose, ProofStep, TabletPlan
from regimen.proof import citation, of_setting, renal_step, step, variance_step
from regimen.renal_rules import matching_rules
from regimen.situation import Situation
from regimen.start_level import ExactDose, exact_dose
from regimen.tablets import TabletTask, preselected, tablet_plans


def oral_dose(drug: Drug, situation: Situation, before: tuple[ProofStep, ...], held: bool) -> DrugDose:
    """One oral drug for one cycle.

    before  steps that stand before the dose's own: BSA
    raises  Refused when the chosen plan does not exist
    """
    exact = exact_dose(drug, situation)
    label = label_dose(drug, exact, situation)
    plans, tie = tablet_plans(tablet_task(drug, exact, label, situation))
    chosen = situation.case.chosen_plan.get(drug.name, preselected(plans, tie))
    if chosen is not None and chosen >= len(plans):
        raise refuse(
            f"chosen_plan.{drug.name}", f"There is no tablet plan {chosen}; plans 0 to {len(plans) - 1} exist."
        )
    plan = None if chosen is None else plans[chosen]
    steps = [
        *before,
        *exact.steps,
        _per_day_step(drug, exact),
        *_label_steps(label, exact, situation),
        *_tablet_steps(drug, exact.exact_mg, plans, plan, tie, situation),
    ]
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
        dose_mg=plan.am_mg if plan else None,
        variance_percent=plan.variance_percent if plan else None,
        capped=exact.target_mg != exact.exact_mg,
        infusion=None,
        vials=(),
        waste_mg=None,
        plans=plans,
        chosen=chosen,
        tie=tie,
        cold_days=drug.cold_days,
        proof=tuple(steps),
        effective_level=exact.effective,
        dose_level=situation.case.dose_level.get(drug.name),
        held=held,
    )


def label_dose(drug: Drug, exact: ExactDose, situation: Situation) -> LabelDose:
    """What the label's rounding named in the policy answers; nothing for drugs other than fluoropyrimidines."""
    if drug.role != "fluoropyrimidine" or situation.policy.capecitabine_rounding == "nearest_plan":
        return LabelDose()
    if situation.policy.capecitabine_rounding == "us_150":
        return nearest_150(exact.target_mg)
    of_start = exact.effective * HUNDRED / exact.level
    return from_table(situation.tables, exact.level, of_start, situation.bsa.dosing_m2)


def tablet_task(drug: Drug, exact: ExactDose, label: LabelDose, situation: Situation) -> TabletTask:
    """The task for the tablet planner."""
    policy = situation.policy
    return TabletTask(
        exact_mg=exact.exact_mg,
        target_mg=exact.target_mg,
        label_mg=label.mg,
        strengths_mg=policy.tablets_mg,
        days=len(drug.days),
        doses_per_day=drug.doses_per_day,
        limit_percent=policy.max_variance_oral_percent,
        unequal=policy.unequal_am_pm,
        unequal_most_mg=policy.unequal_most_mg,
        packs=policy.tablet_packs,
    )


def _per_day_step(drug: Drug, exact: ExactDose) -> ProofStep:
    per_day = exact.exact_mg * drug.doses_per_day
    formula = f"{decimals(exact.exact_mg, 2)} mg per dose x {drug.doses_per_day} doses"
    inputs = {"per_dose_mg": plain(exact.exact_mg), "doses_per_day": str(drug.doses_per_day)}
    return step("exact_per_day", "Exact dose, per day", formula, inputs, per_day, "mg", decimals(per_day, 2))


def _label_steps(label: LabelDose, exact: ExactDose, situation: Situation) -> list[ProofStep]:
    rounding = situation.policy.capecitabine_rounding
    if not label.mg and not label.problem:
        return []
    if rounding == "us_150":
        either = " or ".join(plain(mg) for mg in label.mg)
        formula = f"{decimals(exact.target_mg, 2)} mg to the nearest 150 mg"
        if len(label.mg) > 1:
            formula += "; an exact half, the label does not say which"
        return [
            step(
                "rounding",
                "Label rounding",
                formula,
                {"exact_mg": plain(exact.target_mg)},
                either,
                "mg",
                source=SOURCE_US,
            )
        ]
    if label.table is None:
        words = f"no table for a start of {plain(exact.level)} mg/m2"
        return [step("rounding", "Label table", "", {"level": plain(exact.level)}, words)]
    assert label.looked_up_m2 is not None
    inputs = {
        "bsa_m2": plain(situation.bsa.dosing_m2),
        "looked_up_m2": f"{label.looked_up_m2} (half up to two decimals)",
        "percent_of_level": plain(exact.effective * HUNDRED / exact.level),
    }
    formula = f"table {label.table.id}, row {label.row}, BSA taken as {label.looked_up_m2} m2"
    if not label.mg:
        return [
            step("rounding", "Label table", formula, inputs, "no column for this percent", source=label.table.source)
        ]
    return [step("rounding", "Label table", formula, inputs, label.mg[0], "mg", source=label.table.source)]


def _tablet_steps(
    drug: Drug,
    exact_mg: Decimal,
    plans: tuple[TabletPlan, ...],
    plan: TabletPlan | None,
    tie: bool,
    situation: Situation,
) -> list[ProofStep]:
    policy = situation.policy
    inputs = {
        "tablets_mg": ", ".join(plain(size) for size in policy.tablets_mg),
        "max_variance_percent": plain(policy.max_variance_oral_percent),
    }
    source = of_setting(
        "tablets_mg",
        situation.defaults_used,
        situation.profile.id,
        situation.profile.sources.get("policy.tablets_mg", ""),
    )
    if plan is None:
        why = "two plans are equally good" if tie else "no plan that leads is inside the limit"
        words = f"{len(plans)} plans, none preselected: {why}"
        return [step("tablets", "Tablets", "", inputs, words, source=source)]
    parts = [f"morning {counts(plan.am)}"] + ([f"evening {counts(plan.pm)}"] if plan.pm else [])
    chosen = step("tablets", "Tablets, per day", ", ".join(parts), inputs, plan.daily_mg, "mg", source=source)
    supply = ", ".join(f"{count} x {plain(size)} mg" for size, count in plan.supply.items())
    days = f"{len(drug.days)} days x {plan.tablets_per_day} tablets"
    total = sum(plan.supply.values())
    off = variance_step(plan.daily_mg, exact_mg * drug.doses_per_day)
    return [chosen, off, step("supply", "Tablets for the cycle", f"{days}: {supply}", {}, Decimal(total), "tablets")]


def counts(tablets: object) -> str:
    """Tablets of one time of day in words: 3 x 500 mg + 1 x 150 mg."""
    assert isinstance(tablets, dict)
    ordered = sorted(tablets.items(), reverse=True)
    return " + ".join(f"{count} x {plain(size)} mg" for size, count in ordered) or "none"


def renal_steps(drug: Drug, situation: Situation) -> list[ProofStep]:
    """Clearance and what the file's rule of this practice says about it, for drugs with a renal rule."""
    if situation.renal is None or not drug.renal:
        return []
    renal = situation.renal
    steps = [renal_step(situation.case, renal, situation.age_y, situation.policy)]
    for rule in matching_rules(drug, situation):
        words = {
            "reduce": f"{plain(rule.percent or HUNDRED)} % proposed, not applied by itself",
            "stop": "not to be given",
            "ask": "a person decides",
            "none": "no change",
        }[rule.action]
        inputs = {"crcl_ml_min": plain(renal.crcl_ml_min), "rule_set": situation.profile.renal_rules}
        source = citation(situation.regimen, rule.source)
        steps.append(step("renal_rule", f"Renal rule {rule.id}", "", inputs, words, source=source))
    return steps
