"""How an IV dose is made up: diluent, bag, concentration by the named convention, minutes."""

from decimal import Decimal
from typing import Literal

from regimen.definition import Drug, Infusion, VolumeRule
from regimen.order import InfusionPlan
from regimen.practice import Policy

Status = Literal["ok", "below_min", "above_max", "no_limits"]


def plan_infusion(drug: Drug, rules: Infusion, dose_mg: Decimal, policy: Policy, first_time: bool) -> InfusionPlan:
    """The bag for one dose.

    dose_mg     mg
    first_time  the drug's first infusion, which may run longer
    """
    volume = policy.volumes_ml.get(drug.name) or volume_for(rules.volumes, dose_mg)
    added = dose_mg / rules.concentrate_mg_ml if rules.concentrate_mg_ml else None
    final = {"nominal": volume, "final": volume, "added": volume + (added or Decimal(0))}[rules.convention]
    concentration = dose_mg / final
    return InfusionPlan(
        diluent=policy.diluents.get(drug.name) or (rules.diluents[0] if rules.diluents else ""),
        volume_ml=volume,
        concentration_mg_ml=concentration,
        minutes=rules.minutes_first if first_time else rules.minutes_later,
        convention=rules.convention,
        drug_volume_ml=added,
        final_volume_ml=final,
        status=concentration_status(concentration, rules.min_mg_ml, rules.max_mg_ml),
        note=rules.note,
    )


def volume_for(rules: tuple[VolumeRule, ...], dose_mg: Decimal) -> Decimal:
    """The bag volume in mL for a dose; each row's `up_to_mg` still belongs to it, the last row is open."""
    for rule in rules:
        if rule.up_to_mg is None or dose_mg <= rule.up_to_mg:
            return rule.volume_ml
    return rules[-1].volume_ml


def concentration_status(mg_ml: Decimal, least: Decimal | None, most: Decimal | None) -> Status:
    """Where an unrounded concentration lies; the limits themselves are inside."""
    if least is not None and mg_ml < least:
        return "below_min"
    if most is not None and mg_ml > most:
        return "above_max"
    return "no_limits" if least is None and most is None else "ok"
