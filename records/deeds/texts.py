"""Regimen and profile texts, kept once under their hash."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from records.errors import RecordError
from records.tables import KeptText
from records.trail.canonical import sha256
from records.typed_text import document


def keep_text(session: Session, kind: str, text: str) -> str:
    """Keep a text in full, if it is not there yet; answers its hash."""
    if not text.strip():
        raise RecordError(f"The text of the {kind} is missing.", kind)
    digest = sha256(document(text, f"The text of the {kind}"))
    if session.get(KeptText, digest) is None:
        session.add(KeptText(sha256=digest, kind=kind, text=text, kept_at=datetime.now(UTC)))
        session.flush()
    return digest


def text_of(session: Session, digest: str) -> str:
    """A text as it was kept; RecordError when its hash no longer fits: somebody changed it from outside."""
    text = session.get_one(KeptText, digest).text
    if sha256(text) != digest:
        raise RecordError("A regimen or profile text in the store was changed from outside; it is not shown.")
    return text
