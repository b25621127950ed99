"""The tablets of a cycle as the records have them: planned, told, handed out, brought back. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from records.course_plan import files_of, order_value
from records.cycle_case import order_in_force
from records.tablets_returned import Question, Reconciliation, Tablets, TopUp, reconcile, top_up
from records.values import CourseRecord, HoldRecord, OrderRecord, SiteSettings, Workspace
from records.visit_values import Dispensed, DosesTold, VisitRecord
from treatment_calendar.course import Moment
from treatment_calendar.intake import intakes


@dataclass(frozen=True, slots=True)
class PlannedDose:
    """One dose of the tablets: when, and strength mg -> tablets."""

    at: Moment
    cycle_day: int
    tablets: Tablets


def tablets_cycle(visit: VisitRecord) -> int | None:
    """The cycle whose tablets a visit counts: as said, else the one before on day 1, else the visit's own."""
    entry = visit.entry
    if entry.tablets_cycle is not None:
        return entry.tablets_cycle
    if entry.cycle is None:
        return None
    return entry.cycle - 1 if entry.cycle_day == 1 else entry.cycle


def planned_doses(
    order: OrderRecord, course: CourseRecord, settings: SiteSettings, drug: str
) -> tuple[PlannedDose, ...]:
    """The doses of one oral drug as ordered, in order; none where no tablets were chosen."""
    ordered = next((dose for dose in order_value(order).doses if dose.drug == drug), None)
    if ordered is None or ordered.chosen is None:
        return ()
    files = files_of(course, settings)
    drugs = files.regimen.drugs_of(order.cycle, dict(course.entry.options))
    definition = next(one for one in drugs if one.name == drug)
    plan = ordered.plans[ordered.chosen]
    return tuple(
        PlannedDose(at, (at.date - order.day1).days + 1, plan.am if at.half == "am" else plan.pm)
        for at in intakes(definition, order.day1, files.policy.first_dose)
    )


def told_doses(doses: Sequence[PlannedDose], told: DosesTold | None, holds: Iterable[HoldRecord], drug: str) -> int:
    """How many doses the patient was told to take: as noted at the visit, else as the holds of the drug say."""
    if told is None:
        held = [hold for hold in holds if hold.drug == drug and not hold.withdrawn]
        return sum(not any(_covers(hold, dose.at) for hold in held) for dose in doses)
    half = "am" if told.last_part == "morning" else "pm"
    last = told.last_day
    until = [d for d in doses if last is None or (d.cycle_day, d.at.half) <= (last, half)]
    return max(len(until) - told.omitted, 0)


def _covers(hold: HoldRecord, at: Moment) -> bool:
    return hold.start <= at.date and (hold.stop or hold.end is None or at.date <= hold.end)


def handed_out(dispensed: Iterable[Dispensed], course: CourseRecord, cycle: int, drug: str) -> dict[Decimal, int]:
    """Strength mg -> tablets handed out for a cycle, leftovers used again among them."""
    total: dict[Decimal, int] = {}
    for one in dispensed:
        entry = one.entry
        if one.course_id == course.id and not one.withdrawn and (entry.cycle, entry.drug) == (cycle, drug):
            total[entry.strength_mg] = total.get(entry.strength_mg, 0) + entry.tablets
    return total


def reconciliation_of(
    space: Workspace, course: CourseRecord, settings: SiteSettings, visit: VisitRecord, drug: str = "capecitabine"
) -> Reconciliation | None:
    """The tablets a visit counted against the cycle they belong to.

    None where nothing was counted or the cycle has no signed order with tablets of the drug. Where nothing is recorded
    as handed out, the supply of the order stands in, and a question says so.
    """
    cycle, returned = tablets_cycle(visit), visit.entry.tablets_returned
    order = order_in_force(space.orders, course, cycle) if cycle is not None else None
    if not returned or order is None or cycle is None:
        return None
    doses = planned_doses(order, course, settings, drug)
    if not doses:
        return None
    holds = [hold for hold in space.holds if hold.course_id == course.id]
    told = told_doses(doses, visit.entry.doses_told, holds, drug)
    given = handed_out(space.dispensed, course, cycle, drug)
    found = reconcile([dose.tablets for dose in doses], told, given or supply_of(doses), returned)
    if given:
        return found
    words = f"No tablets are recorded as handed out for cycle {cycle}; the supply of the order is assumed. Is that so?"
    return replace(found, questions=(Question("supply-assumed", words), *found.questions))


def supply_of(doses: Iterable[PlannedDose]) -> dict[Decimal, int]:
    """Strength mg -> tablets of all doses."""
    total: dict[Decimal, int] = {}
    for dose in doses:
        for strength, count in dose.tablets.items():
            total[strength] = total.get(strength, 0) + count
    return total


def returns_by_cycle(space: Workspace, course: CourseRecord) -> Mapping[int, VisitRecord]:
    """Cycle -> the last visit that counted its tablets."""
    counted = [visit for visit in space.visits if visit.course_id == course.id and visit.entry.tablets_returned]
    found = ((tablets_cycle(visit), visit) for visit in sorted(counted, key=lambda visit: visit.entry.on))
    return {cycle: visit for cycle, visit in found if cycle is not None}


def top_up_for(
    space: Workspace,
    course: CourseRecord,
    settings: SiteSettings,
    visit: VisitRecord,
    cycle: int,
    drug: str = "capecitabine",
) -> tuple[TopUp, ...]:
    """What the signed order of a cycle needs and what a visit counted of it: a proposal for a pharmacist to decide."""
    order = order_in_force(space.orders, course, cycle)
    doses = planned_doses(order, course, settings, drug) if order is not None else ()
    return top_up(supply_of(doses), visit.entry.tablets_returned)
