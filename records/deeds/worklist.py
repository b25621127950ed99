"""The list of a day: who is due for what, and what is missing before it can go on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from records.course.checklist import counted, open_items
from records.course.course_plan import CourseFiles, files_from, kept_regimen
from records.course.versions import withdrawn_words
from records.deeds.handovers import given_words
from records.deeds.lists import course_texts, identifiers_text
from records.deeds.people import settings
from records.deeds.texts import text_of
from records.deeds.versions import withdrawn_files
from records.tables import (
    ChecklistRow,
    CourseRow,
    DueRow,
    GoAheadRow,
    HoldRow,
    LabRow,
    MeasurementRow,
    OrderRow,
    PatientRow,
)
from records.values.clinic import Need
from records.values.core import SiteSettings, WorklistLine
from records.values.moves import WithdrawnFile
from regimen.alerts import day_words

#: Days ahead in which a cycle without a signed order is shown; days back in which one not recorded as given is.
AHEAD = 3
BEHIND = 14
WORDS = {"day1": "day 1", "visit": "visit", "blood_test": "blood test"}


@dataclass(frozen=True, slots=True)
class Around:
    """What the lines of one day look at, read at once for all of them."""

    courses: dict[UUID, CourseRow]
    patients: dict[UUID, PatientRow]
    orders: dict[tuple[UUID, int], OrderRow]
    weights: dict[UUID, list[date]]
    labs: dict[tuple[UUID, str], list[date]]
    holds: dict[UUID, list[HoldRow]]
    answered: dict[tuple[UUID, int], set[str]]
    go_aheads: set[tuple[UUID, int, int, date]]
    withdrawn: dict[str, WithdrawnFile]
    course_texts: dict[UUID, str]
    given: dict[UUID, str] = field(default_factory=dict)


def worklist(session: Session, on: date) -> tuple[WorklistLine, ...]:
    """Lines of a day, by name; with cycles that should have been given, and cycles soon to begin that nobody signed."""
    due = session.scalars(due_rows(on)).all()
    around = look_around(session, due)
    by_cycle: dict[tuple[UUID, int], list[DueRow]] = defaultdict(list)
    for row in due:
        by_cycle[row.course_id, row.cycle].append(row)
    site = settings(session)
    lines = (line_of(session, around, site, rows, on) for rows in by_cycle.values())
    return tuple(sorted((line for line in lines if line is not None), key=lambda line: (line.on, line.name)))


def due_rows(on: date) -> Select[DueRow]:
    """Everything of the day; day 1s before it that nobody recorded as given, and soon to come without an order."""
    this_cycle = (OrderRow.course_id == DueRow.course_id) & (OrderRow.cycle == DueRow.cycle)
    given = exists().where(this_cycle, OrderRow.state == "given")
    signed = exists().where(this_cycle, OrderRow.state != "replaced")
    behind = DueRow.on.between(on - timedelta(days=BEHIND), on - timedelta(days=1)) & ~given
    ahead = DueRow.on.between(on + timedelta(days=1), on + timedelta(days=AHEAD)) & ~signed
    return (
        select(DueRow)
        .where((DueRow.on == on) | ((DueRow.kind == "day1") & (behind | ahead)))
        .order_by(DueRow.on, DueRow.kind, DueRow.course_id)
    )


def look_around(session: Session, due: Sequence[DueRow]) -> Around:
    """Courses, patients, orders, weights, labs and holds of all lines, in a few questions."""
    course_ids = {row.course_id for row in due}
    patient_ids = {row.patient_id for row in due}
    weights: dict[UUID, list[date]] = defaultdict(list)
    measured = select(MeasurementRow.patient_id, MeasurementRow.on).where(
        MeasurementRow.patient_id.in_(patient_ids), MeasurementRow.kind == "weight_kg"
    )
    for patient_id, day in session.execute(measured):
        weights[patient_id].append(day)
    labs: dict[tuple[UUID, str], list[date]] = defaultdict(list)
    for patient_id, analyte, day in session.execute(
        select(LabRow.patient_id, LabRow.analyte, LabRow.on).where(
            LabRow.patient_id.in_(patient_ids), LabRow.superseded_by_id.is_(None)
        )
    ):
        labs[patient_id, analyte].append(day)
    holds: dict[UUID, list[HoldRow]] = defaultdict(list)
    for hold in session.scalars(select(HoldRow).where(HoldRow.course_id.in_(course_ids), ~HoldRow.withdrawn)):
        holds[hold.course_id].append(hold)
    orders = select(OrderRow).where(OrderRow.course_id.in_(course_ids), OrderRow.state != "replaced")
    return Around(
        courses={row.id: row for row in session.scalars(select(CourseRow).where(CourseRow.id.in_(course_ids)))},
        patients={row.id: row for row in session.scalars(select(PatientRow).where(PatientRow.id.in_(patient_ids)))},
        orders={(row.course_id, row.cycle): row for row in session.scalars(orders)},
        weights=weights, labs=labs, holds=holds, answered=answered_items(session, course_ids),
        go_aheads=go_aheads_given(session, course_ids), withdrawn=withdrawn_files(session),
        course_texts=course_texts(session, patient_ids), given=given_words(session, course_ids),
    )  # fmt: skip


def answered_items(session: Session, course_ids: set[UUID]) -> dict[tuple[UUID, int], set[str]]:
    """Course and cycle -> the items of the checklist that have an answer."""
    found: dict[tuple[UUID, int], set[str]] = defaultdict(set)
    query = select(ChecklistRow.course_id, ChecklistRow.cycle, ChecklistRow.item)
    for course_id, cycle, item in session.execute(query.where(ChecklistRow.course_id.in_(course_ids))):
        found[course_id, cycle].add(item)
    return found


def go_aheads_given(session: Session, course_ids: set[UUID]) -> set[tuple[UUID, int, int, date]]:
    """Course, cycle, cycle day and date of every go-ahead in force."""
    query = select(GoAheadRow.course_id, GoAheadRow.cycle, GoAheadRow.cycle_day, GoAheadRow.for_day).where(
        GoAheadRow.course_id.in_(course_ids), ~GoAheadRow.withdrawn
    )
    return {(course_id, cycle, cycle_day, day) for course_id, cycle, cycle_day, day in session.execute(query)}


def line_of(
    session: Session, around: Around, site: SiteSettings, rows: Sequence[DueRow], on: date
) -> WorklistLine | None:
    """One cycle of one course as a line, None when nothing is to be done on the day."""
    first = next((row for row in rows if row.on == on), rows[0])
    course, patient = around.courses[first.course_id], around.patients[first.patient_id]
    order = around.orders.get((course.id, first.cycle))
    due = list(due_words(rows, order, on))
    if not due:
        return None
    missing = tuple(missing_words(session, around, site, course, patient, order, first)) if needs_order(rows) else ()
    missing = (*withdrawn_said(around, course), *missing)
    state = order.state if order else "not signed"
    if provisional(session, around, course, order, rows):
        state += ", provisional"
    return WorklistLine(
        patient.id, course.id, patient.name, identifiers_text(patient), around.course_texts[patient.id], first.cycle,
        first.cycle_day, first.on, tuple(due), missing, state,
    )  # fmt: skip


def withdrawn_said(around: Around, course: CourseRow) -> tuple[str, ...]:
    """That somebody else treats the course, and approvals withdrawn of its files: on every line of the patient."""
    found = (around.withdrawn.get(digest) for digest in (course.regimen_sha256, course.profile_sha256))
    given = (around.given[course.id],) if course.id in around.given else ()
    return (*given, *(withdrawn_words(file) for file in found if file is not None))


def provisional(
    session: Session, around: Around, course: CourseRow, order: OrderRow | None, rows: Sequence[DueRow]
) -> bool:
    """Whether a treatment day of the line still waits for the go-ahead of a person."""
    given = order is not None and order.state == "given"
    digest = course.regimen_sha256 if order is None else order.regimen_sha256
    drugs = kept_regimen(text_of(session, digest), course.regimen_id).drugs_of(rows[0].cycle, dict(course.options))
    infusions = {day for drug in drugs if drug.route == "iv" for day in drug.days} | {1}
    return any(
        row.kind != "blood_test"
        and row.cycle_day in infusions
        and not (given and row.cycle_day == 1)
        and (course.id, row.cycle, row.cycle_day, row.on) not in around.go_aheads
        for row in rows
    )


def needs_order(rows: Iterable[DueRow]) -> bool:
    """Whether a line is about a day 1, for which an order and its basis must be there."""
    return any(row.kind == "day1" for row in rows)


def due_words(rows: Sequence[DueRow], order: OrderRow | None, on: date) -> Iterable[str]:
    """What is due on the day, or should have been, or is near and not signed."""
    for row in rows:
        if row.on == on:
            what = "visit" if row.kind == "visit" else WORDS[row.kind]
            yield f"cycle {row.cycle} {what}" if row.kind != "visit" else f"cycle {row.cycle} day {row.cycle_day}"
        elif row.on < on and (order is None or order.state == "signed"):
            yield f"cycle {row.cycle} day 1 was {day_words(row.on)}, not recorded as given"
        elif row.on > on and order is None:
            yield f"cycle {row.cycle} not signed, day 1 is {day_words(row.on)}"


def missing_words(
    session: Session, around: Around, site: SiteSettings, course: CourseRow, patient: PatientRow,
    order: OrderRow | None, due: DueRow,
) -> Iterable[str]:  # fmt: skip
    """What stands in the way of giving the cycle, in words."""
    return (need.words for need in cycle_needs(session, around, site, course, patient, order, due))


def cycle_needs(
    session: Session, around: Around, site: SiteSettings, course: CourseRow, patient: PatientRow,
    order: OrderRow | None, due: DueRow,
) -> Iterable[Need]:  # fmt: skip
    """The same, each with its kind."""
    if order is not None and order.state == "given":
        return
    files = files_in(session, course, site)
    policy, wanted = files.policy, files.regimen.asks_of(due.cycle)
    weights = [day for day in around.weights[patient.id] if day <= due.on]
    if not weights:
        yield Need("weight", "weight missing")
    elif (due.on - max(weights)).days > policy.weight_valid_days:
        yield Need("weight", f"weight older than {policy.weight_valid_days} days")
    if "dpyd" in wanted and patient.dpyd_status != "done":
        yield Need("dpyd", "DPYD result pending" if patient.dpyd_status == "pending" else "DPYD not known")
    for analyte in wanted:
        if analyte == "dpyd":
            continue
        valid = policy.creatinine_valid_days if analyte == "creatinine" else policy.lab_valid_days
        taken = [day for day in around.labs[patient.id, analyte] if day <= due.on]
        if not taken:
            yield Need("blood test", f"{analyte} missing")
        elif (due.on - max(taken)).days > valid:
            yield Need("blood test", f"{analyte} older than {valid} days")
    if not patient.allergies_asked:
        yield Need("allergies", "allergies not asked")
    if due.cycle == course.first_cycle:
        answered = around.answered[course.id, due.cycle]
        if still := open_items(files.regimen.checklist, answered):
            total = len(files.regimen.checklist)
            yield Need("checklist", counted(total - len(still), total))
    if order is None:
        yield Need("order", "order not signed")
    elif order.day1 != (planned := first_day(due)):
        yield Need("order", f"order signed for {order.day1.isoformat()}, day 1 is now {planned.isoformat()}")
    for hold in around.holds[course.id]:
        if hold.start <= due.on and (hold.end is None or hold.end >= due.on):
            yield Need("hold", f"{hold.drug} {'stopped' if hold.stop else 'on hold'}")


def files_in(session: Session, course: CourseRow, site: SiteSettings) -> CourseFiles:
    """What the course goes by now."""
    return files_from(
        (text_of(session, course.regimen_sha256), course.regimen_id),
        (text_of(session, course.profile_sha256), course.practice), course.first_dose, site,
    )  # fmt: skip


def first_day(due: DueRow) -> date:
    """Day 1 of the cycle a row belongs to; a blood test before it has no positive cycle day."""
    return due.on if due.kind == "day1" else due.on - timedelta(days=due.cycle_day - 1)
