"""What a handover file says of a course, put together from one reading of the records. Pure: values in, a value out."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from records.course.course_plan import day1_of, kept_regimen, next_cycle, order_value
from records.course.cycle_case import case_for, not_given_of, order_in_force, previous_of
from records.course.cycle_tablets import needed
from records.course.given_at_chair import given_mg_of, total_mg
from records.course.restarts_in_force import last_by_drug, restart_value
from records.course.versions import course_at, stretches
from records.errors import NotAllowed
from records.handover.summary import summary_of
from records.keeping.program_version import PROGRAM, written
from records.values.core import CourseRecord, OrderRecord, SiteSettings, Workspace
from records.values.handover import (
    VERSION,
    AnswerSaid,
    CourseSaid,
    DecisionSaid,
    DelaySaid,
    DoseSaid,
    EndedSaid,
    EventSaid,
    FilesSaid,
    GivenSaid,
    Handover,
    HoldSaid,
    LabSaid,
    LesionSaid,
    Moment,
    NextSaid,
    OrderSaid,
    RestartSaid,
    ReturnedSaid,
    ScanSaid,
    SizeSaid,
)
from regimen.case import read_case
from regimen.given import Basis
from regimen.order import DrugDose
from regimen.supportive_words import item_words

#: Dates and percentages do not look at the basis; a course can be handed over before anybody was weighed.
NO_BASIS = Basis(Decimal(1), Decimal(1))


def gather(moment: Moment, file_id: UUID, other: str, note: str) -> Handover:
    """The whole course. Raises NotAllowed for one that does not run, or goes no further."""
    space = moment.space
    course = next(one for one in space.courses if one.id == moment.course_id)
    if course.status != "active":
        raise NotAllowed(f"This course is {course.status}; only a running course is handed over.")
    made = Handover(
        format="capox-handover", version=VERSION, id=file_id, program=written(PROGRAM), at=moment.at, by=moment.by,
        role=moment.role, site=moment.settings.site_name, other=other, note=note, demo=moment.demo,
        anchor=moment.anchor, patient=space.patient.entry,
        sizes=tuple(SizeSaid(one.kind, one.value, one.on, one.confirmed) for one in space.measurements),
        labs=tuple(
            LabSaid(one.analyte, one.value, one.unit, one.lln, one.uln, one.on, one.taken_at) for one in space.labs
        ),
        course=_course(space, course, moment.settings),
        orders=tuple(_order(space, course, one, moment.settings) for one in _orders(space, course)),
        **_happened(space, course),
        lesions=tuple(
            LesionSaid(one.id, one.entry) for one in space.lesions if one.course_id == course.id and not one.withdrawn
        ),
        scans=tuple(
            ScanSaid(replace(one.entry, texts={}), one.by, one.at)
            for one in space.scans
            if one.course_id == course.id and one.in_force
        ),
        checklist=_checklist(space, course),
        supportive=_supportive(space, course),
        next=_next(space, course, moment.settings),
        summary="",
    )  # fmt: skip
    return replace(made, summary=summary_of(made))


def _supportive(space: Workspace, course: CourseRecord) -> tuple[str, ...]:
    """What was ordered with the last order; empty where supportive care was not ordered with the program."""
    last = _orders(space, course)[-1:]
    ordered = order_value(last[0]).supportive if last else None
    return tuple(item_words(item) for item in ordered.medicines) if ordered is not None else ()


def _course(space: Workspace, course: CourseRecord, settings: SiteSettings) -> CourseSaid:
    now = course_at(course, next_cycle(space, course))
    entry, begun = now.entry, course.entry
    return CourseSaid(
        regimen_id=entry.regimen_id, regimen_version=entry.regimen_version,
        regimen_title=kept_regimen(now.regimen_text, entry.regimen_id).title, regimen_sha256=entry.regimen_sha256,
        regimen_text=now.regimen_text, practice=entry.practice, profile_sha256=now.profile_sha256,
        profile_text=now.profile_text, files=tuple(_files(first, at) for first, at in stretches(course)),
        options=dict(begun.options), day1=begun.day1, first_cycle=begun.first_cycle,
        planned_cycles=begun.planned_cycles, first_dose=begun.first_dose,
        starting_percent=dict(begun.starting_percent), earlier=begun.earlier, cumulative=dict(begun.cumulative),
        earlier_toxicities=begun.earlier_toxicities, intent=begun.intent, disease=begun.disease,
    )  # fmt: skip


def _files(first: int, at: CourseRecord) -> FilesSaid:
    entry = at.entry
    return FilesSaid(
        first, entry.regimen_id, entry.regimen_version, entry.regimen_sha256, entry.practice, at.profile_sha256
    )


def _orders(space: Workspace, course: CourseRecord) -> tuple[OrderRecord, ...]:
    cycles = sorted({one.cycle for one in space.orders if one.course_id == course.id})
    return tuple(found for one in cycles if (found := order_in_force(space.orders, course, one)) is not None)


def _order(space: Workspace, course: CourseRecord, record: OrderRecord, settings: SiteSettings) -> OrderSaid:
    basis, value = read_case(json.loads(record.case_json)).basis, order_value(record)
    assert record.signed_at is not None and record.state in ("signed", "given")
    return OrderSaid(
        cycle=record.cycle, day1=record.day1, state="given" if record.state == "given" else "signed",
        given_on=record.given_on, weight_kg=basis.dosing_weight_kg, height_cm=basis.height_cm,
        dosing_m2=value.bsa.dosing_m2, doses=tuple(_dose(space, course, record, one, settings) for one in value.doses),
        reasons=dict(record.overrides), signed_by=record.signed_by, signed_role=record.signed_role,
        signed_at=record.signed_at, check_code=record.check_code, engine_version=record.engine_version,
    )  # fmt: skip


def _dose(
    space: Workspace, course: CourseRecord, record: OrderRecord, dose: DrugDose, settings: SiteSettings
) -> DoseSaid:
    plan = None if dose.chosen is None else dose.plans[dose.chosen]
    return DoseSaid(
        drug=dose.drug, route=dose.route, days=dose.days, starting_percent=dose.starting_percent,
        percent=dose.percent, level=dose.dose_level, exact_mg=dose.exact_mg, dose_mg=dose.dose_mg,
        given_mg=_given(space, course, record, dose, settings), am={} if plan is None else dict(plan.am),
        pm={} if plan is None else dict(plan.pm), held=dose.held, ended=_ended(space, record, dose.drug),
    )  # fmt: skip


def _ended(space: Workspace, record: OrderRecord, drug: str) -> EndedSaid | None:
    """After the last restart within the cycle."""
    restarted = last_by_drug(space.restarts, record).get(drug)
    if restarted is None:
        return None
    dose = restart_value(restarted).dose
    return EndedSaid(dose.percent, dose.starting_percent, dose.exact_mg, dose.dose_mg)


def _given(
    space: Workspace, course: CourseRecord, record: OrderRecord, dose: DrugDose, settings: SiteSettings
) -> Decimal | None:
    """All of one drug over a cycle that was given, as the treatment summary counts it."""
    if record.state != "given":
        return None
    if dose.route == "iv":
        held = not_given_of(space, course)

        def on_hold(day: int) -> bool:
            return dose.held or held(dose.drug, record.day1 + timedelta(days=day - 1))

        return total_mg(dose, record.cycle, given_mg_of(space.administrations, course), on_hold) or None
    if dose.held or dose.chosen is None:
        return None
    told = needed(space, course, settings, record, dose.drug)
    return sum((strength * count for strength, count in told.items()), Decimal(0)) or None


def _happened(space: Workspace, course: CourseRecord) -> dict[str, Any]:
    """Everything beside the orders that counts, oldest first."""
    numbers = {one.id: one.number for one in space.events}
    return {
        "given": tuple(
            GivenSaid(one.cycle, one.ordered_mg, one.entry, one.by, one.at)
            for one in space.administrations if one.course_id == course.id and not one.withdrawn
        ),
        "delays": tuple(
            DelaySaid(one.cycle, one.days, one.shift, one.reason_code, one.reason_text, one.by, one.at)
            for one in space.delays if one.course_id == course.id and not one.withdrawn
        ),
        "holds": tuple(
            HoldSaid(
                one.drug, one.start, one.end, one.start_half, one.end_half, one.stop, one.reason_code,
                one.reason_text, one.by, one.at,
            )
            for one in space.holds if one.course_id == course.id and not one.withdrawn
        ),
        "restarts": tuple(
            RestartSaid(
                one.entry.cycle, one.entry.drug, *one.entry.start, one.entry.percent, one.entry.level,
                one.entry.reason, one.signed_by, one.signed_at,
            )
            for one in space.restarts if one.course_id == course.id and not one.withdrawn
        ),
        "events": tuple(
            EventSaid(one.number, one.entry, one.cycle, one.cycle_day, one.by, one.at)
            for one in space.events if not one.withdrawn
        ),
        "decisions": tuple(_decisions(space, course, numbers)),
        "dispensed": tuple(
            one.entry for one in space.dispensed if one.course_id == course.id and not one.withdrawn
        ),
        "returned": tuple(
            ReturnedSaid(one.entry.tablets_cycle or one.entry.cycle or 1, one.entry.on, one.entry.tablets_returned)
            for one in space.visits if one.course_id == course.id and one.complete and one.entry.tablets_returned
        ),
    }  # fmt: skip


def _decisions(space: Workspace, course: CourseRecord, numbers: Mapping[UUID, int]) -> Iterable[DecisionSaid]:
    counted = {one.id for one in space.events if not one.withdrawn}
    for one in space.decisions:
        if one.course_id != course.id or one.withdrawn:
            continue
        entry = one.entry
        yield DecisionSaid(
            entry.cycle, entry.drug, entry.taken, entry.starting_percent, entry.percent, entry.level, entry.hold_from,
            entry.hold_until, entry.stop_from, entry.rule_ids,
            tuple(numbers[event] for event in entry.event_ids if event in counted),
            entry.reason or entry.reason_code, one.by, one.role, one.at,
        )  # fmt: skip


def _checklist(space: Workspace, course: CourseRecord) -> tuple[AnswerSaid, ...]:
    """The newest answer to each item the regimen asks before the first cycle."""
    titles = {one.id: one.title for one in kept_regimen(course.regimen_text, course.entry.regimen_id).checklist}
    newest = {
        one.item: one
        for one in space.checklist
        if one.course_id == course.id and one.cycle == course.entry.first_cycle and one.item in titles
    }
    return tuple(
        AnswerSaid(item, titles[item], one.result, one.value, one.on, one.reason, one.by)
        for item, one in newest.items()
    )


def _next(space: Workspace, course: CourseRecord, settings: SiteSettings) -> NextSaid:
    """The very values the next order here would start from."""
    cycle = next_cycle(space, course)
    try:
        day1 = day1_of(space, course, settings, cycle)
    except KeyError:
        raise NotAllowed(f"Cycle {cycle} is not planned: the treatment was stopped, or the regimen ends.") from None
    case = case_for(space, course, cycle, day1, settings, NO_BASIS)
    previous = previous_of(space, course, cycle)
    return NextSaid(
        cycle=cycle, day1=day1, starting_percent=dict(case.starting_percent), percent=dict(case.dose_percent),
        level=dict(case.dose_level), cumulative=dict(previous.cumulative) if previous is not None else {},
        last_day1=previous.last_day1 if previous is not None else None,
    )  # fmt: skip
