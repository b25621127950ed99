"""The workspace of one patient: the banner, and its pages from Plan to History."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gui.handover.handed_bar import HandedBar
from gui.session import Session
from gui.theme.metrics import px
from gui.widgets.buttons import quiet
from gui.widgets.fitted import Fitted
from gui.widgets.naming import spoken
from gui.widgets.strip import Strip
from gui.widgets.turns import Pieces, at_once
from gui.workspace.banner import Banner
from gui.workspace.checking import Checking
from gui.workspace.coming import Coming
from gui.workspace.moving import Moving
from gui.workspace.state import PatientState, banner_facts, state_of
from gui.workspace.tab_row import TabRow
from gui.workspace.withdrawn_bar import WithdrawnBar
from records.values.core import Workspace as Space

if TYPE_CHECKING:
    from gui.shell.shell import Shell

PAGES = ("plan", "dose", "checklist", "visit", "response", "trends", "calendar", "chair", "history")

LEAST_EM = 26  # lines of body text that tabs and page take in height


class Page(Protocol):
    """What every page of the workspace offers."""

    def load(self, state: PatientState) -> None:
        """Show the patient as now read; must not disturb what is being typed."""

    def flush(self) -> None:
        """Keep what waits to be kept."""


def loading(page: QWidget, state: PatientState) -> Pieces:
    """What a page does to show a patient, in the pieces it offers, else in one."""
    offered = getattr(page, "loading", None)
    if offered is not None:
        yield from offered(state)
    else:
        cast(Page, page).load(state)
        yield


class Workspace(QWidget):
    """Reads the patient on the store's thread; pages are made when first shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workspace")
        self.setProperty("role", "page")
        self._session = session
        self._patient: UUID | None = None
        self._state: PatientState | None = None
        self._wanted = "dose"
        self._reading = 0
        self.said = ""  # of what was done, to be said once the patient was read again
        self.banner = Banner()
        self.tabs = QTabBar()
        self.tabs.setObjectName("workspace_tabs")
        self.tabs.setAccessibleName(self.tr("Pages of the patient"))
        self.message = Strip("workspace_message")
        self.edit_button = quiet(self.tr("Patient d&etails"), "edit_patient", icon="pencil")
        self.export_button = quiet(self.tr("E&xport"), "export_patient")
        self.give_button = quiet(self.tr("Hand over…"), "handover_open")
        self.handed = HandedBar()
        self.stack = QStackedWidget()
        self.pages: dict[str, QWidget] = {}
        self.check = Checking(self, session)
        self.mover = Moving(self, session)
        self.coming = Coming(self, session, self._making)
        self.withdrawn = WithdrawnBar(session)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """The window's words for this page."""
        return self._state.entry.name if self._state else self.tr("Patient")

    def open(self, patient_id: UUID, page: str = "") -> None:
        """Open a patient on a page; what was being typed for another one is kept first."""
        self.flush()
        self.check.end()
        self.mover.end()
        self.mover.wanted = page == "move"
        if patient_id != self._patient:
            self.coming.give_up()
            self._patient, self._state = patient_id, None
            for name in list(self.pages):
                old = self.pages.pop(name)
                self.stack.removeWidget(old)
                old.deleteLater()
        start_over = getattr(self.pages.get("dose"), "start_over", None)
        if start_over is not None:
            start_over()
        self._wanted = page if page in PAGES else self._wanted
        self._read()

    def again(self) -> "Callable[[Shell], object] | None":
        """What opens this patient on this page once more."""
        patient, page = self._patient, self._wanted
        return None if patient is None else lambda window: window.open_patient(patient, page)

    def reload(self) -> None:
        """Read the patient again."""
        if self._patient is not None:
            self._read()

    def flush(self) -> None:
        """Keep what waits on any page; called before closing."""
        for page in self.pages.values():
            cast(Page, page).flush()

    def in_front(self) -> str:
        """The name of the page that stands or will stand in front."""
        return self._wanted

    def page(self, name: str) -> QWidget:
        """A page by name, made when first asked for."""
        self.coming.need(name)
        if name not in self.pages:
            at_once(self._making(name))
        return self.pages[name]

    def _making(self, name: str) -> Pieces:
        """A page by name, not seen and not known before it is whole: its parts are styled and laid out beforehand."""
        page, state = self._make(name), self._state
        page.resize(self.stack.size())
        layout = page.layout()
        if layout is not None:
            layout.activate()
        try:
            yield
            if state is not None:
                yield from loading(page, state)
            page.ensurePolished()
            yield
            if layout is not None:
                layout.activate()
            yield
        except BaseException:  # given up, or it cannot be shown
            page.deleteLater()
            raise
        if state is not None and self._state is not None and state is not self._state:  # read again meanwhile
            cast(Page, page).load(self._state)
        self.pages[name] = page
        self.stack.addWidget(page)

    def bring(self, name: str) -> None:
        """Bring a page to the front for somebody at the screen: one still to be made comes in turns."""
        if name in self.pages or self.check.page is not None or self.mover.page is not None:
            self.show_page(name)
            return
        self._wanted = name
        self._mark_tab(name)
        self.coming.bring(name)

    def show_page(self, name: str) -> QWidget:
        """Bring a page to the front."""
        if self.check.page is not None:  # nothing that shows the first values comes to the front meanwhile
            return self.check.page
        if self.mover.page is not None:
            return self.mover.page
        widget = self.page(name)
        self._wanted = name
        self._mark_tab(name)
        for other in self.pages.values():  # only the page in front asks for room
            policy = QSizePolicy.Policy.Preferred if other is widget else QSizePolicy.Policy.Ignored
            other.setSizePolicy(policy, policy)
        self.stack.setCurrentWidget(widget)
        return widget

    def _mark_tab(self, name: str) -> None:
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(PAGES.index(name))
        self.tabs.updateGeometry()  # the bold tab in front is wider than the one before it
        self.tabs.blockSignals(False)

    # --- making it

    def _make(self, name: str) -> QWidget:
        if name == "dose":
            return self._make_dose()
        if name == "plan":
            from gui.plan.plan_page import PlanPage

            plan = PlanPage(self._session, self.stack)
            plan.changed.connect(self.reload)
            plan.dose_wanted.connect(self._on_dose_wanted)
            plan.move_wanted.connect(self.mover.begin)
            return plan
        if name == "checklist":
            from gui.checklist.checklist_page import ChecklistPage

            checklist = ChecklistPage(self._session, self.stack)
            checklist.changed.connect(self.reload)
            return checklist
        if name == "visit":
            from gui.visit.visit_page import VisitPage

            visit = VisitPage(self._session, self.stack)
            visit.changed.connect(self.reload)
            visit.dose_wanted.connect(self._on_dose_wanted)
            visit.plan_wanted.connect(self._on_plan_wanted)
            return visit
        if name == "response":
            from gui.response.response_page import ResponsePage

            response = ResponsePage(self._session, self.stack)
            response.changed.connect(self.reload)
            return response
        if name == "trends":
            from gui.trends.trends_page import TrendsPage

            trends = TrendsPage(self._session, self.stack)
            trends.event_wanted.connect(self._on_event_wanted)
            return trends
        if name == "calendar":
            from gui.calendar_page.calendar_page import CalendarPage

            calendar = CalendarPage(self._session, self.stack)
            calendar.changed.connect(self.reload)
            return calendar
        if name == "chair":
            from gui.chair.chair_page import ChairPage

            chair = ChairPage(self._session, self.stack)
            chair.changed.connect(self.reload)
            chair.dose_wanted.connect(self._on_dose_wanted)
            chair.event_wanted.connect(self._on_term_wanted)
            return chair
        from gui.history.history_page import HistoryPage

        return HistoryPage(self._session, self.stack)

    def _make_dose(self) -> QWidget:
        from gui.dose.dose_page import DosePage

        if self._state is not None and self._state.course is None:
            from gui.course.begin_page import BeginPage

            begin = BeginPage(self._session, self.stack)
            begin.begun.connect(self._on_begun)
            return begin
        dose = DosePage(self._session, self.stack)
        dose.changed.connect(self.reload)
        dose.staff_sheet_wanted.connect(self._on_staff_sheet)
        dose.check_wanted.connect(self.check.begin)
        return dose

    def _lay_out(self) -> None:
        for words in (
            self.tr("&Plan"), self.tr("&Dose"), self.tr("&Checklist"), self.tr("&Visit"), self.tr("Response"),
            self.tr("&Trends"), self.tr("C&alendar"), self.tr("Chair"), self.tr("H&istory"),
        ):  # fmt: skip
            self.tabs.addTab(words)
        self.tabs.setCurrentIndex(PAGES.index(self._wanted))
        row = TabRow(self.tabs, (self.give_button, self.export_button, self.edit_button))
        notice = QHBoxLayout()
        notice.setContentsMargins(px(24), 0, px(24), 0)
        notice.addWidget(self.message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.withdrawn)
        column.addWidget(self.handed)
        room = Fitted(LEAST_EM)  # in a low window the pages scroll with their tabs; the banner stays in sight
        room.page.setSpacing(0)
        room.page.addWidget(row)
        room.page.addLayout(notice)
        room.page.addWidget(self.stack, 1)
        column.addWidget(room, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.edit_button.clicked.connect(self._on_edit)
        self.export_button.clicked.connect(self._on_export)
        self.give_button.clicked.connect(self._on_give)
        self.handed.give_wanted.connect(self._on_give)
        self.withdrawn.move_wanted.connect(self.mover.begin)
        self._session.patient_changed.connect(self._on_patient_changed)
        self._session.all_changed.connect(self.reload)
        self._session.settings_changed.connect(self.reload)
        for number, name in enumerate(PAGES, start=1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda page=name: self.bring(page))

    # --- reading

    def _read(self) -> None:
        assert self._patient is not None
        self._reading += 1
        turn = self._reading
        future = self._session.actions.workspace(self._patient)
        self._session.link.ask(future, lambda space: self._on_space(turn, space), self.refuse, self)

    def _on_space(self, turn: int, space: Space) -> None:
        if turn != self._reading:
            return
        settings, site = self._session.settings, self._session.actions.site_facts()
        self._session.link.run(
            lambda: state_of(space, settings, site.result()),
            lambda state: self._on_state(turn, state),
            self.refuse,
            self,
        )

    def _on_state(self, turn: int, state: PatientState) -> None:
        if turn != self._reading:
            return
        before = self._state
        self._state = state
        self.message.clear()
        if self.said:
            self.message.say("ok", self.said)
            self.said = ""
        self.banner.show_facts(banner_facts(state, self._session.today), blind=self.check.goes_on(state))
        self.withdrawn.show_course(state.course)
        self.handed.show_course(state.space, state.course)
        self.give_button.setVisible(state.course is not None)
        if self.check.page is not None or self.mover.goes_on(state):
            return
        if before is not None and (before.course is None) != (state.course is None):
            self._forget("dose")
        for page in self.pages.values():
            cast(Page, page).load(state)
        self.bring(self._wanted)

    def _forget(self, name: str) -> None:
        self.coming.give_up()
        old = self.pages.pop(name, None)
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()

    def refuse(self, words: str, _error: Exception) -> None:
        """Say why the patient, or a page, cannot be shown."""
        self.message.say("stop", words, self.tr("This patient cannot be shown"))
        self.message.add_action(self.tr("&Read again"), self.reload, "again", main=True)

    # --- what a person does

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        if self._state is not None and 0 <= index < len(PAGES):
            self.bring(PAGES[index])

    @Slot()
    def _on_edit(self) -> None:
        window = self.window()
        if self._patient is not None and hasattr(window, "edit_patient"):
            self.flush()
            window.edit_patient(self._patient)

    @Slot()
    def _on_export(self) -> None:
        window = self.window()
        if self._state is not None and hasattr(window, "export"):
            self.flush()
            window.export(self._state.space.patient.id, self._state.entry.name)

    @Slot()
    def _on_give(self) -> None:
        window = self.window()
        page = window.show_page("handover_give") if hasattr(window, "show_page") else None
        if page is not None and self._state is not None:
            self.flush()
            page.begin(self._state.space.patient.id)

    @Slot(object)
    def _on_patient_changed(self, patient_id: UUID) -> None:
        if patient_id == self._patient:
            self.reload()

    @Slot(object)
    def _on_begun(self, _course: object) -> None:
        self._wanted = "dose"
        self.reload()

    @Slot(int)
    def _on_dose_wanted(self, cycle: int) -> None:
        page = self.show_page("dose")
        if self._state is not None and hasattr(page, "cycle"):
            page.load(self._state, cycle)  # type: ignore[attr-defined]

    @Slot(int)
    def _on_plan_wanted(self, cycle: int) -> None:
        """The delay the visit proposes, filled in on the Plan page: the difference is looked at before it is stored."""
        days, reason = self.pages["visit"].delay_proposed()  # type: ignore[attr-defined]
        page = self.show_page("plan")
        page.propose_delay(cycle, days, reason)  # type: ignore[attr-defined]

    @Slot(object)
    def _on_event_wanted(self, event_id: UUID) -> None:
        """An adverse event chosen on the Trends page, shown on the visit of today."""
        from gui.trends.on_visit import show_event
        from gui.visit.visit_page import VisitPage

        page = self.show_page("visit")
        if isinstance(page, VisitPage):
            show_event(page, event_id)

    @Slot(str)
    def _on_term_wanted(self, term: str) -> None:
        """What happened at the chair, as a row of the adverse events of today's visit."""
        from gui.trends.on_visit import begin_event
        from gui.visit.visit_page import VisitPage

        page = self.show_page("visit")
        if isinstance(page, VisitPage):
            begin_event(page, term)

    @Slot(int)
    def _on_staff_sheet(self, cycle: int) -> None:
        page = self.show_page("calendar")
        page.show_staff_sheet(cycle)  # type: ignore[attr-defined]


def tab_names() -> tuple[str, ...]:
    """The pages in the order of the tabs."""
    return tuple(spoken(name) for name in PAGES)
