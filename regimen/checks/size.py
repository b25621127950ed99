"""Height, weight, body surface: old, changed, questioned, capped."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from regimen.alerts import VARIANT
from regimen.checks.finding import alert
from regimen.definition import Drug
from regimen.given import Basis
from regimen.numbers import as_typed, decimals, percent_change, plain
from regimen.order import Alert
from regimen.plausibility import check_case
from regimen.situation import Situation, body_size, planned_levels
from regimen.start_level import exact_dose


def questions(situation: Situation) -> Iterator[Alert]:
    """Values that can be true but are unusual, until a person has confirmed them."""
    case = situation.case
    levels = planned_levels(situation.regimen, case)
    for found in check_case(case, None, levels, height_change_cm=situation.policy.height_change_cm):
        if not found.hard and not found.confirmed:
            yield alert(
                "confirm-value", "stop", field=found.field, confirm=found.confirm_key, message=found.message,
                looks_like=found.looks_like,
            )  # fmt: skip


def weight_age(situation: Situation) -> Iterator[Alert]:
    """A weight older than the site's limit, or without a date."""
    measured, day1 = situation.case.basis.weight_date, situation.case.day1
    if measured is None:
        yield alert("weight-undated", "warn")
        return
    days, limit = (day1 - measured).days, situation.policy.weight_valid_days
    if days > limit:
        yield alert("weight-stale", "stop", date=measured.isoformat(), days=str(days), limit_days=str(limit))


def weight_change(situation: Situation) -> Iterator[Alert]:
    """Weight, and every exact dose, against the measurement the current dose was computed on.

    A weight kept by decision leaves the warning and says so: the measured figures stay in sight.
    """
    before = before_now(situation)
    if before is None:
        return
    measured = _on_measured(situation)
    policy, basis, was = situation.policy, situation.case.basis, before.case.basis.weight_kg
    change = percent_change(basis.weight_kg, was)
    kept = basis.kept_weight_kg is not None and change != 0
    limits = {
        "weight_limit_percent": plain(policy.weight_change_percent),
        "dose_limit_percent": plain(policy.dose_change_percent),
    }
    old = {drug.name: exact_dose(drug, before).exact_mg for drug in situation.drugs}
    if kept or abs(change) >= policy.weight_change_percent:
        would = {drug.name: exact_dose(drug, measured).exact_mg for drug in situation.drugs}
        told = "; ".join(f"{name} {_change(old[name], mg)}" for name, mg in would.items() if old[name] != mg)
        variant = {VARIANT: "kept", "kept_kg": as_typed(was)} if kept else {}
        yield alert(
            "weight-change", "warn", before_kg=as_typed(was), now_kg=as_typed(basis.weight_kg),
            change_percent=_signed(change), doses=told or "unchanged", params={**limits, **variant},
            bsa_change_percent=_signed(percent_change(measured.bsa.m2, before.bsa.m2)), date=_measured_on(basis),
        )  # fmt: skip
    for drug in situation.drugs:
        new = exact_dose(drug, situation).exact_mg  # on a kept weight only the height can change it
        off = percent_change(new, old[drug.name])
        if abs(off) >= policy.dose_change_percent:
            yield alert(
                "dose-change", "warn", drug.name, before_mg=decimals(old[drug.name], 1), now_mg=decimals(new, 1),
                change_percent=_signed(off), weight_change_percent=_signed(change), given=_given(drug, situation),
                params=limits,
            )  # fmt: skip


def _change(old: Decimal, new: Decimal) -> str:
    return f"{decimals(old, 1)} to {decimals(new, 1)} mg ({_signed(percent_change(new, old))} %)"


def _measured_on(basis: Basis) -> str:
    return basis.weight_date.isoformat() if basis.weight_date else "a day not given"


def _on_measured(situation: Situation) -> Situation:
    """The same order on the measured weight, whatever weight was kept."""
    if situation.case.basis.kept_weight_kg is None:
        return situation
    case = replace(situation.case, basis=replace(situation.case.basis, kept_weight_kg=None))
    return replace(situation, case=case, bsa=body_size(case, situation.policy))


def before_now(situation: Situation) -> Situation | None:
    """The same decisions on the size the current dose was computed on; None when that is not known."""
    last, case = situation.case.previous, situation.case
    if last is None or (last.weight_kg is None and last.height_cm is None):
        return None
    basis = replace(
        case.basis, weight_kg=last.weight_kg or case.basis.weight_kg, height_cm=last.height_cm or case.basis.height_cm,
        kept_weight_kg=None,
    )  # fmt: skip
    earlier = replace(case, basis=basis)
    return replace(situation, case=earlier, bsa=body_size(earlier, situation.policy))


def _given(drug: Drug, situation: Situation) -> str:
    """What was given and would be given now, "210 to 200 mg (-4.76 %)"."""
    last, dose = situation.case.previous, situation.doses.get(drug.name)
    was = last.doses_mg.get(drug.name) if last else None
    now = dose.dose_mg if dose else None
    if not was or now is None:
        return "not known"
    return f"{plain(was)} to {plain(now)} mg ({_signed(percent_change(now, was))} %)"


def _signed(percent: Decimal) -> str:
    return ("+" if percent > 0 else "") + decimals(percent, 1)


def exact_change(situation: Situation) -> Iterator[Alert]:
    """The exact dose against the last one where the size it came from is not known and nobody changed the percent."""
    case, last = situation.case, situation.case.previous
    if last is None or before_now(situation) is not None:
        return
    for drug in situation.drugs:
        old = last.exact_mg.get(drug.name)
        decided = drug.name in case.dose_percent or drug.name in case.dose_level or drug.name in case.starting_percent
        if not old or decided:
            continue
        off = percent_change(situation.doses[drug.name].exact_mg, old)
        if abs(off) >= situation.policy.dose_change_percent:
            yield alert(
                "dose-change", "warn", drug.name, before_mg=decimals(old, 1),
                now_mg=decimals(situation.doses[drug.name].exact_mg, 1), change_percent=_signed(off),
                weight_change_percent="not known", given=_given(drug, situation),
                weight_limit_percent=plain(situation.policy.weight_change_percent),
                dose_limit_percent=plain(situation.policy.dose_change_percent),
            )  # fmt: skip


def cap(situation: Situation) -> Iterator[Alert]:
    """A BSA cap that is switched on and changes this order: both areas, and who set it."""
    if not situation.bsa.capped:
        return
    if situation.case.policy.get("bsa_cap_m2") is not None:
        set_by = "this order"
    elif "policy.bsa_cap_m2" in situation.defaults_used:
        set_by = f"practice profile {situation.profile.id}"
    else:
        set_by = "the site's settings"
    capped = [dose for dose in situation.doses.values() if dose.capped]
    yield alert(
        "bsa-capped", "warn", bsa_m2=decimals(situation.bsa.m2, 4), cap_m2=plain(situation.bsa.dosing_m2),
        set_by=set_by, drugs=", ".join(dose.drug for dose in capped),
        difference_percent=_signed(percent_change(situation.bsa.dosing_m2, situation.bsa.m2)),
    )  # fmt: skip
