"""What the tablets brought back say: doses taken against what was planned and told, and what does not add up."""

from datetime import UTC, date, datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gui.visit.tablets_card import TabletsCard
from gui.workspace.state import PatientState
from records.course.cycle_tablets import reconciliation_of
from records.course.tablets_returned import whole_percent
from records.values.core import CourseRecord
from records.values.visits import VisitEntry, VisitRecord

_NOT_STORED = UUID(int=0)


def tr(text: str) -> str:
    """Translate in the context of the Visit page."""
    return QCoreApplication.translate("VisitPage", text)


def tablets_findings(
    state: PatientState, course: CourseRecord, card: TabletsCard, on: date
) -> tuple[tuple[str, ...], str]:
    """Questions and figures; nothing while nothing was counted, or while a field cannot be read."""
    returned = card.returned()
    if not returned or card.refused():
        return (), ""
    entry = VisitEntry(
        on, card.cycle, None, tablets_returned=returned, tablets_cycle=card.cycle, doses_told=card.told()
    )
    now = datetime.now(UTC)
    typed = VisitRecord(
        _NOT_STORED, state.space.patient.id, course.id, 1, entry, False, "", now, "", now
    )  # the page as it stands, for the same reckoning as a stored visit
    found = reconciliation_of(state.space, course, state.settings, typed, card.drug)
    if found is None:
        return (), ""
    questions = tuple(question.words for question in found.questions)
    told = tr("told {0} of {1} doses ({2})").format(
        found.told_doses, found.planned_doses, whole_percent(found.told_percent)
    )
    if found.taken_doses is None or found.delivered_percent is None:
        return questions, told
    taken = tr("taken {0} of {1} doses ({2})").format(
        found.taken_doses, found.planned_doses, whole_percent(found.delivered_percent)
    )
    return questions, f"{taken}; {told}"
