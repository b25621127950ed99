"""The tablets of a cycle as the records have them: planned, told, handed out, brought back. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from records.course.course_plan import files_of, order_value
from records.course.cycle_case import order_in_force
from records.course.restarts_in_force import restart_value, restarts_of, tablets_from
from records.course.tablets_returned import Question, Reconciliation, Tablets, TopUp, reconcile, top_up
from records.course.versions import course_at
from records.values.core import CourseRecord, HoldRecord, OrderRecord, SiteSettings, Workspace
from records.values.restarts import RestartRecord
from records.values.visits import Dispensed, DosesTold, VisitRecord
from regimen.given import EVERYTHING, Hold
from regimen.holding import takes_away
from treatment_calendar.course import Moment, TabletsFrom
from treatment_calendar.intake import intakes


@dataclass(frozen=True, slots=True)
class PlannedDose:
    """One dose of the tablets: when, and strength mg -> tablets, as ordered or, after a restart, as restarted."""

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
    files = files_of(course_at(course, order.cycle), settings)
    drugs = files.regimen.drugs_of(order.cycle, dict(course.entry.options))
    definition = next(one for one in drugs if one.name == drug)
    plan = ordered.plans[ordered.chosen]
    return tuple(
        PlannedDose(at, (at.date - order.day1).days + 1, plan.am if at.half == "am" else plan.pm)
        for at in intakes(definition, order.day1, files.policy.first_dose)
    )


def doses_told(
    doses: Sequence[PlannedDose], told: DosesTold | None, holds: Iterable[HoldRecord], drug: str
) -> tuple[PlannedDose, ...]:
    """The doses the patient was told to take, in order: as noted at the visit, else as holds and stops say.

    What was said in words only takes no dose away and brings none back.
    """
    if told is None or told.last_day is None:
        held = [hold for hold in holds if hold.drug in (drug, EVERYTHING) and not hold.withdrawn]
        until = [dose for dose in doses if not any(_covers(hold, dose.at) for hold in held)]
    else:
        last = (told.last_day, "am" if told.last_part == "morning" else "pm")
        until = [dose for dose in doses if (dose.cycle_day, dose.at.half) <= last]
    if told is None:
        return tuple(until)
    return tuple(until[: max(len(until) - told.omitted, 0)])


def told_doses(doses: Sequence[PlannedDose], told: DosesTold | None, holds: Iterable[HoldRecord], drug: str) -> int:
    """How many doses the patient was told to take."""
    return len(doses_told(doses, told, holds, drug))


def _covers(hold: HoldRecord, at: Moment) -> bool:
    if hold.stop:
        return hold.start <= at.date
    return takes_away(Hold(drug=hold.drug, start=hold.start, end=hold.end, reason="", start_half=hold.start_half,
                           end_half=hold.end_half), (at.date, at.half))  # fmt: skip


def restarted_doses(
    doses: Sequence[PlannedDose], restarts: Iterable[RestartRecord], order: OrderRecord, drug: str
) -> tuple[PlannedDose, ...]:
    """The doses of a cycle with the tablets of its restarts from their first half days on."""
    changed = [one for one in tablets_from(restarts, order) if one.drug == drug]
    return tuple(_restarted(dose, changed) for dose in doses)


def _restarted(dose: PlannedDose, changed: Sequence[TabletsFrom]) -> PlannedDose:
    at = (dose.at.date, dose.at.half)
    begun = [one for one in changed if (one.start.date, one.start.half) <= at]
    if not begun:
        return dose
    plan = begun[-1].plan
    return replace(dose, tablets=plan.am if dose.at.half == "am" else plan.pm)


def needed(
    space: Workspace, course: CourseRecord, settings: SiteSettings, order: OrderRecord, drug: str
) -> dict[Decimal, int]:
    """Strength mg -> tablets of the doses of a cycle as told: held ones left out, restarted ones as restarted."""
    doses = restarted_doses(planned_doses(order, course, settings, drug), space.restarts, order, drug)
    holds = [hold for hold in space.holds if hold.course_id == course.id]
    return supply_of(doses_told(doses, None, holds, drug))


def handed_out(dispensed: Iterable[Dispensed], course: CourseRecord, cycle: int, drug: str) -> dict[Decimal, int]:
    """Strength mg -> tablets handed out for a cycle, leftovers used again among them."""
    total: dict[Decimal, int] = {}
    for one in dispensed:
        entry = one.entry
        if one.course_id == course.id and not one.withdrawn and (entry.cycle, entry.drug) == (cycle, drug):
            total[entry.strength_mg] = total.get(entry.strength_mg, 0) + entry.tablets
    return total


def given_again(dispensed: Iterable[Dispensed], course: CourseRecord, cycle: int, drug: str) -> dict[Decimal, int]:
    """Strength mg -> tablets brought back and given again for a cycle."""
    return handed_out((one for one in dispensed if one.entry.leftover), course, cycle, drug)


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
    ordered = planned_doses(order, course, settings, drug)
    if not ordered:
        return None
    doses = restarted_doses(ordered, space.restarts, order, drug)
    holds = [hold for hold in space.holds if hold.course_id == course.id]
    told = doses_told(doses, visit.entry.doses_told, holds, drug)
    given = handed_out(space.dispensed, course, cycle, drug)
    in_order = [dose.tablets for dose in (*told, *(dose for dose in doses if dose not in told))]
    supply = given or assumed_supply(ordered, space.restarts, order, drug)
    found = reconcile(in_order, len(told), supply, returned, [dose.tablets for dose in ordered])
    if given:
        return found
    words = f"No tablets are recorded as handed out for cycle {cycle}; the supply of the order is assumed. Is that so?"
    return replace(found, questions=(Question("supply-assumed", words), *found.questions))


def assumed_supply(
    ordered: Sequence[PlannedDose], restarts: Iterable[RestartRecord], order: OrderRecord, drug: str
) -> dict[Decimal, int]:
    """What was handed out where nobody recorded it: the supply of the order, and that of each restart."""
    total = supply_of(ordered)
    for record in restarts_of(restarts, order, drug):
        plan = restart_value(record).plan
        for strength, count in (plan.supply if plan is not None else {}).items():
            total[strength] = total.get(strength, 0) + count
    return total


def supply_of(doses: Iterable[PlannedDose]) -> dict[Decimal, int]:
    """Strength mg -> tablets of all doses."""
    total: dict[Decimal, int] = {}
    for dose in doses:
        for strength, count in dose.tablets.items():
            total[strength] = total.get(strength, 0) + count
    return total


def returns_by_cycle(space: Workspace, course: CourseRecord) -> Mapping[int, VisitRecord]:
    """Cycle -> the last visit that counted its tablets; of a half-done visit nothing counts."""
    counted = [
        visit
        for visit in space.visits
        if visit.course_id == course.id and visit.complete and visit.entry.tablets_returned
    ]
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
    """What is still to be handed out for a signed cycle and what a visit counted: a pharmacist decides about reuse.

    What was handed out for the cycle is no longer needed, and what was given again is no longer left.
    """
    order = order_in_force(space.orders, course, cycle)
    wanted = needed(space, course, settings, order, drug) if order is not None else {}
    given, again = handed_out(space.dispensed, course, cycle, drug), given_again(space.dispensed, course, cycle, drug)
    return top_up(
        {size: max(count - given.get(size, 0), 0) for size, count in wanted.items()},
        {size: max(count - again.get(size, 0), 0) for size, count in visit.entry.tablets_returned.items()},
    )
