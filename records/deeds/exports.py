"""Reading patients for an export, and saying in the trail of each that they left the records."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.deeds.patients import patient_row
from records.deeds.people import settings
from records.deeds.workspace import workspace
from records.errors import RecordError
from records.store import Deed
from records.tables import AuditRow, PatientRow
from records.tables.audit import BEGINNING
from records.trail.audit_trail import AuditedSession, append
from records.typed_text import words
from records.values.exchange import ExportNote, Traced

MOST_PATIENTS = 20_000


def patient_ids(session: Session) -> tuple[UUID, ...]:
    """Everybody in the records, in the order they were entered."""
    return tuple(session.scalars(select(PatientRow.id).order_by(PatientRow.created_at, PatientRow.id)))


def traced(session: Session, patient_id: UUID) -> Traced:
    """One patient with the newest entry of each row. Raises RecordError for an unknown patient."""
    space = workspace(session, patient_id)
    query = select(AuditRow.subject_id, func.max(AuditRow.seq)).where(AuditRow.patient_id == patient_id)
    entries = {row[0]: row[1] for row in session.execute(query.group_by(AuditRow.subject_id))}
    newest = session.execute(select(AuditRow.seq, AuditRow.hash).order_by(AuditRow.seq.desc()).limit(1)).first()
    seq, digest = (newest[0], newest[1]) if newest is not None else (0, BEGINNING)
    return Traced(space, entries, f"{seq}:{digest}", settings(session))


def said_of(note: ExportNote, patients: int) -> str:
    """The entry's words: kind, whether names were taken out, how many patients and rows, the hash."""
    kind = "SDTM" if note.kind == "sdtm" else note.kind.upper()
    parts = [
        kind,
        "de-identified" if note.deidentified else "with names",
        f"{patients} patient" if patients == 1 else f"{patients} patients",
        f"{note.rows} row" if note.rows == 1 else f"{note.rows} rows",
        *(["key file written"] if note.key_file else []),
        f"SHA-256 {note.sha256}",
    ]
    return ", ".join(parts)


def export_with_names(key: UUID, by: UUID, patients: tuple[UUID, ...], note: ExportNote) -> Deed[UUID]:
    """Patients' data leave the records with names, or with a key file that leads back to them."""
    check(patients, note)

    def do(session: AuditedSession) -> UUID:
        return say(session, patients)

    return Deed("export", key, by, do, lambda _session, found: found, why=said_of(note, len(patients)))


def export_deidentified(key: UUID, by: UUID, patients: tuple[UUID, ...], note: ExportNote) -> Deed[UUID]:
    """Patients' data leave the records under pseudonyms that nothing leads back from."""
    check(patients, note)

    def do(session: AuditedSession) -> UUID:
        return say(session, patients)

    return Deed("export de-identified", key, by, do, lambda _session, found: found, why=said_of(note, len(patients)))


def check(patients: tuple[UUID, ...], note: ExportNote) -> None:
    """Raises RecordError for an export of nobody, of too many, or of one patient twice."""
    if not patients:
        raise RecordError("There is nobody to export.")
    if len(patients) > MOST_PATIENTS:
        raise RecordError(f"At most {MOST_PATIENTS} patients are exported at once.")
    if len(set(patients)) != len(patients):
        raise RecordError("A patient stands twice in the list to export.")
    words(note.sha256, "Hash", 64, needed=True)


def say(session: AuditedSession, patients: tuple[UUID, ...]) -> UUID:
    """One entry a patient; nothing else changes. Answers the first."""
    assert session.doing is not None
    for patient_id in patients:
        append(session, session.doing, patient_row(session, patient_id), {}, {})
    return patients[0]
