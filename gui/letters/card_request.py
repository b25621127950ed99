"""The alert card as its page wants it, put together from one reading of the store. Values only, no widgets."""

from datetime import datetime

from gui.letters.doses_given import inhibitors_given
from gui.letters.summary_request import orders_in_force
from gui.widgets.style_of import date_style
from gui.workspace.state import PatientState
from records.course.clinical_use import missing_for_use
from treatment_calendar.paper.alert_card_request import AlertCardRequest
from treatment_calendar.paper.request import Contacts, Paper


def card_request(
    state: PatientState, languages: tuple[str, str], person: str, now: datetime, paper: Paper
) -> AlertCardRequest:
    """Sums doses: not for the window's thread. The page refuses a course without an inhibitor."""
    course, files, entry, settings = state.course, state.files, state.entry, state.settings
    assert course is not None and files is not None
    return AlertCardRequest(
        patient_name=entry.name,
        identifiers=tuple(f"{kind} {value}" for kind, value in entry.identifiers),
        birth_date=entry.birth_date,
        inhibitors=inhibitors_given(state, course),
        elsewhere=course.entry.first_cycle > 1 or bool(course.entry.earlier),
        contacts=Contacts(settings.site_name, settings.day_phone, settings.night_phone),
        languages=languages,
        course_id=str(course.id),
        printed_by=person,
        printed_at=now,
        for_clinical_use=not missing_for_use(state.space, state.site, orders_in_force(state)),
        paper=paper,
        date_style=date_style(settings),
        number_style=files.profile.number_style,
    )
