"""What stands on the Visit page as a case for the rules, and what they say of it. No widgets."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from gui.visit.event_draft import EventDraft, entry_of
from gui.visit.lab_rows import KnownLab, TypedLab
from gui.workspace.state import PatientState
from records.course.course_plan import order_value
from records.course.cycle_case import begun_on
from records.course.history import advise_case, spells_of
from records.course.restarts_in_force import restart_value, restarts_of
from records.course.settled import settled_before
from records.errors import RecordError
from records.values.core import CourseRecord, LabResult
from records.values.visits import AdverseEventRecord, VisitRecord
from regimen.advice.advised import Advice
from regimen.advice.engine import advise_with
from regimen.advice.names import other_causes
from regimen.advice.questions import Question, asked_of
from regimen.day_check import limit_set_of
from regimen.errors import RegimenError
from regimen.given import Case, Creatinine, Event, Lab

LIVER_AND_KIDNEY = ("bilirubin", "alt", "ast", "creatinine")
SUSPECTS_BESIDE = ("disease", "other")
CTCAE = "5.0"  # the version the dose-change rules are written in
ALWAYS_ASKED = ("Peripheral sensory neuropathy", "Nausea", "Vomiting", "Fatigue", "Rash maculo-papular")


@dataclass(frozen=True, slots=True)
class TreatmentDay:
    """The treatment day the visit is about: the next that is due and not given."""

    cycle: int
    day: int
    day1: date


@dataclass(frozen=True, slots=True)
class BaseCase:
    """The case of a cycle from the record alone; refusal: why there is none, "" when there is."""

    case: Case | None
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What the rules say; refusal: why they can say nothing, "" when they can.

    asked  key of an event on the page or in the record -> what the rules ask about it, what is needed first
    keys   term and first day of an event of the case -> its key
    """

    advice: Advice | None
    case: Case | None
    refusal: str = ""
    asked: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)
    keys: Mapping[tuple[str, date], str] = field(default_factory=dict)


def treatment_day(state: PatientState, course: CourseRecord, on: date) -> TreatmentDay:
    """Of the cycles laid out: the first treatment day on or after a day, a day 1 only while it is not given."""
    assert state.files is not None
    for cycle in sorted(state.day_ones):
        if cycle < state.cycle - 1:
            continue
        day1 = state.day_ones[cycle]
        drugs = state.files.regimen.drugs_of(cycle, course.entry.options)
        order = state.order(cycle)
        given = order is not None and order.state == "given"
        for day in sorted({day for drug in drugs if drug.route == "iv" for day in drug.days} | {1}):
            if day1 + timedelta(days=day - 1) >= on and not (given and day == 1):
                return TreatmentDay(cycle, day, day1)
            if cycle == state.cycle and day == 1 and not given:
                return TreatmentDay(cycle, 1, day1)  # overdue, and still to be decided
    return TreatmentDay(state.cycle, 1, state.day_ones.get(state.cycle, on))


def cycle_on(state: PatientState, on: date) -> tuple[int, int]:
    """Cycle and cycle day of a day; the first cycle for a day before it."""
    begun = [cycle for cycle, day1 in state.day_ones.items() if day1 <= on]
    cycle = max(begun) if begun else min(state.day_ones, default=state.cycle)
    return cycle, (on - state.day_ones.get(cycle, on)).days + 1


def asked_tests(state: PatientState, course: CourseRecord, due: TreatmentDay) -> tuple[str, ...]:
    """The tests that stand in the table: what the regimen and its limits ask for, and what was reported before."""
    assert state.files is not None
    limits = limit_set_of(state.files.regimen, state.files.profile)
    names = [name for name in state.files.regimen.asks_of(due.cycle) if name != "dpyd"]
    names += [limit.analyte for limit in (limits.limits if limits else ()) if limit.analyte]
    names = [name for name in dict.fromkeys(names) if name != "creatinine"]
    names += ["haemoglobin", *LIVER_AND_KIDNEY]
    before = sorted(state.space.labs, key=lambda lab: lab.on, reverse=True)
    recent = [lab.analyte for lab in before if before and (before[0].on - lab.on).days <= 42]
    return tuple(dict.fromkeys((*names, *recent)))


def usual_terms(state: PatientState) -> tuple[str, ...]:
    """The symptoms asked for at every visit: those of the treatment-day limits first."""
    assert state.files is not None
    limits = limit_set_of(state.files.regimen, state.files.profile)
    return tuple(dict.fromkeys((*(limit.term for limit in (limits.limits if limits else ()) if limit.term),
                                *ALWAYS_ASKED)))  # fmt: skip


def suspects_of(state: PatientState, course: CourseRecord, cycle: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The drugs of a cycle; and those with what an event may be laid to beside them."""
    assert state.files is not None
    drugs = tuple(drug.name for drug in state.files.regimen.drugs_of(cycle, course.entry.options))
    return drugs, (*drugs, *(name for name in SUSPECTS_BESIDE if name in other_causes()))


def known_labs(labs: Sequence[LabResult], course: CourseRecord, on: date) -> dict[str, KnownLab]:
    """Unit and limits last reported, and the newest value up to the first day of the course in each unit."""
    known = {}
    for name in {lab.analyte for lab in labs}:
        own = sorted((lab for lab in labs if lab.analyte == name and lab.on <= on), key=lambda lab: lab.on)
        if own:
            baseline = {lab.unit: lab.value for lab in own if lab.on <= begun_on(course)}
            known[name] = KnownLab(own[-1].unit, own[-1].lln, own[-1].uln, baseline)
    return known


def of_course(events: Iterable[AdverseEventRecord], course: CourseRecord) -> tuple[AdverseEventRecord, ...]:
    """The events of a course that count."""
    return tuple(one for one in events if one.course_id == course.id and not one.withdrawn)


def events_now(
    state: PatientState,
    course: CourseRecord,
    drafts: Sequence[EventDraft],
    drugs: Sequence[str],
    on: date,
    by: str,
) -> tuple[tuple[str, Event], ...]:
    """Every event of the course with what is said today laid over it, each with the key of its row."""
    assert state.files is not None
    stored = {str(one.id): one for one in of_course(state.space.events, course)}
    rows = {draft.key for draft in drafts}
    entries = [(key, one.entry) for key, one in stored.items() if key not in rows]
    for draft in drafts:
        if draft.key in stored or draft.grade:
            style = state.files.profile.date_style
            entries.append((draft.key, entry_of(draft, stored.get(draft.key), on, style, CTCAE, by)))
    return tuple((key, event) for key, entry in entries for event in spells_of(entry, drugs))


def _asked(
    advice: Advice, keys: Mapping[tuple[str, date], str], new: Collection[str]
) -> dict[str, tuple[Question, ...]]:
    """What the rules ask, by the key of the row.

    new  rows of today: whether their hold is over is not asked
    """
    found: dict[str, dict[str, Question]] = {}
    for asked in sorted(asked_of(advice), key=lambda one: not one.needed):
        key = keys.get((asked.term, asked.date))
        if key is not None and (asked.needed or key not in new):
            found.setdefault(key, {})[asked.question.word] = asked.question
    return {key: tuple(questions.values()) for key, questions in found.items()}


def infusion_days(state: PatientState, course: CourseRecord) -> frozenset[date]:
    """Every day of the course with an infusion, as the cycles are laid out."""
    assert state.files is not None
    regimen, options = state.files.regimen, course.entry.options
    return frozenset(
        day1 + timedelta(days=day - 1)
        for cycle, day1 in state.day_ones.items()
        for drug in regimen.drugs_of(cycle, options)
        if drug.route == "iv"
        for day in drug.days
    )


def base_case(state: PatientState, course: CourseRecord, due: TreatmentDay) -> BaseCase:
    """What the record says before anything of today; the same for every key typed, and dear: every order is read."""
    try:
        return BaseCase(advise_case(state.space, course, due.cycle, due.day1, state.settings))
    except (RegimenError, RecordError) as error:
        return BaseCase(None, str(error))


def reckon(
    state: PatientState,
    course: CourseRecord,
    due: TreatmentDay,
    base: BaseCase,
    labs: Mapping[str, TypedLab],
    drafts: Sequence[EventDraft],
    weight_kg: Decimal | None,
    on: date,
    by: str,
) -> Reckoned:
    """What the rules say of the page as it stands. A refusal is a sentence and loses nothing."""
    assert state.files is not None
    case = base.case
    if case is None:
        return Reckoned(None, None, base.refusal)
    basis = case.basis
    if weight_kg is not None:
        basis = replace(basis, weight_kg=weight_kg, weight_date=on, confirmed=basis.confirmed | {"weight_kg"})
    merged = dict(case.labs)
    for name, lab in labs.items():
        if name == "creatinine" and lab.unit in ("umol/L", "mg/dL"):
            basis = replace(basis, creatinine=Creatinine(lab.value, "mg/dL" if lab.unit == "mg/dL" else "umol/L", on))
        before = case.labs.get(name)
        baseline = before.baseline if before is not None and before.unit == lab.unit else None
        merged[name] = Lab(lab.value, lab.unit, lab.lln, lab.uln, baseline, on)
    drugs, _suspects = suspects_of(state, course, due.cycle)
    events = events_now(state, course, drafts, drugs, on, by)
    case = replace(case, basis=basis, labs=merged, events=tuple(event for _key, event in events))
    try:
        mine = [one for one in state.space.decisions if one.course_id == course.id]
        settled = settled_before(mine, state.space.holds, due.cycle, on)
        advice = advise_with(
            state.files.regimen, state.files.profile, case, None, due.day, on, settled=settled, as_of=on
        )
    except RegimenError as error:
        return Reckoned(None, case, str(error))
    new = {draft.key for draft in drafts if not draft.carried_over}
    keys = {(event.term, event.date): key for key, event in events}
    return Reckoned(advice, case, "", _asked(advice, keys, new), keys)


def visit_of_day(visits: Sequence[VisitRecord], course: CourseRecord, on: date) -> VisitRecord | None:
    """The visit of one day, if there is one."""
    return next((one for one in visits if one.course_id == course.id and one.entry.on == on), None)


def tablets_ordered(state: PatientState, cycle: int) -> tuple[str, tuple[Decimal, ...]]:
    """The oral drug of a cycle's order and the strengths it was ordered or restarted in; nothing without an order."""
    record = state.order(cycle)
    if record is None:
        return "", ()
    for dose in order_value(record).doses:
        plan = dose.plans[dose.chosen] if dose.chosen is not None else None
        if plan is not None and plan.supply:
            restarts = (restart_value(one).plan for one in restarts_of(state.space.restarts, record, dose.drug))
            others = {size for other in restarts if other is not None for size in other.supply}
            return dose.drug, tuple(sorted({*plan.supply, *others}))
    return "", ()
