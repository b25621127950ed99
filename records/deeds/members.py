"""What whoever looks after people does: adds them, sets a first password, changes a role, lets go and takes back."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds import people
from records.deeds.accounts import load_emergency, load_member, open_account
from records.errors import NotAllowed, RecordError
from records.store import Deed
from records.tables import AccountRow, AuditRow, BreakGlassRow, PersonRow
from records.trail.audit_trail import AuditedSession
from records.trail.canonical import read
from records.typed_text import NOTE, words
from records.values.accounts import Emergency, Member

#: The id of a member's account follows from the key of the deed that makes both.
ACCOUNTS = UUID("4d0a7a52-1a53-4c6e-9a0d-3f2f8a3a6c55")


def add_member(key: UUID, by: UUID, name: str, role: str, login: str, password_hash: str) -> Deed[Member]:
    """A new person with an account; its password must be changed at the first sign-in."""
    kept = people.name_and_role(name, role)

    def do(session: AuditedSession) -> UUID:
        people.refuse_namesake(session, kept, role)
        session.add(PersonRow(id=key, name=kept, role=role, active=True))
        session.flush()
        open_account(session, uuid5(ACCOUNTS, str(key)), key, login, password_hash, must_change=True)
        return key

    return Deed("add member", key, by, do, load_member)


def set_password(key: UUID, by: UUID, holder: UUID, login: str, password_hash: str) -> Deed[Member]:
    """A first or a new password for somebody else, to be changed at the next sign-in. login: for a new account only."""

    def do(session: AuditedSession) -> UUID:
        if holder == by:
            raise NotAllowed("Your own password is changed with the old one, by yourself.")
        if not found(session, holder).active:
            raise NotAllowed("This person no longer works here; take them back first.")
        row = session.scalar(select(AccountRow).where(AccountRow.holder_id == holder))
        if row is None:
            if session.scalar(select(AccountRow.id).limit(1)) is None:
                raise NotAllowed("Open an account for yourself first; from then on everybody needs one.")
            return open_account(session, key, holder, login, password_hash, must_change=True).id
        row.password_hash, row.password_at, row.must_change = password_hash, datetime.now(UTC), True
        row.failures, row.failed_at = 0, None
        return row.id

    return Deed("set password", key, by, do, lambda session, _id: load_member(session, holder))


def let_go(key: UUID, by: UUID, holder: UUID, why: str) -> Deed[Member]:
    """Somebody no longer works here: they cannot sign in any more, what they did stays."""

    def do(session: AuditedSession) -> UUID:
        if holder == by:
            raise NotAllowed("Nobody takes away their own rights; somebody else has to.")
        row = found(session, holder)
        keep_an_administrator(session, row)
        row.active = False
        return row.id

    return Deed("let go", key, by, do, load_member, words(why, "Reason", NOTE, lines=True))


def take_back(key: UUID, by: UUID, holder: UUID, why: str) -> Deed[Member]:
    """Somebody works here again, with the account they had."""

    def do(session: AuditedSession) -> UUID:
        row = found(session, holder)
        if not row.active:
            people.refuse_namesake(session, row.name, row.role)
        row.active = True
        return row.id

    return Deed("take back", key, by, do, load_member, words(why, "Reason", NOTE, lines=True))


def change_role(key: UUID, by: UUID, holder: UUID, role: str, why: str) -> Deed[Member]:
    """Another role, never one's own, and never so that no administrator is left."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        if holder == by:
            raise NotAllowed("Nobody changes their own role; somebody else has to.")
        row = found(session, holder)
        people.name_and_role(row.name, role)
        if role != row.role:
            people.refuse_namesake(session, row.name, role)
            keep_an_administrator(session, row)
        row.role = role
        return row.id

    return Deed("change role", key, by, do, load_member, reason)


def found(session: Session, holder: UUID) -> PersonRow:
    """A person by id; RecordError where there is none."""
    row = session.get(PersonRow, holder)
    if row is None:
        raise RecordError("There is no such person in these records.")
    return row


def keep_an_administrator(session: Session, losing: PersonRow) -> None:
    """Raises NotAllowed when the last administrator who is known to get in would be lost."""
    if losing.role != "administrator" or not losing.active:
        return
    others = (
        select(PersonRow.id)
        .join(AccountRow, AccountRow.holder_id == PersonRow.id)
        .where(PersonRow.role == "administrator", PersonRow.active, PersonRow.id != losing.id)
        .where(~AccountRow.must_change)
    )
    if session.scalar(others.limit(1)) is None:
        raise NotAllowed("This is the last administrator who has signed in; let another one do so first.")


def emergencies(session: Session) -> tuple[Emergency, ...]:
    """Every time somebody took wider rights, newest first, with what they did meanwhile."""
    rows = session.scalars(select(BreakGlassRow).order_by(BreakGlassRow.began_at.desc()))
    return tuple(with_deeds(session, load_emergency(session, row.id)) for row in rows)


def with_deeds(session: Session, taken: Emergency) -> Emergency:
    """An emergency and the entries its holder made under it."""
    query = (
        select(AuditRow.at, AuditRow.action, AuditRow.patient_id, AuditRow.content, AuditRow.deed_key)
        .where(AuditRow.person_id == taken.person.id, AuditRow.at >= taken.began_at)
        .where(AuditRow.at < (taken.ended_at or taken.until))
        .order_by(AuditRow.seq)
    )
    deeds: dict[UUID, tuple[datetime, str, UUID | None]] = {}
    for at, action, patient_id, content, deed_key in session.execute(query):
        entry = read(content)
        if isinstance(entry, dict) and str(entry["role"]).endswith(", break-glass"):
            deeds.setdefault(deed_key, (at, action, patient_id))
    return replace(taken, deeds=tuple(deeds.values()))
