"""The second path: an order computed again in fractions, straight from the text of the files and the case.

It shares nothing with the dose engine but the values that go in and come out, and it looks at the files in its own
way, so that a mistake in a reader, a rounding or a tablet search cannot hide. The grid test holds the two against
each other; a second checker's blind entry is answered by this path.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from regimen.given import Case
from regimen.order import CycleOrder, DrugDose
from regimen.recheck_order import DrugAgain, OrderAgain, recheck
from regimen.recheck_tablets import check_plans

__all__ = ("Difference", "DrugAgain", "OrderAgain", "compare", "recheck")

# Engine numbers carry 34 digits; two such numbers multiplied still agree to far more than this.
_AGREE = Fraction(1, 10**28)


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the order and the second path do not agree.

    field   bsa.m2, oxaliplatin.dose_mg, capecitabine.plans[0].supply ...
    order   what the order says, as text; again: what the second path found, "" where it found no single value
    """

    field: str
    order: str
    again: str


def _text(value: Fraction | Decimal | None) -> str:
    """A number for a message: twelve decimals, nothing computed on it."""
    if value is None:
        return "none"
    exact = Fraction(value)
    if exact.denominator == 1:
        return str(exact.numerator)
    scaled = round(exact * 10**12)
    sign, digits = ("-" if scaled < 0 else ""), str(abs(scaled)).rjust(13, "0")
    return f"{sign}{digits[:-12]}.{digits[-12:]}".rstrip("0").rstrip(".")


def _number(field: str, order: Decimal | None, again: Fraction | None) -> Iterator[Difference]:
    if order is None or again is None:
        same = order is None and again is None
    else:
        same = abs(Fraction(order) - again) <= _AGREE * max(abs(again), Fraction(1))
    if not same:
        yield Difference(field, _text(order), _text(again))


def _vials(dose: DrugDose, again: DrugAgain) -> Iterator[Difference]:
    """Vials hold the dose, waste is what is left, and no other choice of vials would waste less."""
    if dose.dose_mg is None or not again.vial_sizes_mg:
        return
    drawn = sum((Fraction(vial.size_mg) * vial.count for vial in dose.vials), Fraction(0))
    sizes = again.vial_sizes_mg
    needed = Fraction(dose.dose_mg)
    sums = {Fraction(0)}
    while min(sums) < needed:  # every sum below the dose gets one more vial of each size, until all reach it
        sums = {held if held >= needed else held + size for held in sums for size in sizes}
    least = min(sums) - needed
    if not {Fraction(vial.size_mg) for vial in dose.vials} <= set(sizes):
        yield Difference(f"{dose.drug}.vials", ", ".join(_text(vial.size_mg) for vial in dose.vials), "")
    yield from _number(f"{dose.drug}.waste_mg", dose.waste_mg, least)
    yield from _number(f"{dose.drug}.vials", Decimal(0) if drawn - needed == least else None, Fraction(0))


def _drug(dose: DrugDose, again: DrugAgain, case: Case, order_again: OrderAgain) -> Iterator[Difference]:
    name = dose.drug
    yield from _number(f"{name}.exact_mg", dose.exact_mg, again.exact_mg)
    for field, one, other in (
        ("route", dose.route, again.route),
        ("days", str(dose.days), str(again.days)),
        ("doses_per_day", str(dose.doses_per_day), str(again.doses_per_day)),
    ):
        if one != other:
            yield Difference(f"{name}.{field}", one, other)
    if again.route == "po":
        wrong = check_plans(dose, again, order_again.policy, case.chosen_plan.get(name))
        yield from (Difference(f"{name}.{field}", "stated otherwise", "") for field in wrong)
        return
    yield from _number(f"{name}.dose_mg", dose.dose_mg, again.dose_mg)
    plan = dose.infusion
    yield from _number(f"{name}.volume_ml", plan.volume_ml if plan else None, again.volume_ml)
    yield from _number(
        f"{name}.concentration_mg_ml", plan.concentration_mg_ml if plan else None, again.concentration_mg_ml
    )
    if again.dose_mg is not None and again.exact_mg:
        variance = (again.dose_mg - again.exact_mg) * 100 / again.exact_mg
        yield from _number(f"{name}.variance_percent", dose.variance_percent, variance)
    yield from _vials(dose, again)


def compare(order: CycleOrder, again: OrderAgain, case: Case) -> tuple[Difference, ...]:
    """Every field in which an order and its second computation differ; empty when they agree everywhere.

    order  what the dose engine (or a stored snapshot) says
    again  `recheck` of the same texts and case
    """
    found = [
        *_number("bsa.m2", order.bsa.m2, again.bsa_m2),
        *_number("bsa.dosing_m2", order.bsa.dosing_m2, again.dosing_m2),
    ]
    found += _number("renal.crcl_ml_min", order.renal.crcl_ml_min if order.renal else None, again.crcl_ml_min)
    doses = {dose.drug: dose for dose in order.doses}
    for name in doses.keys() | again.drugs.keys():
        if name not in doses or name not in again.drugs:
            found.append(
                Difference(
                    name, "given" if name in doses else "not given", "given" if name in again.drugs else "not given"
                )
            )
            continue
        found += _drug(doses[name], again.drugs[name], case, again)
    return tuple(sorted(found, key=lambda difference: difference.field))
