"""Cohorts of the command `outcomes`, kept to be shown; no patient of the records is meant by them."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.patients import first_person
from records.errors import NotAllowed, RecordError
from records.store import Deed
from records.tables import CohortFileRow
from records.trail.audit_trail import AuditedSession
from records.trail.canonical import sha256
from records.typed_text import document, words
from records.values.imports import CohortEntry, CohortRecord

MOST_PATIENTS = 20_000


def record_of(row: CohortFileRow, by: str) -> CohortRecord:
    return CohortRecord(row.id, row.version, row.title, row.patients, row.sha256, by, row.created_at, row.dropped)


def load_cohort(session: Session, key: UUID) -> CohortRecord:
    row = session.get_one(CohortFileRow, key)
    return record_of(row, first_person(session, "cohort_file", {key})[key])


def keep_cohort(key: UUID, by: UUID, entry: CohortEntry) -> Deed[CohortRecord]:
    """A cohort; the same table is kept once."""
    title = words(entry.title, "Title", 200, needed=True)
    text = document(entry.text, "The cohort")
    events = document(entry.events, "The adverse events")
    if not 1 <= entry.patients <= MOST_PATIENTS:
        raise RecordError(f"A cohort has 1 to {MOST_PATIENTS} patients.")

    def do(session: AuditedSession) -> UUID:
        for row in session.scalars(select(CohortFileRow).where(~CohortFileRow.dropped)):
            if (sha256(row.table_text), row.events_text) == (sha256(text), events):
                raise NotAllowed(f"This cohort is kept already, as “{row.title}”.")
        session.add(CohortFileRow(
            id=key, title=title, sha256=entry.sha256, patients=entry.patients, table_text=text, events_text=events,
            dropped=False,
        ))  # fmt: skip
        return key

    return Deed("keep cohort", key, by, do, load_cohort)


def drop_cohort(key: UUID, by: UUID, cohort_id: UUID) -> Deed[CohortRecord]:
    """A cohort that is no longer offered; it stays on record."""

    def do(session: AuditedSession) -> UUID:
        row = session.get(CohortFileRow, cohort_id)
        if row is None or row.dropped:
            raise NotAllowed("This cohort is no longer kept.")
        row.dropped = True
        return cohort_id

    return Deed("drop cohort", key, by, do, load_cohort)


def cohorts(session: Session) -> tuple[CohortRecord, ...]:
    """Those offered, newest first."""
    rows = session.scalars(select(CohortFileRow).where(~CohortFileRow.dropped)).all()
    people = first_person(session, "cohort_file", {row.id for row in rows})
    found = [record_of(row, people[row.id]) for row in rows]
    return tuple(sorted(found, key=lambda one: (-one.at.timestamp(), one.title)))


def cohort_texts(session: Session, cohort_id: UUID) -> tuple[str, str]:
    """Table and events of a kept cohort as CSV. Raises RecordError."""
    row = session.get(CohortFileRow, cohort_id)
    if row is None:
        raise RecordError("This cohort is not in the records that are open.")
    return row.table_text, row.events_text
