"""A cycle order for a person to read in a terminal."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from regimen.alerts import words
from regimen.body_size import FORMULAS
from regimen.expression import amount, oral_dose, quantity, signed_percent, uneven_dose
from regimen.numbers import as_typed, decimals, half_up, plain
from regimen.order import Alert, CycleOrder, DrugDose, TabletPlan
from regimen.proof import UNIT_OF_LEVEL, bsa_text, one_line
from regimen.supportive import WHERE, SupportiveOrder
from regimen.supportive_words import item_words

MOST_PLANS = 6  # of the list a person reads; the JSON answer has all


def as_text(order: CycleOrder, proof: bool = True) -> str:
    """The order with doses, tablets, vials, proof and alerts. `proof` False leaves the steps out."""
    parts = ["\n".join(_head(order))]
    parts += ["\n".join(_dose(dose, proof)) for dose in order.doses]
    parts += ["\n".join(_supportive(order))] if order.supportive or order.supportive_listed else []
    parts.append("\n".join(_alerts(order.alerts)))
    stops = sum(alert.severity == "stop" for alert in order.alerts)
    parts.append("Released: no stop is open." if order.released else f"Not released: {stops} to settle.")
    if order.defaults_used:
        parts.append(f"From the practice profile, as not given: {', '.join(order.defaults_used)}")
    return "\n\n".join(parts) + "\nThis is no signature.\n"


def _head(order: CycleOrder) -> Iterator[str]:
    yield f"{order.regimen_id} version {order.regimen_version} ({order.regimen_sha256[:12]})"
    day1 = order.day1.isoformat() if order.day1 else "not known"
    yield f"Practice {order.practice_id} ({order.practice_sha256[:12]}), cycle {order.cycle}, day 1 {day1}"
    title = FORMULAS[order.bsa.formula].title  # type: ignore[index]
    capped = f", capped to {plain(order.bsa.dosing_m2)} m²" if order.bsa.capped else ""
    kept = order.bsa.kept_weight_kg
    weight_kept = "" if kept is None else f", weight {as_typed(kept)} kg kept from the last doses by decision"
    yield f"BSA {bsa_text(order.bsa.m2)} m² ({title}){capped}{weight_kept}"
    if order.renal:
        weight = f"{order.renal.weight_used} weight {decimals(order.renal.weight_kg, 1)} kg"
        yield f"Creatinine clearance {decimals(order.renal.crcl_ml_min, 1)} mL/min (Cockcroft-Gault, {weight})"


def _dose(dose: DrugDose, proof: bool) -> Iterator[str]:
    first, last = dose.days[0], dose.days[-1]
    spread = len(dose.days) > 2 and last - first + 1 == len(dose.days)
    listed = " and ".join(str(day) for day in dose.days)
    days = f"days {first} to {last}" if spread else f"day{'s' if len(dose.days) > 1 else ''} {listed}"
    held = "  ON HOLD, not to be given" if dose.held else ""
    yield f"{dose.drug}  {'by mouth' if dose.route == 'po' else 'IV'}, {days}: {given(dose)}{held}"
    yield f"  {_level(dose)}; exact {_mg(dose.exact_mg)}{' per dose' if dose.doses_per_day > 1 else ''}"
    if dose.capped:
        yield "  capped: the BSA cap lowers this dose"
    if dose.infusion:
        bag = dose.infusion
        yield (
            f"  {amount(bag.volume_ml)} mL {bag.diluent}, {bag.minutes} minutes, "
            f"{decimals(bag.concentration_mg_ml, 3)} mg/mL"
        )
    if dose.vials:
        used = " + ".join(f"{vial.count} x {quantity(vial.size_mg, 'mg')}" for vial in dose.vials)
        yield f"  vials {used}, left over {plain(dose.waste_mg or Decimal(0))} mg"
    yield from _plans(dose)
    if proof:
        yield from (f"    {number}. {one_line(step)}" for number, step in enumerate(dose.proof, start=1))


def given(dose: DrugDose) -> str:
    """The dose as it is ordered; tablets with both amounts of a day."""
    if dose.dose_mg is None:
        return "no dose yet, a person must choose" if dose.plans else "no dose"
    if dose.route == "iv":
        return quantity(dose.dose_mg, "mg") + _variance(dose.variance_percent)
    plan = dose.plans[dose.chosen or 0]
    twice = dose.doses_per_day == 2
    said = uneven_dose(plan.am_mg, plan.pm_mg) if twice else oral_dose(plan.am_mg, dose.doses_per_day)
    return said + _variance(plan.variance_percent)


def _variance(percent: Decimal | None) -> str:
    return f" ({signed_percent(percent)})" if percent else ""


def _mg(value: Decimal) -> str:
    return quantity(half_up(value, Decimal("0.01")), "mg")


def _level(dose: DrugDose) -> str:
    unit = UNIT_OF_LEVEL[dose.per]
    effective = dose.effective_level if dose.effective_level is not None else dose.level
    said = quantity(effective or Decimal(0), unit)
    if dose.level is not None and effective != dose.level:
        said += f" of {quantity(dose.level, unit)}"
    percents = f"{decimals(dose.percent, 1)} % of the start"
    if dose.starting_percent != 100:
        percents += f", which is {decimals(dose.starting_percent, 1)} % of the regimen's level"
    return f"{said} ({percents})"


def _plans(dose: DrugDose) -> Iterator[str]:
    for index, plan in enumerate(dose.plans[:MOST_PLANS]):
        mark = "->" if index == dose.chosen else "  "
        marks = [word for word, on in (("label", plan.label_answer), ("outside limit", not plan.within_limit)) if on]
        said = f"  {mark} plan {index}: {_tablets(plan)} ({signed_percent(plan.variance_percent)})"
        supply = " + ".join(f"{count} x {plain(size)} mg" for size, count in _largest_first(plan.supply))
        yield f"{said}, {plan.tablets_per_day} a day, supply {supply}" + (f" [{', '.join(marks)}]" if marks else "")
    more = len(dose.plans) - MOST_PLANS
    if more > 0:
        yield f"     and {more} more plan{'' if more == 1 else 's'}"


def _largest_first(counts: Mapping[Decimal, int]) -> list[tuple[Decimal, int]]:
    return sorted(counts.items(), reverse=True)


def _tablets(plan: TabletPlan) -> str:
    am, pm = (
        " + ".join(f"{count} x {plain(size)} mg" for size, count in _largest_first(side)) for side in (plan.am, plan.pm)
    )
    if not pm:
        return f"{am} once daily"
    return f"{am} twice daily" if plan.am == plan.pm else f"{am} in the morning, {pm} in the evening"


def _supportive(order: CycleOrder) -> Iterator[str]:
    """Supportive care, clinic and home apart; what is only listed says so."""
    care = order.supportive or order.supportive_listed or SupportiveOrder()
    state = "ordered" if order.supportive is not None else "as the regimen lists it, not ordered"
    yield f"Supportive care, {state}"
    for where, title in zip(WHERE, ("given at the clinic", "taken at home"), strict=True):
        for one in care.at(where):
            why = f" [{one.reason}]" if one.reason else ""
            yield f"  {title}: {item_words(one.item).removesuffix(f', {where}')}{why}"
    for gone in care.left_out:
        yield f"  left out: {gone.name} ({gone.where}): {gone.reason}"


def _alerts(alerts: tuple[Alert, ...]) -> Iterator[str]:
    if not alerts:
        yield "No alerts."
    for alert in alerts:
        title, text = words(alert)
        source = f" [{alert.source}]" if alert.source else ""
        yield f"{alert.severity.upper():4}  {title} ({alert.code}): {text}{source}"
