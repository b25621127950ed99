"""Rounding, bags, tablets: whether the dose can be made as ordered."""

from collections.abc import Iterator

from regimen import library
from regimen.checks.finding import alert
from regimen.definition import Drug
from regimen.iv import rounded_dose
from regimen.numbers import decimals, percent_change, plain
from regimen.oral import label_dose
from regimen.order import Alert, DrugDose, InfusionPlan
from regimen.proof import citation
from regimen.reference import Diluent
from regimen.situation import Situation
from regimen.start_level import exact_dose


def rounding(situation: Situation) -> Iterator[Alert]:
    """A rounding that crosses the IV limit (unrounded, inclusive), or a rule that gives no dose."""
    limit = situation.policy.max_variance_iv_percent
    for drug in situation.drugs:
        if drug.route != "iv":
            continue
        exact, dose = exact_dose(drug, situation), situation.doses[drug.name]
        if dose.dose_mg is None:
            done = rounded_dose(drug, exact, situation).step
            why = done.result if done is not None and done.step == "band" else "the step is too coarse"
            yield alert("no-dose", "stop", drug.name, exact_mg=decimals(exact.target_mg, 2), why=why)
            continue
        off = percent_change(dose.dose_mg, exact.target_mg)
        if abs(off) > limit:
            yield alert(
                "variance-outside-limit", "stop", drug.name, variance_percent=decimals(off, 2),
                limit_percent=plain(limit), dose_mg=plain(dose.dose_mg), exact_mg=decimals(exact.target_mg, 2),
            )  # fmt: skip


def infusions(situation: Situation) -> Iterator[Alert]:
    """Concentration against the file's limits, diluent against what the drug forbids or needs."""
    for drug in situation.drugs:
        plan = situation.doses[drug.name].infusion
        if drug.infusion is None or plan is None:
            continue
        source = citation(situation.regimen, drug.infusion.source)
        if plan.status in ("below_min", "above_max"):
            code = "concentration-low" if plan.status == "below_min" else "concentration-high"
            least, most = drug.infusion.min_mg_ml, drug.infusion.max_mg_ml
            yield alert(
                code, drug.infusion.outside, drug.name, source,
                concentration_mg_ml=decimals(plan.concentration_mg_ml, 3), volume_ml=plain(plan.volume_ml),
                min_mg_ml="none" if least is None else plain(least),
                max_mg_ml="none" if most is None else plain(most),
            )  # fmt: skip
        yield from _diluent(drug, plan, source)


def _diluent(drug: Drug, plan: InfusionPlan, source: str) -> Iterator[Alert]:
    rules = drug.infusion
    assert rules is not None
    fluid = known_diluent(plan.diluent)
    if fluid is None:
        yield alert("diluent-unknown", "stop", drug.name, source, diluent=plan.diluent)
        return
    wrong = [f"it must not contain {part}" for part in rules.forbids if part in fluid.contains]
    wrong += [f"it must contain {part}" for part in rules.requires if part not in fluid.contains]
    if wrong:
        yield alert("diluent-forbidden", "stop", drug.name, source, diluent=plan.diluent, rule="; ".join(wrong))
    elif fluid.name not in rules.diluents:
        yield alert(
            "diluent-not-listed", "warn", drug.name, source, diluent=plan.diluent, listed=", ".join(rules.diluents)
        )


def known_diluent(name: str) -> Diluent | None:
    """A diluent by name or another spelling."""
    wanted = name.strip().casefold()
    for fluid in library.diluents():
        if wanted == fluid.name.casefold() or wanted in fluid.aliases:
            return fluid
    return None


def tablets(situation: Situation) -> Iterator[Alert]:
    """Tablets that tie, miss the limit or miss the label's own answer."""
    limit = plain(situation.policy.max_variance_oral_percent)
    for drug in situation.drugs:
        dose = situation.doses[drug.name]
        if dose.route == "po":
            yield from _label(drug, dose, situation)
            yield from _choice(dose, limit)


def _choice(dose: DrugDose, limit: str) -> Iterator[Alert]:
    if not dose.plans:
        return
    nearest = min(dose.plans, key=lambda plan: abs(plan.variance_percent))
    params = {"limit_percent": limit, "nearest_percent": decimals(nearest.variance_percent, 1)}
    if dose.chosen is not None:
        plan = dose.plans[dose.chosen]
        params["variance_percent"] = decimals(plan.variance_percent, 1)
        if plan.label_answer and not plan.within_limit:
            yield alert("label-rounding-variance", "note", dose.drug, params=params)
        elif not plan.within_limit:
            yield alert("tablets-outside-limit", "warn", dose.drug, params=params)
        return
    if dose.tie:
        plans = " or ".join(plain(plan.am_mg) for plan in dose.plans[:2])
        yield alert("tablets-tie", "stop", dose.drug, plans_mg=plans, params=params)
        return
    first = dose.plans[0]
    params["variance_percent"] = decimals(first.variance_percent, 1)
    if first.label_answer:
        yield alert("label-rounding-variance", "note", dose.drug, params=params)
        yield alert("choose-tablets", "stop", dose.drug, params=params)
    else:
        yield alert("tablets-outside-limit", "stop", dose.drug, params=params)


def _label(drug: Drug, dose: DrugDose, situation: Situation) -> Iterator[Alert]:
    exact = exact_dose(drug, situation)
    label = label_dose(drug, exact, situation)
    if label.problem:
        yield alert(
            "label-no-answer", "warn", drug.name, label.table.source if label.table else "", level=plain(exact.level),
            percent=decimals(exact.effective * 100 / exact.level, 1),
        )  # fmt: skip
    if label.last_row and label.table is not None:
        top = next((row.upto_m2 for row in reversed(label.table.rows) if row.upto_m2 is not None), None)
        yield alert(
            "eu-table-cap", "note", drug.name, label.table.source, bsa_m2=decimals(situation.bsa.dosing_m2, 4),
            limit_m2="" if top is None else plain(top),
        )  # fmt: skip
    if label.mg and not any(plan.label_answer for plan in dose.plans):
        amounts = " or ".join(plain(mg) for mg in label.mg)
        stock = ", ".join(plain(size) for size in situation.policy.tablets_mg)
        yield alert("label-dose-unreachable", "note", drug.name, label_mg=amounts, tablets_mg=stock)
