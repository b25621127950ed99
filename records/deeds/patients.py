"""Patients, measurements and laboratory values."""

from datetime import date
from decimal import Decimal
from typing import Any, Literal, cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.deeds.lists import refresh_line
from records.errors import Conflict, RecordError
from records.store import Deed
from records.tables import AuditRow, LabRow, MeasurementRow, PatientRow, PersonRow
from records.trail.audit_trail import AuditedSession
from records.typed_text import IDENTIFIER, NAME, NOTE, exact, words, words_list
from records.values.core import DpydStatus, LabResult, Measurement, PatientEntry, PatientRecord

EARLIEST = date(1900, 1, 1)
LATEST = date(2199, 12, 31)
SIZES = {"height_cm": ("Height", "20", "300"), "weight_kg": ("Weight", "1", "700")}


def day(value: date, field: str, earliest: date = EARLIEST) -> date:
    """A date that can be meant."""
    if not earliest <= value <= LATEST:
        raise RecordError(
            f"{field} is {value.isoformat()}; the store keeps dates from {earliest.isoformat()} to 2199.", field
        )
    return value


def columns_of(entry: PatientEntry) -> dict[str, Any]:
    """A patient as entered, checked, as columns. Raises RecordError."""
    identifiers = [
        [words(kind, "Identifier", 40), words(value, "Identifier", IDENTIFIER, needed=True)]
        for kind, value in entry.identifiers
    ]
    if not identifiers:
        raise RecordError("A patient needs at least one identifier.", "Identifier")
    if len(identifiers) > 20:
        raise RecordError("A patient has at most 20 identifiers.", "Identifier")
    if entry.sex not in ("female", "male"):
        raise RecordError("Sex must be female or male, the formulas know no other.", "Sex")
    if entry.ecog is not None and not 0 <= entry.ecog <= 4:
        raise RecordError(f"ECOG is {entry.ecog}; it goes from 0 to 4.", "ECOG")
    if entry.dpyd_status not in ("done", "pending", "not_tested"):
        raise RecordError("DPYD must be done, pending or not tested.", "DPYD")
    score = None if entry.dpyd_score is None else exact(entry.dpyd_score, "DPYD activity score", "0", "2")
    return {
        "name": words(entry.name, "Name", NAME, needed=True),
        "identifiers": identifiers,
        "birth_date": day(entry.birth_date, "Birth date"),
        "sex": entry.sex,
        "allergies": words_list(entry.allergies, "Allergies"),
        "allergies_asked": entry.allergies_asked,
        "reactions": words_list(entry.reactions, "Reactions", 1000),
        "medicines": words_list(entry.medicines, "Medicines"),
        "dpyd_status": entry.dpyd_status,
        "dpyd_score": score,
        "dpyd_variants": words_list(entry.dpyd_variants or (), "DPYD variants"),
        "dpyd_date": entry.dpyd_date and day(entry.dpyd_date, "DPYD date"),
        "dpyd_reason": words(entry.dpyd_reason, "DPYD reason", NOTE, lines=True),
        "ecog": entry.ecog,
        "interpreter": words(entry.interpreter, "Interpreter"),
        "language": words(entry.language, "Language", 20),
        "carer_contact": words(entry.carer_contact, "Carer", 500, lines=True),
        "drainage": words(entry.drainage, "Drainage", 500, lines=True),
        "liver_involvement": entry.liver_involvement,
        "diagnosis_site": words(entry.diagnosis_site, "Diagnosis"),
        "note": words(entry.note, "Note", NOTE, lines=True),
    }


def record_of(session: Session, row: PatientRow) -> PatientRecord:
    """A stored patient as a value."""
    variants = tuple(row.dpyd_variants)
    entry = PatientEntry(
        name=row.name, identifiers=tuple((kind, value) for kind, value in row.identifiers), birth_date=row.birth_date,
        sex=cast(Literal["female", "male"], row.sex), allergies=tuple(row.allergies),
        allergies_asked=row.allergies_asked, reactions=tuple(row.reactions), medicines=tuple(row.medicines),
        dpyd_status=cast(DpydStatus, row.dpyd_status),
        dpyd_score=row.dpyd_score, dpyd_variants=(variants[0], variants[1]) if len(variants) == 2 else None,
        dpyd_date=row.dpyd_date, dpyd_reason=row.dpyd_reason, ecog=row.ecog, interpreter=row.interpreter,
        language=row.language, carer_contact=row.carer_contact, drainage=row.drainage,
        liver_involvement=row.liver_involvement, diagnosis_site=row.diagnosis_site, note=row.note,
    )  # fmt: skip
    return PatientRecord(row.id, row.version, entry, row.created_at, row.changed_at, name_of(session, row.person_id))


def name_of(session: Session, person_id: UUID) -> str:
    return session.get_one(PersonRow, person_id).name


def patient_row(session: Session, patient_id: UUID) -> PatientRow:
    row = session.get(PatientRow, patient_id)
    if row is None:
        raise RecordError("This patient is not in the records that are open.")
    return row


def load_patient(session: Session, patient_id: UUID) -> PatientRecord:
    return record_of(session, patient_row(session, patient_id))


def add_patient(key: UUID, by: UUID, entry: PatientEntry) -> Deed[PatientRecord]:
    """A new patient; the key becomes the id."""
    columns = columns_of(entry)

    def do(session: AuditedSession) -> UUID:
        row = PatientRow(id=key, **columns)
        session.add(row)
        session.flush()
        refresh_line(session, row)
        return key

    return Deed("add patient", key, by, do, load_patient)


def change_patient(
    key: UUID, by: UUID, patient_id: UUID, version: int, entry: PatientEntry, why: str
) -> Deed[PatientRecord]:
    """Another entry in the place of the one read as `version`."""
    columns = columns_of(entry)

    def do(session: AuditedSession) -> UUID:
        row = patient_row(session, patient_id)
        if row.version != version:
            theirs = record_of(session, row)
            raise Conflict(
                f"{theirs.changed_by} changed this patient in the meantime; both versions are shown.", theirs, entry
            )
        for name, value in columns.items():
            setattr(row, name, value)
        session.flush()
        refresh_line(session, row)
        return patient_id

    return Deed("change patient", key, by, do, load_patient, words(why, "Reason", NOTE, lines=True))


def measurement_of(row: MeasurementRow, by: str) -> Measurement:
    kind = cast(Literal["height_cm", "weight_kg"], row.kind)
    return Measurement(row.id, row.patient_id, kind, row.value, row.on, by, row.confirmed)


def load_measurement(session: Session, key: UUID) -> Measurement:
    row = session.get_one(MeasurementRow, key)
    return measurement_of(row, name_of(session, row.person_id))


def measure(
    key: UUID, by: UUID, patient_id: UUID, kind: str, value: Decimal, on: date, confirmed: str
) -> Deed[Measurement]:
    """A height or weight; it never changes, a later one of the same date takes its place."""
    if kind not in SIZES:
        raise RecordError("Only height in cm and weight in kg are measured here.", kind)
    exact(value, *SIZES[kind])
    day(on, "Date")
    kept = words(confirmed, "Confirmation", NOTE, lines=True)

    def do(session: AuditedSession) -> UUID:
        patient = patient_row(session, patient_id)
        if on < patient.birth_date:
            raise RecordError(f"{SIZES[kind][0]} is dated {on.isoformat()}, before the patient was born.", "Date")
        session.add(MeasurementRow(id=key, patient_id=patient_id, kind=kind, value=value, on=on, confirmed=kept))
        return key

    return Deed("measure", key, by, do, load_measurement)


def lab_of(row: LabRow, by: str) -> LabResult:
    return LabResult(
        row.id, row.patient_id, row.analyte, row.value, row.unit, row.lln, row.uln, row.on, by, row.taken_at or "",
        row.status or "",
    )  # fmt: skip


def load_lab(session: Session, key: UUID) -> LabResult:
    row = session.get_one(LabRow, key)
    return lab_of(row, name_of(session, row.person_id))


def add_lab(
    key: UUID, by: UUID, patient_id: UUID, analyte: str, value: Decimal, unit: str,
    lln: Decimal | None, uln: Decimal | None, on: date,
) -> Deed[LabResult]:  # fmt: skip
    """A laboratory value in the unit reported."""
    name = words(analyte, "Analyte", 80, needed=True)
    kept_unit = words(unit, "Unit", 40)
    for number, field in ((value, name), (lln, f"{name}, lower limit"), (uln, f"{name}, upper limit")):
        if number is not None:
            exact(number, field, "0", "100000000")
    if lln is not None and uln is not None and lln > uln:
        raise RecordError(f"The lower limit of {name} is above its upper limit.", name)
    day(on, "Date")

    def do(session: AuditedSession) -> UUID:
        patient = patient_row(session, patient_id)
        if on < patient.birth_date:
            raise RecordError(f"{name} is dated {on.isoformat()}, before the patient was born.", "Date")
        row = LabRow(id=key, patient_id=patient_id, analyte=name, value=value, unit=kept_unit, lln=lln, uln=uln, on=on)
        session.add(row)
        return key

    return Deed("add lab", key, by, do, load_lab)


def names(session: Session, ids: set[UUID]) -> dict[UUID, str]:
    """Names of people by id."""
    return {row.id: row.name for row in session.scalars(select(PersonRow).where(PersonRow.id.in_(ids)))}


def first_person(session: Session, subject: str, ids: set[UUID]) -> dict[UUID, str]:
    """Who made each row: its first audit entry says so."""
    first = (
        select(AuditRow.subject_id, func.min(AuditRow.seq).label("seq"))
        .where(AuditRow.subject == subject, AuditRow.subject_id.in_(ids))
        .group_by(AuditRow.subject_id)
        .subquery()
    )
    query = (
        select(first.c.subject_id, PersonRow.name)
        .join(AuditRow, AuditRow.seq == first.c.seq)
        .join(PersonRow, PersonRow.id == AuditRow.person_id)
    )
    return {row.subject_id: row.name for row in session.execute(query)}
