"""Open items of the checklist among the stops of the Dose page: settled by answering, or signed past with a reason."""

from collections.abc import Mapping, Sequence

from gui.dose.words import tr
from gui.widgets.alert_list import words_of
from gui.workspace.state import PatientState
from records.course.checklist import STOP, checklist_of, open_words, stop_params
from records.course.overrides import open_stops
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
    """One stop for all open items; its key names them, so that a reason covers these and no others."""
    still = open_of(state, cycle)
    return (Alert(STOP, "stop", "", stop_params(still), "checklist"),) if still else ()


def page_words(state: PatientState, cycle: int, alert: Alert) -> tuple[str, str]:
    """The words of an alert on this page; those of the checklist are not in the engine's catalogue."""
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
