"""NCI's wording of the CTCAE in the store: kept once under its hash, one text of each version in use."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.patients import first_person
from records.deeds.texts import keep_text, text_of
from records.errors import NotAllowed, RecordError
from records.store import Deed
from records.tables import GradingTextRow
from records.trail.audit_trail import AuditedSession
from records.typed_text import NOTE, words
from records.values.grading import GradingText
from regimen.errors import RegimenError
from regimen.grading.official import OfficialText, read_text


def grading_of(row: GradingTextRow, by: str) -> GradingText:
    return GradingText(
        row.id, row.ctcae, row.text_sha256, row.file_sha256, row.file_date, row.terms, row.in_use, by, row.created_at
    )


def load_grading(session: Session, key: UUID) -> GradingText:
    row = session.get_one(GradingTextRow, key)
    return grading_of(row, first_person(session, "grading_text", {key})[key])


def gradings(session: Session) -> tuple[GradingText, ...]:
    """Every workbook that was loaded, those in use first, then the newest."""
    rows = session.scalars(select(GradingTextRow)).all()
    people = first_person(session, "grading_text", {row.id for row in rows})
    found = [grading_of(row, people[row.id]) for row in rows]
    return tuple(sorted(found, key=lambda one: (not one.in_use, -one.at.timestamp(), one.ctcae)))


def wordings(session: Session) -> dict[str, OfficialText]:
    """Version -> the wording in use. Raises RecordError when a kept text was changed from outside."""
    rows = session.scalars(select(GradingTextRow).where(GradingTextRow.in_use).order_by(GradingTextRow.ctcae))
    return {row.ctcae: read_text(text_of(session, row.text_sha256)) for row in rows}


def load_text(key: UUID, by: UUID, text: str, file_sha256: str, file_date: str, way: str = "") -> Deed[GradingText]:
    """A checked workbook's text, from now on in use for its version; the one before goes out of use.

    way  how it was loaded, for the audit trail
    """
    try:
        official = read_text(text)
    except RegimenError as error:
        raise RecordError(str(error), "Workbook") from None
    if len(file_sha256) != 64 or not set(file_sha256) <= set("0123456789abcdef"):
        raise RecordError("The hash of the workbook is missing.", "Workbook")
    saved = words(file_date, "Date of the workbook", 10)

    def do(session: AuditedSession) -> UUID:
        digest = keep_text(session, "grading", text)
        wanted = GradingTextRow.ctcae == official.version
        for before in session.scalars(select(GradingTextRow).where(wanted, GradingTextRow.in_use)):
            if (before.text_sha256, before.file_sha256) == (digest, file_sha256):
                raise NotAllowed(f"This workbook of CTCAE {official.version} is in use already.")
            before.in_use = False
        session.flush()  # the database lets no second one in before the first is out
        session.add(GradingTextRow(
            id=key, ctcae=official.version, text_sha256=digest, file_sha256=file_sha256, file_date=saved,
            terms=len(official.by_code), in_use=True,
        ))  # fmt: skip
        return key

    return Deed("load grading criteria", key, by, do, load_grading, words(way, "Way", NOTE))


def stop_using(key: UUID, by: UUID, grading_id: UUID, why: str) -> Deed[GradingText]:
    """A workbook whose wording is no longer shown; it stays on record."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(GradingTextRow, grading_id)
        if row is None or not row.in_use:
            raise NotAllowed("This workbook is no longer in use.")
        row.in_use = False
        return grading_id

    return Deed("stop grading criteria", key, by, do, load_grading, reason)
