"""Lesions: named at the baseline, or seen first afterwards."""

from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.patients import first_person
from records.errors import NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import course_row
from records.tables import LesionRow, ScanRow
from records.trail.audit_trail import AuditedSession
from records.typed_text import NOTE, exact, words
from records.values.responses import LesionEntry, LesionKind, LesionRecord, LesionRole

ROLES, KINDS = ("target", "nontarget", "new"), ("node", "non-node")


def columns_of(entry: LesionEntry) -> dict[str, Any]:
    """A lesion as entered, checked, as columns. Raises RecordError."""
    if entry.role not in ROLES:
        raise RecordError("A lesion is a target, a non-target or a new lesion.", "Role")
    if entry.kind not in KINDS:
        raise RecordError("A lesion is a lymph node or it is none.", "Kind")
    if entry.slice_mm is not None:
        exact(entry.slice_mm, "Slice thickness in mm", "0.1", "100")
    return {
        "name": words(entry.name, "Name", 20, needed=True),
        "role": entry.role,
        "organ": words(entry.organ, "Organ", 80, needed=True),
        "place": words(entry.place, "Place", 120),
        "kind": entry.kind,
        "slice_mm": entry.slice_mm,
        "chest_film": entry.chest_film,
        "unfit": words(entry.unfit, "Not measurable because", 200),
    }


def lesion_of(row: LesionRow, by: str) -> LesionRecord:
    entry = LesionEntry(
        row.name, cast(LesionRole, row.role), row.organ, cast(LesionKind, row.kind), row.place, row.slice_mm,
        row.chest_film, row.unfit,
    )  # fmt: skip
    return LesionRecord(
        row.id, row.patient_id, row.course_id, entry, by, row.created_at, row.withdrawn, row.withdrawn_why
    )


def load_lesion(session: Session, lesion_id: UUID) -> LesionRecord:
    return lesion_of(session.get_one(LesionRow, lesion_id), first_person(session, "lesion", {lesion_id})[lesion_id])


def refuse_behind_baseline(session: Session, course_id: UUID, role: str) -> None:
    """Which lesions are target and non-target is settled with the baseline. Raises NotAllowed."""
    if role == "new":
        return
    stored = select(ScanRow).where(
        ScanRow.course_id == course_id, ScanRow.baseline, ScanRow.complete, ~ScanRow.replaced, ~ScanRow.withdrawn
    )
    baseline = session.scalars(stored).first()
    if baseline is None:
        return
    typed = select(ScanRow.id).where(ScanRow.replaces_id == baseline.id, ~ScanRow.complete, ~ScanRow.withdrawn)
    if session.scalars(typed).first() is None:
        raise NotAllowed(
            "The baseline is stored, and with it which lesions are followed. Correct the baseline scan first; what is "
            "seen later is a new lesion."
        )


def add_lesion(key: UUID, by: UUID, course_id: UUID, entry: LesionEntry) -> Deed[LesionRecord]:
    """A lesion to follow; targets and non-targets until the baseline is stored, or while it is corrected."""
    columns = columns_of(entry)

    def do(session: AuditedSession) -> UUID:
        course = course_row(session, course_id)
        refuse_behind_baseline(session, course_id, entry.role)
        same = select(LesionRow.id).where(
            LesionRow.course_id == course_id, LesionRow.name == columns["name"], ~LesionRow.withdrawn
        )
        if session.scalars(same).first() is not None:
            raise RecordError(f"There is a lesion {columns['name']} already.", "Name")
        session.add(
            LesionRow(
                id=key, patient_id=course.patient_id, course_id=course_id, withdrawn=False, withdrawn_why="", **columns
            )
        )
        return key

    return Deed("add lesion", key, by, do, load_lesion)


def withdraw_lesion(key: UUID, by: UUID, lesion_id: UUID, why: str) -> Deed[LesionRecord]:
    """A lesion entered by mistake, or that was none; what was read of it counts no more and stays on record."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(LesionRow, lesion_id)
        if row is None or row.withdrawn:
            raise NotAllowed("This lesion is not in force.")
        refuse_behind_baseline(session, row.course_id, row.role)
        row.withdrawn, row.withdrawn_why = True, reason
        return lesion_id

    return Deed("withdraw lesion", key, by, do, load_lesion, reason)
