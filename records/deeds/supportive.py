"""Which set of the site's supportive care is in use, and no order made with another one."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.course.course_plan import kept_regimen
from records.course.supportive import site_set
from records.deeds.governance import in_use, own_file
from records.deeds.in_order import first_entry
from records.deeds.texts import text_of
from records.errors import NotAllowed, RecordError
from records.tables import ApprovalRow, CourseRow, RegimenDraftRow
from records.trail.canonical import read
from records.values.supportive import SiteSupportive
from regimen.case import read_case
from regimen.definition import Regimen
from regimen.errors import RegimenError
from regimen.reader import read_regimen
from regimen.supportive import SetUsed, SupportiveOrder
from regimen.supportive_json import supportive_from
from regimen.supportive_offer import offered, unanswered
from regimen.supportive_set_check import shipped

KIND = "supportive"


def supportive_in_use(session: Session) -> SiteSupportive:
    """The set approved last; withdrawn, none is in use, and an older one does not come back by itself."""
    query = select(ApprovalRow).where(ApprovalRow.kind == KIND).order_by(first_entry(ApprovalRow).desc()).limit(1)
    last = session.scalars(query).first()
    if last is None:
        return SiteSupportive()
    file = own_file(session, session.get_one(RegimenDraftRow, last.draft_id))
    return SiteSupportive("" if last.withdrawn else text_of(session, last.text_sha256), file)


def regimens_here(session: Session) -> Mapping[str, Regimen]:
    """The regimens in use at this site by id: those of the program, and own ones whose approval stands."""
    own = (read_regimen(text, "own.toml") for text in in_use(session, "regimen").values())
    return {**shipped(), **{regimen.id: regimen for regimen in own}}


def refuse_other_set(session: Session, course: CourseRow, case_json: str, answer_json: str) -> None:
    """Raises NotAllowed for supportive care made with another set than the one in use, or not as that one lists it.

    Nor for an answer that orders other supportive care than its case. An order without it is none of this.
    """
    order, options, cycle = _ordered(case_json)
    answer: Any = read(answer_json)
    answered = answer.get(KIND) or {"ordered": False}
    if (supportive_from(answered) if answered["ordered"] else None) != order:
        raise RecordError("The answer orders other supportive care than was chosen; compute it again.")
    if order is None:
        return
    site = site_set(supportive_in_use(session).text)
    used = None if site is None else SetUsed(site.id, site.version, site.sha256)
    if order.site_set != used:
        said = "no set of the site is in use" if site is None else f"{site.id} version {site.version} is in use"
        raise NotAllowed(f"The supportive care was made with another list: {said} now. Look at it again, then sign.")
    regimen = kept_regimen(text_of(session, course.regimen_sha256), course.regimen_id)
    offer = offered(regimen, cycle, options, site)
    listed = {one.item.id: one.item for one in offer.items}
    for one in order.items:
        if one.origin == "site" and (one.item.id not in listed or (not one.reason and listed[one.item.id] != one.item)):
            raise NotAllowed(f"{one.item.name} is not as the site's set lists it, and no reason is given.")
    open_ones = unanswered(order, listed.values())
    if open_ones:
        names = ", ".join(item.name for item in open_ones)
        raise NotAllowed(f"Supportive care is neither ordered nor left out with a reason: {names}.")


def _ordered(case_json: str) -> tuple[SupportiveOrder | None, Mapping[str, str], int]:
    written: Any = read(case_json)
    if not isinstance(written, dict) or written.get(KIND) is None:
        return None, {}, 1
    try:
        case = read_case(written)
    except RegimenError as refused:
        raise RecordError(str(refused)) from None
    return case.supportive, case.options, case.cycle
