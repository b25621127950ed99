"""Own files become usable: approval is asked for, given by a second person, withdrawn; all else begins no course."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.course.versions import withdrawn_words
from records.deeds.governance import FOLDERS, draft_row, last_approval, load_file, refuse_taken
from records.deeds.supportive import regimens_here
from records.deeds.texts import keep_text
from records.deeds.versions import withdrawn_of
from records.errors import NotAllowed, RecordError
from records.store import Deed
from records.tables import ApprovalRow, CourseRow, OrderRow, PatientRow, RegimenDraftRow
from records.trail.audit_trail import AuditedSession, Doing
from records.trail.canonical import sha256
from records.typed_text import NOTE, words
from records.values.governance import OwnFile, TreatedOn
from regimen.definition import Regimen
from regimen.engine import ENGINE_VERSION
from regimen.errors import RegimenError
from regimen.library import is_shipped
from regimen.own_file import head_words
from regimen.practice_reader import read_profile
from regimen.reader import read_regimen
from regimen.selftest import ExampleResult, run, run_profile
from regimen.supportive_set import read_supportive_set
from regimen.supportive_set_check import check_set, run_set

WHAT = {"regimen": "regimen file", "profile": "practice profile", "supportive": "set of supportive care"}


def tested(kind: str, text: str, regimens: Mapping[str, Regimen]) -> list[dict[str, Any]]:
    """What each worked example of a readable file expected and gave, all as expected.

    regimens  those in use here, which a set of supportive care is laid over
    raises  RecordError with every reason why the file cannot be read; NotAllowed when an example fails
    """
    name = f"{head_words(text)[0] or kind}.toml"
    try:
        results = _results(kind, text, name, regimens)
    except RegimenError as refused:
        raise RecordError(str(refused), "Text") from None
    failed = [result.title for result in results if not result.passed]
    if not results:
        raise NotAllowed("This file has no worked example; at least one, worked out by hand, is needed.")
    if failed:
        raise NotAllowed(
            f"{len(failed)} of {len(results)} worked examples of this file do not give the figures it expects"
            f" ({'; '.join(failed[:3])}{' …' if len(failed) > 3 else ''}). Put right the numbers or, where the change"
            " is meant, the examples, worked out by hand."
        )
    return [
        {
            "title": result.title, "practice": result.practice_id, "regimen": result.regimen_id,
            "found": [[one.path, one.expected, one.found] for one in result.findings],
        }
        for result in results
    ]  # fmt: skip


def _results(kind: str, text: str, name: str, regimens: Mapping[str, Regimen]) -> tuple[ExampleResult, ...]:
    if kind == "profile":
        return run_profile(read_profile(text, name))
    if kind == "regimen":
        return run(read_regimen(text, name))
    supportive = read_supportive_set(text, name)
    check_set(supportive, regimens)
    return run_set(supportive, regimens)


def ask_for_approval(key: UUID, by: UUID, draft_id: UUID, version: int) -> Deed[OwnFile]:
    """A readable file whose worked examples pass waits for its second person."""

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        row = draft_row(session, draft_id, version)
        if row.state == "waiting":
            raise NotAllowed("Approval of this file was asked for already.")
        tested(row.kind, row.text, regimens_here(session))
        refuse_taken(session, row.kind, *head_words(row.text))
        if row.text_sha256 == row.base_sha256:
            raise NotAllowed("This file is the one it was copied from; there is nothing to approve.")
        row.state, row.asked_id, row.asked_at = "waiting", doing.person_id, datetime.now(UTC)
        return draft_id

    return Deed("ask for approval", key, by, do, load_file)


def approve_file(key: UUID, by: UUID, draft_id: UUID, sha256_seen: str, proof: UUID | None) -> Deed[OwnFile]:
    """A second person approves the very text they saw; its worked examples are run once more.

    sha256_seen  of the text on their screen
    """

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        row = session.get(RegimenDraftRow, draft_id)
        if row is None:
            raise RecordError("This file is not in the records that are open.")
        refuse_author(row, doing)
        if row.state != "waiting":
            raise NotAllowed("Approval of this file was not asked for, or it is no longer waiting.")
        if row.text_sha256 != sha256_seen or sha256(row.text) != sha256_seen:
            raise NotAllowed("The file was changed since it was shown; look at it again before approving it.")
        refuse_taken(session, row.kind, *head_words(row.text))
        approve(session, key, row, doing, "")
        row.state = "approved"
        return draft_id

    def find(session: Session) -> UUID | None:
        return draft_id if session.get(ApprovalRow, key) is not None else None

    return Deed("approve file", key, by, do, load_file, find=find, proof=proof)


def refuse_author(row: RegimenDraftRow, doing: Doing) -> None:
    """Raises NotAllowed for whoever typed at a file."""
    if str(doing.person_id) in row.authors:
        raise NotAllowed(f"Nobody approves their own work: {doing.person} wrote at this file; it takes another person.")


def approve(session: AuditedSession, key: UUID, row: RegimenDraftRow, doing: Doing, said: str) -> None:
    """The approval of a draft as it stands, its worked examples run once more."""
    results = tested(row.kind, row.text, regimens_here(session))
    ident, version = head_words(row.text)
    digest = keep_text(session, row.kind, row.text)
    session.add(
        ApprovalRow(
            id=key, draft_id=row.id, kind=row.kind, text_sha256=digest, file_id=ident, file_version=version,
            engine_version=ENGINE_VERSION, examples=len(results), results=results, authors=row.authors,
            approver_id=doing.person_id, approver=doing.person, approver_role=doing.role, approved_at=doing.at,
            withdrawn=False, withdrawn_why="", said=said,
        )
    )  # fmt: skip
    session.flush()


def approve_again(key: UUID, by: UUID, draft_id: UUID, sha256_seen: str, why: str, proof: UUID | None) -> Deed[OwnFile]:
    """A file whose approval was withdrawn may be used again, as it is: by a second person, with a reason."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        row = session.get(RegimenDraftRow, draft_id)
        if row is None:
            raise RecordError("This file is not in the records that are open.")
        refuse_author(row, doing)
        last = last_approval(session, draft_id)
        if last is None or not last.withdrawn:
            raise NotAllowed("The approval of this file is not withdrawn.")
        if not row.text_sha256 == sha256(row.text) == last.text_sha256 == sha256_seen:
            raise NotAllowed("The text of this file is not the one that was approved; it is not approved again.")
        approve(session, key, row, doing, reason)
        return draft_id

    def find(session: Session) -> UUID | None:
        return draft_id if session.get(ApprovalRow, key) is not None else None

    return Deed("approve again", key, by, do, load_file, reason, find=find, proof=proof)


def withdraw_approval(key: UUID, by: UUID, approval_id: UUID, why: str) -> Deed[OwnFile]:
    """Nothing begins with this file any more, and no order is signed on it until it is approved again."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        row = session.get(ApprovalRow, approval_id)
        if row is None or row.withdrawn:
            raise NotAllowed("This approval is withdrawn already.")
        row.withdrawn, row.withdrawn_why = True, reason
        return row.draft_id

    def find(session: Session) -> UUID | None:
        row = session.get(ApprovalRow, approval_id)
        return row.draft_id if row is not None and row.withdrawn and row.withdrawn_why == reason else None

    return Deed("withdraw approval", key, by, do, load_file, reason, find=find)


def refuse_unapproved(session: Session, kind: str, text: str, so: str = "no course is begun with it") -> None:
    """Raises NotAllowed for a text that is neither one of ours, unchanged, nor approved here. so: what follows."""
    digest = sha256(text)
    if is_shipped(digest, FOLDERS[kind]):
        return
    query = select(ApprovalRow).where(ApprovalRow.kind == kind, ApprovalRow.text_sha256 == digest)
    approval = session.scalars(query.order_by(ApprovalRow.withdrawn, ApprovalRow.approved_at.desc())).first()
    what = WHAT[kind]
    if approval is None:
        raise NotAllowed(
            f"This {what} is neither one that came with the program, unchanged, nor one that a second person approved"
            f" here; {so}."
        )
    if approval.withdrawn:
        raise NotAllowed(f"The approval of this {what} was withdrawn: {approval.withdrawn_why}")


def refuse_withdrawn(session: Session, course: CourseRow, so: str) -> None:
    """Raises NotAllowed while a file the course goes by is withdrawn. so: what cannot be done."""
    for file in withdrawn_of(session, course):
        raise NotAllowed(
            f"{withdrawn_words(file)}. {so} until somebody approves it again or the patient is moved to another"
            " version."
        )


def treated_on(session: Session) -> tuple[TreatedOn, ...]:
    """Every active course with the regimen text it goes on with, by name."""
    reached = (
        select(OrderRow.course_id, func.max(OrderRow.cycle).label("cycle"))
        .where(OrderRow.state != "replaced")
        .group_by(OrderRow.course_id)
        .subquery()
    )
    query = (
        select(CourseRow, PatientRow, reached.c.cycle)
        .join(PatientRow, PatientRow.id == CourseRow.patient_id)
        .outerjoin(reached, reached.c.course_id == CourseRow.id)
        .where(CourseRow.status == "active")
    )
    found = [
        TreatedOn(
            patient.id, course.id, patient.name, patient.identifiers[0][1] if patient.identifiers else "",
            cycle or course.first_cycle, course.regimen_id, course.regimen_version, course.regimen_sha256,
            course.practice, course.profile_sha256,
        )
        for course, patient, cycle in session.execute(query)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.name, one.identifier)))
