"""The frame every page stands in: rail, mark, messages, covers and bars, and the pages, each made when first shown.

Pages and the parts of the window know this frame; it knows none of them, they are made by what it is given.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.patients.patient_list import PatientList
from gui.shell.mark import Mark
from gui.shell.rail import PAGES, Rail
from gui.theme import metrics
from gui.theme.metrics import px

if TYPE_CHECKING:
    from gui.session import Session
    from gui.widgets.strip import Strip
    from records.lookup import Lookup
    from records.values.core import PatientLine

LEAST_WIDE_PX = 1120


class Shell(QWidget):
    """session: None until the records are open; pages that are asked for before are shown then."""

    demo_asked = Signal()

    def __init__(self, lookup: "Lookup | None", first: "Sequence[PatientLine]" = (), *, demo: bool = False) -> None:
        super().__init__()
        self._demo = demo
        self.session: Session | None = None
        self._make_page: Callable[[str], QWidget] | None = None
        self._pages: dict[str, QWidget] = {}
        self._wanted = ""
        self._patient_open: UUID | None = None
        self._strip: Strip | None = None
        self.setObjectName("main_window")
        self.setWindowTitle(self.tr("CAPOX Planner - demo clinic") if demo else "CAPOX Planner")
        self.rail = Rail()
        self.mark = Mark(self._mark_words())
        self.stack = QStackedWidget()
        self.patients = PatientList(lookup, first)
        self._build()

    def is_shut(self) -> bool:
        """Whether a screen stands before all pages; only a window with a door has one."""
        return False

    def may_show(self, page: str) -> bool:
        """Whether the one at the screen may see a page; who that is, only a window with a door knows."""
        return bool(page)

    def show_page(self, page: str) -> QWidget | None:
        """Bring a page to the front, made now if it never was; before the store is open it is remembered."""
        if self.is_shut() or not self.may_show(page):
            return None
        if page != "patients" and self.session is None:
            self._wanted = page
            self.rail.show_page(page)
            return None
        self._wanted = ""
        widget = self.page(page)
        for other in (self.patients, *self._pages.values()):  # only the page in front asks for room
            policy = QSizePolicy.Policy.Preferred if other is widget else QSizePolicy.Policy.Ignored
            other.setSizePolicy(policy, policy)
        self.stack.setCurrentWidget(widget)
        if page in dict(PAGES):
            self.rail.show_page(page)
        return widget

    def add_cover(self, cover: QWidget) -> None:
        """A screen in the place of all pages."""
        cover.setVisible(False)
        self._right.addWidget(cover, 1)

    def add_above(self, bar: QWidget) -> None:
        """A bar above everything at the right."""
        self._right.insertWidget(0, bar)

    def take_away(self, widget: QWidget) -> None:
        """Remove what `add_cover` or `add_above` put in."""
        self._right.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def set_covered(self, covered: bool, cover: QWidget) -> None:
        """Hide the pages behind the cover, or show them again as they were."""
        self.rail.setVisible(not covered)
        self.stack.setVisible(not covered)
        if self._strip is not None:
            self._strip.setVisible(not covered and bool(self._strip.text()))
        cover.setVisible(covered)

    def page(self, name: str) -> QWidget:
        """A page by name, made when first asked for."""
        if name == "patients":
            return self.patients
        found = self._pages.get(name)
        if found is None:
            assert self._make_page is not None, "no page is asked for before the records are open"
            found = self._pages[name] = self._make_page(name)
            self.stack.addWidget(found)
        return found

    def open_patient(self, patient_id: UUID, page: str = "") -> None:
        """Open one patient's workspace on a page."""
        workspace = self.show_page("workspace")
        if workspace is not None:
            self._patient_open = patient_id
            opener: Callable[[UUID, str], None] = workspace.open  # type: ignore[attr-defined]
            opener(patient_id, page)
            self.rail.show_page("patients")

    def patient_open(self) -> UUID | None:
        """The patient whose workspace was opened last, None while none was."""
        return self._patient_open

    def show_person(self, person: object) -> None:
        """What one person did here."""
        page = self.show_page("person_history")
        if page is not None:
            page.load(person)  # type: ignore[attr-defined]

    def new_patient(self, words: str = "") -> None:
        """Open the form for a new patient; what was searched for becomes the name or the number."""
        form = self.show_page("patient_form")
        if form is not None:
            form.begin_new(words)  # type: ignore[attr-defined]
            self.rail.show_page("patients")

    def edit_patient(self, patient_id: UUID) -> None:
        """Open the form on a stored patient."""
        form = self.show_page("patient_form")
        if form is not None:
            form.edit(patient_id)  # type: ignore[attr-defined]
            self.rail.show_page("patients")

    def show_clinic(self, day: object) -> None:
        """Open the Clinic page on a day."""
        page = self.show_page("clinic")
        if page is not None:
            page.show_day(day)  # type: ignore[attr-defined]
            self.rail.show_page("today")
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def export(self, patient_id: UUID | None = None, name: str = "") -> None:
        """Open the Export page for one patient, or for everybody in the records."""
        page = self.show_page("export")
        if page is not None:
            page.begin(patient_id, name)  # type: ignore[attr-defined]

    def import_file(self) -> None:
        """Open the Import page."""
        if self.show_page("import") is not None:
            self.rail.show_page("settings")

    def search_patients(self) -> None:
        """From anywhere: the list, the cursor in its search."""
        if self.show_page("patients") is not None:
            self.patients.start_search()

    def say(self, tone: str, words: str, title: str = "") -> "Strip":
        """One message above whatever page is shown; the person closes it."""
        if self._strip is None:
            from gui.widgets.strip import Strip

            self._strip = Strip("window_message", closable=True)
            holder = QHBoxLayout()
            holder.setContentsMargins(px(24), px(12), px(24), 0)
            holder.addWidget(self._strip)
            self._right.insertLayout(1, holder)
        self._strip.say(tone, words, title)  # type: ignore[arg-type]
        return self._strip

    def clear_message(self) -> None:
        """Take the message away."""
        if self._strip is not None:
            self._strip.clear()

    def current_page(self) -> QWidget:
        """The page in front."""
        return self.stack.currentWidget() or self.patients

    def current_name(self) -> str:
        """The name of the page in front."""
        shown = self.stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), "patients")

    @property
    def is_demo(self) -> bool:
        """Whether this is the demo clinic."""
        return self._demo

    def rebuild(self) -> None:
        """Make every page anew at the sizes in force; what was typed is kept by the pages' own drafts."""
        self.flush()
        for name in list(self._pages):
            page = self._pages.pop(name)
            self.stack.removeWidget(page)
            page.deleteLater()
        self.patients.refresh_look()
        self.mark.set_words(self._mark_words())
        self._fit_rail()

    def flush(self) -> None:
        """Have every page keep what it was about to keep."""
        for page in self._pages.values():
            flush = getattr(page, "flush", None)
            if flush is not None:
                flush()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab follows what is seen: fields, alerts and plans come and go, and Qt goes by the order of their making."""
        from gui.widgets.reading_order import move_focus

        return move_focus(self, self.focusWidget(), forward=forward) or super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps the icons of the rail only."""
        super().resizeEvent(event)
        self._fit_rail()

    def _build(self) -> None:
        self._right = QVBoxLayout()
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self.mark)
        self._right.addWidget(self.stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(self._right, 1)
        self.stack.addWidget(self.patients)
        self.rail.show_page("patients")
        self.patients.search.setFocus()

    def _mark_words(self) -> str:
        if self._demo:
            return self.tr("Demo clinic · synthetic patients · not for clinical use")
        return self.tr("Not for clinical use yet")

    def _fit_rail(self) -> None:
        self.rail.set_narrow(self.width() < LEAST_WIDE_PX * metrics.scale())
