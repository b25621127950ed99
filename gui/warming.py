"""What will soon be wanted is loaded while nobody waits, in small steps, so that the first click does not pay for it.

A module is imported in the window's thread, one a step: each takes a few milliseconds, and between two of them the
window answers. The process that makes pages is started first: it loads its libraries and fonts beside the window.
"""

import importlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from gui.collector import set_aside

if TYPE_CHECKING:
    from gui.session import Session

FIRST_MS = 300  # after the store stands, so that its own first answers are shown before
STEP_MS = 20
PAPER = "treatment_calendar.paper.worker"
# In the order of their use of each other, so that no step loads much. None is heavy: records and pages are already kept
# to their own thread and process.
MODULES = (
    "multiprocessing.connection",
    PAPER,
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
    "regimen.recheck_order",
    "gui.dose.supportive_row",
    "gui.dose.supportive_card",
    "gui.dose.dispensing_card",
    "gui.dose.dose_frame",
    "gui.dose.dose_cycle",
    "gui.dose.dose_page",
    "gui.plan.month_grid",
    "gui.plan.plan_frame",
    "gui.plan.plan_page",
    "regimen.advice",
    "records.bedside.reported",
    "gui.widgets.file_choice",
    "gui.visit.lab_paste",
    "gui.visit.lab_import",
    "gui.visit.event_row",
    "gui.visit.events_card",
    "gui.visit.proposal_list",
    "gui.visit.visit_cards",
    "gui.visit.visit_advice",
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
#: Lists that pages read from files, once in a program: a module and its function without arguments.
LISTS = (
    ("regimen.library", "diluents"),
    ("regimen.library", "allergy_classes"),
    ("regimen.library", "interactions"),
    ("regimen.supportive_rules", "supportive_rules"),
    ("records.course.disease", "vocabulary"),
    ("gui.calendar_page.languages", "languages"),
    ("outcomes.cohort.values", "known_factors"),
)


class Warming(QObject):
    """Works through `MODULES` and `LISTS` once; `done()` tells whether it is through."""

    def __init__(self, session: "Session", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._left: list[Callable[[], object]] = [partial(importlib.import_module, name) for name in MODULES]
        self._left.insert(1 + MODULES.index(PAPER), self._warm_paper)
        self._left += [partial(_read, module, name) for module, name in LISTS]
        self._left += [self._warm_dates, _know_widgets]
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
            self._left.pop(0)()
        else:
            self._timer.stop()
            set_aside()

    def _warm_paper(self) -> None:
        self._paper_asked = True
        self._session.link.ask(self._session.paper.warm(), lambda _ready: None, None, self)

    def _warm_dates(self) -> None:
        """The site's way of writing dates stands in its practice profile."""
        from gui.widgets.style_of import date_style

        date_style(self._session.settings)


def _read(module: str, name: str) -> None:
    getattr(importlib.import_module(module), name)()


def _know_widgets() -> None:
    """The binding makes the classes of all widgets when it first has to tell which one it was given."""
    from PySide6.QtWidgets import QScrollArea

    QScrollArea().viewport()
