"""What will soon be wanted is loaded while nobody waits, in small steps, so that the first click does not pay for it.

A module is imported in the window's thread, one a step: each takes a few milliseconds, and between two of them the
window answers. The process that makes pages is started first: it loads its libraries and fonts beside the window.
"""

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from gui.session import Session

FIRST_MS = 300  # after the store stands, so that its own first answers are shown before
STEP_MS = 20
# In the order of their use of each other, so that no step loads much. None is heavy: records and pages are already kept
# to their own thread and process.
MODULES = (
    "multiprocessing.connection",
    "treatment_calendar.paper.worker",
    "tomllib",
    "json",
    "regimen.definition",
    "regimen.order",
    "regimen.practice",
    "regimen.case_writing",
    "regimen.policy",
    "regimen.practice_reader",
    "regimen.reader",
    "dateutil.relativedelta",
    "treatment_calendar.layout",
    "treatment_calendar.day_ones",
    "treatment_calendar.intake",
    "records.course.cycle_case",
    "records.course.course_plan",
    "gui.widgets.strip",
    "gui.widgets.field",
    "gui.widgets.combo",
    "gui.workspace.banner",
    "gui.workspace.workspace",
    "regimen.dosing",
    "regimen.iv",
    "regimen.oral",
    "regimen.checks.labs",
    "regimen.checks",
    "regimen.engine",
    "gui.widgets.number_field",
    "gui.widgets.date_field",
    "gui.widgets.proof_list",
    "gui.dose.basis_panel",
    "gui.dose.drug_card",
    "gui.dose.typed",
    "gui.dose.dose_page",
    "gui.plan.month_grid",
    "gui.plan.plan_frame",
    "gui.plan.plan_page",
    "gui.visit.visit_page",
    "regimen.grading.lab_grade",
    "records.bedside.lab_trend",
    "records.course.dose_trend",
    "gui.trends.lab_view",
    "gui.trends.event_view",
    "gui.trends.trends_page",
    "outcomes.recist.of_records",
    "gui.response.lesion_table",
    "gui.response.response_page",
    "treatment_calendar.answer",
    "gui.calendar_page.calendar_frame",
    "gui.calendar_page.calendar_page",
    "gui.history.history_page",
    "gui.course.begin_page",
    "outcomes.burden.values",
    "outcomes.survival.endpoints",
    "outcomes.cohort.values",
    "outcomes.worker",
    "gui.outcomes.burden_page",
    "gui.outcomes.burden_view",
    "gui.outcomes.outcomes_page",
    "gui.outcomes.cohort_choice",
    "gui.outcomes.picture",
    "gui.outcomes.plot_panel",
    "gui.outcomes.cohort_view",
    "gui.outcomes.events_view",
)


class Warming(QObject):
    """Works through `MODULES` once; `done()` tells whether it is through."""

    def __init__(self, session: "Session", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._left = list(MODULES)
        self._paper_asked = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        QTimer.singleShot(FIRST_MS, self, lambda: self._timer.start(STEP_MS))

    def done(self) -> bool:
        """Whether everything is loaded and the process for pages has been asked to warm up."""
        return self._paper_asked and not self._left

    def stop(self) -> None:
        """No further step; called when the program ends."""
        self._timer.stop()
        self._left.clear()

    @Slot()
    def _step(self) -> None:
        if self._left:
            name = self._left.pop(0)
            importlib.import_module(name)
            if name == "treatment_calendar.paper.worker":
                self._warm_paper()
        else:
            self._timer.stop()

    def _warm_paper(self) -> None:
        self._paper_asked = True
        self._session.link.ask(self._session.paper.warm(), lambda _ready: None, None, self)
