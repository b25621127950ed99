"""A site's own regimen files and practice profiles: copied, typed at, dropped, listed."""

from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.deeds.texts import keep_text, text_of
from records.errors import Conflict, NotAllowed, RecordError
from records.store import Deed
from records.tables import ApprovalRow, PersonRow, RegimenDraftRow
from records.trail.audit_trail import AuditedSession, Doing
from records.trail.canonical import sha256
from records.typed_text import NOTE, document, words
from records.values.governance import FileApproval, FileKind, FileState, OwnFile
from regimen.errors import RegimenError
from regimen.library import is_shipped, shipped_profiles, shipped_regimens, shipped_sets
from regimen.own_file import copied, head_words
from regimen.toml_check import MOST_BYTES

FOLDERS = {"regimen": "regimens", "profile": "practices", "supportive": "supportive"}
SHIPPED_IDS = {"regimen": shipped_regimens, "profile": shipped_profiles, "supportive": shipped_sets}
ENDED = ("approved", "dropped")


def approval_of(session: Session, row: ApprovalRow) -> FileApproval:
    by, at = (_name(session, row.person_id), row.changed_at) if row.withdrawn else ("", None)
    return FileApproval(
        row.id, row.text_sha256, row.approver, row.approver_id, row.approver_role, row.approved_at, row.engine_version,
        row.examples, row.withdrawn, row.withdrawn_why, by, at, row.said,
    )  # fmt: skip


def last_approval(session: Session, draft_id: UUID) -> ApprovalRow | None:
    """The approval of a draft, the newest where it was withdrawn and given again."""
    query = select(ApprovalRow).where(ApprovalRow.draft_id == draft_id).order_by(ApprovalRow.approved_at.desc())
    return session.scalars(query).first()


def own_file(session: Session, row: RegimenDraftRow) -> OwnFile:
    approval = last_approval(session, row.id)
    state = "withdrawn" if approval is not None and approval.withdrawn else row.state
    file_id, file_version = head_words(row.text)
    author_ids = tuple(UUID(ident) for ident in row.authors)
    return OwnFile(
        row.id, cast(FileKind, row.kind), row.version, cast(FileState, state), file_id, file_version, row.base_id,
        row.base_version, row.base_sha256, text_of(session, row.base_sha256), checked_text(row), row.text_sha256,
        tuple(_name(session, ident) for ident in author_ids), author_ids, row.changed_at,
        _name(session, row.person_id), _name(session, row.asked_id) if row.asked_id else "",
        None if approval is None else approval_of(session, approval),
    )  # fmt: skip


def checked_text(row: RegimenDraftRow) -> str:
    """The text of a draft; RecordError when its hash no longer fits: somebody changed it from outside."""
    if sha256(row.text) != row.text_sha256:
        raise RecordError("The text of a draft in the store was changed from outside; it is not shown.")
    return row.text


def _name(session: Session, person_id: UUID) -> str:
    return session.get_one(PersonRow, person_id).name


def load_file(session: Session, draft_id: UUID) -> OwnFile:
    return own_file(session, session.get_one(RegimenDraftRow, draft_id))


def own_files(session: Session, kind: str) -> tuple[OwnFile, ...]:
    """Every own file of a kind that was not dropped, the newest first."""
    query = select(RegimenDraftRow).where(RegimenDraftRow.kind == kind, RegimenDraftRow.state != "dropped")
    rows = session.scalars(query.order_by(RegimenDraftRow.changed_at.desc(), RegimenDraftRow.id))
    return tuple(own_file(session, row) for row in rows)


def in_use(session: Session, kind: str) -> dict[str, str]:
    """SHA-256 -> text of each own file whose approval stands. Raises RecordError for a text changed from outside."""
    query = select(ApprovalRow.text_sha256).where(ApprovalRow.kind == kind, ~ApprovalRow.withdrawn)
    return {digest: text_of(session, digest) for digest in session.scalars(query.order_by(ApprovalRow.approved_at))}


def draft_row(session: Session, draft_id: UUID, version: int) -> RegimenDraftRow:
    """A draft that can still change, as it was read. Raises RecordError, NotAllowed, Conflict."""
    row = session.get(RegimenDraftRow, draft_id)
    if row is None:
        raise RecordError("This file is not in the records that are open.")
    if row.state in ENDED:
        raise NotAllowed(f"This file was {row.state} and stays as it is; a change begins with a copy of it.")
    if row.version != version:
        theirs = own_file(session, row)
        raise Conflict(f"{theirs.changed_by} changed this file in the meantime; look at it again.", theirs, None)
    return row


def known_text(session: Session, kind: str, text: str) -> bool:
    """Whether a text is one of ours or was approved here at some time."""
    digest = sha256(text)
    if is_shipped(digest, FOLDERS[kind]):
        return True
    return session.scalar(select(ApprovalRow.id).where(ApprovalRow.text_sha256 == digest).limit(1)) is not None


def refuse_taken(session: Session, kind: str, ident: str, version: str) -> None:
    """A file has a name of its own: no id of ours, no version that was approved before. Raises NotAllowed."""
    if ident in SHIPPED_IDS[kind]():
        raise NotAllowed(f"'{ident}' is the id of a file that comes with the program; give the own one another.")
    wanted = (ApprovalRow.kind == kind, ApprovalRow.file_id == ident, ApprovalRow.file_version == version)
    if session.scalar(select(ApprovalRow.id).where(*wanted).limit(1)) is not None:
        raise NotAllowed(
            f"Version {version} of '{ident}' was approved before and stays as it is; choose another version."
        )


def copy_file(key: UUID, by: UUID, kind: str, base_text: str, ident: str, version: str) -> Deed[OwnFile]:
    """A new draft from a file of ours or an own one that was approved."""
    if kind not in FOLDERS:
        raise RecordError(f"There is no kind of file '{kind}'.")
    try:
        text = copied(base_text, ident, version)
    except RegimenError as refused:
        raise RecordError(str(refused), refused.field.capitalize()) from None

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        if not known_text(session, kind, base_text):
            raise NotAllowed("Only a file that comes with the program, or one that was approved here, can be copied.")
        refuse_taken(session, kind, ident, version)
        base_id, base_version = head_words(base_text)
        session.add(
            RegimenDraftRow(
                id=key, kind=kind, state="draft", base_id=base_id, base_version=base_version,
                base_sha256=keep_text(session, kind, base_text), text=text, text_sha256=sha256(text),
                authors=[str(doing.person_id)], asked_id=None, asked_at=None,
            )
        )  # fmt: skip
        return key

    return Deed("copy file", key, by, do, load_file)


def keep_file(key: UUID, by: UUID, draft_id: UUID, version: int, text: str) -> Deed[OwnFile]:
    """The whole text as typed, readable or not; a file that waited for approval is a draft again."""
    document(text, "The text")
    if len(text.encode()) > MOST_BYTES:
        raise RecordError(f"The text is too long; at most {MOST_BYTES // 1000} kB are kept.", "Text")
    digest = sha256(text)

    def find(session: Session) -> UUID | None:
        row = session.get(RegimenDraftRow, draft_id)
        same = row is not None and row.state == "draft" and row.text_sha256 == digest and str(by) in row.authors
        return draft_id if same else None

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        row = draft_row(session, draft_id, version)
        row.text, row.text_sha256, row.state, row.asked_id, row.asked_at = text, digest, "draft", None, None
        if str(doing.person_id) not in row.authors:
            row.authors = [*row.authors, str(doing.person_id)]
        return draft_id

    return Deed("keep file", key, by, do, load_file, find=find)


def drop_file(key: UUID, by: UUID, draft_id: UUID, version: int, why: str) -> Deed[OwnFile]:
    """A draft nobody goes on with; it leaves the list and stays on record."""
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        draft_row(session, draft_id, version).state = "dropped"
        return draft_id

    return Deed("drop file", key, by, do, load_file, reason)
