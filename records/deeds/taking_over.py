"""A signed file of another hospital taken over: patient, values and course in one deed, or nothing."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, cast
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds import courses, decisions, events, lesions, patients, scans
from records.deeds.approvals import refuse_unapproved
from records.deeds.due import refresh_due
from records.deeds.handover_keys import key_of, key_row
from records.deeds.handovers import load_handover
from records.deeds.lists import course_text, refresh_line
from records.deeds.onset import onset_of
from records.deeds.people import settings
from records.deeds.texts import keep_text
from records.deeds.versions import withdrawn_files
from records.errors import NotAllowed, RecordError
from records.folding import identifier_parts
from records.handover.carried import course_entry, decided
from records.handover.envelope import verify
from records.handover.preview import Beside, OnRecord, holds_that_reach, labs_new, may_be, preview, sizes_new
from records.handover.reading import read_handover
from records.partial_date import whole
from records.site_profile import site_profile
from records.store import Deed
from records.tables import (
    AdverseEventRow,
    ApprovalRow,
    ChecklistRow,
    CourseRow,
    DecisionRow,
    DelayRow,
    HandoverRow,
    HoldRow,
    LabRow,
    LesionRow,
    MeasurementRow,
    PatientRow,
    ScanRow,
    SearchPart,
)
from records.trail.audit_trail import AuditedSession, Doing
from records.trail.canonical import sha256
from records.typed_text import NOTE, exact, words
from records.values.handed_over import HandoverRecord
from records.values.handover import Handover, SignedText, TakeChoice, TakePreview
from regimen.analytes import analytes
from regimen.definition import Regimen
from regimen.library import is_shipped, load_regimen, shipped_regimens
from regimen.reader import read_regimen

CHANGED = "The file or what is on record changed since it was shown, so nothing was stored; look at it again."


def look(session: Session, signed: SignedText, choice: TakeChoice | None, today: date) -> TakePreview:
    """The file beside the records. Raises NotReadable for a file that is none."""
    verify(signed)
    one = read_handover(signed.content)
    return preview(one, signed, _beside(session, one, signed, today), choice)


def take_over(
    key: UUID, by: UUID, signed: SignedText, choice: TakeChoice, seen: str, today: date
) -> Deed[HandoverRecord]:
    """Everything the preview said, as long as it still says the same; the key becomes the id of the course."""
    verify(signed)
    one = read_handover(signed.content)

    def do(session: AuditedSession) -> UUID:
        found = look(session, signed, choice, today)
        if found.seen != seen:
            raise NotAllowed(CHANGED)
        if found.key is None:
            raise NotAllowed("The key of this file is not known here; compare its fingerprint by telephone first.")
        if found.refused:
            raise NotAllowed(found.refused[0])
        beside = _beside(session, one, signed, today)
        chosen = next((known for known in beside.known if known.id == choice.patient_id), None)
        patient = _patient(session, key, one, chosen)
        _store_values(session, key, one, patient, chosen)
        assert beside.usable is not None
        course = _course(session, key, one, patient, beside.usable, choice)
        _store_course(session, key, one, course)
        session.add(
            HandoverRow(
                id=uuid5(key, "file"), direction="taken", course_id=key, key_id=found.key.id, file_id=one.id,
                other=one.site or found.key.holder, note=one.note, content=signed.content, signature=signed.signature,
                sha256=found.sha256, withdrawn=False, withdrawn_why="",
            )
        )  # fmt: skip
        session.flush()
        refresh_line(session, patient)
        refresh_due(session, course)
        return uuid5(key, "file")

    return Deed("take over course", key, by, do, load_handover, f"from {one.site}, SHA-256 {sha256(signed.content)}")


def _beside(session: Session, one: Handover, signed: SignedText, today: date) -> Beside:
    """What is on record of everybody and everything the file is about."""
    site, row = settings(session), key_row(session, signed.public_key)
    kind, usable = _regimen(session, one)
    profile = site_profile(site)
    return Beside(
        key=None if row is None else key_of(session, row), before=_before(session, one), regimen=kind, usable=usable,
        practice=profile.id, same_profile=sha256(profile.text) == one.course.profile_sha256, demo=site.demo,
        today=today, known=tuple(_known(session, one)),
    )  # fmt: skip


def _before(session: Session, one: Handover) -> str:
    """Why the very file cannot come."""
    rows = session.scalars(select(HandoverRow).where(HandoverRow.file_id == one.id)).all()
    for row in rows:
        if row.direction == "taken":
            on = row.created_at.astimezone().date().isoformat()  # the day of this place
            return f"This file was taken over on {on} already; it is not taken twice."
        return "This file was written here; the course is in these records."
    return ""


def _regimen(session: Session, one: Handover) -> tuple[Any, Regimen | None]:
    """Whether the regimen of the file is in use here, or another version of it."""
    said = one.course
    if sha256(said.regimen_text) != said.regimen_sha256:
        raise RecordError("The regimen text of the file is not the one its hash names.")
    digest = said.regimen_sha256
    approved = select(ApprovalRow.id).where(
        ApprovalRow.kind == "regimen", ApprovalRow.text_sha256 == digest, ~ApprovalRow.withdrawn
    )
    if is_shipped(digest) or (session.scalar(approved.limit(1)) and digest not in withdrawn_files(session, (digest,))):
        return "same", read_regimen(said.regimen_text, f"{said.regimen_id}.toml")
    if said.regimen_id in shipped_regimens():
        return "other", load_regimen(said.regimen_id)
    return "unknown", None


def _known(session: Session, one: Handover) -> Iterable[OnRecord]:
    """Patients with a number of the file, or its name and birth date."""
    pieces = {part for _kind, number in one.patient.identifiers for part in identifier_parts(number)}
    ids = set(session.scalars(select(SearchPart.patient_id).where(SearchPart.part.in_(pieces))))
    born = select(PatientRow.id).where(PatientRow.birth_date == one.patient.birth_date)
    ids |= set(session.scalars(born))
    rows = session.scalars(select(PatientRow).where(PatientRow.id.in_(ids)).order_by(PatientRow.id))
    for row in rows:
        entry = patients.record_of(session, row).entry
        if may_be(entry, one.patient):
            yield _on_record(session, row)


def _on_record(session: Session, row: PatientRow) -> OnRecord:
    sizes = session.scalars(
        select(MeasurementRow).where(MeasurementRow.patient_id == row.id).order_by(MeasurementRow.audit_seq)
    )
    labs = session.scalars(
        select(LabRow).where(LabRow.patient_id == row.id, LabRow.superseded_by_id.is_(None)).order_by(LabRow.audit_seq)
    )
    running = session.scalar(
        select(CourseRow.id).where(CourseRow.patient_id == row.id, CourseRow.status == "active").limit(1)
    )
    return OnRecord(
        row.id, patients.record_of(session, row).entry, {(one.kind, one.on): one.value for one in sizes},
        {(one.analyte, one.on): (one.value, one.unit) for one in labs},
        course_text(session, row) if running is not None else "",
    )  # fmt: skip


def _patient(session: AuditedSession, key: UUID, one: Handover, chosen: OnRecord | None) -> PatientRow:
    if chosen is not None:
        return session.get_one(PatientRow, chosen.id)
    row = PatientRow(id=uuid5(key, "patient"), **patients.columns_of(one.patient))
    session.add(row)
    session.flush()
    return row


def _store_values(
    session: AuditedSession, key: UUID, one: Handover, patient: PatientRow, chosen: OnRecord | None
) -> None:
    """What is not there yet; checked as what is typed."""
    for place, size in enumerate(sizes_new(one.sizes, chosen)[0]):
        exact(size.value, *patients.SIZES[size.kind])
        _born(patient, size.on)
        session.add(
            MeasurementRow(
                id=uuid5(key, f"size {place}"), patient_id=patient.id, kind=size.kind, value=size.value, on=size.on,
                confirmed=words(size.confirmed, "Confirmation", NOTE, lines=True),
            )
        )  # fmt: skip
    for place, lab in enumerate(labs_new(one.labs, chosen)[0]):
        test = analytes().by_name.get(lab.analyte)
        if test is None or lab.unit not in test.units:
            raise RecordError(f"{lab.analyte[:40]} in {lab.unit[:40]} of the file is no test this program knows.")
        for number in (lab.value, lab.lln, lab.uln):
            if number is not None:
                exact(number, test.title, "0", "100000000")
        _born(patient, lab.on)
        session.add(
            LabRow(
                id=uuid5(key, f"lab {place}"), patient_id=patient.id, analyte=lab.analyte, value=lab.value,
                unit=lab.unit, lln=lab.lln, uln=lab.uln, on=lab.on, taken_at=lab.taken_at or None,
            )
        )  # fmt: skip
    session.flush()


def _born(patient: PatientRow, on: date) -> None:
    if on < patient.birth_date:
        raise RecordError(f"A value of the file is dated {on.isoformat()}, before the patient was born.")


def _course(
    session: AuditedSession, key: UUID, one: Handover, patient: PatientRow, regimen: Regimen, choice: TakeChoice
) -> CourseRow:
    """As one taken over by hand, with every figure of the file."""
    profile = site_profile(settings(session))
    columns = courses.columns_of(course_entry(one, regimen, profile.id, choice.day1))
    refuse_unapproved(session, "regimen", regimen.text)
    refuse_unapproved(session, "profile", profile.text)
    row = CourseRow(
        id=key, patient_id=patient.id, status="active", end_reason="",
        regimen_sha256=keep_text(session, "regimen", regimen.text),
        profile_sha256=keep_text(session, "profile", profile.text), **columns,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row


def _store_course(session: AuditedSession, key: UUID, one: Handover, course: CourseRow) -> None:
    """Everything that hangs on the course and that the next order asks for."""
    for place, hold in enumerate(holds_that_reach(one)):
        session.add(
            HoldRow(
                id=uuid5(key, f"hold {place}"), course_id=key, drug=words(hold.drug, "Drug", 80, needed=True),
                start=hold.start, end=hold.end, stop=hold.stop, reason_code=words(hold.reason_code, "Reason", 80),
                reason_text=words(hold.reason, "Reason", NOTE, lines=True), withdrawn=False, end_why="",
                from_slot="pm" if hold.start_half == "pm" else None, to_slot="am" if hold.end_half == "am" else None,
            )
        )  # fmt: skip
    for place, delay in enumerate(delay for delay in one.delays if delay.cycle > one.next.cycle):
        session.add(
            DelayRow(
                id=uuid5(key, f"delay {place}"), course_id=key, cycle=delay.cycle, days=delay.days, shift=delay.shift,
                reason_code=words(delay.reason_code, "Reason", 80),
                reason_text=words(delay.reason, "Reason", NOTE, lines=True), withdrawn=False, withdrawn_why="",
            )
        )  # fmt: skip
    session.flush()
    refresh_due(session, course)
    numbered = _store_events(session, key, one, course)
    _store_decisions(session, key, one, course, numbered)
    _store_answers(session, key, one, course)
    _store_scans(session, key, one, course)
    session.flush()


def _store_events(session: AuditedSession, key: UUID, one: Handover, course: CourseRow) -> dict[int, UUID]:
    """Number in the file -> id here; whoever said a grade there stays named."""
    newest = select(AdverseEventRow.number).where(AdverseEventRow.patient_id == course.patient_id)
    last = max(session.scalars(newest), default=0)
    found: dict[int, UUID] = {}
    for place, said in enumerate(sorted(one.events, key=lambda event: event.number), 1):
        entry = replace(said.entry, elsewhere=True)
        columns = events.columns_of(entry)
        cycle, cycle_day = onset_of(session, course, whole(entry.start))
        found[said.number] = uuid5(key, f"event {said.number}")
        session.add(
            AdverseEventRow(
                id=found[said.number], patient_id=course.patient_id, course_id=key, number=last + place, cycle=cycle,
                cycle_day=cycle_day, cause_named_by=words(entry.cause_named_by, "Person"), withdrawn=False,
                withdrawn_why="", **columns,
            )
        )  # fmt: skip
    session.flush()
    return found


def _store_decisions(
    session: AuditedSession, key: UUID, one: Handover, course: CourseRow, numbered: dict[int, UUID]
) -> None:
    """So that the first dose here says where it comes from."""
    doing = cast(Doing, session.doing)
    for place, entry in enumerate(decided(one, numbered)):
        columns = decisions.columns_of(entry)
        decisions.check_drug(session, course, entry)
        session.add(
            DecisionRow(
                id=uuid5(key, f"decision {place}"), course_id=key, hold_id=None, decided_by=doing.person,
                decided_role=doing.role, withdrawn=False, withdrawn_why="", **columns,
            )
        )  # fmt: skip


def _store_answers(session: AuditedSession, key: UUID, one: Handover, course: CourseRow) -> None:
    """What was answered there counts as taken over; what was said not to be done stays open."""
    from records.deeds.checklist_gate import items_of

    asked = {item.id for item in items_of(session, course)}
    if course.first_cycle == 1:  # nothing was given there: the checklist is answered here
        return
    for place, said in enumerate(one.checklist):
        if said.item not in asked or said.result == "not_done":
            continue
        words_said = "; ".join(
            text for text in (said.result.replace("_", " "), said.reason, f"answered by {said.by}") if text
        )
        session.add(
            ChecklistRow(
                id=uuid5(key, f"answer {place}"), course_id=key, cycle=course.first_cycle, item=said.item,
                result="taken_over", value=words(said.value, "Finding", NOTE, lines=True), on=said.on,
                reason=words(f"{one.site}: {words_said}", "Reason", NOTE + 500, lines=True),
            )
        )  # fmt: skip


def _store_scans(session: AuditedSession, key: UUID, one: Handover, course: CourseRow) -> None:
    ids = {said.id: uuid5(key, f"lesion {said.id}") for said in one.lesions}
    for lesion in one.lesions:
        session.add(
            LesionRow(
                id=ids[lesion.id], patient_id=course.patient_id, course_id=key, withdrawn=False, withdrawn_why="",
                **lesions.columns_of(lesion.entry),
            )
        )  # fmt: skip
    for place, scan in enumerate(one.scans):
        entry = scan.entry
        named = {*entry.targets, *entry.nontargets, *entry.new_lesions}
        if entry.on is None or entry.texts or not named <= set(ids):
            raise RecordError("A scan of the file names a lesion or a day that the file does not know.")
        here = replace(
            entry,
            targets={ids[name]: reading for name, reading in entry.targets.items()},
            nontargets={ids[name]: state for name, state in entry.nontargets.items()},
            new_lesions={ids[name]: reading for name, reading in entry.new_lesions.items()},
        )
        session.add(
            ScanRow(
                id=uuid5(key, f"scan {place}"), patient_id=course.patient_id, course_id=key, complete=True, revision=1,
                replaces_id=None, reason="", replaced=False, withdrawn=False, withdrawn_why="",
                **scans.columns_of(here),
            )
        )  # fmt: skip
