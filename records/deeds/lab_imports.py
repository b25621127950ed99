"""Laboratory results taken from messages: all or none, each once, corrections in the place of what they correct."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.bedside.lab_imports import difference
from records.deeds.patients import day, name_of, patient_row, record_of
from records.errors import NotAllowed, RecordError
from records.store import Deed
from records.tables import LabImportRow, LabRow
from records.trail.audit_trail import AuditedSession
from records.typed_text import exact, words
from records.values.labs import ImportedLab, LabImportEntry, LabImportRecord, MessageId

MOST_VALUES = 5000
MOST_MESSAGES = 200


def checked(lab: ImportedLab) -> LabRow:
    """One value as a row. Raises RecordError."""
    name = words(lab.analyte, "Analyte", 80, needed=True)
    for number, field in ((lab.value, name), (lab.lln, f"{name}, lower limit"), (lab.uln, f"{name}, upper limit")):
        if number is not None:
            exact(number, field, "0", "100000000")
    if lab.lln is not None and lab.uln is not None and lab.lln > lab.uln:
        raise RecordError(f"The lower limit of {name} is above its upper limit.", name)
    if lab.status not in ("F", "C"):
        raise RecordError(f"{name} is neither final nor a correction.", name)
    return LabRow(
        id=lab.id, analyte=name, value=lab.value, unit=words(lab.unit, "Unit", 40), lln=lab.lln, uln=lab.uln,
        on=day(lab.on, "Date"), taken_at=words(lab.taken_at, "Time of the sample", 40) or None, status=lab.status,
    )  # fmt: skip


def import_labs(key: UUID, by: UUID, patient_id: UUID, entry: LabImportEntry, today: date) -> Deed[LabImportRecord]:
    """All values of one file. Refused as a whole where one of them cannot be stored, or another patient is meant."""
    if not entry.labs:
        raise RecordError("No value is chosen to be stored.")
    if len(entry.labs) > MOST_VALUES or not 1 <= len(entry.messages) <= MOST_MESSAGES:
        raise RecordError(f"At most {MOST_VALUES} values of {MOST_MESSAGES} messages are stored at once.")
    if len(entry.patients) != len(entry.messages):
        raise RecordError("Each message has to say whom it is about.")
    rows = [(lab, checked(lab)) for lab in entry.labs]
    messages = [
        {
            "control_id": words(one.control_id, "Message control id"), "sender": words(one.sender, "Sender"),
            "sent_at": words(one.sent_at, "Time of the message"), "sha256": words(one.sha256, "Hash", 64),
        }
        for one in entry.messages
    ]  # fmt: skip
    choices = {words(code, "Code"): words(name, "Analyte", 80) for code, name in entry.choices.items()}

    def do(session: AuditedSession) -> UUID:
        patient = record_of(session, patient_row(session, patient_id)).entry
        for said in entry.patients:
            if (differs := difference(said, patient)) != "":
                raise NotAllowed(f"{differs} Nothing was stored.")
        session.add(
            LabImportRow(
                id=key, patient_id=patient_id, messages=messages, labs=[str(lab.id) for lab in entry.labs],
                choices=choices,
            )
        )  # fmt: skip
        session.flush()
        for lab, row in rows:
            if not patient.birth_date <= lab.on <= today:
                raise RecordError(f"{row.analyte} is dated {lab.on.isoformat()}: before birth, or still to come.")
            if session.get(LabRow, lab.id) is not None:
                raise NotAllowed("One of these results is stored already; read the message again.")
            row.patient_id, row.import_id = patient_id, key
            row.superseded_by_id = None if lab.behind is None else counting(session, patient_id, row, lab.behind).id
            session.add(row)
            session.flush()
            for other in lab.corrects:
                counting(session, patient_id, row, other).superseded_by_id = row.id
        return key

    return Deed("import labs", key, by, do, load_import)


def counting(session: Session, patient_id: UUID, row: LabRow, other: UUID) -> LabRow:
    """A stored value of the same patient, test and day that still counts. Raises NotAllowed."""
    found = session.get(LabRow, other)
    same = found is not None and (found.patient_id, found.analyte, found.on) == (patient_id, row.analyte, row.on)
    if found is None or not same or found.superseded_by_id is not None:
        raise NotAllowed("What is on record changed in the meantime; read the message again.")
    return found


def import_of(row: LabImportRow, by: str) -> LabImportRecord:
    messages = tuple(MessageId(m["control_id"], m["sender"], m["sent_at"], m["sha256"]) for m in row.messages)
    labs = tuple(UUID(text) for text in row.labs)
    return LabImportRecord(row.id, row.patient_id, messages, labs, dict(row.choices), by, row.created_at)


def load_import(session: Session, key: UUID) -> LabImportRecord:
    row = session.get_one(LabImportRow, key)
    return import_of(row, name_of(session, row.person_id))


def imports_of(session: Session, patient_id: UUID) -> tuple[LabImportRecord, ...]:
    """The imports of a patient, oldest first."""
    query = select(LabImportRow).where(LabImportRow.patient_id == patient_id).order_by(LabImportRow.audit_seq)
    return tuple(import_of(row, name_of(session, row.person_id)) for row in session.scalars(query))
