"""Scans: opened, kept half-typed, completed; a correction is a new revision with its reason."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.orders import checked_texts
from records.deeds.patients import day, first_person, name_of, patient_row
from records.errors import Conflict, NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import course_row
from records.tables import LesionRow, ScanRow
from records.trail.audit_trail import AuditedSession
from records.typed_text import NOTE, exact, words
from records.values.responses import (
    METHODS,
    Marker,
    NewLesion,
    NewReading,
    NewState,
    NonTargetState,
    ScanEntry,
    ScanRecord,
    TargetReading,
    TargetState,
)

TARGET_STATES = ("measured", "too_small", "absent", "not_evaluated")
NONTARGET_STATES = ("absent", "present", "unequivocal_pd", "not_evaluated")
MOST_MM, MOST_PIECES = "1000", 20


def target_as_json(reading: TargetReading) -> dict[str, Any]:
    """One target lesion. Raises RecordError."""
    measured = reading.state == "measured"
    if reading.state not in TARGET_STATES or measured != bool(reading.pieces_mm):
        raise RecordError("A target lesion is measured, too small, absent or not evaluated.", "Targets")
    if len(reading.pieces_mm) > MOST_PIECES:
        raise RecordError(f"A lesion splits into at most {MOST_PIECES} pieces.", "Targets")
    pieces = [format(exact(piece, "Diameter in mm", "0", MOST_MM), "f") for piece in reading.pieces_mm]
    return {"state": reading.state} | ({"pieces_mm": pieces} if pieces else {})


def new_as_json(reading: NewReading) -> dict[str, Any]:
    """One new lesion. Raises RecordError."""
    if reading.state not in ("present", "absent", "grew") or (reading.mm is not None and reading.state != "present"):
        raise RecordError("A new lesion is measured, present, grown or absent.", "New lesions")
    size = {} if reading.mm is None else {"mm": format(exact(reading.mm, "Diameter in mm", "0", MOST_MM), "f")}
    return {"state": reading.state, **size}


def columns_of(entry: ScanEntry) -> dict[str, Any]:
    """A scan as read, checked, as columns. Raises RecordError."""
    if entry.method and entry.method not in METHODS:
        raise RecordError("This way of looking is not known.", "Method")
    if entry.new_lesion not in ("", "none", "equivocal", "unequivocal"):
        raise RecordError("A new lesion is there, in doubt or not there.", "New lesion")
    if entry.marker not in ("", "above", "normal", "not_reported"):
        raise RecordError("The tumour marker is raised, normal or not reported.", "Tumour marker")
    for state in entry.nontargets.values():
        if state not in NONTARGET_STATES:
            raise RecordError("Other disease is absent, present, grown beyond doubt or not evaluated.", "Non-targets")
    return {
        "on": None if entry.on is None else day(entry.on, "Date"),
        "method": entry.method,
        "baseline": entry.baseline,
        "targets": {str(key): target_as_json(one) for key, one in entry.targets.items()},
        "nontargets": {str(key): state for key, state in entry.nontargets.items()},
        "new_lesions": {str(key): new_as_json(one) for key, one in entry.new_lesions.items()},
        "new_lesion": entry.new_lesion,
        "marker": entry.marker,
        "nontarget_grew": entry.nontarget_grew,
        "for_symptoms": entry.for_symptoms,
        "note": words(entry.note, "Note", NOTE, lines=True),
        "texts": checked_texts(entry.texts),
    }


def entry_of(row: ScanRow) -> ScanEntry:
    """A scan as it was read."""
    targets = {
        UUID(key): TargetReading(
            cast(TargetState, one["state"]), tuple(Decimal(piece) for piece in one.get("pieces_mm", ()))
        )
        for key, one in row.targets.items()
    }
    new = {
        UUID(key): NewReading(cast(NewState, one["state"]), Decimal(one["mm"]) if "mm" in one else None)
        for key, one in row.new_lesions.items()
    }
    rated = {UUID(key): cast(NonTargetState, state) for key, state in row.nontargets.items()}
    return ScanEntry(
        row.on, row.method, row.baseline, targets, rated, new, cast(NewLesion, row.new_lesion),
        cast(Marker, row.marker), row.nontarget_grew, row.for_symptoms, row.note, dict(row.texts),
    )  # fmt: skip


def scan_of(row: ScanRow, by: str, changed_by: str) -> ScanRecord:
    return ScanRecord(
        row.id, row.patient_id, row.course_id, row.version, entry_of(row), row.complete, row.revision,
        row.replaces_id, row.reason, by, row.created_at, changed_by, row.changed_at, row.replaced, row.withdrawn,
        row.withdrawn_why,
    )  # fmt: skip


def load_scan(session: Session, scan_id: UUID) -> ScanRecord:
    row = session.get_one(ScanRow, scan_id)
    return scan_of(row, first_person(session, "scan", {scan_id})[scan_id], name_of(session, row.person_id))


def in_force(session: Session, course_id: UUID) -> list[ScanRow]:
    """The scans of a course that count, oldest first."""
    query = select(ScanRow).where(
        ScanRow.course_id == course_id, ScanRow.complete, ~ScanRow.replaced, ~ScanRow.withdrawn
    )
    return list(session.scalars(query.order_by(ScanRow.on)))


def open_scan(
    key: UUID, by: UUID, course_id: UUID, *, baseline: bool, replaces: UUID | None = None
) -> Deed[ScanRecord]:
    """A scan to type, or the one that is being typed already: one at a time in a course.

    replaces  the stored scan it corrects; its readings stand in the new one
    """

    def do(session: AuditedSession) -> UUID:
        course = course_row(session, course_id)
        typed = select(ScanRow.id).where(ScanRow.course_id == course_id, ~ScanRow.complete, ~ScanRow.withdrawn)
        there = session.scalar(typed)
        if there is not None:
            found: UUID = there
            return found
        before = None if replaces is None else session.get(ScanRow, replaces)
        if replaces is not None and (before is None or not load_scan(session, replaces).in_force):
            raise NotAllowed("This scan is no longer in force; look at the one that took its place.")
        entry = ScanEntry(baseline=baseline) if before is None else entry_of(before)
        session.add(
            ScanRow(
                id=key, patient_id=course.patient_id, course_id=course_id, complete=False,
                revision=1 if before is None else before.revision + 1, replaces_id=replaces, reason="",
                replaced=False, withdrawn=False, withdrawn_why="", **columns_of(entry),
            )
        )  # fmt: skip
        return key

    return Deed("open scan", key, by, do, load_scan)


def read_as(session: Session, scan_id: UUID, version: int, entry: ScanEntry | None) -> ScanRow:
    """The half-typed scan, if it is still as it was read. Raises NotAllowed and Conflict."""
    row = session.get(ScanRow, scan_id)
    if row is None:
        raise RecordError("This scan is not in the records that are open.")
    if row.complete or row.withdrawn:
        raise NotAllowed("This scan is stored or was given up; a correction is a new revision of it.")
    if row.version != version:
        theirs = load_scan(session, scan_id)
        raise Conflict(f"{theirs.changed_by} changed this scan in the meantime; both are shown.", theirs, entry)
    return row


def write(row: ScanRow, columns: Mapping[str, Any]) -> None:
    for name, value in columns.items():
        setattr(row, name, value)


def keep_scan(key: UUID, by: UUID, scan_id: UUID, version: int, entry: ScanEntry) -> Deed[ScanRecord]:
    """A half-typed scan in the place of what was kept before."""
    columns = columns_of(entry)

    def find(session: Session) -> UUID | None:
        row = session.get(ScanRow, scan_id)
        same = row is not None and not row.complete and row.version == version + 1
        return scan_id if same and all(getattr(row, name) == value for name, value in columns.items()) else None

    def do(session: AuditedSession) -> UUID:
        write(read_as(session, scan_id, version, entry), columns)
        return scan_id

    return Deed("keep scan", key, by, do, load_scan, find=find)


def complete_scan(
    key: UUID, by: UUID, scan_id: UUID, version: int, entry: ScanEntry, why: str = ""
) -> Deed[ScanRecord]:
    """A scan that is read; a correction takes the place of the revision before it, which stays on record."""
    columns = columns_of(entry)
    reason = words(why, "Reason", NOTE, lines=True)
    if entry.texts:
        raise RecordError(f"Not finished yet: {', '.join(sorted(entry.texts))}.", min(entry.texts))

    def do(session: AuditedSession) -> UUID:
        row = read_as(session, scan_id, version, entry)
        write(row, columns)
        before = None if row.replaces_id is None else session.get_one(ScanRow, row.replaces_id)
        if before is not None and not reason:
            raise RecordError("This scan was stored; a correction needs a reason.", "Reason")
        if before is not None and (before.replaced or before.withdrawn):
            raise NotAllowed("The scan this corrects is no longer in force.")
        refuse_unsaid(session, row)
        others = [one for one in in_force(session, row.course_id) if one.id != row.replaces_id]
        refuse_out_of_order(session, row, others)
        if before is not None:
            before.replaced = True
            session.flush()
        row.complete, row.reason = True, reason
        return scan_id

    return Deed("complete scan", key, by, do, load_scan, reason)


def refuse_unsaid(session: Session, row: ScanRow) -> None:
    """Every lesion that is followed is answered, and nothing that is not followed. Raises RecordError."""
    followed: dict[str, dict[str, str]] = {"target": {}, "nontarget": {}, "new": {}}
    for one in session.scalars(
        select(LesionRow).where(LesionRow.course_id == row.course_id, ~LesionRow.withdrawn).order_by(LesionRow.name)
    ):
        followed[one.role][str(one.id)] = one.name
    said = {"target": row.targets, "nontarget": row.nontargets, "new": row.new_lesions}
    for role, readings in said.items():
        if set(readings) - set(followed[role]):
            raise RecordError("There is a reading of a lesion that is not followed here.", "Lesions")
    wanted = ("target", "nontarget") if row.baseline else ("target", "nontarget", "new")
    missing = [name for role in wanted for key, name in followed[role].items() if key not in said[role]]
    if row.on is None:
        missing.append("the date")
    if not row.method:
        missing.append("how it was made")
    if not row.baseline and not row.new_lesion:
        missing.append("whether there is a new lesion")
    if not row.marker:
        missing.append("the tumour marker")
    if missing:
        raise RecordError(f"Not said yet: {', '.join(missing)}.", "Lesions")
    if not followed["target"] and not followed["nontarget"]:
        raise RecordError("No lesion is named; there is nothing to follow.", "Lesions")


def refuse_out_of_order(session: Session, row: ScanRow, others: Iterable[ScanRow]) -> None:
    """One baseline, before all other scans, one scan a day. Raises RecordError."""
    assert row.on is not None
    others = list(others)
    if row.on < patient_row(session, row.patient_id).birth_date:
        raise RecordError(f"The scan is dated {row.on.isoformat()}, before the patient was born.", "Date")
    if any(one.on == row.on for one in others):
        raise RecordError(f"There is a scan of {row.on.isoformat()} already; correct that one.", "Date")
    baseline = next((one for one in others if one.baseline), None)
    if row.baseline:
        if baseline is not None:
            raise NotAllowed(f"There is a baseline scan of {baseline.on} already; correct that one.")
        if others and min(one.on for one in others if one.on is not None) < row.on:
            raise RecordError("The baseline is the first scan; there are scans before this one.", "Date")
        return
    if baseline is None:
        raise NotAllowed("There is no baseline scan yet; it comes first.")
    if baseline.on is not None and row.on < baseline.on:
        raise RecordError(f"The baseline is of {baseline.on.isoformat()}; a later scan cannot lie before it.", "Date")


def give_up_scan(key: UUID, by: UUID, scan_id: UUID, version: int) -> Deed[ScanRecord]:
    """A half-typed scan that will not be stored; what was typed stays in the store and counts nowhere."""

    def do(session: AuditedSession) -> UUID:
        row = read_as(session, scan_id, version, None)
        row.withdrawn, row.withdrawn_why = True, "given up before it was stored"
        return scan_id

    return Deed("give up scan", key, by, do, load_scan)


def withdraw_scan(key: UUID, by: UUID, scan_id: UUID, why: str) -> Deed[ScanRecord]:
    """A stored scan that counts no more (of another patient, of another course); it stays on record."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(ScanRow, scan_id)
        if row is None or not row.complete or row.replaced or row.withdrawn:
            raise NotAllowed("This scan is no longer in force.")
        if row.baseline and len(in_force(session, row.course_id)) > 1:
            raise NotAllowed("Later scans are compared with this baseline; correct it, or withdraw them first.")
        row.withdrawn, row.withdrawn_why = True, reason
        return scan_id

    return Deed("withdraw scan", key, by, do, load_scan, reason)
