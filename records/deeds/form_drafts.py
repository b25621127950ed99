"""Keeping what stands in a form that is no record yet. Nothing of it is audited; saving the form is."""

from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.errors import RecordError
from records.store import Deed
from records.tables import FormDraftRow
from records.trail.audit_trail import AuditedSession

#: Drafts of one workstation and form have one row for good.
NAMES = UUID("6a8f0f52-41a2-4f0a-9a35-3f0c5c7d0b11")
MOST_CHARACTERS = 60_000
Texts = dict[str, object]


def row_id(station: str, form: str) -> UUID:
    return uuid5(NAMES, f"{station}\n{form}")


def keep_form(key: UUID, by: UUID, station: str, form: str, texts: Mapping[str, object]) -> Deed[UUID]:
    """Texts in the place of what was kept before; none: the draft is over, and nothing of it stays."""
    typed = dict(texts)
    if not 1 <= len(form) <= 100 or len(station) > 64:
        raise RecordError("This form cannot be kept.")
    if sum(len(str(value)) for value in typed.values()) > MOST_CHARACTERS:
        raise RecordError("The form holds more text than can be kept.")
    wanted = row_id(station, form)

    def find(session: Session) -> UUID | None:
        row = session.get(FormDraftRow, wanted)
        return wanted if row is not None and row.texts == typed else None

    def do(session: AuditedSession) -> UUID:
        row = session.get(FormDraftRow, wanted)
        if row is None:
            row = FormDraftRow(id=wanted, station=station, form=form)
            session.add(row)
        row.texts, row.kept_by, row.kept_at = typed, by, datetime.now(UTC)
        return wanted

    return Deed("keep form", key, by, do, lambda _session, found: found, find=find)


def forms_of(session: Session, station: str) -> dict[str, Texts]:
    """What stands in the forms of a workstation, by form; without those that are over."""
    rows = session.scalars(select(FormDraftRow).where(FormDraftRow.station == station))
    return {row.form: row.texts for row in rows if row.texts}
