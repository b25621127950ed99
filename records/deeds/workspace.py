"""Everything about one patient, read in one transaction; and the history of one patient in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds import (
    administrations,
    before_cycle,
    decisions,
    events,
    patients,
    prints,
    signatures,
    visits,
)
from records.deeds.handovers import handovers_of
from records.deeds.in_order import first_entry
from records.deeds.lab_imports import imports_of
from records.deeds.response_of import follow_ups_of, lesions_of, scans_of
from records.deeds.supportive import supportive_in_use
from records.stored.courses import record_of
from records.stored.dispensed import handed_out_line
from records.stored.orders import draft_of, order_of
from records.stored.plan import delay_of, hold_of
from records.stored.restarts import restarts_of
from records.stored.rows import rows_of
from records.tables import (
    AdministrationRow,
    AdverseEventRow,
    AuditRow,
    ChecklistRow,
    CourseRow,
    DecisionRow,
    DelayRow,
    DispensedRow,
    DraftRow,
    GoAheadRow,
    HoldRow,
    LabRow,
    MeasurementRow,
    OrderRow,
    PrintRow,
    SignatureRow,
    VisitRow,
)
from records.trail.canonical import read
from records.values.administrations import AdministrationRecord
from records.values.core import HistoryLine, Workspace
from records.values.signatures import SignatureRecord
from records.values.visits import (
    AdverseEventRecord,
    ChecklistAnswer,
    Decision,
    Dispensed,
    GoAhead,
    VisitRecord,
)


def workspace(session: Session, patient_id: UUID) -> Workspace:
    """The patient with all that hangs on them. Raises RecordError for an unknown patient."""
    patient = patients.load_patient(session, patient_id)
    one = (patient_id,)
    measured = rows_of(
        session, MeasurementRow, MeasurementRow.patient_id, one, MeasurementRow.on, MeasurementRow.audit_seq
    )
    reported = rows_of(session, LabRow, LabRow.patient_id, one, LabRow.on, LabRow.audit_seq)
    labs = [row for row in reported if row.superseded_by_id is None]
    begun = rows_of(session, CourseRow, CourseRow.patient_id, one, CourseRow.day1, first_entry(CourseRow))
    ids = [course.id for course in begun]
    signed = rows_of(session, OrderRow, OrderRow.course_id, ids, OrderRow.cycle, OrderRow.revision)
    drafts = [row for row in rows_of(session, DraftRow, DraftRow.course_id, ids, DraftRow.cycle) if row.open]
    delays = rows_of(session, DelayRow, DelayRow.course_id, ids, first_entry(DelayRow))
    holds = rows_of(session, HoldRow, HoldRow.course_id, ids, first_entry(HoldRow))
    printed = rows_of(session, PrintRow, PrintRow.course_id, ids, PrintRow.revision)
    known = patients.names(session, {row.person_id for row in (*measured, *labs, *drafts, *delays, *holds, *printed)})
    by_id = {course.id: course for course in begun}
    return Workspace(
        patient=patient,
        measurements=tuple(patients.measurement_of(row, known[row.person_id]) for row in measured),
        labs=tuple(patients.lab_of(row, known[row.person_id]) for row in labs),
        courses=tuple(record_of(session, row) for row in begun),
        orders=tuple(order_of(session, row) for row in signed)
        + tuple(draft_of(session, row, by_id[row.course_id], known[row.person_id]) for row in drafts),
        delays=tuple(delay_of(row, known[row.person_id]) for row in delays),
        holds=tuple(hold_of(row, known[row.person_id]) for row in holds),
        prints=tuple(prints.print_of(row, known[row.person_id]) for row in printed),
        visits=visits_of(session, patient_id),
        events=events_of(session, patient_id),
        checklist=checklist_of(session, ids),
        go_aheads=go_aheads_of(session, ids),
        decisions=decisions_of(session, ids),
        dispensed=dispensed_of(session, ids),
        restarts=restarts_of(session, ids),
        lab_imports=imports_of(session, patient_id),
        signatures=signatures_of(session, ids),
        administrations=administrations_of(session, ids),
        lesions=lesions_of(session, patient_id),
        scans=scans_of(session, patient_id),
        follow_up=follow_ups_of(session, patient_id),
        handovers=handovers_of(session, ids),
        supportive=supportive_in_use(session),
    )


def visits_of(session: Session, patient_id: UUID) -> tuple[VisitRecord, ...]:
    """The visits of a patient, oldest first."""
    rows = rows_of(session, VisitRow, VisitRow.patient_id, (patient_id,), VisitRow.on, VisitRow.id)
    by = patients.first_person(session, "visit", {row.id for row in rows})
    known = patients.names(session, {row.person_id for row in rows})
    return tuple(visits.visit_of(row, by[row.id], known[row.person_id]) for row in rows)


def events_of(session: Session, patient_id: UUID) -> tuple[AdverseEventRecord, ...]:
    """The adverse events of a patient by number, withdrawn ones among them."""
    rows = rows_of(session, AdverseEventRow, AdverseEventRow.patient_id, (patient_id,), AdverseEventRow.number)
    by = patients.first_person(session, "adverse_event", {row.id for row in rows})
    known = patients.names(session, {row.person_id for row in rows})
    return tuple(events.event_of(row, by[row.id], known[row.person_id]) for row in rows)


def checklist_of(session: Session, ids: Sequence[UUID]) -> tuple[ChecklistAnswer, ...]:
    """Answers before cycles, in the order in which they were given."""
    rows = rows_of(session, ChecklistRow, ChecklistRow.course_id, ids, ChecklistRow.audit_seq)
    known = patients.names(session, {row.person_id for row in rows})
    return tuple(before_cycle.answer_of(row, known[row.person_id]) for row in rows)


def go_aheads_of(session: Session, ids: Sequence[UUID]) -> tuple[GoAhead, ...]:
    """Go-aheads, withdrawn ones among them."""
    rows = rows_of(session, GoAheadRow, GoAheadRow.course_id, ids, first_entry(GoAheadRow))
    by = patients.first_person(session, "go_ahead", {row.id for row in rows})
    return tuple(before_cycle.go_ahead_of(row, by[row.id]) for row in rows)


def decisions_of(session: Session, ids: Sequence[UUID]) -> tuple[Decision, ...]:
    """Decisions about drugs, withdrawn ones among them."""
    rows = rows_of(session, DecisionRow, DecisionRow.course_id, ids, first_entry(DecisionRow))
    return tuple(decisions.decision_of(row) for row in rows)


def dispensed_of(session: Session, ids: Sequence[UUID]) -> tuple[Dispensed, ...]:
    """Tablets handed out, withdrawn lines among them."""
    rows = rows_of(session, DispensedRow, DispensedRow.course_id, ids, first_entry(DispensedRow))
    by = patients.first_person(session, "dispensed", {row.id for row in rows})
    return tuple(handed_out_line(row, by[row.id]) for row in rows)


def signatures_of(session: Session, ids: Sequence[UUID]) -> tuple[SignatureRecord, ...]:
    """Signatures beneath orders, in the order in which they were given."""
    rows = rows_of(session, SignatureRow, SignatureRow.course_id, ids, SignatureRow.audit_seq)
    return tuple(signatures.signature_of(row) for row in rows)


def administrations_of(session: Session, ids: Sequence[UUID]) -> tuple[AdministrationRecord, ...]:
    """What was given at the chair, withdrawn lines among it."""
    rows = rows_of(session, AdministrationRow, AdministrationRow.course_id, ids, AdministrationRow.audit_seq)
    return tuple(administrations.administration_of(row) for row in rows)


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
