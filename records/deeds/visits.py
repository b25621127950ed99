"""Visits: opened, kept half-done, completed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.lists import refresh_line
from records.deeds.onset import onset_of
from records.deeds.orders import checked_texts
from records.deeds.patients import SIZES, day, first_person, name_of, patient_row
from records.errors import Conflict, NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import course_row
from records.tables import AdverseEventRow, MeasurementRow, VisitRow
from records.trail.audit_trail import AuditedSession
from records.typed_text import NOTE, exact, words, words_list
from records.values.visits import DosesTold, Part, VisitEntry, VisitRecord

#: Field -> how it is called, and the numbers that can be meant.
WHOLE = {
    "pulse_per_min": ("Pulse", 1, 400),
    "systolic_mmhg": ("Systolic pressure", 1, 400),
    "diastolic_mmhg": ("Diastolic pressure", 1, 400),
    "spo2_percent": ("Oxygen saturation", 1, 100),
    "ecog": ("ECOG", 0, 4),
    "tablets_cycle": ("Cycle of the tablets", 1, 200),
}
MOST_TABLETS = 10_000


def whole_number(value: int | None, name: str, least: int, most: int) -> int | None:
    """A whole number between two limits, or none. Raises RecordError."""
    if value is not None and not least <= value <= most:
        raise RecordError(f"{name} is {value}; the store keeps {least} to {most}.", name)
    return value


def returned_as_json(returned: Mapping[Decimal, int]) -> dict[str, int]:
    """Strength -> tablets. Raises RecordError."""
    kept = {}
    for strength, count in returned.items():
        exact(strength, "Strength", "1", "10000")
        whole_number(count, "Tablets brought back", 0, MOST_TABLETS)
        kept[format(strength, "f")] = count
    return kept


def said_as_json(said: Mapping[UUID, int]) -> dict[str, int] | None:
    """Id of an event -> grade, 0: gone; nothing said is an empty column. Raises RecordError."""
    for grade in said.values():
        whole_number(grade, "Grade said", 0, 5)
    return {str(event_id): grade for event_id, grade in said.items()} or None


def told_as_json(told: DosesTold | None) -> dict[str, Any]:
    """What the patient was told about the tablets. Raises RecordError."""
    if told is None:
        return {}
    whole_number(told.last_day, "Cycle day of the last dose", 1, 366)
    whole_number(told.omitted, "Doses left out", 0, 1000)
    if told.last_part not in ("morning", "evening"):
        raise RecordError("The last dose is taken in the morning or in the evening.", "Last dose")
    text = words(told.words, "Instruction", NOTE, lines=True)
    return {"last_day": told.last_day, "last_part": told.last_part, "omitted": told.omitted, "words": text}


def columns_of(entry: VisitEntry) -> dict[str, Any]:
    """A visit as entered, checked, as columns; its day stays. Raises RecordError."""
    temperature, weight = entry.temperature_c, entry.weight_kg
    if temperature is not None:
        exact(temperature, "Temperature in °C", "25", "45")
    if weight is not None:
        exact(weight, *SIZES["weight_kg"])
    reported = {
        words(symptom, "Symptom", needed=True): whole_number(score, f"Score of {symptom}", 0, 4)
        for symptom, score in entry.patient_reported.items()
    }
    return {
        **{name: whole_number(getattr(entry, name), *limits) for name, limits in WHOLE.items()},
        "temperature_c": temperature,
        "weight_kg": weight,
        "weight_confirmed": words(entry.weight_confirmed, "Confirmation", NOTE, lines=True),
        "any_event": entry.any_event,
        "asked_not_present": list(dict.fromkeys(words_list(entry.asked_not_present, "Asked, not present"))),
        "patient_reported": reported,
        "new_medicines": words_list(entry.new_medicines, "New medicines"),
        "tablets_returned": returned_as_json(entry.tablets_returned),
        "doses_told": told_as_json(entry.doses_told),
        "note": words(entry.note, "Note", NOTE, lines=True),
        "texts": checked_texts(entry.texts),
        "events_said": said_as_json(entry.events_said),
    }


def told_of(kept: Mapping[str, Any]) -> DosesTold | None:
    if not kept:
        return None
    return DosesTold(kept["last_day"], cast(Part, kept["last_part"]), kept["omitted"], kept["words"])


def visit_of(row: VisitRow, by: str, changed_by: str) -> VisitRecord:
    entry = VisitEntry(
        on=row.on, cycle=row.cycle, cycle_day=row.cycle_day, temperature_c=row.temperature_c,
        pulse_per_min=row.pulse_per_min, systolic_mmhg=row.systolic_mmhg, diastolic_mmhg=row.diastolic_mmhg,
        spo2_percent=row.spo2_percent, weight_kg=row.weight_kg, weight_confirmed=row.weight_confirmed, ecog=row.ecog,
        any_event=row.any_event, asked_not_present=tuple(row.asked_not_present),
        patient_reported=dict(row.patient_reported), new_medicines=tuple(row.new_medicines),
        tablets_returned={Decimal(strength): count for strength, count in row.tablets_returned.items()},
        tablets_cycle=row.tablets_cycle, doses_told=told_of(row.doses_told), note=row.note, texts=dict(row.texts),
        events_said={UUID(event_id): grade for event_id, grade in (row.events_said or {}).items()},
    )  # fmt: skip
    return VisitRecord(
        row.id,
        row.patient_id,
        row.course_id,
        row.version,
        entry,
        row.complete,
        by,
        row.created_at,
        changed_by,
        row.changed_at,
    )


def load_visit(session: Session, visit_id: UUID) -> VisitRecord:
    row = session.get_one(VisitRow, visit_id)
    by = first_person(session, "visit", {visit_id})[visit_id]
    return visit_of(row, by, name_of(session, row.person_id))


def read_as(session: Session, visit_id: UUID, version: int, entry: VisitEntry) -> VisitRow:
    """The visit, if it is still as it was read. Raises Conflict."""
    row = session.get(VisitRow, visit_id)
    if row is None:
        raise RecordError("This visit is not in the records that are open.")
    if row.version != version:
        theirs = load_visit(session, visit_id)
        raise Conflict(f"{theirs.changed_by} changed this visit in the meantime; both are shown.", theirs, entry)
    if entry.on != row.on:
        raise RecordError("The day of a visit stays; open another visit for another day.", "Date")
    return row


def open_visit(key: UUID, by: UUID, course_id: UUID, on: date) -> Deed[VisitRecord]:
    """A visit of a day, or the one that is there already. Visits after the course has ended are kept too."""
    day(on, "Date")

    def do(session: AuditedSession) -> UUID:
        course = course_row(session, course_id)
        there = session.scalar(select(VisitRow.id).where(VisitRow.course_id == course_id, VisitRow.on == on))
        if there is not None:
            found: UUID = there
            return found
        if on < patient_row(session, course.patient_id).birth_date:
            raise RecordError(f"The visit is dated {on.isoformat()}, before the patient was born.", "Date")
        cycle, cycle_day = onset_of(session, course, on)
        columns = columns_of(VisitEntry(on))
        session.add(
            VisitRow(
                id=key, patient_id=course.patient_id, course_id=course_id, on=on, cycle=cycle, cycle_day=cycle_day,
                complete=False, **columns,
            )
        )  # fmt: skip
        return key

    return Deed("open visit", key, by, do, load_visit)


def write(session: AuditedSession, row: VisitRow, columns: Mapping[str, Any]) -> None:
    """What was entered, and where in the course its day lies by now."""
    for name, value in columns.items():
        setattr(row, name, value)
    row.cycle, row.cycle_day = onset_of(session, course_row(session, row.course_id), row.on)


def keep_visit(key: UUID, by: UUID, visit_id: UUID, version: int, entry: VisitEntry) -> Deed[VisitRecord]:
    """A half-done visit in the place of what was kept before."""
    columns = columns_of(entry)

    def find(session: Session) -> UUID | None:
        row = session.get(VisitRow, visit_id)
        same = row is not None and not row.complete and row.version == version + 1
        return visit_id if same and all(getattr(row, name) == value for name, value in columns.items()) else None

    def do(session: AuditedSession) -> UUID:
        row = read_as(session, visit_id, version, entry)
        if row.complete:
            raise NotAllowed("This visit is complete; complete it again with the reason of the change.")
        write(session, row, columns)
        return visit_id

    return Deed("keep visit", key, by, do, load_visit, find=find)


def complete_visit(key: UUID, by: UUID, visit_id: UUID, version: int, entry: VisitEntry, why: str) -> Deed[VisitRecord]:
    """A visit that is done, and what it says about the patient."""
    columns = columns_of(entry)
    reason = words(why, "Reason", NOTE, lines=True)
    if entry.texts:
        raise RecordError(f"Not finished yet: {', '.join(sorted(entry.texts))}.", min(entry.texts))

    def do(session: AuditedSession) -> UUID:
        row = read_as(session, visit_id, version, entry)
        of_course(session, row, entry)
        if row.complete and not reason:
            raise RecordError("This visit was complete; a change needs a reason.", "Reason")
        weight_before = row.weight_kg if row.complete else None
        write(session, row, columns)
        row.complete = True
        session.flush()
        if row.weight_kg is not None and row.weight_kg != weight_before:
            keep_weight(session, row)
        tell_patient(session, row)
        return visit_id

    return Deed("complete visit", key, by, do, load_visit, reason)


def of_course(session: Session, row: VisitRow, entry: VisitEntry) -> None:
    """What is said is said of events of the visit's own course. Raises RecordError."""
    for event_id in entry.events_said:
        event = session.get(AdverseEventRow, event_id)
        if event is None or event.course_id != row.course_id:
            raise RecordError("A grade was said of an adverse event that is not of this course.", "Toxicities")


def keep_weight(session: AuditedSession, row: VisitRow) -> None:
    """The weight of a visit is a measurement like any other; a corrected one is a new one of the same day."""
    session.add(
        MeasurementRow(
            id=uuid5(row.id, f"weight_kg/{row.version}"), patient_id=row.patient_id, kind="weight_kg",
            value=row.weight_kg, on=row.on, confirmed=row.weight_confirmed,
        )
    )  # fmt: skip


def tell_patient(session: AuditedSession, row: VisitRow) -> None:
    """New medicines join the patient's list; ECOG is that of the newest complete visit."""
    patient = patient_row(session, row.patient_id)
    known = {name.casefold() for name in patient.medicines}
    new = [name for name in row.new_medicines if name.casefold() not in known]
    if new:
        patient.medicines = words_list([*patient.medicines, *new], "Medicines")
    later = select(VisitRow.id).where(
        VisitRow.patient_id == row.patient_id, VisitRow.on > row.on, VisitRow.complete, VisitRow.ecog.is_not(None)
    )
    if row.ecog is not None and session.scalar(later.limit(1)) is None:
        patient.ecog = row.ecog
    session.flush()
    refresh_line(session, patient)
