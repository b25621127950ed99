"""The store: a SQLite file or a PostgreSQL database, its transactions, and what happens when one of them fails.

Only the store thread imports this module. Reading is one transaction, so that a patient is one consistent picture;
writing is one transaction with its audit entries; a failed commit is looked for by its key before anybody is told.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Generic, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from records.encryption.unlock import Unlock
from records.errors import Conflict, NotAllowed, NotSaved, StoreUnavailable
from records.keeping.held_rows import hold_rows
from records.keeping.least_program import hold
from records.keeping.server import PATIENCE_S, begin_writing, is_passing, pauses, postgres_engine, tell_others
from records.keeping.server_address import is_server
from records.keeping.server_rights import WhyReading, why_reading
from records.keeping.store_file import StoreFile, disk_words
from records.people.permissions import MANAGING, check_role
from records.people.seat import Reader, Seat
from records.tables import AccountRow, AuditRow, PersonRow
from records.trail.audit_trail import AuditedSession, Doing, begin_doing
from records.values.core import Person

T = TypeVar("T")

#: Seconds between looks for a key after a failed save into a file.
LOOKS = (0.0, 0.2, 0.5, 1.0, 2.0, 4.0)


@dataclass(frozen=True, slots=True)
class Deed(Generic[T]):
    """One thing a person does to the records.

    key    made by the client; the same key twice is the same deed, answered by the record it made
    by     the person; None only for the first words of a new person about themself
    do     makes or changes rows and answers the id of the row in question
    load   reads the answer by that id
    find   how to see whether the deed is in the store, where no audit entry carries its key
    proof  token of a second person's proof, where `by` is not the one signed in
    open   may be done with nobody signed in; `do` itself says who its author is
    """

    action: str
    key: UUID
    by: UUID | None
    do: Callable[[AuditedSession], UUID]
    load: Callable[[Session, UUID], T]
    why: str = ""
    find: Callable[[Session], UUID | None] | None = None
    proof: UUID | None = None
    open: bool = False


class Store:
    """An open store. `changed` is told the patients of each deed, or the id of the row where there is no patient.

    unlock     what is offered to open an encrypted SQLite file; None: the file is opened as it is
    file       the SQLite file with its lock and key; None for PostgreSQL
    read_only  whether nothing can be changed; `why_reading` says why: the file or its folder, the role's rights
    origin     names this program among others on the same server
    closing    set when the program ends: nothing is waited for any more
    """

    def __init__(self, target: str | Path, seat: Seat | None = None, unlock: Unlock | None = None) -> None:
        hold_rows()
        text = str(target)
        self.seat = Seat() if seat is None else seat
        self.is_sqlite = not is_server(text)
        self.origin = uuid4()
        self.closing = Event()
        self._head: str | None = None
        self._away_since: float | None = None
        self._server_reading: WhyReading = ""
        self.file = StoreFile(Path(text), unlock) if self.is_sqlite else None
        self.engine = sqlite_engine(self.file) if self.file is not None else postgres_engine(text)
        isolation = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        self._reader = self.engine.execution_options(**isolation)
        self._writer = self.engine.execution_options(writing=True)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.why_reading != ""

    @property
    def why_reading(self) -> WhyReading:
        """Why nothing can be changed; "" where it can."""
        if self.file is not None:
            return "file" if self.file.read_only else ""
        return self._server_reading

    def open(self) -> None:
        """Lock the file, find its key, look whether it is whole, bring the schema up to date.

        raises  StoreUnavailable, among them Locked, Unprotected and Damaged; WrongKey
        """
        from records.migrations.upgrade import newest, require_newest, upgrade

        if self.file is not None:
            self.file.take()
        try:
            if not self.is_sqlite:
                self._server_reading = why_reading(self.engine)
            if self.read_only:
                require_newest(self.engine)
            else:
                upgrade(self.engine, self.file.back_up_before_upgrade if self.file is not None else None)
            hold(self.engine, read_only=self.read_only)
            self._head = newest()  # looked at above, or just brought to it
            if self.file is not None:
                self.file.stands()
        except DBAPIError as error:
            self.close()
            raise StoreUnavailable(
                f"The records cannot be opened: {reason(error)}."
            ) from None  # the database may quote the whole row in its own words
        except (dbapi2.Error, OSError) as error:  # past SQLAlchemy: a pragma, the key file
            self.close()
            raise StoreUnavailable(f"The records cannot be opened: {disk_words(error)}.") from None
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Write the log back into the file and let go of it."""
        try:
            if self.is_sqlite and not self.read_only:
                with self.engine.connect() as connection:
                    connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
        except (DBAPIError, dbapi2.Error):
            self.engine.dispose()  # the log stays beside the file and is read at the next start
        finally:
            self.engine.dispose()
            if self.file is not None:
                self.file.release()

    def read(self, work: Callable[[Session], T]) -> T:
        """One read-only transaction; a server that went away is waited for. Raises StoreUnavailable."""
        for pause in pauses():
            try:
                with Session(self._reader, autoflush=False) as session:
                    found = work(session)
                self._away_since = None
                return found
            except DBAPIError as error:
                if not self._wait_for_server(error, pause):
                    raise StoreUnavailable(
                        f"The records cannot be read: {reason(error)}."
                    ) from None  # the database may quote the whole row in its own words
        raise AssertionError("the pauses have no end")

    def _wait_for_server(self, error: DBAPIError, pause: float) -> bool:
        """Whether to try the same again after a pause: only on a server, for a while, and not while closing."""
        if self.is_sqlite or not is_passing(error):
            return False
        now = time.monotonic()
        if self._away_since is None:
            self._away_since = now
        if now - self._away_since > PATIENCE_S:
            return False
        return not self.closing.wait(pause)

    def look_at_seat(self, who: Reader) -> None:
        """Raises NotAllowed when whoever sits here may not see it, in records to which people sign in."""
        if not self.seat.needed:
            self.read(lambda session: needs_accounts(session, self.seat))
        self.seat.check_reading(who)
        signed = self.seat.signed_in
        if signed is not None and not self.read(lambda session: still_here(session, signed.person)):
            raise NotAllowed("Your account was changed by whoever looks after people; please sign in again.")

    def write(self, deed: Deed[T], *, again: bool = True) -> tuple[T, frozenset[UUID]]:
        """Do a deed once; answers its record and whose records changed.

        raises  RecordError of the deed itself; Conflict; NotSaved when it is certainly not there; StoreUnavailable
        """
        if self.read_only:
            raise NotSaved("The records are open for reading only; nothing can be changed.")
        try:
            return self._write_once(deed)
        except StaleDataError as error:
            if again:  # a second look finds the newer version, and the deed itself says who changed what
                return self.write(deed, again=False)
            raise Conflict(
                "Somebody else changed this record in the meantime; please look at it again.", None, None
            ) from error
        except DBAPIError as error:
            return self._settle(deed, error) if self.is_sqlite else self._settle_on_server(deed, error)

    def _write_once(self, deed: Deed[T], *, again: bool = False) -> tuple[T, frozenset[UUID]]:
        """One transaction, in which the deed is looked for before it is done. again: the first try may have arrived."""
        session = AuditedSession(self._writer, autoflush=False, expire_on_commit=False)
        try:
            if not self.is_sqlite:
                begin_writing(session, self._head)
            if (done := find(session, deed)) is not None:
                touched = patients_of(session, deed.key) or frozenset({done}) if again else frozenset()
                return deed.load(session, done), touched
            session.doing = doing_of(session, deed, self.seat)
            subject_id = deed.do(session)
            session.flush()
            record = deed.load(session, subject_id)
            touched = frozenset(session.doing.patients if session.doing else ()) or frozenset({subject_id})
            if not self.is_sqlite:
                last = session.doing.last if session.doing else None
                tell_others(session, self.origin, last[0] if last else 0, touched)
            session.commit()
        except DBAPIError:
            session.invalidate()
            raise
        except BaseException:
            session.rollback()
            raise
        finally:
            session.close()
        self._away_since = None
        return record, touched

    def _settle(self, deed: Deed[T], error: DBAPIError) -> tuple[T, frozenset[UUID]]:
        """After an error: is the deed in the file after all? Only a look decides."""
        for pause in LOOKS:
            time.sleep(pause)
            try:
                with Session(self._reader, autoflush=False) as session:
                    done = find(session, deed)
                    if done is not None:
                        return deed.load(session, done), patients_of(session, deed.key) or frozenset({done})
            except DBAPIError:
                continue
            raise not_saved(error) from None  # the database may quote the whole row in its own words
        raise not_known(error) from None

    def _settle_on_server(self, deed: Deed[T], error: DBAPIError) -> tuple[T, frozenset[UUID]]:
        """After an error on a server: it is waited for, then the deed is looked for and done if it is not there.

        The look stands in the queue of writers: a commit that was under way when the connection broke comes before it.
        """
        for pause in pauses():
            if not is_passing(error):
                raise not_saved(error) from None
            if not self._wait_for_server(error, pause):
                break
            try:
                return self.write_again(deed)
            except DBAPIError as newer:
                error = newer
        raise not_known(error) from None

    def write_again(self, deed: Deed[T]) -> tuple[T, frozenset[UUID]]:
        """The same deed by the same key. Raises DBAPIError when the server is still away."""
        try:
            return self._write_once(deed, again=True)
        except StaleDataError as error:
            raise Conflict(
                "Somebody else changed this record in the meantime; please look at it again.", None, None
            ) from error


def not_saved(error: DBAPIError) -> NotSaved:
    """It is certainly not there."""
    return NotSaved(f"This was not saved: {reason(error)}. What you typed is still here.")


def not_known(error: DBAPIError) -> StoreUnavailable:
    """Nobody could look."""
    return StoreUnavailable(
        f"The records cannot be reached ({reason(error)}); whether this was saved will show when they are back."
    )


def find(session: Session, deed: Deed[T]) -> UUID | None:
    """The id of the row a deed made, if it is already in the store."""
    if deed.find is not None:
        return deed.find(session)
    query = select(AuditRow.subject_id, AuditRow.action).where(AuditRow.deed_key == deed.key).order_by(AuditRow.seq)
    entry = session.execute(query.limit(1)).first()
    if entry is None:
        return None
    if entry.action != deed.action:
        raise RuntimeError(f"the key of '{entry.action}' was used again for '{deed.action}'")
    found: UUID = entry.subject_id
    return found


def patients_of(session: Session, key: UUID) -> frozenset[UUID]:
    """The patients whose records a deed changed."""
    query = select(AuditRow.patient_id).where(AuditRow.deed_key == key, AuditRow.patient_id.is_not(None))
    return frozenset(patient_id for patient_id in session.scalars(query) if patient_id is not None)


def needs_accounts(session: Session, seat: Seat) -> bool:
    """Whether people sign in to these records: once there is an account there always is one."""
    if not seat.needed:
        seat.needed = session.scalar(select(AccountRow.id).limit(1)) is not None
    return seat.needed


def doing_of(session: Session, deed: Deed[T], seat: Seat) -> Doing | None:
    """Who does the deed, if they are signed in and their role allows it. None: the deed names its author itself."""
    signing = needs_accounts(session, seat)
    if deed.by is None:
        if signing and not deed.open:
            raise NotAllowed("People are added by whoever looks after accounts here; please ask them.")
        return None
    person = session.get(PersonRow, deed.by)
    if person is None or not person.active:
        raise NotAllowed("Nobody known to this store is named as the one who does this; please choose a person.")
    if not signing:
        check_role(deed.action, person.role)
        return begin_doing(deed.key, deed.action, person, deed.why)
    seat.check_deed(deed.by, deed.key, deed.action, deed.proof)
    emergency = seat.emergency() is not None and deed.proof is None
    manages = deed.action in MANAGING and looks_after_people(session, person)
    check_role(deed.action, person.role, emergency=emergency, manages=manages)
    doing = begin_doing(deed.key, deed.action, person, deed.why)
    if emergency:
        doing.role = f"{person.role}, break-glass"
    return doing


def still_here(session: Session, person: Person) -> bool:
    """Whether somebody still works here in the role they signed in with."""
    row = session.get(PersonRow, person.id)
    return row is not None and row.active and row.role == person.role


def looks_after_people(session: Session, person: PersonRow) -> bool:
    """Administrators; and until one of them has signed in, whoever opened the first account."""
    if person.role == "administrator":
        return True
    account = select(AccountRow.holder_id).join(PersonRow, PersonRow.id == AccountRow.holder_id)
    ready = account.where(PersonRow.role == "administrator", PersonRow.active, ~AccountRow.must_change)
    if session.scalar(ready.limit(1)) is not None:
        return False
    return session.scalar(account.order_by(AccountRow.created_at, AccountRow.id).limit(1)) == person.id


def reason(error: DBAPIError) -> str:
    """Why the database refused, in words without any of the data."""
    text = str(error.orig).lower()
    known = {
        "locked": "another program is writing to the same file",
        "disk is full": "the disk is full",
        "readonly": "the file is read-only",
        "disk i/o": "the disk reported an error",
        "unable to open": "the file cannot be opened",
        "malformed": "the file is damaged",
        "not a database": "the file is not a store of this program, or it is encrypted",
        "constraint": "the store holds a rule against it",
        "connection": "the connection to the server was lost",
        "server closed": "the connection to the server was lost",
        "terminating": "the server is being restarted",
        "starting up": "the server is being restarted",
        "shutting down": "the server is being restarted",
        "lock timeout": "another workstation is writing for too long",
        "permission denied": "this database user may not do it",
    }
    return next(
        (words for sign, words in known.items() if sign in text), f"the database reported {type(error.orig).__name__}"
    )


def sqlite_engine(file: StoreFile) -> Engine:
    """An engine on a SQLite file; transactions that write take the write lock at once."""
    engine = create_engine(
        f"sqlite:///{file.path}", module=dbapi2, hide_parameters=True, creator=file.connect, poolclass=QueuePool
    )

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
