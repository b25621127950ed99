"""The main window: the frame joined to the records, to who is at the screen, and to the pages."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut

from gui.shell.rail import PAGES
from gui.shell.shell import Shell

if TYPE_CHECKING:
    from gui.session import Session
    from records.lookup import Lookup
    from records.values.core import PatientLine


class MainWindow(Shell):
    """`first_painted` once, when the first screen stands; `leaving` when it is about to close."""

    first_painted = Signal()
    leaving = Signal()

    def __init__(
        self,
        lookup: "Lookup | None",
        first: "Sequence[PatientLine]" = (),
        keep: QSettings | None = None,
        *,
        demo: bool = False,
    ) -> None:
        super().__init__(lookup, first, demo=demo)
        self._keep = keep
        self._told = False
        self._entered = False
        self._connect()
        self._restore()

    def attach(self, session: "Session") -> None:
        """The store is open: from now on every page can be made."""
        from gui.shell.pages import make_page
        from gui.shell.status import Status
        from gui.sign_in.door import Door

        self.session = session
        self._make_page = lambda name: make_page(name, session, self)
        self.installEventFilter(self)  # not before the first paint: it would be asked at every event
        self._follow_system()
        self.door = Door(self, session)
        self.status = Status(self, session, self.door)
        self.door.opened.connect(self._on_opened)
        session.reading_only_changed.connect(self._on_reading_only)
        self._on_reading_only()
        session.signed_changed.connect(self._fit_rights)
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
        self.patients.reload()
        if not self._entered:
            self._entered = True
            self._enter()
        self._fit_rights()

    def is_shut(self) -> bool:
        """Whether somebody has to sign in or unlock first."""
        return self.session is not None and self.door.shut()

    def may_show(self, page: str) -> bool:
        """Pages of patients are for those who treat them."""
        from gui.shell.rights import may_show

        return self.session is None or may_show(self.session, page)

    @Slot()
    def _fit_rights(self) -> None:
        """Rail and page for whoever is signed in now."""
        if self.session is None or self.session.signed is None:
            return
        for page, button in self.rail.buttons.items():
            button.setVisible(self.may_show(page))
        self.rail.search_button.setVisible(self.may_show("patients"))
        if not self.may_show(self.current_name()):
            self.show_page("people")

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
        """Theme or text scale may have changed; sizes are fixed when a page is made, so pages are made anew.

        A slot, so that what follows the system ends with the window.
        """
        from gui.shell.relook import relook

        relook(self)

    def _follow_system(self) -> None:
        """Look anew when the system turns dark, light or to high contrast."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_settings)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_settings)

    def rebuild(self) -> None:
        """The frame's pages, and what stands before and above them."""
        super().rebuild()
        self.door.renew()
        self._on_signed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What a page asks for is asked of the window, but never more than the screen has."""
        if watched is self and event.type() == QEvent.Type.LayoutRequest:
            layout, screen = self.layout(), self.screen()
            if layout is not None and screen is not None:
                self.setMinimumSize(layout.totalMinimumSize().boundedTo(screen.availableSize()))
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep place and size; pages keep what was typed."""
        if self._keep is not None:
            self._keep.setValue("geometry", self.saveGeometry())
        self.flush()
        self.leaving.emit()
        super().closeEvent(event)

    def show_manual(self) -> None:
        """The chapter of the manual that tells of the page in front."""
        from gui.manual.help_key import show_manual

        show_manual(self)
