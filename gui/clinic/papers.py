"""Staff sheet and calendar of one patient for a batch, as the patient's own pages make them; or why there is none."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from uuid import UUID, uuid4

from gui.calendar_page.languages import languages
from gui.calendar_page.sheet import Sheet, Wanted, calendar_sheet, newest_print, staff_sheet, void_words
from gui.clinic.requests import paper_of
from gui.letters.letter_sheet import sheet_of
from gui.plan.course_view import mark_of
from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.errors import RecordError
from records.values.clinic import ClinicLine
from records.values.core import Person, PrintRecord
from treatment_calendar.paper.request import CalendarRequest, StaffSheetRequest

if TYPE_CHECKING:
    from records.actions import Actions

Letter = Literal["treatment_summary", "alert_card"]
KINDS = {
    "staff_sheet": "staff sheet",
    "calendar": "calendar",
    "day_list": "day list",
    "preparation_list": "preparation list",
    "treatment_summary": "treatment summary",
    "alert_card": "alert card",
}


def staff_sheet_of(state: PatientState, cycle: int, person: str, now: datetime, key: UUID) -> Sheet:
    """The staff sheet of a cycle. Raises RecordError where there is no order, or it is signed for another day."""
    refuse_moved(state, cycle)
    return staff_sheet(state, Wanted("staff_sheet", cycle, "en", paper_of(state.settings), False), person, now, key)


def letter_of_patient(
    actions: "Actions", state: PatientState, line: ClinicLine, kind: Letter, by: Person, now: datetime
) -> Sheet:
    """Treatment summary or alert card, from one reading of its own. Waits for the store. Raises RecordError."""
    wanted = replace(_as_usual(state, line.cycle), kind=kind)
    facts = actions.letter_facts(line.patient_id).result()
    return sheet_of(facts, state, wanted, (by.name, by.role), now, uuid4())


def calendar_of(state: PatientState, cycle: int, person: str, now: datetime, key: UUID, *, again: bool = True) -> Sheet:
    """The calendar of a signed cycle: a copy of the valid print of that cycle (`again`), else the next revision.

    raises  RecordError where nothing is signed for the planned day, or where a changed plan made the sheet in the
            patient's hands void: what changed has to be looked at, and that sheet taken back
    """
    if state.order(cycle) is None:
        raise RecordError(f"Cycle {cycle} is not signed.")
    refuse_moved(state, cycle)
    newest = newest_print(state)
    if newest is not None and not newest.valid and (why := plan_changed_after(state, newest)):
        raise RecordError(
            f"{void_words(state, newest)} {why} Print the new one from the patient's Calendar page and take revision "
            f"{newest.revision} back."
        )
    valid = newest is not None and newest.valid and newest.cycle == cycle
    wanted = _as_printed(newest) if valid and newest is not None else _as_usual(state, cycle)
    return calendar_sheet(state, wanted, person, now, key, again=again and valid)


def refuse_moved(state: PatientState, cycle: int) -> None:
    """Raises RecordError where the order is signed for another day 1 than the plan has now."""
    day1 = state.day_ones.get(cycle)
    if day1 is None:
        raise RecordError(f"Cycle {cycle} is not planned any more.")
    mark, signed_for = mark_of(state, cycle, day1)
    if mark == "signed_elsewhen" and signed_for is not None:
        raise RecordError(
            f"Cycle {cycle} was signed for {shown_date(signed_for)} and is now planned for {shown_date(day1)}: "
            "it has to be signed again."
        )


def plan_changed_after(state: PatientState, record: PrintRecord) -> str:
    """What made the sheet in the patient's hands wrong, "" where only a later cycle was signed."""
    space, course = state.space, record.course_id
    moved = [one.at for one in space.delays if one.course_id == course]
    moved += [one.at for one in space.holds if one.course_id == course]
    moved += [one.signed_at for one in space.restarts if one.course_id == course]
    if any(at > record.at for at in moved):
        return "The plan was changed since."
    same = (one for one in space.orders if one.course_id == course and one.cycle == record.cycle)
    if any(one.signed_at is not None and one.signed_at > record.at for one in same):
        return "Its doses were signed anew since."
    return ""


def _as_printed(newest: PrintRecord) -> Wanted:
    paper = "letter" if newest.paper == "letter" else "a4"
    return Wanted("calendar", newest.cycle, newest.language, paper, newest.large_print)  # type: ignore[arg-type]


def _as_usual(state: PatientState, cycle: int) -> Wanted:
    known = {code for code, _name in languages()}
    spoken = [code for code in (state.entry.language, state.settings.language) if code in known]
    return Wanted("calendar", cycle, spoken[0] if spoken else "en", paper_of(state.settings), False)


def stamped(sheet: Sheet, words: str) -> Sheet:
    """The same calendar or staff sheet with words in its footer; a letter is never part of a pack."""
    request = sheet.request
    assert isinstance(request, CalendarRequest | StaffSheetRequest)
    return replace(sheet, request=replace(request, stamp=words))
