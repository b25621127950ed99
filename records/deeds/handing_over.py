"""A running course handed over as a signed file, and taken back; the file is kept to the letter."""

from typing import cast
from uuid import UUID

from records.deeds.handover_keys import own_key
from records.deeds.handovers import given_away, load_handover
from records.deeds.people import settings
from records.deeds.trail import trail_end
from records.deeds.workspace import workspace
from records.errors import NotAllowed
from records.handover.envelope import sign
from records.handover.gathering import gather
from records.handover.reading import read_handover
from records.store import Deed
from records.stored.courses import active_course
from records.tables import HandoverRow
from records.trail.audit_trail import AuditedSession, Doing
from records.trail.canonical import canonical, sha256
from records.typed_text import NOTE, words
from records.values.handed_over import HandoverRecord
from records.values.handover import Moment


def hand_over(
    key: UUID, by: UUID, course_id: UUID, other: str, note: str, *, use_keychain: bool
) -> Deed[HandoverRecord]:
    """The whole course of this moment, signed; from then on it is marked as treated elsewhere."""
    whom = words(other, "Hospital", 200, needed=True)
    said = words(note, "Note", NOTE, lines=True)

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        course = active_course(session, course_id)
        before = given_away(session, course_id)
        if before is not None:
            raise NotAllowed(f"This course was handed over to {before.other} already; take it back first.")
        site = settings(session)
        moment = Moment(
            workspace(session, course.patient_id), site, course_id, site.demo, str(trail_end(session).anchor),
            doing.at, doing.person, doing.role,
        )  # fmt: skip
        content = canonical(gather(moment, key, whom, said))
        read_handover(content)  # nothing leaves that another copy would not read
        row, private = own_key(session, key, use_keychain=use_keychain)
        signed = sign(content, private)
        session.add(
            HandoverRow(
                id=key, direction="given", course_id=course_id, key_id=row.id, file_id=key, other=whom, note=said,
                content=content, signature=signed.signature, sha256=sha256(content), withdrawn=False, withdrawn_why="",
            )
        )  # fmt: skip
        return key

    return Deed("hand over course", key, by, do, load_handover, f"to {whom}")


def withdraw_handover(key: UUID, by: UUID, handover_id: UUID, why: str) -> Deed[HandoverRecord]:
    """The patient is treated here again; the file that was written stays on record."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(HandoverRow, handover_id)
        if row is None or row.withdrawn or row.direction != "given":
            raise NotAllowed("This handover is not in force.")
        row.withdrawn, row.withdrawn_why = True, reason
        return handover_id

    return Deed("withdraw handover", key, by, do, load_handover, reason)
