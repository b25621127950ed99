"""Stops of the Dose page beside the order's: open items of the checklist, and that somebody else treats the course."""

from collections.abc import Mapping, Sequence

from gui.dose.words import tr
from gui.widgets.alert_list import words_of
from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.course import handed_over
from records.course.checklist import STOP, checklist_of, open_words, stop_params
from records.course.overrides import open_stops
from records.values.handed_over import HandoverRecord
from regimen.answer import as_json
from regimen.checklist import ChecklistItem
from regimen.order import Alert, CycleOrder


def open_of(state: PatientState, cycle: int) -> tuple[ChecklistItem, ...]:
    """The items that gate a cycle and have no answer; none for any but the first cycle given here."""
    course, files = state.course, state.files
    if course is None or files is None or cycle != course.entry.first_cycle:
        return ()
    return checklist_of(state.space, course, files.regimen, course.entry.day1).open


def checklist_stop(state: PatientState, cycle: int) -> tuple[Alert, ...]:
    """One stop for all open items; its key names them, so that a reason covers these and no others. Before it one for a
    course that somebody else treats.
    """
    still = open_of(state, cycle)
    own = (Alert(STOP, "stop", "", stop_params(still), "checklist"),) if still else ()
    given = handed(state)
    return own if given is None else (Alert(handed_over.STOP, "stop", "", handed_over.stop_params(given.id), ""), *own)


def handed(state: PatientState) -> HandoverRecord | None:
    """The handover in force of the course shown."""
    return None if state.course is None else handed_over.given_away(state.space.handovers, state.course.id)


def page_words(state: PatientState, cycle: int, alert: Alert) -> tuple[str, str]:
    """The words of an alert on this page; those of the checklist are not in the engine's catalogue."""
    given = handed(state)
    if alert.code == handed_over.STOP and given is not None:
        words = tr("Treated there since {0}. To order here all the same, say why; or take the handover back.")
        return tr("Handed over to {0}").format(given.other), words.format(shown_date(given.at.astimezone().date()))
    if alert.code != STOP:
        return words_of(alert)
    still = open_of(state, cycle)
    words = tr(
        "Answer them on the Checklist page. To sign before that, say why; the cycle can still not be recorded as given "
        "until each has an answer. Open: {0}."
    )
    return tr("Checklist: {0} open").format(len(still)), words.format(open_words(still))


def stops_of(order: CycleOrder | None, beside: Sequence[Alert], overrides: Mapping[str, str]) -> tuple[str, ...]:
    """Keys of every stop of the page that nobody overrode: the order's, and those beside it."""
    own = as_json(order)["alerts"] if order is not None else []
    return open_stops(
        [*own, *({"code": a.code, "severity": a.severity, "params": a.params} for a in beside)], overrides
    )


def used_overrides(order: CycleOrder, beside: Sequence[Alert], overrides: Mapping[str, str]) -> dict[str, str]:
    """The reasons that are for stops of this order."""
    keys = set(stops_of(order, beside, {}))
    return {key: reason for key, reason in overrides.items() if key in keys}
