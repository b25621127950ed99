"""Keys that handover files are signed with: the own one, and those of other hospitals that a person confirmed."""

from typing import Literal, cast
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.patients import first_person
from records.deeds.people import settings
from records.errors import NotAllowed, RecordError
from records.handover.envelope import HEX, fingerprint
from records.handover.signing_key import make_key, private_of, public_of
from records.store import Deed
from records.tables import HandoverKeyRow
from records.trail.audit_trail import AuditedSession
from records.typed_text import NOTE, words
from records.values.handed_over import HandoverKey


def key_of(session: Session, row: HandoverKeyRow) -> HandoverKey:
    by = first_person(session, "handover_key", {row.id})[row.id]
    origin = cast(Literal["own", "trusted"], row.origin)
    return HandoverKey(
        row.id, origin, row.public_key, row.holder, fingerprint(row.public_key), row.confirmed, by, row.created_at,
        row.withdrawn, row.withdrawn_why,
    )  # fmt: skip


def handover_keys(session: Session) -> tuple[HandoverKey, ...]:
    """Every key on record, own ones first, the newest of each first."""
    rows = session.scalars(select(HandoverKeyRow).order_by(HandoverKeyRow.origin, HandoverKeyRow.audit_seq.desc()))
    return tuple(key_of(session, row) for row in rows)


def key_row(session: Session, public_key: str) -> HandoverKeyRow | None:
    """A key on record: one in force where there is one, else the one withdrawn last."""
    query = select(HandoverKeyRow).where(HandoverKeyRow.public_key == public_key)
    return session.scalars(query.order_by(HandoverKeyRow.withdrawn, HandoverKeyRow.audit_seq.desc())).first()


def load_key(session: Session, key_id: UUID) -> HandoverKey:
    return key_of(session, session.get_one(HandoverKeyRow, key_id))


def own_key(session: AuditedSession, deed: UUID, *, use_keychain: bool) -> tuple[HandoverKeyRow, bytes]:
    """The key this computer signs with; made, and on record with who made it, at its first use."""
    query = select(HandoverKeyRow).where(HandoverKeyRow.origin == "own", ~HandoverKeyRow.withdrawn)
    for row in session.scalars(query.order_by(HandoverKeyRow.audit_seq.desc())):
        private = private_of(row.public_key, use_keychain=use_keychain)
        if private is not None:
            return row, private
    private = make_key(use_keychain=use_keychain)
    made = HandoverKeyRow(
        id=uuid5(deed, "key"), origin="own", public_key=public_of(private), confirmed="",
        holder=settings(session).site_name or "this hospital", withdrawn=False, withdrawn_why="",
    )  # fmt: skip
    session.add(made)
    session.flush()
    return made, private


def trust_key(key: UUID, by: UUID, public_key: str, holder: str, confirmed: str) -> Deed[HandoverKey]:
    """Another hospital's key, once somebody heard its fingerprint from there; kept with how that was."""
    if len(public_key) != 64 or not HEX.fullmatch(public_key):
        raise RecordError("This is no key.", "Key")
    whose = words(holder, "Hospital", 200, needed=True)
    how = words(confirmed, "How it was compared", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        known = key_row(session, public_key)
        if known is not None and known.withdrawn:
            raise NotAllowed(f"This key was withdrawn and is not trusted again: {known.withdrawn_why}")
        if known is not None:
            raise NotAllowed("This key is on record already.")
        session.add(
            HandoverKeyRow(
                id=key, origin="trusted", public_key=public_key, holder=whose, confirmed=how, withdrawn=False,
                withdrawn_why="",
            )
        )  # fmt: skip
        return key

    return Deed("trust signing key", key, by, do, load_key, how)


def withdraw_key(key: UUID, by: UUID, key_id: UUID, why: str) -> Deed[HandoverKey]:
    """Nothing signed with it is taken over any more; an own one signs nothing more. What was taken over stays."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(HandoverKeyRow, key_id)
        if row is None or row.withdrawn:
            raise NotAllowed("This key is not in force.")
        row.withdrawn, row.withdrawn_why = True, reason
        return key_id

    return Deed("withdraw signing key", key, by, do, load_key, reason)
