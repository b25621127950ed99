"""Who put a backup in the place of the store, and the entry of the trail that says so, there from the first moment."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import Engine, create_engine, inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from records.errors import NotAllowed
from records.folding import fold
from records.keeping.sqlite_file import open_alone, open_read_only
from records.people.accounts import SignInRefused, too_early
from records.people.passwords import matches, nobodys_hash
from records.people.seat import Seat
from records.tables import AccountRow, PersonRow
from records.trail.audit_trail import AuditedSession, Doing, append_entry
from records.typed_text import words

if TYPE_CHECKING:
    from pathlib import Path

    from records.backup.backups import Backup

MOST_NAME = 120
#: Stands for nobody in the trail: no person has it.
NOBODY = UUID(int=0)
#: Mistakes count for as long as the program runs, whichever backup is asked.
TRIES = Seat()


@dataclass(frozen=True, slots=True)
class Restorer:
    """Who restores. person_id: NOBODY for a name that was only typed, as where nobody signs in."""

    name: str = "not named"
    role: str = "not signed in"
    person_id: UUID = NOBODY


def has_accounts(backup: "Backup", key: bytes | None) -> bool:
    """Whether people sign in to the records of a backup."""
    engine = _engine(lambda: open_read_only(backup.path, key))
    with Session(engine) as session:
        return _has_accounts(session)


def _has_accounts(session: Session) -> bool:
    there = inspect(session.connection()).has_table(AccountRow.__tablename__)  # not so in the first schema
    return there and session.scalar(select(AccountRow.id).limit(1)) is not None


def restorer(backup: "Backup", key: bytes | None, name: str, password: str) -> Restorer:
    """Who restores, by the accounts of the backup itself: those of a damaged store can no longer be asked.

    name  the login where the backup has accounts, else the name as typed
    raises  NotAllowed, SignInRefused
    """
    engine = _engine(lambda: open_read_only(backup.path, key))
    with Session(engine) as session:
        if not _has_accounts(session):
            typed = words(name, "Name", MOST_NAME)
            return Restorer(typed, "typed name, nobody signs in") if typed else Restorer()
        if not name:
            raise NotAllowed("People sign in to these records; whoever restores them says who they are.", "Login name")
        return _signed(session, name, password)


def _signed(session: Session, login: str, password: str) -> Restorer:
    folded = fold(login)
    if wait := TRIES.wait_s(folded):
        raise SignInRefused(too_early(wait), wait)
    query = select(AccountRow.password_hash, PersonRow).join(PersonRow, PersonRow.id == AccountRow.holder_id)
    found = session.execute(query.where(AccountRow.login_folded == folded, PersonRow.active)).first()
    if not matches(found[0] if found else nobodys_hash(), password) or found is None:
        TRIES.failed(folded)
        raise SignInRefused("This login name and password do not belong together in this backup.")
    TRIES.succeeded(folded)
    return Restorer(found[1].name, found[1].role, found[1].id)


def say_restored(part: "Path", key: bytes | None, backup: "Backup", by: Restorer, before: str, now: datetime) -> None:
    """One more entry at the end of the trail of a copy that is about to take the place of the store.

    before  what became of the file that was there: "backed up", "kept, damaged" or "nothing"
    """
    key_of_deed = uuid4()
    said: dict[str, Any] = {
        "backup": f"{backup.seq}:{backup.hash}", "backup_made_at": backup.made_at.isoformat(), "was_there": before,
    }  # fmt: skip
    doing = Doing(key_of_deed, "restore backup", by.person_id, by.name, by.role, "", now, set())
    with AuditedSession(_engine(lambda: open_alone(part, key))) as session:
        append_entry(session, doing, "store", key_of_deed, None, {}, said)
        session.commit()


def _engine(connect: Callable[[], Any]) -> Engine:
    """One connection at a time, closed when it is done with, so that nothing of the file stays open."""
    return create_engine("sqlite://", module=dbapi2, hide_parameters=True, creator=connect, poolclass=NullPool)
