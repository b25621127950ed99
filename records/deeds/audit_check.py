"""Is the audit trail whole, and does every record still say what its last entry says?"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.tables import AuditRow, Base, Kept
from records.tables.audit import BEGINNING
from records.trail.anchor import Anchor
from records.trail.audit_trail import content_of
from records.trail.canonical import canonical, plain, read, sha256
from records.values.audit import TrailCheck
from records.values.core import AuditCheck

REPEATED = ("seq", "at", "person_id", "deed_key", "action", "subject", "subject_id", "patient_id")
AT_ONCE = 500
#: What was looked at, and all there is.
Progress = Callable[[int, int], None]


def still(_done: int, _whole: int) -> None:
    """Nobody waits for word."""


def check_audit(session: Session, progress: Progress = still) -> AuditCheck:
    """Every entry and every row, in order; findings name table, id or sequence number and no content."""
    findings: list[str] = []
    seq, digest, done = 0, BEGINNING, 0
    whole = count_of(session)
    for entry in session.scalars(select(AuditRow).order_by(AuditRow.seq).execution_options(yield_per=AT_ONCE)):
        findings += faults_of(entry, seq, digest)
        seq, digest, done = entry.seq, entry.hash, done + 1
        if done % AT_ONCE == 0:
            progress(done, whole)
    for table in kept_tables():
        findings += changed_rows(session, table)
        done += session.scalar(select(func.count()).select_from(table)) or 0
        progress(done, whole)
    return AuditCheck(seq, digest, tuple(findings))


def kept_tables() -> tuple[type[Kept], ...]:
    """Every table of records."""
    return tuple(mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Kept))


def count_of(session: Session) -> int:
    """Entries and rows there are to look at."""
    tables: tuple[type[Base], ...] = (AuditRow, *kept_tables())
    return sum(session.scalar(select(func.count()).select_from(table)) or 0 for table in tables)


def check_trail(session: Session, asked: Anchor | None, progress: Progress, now: datetime) -> TrailCheck:
    """The check for a person who may hold an anchor."""
    found = check_audit(session, progress)
    rows = count_of(session) - found.last_seq
    told = anchor_findings(session, asked.seq, asked.hash) if asked is not None else ()
    return TrailCheck(
        Anchor(found.last_seq, found.last_hash), rows, (*found.findings, *told), now, asked,
        None if asked is None else not told,
    )  # fmt: skip


def faults_of(entry: AuditRow, seq: int, digest: str) -> Iterator[str]:
    """What is wrong with one entry after the one before it."""
    if entry.seq != seq + 1:
        yield f"audit entry {seq + 1} is missing"
    if entry.previous_hash != digest:
        yield f"audit entry {entry.seq} does not follow the one before it"
    if entry.hash != sha256(entry.previous_hash + entry.content):
        yield f"audit entry {entry.seq} was changed"
    content = cast(dict[str, Any], read(entry.content))
    if any(content[name] != plain(getattr(entry, name)) for name in REPEATED):
        yield f"audit entry {entry.seq} says one thing twice, differently"


def changed_rows(session: Session, table: type[Kept]) -> Iterator[str]:
    """Rows that were changed without an entry."""
    for row in session.scalars(select(table).order_by(table.id).execution_options(yield_per=AT_ONCE)):
        if row.row_hash != sha256(canonical(content_of(row))):
            yield f"{table.__tablename__} {row.id} was changed outside the program"
        entry = session.get(AuditRow, row.audit_seq)
        if entry is None or entry.subject_id != row.id or entry.subject != table.__tablename__:
            yield f"{table.__tablename__} {row.id} points to no entry of its own"


def anchor_findings(session: Session, seq: int, digest: str) -> tuple[str, ...]:
    """What an anchor that was printed or kept tells: a cut end, or a trail written anew, which is whole in itself.

    digest  the hash, or its first digits as they were printed
    """
    last = session.scalar(select(AuditRow.seq).order_by(AuditRow.seq.desc()).limit(1)) or 0
    if last < seq:
        return (f"the audit trail ends at entry {last}, the anchor names entry {seq}: its end was cut off",)
    found = session.scalar(select(AuditRow.hash).where(AuditRow.seq == seq)) if seq else BEGINNING
    if found is None or not digest or not found.startswith(digest):
        return (f"audit entry {seq} is not the one the anchor names: the trail was written anew",)
    return ()
