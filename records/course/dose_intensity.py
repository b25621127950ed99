"""Relative dose intensity of each drug: what was given against what the regimen plans. Pure.

Source: Hryniuk and Bush, J Clin Oncol 1984;2:1281: dose intensity is the dose per m2 (or per kg, or flat) and week;
relative, it is the intensity given over the intensity planned. Time runs from the first day 1 to the end of the last
cycle given, so that a delay lowers it as a lower dose does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from records.course.course_plan import cycle_days_of, order_value
from records.course.cycle_case import NotGiven, not_given_of
from records.course.cycle_tablets import needed, reconciliation_of, returns_by_cycle
from records.course.given_at_chair import GivenMg, given_mg_of, total_mg
from records.values.core import CourseRecord, OrderRecord, SiteSettings, Workspace
from regimen.numbers import exact_arithmetic
from regimen.order import DrugDose

HUNDRED = Decimal(100)
WEEK = Decimal(7)


@dataclass(frozen=True, slots=True)
class GivenCycle:
    """What one cycle gave of one drug, in the drug's own unit (mg/m2, mg/kg or mg).

    planned  level of the regimen times doses and days, nothing reduced; given: what was given or taken
    """

    cycle: int
    day1: date
    planned: Decimal
    given: Decimal


@dataclass(frozen=True, slots=True)
class Intensity:
    """Planned against given over the cycles given so far.

    planned_total, given_total  in the drug's own unit; planned_days, days: as planned, and as it took
    relative_percent  of the planned intensity, unrounded; dose_percent: of the planned total, whatever time it took
    assumed  cycles of tablets whose returns nobody counted: taken as told, with holds and restarts
    """

    drug: str
    cycles: int
    planned_total: Decimal
    given_total: Decimal
    planned_days: int
    days: int
    relative_percent: Decimal
    dose_percent: Decimal
    assumed: tuple[int, ...] = ()

    @property
    def planned_per_week(self) -> Decimal:
        return self.planned_total * WEEK / self.planned_days

    @property
    def given_per_week(self) -> Decimal:
        return self.given_total * WEEK / self.days


@exact_arithmetic()
def intensity(
    drug: str, cycles: Sequence[GivenCycle], cycle_days: Mapping[int, int], assumed: Iterable[int] = ()
) -> Intensity | None:
    """Relative dose intensity of one drug over the cycles given; None where nothing was planned.

    cycle_days  cycle -> its planned length in days
    """
    ordered = sorted(cycles, key=lambda one: one.cycle)
    planned = sum((one.planned for one in ordered), Decimal(0))
    if not planned:
        return None
    given = sum((one.given for one in ordered), Decimal(0))
    last = ordered[-1]
    planned_days = sum(cycle_days[one.cycle] for one in ordered)
    end = last.day1 + timedelta(days=cycle_days[last.cycle])
    days = (end - ordered[0].day1).days
    relative = HUNDRED * given * planned_days / (planned * days)
    return Intensity(
        drug, len(ordered), planned, given, planned_days, days, relative, HUNDRED * given / planned, tuple(assumed)
    )


@dataclass(frozen=True, slots=True)
class DrugGiven:
    """What the cycles given so far gave of one drug.

    assumed    cycles of tablets whose returns nobody counted: taken as told, held doses left out, restarts counted
    delivered  cycle -> percent of the planned tablets that were taken, where somebody counted
    """

    drug: str
    cycles: tuple[GivenCycle, ...]
    assumed: tuple[int, ...]
    delivered: Mapping[int, Decimal]


@exact_arithmetic()
def given_of(space: Workspace, course: CourseRecord, settings: SiteSettings) -> tuple[DrugGiven, ...]:
    """Every drug of the cycles given here. A drug held for a whole cycle counts as planned and not given."""
    returns, held = returns_by_cycle(space, course), not_given_of(space, course)
    signed = given_mg_of(space.administrations, course)
    by_drug: dict[str, list[GivenCycle]] = {}
    assumed: dict[str, list[int]] = {}
    delivered: dict[str, dict[int, Decimal]] = {}
    for record in orders_given(space, course):
        order = order_value(record)
        day1 = record.given_on or record.day1
        for dose in order.doses:
            if dose.level is None:
                continue
            times = Decimal(len(dose.days) * dose.doses_per_day)
            total = _given(dose, record, held, signed, order.bsa.dosing_m2)
            visit = returns.get(record.cycle)
            found = reconciliation_of(space, course, settings, visit, dose.drug) if visit and dose.plans else None
            if found is not None and found.delivered_percent is not None:
                total = total * found.delivered_percent / HUNDRED
                delivered.setdefault(dose.drug, {})[record.cycle] = found.delivered_percent
            elif dose.plans:
                assumed.setdefault(dose.drug, []).append(record.cycle)
                told_mg = _mg(needed(space, course, settings, record, dose.drug))
                total = told_mg / order.bsa.dosing_m2 if dose.per == "m2" else told_mg
            by_drug.setdefault(dose.drug, []).append(GivenCycle(record.cycle, day1, dose.level * times, total))
    return tuple(
        DrugGiven(drug, tuple(cycles), tuple(assumed.get(drug, ())), delivered.get(drug, {}))
        for drug, cycles in by_drug.items()
    )


def orders_given(space: Workspace, course: CourseRecord) -> tuple[OrderRecord, ...]:
    """The orders of a course that were given, by cycle."""
    own = (order for order in space.orders if order.course_id == course.id and order.state == "given")
    return tuple(sorted(own, key=lambda order: order.cycle))


def intensities_of(space: Workspace, course: CourseRecord, settings: SiteSettings) -> tuple[Intensity, ...]:
    """Every drug of the cycles given here."""
    given = orders_given(space, course)
    cycle_days = {record.cycle: cycle_days_of(course, record.cycle, settings) for record in given}
    found = (intensity(one.drug, one.cycles, cycle_days, one.assumed) for one in given_of(space, course, settings))
    return tuple(one for one in found if one is not None)


def _mg(tablets: Mapping[Decimal, int]) -> Decimal:
    return sum((strength * count for strength, count in tablets.items()), Decimal(0))


def _given(dose: DrugDose, record: OrderRecord, held: NotGiven, signed: GivenMg, dosing_m2: Decimal) -> Decimal:
    """What was given in a cycle in the drug's own unit: mg over the surface the order was computed on.

    Infusions as signed for at the chair, else as ordered, by the holds and stops in force, as the total over the course
    counts them; tablets as ordered, a count of what came back lowers them afterwards.
    """
    if dose.dose_mg is None:
        return Decimal(0)
    if dose.route == "iv":
        mg = total_mg(
            dose, record.cycle, signed, lambda day: held(dose.drug, record.day1 + timedelta(days=day - 1))
        )  # fmt: skip
    else:
        tablets = dose.plans[dose.chosen] if dose.chosen is not None else None
        days = 0 if dose.held else len(dose.days)
        mg = (tablets.daily_mg if tablets is not None else dose.dose_mg * dose.doses_per_day) * days
    if dose.per == "m2":
        return mg / dosing_m2
    if dose.per == "kg" and dose.effective_level is not None and dose.exact_mg:
        return dose.effective_level * mg / dose.exact_mg  # the exact dose is the level times the weight
    return mg
