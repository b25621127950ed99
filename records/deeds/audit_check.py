"""Is the audit trail whole, and does every record still say what its last entry says?"""

from collections.abc import Iterator
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.audit_trail import content_of
from records.canonical import canonical, plain, read, sha256
from records.tables import AuditRow, Base, Kept
from records.tables.audit import BEGINNING
from records.values import AuditCheck

REPEATED = ("seq", "at", "person_id", "deed_key", "action", "subject", "subject_id", "patient_id")
AT_ONCE = 500


def check_audit(session: Session) -> AuditCheck:
    """Every entry and every row, in order; findings name table, id or sequence number and no content."""
    findings: list[str] = []
    seq, digest = 0, BEGINNING
    for entry in session.scalars(select(AuditRow).order_by(AuditRow.seq).execution_options(yield_per=AT_ONCE)):
        findings += faults_of(entry, seq, digest)
        seq, digest = entry.seq, entry.hash
    for table in (mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Kept)):
        findings += changed_rows(session, table)
    return AuditCheck(seq, digest, tuple(findings))


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
    """What an anchor that was printed or kept tells: a cut end, or a trail written anew, which is whole in itself."""
    last = session.scalar(select(AuditRow.seq).order_by(AuditRow.seq.desc()).limit(1)) or 0
    if last < seq:
        return (f"the audit trail ends at entry {last}, the anchor names entry {seq}: its end was cut off",)
    found = session.scalar(select(AuditRow.hash).where(AuditRow.seq == seq)) if seq else BEGINNING
    if found != digest:
        return (f"audit entry {seq} is not the one the anchor names: the trail was written anew",)
    return ()
