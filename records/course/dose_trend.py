"""Each drug of a course over its cycles: planned against given, percent and level with their reasons, totals. Pure.

The total over the course of an infusion dosed by surface is, for each cycle, the mg given over the dosing surface of
that cycle's own order (after a cap, where one was switched on), summed and added to what another hospital recorded. It
is the sum the dose checks use.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from records.course.course_plan import files_of, order_value
from records.course.cycle_case import cumulative, not_given_of, order_in_force
from records.course.dose_intensity import DrugGiven, GivenCycle, Intensity, given_of, intensities_of
from records.course.dose_reasons import events_named
from records.course.given_at_chair import given_mg_of
from records.course.restarts_in_force import restarts_of
from records.reasons import said_reason
from records.values.core import CourseRecord, OrderRecord, SiteSettings, Workspace
from records.values.restarts import RestartRecord
from regimen.definition import Drug, Regimen
from regimen.numbers import exact_arithmetic
from regimen.order import CycleOrder, DrugDose
from regimen.proof import citation

WHOLE = Decimal(100)
ReasonKind = Literal["decision", "typed", "before", "none"]


@dataclass(frozen=True, slots=True)
class DoseReason:
    """Why a cycle has its dose.

    kind      decision: somebody decided it; typed: said when the order was signed; before: nothing changed, as in the
              cycle `cycle`; none: the full dose, or nobody said why
    taken     of a decision about a proposal: accept, change or decline
    events    adverse events a decision points to, and in words; rules: those that proposed it
    """

    kind: ReasonKind
    words: str = ""
    by: str = ""
    at: datetime | None = None
    taken: str = ""
    rules: tuple[str, ...] = ()
    events: tuple[UUID, ...] = ()
    events_named: tuple[str, ...] = ()
    cycle: int | None = None


@dataclass(frozen=True, slots=True)
class DoseCycle:
    """One drug in one cycle, from the signed order.

    level, effective_level  in the drug's own unit (mg/m2, mg/kg, mg), before and after start and percent
    percent        of the start; start_percent: what the start is lowered to for good
    whole_percent  of the regimen's level: effective level over level
    dose_mg        each administration, rounded; None while no tablets were chosen
    planned, given in the drug's own unit over the cycle; given None: not given yet
    delivered      percent of the planned tablets taken, where somebody counted
    assumed        tablets nobody counted: taken as told, with holds and restarts
    restarts       within the cycle, after a hold
    per_m2         mg given over the dosing surface, for infusions dosed by surface; total: with all before
    """

    cycle: int
    day1: date
    state: Literal["signed", "given"]
    level: Decimal | None
    effective_level: Decimal | None
    start_percent: Decimal
    percent: Decimal
    whole_percent: Decimal
    dose_mg: Decimal | None
    dosing_m2: Decimal
    capped: bool
    held: bool
    planned: Decimal | None = None
    given: Decimal | None = None
    delivered: Decimal | None = None
    assumed: bool = False
    restarts: tuple[RestartRecord, ...] = ()
    per_m2: Decimal | None = None
    total: Decimal | None = None
    changed: bool = False
    reason: DoseReason = field(default_factory=lambda: DoseReason("none"))


@dataclass(frozen=True, slots=True)
class Threshold:
    """A total at which somebody should look. to_verify: the figure still needs the site's own check."""

    at: Decimal
    unit: str
    text: str
    source: str
    to_verify: bool


@dataclass(frozen=True, slots=True)
class DrugTrend:
    """One drug over the course.

    total          given so far, another hospital included; None where totals mean nothing for the drug
    elsewhere      total given at another hospital, in mg/m2; None: none, or not recorded
    taken_over     cycles were given elsewhere, so that a missing `elsewhere` is unknown and not nought
    other_courses  what other courses of this patient gave of it here; no part of the total
    """

    drug: str
    route: str
    unit: str
    cycles: tuple[DoseCycle, ...]
    intensity: Intensity | None
    total: Decimal | None
    elsewhere: Decimal | None
    taken_over: bool
    thresholds: tuple[Threshold, ...]
    other_courses: Decimal

    @property
    def unknown_before(self) -> bool:
        """The total leaves out what was given before the takeover, for nobody recorded it."""
        return self.taken_over and self.elsewhere is None


_UNITS: Mapping[str, str] = {"m2": "mg/m2", "kg": "mg/kg", "fixed": "mg"}


@exact_arithmetic()
def dose_trends(space: Workspace, course: CourseRecord, settings: SiteSettings) -> tuple[DrugTrend, ...]:
    """Every drug of the signed and given orders, in the order they are given."""
    files = files_of(course, settings)
    cycles = sorted({order.cycle for order in space.orders if order.course_id == course.id})
    records = [found for cycle in cycles if (found := order_in_force(space.orders, course, cycle)) is not None]
    orders = {record.cycle: (record, order_value(record)) for record in records}
    given = {one.drug: one for one in given_of(space, course, settings)}
    intensities = {one.drug: one for one in intensities_of(space, course, settings)}
    names = list(dict.fromkeys(dose.drug for _record, order in orders.values() for dose in order.doses))
    return tuple(
        _trend(name, space, course, files.regimen, orders, given.get(name), intensities.get(name)) for name in names
    )


def _trend(
    name: str,
    space: Workspace,
    course: CourseRecord,
    regimen: Regimen,
    orders: Mapping[int, tuple[OrderRecord, CycleOrder]],
    given: DrugGiven | None,
    intensity: Intensity | None,
) -> DrugTrend:
    held, signed = not_given_of(space, course), given_mg_of(space.administrations, course)
    elsewhere = course.entry.cumulative.get(name)
    drug = _drug(regimen, course, orders, name)
    cycles: list[DoseCycle] = []
    total = elsewhere or Decimal(0)
    for cycle in sorted(orders):
        record, order = orders[cycle]
        dose = next((one for one in order.doses if one.drug == name), None)
        if dose is None:
            continue
        own = cumulative([order], {}, held, signed).get(name)
        if own is not None:
            total += own
        before = cycles[-1] if cycles else None
        cycles.append(_cycle(record, order, dose, given, before, own, total, space))
    first = next(dose for _record, order in orders.values() for dose in order.doses if dose.drug == name)
    return DrugTrend(
        drug=name, route=first.route, unit=_UNITS[first.per], cycles=tuple(cycles), intensity=intensity,
        total=_total(cycles, elsewhere) if first.route == "iv" and first.per == "m2" else None, elsewhere=elsewhere,
        taken_over=course.entry.first_cycle > 1 or bool(course.entry.earlier),
        thresholds=_thresholds(regimen, drug), other_courses=_other_courses(space, course, name),
    )  # fmt: skip


def _total(cycles: Iterable[DoseCycle], elsewhere: Decimal | None) -> Decimal:
    own = (one.per_m2 for one in cycles if one.state == "given" and one.per_m2 is not None)
    return sum(own, elsewhere or Decimal(0))


def _cycle(
    record: OrderRecord,
    order: CycleOrder,
    dose: DrugDose,
    given: DrugGiven | None,
    before: DoseCycle | None,
    per_m2: Decimal | None,
    total: Decimal,
    space: Workspace,
) -> DoseCycle:
    level, effective = dose.level, dose.effective_level
    whole = WHOLE * effective / level if level and effective is not None else dose.percent
    own: GivenCycle | None = next((one for one in given.cycles if one.cycle == record.cycle), None) if given else None
    times = len(dose.days) * dose.doses_per_day
    first = before is None and (whole, dose.starting_percent) != (WHOLE, WHOLE)
    changed = first or (before is not None and (before.effective_level, before.level) != (effective, level))
    return DoseCycle(
        cycle=record.cycle, day1=record.given_on or record.day1,
        state="given" if record.state == "given" else "signed", level=level, effective_level=effective,
        start_percent=dose.starting_percent, percent=dose.percent, whole_percent=whole, dose_mg=dose.dose_mg,
        dosing_m2=order.bsa.dosing_m2, capped=order.bsa.capped, held=dose.held,
        planned=own.planned if own else level * times if level is not None else None,
        given=own.given if own else None,
        delivered=given.delivered.get(record.cycle) if given else None,
        assumed=given is not None and record.cycle in given.assumed,
        restarts=restarts_of(space.restarts, record, dose.drug),
        per_m2=per_m2, total=None if per_m2 is None else total, changed=changed,
        reason=_reason(record, dose, before, whole, space),
    )  # fmt: skip


def _reason(
    record: OrderRecord, dose: DrugDose, before: DoseCycle | None, whole: Decimal, space: Workspace
) -> DoseReason:
    """The decision the order starts from, else what was typed when it was signed, else the cycle it goes on from."""
    decided = [d for d in space.decisions if d.id in record.decision_ids and d.entry.drug == dose.drug]
    if decided:
        last = max(decided, key=lambda one: one.at)
        entry = last.entry
        return DoseReason(
            "decision",
            said_reason(entry.reason_code, entry.reason),
            last.by,
            last.at,
            entry.taken if entry.proposal_json else "",
            entry.rule_ids,
            entry.event_ids,
            events_named(space, entry.event_ids),
            entry.cycle,
        )
    typed = record.overrides.get(f"dose:{dose.drug}", "")
    if typed:
        return DoseReason("typed", typed, record.signed_by, record.signed_at)
    if before is not None and before.whole_percent == whole and whole != WHOLE:
        return DoseReason("before", cycle=before.reason.cycle if before.reason.kind == "before" else before.cycle)
    return DoseReason("none")


def _drug(
    regimen: Regimen, course: CourseRecord, orders: Iterable[int], name: str
) -> Drug | None:  # a drug of another phase may be missing from a cycle
    for cycle in orders:
        for drug in regimen.drugs_of(cycle, dict(course.entry.options)):
            if drug.name == name:
                return drug
    return None


def _thresholds(regimen: Regimen, drug: Drug | None) -> tuple[Threshold, ...]:
    tags = {source.id: source.tag for source in regimen.sources}
    marks = sorted(drug.cumulative, key=lambda one: one.at) if drug is not None else ()
    return tuple(
        Threshold(
            one.at, one.unit, one.text, citation(regimen, one.source),
            tags.get(one.source) in ("memory", "secondary"),
        )
        for one in marks
    )  # fmt: skip


def _other_courses(space: Workspace, course: CourseRecord, name: str) -> Decimal:
    """What every other course of the patient gave of a drug, its own earlier hospital included."""
    found = Decimal(0)
    for other in space.courses:
        if other.id == course.id:
            continue
        own = [order_value(o) for o in space.orders if o.course_id == other.id and o.state == "given"]
        held, signed = not_given_of(space, other), given_mg_of(space.administrations, other)
        found += cumulative(own, other.entry.cumulative, held, signed).get(name, Decimal(0))
    return found


@exact_arithmetic()
def doses_until(trend: DrugTrend, mark: Threshold) -> int | None:
    """How many more cycles like the last one reach a mark; 0 where it is reached, None where nothing is given."""
    total = trend.total
    last = next((one.per_m2 for one in reversed(trend.cycles) if one.per_m2), None)
    if total is None:
        return None
    if total >= mark.at:
        return 0
    if last is None:
        return None
    whole, rest = divmod(mark.at - total, last)
    return int(whole) + (1 if rest else 0)
