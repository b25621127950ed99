"""Letters and cards about a course: read in one piece, and an entry in the trail once one is printed or saved."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from records.deeds.people import settings
from records.deeds.site_facts import site_facts
from records.deeds.trail import trail_end
from records.deeds.workspace import workspace
from records.errors import RecordError
from records.store import Deed
from records.tables import CourseRow
from records.trail.audit_trail import AuditedSession, append
from records.typed_text import words
from records.values.letters import LETTERS, LetterFacts, LetterKind


def letter_facts(session: Session, patient_id: UUID, now: datetime, *, protected: bool) -> LetterFacts:
    """Everything of one moment. protected: as `site_facts` takes it. Raises RecordError for an unknown patient."""
    return LetterFacts(
        workspace(session, patient_id), settings(session), site_facts(session, protected=protected),
        trail_end(session), now,
    )  # fmt: skip


def print_letter(key: UUID, by: UUID, course_id: UUID, kind: LetterKind, sha256: str) -> Deed[UUID]:
    """A treatment summary or an alert card that was printed or saved: an entry, and nothing else changes."""
    hashed = words(sha256, "Hash", 64, needed=True)

    def do(session: AuditedSession) -> UUID:
        if kind not in LETTERS:
            raise RecordError(f"A letter is one of {', '.join(LETTERS)}.", "Letter")
        row = session.get(CourseRow, course_id)
        if row is None:
            raise RecordError("This course is not in the records that are open.")
        assert session.doing is not None
        append(session, session.doing, row, {}, {})
        return course_id

    return Deed("print letter", key, by, do, lambda _session, found: found, why=f"{kind}, SHA-256 {hashed}")
