"""What stands on the Dose page as values, and the case it makes. No widgets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from records.course.course_plan import CourseFiles
from records.course.cycle_case import creatinine_of, dpyd_of, labs_of, newest, newest_labs, previous_of
from records.values.core import CourseRecord, Measurement, Workspace
from regimen.engine import answer_with
from regimen.errors import Refusal, Refused, RegimenError
from regimen.given import Basis, Case, Creatinine, Dpyd, Lab, Previous
from regimen.order import CycleOrder, DrugDose, TabletPlan


@dataclass(frozen=True, slots=True)
class TypedBasis:
    """The basis as understood; None where a field is empty or refused.

    labs       analyte -> value with limits, every one dated `labs_date`
    confirmed  fields whose plausibility question was answered by typing the value again
    kept_weight_kg  the weight of the last doses, where a person decided to keep dosing on it
    """

    day1: date | None
    height_cm: Decimal | None
    height_date: date | None
    weight_kg: Decimal | None
    weight_date: date | None
    creatinine: Creatinine | None
    dpyd: Dpyd
    medicines: tuple[str, ...]
    labs: Mapping[str, Lab]
    confirmed: frozenset[str]
    kept_weight_kg: Decimal | None = None


@dataclass(frozen=True, slots=True)
class KnownBasis:
    """What the store knows for one cycle before anything is typed; None where nothing was measured."""

    day1: date
    height: Measurement | None
    weight: Measurement | None
    creatinine: Creatinine | None
    dpyd: Dpyd
    medicines: tuple[str, ...]
    labs: Mapping[str, Lab]
    previous: Previous | None
    cycle: int

    def confirmed(self) -> frozenset[str]:
        """Fields whose stored value was questioned and confirmed when it was entered."""
        return frozenset(m.kind for m in (self.height, self.weight) if m is not None and m.confirmed)


def known_basis(space: Workspace, course: CourseRecord, cycle: int, day1: date) -> KnownBasis:
    """The newest values on or before day 1."""
    entry = space.patient.entry
    return KnownBasis(
        day1=day1,
        height=newest(space.measurements, "height_cm", day1),
        weight=newest(space.measurements, "weight_kg", day1),
        creatinine=creatinine_of(newest_labs(space.labs, day1).get("creatinine")),
        dpyd=dpyd_of(entry),
        medicines=entry.medicines,
        labs=labs_of(space, course, day1),
        previous=previous_of(space, course, cycle),
        cycle=cycle,
    )


@dataclass(frozen=True, slots=True)
class TypedChange:
    """A change of one drug's dose: the start for good, and a percent of it or a level in its place, with the reason."""

    starting_percent: Decimal | None = None
    percent: Decimal | None = None
    level: Decimal | None = None
    reason: str = ""


def change_of(case: Case, drug: str) -> TypedChange:
    """What a stored case says about one drug's dose."""
    return TypedChange(case.starting_percent.get(drug), case.dose_percent.get(drug), case.dose_level.get(drug))


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The engine's answer to what stands on the page, or every reason why there is none."""

    case: Case | None
    order: CycleOrder | None
    refusals: tuple[Refusal, ...] = field(default=())


def typed_basis_value(basis: TypedBasis) -> Basis | tuple[Refusal, ...]:
    """The engine's basis, or what is still needed before there can be one."""
    needed = {"day1": basis.day1, "basis.height_cm": basis.height_cm, "basis.weight_kg": basis.weight_kg}
    missing = tuple(
        Refusal(name, "This is needed before a dose can be shown.") for name, v in needed.items() if v is None
    )
    if missing or basis.height_cm is None or basis.weight_kg is None:
        return missing
    return Basis(
        height_cm=basis.height_cm,
        height_date=basis.height_date,
        weight_kg=basis.weight_kg,
        weight_date=basis.weight_date,
        creatinine=basis.creatinine,
        dpyd=basis.dpyd,
        confirmed=basis.confirmed,
        kept_weight_kg=basis.kept_weight_kg,
    )


def case_of(base: Case, basis: TypedBasis, changes: Mapping[str, TypedChange]) -> Case | tuple[Refusal, ...]:
    """The stored case with what was typed in its place; refusals name what is still needed."""
    value = typed_basis_value(basis)
    if isinstance(value, tuple) or basis.day1 is None:
        return value if isinstance(value, tuple) else ()
    return replace(
        base,
        day1=basis.day1,
        basis=value,
        labs=dict(basis.labs),
        medicines=basis.medicines,
        starting_percent=_kept(base.starting_percent, changes),
        dose_percent={d: c.percent for d, c in changes.items() if c.percent is not None and c.percent != 100},
        dose_level={d: c.level for d, c in changes.items() if c.level is not None},
        chosen_plan={},
    )


def _kept(before: Mapping[str, Decimal], changes: Mapping[str, TypedChange]) -> dict[str, Decimal]:
    kept = dict(before)
    for drug, change in changes.items():
        value = change.starting_percent
        if value is None or value == 100:
            kept.pop(drug, None)
        else:
            kept[drug] = value
    return kept


def reckon(
    files: CourseFiles,
    make_base: Callable[[Basis], Case],
    basis: TypedBasis,
    changes: Mapping[str, TypedChange],
    plans: Mapping[str, TabletPlan],
    today: date,
) -> Reckoned:
    """Compute the order from what stands on the page.

    make_base  puts the stored case together around a basis (`records.course.cycle_case.case_for`)
    plans      drug -> the tablet plan a person chose; it holds as long as that very plan is still on offer
    """
    value = typed_basis_value(basis)
    if isinstance(value, tuple):
        return Reckoned(None, None, value)
    case = case_of(make_base(value), basis, changes)
    if isinstance(case, tuple):
        return Reckoned(None, None, case)
    try:
        order = answer_with(files.regimen, files.profile, case, None, today)
        chosen = _still_on_offer(order, plans)
        if chosen:
            case = replace(case, chosen_plan=chosen)
            order = answer_with(files.regimen, files.profile, case, None, today)
    except Refused as refused:
        return Reckoned(case, None, refused.refusals)
    except RegimenError as error:
        return Reckoned(case, None, (Refusal(error.field, str(error)),))
    return Reckoned(case, order)


def _still_on_offer(order: CycleOrder, plans: Mapping[str, TabletPlan]) -> dict[str, int]:
    """A plan is kept by its tablets, not by its place in the list: a new dose never takes another plan unseen."""
    kept = {}
    for dose in order.doses:
        wanted = plans.get(dose.drug)
        for index, plan in enumerate(dose.plans):
            if wanted is not None and (plan.am, plan.pm) == (wanted.am, wanted.pm):
                kept[dose.drug] = index
    return kept


def overrides_of(texts: Mapping[str, str]) -> dict[str, str]:
    """Alert key -> reason, as a draft keeps them among its texts."""
    return {key.removeprefix("override."): text for key, text in texts.items() if key.startswith("override.")}


def chosen_plans(order: CycleOrder) -> dict[str, TabletPlan]:
    """Drug -> the plan that is chosen in an order."""
    return {d.drug: d.plans[d.chosen] for d in order.doses if d.chosen is not None and d.plans}


def dose_of(order: CycleOrder | None, drug: str) -> DrugDose | None:
    """The dose of one drug, None where there is no order or the drug is not in it."""
    return next((d for d in order.doses if d.drug == drug), None) if order else None
