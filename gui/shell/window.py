"""The main window: rail, mark of the demo, messages, and the pages, each made when it is first shown."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QColor, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.patients.patient_list import PatientList
from gui.shell.rail import PAGES, Rail
from gui.theme import metrics
from gui.theme.look import body_font, fill, tokens
from gui.theme.metrics import px

if TYPE_CHECKING:
    from gui.session import Session
    from gui.widgets.strip import Strip
    from records.lookup import Lookup
    from records.values.core import PatientLine

LEAST_WIDE_PX = 1120


class Mark(QWidget):
    """The line that says for what this window may not be used; always in sight, painted."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setObjectName("not_for_clinical_use")
        self.setAccessibleName(words)
        self.setFixedHeight(px(26))

    def words(self) -> str:
        """What it says."""
        return self._words

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self.setAccessibleName(words)
        self.setFixedHeight(px(26))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pale ground and words in the middle."""
        colours = tokens().warn
        painter = QPainter(self)
        fill(painter, self.rect(), colours.ground)
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), colours.bar)
        painter.setPen(QColor(colours.text))
        painter.setFont(body_font(12, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()


class MainWindow(QWidget):
    """`first_painted` once, when the first screen stands; `leaving` when it is about to close."""

    first_painted = Signal()
    leaving = Signal()
    demo_asked = Signal()

    def __init__(
        self,
        lookup: "Lookup | None",
        first: "Sequence[PatientLine]" = (),
        keep: QSettings | None = None,
        *,
        demo: bool = False,
    ) -> None:
        super().__init__()
        self._keep = keep
        self._demo = demo
        self.session: Session | None = None
        self._pages: dict[str, QWidget] = {}
        self._wanted = ""
        self._patient_open: UUID | None = None
        self._told = False
        self._entered = False
        self._strip: Strip | None = None
        self.setObjectName("main_window")
        self.setWindowTitle(self.tr("CAPOX Planner - demo clinic") if demo else "CAPOX Planner")
        self.rail = Rail()
        self.mark = Mark(self._mark_words())
        self.stack = QStackedWidget()
        self.patients = PatientList(lookup, first)
        self._build()
        self._connect()
        self._restore()

    def attach(self, session: "Session") -> None:
        """The store is open: from now on every page can be made."""
        from gui.shell.status import Status

        self.session = session
        self.status = Status(self.rail, session, self)
        self.installEventFilter(self)  # not before the first paint: it would be asked at every event
        from gui.shell.relook import follow_system
        from gui.shell.rights import fit_rights
        from gui.sign_in.door import Door

        follow_system(self)
        self.door = Door(self, session)
        self.door.opened.connect(self._on_opened)
        session.reading_only_changed.connect(self._on_reading_only)
        self._on_reading_only()
        session.signed_changed.connect(lambda: fit_rights(self))
        session.signed_changed.connect(self._on_signed)
        session.open_patient.connect(self.open_patient)
        session.person_history.connect(self.show_person)
        session.patient_changed.connect(self._on_patient_changed)
        session.all_changed.connect(self.patients.reload)
        session.settings_changed.connect(self._on_settings)
        session.link.unheard.connect(lambda words: self.say("warn", words))
        self.patients.set_lookup(session.lookup)
        self.patients.set_empty_words(self.tr("There is nobody here yet. Begin with New patient."))
        if session.accounts and session.signed is None:
            self.door.ask()
        else:
            self._enter()

    def _enter(self) -> None:
        """The first page of whoever is at the screen."""
        session = self.session
        assert session is not None
        self._on_signed()
        self._entered = True
        if not session.settings.set_up or not session.has_person:
            self.show_page("setup")
        elif self._wanted:
            self.show_page(self._wanted)
        if session.settings.set_up and session.may("measure"):
            self.page("today")  # in the background, for the count in the rail

    @Slot()
    def _on_reading_only(self) -> None:
        """One bar says why, and nothing that would store can be pressed or typed into."""
        if self.session is not None and self.session.reading_only:
            from gui.shell.reading_only import ReadingOnly

            ReadingOnly(self, self.session.reading_only)

    @Slot()
    def _on_opened(self) -> None:
        """Somebody signed in: the first of this run enters, anybody later finds the page as it was left."""
        from gui.shell.rights import fit_rights

        self.patients.reload()
        if not self._entered:
            self._entered = True
            self._enter()
        fit_rights(self)

    def show_page(self, page: str) -> QWidget | None:
        """Bring a page to the front, made now if it never was; before the store is open it is remembered."""
        if self.session is not None and (self.door.shut() or not self._may_show(page)):
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

    def _may_show(self, page: str) -> bool:
        """Pages of patients are for those who treat them."""
        from gui.shell.rights import may_show

        return self.session is None or may_show(self.session, page)

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
            assert self.session is not None
            from gui.shell.pages import make_page

            found = self._pages[name] = make_page(name, self.session, self)
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

    def show_manual(self) -> None:
        """The chapter of the manual that tells of the page in front."""
        from gui.manual.help_key import show_manual

        show_manual(self)

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

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_page)
        self.rail.search_asked.connect(self.search_patients)
        self.patients.opened.connect(lambda patient_id: self.open_patient(patient_id))
        self.patients.new_patient.connect(self.new_patient)
        self.patients.view.painted.connect(self._tell_painted)
        for keys in ("Ctrl+F", "Ctrl+K"):
            QShortcut(QKeySequence(keys), self, self.search_patients)
        QShortcut(QKeySequence("F1"), self, self.show_manual)
        for number, (page, _icon) in enumerate(PAGES, start=1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda page=page: self._go(page))

    def _go(self, page: str) -> None:
        widget = self.show_page(page)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_signed(self) -> None:
        from gui.shell.use_words import show_use

        show_use(self)

    @property
    def is_demo(self) -> bool:
        """Whether this is the demo clinic."""
        return self._demo

    def _mark_words(self) -> str:
        if self._demo:
            return self.tr("Demo clinic · synthetic patients · not for clinical use")
        return self.tr("Not for clinical use yet")

    def _restore(self) -> None:
        self.resize(1360, 860)
        if self._keep is not None:
            geometry = self._keep.value("geometry")
            if geometry is not None:
                self.restoreGeometry(geometry)

    @Slot()
    def _tell_painted(self) -> None:
        if not self._told:
            self._told = True
            self.first_painted.emit()

    @Slot(object)
    def _on_patient_changed(self, _patient_id: object) -> None:
        self.patients.reload()

    @Slot()
    def _on_settings(self) -> None:
        """Theme or text scale may have changed; sizes are fixed when a page is made, so pages are made anew."""
        from gui.shell.relook import relook

        relook(self)

    @Slot()
    def follow_system(self) -> None:
        """The system turned dark or to high contrast; a slot, so that it ends with the window."""
        self._on_settings()

    def rebuild(self) -> None:
        """Make every page anew at the sizes in force; what was typed is kept by the pages' own drafts."""
        self.flush()
        for name in list(self._pages):
            page = self._pages.pop(name)
            self.stack.removeWidget(page)
            page.deleteLater()
        self.patients.refresh_look()
        self.door.renew()
        self.mark.set_words(self._mark_words())
        self._on_signed()
        self._fit_rail()

    def _fit_rail(self) -> None:
        self.rail.set_narrow(self.width() < LEAST_WIDE_PX * metrics.scale())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What a page asks for is asked of the window, but never more than the screen has."""
        if watched is self and event.type() == QEvent.Type.LayoutRequest:
            layout, screen = self.layout(), self.screen()
            if layout is not None and screen is not None:
                self.setMinimumSize(layout.totalMinimumSize().boundedTo(screen.availableSize()))
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab follows what is seen: fields, alerts and plans come and go, and Qt goes by the order of their making."""
        from gui.widgets.reading_order import move_focus

        return move_focus(self, self.focusWidget(), forward=forward) or super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps the icons of the rail only."""
        super().resizeEvent(event)
        self._fit_rail()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep place and size; pages keep what was typed."""
        if self._keep is not None:
            self._keep.setValue("geometry", self.saveGeometry())
        self.flush()
        self.leaving.emit()
        super().closeEvent(event)

    def flush(self) -> None:
        """Have every page keep what it was about to keep."""
        for page in self._pages.values():
            flush = getattr(page, "flush", None)
            if flush is not None:
                flush()
