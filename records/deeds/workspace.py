"""Everything about one patient, read in one transaction; and the history of one patient in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.canonical import read
from records.deeds import courses, orders, patients, plan, prints
from records.tables import (
    AuditRow,
    CourseRow,
    DelayRow,
    DraftRow,
    HoldRow,
    Kept,
    LabRow,
    MeasurementRow,
    OrderRow,
    PrintRow,
)
from records.values import HistoryLine, Workspace

R = TypeVar("R", bound=Kept)


def rows_of(session: Session, table: type[R], column: Any, ids: Sequence[UUID], *order: Any) -> Sequence[R]:
    """All rows that hang on some ids, in order."""
    if not ids:
        return ()
    return session.scalars(select(table).where(column.in_(ids)).order_by(*order)).all()


def workspace(session: Session, patient_id: UUID) -> Workspace:
    """The patient with all that hangs on them. Raises RecordError for an unknown patient."""
    patient = patients.load_patient(session, patient_id)
    one = (patient_id,)
    measured = rows_of(
        session, MeasurementRow, MeasurementRow.patient_id, one, MeasurementRow.on, MeasurementRow.audit_seq
    )
    labs = rows_of(session, LabRow, LabRow.patient_id, one, LabRow.on, LabRow.audit_seq)
    begun = rows_of(session, CourseRow, CourseRow.patient_id, one, CourseRow.day1, CourseRow.created_at)
    ids = [course.id for course in begun]
    signed = rows_of(session, OrderRow, OrderRow.course_id, ids, OrderRow.cycle, OrderRow.revision)
    drafts = [row for row in rows_of(session, DraftRow, DraftRow.course_id, ids, DraftRow.cycle) if row.open]
    delays = rows_of(session, DelayRow, DelayRow.course_id, ids, DelayRow.created_at, DelayRow.id)
    holds = rows_of(session, HoldRow, HoldRow.course_id, ids, HoldRow.created_at, HoldRow.id)
    printed = rows_of(session, PrintRow, PrintRow.course_id, ids, PrintRow.revision)
    known = patients.names(session, {row.person_id for row in (*measured, *labs, *drafts, *delays, *holds, *printed)})
    by_id = {course.id: course for course in begun}
    return Workspace(
        patient=patient,
        measurements=tuple(patients.measurement_of(row, known[row.person_id]) for row in measured),
        labs=tuple(patients.lab_of(row, known[row.person_id]) for row in labs),
        courses=tuple(courses.record_of(session, row) for row in begun),
        orders=tuple(orders.order_of(session, row) for row in signed)
        + tuple(orders.draft_of(session, row, by_id[row.course_id], known[row.person_id]) for row in drafts),
        delays=tuple(plan.delay_of(row, known[row.person_id]) for row in delays),
        holds=tuple(plan.hold_of(row, known[row.person_id]) for row in holds),
        prints=tuple(prints.print_of(row, known[row.person_id]) for row in printed),
    )


def in_words(values: Mapping[str, Any]) -> str:
    """Old or new values as a person reads them, one a line; empty ones and hashes of snapshots fall away."""
    said = {name.replace("_", " "): value_in_words(value) for name, value in values.items()}
    return "\n".join(f"{name}: {text}" for name, text in said.items() if text and not text.startswith("sha256:"))


def value_in_words(value: object) -> str:
    """One value of an entry; nothing for what is empty or an internal id."""
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(value_in_words(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {value_in_words(item)}" for name, item in value.items())
    return str(value)


def history(session: Session, patient_id: UUID) -> tuple[HistoryLine, ...]:
    """Every audit entry about one patient, newest first."""
    query = select(AuditRow.content).where(AuditRow.patient_id == patient_id).order_by(AuditRow.seq.desc())
    return tuple(line_of(cast(dict[str, Any], read(content))) for content in session.scalars(query))


def line_of(entry: dict[str, Any]) -> HistoryLine:
    """An audit entry as a line."""
    return HistoryLine(
        seq=entry["seq"], at=datetime.fromisoformat(entry["at"]), by=entry["person"], role=entry["role"],
        action=entry["action"], subject=entry["subject"].replace("_", " "), old=in_words(entry["old"]),
        new=in_words({name: value for name, value in entry["new"].items() if not name.endswith("id")}),
        why=entry["why"],
    )  # fmt: skip
