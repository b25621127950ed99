"""The case of one cycle, put together from what the store keeps. Pure: values in, a value out."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Literal

from records.course.decided import Doses, LastOrder, Restarted, decisions_for, doses_decided
from records.course.given_at_chair import GivenMg, given_mg_of, total_mg
from records.course.restarts_in_force import last_by_drug, restart_value
from records.errors import RecordError
from records.reasons import said_reason
from records.values.core import (
    CourseRecord,
    HoldRecord,
    LabResult,
    Measurement,
    OrderRecord,
    PatientEntry,
    SiteSettings,
    Workspace,
)
from records.values.restarts import RestartRecord
from records.values.visits import Decision
from regimen.answer import from_json
from regimen.case import read_case
from regimen.given import (
    EVERYTHING,
    Basis,
    Case,
    Creatinine,
    Delay,
    Dpyd,
    Hold,
    Lab,
    PastCycle,
    Patient,
    Previous,
    Site,
)
from regimen.holding import covers
from regimen.order import CycleOrder, DrugDose

SIGNED = ("signed", "given")
NotGiven = Callable[[str, date], bool]


class NotMeasured(RecordError):
    """A case was asked for before the patient was measured."""


def case_for(
    space: Workspace, course: CourseRecord, cycle: int, day1: date, settings: SiteSettings, basis: Basis | None = None
) -> Case:
    """Everything known on `day1` for one cycle of a course.

    Measurements and labs are the newest on or before day 1; percentages start from the last signed order and what was
    decided since (`decisions_of` names those decisions); the site's choices stand in `policy`, so that the case alone
    gives the same answer on the command line.

    basis   takes the place of what is on record
    raises  NotMeasured when neither gives a height and a weight
    """
    entry = course.entry
    earlier = earlier_orders(space.orders, course, cycle)
    last_case = read_case(json.loads(earlier[-1].case_json)) if earlier else None
    labs = newest_labs(space.labs, day1)
    doses = _doses(space, course, cycle, earlier, last_case)
    return Case(
        regimen=entry.regimen_id,
        options=dict(entry.options),
        practice=entry.practice,
        policy=site_policy(settings, entry.first_dose),
        site=Site(settings.country, settings.region, settings.closing_days) if settings.country else None,
        patient=_patient(space.patient.entry),
        basis=basis or _basis(space, labs, day1),
        labs=labs_of(space, course, day1),
        previous=previous_of(space, course, cycle),
        medicines=space.patient.entry.medicines,
        starting_percent=doses.starting_percent,
        dose_percent=doses.percent,
        dose_level=doses.level,
        cycle=cycle,
        day1=day1,
        delays=tuple(delay for delay in delays_of(space, course) if delay.cycle > cycle),  # the others are in day1
        holds=holds_of(space, course),
        stopped=stops_of(space, course),
        history=_history(space, earlier, course),
        liver_involvement=space.patient.entry.liver_involvement,
    )


def _doses(
    space: Workspace, course: CourseRecord, cycle: int, earlier: Sequence[OrderRecord], last_case: Case | None
) -> Doses:
    """Where the percentages of a cycle start: at the last order, and as decided since."""
    before = Doses(
        dict(course.entry.starting_percent),
        dict(last_case.dose_percent) if last_case else _last_percent_elsewhere(course),
        dict(last_case.dose_level) if last_case else {},
    )
    return doses_decided(space.decisions, course.id, cycle, _last(earlier), before, restarted_in(space, earlier))


def restarted_in(space: Workspace, earlier: Sequence[OrderRecord]) -> dict[str, Restarted]:
    """Drug -> the dose the last cycle ended with after a restart, and when that was signed."""
    if not earlier:
        return {}
    last = last_by_drug(space.restarts, earlier[-1])
    return {drug: Restarted(one.entry.percent, one.entry.level, one.signed_at) for drug, one in last.items()}


def _last(earlier: Sequence[OrderRecord]) -> LastOrder | None:
    return LastOrder(earlier[-1].cycle, earlier[-1].signed_at) if earlier else None


def decisions_of(space: Workspace, course: CourseRecord, cycle: int) -> tuple[Decision, ...]:
    """The decisions that the order of a cycle starts from, oldest first; each points to its adverse events."""
    return decisions_for(space.decisions, course.id, cycle, _last(earlier_orders(space.orders, course, cycle)))


def site_policy(settings: SiteSettings, first_dose: str) -> dict[str, object]:
    """The site's own policy keys with the course's first tablets."""
    policy = dict(settings.policy)
    if first_dose:
        policy["first_dose"] = first_dose
    return policy


def earlier_orders(orders: Iterable[OrderRecord], course: CourseRecord, cycle: int) -> tuple[OrderRecord, ...]:
    """Orders in force of the cycles before `cycle`, oldest first."""
    kept = [o for o in orders if o.course_id == course.id and o.state in SIGNED and o.cycle < cycle]
    return tuple(sorted(kept, key=lambda o: o.cycle))


def order_in_force(orders: Iterable[OrderRecord], course: CourseRecord, cycle: int) -> OrderRecord | None:
    """The signed or given order of one cycle, if there is one."""
    kept = [o for o in orders if o.course_id == course.id and o.cycle == cycle and o.state in SIGNED]
    return max(kept, key=lambda o: o.revision) if kept else None


def draft_of(orders: Iterable[OrderRecord], course: CourseRecord, cycle: int) -> OrderRecord | None:
    """The draft of one cycle, if there is one."""
    kept = [o for o in orders if o.course_id == course.id and o.cycle == cycle and o.state == "draft"]
    return kept[-1] if kept else None


def newest(measurements: Iterable[Measurement], kind: str, on_or_before: date) -> Measurement | None:
    """The newest measurement of one kind that was there on a date; of two on one day the later entered wins.

    measurements  in the order they were entered, as a workspace holds them
    """
    found: Measurement | None = None
    for one in measurements:
        if one.kind == kind and one.on <= on_or_before and (found is None or one.on >= found.on):
            found = one
    return found


def newest_labs(labs: Iterable[LabResult], on_or_before: date) -> dict[str, LabResult]:
    """Analyte -> newest result that was there on a date; of two on one day the later entered wins."""
    kept: dict[str, LabResult] = {}
    for lab in labs:
        known = kept.get(lab.analyte)
        if lab.on <= on_or_before and (known is None or lab.on >= known.on):
            kept[lab.analyte] = lab
    return kept


def delays_of(space: Workspace, course: CourseRecord) -> tuple[Delay, ...]:
    """The course's delays in force."""
    return tuple(
        Delay(d.cycle, d.days, said_reason(d.reason_code, d.reason_text), d.shift)
        for d in space.delays
        if d.course_id == course.id and not d.withdrawn
    )


def holds_of(space: Workspace, course: CourseRecord) -> tuple[Hold, ...]:
    """The course's holds of one drug in force; stops are apart."""
    return tuple(
        Hold(h.drug, h.start, h.end, said_reason(h.reason_code, h.reason_text), h.start_half, h.end_half)
        for h in _in_force(space.holds, course)
        if not h.stop
    )


def stops_of(space: Workspace, course: CourseRecord) -> dict[str, date]:
    """Drug -> date from which it is stopped for good."""
    return {h.drug: h.start for h in _in_force(space.holds, course) if h.stop}


def _in_force(holds: Iterable[HoldRecord], course: CourseRecord) -> tuple[HoldRecord, ...]:
    return tuple(h for h in holds if h.course_id == course.id and not h.withdrawn)


def _patient(entry: PatientEntry) -> Patient:
    return Patient(
        sex=entry.sex,
        birth_date=entry.birth_date,
        name=entry.name,
        identifiers=tuple(f"{kind} {value}" for kind, value in entry.identifiers),
        allergies=entry.allergies,
        reactions=entry.reactions,
    )


def labs_of(space: Workspace, course: CourseRecord, day1: date, *, creatinine: bool = False) -> dict[str, Lab]:
    """Analyte -> newest value on day 1 with its baseline; creatinine stands in the basis, and here only when asked."""
    newest_of = newest_labs(space.labs, day1)
    return {
        name: _lab(lab, space.labs, begun_on(course))
        for name, lab in newest_of.items()
        if creatinine or name != "creatinine"
    }


def begun_on(course: CourseRecord) -> date:
    """Day 1 of the first cycle known, of another hospital where the course was begun there: baselines are from then."""
    return min((past.day1 for past in course.entry.earlier if past.day1 is not None), default=course.entry.day1)


def _basis(space: Workspace, labs: Mapping[str, LabResult], day1: date) -> Basis:
    height, weight = newest(space.measurements, "height_cm", day1), newest(space.measurements, "weight_kg", day1)
    if height is None or weight is None:
        raise NotMeasured("Height and weight are needed before a dose can be computed.")
    confirmed = {m.kind for m in (height, weight) if m.confirmed}
    return Basis(
        height_cm=height.value,
        weight_kg=weight.value,
        height_date=height.on,
        weight_date=weight.on,
        creatinine=creatinine_of(labs.get("creatinine")),
        dpyd=dpyd_of(space.patient.entry),
        confirmed=frozenset(confirmed),
    )


def dpyd_of(entry: PatientEntry) -> Dpyd:
    """The patient's DPYD result as the dose engine reads it."""
    return Dpyd(
        activity_score=entry.dpyd_score,
        variants=entry.dpyd_variants,
        status=entry.dpyd_status,
        not_tested_reason=entry.dpyd_reason,
        date=entry.dpyd_date,
    )


def creatinine_of(result: LabResult | None) -> Creatinine | None:
    """A stored creatinine as the dose engine reads it."""
    if result is None:
        return None
    unit: Literal["mg/dL", "umol/L"] = "mg/dL" if result.unit == "mg/dL" else "umol/L"
    return Creatinine(result.value, unit, result.on)


def _lab(result: LabResult, every: Iterable[LabResult], course_day1: date) -> Lab:
    before = newest_labs((r for r in every if r.unit == result.unit), course_day1).get(result.analyte)
    baseline = before.value if before else None
    return Lab(result.value, result.unit, result.lln, result.uln, baseline, result.on)


def previous_of(space: Workspace, course: CourseRecord, cycle: int) -> Previous | None:
    """What the last order was computed on; the weight is that of the last computation, so that slow drift adds up."""
    earlier, elsewhere = earlier_orders(space.orders, course, cycle), course.entry.cumulative
    if not earlier:
        return _ordered_elsewhere(course) or _measured_before(space, elsewhere)
    last_case = read_case(json.loads(earlier[-1].case_json))
    restarted = last_by_drug(space.restarts, earlier[-1])
    doses = [_last_dose(dose, restarted) for dose in from_json(json.loads(earlier[-1].answer_json)).doses]
    return Previous(
        weight_kg=last_case.basis.dosing_weight_kg,
        height_cm=last_case.basis.height_cm,
        doses_mg={d.drug: d.dose_mg for d in doses if d.dose_mg is not None},
        exact_mg={d.drug: d.exact_mg for d in doses},
        cumulative=cumulative(
            (from_json(json.loads(o.answer_json)) for o in earlier),
            elsewhere,
            not_given_of(space, course),
            given_mg_of(space.administrations, course),
        ),
        last_day1=earlier[-1].day1,
    )


def _last_dose(dose: DrugDose, restarted: Mapping[str, RestartRecord]) -> DrugDose:
    """The dose a cycle ended with: as ordered, or as restarted within it."""
    return restart_value(restarted[dose.drug]).dose if dose.drug in restarted else dose


def _ordered_elsewhere(course: CourseRecord) -> Previous | None:
    """What the last order of another hospital was computed on, where a signed file said it."""
    last = max(course.entry.earlier, key=lambda past: past.cycle, default=None)
    if last is None or last.weight_kg is None:
        return None
    return Previous(
        weight_kg=last.weight_kg, height_cm=last.height_cm, doses_mg=dict(last.ordered_mg),
        exact_mg=dict(last.exact_mg), cumulative=dict(course.entry.cumulative), last_day1=last.day1,
    )  # fmt: skip


def _measured_before(space: Workspace, elsewhere: Mapping[str, Decimal]) -> Previous | None:
    """Before the first order: the last measurements on record, so that a slip in a newly typed one is noticed."""
    height, weight = (
        newest(space.measurements, "height_cm", date.max),
        newest(space.measurements, "weight_kg", date.max),
    )
    if height is None and weight is None and not elsewhere:
        return None
    return Previous(
        weight_kg=weight.value if weight else None,
        height_cm=height.value if height else None,
        cumulative=dict(elsewhere),
    )


def cumulative(
    orders: Iterable[CycleOrder],
    elsewhere: Mapping[str, Decimal],
    not_given: NotGiven | None = None,
    given: GivenMg | None = None,
) -> dict[str, Decimal]:
    """Drug -> total so far of IV drugs dosed by surface, mg/m2: the mg given over the cycle's own dosing surface.

    not_given  whether a hold or stop in force takes a drug away on a date; None: what the orders said when signed
    given      what was signed for at the chair; it counts before order and holds. None: nothing was
    """
    total = dict(elsewhere)
    for order in orders:
        for dose in order.doses:
            if dose.route == "iv" and dose.per == "m2" and dose.dose_mg is not None:
                held = partial(_is_held, dose, order.day1, not_given)
                mg = total_mg(dose, order.cycle, given or _nobody_signed, held)
                total[dose.drug] = total.get(dose.drug, Decimal(0)) + mg / order.bsa.dosing_m2
    return total


def _nobody_signed(_drug: str, _cycle: int, _cycle_day: int) -> None:
    return None


def _is_held(dose: DrugDose, day1: date | None, not_given: NotGiven | None, cycle_day: int) -> bool:
    """Whether a dose of a cycle day was held: what was not given adds nothing to a total."""
    if not_given is None or day1 is None:
        return dose.held
    return not_given(dose.drug, day1 + timedelta(days=cycle_day - 1))


def not_given_of(space: Workspace, course: CourseRecord) -> NotGiven:
    """The holds and stops in force, as a question about one drug on one date."""
    holds, stops = holds_of(space, course), stops_of(space, course)

    def ask(drug: str, on: date) -> bool:
        ends = [stops[name] for name in (drug, EVERYTHING) if name in stops]
        return any(end <= on for end in ends) or any(hold.drug == drug and covers(hold, on) for hold in holds)

    return ask


def _history(space: Workspace, earlier: Sequence[OrderRecord], course: CourseRecord) -> tuple[PastCycle, ...]:
    elsewhere = [
        PastCycle(c.cycle, dict(c.dose_percent), c.day1, dict(c.starting_percent)) for c in course.entry.earlier
    ]
    return (*elsewhere, *(_past(order, last_by_drug(space.restarts, order)) for order in earlier))


def _past(order: OrderRecord, restarted: Mapping[str, RestartRecord]) -> PastCycle:
    """A cycle signed here: the percent and the start of each drug, so that neither is raised again unseen.

    A drug on hold over the whole cycle when it was signed keeps its percent: the hold itself is in the case. A drug
    restarted within the cycle counts at the percent it ended with, the lowest of the cycle.
    """
    doses = [_last_dose(dose, restarted) for dose in from_json(json.loads(order.answer_json)).doses]
    return PastCycle(
        order.cycle,
        {dose.drug: dose.percent for dose in doses},
        order.day1,
        {dose.drug: dose.starting_percent for dose in doses},
    )


def _last_percent_elsewhere(course: CourseRecord) -> dict[str, Decimal]:
    """A course taken over starts from the percent last given elsewhere, never back at the full dose.

    0 percent is a cycle without the drug: it goes on from the cycle before.
    """
    last: dict[str, Decimal] = {}
    for past in sorted(course.entry.earlier, key=lambda c: c.cycle):
        last |= {drug: percent for drug, percent in past.dose_percent.items() if percent > 0}
    return {drug: percent for drug, percent in last.items() if percent != 100}
