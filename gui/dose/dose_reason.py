"""Why a drug of the order has its dose, as it stands on its card. Values only, no widgets."""

from PySide6.QtCore import QCoreApplication

from gui.widgets.dates import shown_date
from gui.workspace.state import PatientState
from records.course.dose_reasons import dose_decided, events_named
from regimen.order import DrugDose


def tr(text: str) -> str:
    """Translate in the context of the Dose page."""
    return QCoreApplication.translate("DosePage", text)


def reason_of(state: PatientState, dose: DrugDose | None, cycle: int) -> str:
    """Who decided the dose of a cycle, for which events, by which rules; "" for the regimen's own dose.

    What is typed over a decision is no longer that decision's dose, and has its own reason beside it.
    """
    if dose is None or state.course is None:
        return ""
    decision = dose_decided(state.space, state.course.id, dose.drug, cycle)
    if decision is None:
        return ""
    entry = decision.entry
    decided = (
        (entry.starting_percent, dose.starting_percent),
        (entry.percent, dose.percent),
        (entry.level, dose.dose_level),
    )
    said = [(wanted, now) for wanted, now in decided if wanted is not None]
    if any(wanted != now for wanted, now in said):
        return ""
    how = {"accept": tr("accepted"), "change": tr("changed"), "decline": tr("declined")}[entry.taken]
    at = shown_date(decision.at.astimezone().date(), weekday=False)
    words = [tr("Decided for cycle {0}: {1} by {2}, {3}").format(entry.cycle, how, decision.by, at)]
    words += events_named(state.space, entry.event_ids)
    words += [tr("rule {0}").format(", ".join(entry.rule_ids))] if entry.rule_ids else []
    words += [entry.reason] if entry.reason else []
    return " · ".join(words)
