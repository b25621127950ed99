"""Rows of a file taken over: all or none, each once; compared once more with the records inside the transaction."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.lists import add_first_lines
from records.deeds.patients import columns_of, day, name_of
from records.errors import NotAllowed, RecordError
from records.folding import fold, identifier_parts
from records.imports.comparing import compare
from records.imports.identity import lab_id, new_patient_id, number_key, size_id
from records.store import Deed
from records.tables import FileImportRow, LabRow, MeasurementRow, PatientRow, SearchPart
from records.trail.audit_trail import AuditedSession
from records.typed_text import exact, words
from records.values.core import PatientEntry
from records.values.imports import Form, ImportEntry, ImportRecord, Known, KnownPatient, PreviewRow, ReadRow
from regimen.analytes import analytes

MOST_ROWS = 20_000
AT_ONCE = 400
CHUNK = 250
CHANGED = "What is on record changed since the file was read, so nothing was stored; read it again."
SIZES = {"height_cm": ("Height", "20", "300"), "weight_kg": ("Weight", "1", "700")}
Progress = Callable[[int, int], None]
T = TypeVar("T")


class ImportStopped(RecordError):
    """A person stopped it; nothing was stored."""


def known_of(session: Session, rows: Sequence[ReadRow]) -> Known:
    """Everybody on record a file may be about: by number, by name and birth date, or made by the same rows before."""
    said = [row.who for row in rows if row.who is not None]
    # a short number is found by its folded text as one piece; what that finds too much is sorted out below
    wanted = {number_key(number) for who in said for _kind, number in who.numbers}
    pieces = {part for who in said for _kind, number in who.numbers for part in identifier_parts(number)}
    made = {new_patient_id(who) for who in said}
    ids: set[UUID] = set()
    for part in chunks(sorted(pieces)):
        ids.update(session.scalars(select(SearchPart.patient_id).where(SearchPart.part.in_(part))))
    found: dict[UUID, PatientRow] = {}
    for some in chunks(sorted(ids | made)):
        for row in session.scalars(select(PatientRow).where(PatientRow.id.in_(some))):
            found[row.id] = row
    names = {(fold(who.name), who.birth_date) for who in said if who.name}
    for some_days in chunks(sorted({born for _name, born in names})):
        for row in session.scalars(select(PatientRow).where(PatientRow.birth_date.in_(some_days))):
            if (fold(row.name), row.birth_date) in names:
                found[row.id] = row
    everybody = {row.id: patient_of(row) for row in found.values()}
    kept = {
        ident: one for ident, one in everybody.items()
        if one.numbers & wanted or ident in made or (fold(one.name), one.birth_date) in names
    }  # fmt: skip
    return values_of(session, tuple(kept.values()), made & set(found))


def patient_of(row: PatientRow) -> KnownPatient:
    numbers = frozenset(number_key(str(value)) for _kind, value in row.identifiers)
    return KnownPatient(row.id, numbers, row.name, row.birth_date, row.sex)


def values_of(session: Session, patients: tuple[KnownPatient, ...], made: set[UUID]) -> Known:
    """The sizes and values of these patients; of one day the one written last, which counts."""
    sizes: dict[tuple[UUID, str, date], Decimal] = {}
    labs: dict[tuple[UUID, str, date], tuple[Decimal, str]] = {}
    for some in chunks([one.id for one in patients]):
        measured = select(MeasurementRow).where(MeasurementRow.patient_id.in_(some))
        for size in session.scalars(measured.order_by(MeasurementRow.audit_seq)):
            sizes[size.patient_id, size.kind, size.on] = size.value
        tested = select(LabRow).where(LabRow.patient_id.in_(some), LabRow.superseded_by_id.is_(None))
        for lab in session.scalars(tested.order_by(LabRow.audit_seq)):
            labs[lab.patient_id, lab.analyte, lab.on] = (lab.value, lab.unit)
    return Known(patients, sizes, labs, frozenset(made))


def chunks(items: Sequence[T]) -> list[Sequence[T]]:
    """In pieces a database takes as parameters."""
    return [items[start : start + AT_ONCE] for start in range(0, len(items), AT_ONCE)]


def entry_of(row: ReadRow) -> PatientEntry:
    """A new patient as a row says them; what it does not say is as for nobody asked."""
    who = row.who
    if who is None or who.sex == "":
        raise RecordError("A new patient needs a number, a name, a birth date and a sex.")
    return PatientEntry(
        name=who.name, identifiers=who.numbers, birth_date=who.birth_date, sex=who.sex, allergies=who.allergies,
        allergies_asked=who.allergies_asked, ecog=who.ecog, diagnosis_site=who.diagnosis_site, note=who.note,
    )  # fmt: skip


def import_rows(
    key: UUID, by: UUID, entry: ImportEntry, today: date, progress: Progress, stopped: Callable[[], bool]
) -> Deed[ImportRecord]:
    """Everything of `entry.rows` that is not on record. Refused as a whole where any row would not be stored."""
    if not entry.rows:
        raise RecordError("No row of this file would be stored.")
    if len(entry.rows) > MOST_ROWS:
        raise RecordError(f"At most {MOST_ROWS} rows are stored at once.")
    if len(entry.sha256) != 64 or not set(entry.sha256) <= set("0123456789abcdef"):
        raise RecordError("The hash of the file is missing.")
    choices = {words(name, "Heading", 200): words(said, "Choice", 200) for name, said in entry.choices.items()}

    def do(session: AuditedSession) -> UUID:
        found = compare(entry.rows, known_of(session, entry.rows), today)
        if any(row.state != "store" for row in found):
            raise NotAllowed(CHANGED)
        session.add(FileImportRow(
            id=key, form=entry.form, sha256=entry.sha256, choices=choices, there=entry.there, refused=entry.refused,
            patients=sum(row.new for row in found), sizes=sum(len(row.sizes) for row in found),
            labs=sum(len(row.labs) for row in found),
        ))  # fmt: skip
        session.flush()
        store_all(session, found, progress, stopped)
        return key

    return Deed("import file", key, by, do, load_import, f"{entry.form.upper()} file, SHA-256 {entry.sha256}")


def store_all(
    session: AuditedSession, found: Sequence[PreviewRow], progress: Progress, stopped: Callable[[], bool]
) -> None:
    """Patients first, then what is measured of them, in pieces; a row of the store is an entry of the trail."""
    new = [row for row in found if row.new]
    whole, done = len(new) + len(found), 0
    for store, rows in ((store_patients, new), (store_values, found)):
        for start in range(0, len(rows), CHUNK):
            if stopped():
                raise ImportStopped("Stopped. Nothing of the file was stored.")
            some = rows[start : start + CHUNK]
            store(session, some)
            session.flush()
            done += len(some)
            progress(done, whole)


def store_patients(session: AuditedSession, rows: Sequence[PreviewRow]) -> None:
    """The patients that rows make, with their lines of the list."""
    patients = [PatientRow(id=row.patient_id, **columns_of(entry_of(row.read))) for row in rows]
    session.add_all(patients)
    session.flush()
    add_first_lines(session, patients)


def store_values(session: AuditedSession, rows: Sequence[PreviewRow]) -> None:
    """Sizes and laboratory values of rows; they never change afterwards."""
    for row in rows:
        assert row.patient_id is not None
        store_values_of(session, row, row.patient_id)


def store_values_of(session: AuditedSession, row: PreviewRow, patient_id: UUID) -> None:
    for size in row.sizes:
        exact(size.value, *SIZES[size.kind])
        made = size_id(patient_id, size)
        session.add(
            MeasurementRow(
                id=made, patient_id=patient_id, kind=size.kind, value=size.value, on=day(size.on, "Date"), confirmed=""
            )
        )
    for lab in row.labs:
        test = analytes().by_name[lab.analyte]
        for number, field in ((lab.value, test.title), (lab.lln, "Lower limit"), (lab.uln, "Upper limit")):
            if number is not None:
                exact(number, field, "0", "100000000")
        session.add(
            LabRow(
                id=lab_id(patient_id, lab), patient_id=patient_id, analyte=lab.analyte, value=lab.value,
                unit=words(lab.unit, "Unit", 40), lln=lab.lln, uln=lab.uln, on=day(lab.on, "Date"),
                taken_at=lab.taken_at or None,
            )
        )  # fmt: skip


def record_of(row: FileImportRow, by: str) -> ImportRecord:
    return ImportRecord(
        row.id, cast(Form, row.form), row.sha256, row.patients, row.sizes + row.labs, by, row.created_at
    )


def load_import(session: Session, key: UUID) -> ImportRecord:
    row = session.get_one(FileImportRow, key)
    return record_of(row, name_of(session, row.person_id))


def imports(session: Session) -> tuple[ImportRecord, ...]:
    """Every file that was taken over, newest first."""
    query = select(FileImportRow).order_by(FileImportRow.audit_seq.desc())
    return tuple(record_of(row, name_of(session, row.person_id)) for row in session.scalars(query))
