"""What each cycle gave of each drug, and which inhibitors when: chair records first, else signed orders. Pure."""

from datetime import date, timedelta
from decimal import Decimal

from gui.workspace.state import PatientState
from records.course.course_plan import order_value
from records.course.cycle_case import not_given_of
from records.course.cycle_tablets import needed
from records.course.dose_intensity import given_of, orders_given
from records.course.given_at_chair import given_mg_of, total_mg
from records.values.core import CourseRecord, EarlierCycle, OrderRecord
from regimen.numbers import exact_arithmetic
from regimen.order import DrugDose
from treatment_calendar.paper.treatment_summary_request import CycleGiven, DoseGiven, Inhibitor, Origin

HUNDRED = Decimal(100)


@exact_arithmetic()
def cycles_given(state: PatientState, course: CourseRecord) -> tuple[CycleGiven, ...]:
    """Cycles of an earlier hospital, then those given here, each drug with where its amount comes from."""
    earlier = tuple(_earlier(one) for one in course.entry.earlier)
    delivered = {one.drug: one.delivered for one in given_of(state.space, course, state.settings)}
    own = []
    for record in orders_given(state.space, course):
        doses = []
        for dose in order_value(record).doses:
            if dose.route == "iv":
                doses.append(_infusion(state, course, record, dose))
            else:
                doses.append(_tablets(state, course, record, dose, delivered.get(dose.drug, {}).get(record.cycle)))
        own.append(CycleGiven(record.cycle, record.given_on or record.day1, tuple(doses)))
    return (*earlier, *own)


def _earlier(cycle: EarlierCycle) -> CycleGiven:
    drugs = dict.fromkeys((*cycle.doses_mg, *cycle.dose_percent))
    doses = tuple(
        DoseGiven(drug, "elsewhere", cycle.doses_mg.get(drug), cycle.dose_percent.get(drug)) for drug in drugs
    )
    return CycleGiven(cycle.cycle, cycle.day1, doses, elsewhere=True)


def _share(dose: DrugDose) -> Decimal | None:
    if dose.level and dose.effective_level is not None:
        return HUNDRED * dose.effective_level / dose.level
    return dose.percent


def _infusion(state: PatientState, course: CourseRecord, record: OrderRecord, dose: DrugDose) -> DoseGiven:
    signed, held = given_mg_of(state.space.administrations, course), not_given_of(state.space, course)

    def on_hold(day: int) -> bool:
        return dose.held or held(dose.drug, record.day1 + timedelta(days=day - 1))

    mg = total_mg(dose, record.cycle, signed, on_hold)
    known = [day for day in dose.days if signed(dose.drug, record.cycle, day) is not None]
    reasons = [
        one.entry.reason
        for one in state.space.administrations
        if one.course_id == course.id and not one.withdrawn and one.cycle == record.cycle
        and one.entry.drug == dose.drug and one.entry.reason
    ]  # fmt: skip
    if not mg:
        return DoseGiven(dose.drug, "none", None, reason="; ".join(reasons) or "on hold")
    ordered = len(dose.days) * (dose.dose_mg or Decimal(0))
    origin: Origin = "order" if not known else "chair" if len(known) == len(dose.days) else "partly"
    return DoseGiven(
        dose.drug, origin, mg, _share(dose), reason="; ".join(reasons), ordered_mg=None if ordered == mg else ordered
    )


def _tablets(
    state: PatientState, course: CourseRecord, record: OrderRecord, dose: DrugDose, taken_percent: Decimal | None
) -> DoseGiven:
    if dose.held or dose.chosen is None:
        return DoseGiven(dose.drug, "none", None, reason="on hold" if dose.held else "no tablets were chosen")
    planned = dose.plans[dose.chosen].daily_mg * len(dose.days)
    if taken_percent is not None:
        mg = planned * taken_percent / HUNDRED
        return DoseGiven(
            dose.drug, "counted", mg, _share(dose), taken_percent, ordered_mg=None if mg == planned else planned
        )
    told = needed(state.space, course, state.settings, record, dose.drug)
    mg = sum((strength * count for strength, count in told.items()), Decimal(0))
    if not mg:
        return DoseGiven(dose.drug, "none", None, reason="on hold")
    return DoseGiven(dose.drug, "told", mg, _share(dose), ordered_mg=None if mg == planned else planned)


def inhibitors_given(state: PatientState, course: CourseRecord) -> tuple[Inhibitor, ...]:
    """Every checkpoint inhibitor of the course with its first and last infusion; an ordered one has no dates yet."""
    assert state.files is not None
    chosen = dict(course.entry.options)
    named = [
        drug.name
        for drug in state.files.regimen.drugs
        if drug.role == "inhibitor"
        and all(chosen.get(option) in choices for option, choices in drug.when.items())
    ]  # fmt: skip
    roles = {drug.name for drug in state.files.regimen.drugs if drug.role == "inhibitor"}
    cycles = cycles_given(state, course)
    given = [dose.drug for one in cycles for dose in one.doses if dose.origin != "none" and dose.drug in roles]
    return tuple(Inhibitor(drug, *_first_and_last(state, course, drug)) for drug in dict.fromkeys((*given, *named)))


def _first_and_last(state: PatientState, course: CourseRecord, drug: str) -> tuple[date | None, date | None]:
    signed, held = given_mg_of(state.space.administrations, course), not_given_of(state.space, course)
    days = [
        one.day1
        for one in course.entry.earlier
        if one.day1 is not None and (drug in one.doses_mg or drug in one.dose_percent)
    ]
    for record in orders_given(state.space, course):
        first = record.given_on or record.day1
        for dose in (one for one in order_value(record).doses if one.drug == drug and not one.held):
            for day in dose.days:
                mg = signed(drug, record.cycle, day)
                if mg or (mg is None and not held(drug, record.day1 + timedelta(days=day - 1))):
                    days.append(first + timedelta(days=day - 1))
    for line in state.space.administrations:
        if line.course_id == course.id and not line.withdrawn and line.entry.drug == drug and line.entry.given_mg:
            days.append(line.entry.on)
    return (min(days), max(days)) if days else (None, None)
