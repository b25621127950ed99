"""The audit trail: every change of a clinical row becomes a chained entry in the same transaction, by itself.

A session of the store cannot write a clinical row without its entry: this hook runs before every flush.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import Session, UOWTransaction

from records.tables import (
    AuditRow,
    CourseRow,
    DraftRow,
    Kept,
    PatientRow,
    PersonRow,
    RegimenDraftRow,
    ScanRow,
    VisitRow,
)
from records.tables.audit import BEGINNING
from records.tables.base import KEEPING
from records.trail.canonical import canonical, plain, sha256


@dataclass(slots=True)
class Doing:
    """Who is doing what in the transaction at hand.

    patients  the patients whose records were changed, for whoever wants to look again
    last      sequence number and hash of the newest entry, None until read
    """

    key: UUID
    action: str
    person_id: UUID
    person: str
    role: str
    why: str
    at: datetime
    patients: set[UUID]
    last: tuple[int, str] | None = None


class AuditedSession(Session):
    """A session whose clinical changes are audited; `doing` must be set before anything is written."""

    doing: Doing | None = None


def content_of(row: Kept) -> dict[str, Any]:
    """What a row says, without how it is kept; a column of a later schema that is empty says nothing."""
    said: dict[str, Any] = {}
    for column in inspect(row).mapper.column_attrs:
        value = getattr(row, column.key)
        if column.key not in KEEPING and not (value is None and column.columns[0].info.get("later")):
            said[column.key] = plain(value)
    return said


def shown(row: Kept, values: dict[str, Any]) -> dict[str, Any]:
    """Values as the entry keeps them: a long text that lies elsewhere, or is a snapshot, by its hash."""
    attributes = inspect(row).mapper.column_attrs
    hashed = {key for key in values if attributes[key].columns[0].info.get("audit") == "hash"}
    return {
        key: f"sha256:{sha256(canonical(value))}" if key in hashed and value is not None else plain(value)
        for key, value in values.items()
    }


def changes_of(row: Kept) -> tuple[dict[str, Any], dict[str, Any]]:
    """Old and new values of the columns that really change."""
    old: dict[str, Any] = {}
    new: dict[str, Any] = {}
    for attribute in inspect(row).attrs:
        if attribute.key in KEEPING or not attribute.history.has_changes():
            continue
        before = attribute.history.deleted[0] if attribute.history.deleted else None
        if canonical(before) != canonical(attribute.value):
            old[attribute.key], new[attribute.key] = before, attribute.value
    return old, new


def patient_of(session: Session, row: Kept) -> UUID | None:
    """The patient a row is about, None for people and settings."""
    if isinstance(row, PatientRow):
        return row.id
    patient_id: UUID | None = getattr(row, "patient_id", None)
    course_id: UUID | None = getattr(row, "course_id", None)
    if patient_id is None and course_id is not None:
        with session.no_autoflush:
            course = session.get(CourseRow, course_id)
        patient_id = course.patient_id if course else None
    return patient_id


def append(session: AuditedSession, doing: Doing, row: Kept, old: dict[str, Any], new: dict[str, Any]) -> int:
    """One more entry about a row at the end of the chain; answers its sequence number."""
    patient_id = patient_of(session, row)
    return append_entry(session, doing, row.__tablename__, row.id, patient_id, shown(row, old), shown(row, new))


def append_entry(
    session: AuditedSession, doing: Doing, subject: str, subject_id: UUID, patient_id: UUID | None,
    old: dict[str, Any], new: dict[str, Any],
) -> int:  # fmt: skip
    """One more entry at the end of the chain, its values as they are to stand there; answers its sequence number."""
    if doing.last is None:
        newest = select(AuditRow.seq, AuditRow.hash).order_by(AuditRow.seq.desc()).limit(1)
        with session.no_autoflush:
            found = session.execute(newest).first()
        doing.last = (found[0], found[1]) if found else (0, BEGINNING)
    seq, previous = doing.last[0] + 1, doing.last[1]
    entry = {
        "seq": seq, "at": doing.at, "person_id": doing.person_id, "person": doing.person, "role": doing.role,
        "deed_key": doing.key, "action": doing.action, "why": doing.why, "subject": subject, "subject_id": subject_id,
        "patient_id": patient_id, "old": old, "new": new,
    }  # fmt: skip
    content = canonical(entry)
    digest = sha256(previous + content)
    session.add(
        AuditRow(
            seq=seq, at=doing.at, person_id=doing.person_id, deed_key=doing.key, action=doing.action, subject=subject,
            subject_id=subject_id, patient_id=patient_id, content=content, previous_hash=previous, hash=digest,
        )
    )  # fmt: skip
    doing.last = (seq, digest)
    if patient_id is not None:
        doing.patients.add(patient_id)
    return seq


def coarse(row: Kept, doing: Doing) -> bool:
    """Whether a draft, visit or scan goes on being typed by the same person on one day: one entry was enough."""
    if isinstance(row, VisitRow | ScanRow):
        opened = row.complete or (isinstance(row, ScanRow) and row.withdrawn)
    elif isinstance(row, DraftRow):
        opened = inspect(row).attrs["open"].history.has_changes()
    elif isinstance(row, RegimenDraftRow):
        opened = any(inspect(row).attrs[name].history.has_changes() for name in ("state", "authors"))
    else:
        return False
    return not opened and row.person_id == doing.person_id and row.changed_at.date() == doing.at.date()


@event.listens_for(AuditedSession, "before_flush")
def audit_changes(session: AuditedSession, _context: UOWTransaction, _rows: Sequence[object] | None) -> None:
    """Write the entries of everything that is about to be written."""
    if any(isinstance(row, Kept | AuditRow) for row in session.deleted):
        raise RuntimeError("a clinical row is never deleted")
    if any(isinstance(row, AuditRow) for row in session.dirty):
        raise RuntimeError("an audit entry is never changed")
    new = [row for row in session.new if isinstance(row, Kept)]
    changed = [row for row in session.dirty if isinstance(row, Kept)]
    if not new and not changed:
        return
    doing = session.doing
    if doing is None:
        raise RuntimeError("a clinical row may only be written in a named deed")
    for row in new:
        row.created_at = row.changed_at = doing.at
        row.person_id = doing.person_id
        row.audit_seq = append(session, doing, row, {}, content_of(row))
        row.row_hash = sha256(canonical(content_of(row)))
    for row in changed:
        old_values, new_values = changes_of(row)
        if not new_values:
            continue
        if isinstance(row, VisitRow | ScanRow) and "complete" in new_values:
            old_values, new_values = {}, content_of(row)  # steps on the way were audited coarsely
        if not coarse(row, doing):
            row.audit_seq = append(session, doing, row, old_values, new_values)
        elif (patient_id := patient_of(session, row)) is not None:
            doing.patients.add(patient_id)
        row.changed_at, row.person_id = doing.at, doing.person_id
        row.row_hash = sha256(canonical(content_of(row)))


def begin_doing(key: UUID, action: str, person: PersonRow, why: str) -> Doing:
    """A deed by a stored person, now."""
    return Doing(key, action, person.id, person.name, person.role, why, datetime.now(UTC), set())
