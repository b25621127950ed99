"""PostgreSQL for several workstations: how a connection is made, and what is said on it beside the records.

Every change waits in one queue (the audit trail is one chain), and at its commit tells the other workstations whose
records it touched; that is a message between programs and holds ids only.
"""

from collections.abc import Iterable, Iterator
from uuid import UUID

import psycopg
from sqlalchemy import Engine, column, create_engine, func, make_url, select, table, true
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from records.errors import Outdated
from records.keeping.least_program import refuse_older
from records.keeping.server_address import refuse_password
from records.tables import LeastProgramRow

#: Appends to the audit chain stand in one queue.
CHAIN_LOCK = 0x6361706F78
CHANNEL = "capox_changed"
#: What Alembic keeps the schema's revision in.
SCHEMA = table("alembic_version", column("version_num"))
#: What the server holds to for each connection, ms or s: a workstation that lost its cable in the middle of a change
#: lets go of the queue, and nobody waits for the queue without end.
HELD = {
    "lock_timeout": "15s", "idle_in_transaction_session_timeout": "60s", "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "3", "tcp_keepalives_count": "3", "tcp_user_timeout": "15s",
}  # fmt: skip
#: And what this side holds to.
ARGUMENTS = {
    "connect_timeout": 5, "keepalives_idle": 10, "keepalives_interval": 3, "keepalives_count": 3,
    "tcp_user_timeout": 15_000, "application_name": "capox-planner",
}  # fmt: skip
#: For how long a change or a look waits for a server that went away, and the pauses between tries, seconds.
PATIENCE_S = 30.0
PAUSES = (0.0, 0.2, 0.5, 1.0, 2.0)
#: SQLSTATEs after which the same is tried again: connection, restart, another writer too long, deadlock.
PASSING = ("08", "57P", "55P03", "40001", "40P01", "25P03")
#: A message between programs is at most 8000 bytes; with more patients in one change everybody looks at everything.
MOST_TOLD = 100


def options() -> str:
    """What the server is asked to hold to, as one connection option."""
    return " ".join(f"-c {name}={value}" for name, value in HELD.items())


def postgres_engine(target: str) -> Engine:
    """An engine on PostgreSQL through psycopg; a dead connection is noticed before it is used."""
    refuse_password(target)
    url = make_url(target).set(drivername="postgresql+psycopg")
    arguments = {**ARGUMENTS, "options": options()}
    return create_engine(url, hide_parameters=True, pool_pre_ping=True, connect_args=arguments)


def begin_writing(session: Session, head: str | None) -> None:
    """Stand in the queue of writers; refuse where a newer program has upgraded the records since they were opened."""
    session.execute(select(func.pg_advisory_xact_lock(CHAIN_LOCK)))
    least = LeastProgramRow
    asked = select(SCHEMA.c.version_num, least.major, least.minor, least.patch)
    row = session.execute(asked.join_from(SCHEMA, least, true())).one()  # one row each
    refuse_older((row.major, row.minor, row.patch))
    if head is not None and row.version_num != head:
        raise Outdated(
            "A newer version of the program has upgraded these records since this one was started. "
            "What you typed is still here; please start the new version and type it there."
        )


def tell_others(session: Session, origin: UUID, seq: int, touched: Iterable[UUID]) -> None:
    """At the commit, who was touched: sent to every program on this database, or with a rollback to nobody."""
    ids = sorted(map(str, touched))
    listed = ",".join(ids) if len(ids) <= MOST_TOLD else "*"
    session.execute(select(func.pg_notify(CHANNEL, f"{origin} {seq} {listed}")))


def is_passing(error: DBAPIError) -> bool:
    """Whether trying again may help: the server went away, is starting, or others were in the way."""
    if error.connection_invalidated:
        return True
    state: str | None = getattr(error.orig, "sqlstate", None)
    if state is None:
        return isinstance(error.orig, psycopg.OperationalError | psycopg.InterfaceError)
    return state.startswith(PASSING)


def pauses() -> Iterator[float]:
    """Seconds between tries, without end."""
    yield from PAUSES
    while True:
        yield PAUSES[-1]
