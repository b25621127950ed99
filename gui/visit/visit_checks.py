"""What does not add up in the toxicities of a visit, as questions before they are stored."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication

from gui.visit.event_draft import EventDraft, entry_of, stored_key
from gui.visit.event_findings import Where, draft_findings
from gui.visit.visit_steps import Saved
from gui.workspace.state import PatientState
from records.bedside.event_checks import check_events, known_dates
from records.values.core import CourseRecord
from records.values.visits import AdverseEventEntry, AdverseEventRecord


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


def event_questions(
    to: Saved, drafts: Sequence[EventDraft], state: PatientState, course: CourseRecord, lab_grades: Mapping[str, int]
) -> tuple[str, ...]:
    """One line for each event, then what is between events, drugs and laboratory values.

    lab_grades  term -> grade that the values typed today give
    """
    found, records = [], dict(to.events)
    last_given, known = _last_given(state, course), known_dates(state.space, course.id)
    where = Where(to.on, to.style, to.version)
    for draft in drafts:
        stored = to.events.get(draft.key)
        if stored is None and not draft.grade:
            continue
        entry = entry_of(draft, stored, to.on, to.style, to.version, "")
        records[draft.key] = _record(draft, stored, to, entry)
        if not draft.said and (stored is None or stored.entry == entry):
            continue
        if not draft.said:
            found.append(tr("{0}: answers or details are changed; its grade stays as last said.").format(draft.term))
        asked = (*draft_findings(draft, stored, where, known), *_per_drug(draft, entry, tuple(last_given)))
        if asked:
            found.append(f"{draft.term}: {' '.join(asked)}")
    stopped = {
        hold.drug: hold.start
        for hold in state.space.holds
        if hold.course_id == course.id and hold.stop and not hold.withdrawn
    }
    between = check_events(records.values(), last_given=last_given, stopped=stopped, lab_grades=lab_grades)
    return (*found, *(finding.words for finding in between))


def _per_drug(draft: EventDraft, entry: AdverseEventEntry, given: Sequence[str]) -> tuple[str, ...]:
    """Drugs that were given and of which nothing is said, in one line each kind."""
    if not draft.grade:
        return ()
    blamed = [drug for drug in given if drug not in entry.attribution] if entry.attribution else []
    silent = [drug for drug in given if drug not in entry.actions]
    return (
        *((tr("Caused by {0}? Not yet said.").format(", ".join(blamed)),) if blamed else ()),
        *((tr("Action taken with {0}? Not yet said.").format(", ".join(silent)),) if silent else ()),
    )


def _record(
    draft: EventDraft, stored: AdverseEventRecord | None, to: Saved, entry: AdverseEventEntry
) -> AdverseEventRecord:
    """The event as it will be kept, a new one without its number."""
    if stored is not None:
        return replace(stored, entry=entry)
    now = datetime.now(UTC)
    return AdverseEventRecord(stored_key(draft), to.patient_id, to.course_id, 1, 0, entry, None, None, "", now, "", now)


def _last_given(state: PatientState, course: CourseRecord) -> dict[str, date]:
    """Drug -> the last day 1 of a cycle that was given with it."""
    assert state.files is not None
    given: dict[str, date] = {}
    for order in state.space.orders:
        if order.course_id == course.id and order.state == "given":
            for drug in state.files.regimen.drugs_of(order.cycle, course.entry.options):
                given[drug.name] = max(order.day1, given.get(drug.name, order.day1))
    return given
