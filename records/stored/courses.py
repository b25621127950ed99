"""A stored course as a value, with the texts it runs on."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal, cast
from uuid import UUID

from sqlalchemy.orm import Session

from records.course.disease import DiseaseAtStart
from records.deeds.texts import text_of
from records.deeds.versions import moves_of, withdrawn_of
from records.errors import NotAllowed, RecordError
from records.tables import CourseRow
from records.values.core import CourseEntry, CourseRecord, EarlierCycle


def decimals(values: Mapping[str, Any]) -> dict[str, Decimal]:
    return {name: Decimal(text) for name, text in values.items()}


def earlier_of(kept: Mapping[str, Any]) -> EarlierCycle:
    day1 = date.fromisoformat(kept["day1"]) if kept["day1"] else None
    return EarlierCycle(
        kept["cycle"], day1, decimals(kept["dose_percent"]), decimals(kept["doses_mg"]),
        decimals(kept.get("starting_percent", {})), decimals(kept.get("ordered_mg", {})),
        decimals(kept.get("exact_mg", {})), number_of(kept.get("weight_kg")), number_of(kept.get("height_cm")),
    )  # fmt: skip


def number_of(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def disease_of(row: CourseRow) -> DiseaseAtStart:
    return DiseaseAtStart(row.line or "", row.extent or "", tuple(row.metastases or ()), row.surgery or "")


def record_of(session: Session, row: CourseRow) -> CourseRecord:
    """A stored course with its texts."""
    entry = CourseEntry(
        regimen_id=row.regimen_id, regimen_version=row.regimen_version, regimen_sha256=row.regimen_sha256,
        practice=row.practice, options=dict(row.options), day1=row.day1, planned_cycles=row.planned_cycles,
        first_dose=row.first_dose, first_cycle=row.first_cycle, starting_percent=decimals(row.starting_percent),
        earlier=tuple(earlier_of(kept) for kept in row.earlier), cumulative=decimals(row.cumulative),
        earlier_toxicities=row.earlier_toxicities, intent=row.intent, disease=disease_of(row),
    )  # fmt: skip
    status = cast(Literal["active", "completed", "stopped"], row.status)
    texts = text_of(session, row.regimen_sha256), text_of(session, row.profile_sha256)
    moves, withdrawn = moves_of(session, row.id), withdrawn_of(session, row)
    return CourseRecord(
        row.id, row.patient_id, row.version, entry, status, *texts, row.profile_sha256, moves, withdrawn
    )


def course_row(session: Session, course_id: UUID) -> CourseRow:
    row = session.get(CourseRow, course_id)
    if row is None:
        raise RecordError("This course is not in the records that are open.")
    return row


def active_course(session: Session, course_id: UUID) -> CourseRow:
    """The course, unless it has ended."""
    row = course_row(session, course_id)
    if row.status != "active":
        raise NotAllowed(f"This course is {row.status}; nothing more can be changed in it.")
    return row


def load_course(session: Session, course_id: UUID) -> CourseRecord:
    return record_of(session, course_row(session, course_id))
