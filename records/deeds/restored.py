"""Records on a server that were put back past the program, as by `pg_restore`: noticed, and told in the trail."""

from uuid import UUID, uuid5

from sqlalchemy import cast, func, select
from sqlalchemy.dialects.postgresql import OID
from sqlalchemy.orm import Session

from records.deeds.trail import trail_end
from records.errors import RecordError
from records.store import Deed
from records.tables import AuditRow
from records.trail.audit_trail import AuditedSession, append_entry
from records.values.restored import Found, KnownTrail, RestoreLook

#: Names the entries of this kind; any number, the same for every program.
NAMESPACE = UUID("0f0b8b3e-6f9a-4b57-9d1c-7a5f7ad7c6a1")


def where(session: Session) -> KnownTrail:
    """The records as they stand now. Only on a server."""
    system = select(func.pg_control_system().table_valued("system_identifier").c.system_identifier)
    timeline = select(func.pg_control_checkpoint().table_valued("timeline_id").c.timeline_id)
    table = cast(func.to_regclass(AuditRow.__tablename__), OID)
    row = session.execute(select(system.scalar_subquery(), timeline.scalar_subquery(), table)).one()
    anchor = trail_end(session).anchor
    return KnownTrail(str(row[0]), int(row[2]), int(row[1]), anchor.seq, anchor.hash)


def look(session: Session, known: KnownTrail | None) -> RestoreLook:
    """Compare with what a workstation knew, None where it knew nothing."""
    now, end = where(session), trail_end(session)
    at = end.at.isoformat() if end.at is not None else ""
    return RestoreLook(now, found(session, known, now) if known is not None else "", at)


def found(session: Session, known: KnownTrail, now: KnownTrail) -> Found:
    """What became of the records since."""
    if now.seq < known.seq:
        return "behind"
    held = session.scalar(select(AuditRow.hash).where(AuditRow.seq == known.seq)) if known.seq else known.hash
    if held != known.hash:
        return "other"
    same = (known.system, known.table, known.timeline) == (now.system, now.table, now.timeline)
    return "" if same else "moved"


def key_of(known: KnownTrail, now: KnownTrail, what: Found) -> UUID:
    """One entry for one restore with nothing missing, whoever notices; where something is missing, one for each loss
    that is known somewhere.
    """
    place = f"{now.system}/{now.table}/{now.timeline}"
    return uuid5(NAMESPACE, place if what == "moved" else f"{place}/{known.seq}:{known.hash}")


def notice_restore(by: UUID, known: KnownTrail, now: KnownTrail, what: Found) -> Deed[UUID]:
    """The entry of the trail that says so; whose screen noticed it is its author."""
    key = key_of(known, now, what)

    def do(session: AuditedSession) -> UUID:
        if found(session, known, where(session)) != what or session.doing is None:
            raise RecordError("The records changed again meanwhile; they are looked at once more.")
        said = {
            "found": what, "known": f"{known.seq}:{known.hash}", "known_server": known.system,
            "restored_to": f"{now.seq}:{now.hash}", "server": now.system, "missing": max(0, known.seq - now.seq),
        }  # fmt: skip
        append_entry(session, session.doing, "store", key, None, {}, said)
        return key

    return Deed("notice restore", key, by, do, lambda _session, made: made)
