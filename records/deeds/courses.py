"""Courses of treatment: begun, taken over, ended."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from records.course.disease import DiseaseAtStart, disease_columns
from records.deeds.approvals import refuse_unapproved
from records.deeds.due import refresh_due
from records.deeds.lists import refresh_line
from records.deeds.patients import day, patient_row
from records.deeds.prints import withdraw_prints
from records.deeds.texts import keep_text
from records.errors import Conflict, NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import active_course, course_row, load_course, record_of
from records.tables import CourseRow, PatientRow
from records.trail.audit_trail import AuditedSession
from records.typed_text import NOTE, computed_each, exact, exact_each, words
from records.values.core import CourseEntry, CourseRecord, EarlierCycle

STATUSES = ("completed", "stopped")
MOST_CYCLES = 200


def earlier_as_json(cycle: EarlierCycle) -> dict[str, Any]:
    """A cycle given elsewhere, checked. Raises RecordError."""
    if not 1 <= cycle.cycle <= MOST_CYCLES:
        raise RecordError(f"Cycle {cycle.cycle} given elsewhere must be 1 to {MOST_CYCLES}.", "Earlier cycles")
    return {
        "cycle": cycle.cycle,
        "day1": cycle.day1 and day(cycle.day1, "Day 1 elsewhere").isoformat(),
        "dose_percent": exact_each(cycle.dose_percent, "Percent elsewhere", "0", "200"),
        "doses_mg": exact_each(cycle.doses_mg, "Dose elsewhere", "0", "100000"),
        **known_as_json(cycle),
    }


def known_as_json(cycle: EarlierCycle) -> dict[str, Any]:
    """What a signed file says beside it; nothing stands there where nothing is said, as in courses of before."""
    said: dict[str, Any] = {
        "starting_percent": exact_each(cycle.starting_percent, "Starting percent elsewhere", "0", "100"),
        "ordered_mg": exact_each(cycle.ordered_mg, "Dose elsewhere", "0", "100000"),
        "exact_mg": computed_each(cycle.exact_mg, "Exact dose elsewhere", "100000"),
        "weight_kg": cycle.weight_kg and format(exact(cycle.weight_kg, "Weight elsewhere", "1", "700"), "f"),
        "height_cm": cycle.height_cm and format(exact(cycle.height_cm, "Height elsewhere", "20", "300"), "f"),
    }
    return {name: value for name, value in said.items() if value}


def columns_of(entry: CourseEntry) -> dict[str, Any]:
    """A course as begun, checked, as columns. Raises RecordError."""
    if entry.first_dose not in ("morning", "evening", "next_morning"):
        raise RecordError(
            "The first tablets must be morning or evening of day 1, or the next morning.", "First tablets"
        )
    if not 1 <= entry.first_cycle <= entry.planned_cycles <= MOST_CYCLES:
        raise RecordError(
            f"Cycles {entry.first_cycle} to {entry.planned_cycles} cannot be planned (at most {MOST_CYCLES}).",
            "Cycles",
        )
    return {
        "regimen_id": words(entry.regimen_id, "Regimen", 80, needed=True),
        "regimen_version": words(entry.regimen_version, "Regimen version", 40),
        "practice": words(entry.practice, "Practice profile", 80, needed=True),
        "options": {words(name, "Option", 80): words(choice, "Option", 80) for name, choice in entry.options.items()},
        "day1": day(entry.day1, "Day 1"),
        "planned_cycles": entry.planned_cycles,
        "first_dose": entry.first_dose,
        "first_cycle": entry.first_cycle,
        "starting_percent": exact_each(entry.starting_percent, "Starting percent", "0", "100"),
        "earlier": [earlier_as_json(cycle) for cycle in entry.earlier],
        "cumulative": computed_each(entry.cumulative, "Cumulative dose elsewhere", "100000"),
        "earlier_toxicities": words(entry.earlier_toxicities, "Earlier toxicities", NOTE, lines=True),
        "intent": words(entry.intent, "Intent"),
        **disease_columns(entry.disease),
    }


def begin_course(
    key: UUID, by: UUID, patient_id: UUID, entry: CourseEntry, regimen_text: str, profile_text: str
) -> Deed[CourseRecord]:
    """A course with the regimen and profile texts it is begun with; one at a time for each patient."""
    columns = columns_of(entry)

    def do(session: AuditedSession) -> UUID:
        patient = patient_row(session, patient_id)
        running = select(CourseRow.regimen_id).where(CourseRow.patient_id == patient_id, CourseRow.status == "active")
        if (other := session.scalar(running.limit(1))) is not None:
            raise NotAllowed(f"This patient is already treated with {other}; that course has to be ended first.")
        regimen = keep_text(session, "regimen", regimen_text)
        if entry.regimen_sha256 and entry.regimen_sha256 != regimen:
            raise RecordError(
                "The regimen text is not the one its hash names; please choose the regimen again.", "Regimen"
            )
        refuse_unapproved(session, "regimen", regimen_text)
        refuse_unapproved(session, "profile", profile_text)
        profile = keep_text(session, "profile", profile_text)
        row = CourseRow(
            id=key, patient_id=patient_id, status="active", regimen_sha256=regimen, profile_sha256=profile,
            end_reason="", **columns,
        )  # fmt: skip
        session.add(row)
        session.flush()
        refresh_line(session, patient)
        refresh_due(session, row)
        return key

    return Deed("begin course", key, by, do, load_course)


def end_course(key: UUID, by: UUID, course_id: UUID, version: int, status: str, why: str) -> Deed[CourseRecord]:
    """A course completed or stopped."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)
    if status not in STATUSES:
        raise RecordError("A course ends as completed or as stopped.", "Status")

    def do(session: AuditedSession) -> UUID:
        row = active_course(session, course_id)
        if row.version != version:
            raise Conflict("Somebody else changed this course in the meantime.", record_of(session, row), status)
        row.status, row.end_reason = status, reason
        session.flush()
        withdraw_prints(session, row)
        refresh_line(session, session.get_one(PatientRow, row.patient_id))
        refresh_due(session, row)
        return course_id

    return Deed("end course", key, by, do, load_course, reason)


def describe_disease(
    key: UUID, by: UUID, course_id: UUID, version: int, said: DiseaseAtStart, why: str
) -> Deed[CourseRecord]:
    """What a baseline table counts, said later or put right; also of a course that has ended.

    why  needed where something that was said is changed or taken back
    """
    columns = disease_columns(said)
    reason = words(why, "Reason", NOTE, lines=True)

    def do(session: AuditedSession) -> UUID:
        row = course_row(session, course_id)
        if row.version != version:
            raise Conflict("Somebody else changed this course in the meantime.", record_of(session, row), said)
        if not reason and any(getattr(row, name) not in (None, value) for name, value in columns.items()):
            raise RecordError("What was said before is changed; that needs a reason.", "Reason")
        for name, value in columns.items():
            setattr(row, name, value)
        return course_id

    return Deed("describe disease", key, by, do, load_course, reason)
