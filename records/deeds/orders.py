"""Cycle orders: drafts as typed, signed snapshots, given cycles."""

from collections.abc import Mapping
from datetime import date
from typing import cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.course.amended import AMENDMENT, amended_words
from records.course.overrides import open_stops
from records.deeds.approvals import refuse_withdrawn
from records.deeds.checklist_gate import refuse_open_checklist
from records.deeds.decisions import check_decided
from records.deeds.due import planned_day1, refresh_due
from records.deeds.handovers import refuse_handed_over
from records.deeds.patients import day, name_of
from records.deeds.prints import withdraw_prints
from records.deeds.restart_guards import refuse_when_restarted
from records.deeds.supportive import refuse_other_set
from records.deeds.texts import keep_text
from records.deeds.typed_for_order import keep_typed
from records.errors import Conflict, NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import active_course
from records.stored.orders import draft_of, in_force, load_draft, load_order
from records.tables import DraftRow, OrderRow
from records.trail.audit_trail import AuditedSession, Doing
from records.trail.canonical import canonical, read, sha256
from records.typed_text import DRAFT_FIELD, NOTE, document, words
from records.values.core import OrderRecord
from records.values.typed_for_order import TypedForOrder

MOST_CYCLES = 200


def day1_typed(case_json: str) -> date | None:
    """Day 1 a draft's case names, if it names one."""
    try:
        case = read(case_json)
        return date.fromisoformat(case["day1"]) if isinstance(case, dict) else None
    except (ValueError, KeyError, TypeError):
        return None


def checked_texts(texts: Mapping[str, str]) -> dict[str, str]:
    """Fields of a draft exactly as typed, valid or not; only what nobody types is refused."""
    for name, text in texts.items():
        if len(text) > DRAFT_FIELD:
            raise RecordError(f"This field holds {len(text)} characters; at most {DRAFT_FIELD} are kept.", name)
    return dict(texts)


def keep_draft(
    key: UUID, by: UUID, course_id: UUID, cycle: int, texts: Mapping[str, str], case_json: str, answer_json: str,
    version: int | None,
) -> Deed[OrderRecord]:  # fmt: skip
    """What is being typed for one cycle, in the place of what was kept before.

    version  of the draft that was read, 0 where there was none; None: whatever is there is replaced
    """
    typed = checked_texts(texts)
    document(case_json, "The case")
    document(answer_json, "The answer")
    if not 1 <= cycle <= MOST_CYCLES:
        raise RecordError(f"There is no cycle {cycle}.", "Cycle")

    def kept(session: Session) -> DraftRow | None:
        return session.scalars(select(DraftRow).where(DraftRow.course_id == course_id, DraftRow.cycle == cycle)).first()

    def find(session: Session) -> UUID | None:
        row = kept(session)
        same = (
            row is not None
            and row.open
            and (row.texts, row.case_json, row.answer_json) == (typed, case_json, answer_json)
        )
        return row.id if row is not None and same else None

    def do(session: AuditedSession) -> UUID:
        course = active_course(session, course_id)
        row = kept(session)
        if row is None:
            row = DraftRow(id=key, course_id=course_id, cycle=cycle)
            session.add(row)
        elif version is not None and row.open and row.version != version:
            theirs = draft_of(session, row, course, name_of(session, row.person_id))
            raise Conflict(f"{theirs.created_by} is working on the same cycle; both versions are shown.", theirs, typed)
        row.texts, row.case_json, row.answer_json, row.open = typed, case_json, answer_json, True
        row.day1 = day1_typed(case_json) or planned_day1(session, course, cycle) or course.day1
        return row.id

    return Deed("keep draft", key, by, do, load_draft, find=find)


def check_case(case_json: str, cycle: int, day1: date) -> None:
    """Refuse to sign a case of another cycle or day than the order is for."""
    case = read(case_json)
    if not isinstance(case, dict) or case.get("cycle", 1) != cycle or day1_typed(case_json) != day1:
        raise RecordError(f"The order to be signed was not computed for cycle {cycle} on {day1.isoformat()}.")


def check_answer(answer_json: str, regimen: str, profile: str, overrides: Mapping[str, str]) -> None:
    """Refuse to sign an answer with open stops, or one made from another regimen or profile text."""
    answer = read(answer_json)
    if not isinstance(answer, dict) or not isinstance(answer.get("alerts"), list) or not answer.get("doses"):
        raise RecordError("There is no computed order to sign.")
    for part, digest in (("regimen", regimen), ("practice", profile)):
        named = answer.get(part, {}).get("sha256", digest)
        if named != digest:
            raise RecordError(
                f"The order was computed from another {part} text than the one to be signed; compute it again."
            )
    for dose in answer["doses"]:
        if dose.get("plans") and dose.get("chosen") is None and not dose.get("held"):
            raise RecordError(f"The tablets of {dose.get('drug')} are not chosen yet.")
    still_open = open_stops(answer["alerts"], overrides)
    if still_open:
        raise NotAllowed(f"The order has open stops ({', '.join(still_open)}); each needs a decision with a reason.")


def check_code(parts: tuple[str, ...]) -> str:
    """Eight signs by which a page and a screen are seen to say the same."""
    code = sha256(canonical(parts))[:8].upper()
    return f"{code[:4]}-{code[4:]}"


def sign_order(
    key: UUID, by: UUID, course_id: UUID, cycle: int, case_json: str, answer_json: str, regimen_text: str,
    profile_text: str, overrides: Mapping[str, str], engine_version: str, day1: date,
    typed: TypedForOrder | None = None,
) -> Deed[OrderRecord]:  # fmt: skip
    """A signed order as a full snapshot, in the place of an earlier signed one of the cycle.

    typed  what was typed for it and is not on record yet: stored in the same transaction, or not at all
    """
    reasons = {
        words(name, "Override", 200): words(text, "Reason", NOTE, lines=True) for name, text in overrides.items()
    }
    document(case_json, "The case")
    document(answer_json, "The answer")
    day(day1, "Day 1")

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        course = active_course(session, course_id)
        if not course.first_cycle <= cycle <= MOST_CYCLES:
            raise RecordError(f"Cycle {cycle} is not one of this course.", "Cycle")
        if typed is not None:
            keep_typed(session, key, by, course.patient_id, typed)
        regimen, profile = keep_text(session, "regimen", regimen_text), keep_text(session, "profile", profile_text)
        check_case(case_json, cycle, day1)
        check_answer(answer_json, regimen, profile, reasons)
        if (regimen, profile) != (course.regimen_sha256, course.profile_sha256):
            raise NotAllowed("An order is signed on the regimen and profile its course goes by, not on others.")
        refuse_withdrawn(session, course, "No order is signed on it")
        refuse_handed_over(session, course_id, reasons)
        refuse_other_set(session, course, case_json, answer_json)
        decided = check_decided(session, course, cycle, answer_json)
        refuse_open_checklist(session, course, cycle, "Answer each, or give a reason for signing without it", reasons)
        before = in_force(session, course_id, cycle)
        if before is not None and before.state == "given":
            raise NotAllowed(f"Cycle {cycle} was given on {before.given_on}; its order can no longer be replaced.")
        if before is not None:
            refuse_when_restarted(session, course_id, cycle, "its order cannot be signed again")
            said = (amended_words(before.case_json, case_json), reasons.get(AMENDMENT, ""), doing.why)
            doing.why = "; ".join(filter(None, said))
            before.state = "replaced"
            session.flush()
        newest = select(func.max(OrderRow.revision)).where(OrderRow.course_id == course_id, OrderRow.cycle == cycle)
        snapshot = (case_json, answer_json, regimen, profile, engine_version, canonical(reasons))
        session.add(
            OrderRow(
                id=key, course_id=course_id, cycle=cycle, revision=(session.scalar(newest) or 0) + 1, state="signed",
                day1=day1, case_json=case_json, answer_json=answer_json, regimen_sha256=regimen, profile_sha256=profile,
                engine_version=words(engine_version, "Engine version", 80), overrides=reasons,
                decision_ids=decided, check_code=check_code(snapshot), signed_by_id=doing.person_id,
                signed_by=doing.person,
                signed_role=doing.role, signed_at=doing.at, given_on=None, given_at=None,
            )
        )  # fmt: skip
        close_draft(session, course_id, cycle)
        session.flush()
        withdraw_prints(session, course)
        refresh_due(session, course)
        return key

    def find(session: Session) -> UUID | None:
        return key if session.get(OrderRow, key) is not None else None

    why = "; ".join(f"{name}: {text}" for name, text in reasons.items())
    return Deed("sign order", key, by, do, load_order, why, find=find)


def close_draft(session: AuditedSession, course_id: UUID, cycle: int) -> None:
    """The draft became an order."""
    query = select(DraftRow).where(DraftRow.course_id == course_id, DraftRow.cycle == cycle, DraftRow.open)
    for row in session.scalars(query):
        row.open = False
