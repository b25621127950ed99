"""A letter for the Calendar page: read in one piece with its anchor, made into what the preview shows and prints."""

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gui.calendar_page.sheet import Sheet, Wanted, contact_notices, use_notices
from gui.letters.card_request import card_request
from gui.letters.summary_request import orders_in_force, summary_request
from gui.theme.tokens import Tone
from gui.workspace.state import PatientState, state_of
from records.actions import Actions
from records.course.clinical_use import missing_for_use
from records.errors import RecordError
from records.values.letters import LetterFacts, LetterKind
from treatment_calendar.course import Course

LONGEST_SECONDS = 60.0


def tr(text: str) -> str:
    return QCoreApplication.translate("Letters", text)


def letter_of(wanted: Wanted) -> LetterKind | None:
    """What the trail calls it; None for a calendar or staff sheet."""
    known: dict[str, LetterKind] = {"treatment_summary": "treatment summary", "alert_card": "alert card"}
    return known.get(wanted.kind)


def letter_words(sheet: Sheet) -> str:
    """How it stands, beside the buttons that print and save."""
    if sheet.wanted.kind == "alert_card":
        return tr("Alert card, from the records at entry {0}").format(sheet.revision)
    return tr("Treatment summary, from the records at entry {0}").format(sheet.revision)


def letter_sheet(
    actions: Actions, state: PatientState, wanted: Wanted, person: tuple[str, str], now: datetime, key: UUID
) -> Sheet:
    """Reads the patient anew and waits for it: not for the window's thread. Raises RecordError.

    person  name and role of whoever writes it
    """
    facts = actions.letter_facts(state.space.patient.id).result(LONGEST_SECONDS)
    return sheet_of(facts, state, wanted, person, now, key)


def sheet_of(
    facts: LetterFacts, state: PatientState, wanted: Wanted, person: tuple[str, str], now: datetime, key: UUID
) -> Sheet:
    """From one reading. state: what the page shows, for the course it is about."""
    fresh = state_of(facts.space, facts.settings, facts.site)
    assert state.course is not None
    if fresh.course is None or fresh.course.id != state.course.id:
        raise RecordError("Another course was begun for this patient meanwhile; open the patient again.")
    missing = missing_for_use(fresh.space, fresh.site, orders_in_force(fresh))
    notices: tuple[tuple[Tone, str], ...] = (*use_notices(missing), *contact_notices(fresh))
    request = (
        card_request(fresh, (wanted.language, facts.settings.language or "en"), person[0], now, wanted.paper)
        if wanted.kind == "alert_card"
        else summary_request(fresh, facts.end, person, now, wanted.paper)
    )
    if wanted.kind == "alert_card" and not request.inhibitors:
        raise RecordError("There is no checkpoint inhibitor in this course; an alert card is for one.")
    nothing = Course(fresh.course.entry.regimen_id, (), (), ())  # a letter has no appointments
    return Sheet(wanted, request, nothing, facts.end.anchor.seq, key, None, None, None, None, notices)
