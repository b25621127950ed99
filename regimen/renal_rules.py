"""Which renal rules of a regimen file speak for a patient's creatinine clearance."""

from collections.abc import Iterator
from decimal import Decimal

from regimen.definition import Drug, RenalRule
from regimen.numbers import plain
from regimen.situation import Situation
from regimen.start_level import tier_of


def holds(rule: RenalRule, crcl_ml_min: Decimal) -> bool:
    """Whether an unrounded clearance lies inside a rule's range."""
    if rule.from_ml_min is not None and crcl_ml_min < rule.from_ml_min:
        return False
    if rule.to_ml_min is not None and crcl_ml_min > rule.to_ml_min:
        return False
    return rule.below_ml_min is None or crcl_ml_min < rule.below_ml_min


def offered_rules(drug: Drug, situation: Situation) -> Iterator[RenalRule]:
    """The rules of the practice's set that concern the level this patient starts from."""
    tier = tier_of(drug, situation.case.basis.dosing_weight_kg, situation.profile.labels)
    level = tier.level if tier else drug.dose.level
    for rule in drug.renal:
        if situation.profile.renal_rules in rule.rule_sets and (not rule.at_levels or level in rule.at_levels):
            yield rule


def matching_rules(drug: Drug, situation: Situation) -> tuple[RenalRule, ...]:
    """The offered rules whose range holds the clearance; none without a clearance."""
    if situation.renal is None:
        return ()
    crcl = situation.renal.crcl_ml_min
    return tuple(rule for rule in offered_rules(drug, situation) if holds(rule, crcl))


def alert_code(rule: RenalRule) -> str:
    """The alert code of a rule's range: crcl-30-50, crcl-below-30, crcl-from-60."""
    upper = rule.to_ml_min if rule.to_ml_min is not None else rule.below_ml_min
    if rule.from_ml_min is None:
        return f"crcl-below-{plain(upper)}" if upper is not None else "crcl-any"
    return (
        f"crcl-{plain(rule.from_ml_min)}-{plain(upper)}"
        if upper is not None
        else f"crcl-from-{plain(rule.from_ml_min)}"
    )
