"""The first cycle waits until every item of the checklist has an answer; asked in the transaction that would go on."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from records.course.checklist import open_items, open_words, stop_key
from records.course.course_plan import kept_regimen
from records.deeds.texts import text_of
from records.errors import NotAllowed
from records.tables import ChecklistRow, CourseRow
from regimen.checklist import ChecklistItem


def items_of(session: Session, course: CourseRow) -> tuple[ChecklistItem, ...]:
    """The checklist of the regimen text the course was begun with."""
    return kept_regimen(text_of(session, course.regimen_sha256), course.regimen_id).checklist


def open_checklist(session: Session, course: CourseRow, cycle: int) -> tuple[ChecklistItem, ...]:
    """Open items of the first cycle given here; no other cycle has any."""
    if cycle != course.first_cycle:
        return ()
    items = items_of(session, course)
    query = select(ChecklistRow.item).where(ChecklistRow.course_id == course.id, ChecklistRow.cycle == cycle)
    return open_items(items, session.scalars(query))


def refuse_open_checklist(
    session: Session, course: CourseRow, cycle: int, what: str, overrides: Mapping[str, str] | None = None
) -> None:
    """Raises NotAllowed with the open items by name.

    overrides  the reasons of a signature: one for these very items lets it pass. Nothing else can be overridden
    """
    still = open_checklist(session, course, cycle)
    if still and not (overrides or {}).get(stop_key(still), "").strip():
        number = "1 item" if len(still) == 1 else f"{len(still)} items"
        raise NotAllowed(f"{what}: {number} of the checklist of cycle {cycle} still open: {open_words(still)}.")
