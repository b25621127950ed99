"""The regimen of a handover file that is unknown here, as a draft of an own one: a second person approves it first."""

from typing import cast
from uuid import UUID

from sqlalchemy import select

from records.deeds.governance import load_file, refuse_taken
from records.deeds.texts import keep_text
from records.errors import NotAllowed, RecordError
from records.handover.envelope import verify
from records.handover.reading import read_handover
from records.store import Deed
from records.tables import RegimenDraftRow
from records.trail.audit_trail import AuditedSession, Doing
from records.trail.canonical import sha256
from records.values.governance import OwnFile
from records.values.handover import SignedText
from regimen.errors import RegimenError
from regimen.library import load_regimen, shipped_regimens
from regimen.own_file import head_words
from regimen.reader import read_regimen

USUAL = "ici-capox"


def draft_of_file(key: UUID, by: UUID, signed: SignedText) -> Deed[OwnFile]:
    """The text to the letter, so that its hash is the one the file names once it is approved."""
    verify(signed)
    one = read_handover(signed.content)
    text = one.course.regimen_text
    try:
        read_regimen(text, f"{one.course.regimen_id}.toml")
    except RegimenError as refused:
        raise RecordError(f"The regimen of the file cannot be read: {refused}", "Text") from None

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        ident, version = head_words(text)
        refuse_taken(session, "regimen", ident, version)
        same = select(RegimenDraftRow.id).where(
            RegimenDraftRow.text_sha256 == sha256(text), RegimenDraftRow.state.in_(("draft", "waiting"))
        )
        if session.scalar(same.limit(1)) is not None:
            raise NotAllowed("This regimen waits among the own files already.")
        near = [name for name in sorted(shipped_regimens(), key=len, reverse=True) if ident.startswith(name)]
        base = load_regimen(near[0] if near else USUAL)  # what it is compared with when it is looked at
        session.add(
            RegimenDraftRow(
                id=key, kind="regimen", state="draft", base_id=base.id, base_version=base.version,
                base_sha256=keep_text(session, "regimen", base.text), text=text, text_sha256=sha256(text),
                authors=[str(doing.person_id)], asked_id=None, asked_at=None,
            )
        )  # fmt: skip
        return key

    return Deed("copy file", key, by, do, load_file, f"from a handover file of {one.site}, SHA-256 {sha256(text)}")
