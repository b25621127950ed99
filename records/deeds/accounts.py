"""Accounts: opened, signed in to and out of, their passwords changed. Hashes come in ready made, passwords never do."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds import people
from records.errors import NotAllowed, RecordError
from records.folding import fold
from records.store import Deed, looks_after_people
from records.tables import AccountRow, BreakGlassRow, PersonRow
from records.trail.audit_trail import AuditedSession, Doing
from records.typed_text import NOTE, words
from records.values.accounts import Accounts, Emergency, Member, SignedIn
from records.values.core import Person

if TYPE_CHECKING:
    from records.people.seat import Seat

MOST_LOGIN = 64
NO_LONGER_IN_USE = "This account is no longer in use; whoever looks after accounts here can take it back."


@dataclass(frozen=True, slots=True)
class Kept:
    """An account as it is compared with a password; stays on the threads of the records."""

    id: UUID
    holder_id: UUID
    login: str
    password_hash: str
    failures: int
    failed_at: datetime | None


def accounts(session: Session) -> Accounts:
    """Whether there is an account; where there is none, who may open the first."""
    if session.scalar(select(AccountRow.id).limit(1)) is not None:
        return Accounts(True)
    named = people.people(session)
    return Accounts(False, tuple(person for person in named if person.role == "administrator") or named)


def find_account(session: Session, login: str) -> Kept | None:
    """The account of a login, letter case and accents aside."""
    folded = fold(login)
    row = session.scalar(select(AccountRow).where(AccountRow.login_folded == folded)) if folded else None
    if row is None:
        return None
    return Kept(row.id, row.holder_id, row.login, row.password_hash, row.failures, row.failed_at)


def login_of(session: Session, person_id: UUID) -> str:
    """The login of a person, "" without an account."""
    return session.scalar(select(AccountRow.login).where(AccountRow.holder_id == person_id)) or ""


def members(session: Session) -> tuple[Member, ...]:
    """Everybody who works or worked here, by name."""
    found = {row.holder_id: row for row in session.scalars(select(AccountRow))}
    everybody = [member_of(person, found.get(person.id)) for person in session.scalars(select(PersonRow))]
    return tuple(sorted(everybody, key=lambda member: (not member.active, fold(member.person.name))))


def member_of(row: PersonRow, account: AccountRow | None) -> Member:
    if account is None:
        return Member(people.person_of(row), row.active)
    return Member(
        people.person_of(row), row.active, account.login, account.must_change, account.signed_in_at, account.failures
    )


def load_member(session: Session, person_id: UUID) -> Member:
    account = session.scalar(select(AccountRow).where(AccountRow.holder_id == person_id))
    return member_of(session.get_one(PersonRow, person_id), account)


def free_login(session: Session, login: str) -> tuple[str, str]:
    """A login as kept and as compared; RecordError when it says nothing or is taken."""
    kept = words(login, "Login name", MOST_LOGIN, needed=True)
    folded = fold(kept)
    if not folded:
        raise RecordError("The login name needs letters or digits.", "Login name")
    if session.scalar(select(AccountRow.id).where(AccountRow.login_folded == folded)) is not None:
        raise RecordError("This login name is taken, letter case and accents aside; choose another.", "Login name")
    return kept, folded


def open_account(
    session: AuditedSession, key: UUID, holder: UUID, login: str, password_hash: str, *, must_change: bool
) -> AccountRow:
    """A new account in the transaction at hand."""
    kept, folded = free_login(session, login)
    row = AccountRow(
        id=key, holder_id=holder, login=kept, login_folded=folded, password_hash=password_hash,
        password_at=datetime.now(UTC), must_change=must_change, failures=0, failed_at=None, signed_in_at=None,
        signed_out_at=None,
    )  # fmt: skip
    session.add(row)
    return row


def as_self(session: AuditedSession, key: UUID, action: str, holder: UUID, why: str = "", name: str = "") -> PersonRow:
    """The holder of an account becomes the author of this deed. Raises NotAllowed when they no longer work here."""
    person = session.get_one(PersonRow, holder)
    if not person.active:
        raise NotAllowed(NO_LONGER_IN_USE)
    session.doing = Doing(key, action, person.id, name or person.name, person.role, why, datetime.now(UTC), set())
    return person


def refuse_begun(session: Session) -> None:
    """The first account is opened once, and never in the demo clinic."""
    if people.setting(session, "demo") is not None:
        raise NotAllowed("The demo clinic has no passwords: its persons are made up and anybody may be any of them.")
    if session.scalar(select(AccountRow.id).limit(1)) is not None:
        raise NotAllowed("There are accounts here already; please sign in.")


def signed_in(session: Session, token: UUID, holder: UUID) -> SignedIn:
    """Who signed in, from their account."""
    row = session.scalars(select(AccountRow).where(AccountRow.holder_id == holder)).one()
    person = session.get_one(PersonRow, holder)
    manages = looks_after_people(session, person)
    since = row.signed_in_at or row.created_at
    return SignedIn(token, people.person_of(person), row.login, since, row.must_change, manages)


def add_first_person(
    key: UUID, account_key: UUID, name: str, role: str, login: str, password_hash: str
) -> Deed[SignedIn]:
    """The first person of an empty store with their account, signed in at once."""
    kept = people.name_and_role(name, role)

    def do(session: AuditedSession) -> UUID:
        refuse_begun(session)
        if named := people.people(session):
            who = " or ".join(f"{person.name} ({person.role})" for person in named)
            raise NotAllowed(f"There are persons here already; the first account is for {who}.")
        session.doing = Doing(key, "add first person", key, kept, role, "", datetime.now(UTC), set())
        session.add(PersonRow(id=key, name=kept, role=role, active=True))
        session.flush()
        row = open_account(session, account_key, key, login, password_hash, must_change=False)
        row.signed_in_at = session.doing.at
        return key

    return Deed("add first person", key, None, do, lambda session, holder: signed_in(session, key, holder), open=True)


def open_first_account(key: UUID, by: UUID, login: str, password_hash: str) -> Deed[SignedIn]:
    """A named person of records without accounts chooses a password; administrators first, where there are any."""

    def do(session: AuditedSession) -> UUID:
        refuse_begun(session)
        if by not in {person.id for person in accounts(session).may_begin}:
            raise NotAllowed("An administrator is named in these records; the first account is theirs.")
        as_self(session, key, "open first account", by)
        row = open_account(session, key, by, login, password_hash, must_change=False)
        row.signed_in_at = datetime.now(UTC)
        return by

    return Deed("open first account", key, None, do, lambda session, _id: signed_in(session, key, by), open=True)


def sign_in(key: UUID, account: Kept, new_hash: str, before: SignedIn | None) -> Deed[SignedIn]:
    """The password was found right. before: who was signed in on this run; their emergency ends."""

    def do(session: AuditedSession) -> UUID:
        row = session.get_one(AccountRow, account.id)
        if row.password_hash != account.password_hash:
            raise NotAllowed("The password was changed a moment ago; please type the new one.")
        as_self(session, key, "sign in", row.holder_id)
        if before is not None and before.person.id != row.holder_id:
            leave(session, before)
        row.failures, row.failed_at, row.signed_in_at = 0, None, datetime.now(UTC)
        if new_hash:
            row.password_hash = new_hash
        return row.id

    def load(session: Session, _id: UUID) -> SignedIn:
        return signed_in(session, key, account.holder_id)

    return Deed("sign in", key, None, do, load, open=True)


def look_in(session: Session, key: UUID, account: Kept) -> SignedIn:
    """Signed in to records that can only be read: the password was found right, and no entry can say so."""
    if not session.get_one(PersonRow, account.holder_id).active:
        raise NotAllowed(NO_LONGER_IN_USE)
    return signed_in(session, key, account.holder_id)


def refuse_sign_in(key: UUID, account: Kept) -> Deed[None]:
    """A wrong password; said of the account, by nobody known."""

    def do(session: AuditedSession) -> UUID:
        row = session.get_one(AccountRow, account.id)
        now = datetime.now(UTC)
        session.doing = Doing(key, "refuse sign-in", row.holder_id, "(wrong password)", "", "", now, set())
        row.failures, row.failed_at = row.failures + 1, now
        return row.id

    return Deed("refuse sign-in", key, None, do, lambda _session, _id: None, open=True)


def prove_identity(key: UUID, account: Kept, purpose: str) -> Deed[Person]:
    """A right password beside the one signed in; an entry is written only where mistakes are forgotten by it."""

    def do(session: AuditedSession) -> UUID:
        row = session.get_one(AccountRow, account.id)
        as_self(session, key, "prove identity", row.holder_id, words(purpose, "Purpose"))
        if row.must_change:
            raise NotAllowed("This password was set by somebody else; please sign in once and choose your own first.")
        row.failures, row.failed_at = 0, None
        return row.holder_id

    def load(session: Session, _id: UUID) -> Person:
        return people.load_person(session, account.holder_id)

    return Deed("prove identity", key, None, do, load, open=True)


def leave(session: AuditedSession, signed: SignedIn) -> None:
    """Write down that somebody left; their emergency ends."""
    now = datetime.now(UTC)
    row = session.scalar(select(AccountRow).where(AccountRow.holder_id == signed.person.id))
    if row is not None:
        row.signed_out_at = now
    if signed.emergency is not None:
        taken = session.get(BreakGlassRow, signed.emergency.id)
        if taken is not None and taken.ended_at is None:
            taken.ended_at = now


def sign_out(key: UUID, signed: SignedIn) -> Deed[None]:
    """Whoever was signed in leaves."""

    def do(session: AuditedSession) -> UUID:
        holder = signed.person
        session.doing = Doing(key, "sign out", holder.id, holder.name, holder.role, "", datetime.now(UTC), set())
        leave(session, signed)
        return holder.id

    return Deed("sign out", key, None, do, lambda _session, _id: None, open=True)


def change_password(key: UUID, account: Kept, new_hash: str) -> Deed[SignedIn]:
    """A password of one's own; the old one was found right."""

    def do(session: AuditedSession) -> UUID:
        row = session.get_one(AccountRow, account.id)
        as_self(session, key, "change password", row.holder_id)
        if row.password_hash != account.password_hash:
            raise NotAllowed("The password was changed a moment ago; please type the new one.")
        row.password_hash, row.password_at, row.must_change = new_hash, datetime.now(UTC), False
        row.failures, row.failed_at = 0, None
        return row.id

    def load(session: Session, _id: UUID) -> SignedIn:
        return signed_in(session, key, account.holder_id)

    return Deed("change password", key, None, do, load, open=True)


def break_glass(key: UUID, by: UUID, reason: str, until: datetime, seat: "Seat") -> Deed[Emergency]:
    """Wider rights for a while; the password was typed again."""
    kept = words(reason, "Reason", 1000, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        if seat.emergency() is not None:
            raise NotAllowed("Wider rights are in force already.")
        session.add(
            BreakGlassRow(id=key, holder_id=by, reason=kept, began_at=seat.clock(), until_at=until, ended_at=None)
        )
        return key

    return Deed("break glass", key, by, do, load_emergency, kept[:NOTE])


def end_break_glass(key: UUID, by: UUID, emergency: UUID) -> Deed[Emergency]:
    """The emergency is over."""

    def do(session: AuditedSession) -> UUID:
        row = session.get_one(BreakGlassRow, emergency)
        if row.ended_at is None:
            row.ended_at = datetime.now(UTC)
        return row.id

    def find(session: Session) -> UUID | None:
        row = session.get(BreakGlassRow, emergency)
        return row.id if row is not None and row.ended_at is not None else None

    return Deed("end break-glass", key, by, do, load_emergency, find=find)


def load_emergency(session: Session, ident: UUID) -> Emergency:
    row = session.get_one(BreakGlassRow, ident)
    holder = people.load_person(session, row.holder_id)
    return Emergency(row.id, holder, row.reason, row.began_at, row.until_at, row.ended_at)
