"""Creatinine and what the clearance means for each drug."""

from collections.abc import Iterator
from decimal import Decimal

from regimen.alerts import is_listed
from regimen.analytes import analyte, converted
from regimen.checks.finding import alert
from regimen.checks.labs import given_labs
from regimen.definition import Drug, RenalRule
from regimen.numbers import HUNDRED, as_typed, decimals, plain
from regimen.order import Alert
from regimen.proof import citation
from regimen.renal_rules import alert_code, holds, matching_rules, offered_rules
from regimen.situation import Situation


def creatinine(situation: Situation) -> Iterator[Alert]:
    """Creatinine missing where this cycle asks for it; its age is looked at with the other blood tests."""
    case = situation.case
    if case.basis.creatinine is None and "creatinine" in situation.regimen.asks_of(case.cycle):
        yield alert("creatinine-missing", "stop")
    yield from _two_values(situation)


def _two_values(situation: Situation) -> Iterator[Alert]:
    """Creatinine stands in the basis and among the labs with two values: the clearance uses the basis alone."""
    basis, lab = situation.case.basis.creatinine, given_labs(situation).get("creatinine")
    if basis is None or lab is None:
        return
    found = analyte("creatinine")
    if converted(found, basis.value, basis.unit) != converted(found, lab.value, lab.unit):
        yield alert(
            "creatinine-two-values", "stop", used=f"{as_typed(basis.value)} {basis.unit}",
            other=f"{as_typed(lab.value)} {lab.unit}",
        )  # fmt: skip


def renal_rules(situation: Situation) -> Iterator[Alert]:
    """The rules of the practice's set whose range holds the clearance; a rule proposes, a person decides."""
    if situation.renal is None:
        return
    for drug in situation.drugs:
        for rule in matching_rules(drug, situation):
            if rule.action != "none":
                yield _of_rule(rule, drug, situation)


def _of_rule(rule: RenalRule, drug: Drug, situation: Situation) -> Alert:
    assert situation.renal is not None
    case = situation.case
    code = alert_code(rule) + ("-ask" if rule.action == "ask" else "")
    code = code if is_listed(code) else f"crcl-{rule.action}"
    percent = rule.percent or HUNDRED
    if rule.action == "reduce":
        severity = "note" if of_level(drug, situation) <= percent else "warn"
    elif rule.action == "ask":
        decided = any(drug.name in given for given in (case.starting_percent, case.dose_percent, case.dose_level))
        severity = "warn" if decided else "stop"
    else:
        severity = "stop"
    return alert(
        code, severity, drug.name, citation(situation.regimen, rule.source),  # type: ignore[arg-type]
        rule.percent if rule.action == "reduce" else None,
        crcl_ml_min=decimals(situation.renal.crcl_ml_min, 1), weight_used=situation.renal.weight_used, note=rule.note,
        percent=plain(percent), now_percent=decimals(of_level(drug, situation), 1), range=range_text(rule),
    )  # fmt: skip


def of_level(drug: Drug, situation: Situation) -> Decimal:
    """What is given now in percent of the file's level, every reduction counted."""
    dose = situation.doses[drug.name]
    if dose.effective_level is None or not dose.level:
        return HUNDRED
    return dose.effective_level * HUNDRED / dose.level


def range_text(rule: RenalRule) -> str:
    """The range of a rule in words, mL/min."""
    upper = rule.to_ml_min if rule.to_ml_min is not None else rule.below_ml_min
    word = "to" if rule.to_ml_min is not None else "to below"
    if rule.from_ml_min is None:
        return f"{'up to' if rule.to_ml_min is not None else 'below'} {plain(upper)}" if upper is not None else "any"
    return (
        f"{plain(rule.from_ml_min)} {word} {plain(upper)}" if upper is not None else f"from {plain(rule.from_ml_min)}"
    )


def near_limit(situation: Situation) -> Iterator[Alert]:
    """A clearance within the policy's distance of a limit that decides something."""
    if situation.renal is None:
        return
    crcl, near = situation.renal.crcl_ml_min, situation.policy.near_crcl_ml_min
    for limit, drugs in sorted(_limits(situation).items()):
        if abs(crcl - limit) <= near:
            yield alert(
                "crcl-near-limit", "note", crcl_ml_min=decimals(crcl, 2), limit_ml_min=plain(limit),
                near_ml_min=plain(near), drugs=", ".join(drugs),
            )  # fmt: skip


def other_weights(situation: Situation) -> Iterator[Alert]:
    """Another accepted weight with which other rules would speak."""
    if situation.renal is None:
        return
    renal = situation.renal
    for name, crcl in renal.others.items():
        changed = []
        for drug in situation.drugs:
            rules = [rule for rule in offered_rules(drug, situation) if rule.action != "none"]
            if any(holds(rule, crcl) != holds(rule, renal.crcl_ml_min) for rule in rules):
                changed.append(drug.name)
        if changed:
            yield alert(
                "crcl-weight-crosses", "note", weight_used=renal.weight_used, other_weight=name,
                crcl_ml_min=decimals(renal.crcl_ml_min, 1), other_crcl_ml_min=decimals(crcl, 1),
                drugs=", ".join(changed),
            )  # fmt: skip


def _limits(situation: Situation) -> dict[Decimal, list[str]]:
    """Limit in mL/min -> the drugs whose rules use it."""
    found: dict[Decimal, list[str]] = {}
    for drug in situation.drugs:
        for rule in offered_rules(drug, situation):
            for limit in (rule.from_ml_min, rule.to_ml_min, rule.below_ml_min):
                if rule.action != "none" and limit is not None and drug.name not in found.setdefault(limit, []):
                    found[limit].append(drug.name)
    return {limit: drugs for limit, drugs in found.items() if drugs}
