"""Lesions, scans and follow-up of a patient as read for the pages."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.follow_up import follow_up_of
from records.deeds.lesions import lesion_of
from records.deeds.patients import first_person, names
from records.deeds.scans import scan_of
from records.tables import FollowUpRow, LesionRow, ScanRow
from records.values.responses import FollowUpRecord, LesionRecord, ScanRecord


def lesions_of(session: Session, patient_id: UUID) -> tuple[LesionRecord, ...]:
    """Lesions in the order in which they were named, withdrawn ones among them."""
    query = select(LesionRow).where(LesionRow.patient_id == patient_id).order_by(LesionRow.created_at, LesionRow.name)
    rows = session.scalars(query).all()
    by = first_person(session, "lesion", {row.id for row in rows})
    return tuple(lesion_of(row, by[row.id]) for row in rows)


def scans_of(session: Session, patient_id: UUID) -> tuple[ScanRecord, ...]:
    """Scans in the order in which they were opened: half-typed, replaced and withdrawn ones among them."""
    query = select(ScanRow).where(ScanRow.patient_id == patient_id).order_by(ScanRow.created_at, ScanRow.id)
    rows = session.scalars(query).all()
    by = first_person(session, "scan", {row.id for row in rows})
    known = names(session, {row.person_id for row in rows})
    return tuple(scan_of(row, by[row.id], known[row.person_id]) for row in rows)


def follow_ups_of(session: Session, patient_id: UUID) -> tuple[FollowUpRecord, ...]:
    """What became of each course, as far as somebody wrote it down."""
    query = select(FollowUpRow).where(FollowUpRow.patient_id == patient_id).order_by(FollowUpRow.created_at)
    rows = session.scalars(query).all()
    known = names(session, {row.person_id for row in rows})
    return tuple(follow_up_of(row, known[row.person_id]) for row in rows)
