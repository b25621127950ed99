"""The Outcomes page of the rail: three views, each made when first shown; a process of its own reckons."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gui.session import Session
from gui.widgets.choice import Segmented
from gui.widgets.page import Page


class OutcomesPage(Page):
    """patient_open  who was opened last, for the comparison at their size."""

    def __init__(self, session: Session, patient_open: Callable[[], UUID | None]) -> None:
        super().__init__("outcomes_page", "")
        self._session = session
        self._patient_open = patient_open
        self.set_title(self.tr("Outcomes"))
        self.view = Segmented(
            (
                ("burden", self.tr("Burden of regimens")),
                ("cohort", self.tr("Cohort")),
                ("events", self.tr("All adverse events")),
            ),
            name="outcomes_view",
        )
        self.head.addWidget(self.view)
        self.views: dict[str, QWidget] = {}
        self.view.chosen.connect(self._on_view)
        self.setFocusProxy(self.view)
        self.view.choose("burden")

    def show_view(self, name: str) -> QWidget:
        """ "burden", "cohort" or "events", as if a person had chosen it."""
        self.view.choose(name)
        return self.views[name]

    @Slot(str)
    def _on_view(self, name: str) -> None:
        if name not in self.views:
            self.views[name] = self._make(name)
            self.column.addWidget(self.views[name])
        widget = self.views[name]
        for other in self.views.values():  # only the view in front asks for room
            other.setVisible(other is widget)
        self.scroller.verticalScrollBar().setValue(0)

    def _make(self, name: str) -> QWidget:
        if name == "cohort":
            from gui.outcomes.cohort_view import CohortView

            return CohortView(self._session)
        if name == "events":
            from gui.outcomes.events_view import EventsView

            return EventsView(self._session)
        from gui.outcomes.burden_view import BurdenView

        return BurdenView(self._session, self._patient_open)
