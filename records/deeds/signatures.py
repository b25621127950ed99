"""Signatures beneath an order: the blind check, the agreement to a raised dose, the preparation."""

from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.course.blind_check import asked_for, check
from records.course.release import raised_drugs, release_of
from records.deeds.decisions import last_order
from records.deeds.restart_guards import restarted_in
from records.deeds.texts import text_of
from records.errors import NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import active_course, course_row
from records.stored.orders import order_of
from records.tables import AuditRow, DraftRow, OrderRow, SignatureRow
from records.trail.audit_trail import AuditedSession, Doing
from records.trail.canonical import plain, read
from records.typed_text import NOTE, exact, words
from records.values.signatures import BlindEntry, Meaning, Outcome, Release, SignatureRecord
from regimen.case import read_case

OWN_WORK = "Nobody checks their own work: {0} signed or typed this order; another person has to check it."


def signature_of(row: SignatureRow) -> SignatureRecord:
    return SignatureRecord(
        row.id, row.course_id, row.order_id, cast(Meaning, row.meaning), cast(Outcome, row.outcome),
        tuple(row.differs), row.note, row.signer, row.signer_id, row.signer_role, row.signed_at,
    )  # fmt: skip


def load_signature(session: Session, signature_id: UUID) -> SignatureRecord:
    return signature_of(session.get_one(SignatureRow, signature_id))


def signatures_on(session: Session, order_id: UUID) -> tuple[SignatureRecord, ...]:
    """The signatures of one order, oldest first."""
    query = select(SignatureRow).where(SignatureRow.order_id == order_id).order_by(SignatureRow.audit_seq)
    return tuple(signature_of(row) for row in session.scalars(query))


def signed_order(session: Session, order_id: UUID) -> OrderRow:
    """A signed order that is not yet given or replaced, of an active course. Raises NotAllowed, RecordError."""
    row = session.get(OrderRow, order_id)
    if row is None:
        raise RecordError("This order is not in the records that are open.")
    if row.state != "signed":
        raise NotAllowed(f"This order is {row.state}; only a signed order is checked and prepared.")
    active_course(session, row.course_id)
    return row


def raised_in(session: Session, row: OrderRow) -> tuple[str, ...]:
    """Drugs whose reduced dose an order raises."""
    before = last_order(session, row.course_id, row.cycle)
    return raised_drugs(before.answer_json if before else None, row.answer_json, restarted_in(session, before))


def release(session: Session, row: OrderRow) -> Release:
    """How far an order has come."""
    return release_of(order_of(session, row), signatures_on(session, row.id), raised_in(session, row))


def worked_on(session: Session, row: OrderRow, person_id: UUID) -> bool:
    """Whether somebody signed an order or typed at its draft since the order before it was signed."""
    if row.signed_by_id == person_id:
        return True
    drafts = select(DraftRow.id).where(DraftRow.course_id == row.course_id, DraftRow.cycle == row.cycle)
    earlier = select(OrderRow.signed_at).where(
        OrderRow.course_id == row.course_id, OrderRow.cycle == row.cycle, OrderRow.revision < row.revision
    )
    since = max(session.scalars(earlier), default=datetime.min.replace(tzinfo=UTC))
    typed = select(AuditRow.seq).where(
        AuditRow.subject == "draft", AuditRow.subject_id.in_(drafts), AuditRow.person_id == person_id,
        AuditRow.action == "keep draft", AuditRow.at > since, AuditRow.at <= row.signed_at,
    )  # fmt: skip
    return session.scalars(typed.limit(1)).first() is not None


def written(entry: BlindEntry) -> dict[str, Any]:
    """What was typed, as it is kept. Raises RecordError for what is no number."""
    exact(entry.height_cm, "Height", "1", "300")
    exact(entry.weight_kg, "Weight", "1", "700")
    for name, lab in entry.labs.items():
        exact(lab.value, name, "0", "1000000000")
        words(lab.unit, name, 40, needed=True)
    return cast(dict[str, Any], plain({"height_cm": entry.height_cm, "weight_kg": entry.weight_kg, "labs": {
        name: {"value": lab.value, "unit": lab.unit} for name, lab in entry.labs.items()}}))  # fmt: skip


def verify_order(key: UUID, by: UUID, order_id: UUID, entry: BlindEntry, proof: UUID | None) -> Deed[SignatureRecord]:
    """The blind check. Equal: signed as verified; different: kept with the fields' names, release is locked."""
    typed = written(entry)
    note = words(entry.note, "Note", NOTE, lines=True)

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        row = signed_order(session, order_id)
        if worked_on(session, row, doing.person_id):
            raise NotAllowed(OWN_WORK.format(doing.person))
        case = read_case(read(row.case_json))
        missing = [name for name in asked_for(case) if name not in entry.labs]
        if missing:
            raise RecordError(f"Type {missing[0]} again from the source; the order used it.", missing[0])
        checks = [one for one in signatures_on(session, order_id) if one.meaning == "verify"]
        if checks and checks[-1].outcome == "equal":
            raise NotAllowed(f"This order was checked by {checks[-1].by} already.")
        if checks and not note:
            raise RecordError("The last check differed; say what was found out since.", "Note")
        regimen, profile = text_of(session, row.regimen_sha256), text_of(session, row.profile_sha256)
        differs = check(row.case_json, row.answer_json, regimen, profile, entry)
        outcome = "different" if differs else "equal"
        sign(session, key, row, "verify", outcome, list(differs), typed, note)
        return key

    return Deed("verify order", key, by, do, load_signature, note, proof=proof)


def agree_to_raise(key: UUID, by: UUID, order_id: UUID, why: str, proof: UUID | None) -> Deed[SignatureRecord]:
    """A second person agrees that a reduced dose is raised again."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        row = signed_order(session, order_id)
        if row.signed_by_id == doing.person_id:
            raise NotAllowed(f"{doing.person} signed this order; raising a reduced dose takes a second person.")
        if not raised_in(session, row):
            raise NotAllowed("This order raises no reduced dose.")
        sign(session, key, row, "raise", "", [], {}, reason)
        return key

    return Deed("agree to raise", key, by, do, load_signature, reason, proof=proof)


def prepare_order(key: UUID, by: UUID, order_id: UUID, note: str, proof: UUID | None) -> Deed[SignatureRecord]:
    """The infusions and tablets of a released order are made ready."""
    said = words(note, "Note", NOTE, lines=True)

    def do(session: AuditedSession) -> UUID:
        row = signed_order(session, order_id)
        refuse_unreleased(session, row, "it cannot be prepared")
        if any(one.meaning == "prepare" for one in signatures_on(session, order_id)):
            raise NotAllowed("This order was prepared already.")
        sign(session, key, row, "prepare", "", [], {}, said)
        return key

    return Deed("prepare order", key, by, do, load_signature, said, proof=proof)


def refuse_unreleased(session: Session, row: OrderRow, so: str) -> None:
    """Raises NotAllowed with everything that is missing. so: what follows from it."""
    found = release(session, row)
    if found.standing != "released":
        raise NotAllowed(f"The order of cycle {row.cycle} is not released, {so}. {' '.join(found.missing)}")


def sign(
    session: AuditedSession, key: UUID, row: OrderRow, meaning: Meaning, outcome: str, differs: list[str],
    typed: dict[str, Any], note: str,
) -> None:  # fmt: skip
    """One signature of the person of the deed."""
    doing = cast(Doing, session.doing)
    course_row(session, row.course_id)
    session.add(
        SignatureRow(
            id=key, course_id=row.course_id, order_id=row.id, meaning=meaning, outcome=outcome, differs=differs,
            typed=typed, note=note, signer_id=doing.person_id, signer=doing.person, signer_role=doing.role,
            signed_at=doing.at,
        )
    )  # fmt: skip
