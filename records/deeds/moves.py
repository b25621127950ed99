"""A patient is moved to another approved version of their regimen or profile: by a person, with a reason, from the
first cycle that was not given. Cycles before it stay as signed."""

from typing import cast
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from records.course.course_plan import kept_profile, kept_regimen
from records.deeds.approvals import refuse_unapproved
from records.deeds.governance import FOLDERS, in_use
from records.deeds.lists import refresh_line
from records.deeds.plan import replan
from records.deeds.restart_guards import in_force as restarts_in_force
from records.deeds.texts import keep_text, text_of
from records.deeds.versions import Kind, names_of, root_of
from records.errors import Conflict, NotAllowed, RecordError
from records.store import Deed
from records.stored.courses import active_course, course_row, load_course, record_of
from records.tables import (
    AdministrationRow,
    CourseMoveRow,
    CourseRow,
    DispensedRow,
    HoldRow,
    OrderRow,
    PatientRow,
    SignatureRow,
)
from records.trail.audit_trail import AuditedSession, Doing
from records.typed_text import NOTE, words
from records.values.core import CourseRecord
from records.values.moves import MoveChoice, MoveTarget
from regimen.definition import Regimen
from regimen.errors import RegimenError
from regimen.given import EVERYTHING
from regimen.library import is_shipped, load_profile, load_regimen, shipped_profiles, shipped_regimens
from regimen.own_file import head_words


def first_not_given(session: Session, course: CourseRow) -> int:
    """The first cycle from which a course can go by other files."""
    query = select(func.max(OrderRow.cycle)).where(OrderRow.course_id == course.id, OrderRow.state == "given")
    last = session.scalar(query)
    return course.first_cycle if last is None else last + 1


def open_orders(session: Session, course: CourseRow, from_cycle: int) -> list[OrderRow]:
    """Signed orders, not given, of a cycle and those after it."""
    query = select(OrderRow).where(
        OrderRow.course_id == course.id, OrderRow.cycle >= from_cycle, OrderRow.state == "signed"
    )
    return list(session.scalars(query.order_by(OrderRow.cycle)))


def why_begun(session: Session, order: OrderRow) -> str:
    """Why a signed order can no longer fall away, "" it can: something of it was made ready, given or handed out."""
    prepared = select(SignatureRow.id).where(SignatureRow.order_id == order.id, SignatureRow.meaning == "prepare")
    given = select(AdministrationRow.id).where(AdministrationRow.order_id == order.id, ~AdministrationRow.withdrawn)
    handed = select(DispensedRow.id).where(
        DispensedRow.course_id == order.course_id, DispensedRow.cycle == order.cycle, ~DispensedRow.withdrawn
    )
    for query, done in ((prepared, "prepared"), (given, "begun"), (handed, "dispensed")):
        if session.scalar(query.limit(1)) is not None:
            return done
    return "restarted" if restarts_in_force(session, order.course_id, order.cycle) else ""


def refuse_begun(session: Session, orders: list[OrderRow]) -> None:
    """Raises NotAllowed when an order that would fall away is under way."""
    for order in orders:
        if done := why_begun(session, order):
            raise NotAllowed(
                f"Cycle {order.cycle} was {done} as signed; it stays on the version it was signed on. Record it as"
                " given first, then move the patient from the cycle after it."
            )


def choice(session: Session, course_id: UUID) -> MoveChoice:
    """What a course can be moved to now. Reads only."""
    course = course_row(session, course_id)
    cycle = first_not_given(session, course)
    orders = open_orders(session, course, cycle)
    refused = ""
    try:
        active_course(session, course_id)
        refuse_begun(session, orders)
    except NotAllowed as why:
        refused = str(why)
    regimens = tuple(targets(session, "regimen", course))
    profiles = tuple(targets(session, "profile", course))
    return MoveChoice(cycle, regimens, profiles, tuple(order.cycle for order in orders), refused)


def targets(session: Session, kind: Kind, course: CourseRow) -> list[MoveTarget]:
    """Files that may be used: the versions of the same regimen, or every profile; not the one the course has."""
    current = course.regimen_sha256 if kind == "regimen" else course.profile_sha256
    root = root_of(session, kind, current, course.regimen_id if kind == "regimen" else course.practice)
    found = [target for target in shipped(kind, root) if target.sha256 != current]
    for digest, text in reversed(in_use(session, kind).items()):
        ident, version = head_words(text)
        if digest != current and (kind == "profile" or root_of(session, kind, digest, ident) == root):
            found.insert(0, MoveTarget(kind, ident, version, digest, text, shipped=False))
    return found


def shipped(kind: Kind, root: str) -> list[MoveTarget]:
    """The file that came with the program under an id; of profiles all of them. One that was tampered with is none."""
    found = []
    wanted = [root] if kind == "regimen" else list(shipped_profiles())
    for ident in (one for one in wanted if one in (shipped_regimens() if kind == "regimen" else wanted)):
        try:
            file = load_regimen(ident) if kind == "regimen" else load_profile(ident)
        except RegimenError:
            continue
        found.append(MoveTarget(kind, file.id, file.version, file.sha256, file.text, shipped=True))
    return found


def move_course(
    key: UUID, by: UUID, course_id: UUID, version: int, from_cycle: int, regimen_sha256: str, profile_sha256: str,
    why: str,
) -> Deed[CourseRecord]:  # fmt: skip
    """Go by other files from `from_cycle` on.

    version         of the course that was read
    *_sha256        of the files wanted; the one the course has already: that one stays
    """
    reason = words(why, "Reason", NOTE, lines=True, needed=True)

    def do(session: AuditedSession) -> UUID:
        doing = cast(Doing, session.doing)
        course = active_course(session, course_id)
        if course.version != version:
            raise Conflict("Somebody else changed this course in the meantime.", record_of(session, course), None)
        if from_cycle != (first := first_not_given(session, course)):
            raise NotAllowed(f"The first cycle that was not given is cycle {first}; a move begins there.")
        orders = open_orders(session, course, from_cycle)
        refuse_begun(session, orders)
        before, was = names_of(course), (course.regimen_sha256, course.profile_sha256)
        if was == (regimen_sha256, profile_sha256):
            raise NotAllowed("The patient is on this version already.")
        take_regimen(session, course, regimen_sha256)
        take_profile(session, course, profile_sha256)
        for order in orders:
            order.state = "replaced"
        session.add(
            CourseMoveRow(
                id=key, course_id=course_id, from_cycle=from_cycle, before=before, after=names_of(course),
                regimen_before=was[0], regimen_after=course.regimen_sha256, profile_before=was[1],
                profile_after=course.profile_sha256, orders=[str(order.id) for order in orders], reason=reason,
                moved_by_id=doing.person_id, moved_by=doing.person, moved_role=doing.role, moved_at=doing.at,
            )
        )  # fmt: skip
        session.flush()
        refresh_line(session, session.get_one(PatientRow, course.patient_id))
        replan(session, course)
        return course_id

    def find(session: Session) -> UUID | None:
        return course_id if session.get(CourseMoveRow, key) is not None else None

    return Deed("move course", key, by, do, load_course, reason, find=find)


def text_in_use(session: Session, kind: Kind, digest: str) -> str:
    """The text of a file that may be used. Raises NotAllowed for any other."""
    if is_shipped(digest, FOLDERS[kind]):
        idents = shipped_regimens() if kind == "regimen" else shipped_profiles()
        for ident in idents:
            file = load_regimen(ident) if kind == "regimen" else load_profile(ident)
            if file.sha256 == digest:
                return file.text
    if digest not in in_use(session, kind):
        raise NotAllowed(
            "Only a file that came with the program, unchanged, or one that is approved here can be moved to."
        )
    return text_of(session, digest)


def take_regimen(session: Session, course: CourseRow, digest: str) -> None:
    """The course goes by this regimen file from now on, which has all the course names."""
    if digest == course.regimen_sha256:
        return
    text = text_in_use(session, "regimen", digest)
    refuse_unapproved(session, "regimen", text)
    ident, _version = head_words(text)
    if root_of(session, "regimen", digest, ident) != root_of(
        session, "regimen", course.regimen_sha256, course.regimen_id
    ):
        raise NotAllowed(
            f"{ident} is another regimen, not another version of {course.regimen_id}; end this course and begin one."
        )
    regimen = kept_regimen(text, ident)
    refuse_lost(session, course, regimen)
    keep_text(session, "regimen", text)
    course.regimen_id, course.regimen_version, course.regimen_sha256 = regimen.id, regimen.version, regimen.sha256


def refuse_lost(session: Session, course: CourseRow, regimen: Regimen) -> None:
    """Options chosen and drugs held are still there. Raises RecordError with what is not."""
    chosen = dict(course.options)
    known = {option.id: {choice.id for choice in option.choices} for option in regimen.options}
    lost = [f"the choice {option} = {value}" for option, value in chosen.items() if value not in known.get(option, ())]
    asked = (option for option in regimen.options_of(chosen) if option.required)
    lost += [f"an answer to '{option.title}'" for option in asked if option.id not in chosen]
    drugs = {drug.name for drug in regimen.drugs} | {EVERYTHING}
    held = select(HoldRow.drug).where(HoldRow.course_id == course.id, ~HoldRow.withdrawn)
    named = [*course.starting_percent, *session.scalars(held)]
    lost += [f"the drug {name}" for name in dict.fromkeys(named) if name not in drugs]
    if lost:
        raise RecordError(
            f"This course cannot go by {regimen.id} version {regimen.version}: the file does not fit {', '.join(lost)}."
            " End this course and begin one with that version."
        )


def take_profile(session: Session, course: CourseRow, digest: str) -> None:
    """The course goes by this practice profile from now on."""
    if digest == course.profile_sha256:
        return
    text = text_in_use(session, "profile", digest)
    refuse_unapproved(session, "profile", text)
    profile = kept_profile(text, head_words(text)[0])
    keep_text(session, "profile", text)
    course.practice, course.profile_sha256 = profile.id, profile.sha256
