"""A small demo clinic in one window, kept for a whole file of tests, and every screen of the program by name."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.course.begin_page import BeginPage
from gui.dose.dose_page import DosePage
from gui.exchange.import_page import ImportPage
from gui.handover.give_page import GivePage
from gui.link import Link
from gui.outcomes.outcomes_page import OutcomesPage
from gui.regimens.regimens import Regimens
from gui.session import Session
from gui.setup.recovery_damaged import DamagedPage
from gui.setup.recovery_protect import ProtectPage
from gui.setup.recovery_unlock import UnlockPage
from gui.shell.away_bar import AwayBar
from gui.shell.reading_only import ReadingBar
from gui.shell.window import MainWindow
from gui.sign_in.emergency_bar import EmergencyBar
from gui.sign_in.sign_in_page import SignInPage
from gui.theme.look import Choice, apply_look
from gui.trends.trends_page import TrendsPage
from gui.workspace.workspace import PAGES, Workspace
from records.actions import Actions
from records.demo.clinic import CLINIC, add_patient, open_clinic
from records.encryption.recovery_key import new_recovery_key
from records.lookup import Lookup
from records.values.accounts import Emergency
from tests.empty_store import empty_store
from tests.gui.shell_parts import settled

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
#: Of the demo clinic: three cycles, toxicities, scans and a drug on hold; an order that is signed and not given; and
#: a patient before the first course.
RICH, SIGNED, NEW = "Ruth Abramowitz", "Anna Lindqvist", "Zhang Wei"
#: One line that can be taken over, one that cannot.
LIST = "Name,MRN,Born,Sex,Weight kg,Measured on\nLi Na,0099-1,1961-04-30,female,58.4,2026-02-27\nX,,1961-13-30,,abc,\n"
Show = Callable[[], object]


class Reached:
    """The window on its clinic. `crashes`: mistakes of the program meanwhile; `others`: windows that took the focus."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        apply_look(app, "light", 100)
        self._actions = Actions.open(empty_store(folder / "clinic.db"))
        self._actions.opened.result(60)
        clinic = open_clinic(self._actions, TODAY)
        patients = tomllib.loads(CLINIC.read_text(encoding="utf-8"), parse_float=Decimal)["patient"]
        for patient in patients:
            if patient["name"] in (RICH, SIGNED, NEW):
                add_patient(clinic, patient)
        lookup = Lookup(folder / "clinic.db")
        self.crashes: list[object] = []
        self.session = Session(
            self._actions,
            lookup,
            Link(),
            settings=self._actions.settings().result(30),
            person=clinic.pharmacist,
            people=self._actions.people().result(30),
            today=lambda: TODAY,
        )
        self.session.link.crashed.connect(self.crashes.append)
        self.window = MainWindow(lookup, (), None, demo=True)
        self.window.show()
        self.window.attach(self.session)
        self._covers: dict[str, QWidget] = {}
        self._list = folder / "list.csv"
        self._list.write_text(LIST, encoding="utf-8")
        self._bars: list[QWidget] = []
        self.others: list[str] = []
        app.focusWindowChanged.connect(self._on_focus)

    def close(self) -> None:
        """As the program closes."""
        self._app.focusWindowChanged.disconnect(self._on_focus)
        self.window.close()
        self.session.close()
        self._actions.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _on_focus(self, focused: QWindow | None) -> None:
        """Something shown without a parent, however shortly, takes the focus away."""
        if focused is not None and focused is not self.window.windowHandle():
            self.others.append(focused.objectName())

    def look(self, qtbot: QtBot, theme: Choice, scale: int, size: tuple[int, int]) -> None:
        """Another look, and pages made anew for it."""
        self._drop_covers()
        self.session.set_settings(replace(self.session.settings, theme=theme, text_scale=scale))
        self.window.resize(*size)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        settled(self.session, qtbot)

    def screens(self, qtbot: QtBot) -> Iterator[str]:
        """Brings one screen after the other to the front, at rest, and says its name."""
        for name, show in self._shows().items():
            show()
            settled(self.session, qtbot)
            for _turn in range(3):  # what an answer made is laid out
                self._app.processEvents()
            settled(self.session, qtbot)
            page = self.window.current_page()
            if isinstance(page, ImportPage):
                qtbot.waitUntil(page.settled, timeout=30_000)
            yield name
            if isinstance(page, Workspace):
                page.check.end()
        self._drop_covers()

    def _shows(self) -> dict[str, Show]:
        window = self.window
        rail = ("today", "patients", "clinic", "regimens", "outcomes", "settings", "setup", "patient_form", "import",
                "account", "people")  # fmt: skip
        found: dict[str, Show] = {name: self._page(name) for name in rail}
        found["own regimen file"] = self._own_file
        found["all adverse events"] = lambda: self._outcomes("events")
        found["cohort"] = lambda: self._outcomes("cohort")
        found["export"] = window.export
        found["what a person did"] = lambda: window.show_person(self.session.person)
        found |= {page: self._patient(RICH, page) for page in PAGES}
        found |= {f"trends: {view}": self._trends(view) for view in ("events", "doses")}
        found["signed order"] = self._patient(SIGNED, "dose")
        found["second check"] = self._second_check
        found["begin course"] = self._patient(NEW, "dose")
        found["take a course over"] = self._taken_over
        found["hand over"] = self._hand_over
        found["take a file over"] = self._page("handover_take")
        found["import of a list"] = self._import
        found["message"] = self._message
        found["reading only"] = lambda: self._above(ReadingBar("The folder cannot be written."))
        found["server out of reach"] = self._away
        found["emergency"] = self._emergency
        found["manual"] = window.show_manual
        found["sign in"] = lambda: self._cover("sign in", lambda: SignInPage(self.session))
        found["encrypt"] = lambda: self._cover("encrypt", lambda: ProtectPage(new_recovery_key(), holds_records=True))
        found["unlock"] = lambda: self._cover("unlock", lambda: UnlockPage(has_passphrase=True))
        found["damaged"] = lambda: self._cover("damaged", lambda: DamagedPage("The file is cut off."))
        return found

    def _page(self, name: str) -> Show:
        return lambda: self.window.show_page(name)

    def _patient(self, name: str, page: str) -> Show:
        """Reading a patient again loads every page that was made: only the first page reads."""
        found = self.session.lookup.search(name, 1)[0].id

        def show() -> None:
            workspace = self.window.page("workspace")
            assert isinstance(workspace, Workspace)
            if self.window.current_page() is workspace and self.window.patient_open() == found:
                workspace.show_page(page)
            else:
                self.window.open_patient(found, page)

        return show

    def _trends(self, view: str) -> Show:
        def show() -> None:
            workspace = self.window.page("workspace")
            assert isinstance(workspace, Workspace)
            page = workspace.show_page("trends")
            assert isinstance(page, TrendsPage)
            page.show_view(view)

        return show

    def _second_check(self) -> None:
        workspace = self.window.page("workspace")
        assert isinstance(workspace, Workspace)
        page = workspace.show_page("dose")
        assert isinstance(page, DosePage)
        button = page.findChild(QPushButton, "second_check")
        assert isinstance(button, QPushButton)
        button.click()
        assert workspace.check.page is not None

    def _taken_over(self) -> None:
        workspace = self.window.page("workspace")
        assert isinstance(workspace, Workspace)
        page = workspace.stack.currentWidget()
        assert isinstance(page, BeginPage)
        page.taken_over.setChecked(True)

    def _hand_over(self) -> None:
        page = self.window.show_page("handover_give")
        assert isinstance(page, GivePage)
        page.begin(self.session.lookup.search(SIGNED, 1)[0].id)

    def _import(self) -> None:
        page = self.window.show_page("import")
        assert isinstance(page, ImportPage)
        page.open(self._list)

    def _above(self, bar: QWidget) -> None:
        self.window.clear_message()
        self._drop_bars()
        self._bars.append(bar)
        self.window.add_above(bar)

    def _away(self) -> None:
        bar = AwayBar()
        self._above(bar)
        bar.show_away(NOW)

    def _emergency(self) -> None:
        bar = EmergencyBar()
        self._above(bar)
        lasting = Emergency(uuid4(), self.session.person, "no pharmacist can be reached", NOW, NOW, None)
        bar.show_emergency(lasting, can_end=True)

    def _own_file(self) -> None:
        page = self.window.show_page("regimens")
        assert isinstance(page, Regimens)
        page.copy_button.click()

    def _outcomes(self, view: str) -> None:
        page = self.window.show_page("outcomes")
        assert isinstance(page, OutcomesPage)
        page.show_view(view)

    def _message(self) -> None:
        """A bar above the page, with an answer."""
        self.window.show_page("today")
        strip = self.window.say("stop", "The disk is full; nothing was saved.", "Not saved")
        strip.add_action("&Try again", lambda: None)

    def _cover(self, name: str, make: Callable[[], QWidget]) -> None:
        """A screen before the records."""
        self.window.clear_message()
        self._drop_bars()
        for other in self._covers.values():
            other.hide()
        if name not in self._covers:
            self._covers[name] = make()
            self.window.add_cover(self._covers[name])
        page = self._covers[name]
        if isinstance(page, SignInPage):
            page.ask()
        self.window.set_covered(True, page)

    def _drop_covers(self) -> None:
        for cover in self._covers.values():
            self.window.set_covered(False, cover)
            self.window.take_away(cover)
        self._covers.clear()
        self._drop_bars()
        self.window.clear_message()

    def _drop_bars(self) -> None:
        for bar in self._bars:
            self.window.take_away(bar)
        self._bars.clear()
