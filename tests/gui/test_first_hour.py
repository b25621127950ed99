"""The first minutes of a new site, by keyboard alone: set-up, first patient, course, dose, signature, calendar."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from gui.calendar_page.calendar_page import CalendarPage
from gui.checklist.checklist_page import ChecklistPage
from gui.course.begin_page import BeginPage
from gui.dose.dose_page import DosePage
from gui.link import Link
from gui.session import Session
from gui.setup.first_run import FirstRun
from gui.shell.window import MainWindow
from gui.workspace.workspace import PAGES, Workspace
from records.actions import Actions
from records.lookup import Lookup
from records.values.core import SiteSettings
from tests.gui.conftest import TODAY
from tests.gui.course_clinic import texts_of, wait_for_sheet
from tests.gui.shell_parts import open_window, settled

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
MOST_TABS = 60


class Keyboard:
    """A person without a mouse: goes to a field by Tab, types, presses keys."""

    def __init__(self, window: MainWindow, session: Session, qtbot: QtBot) -> None:
        self.window, self.session, self.qtbot = window, session, qtbot

    def at(self) -> QWidget:
        """Where the focus is."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def go(self, name: str) -> None:
        """Tab until the focus is on a widget; it has to come, and to be in sight."""
        self.qtbot.waitUntil(
            lambda: any(w.isVisible() for w in self.window.findChildren(QWidget, name)), timeout=10_000
        )
        for _step in range(MOST_TABS):
            if self.at().objectName() == name:
                assert not self.at().visibleRegion().isEmpty(), f"{name} has the focus and cannot be seen"
                return
            QTest.keyClick(self.at(), Qt.Key.Key_Tab)
        raise AssertionError(f"{name} is not reached by Tab")

    def fill(self, name: str, text: str) -> None:
        """Go to a field, type over what stands there, and leave it."""
        self.go(name)
        QTest.keyClick(self.at(), Qt.Key.Key_A, CONTROL)
        QTest.keyClicks(self.at(), text)
        QTest.keyClick(self.at(), Qt.Key.Key_Tab)

    def choose(self, name: str, text: str) -> None:
        """Go to a list and type the beginning of what is wanted."""
        self.go(name)
        QTest.keyClicks(self.at(), text)

    def press_button(self, key: Qt.Key, reached: Callable[[], bool]) -> None:
        """Alt and the key underlined on a button; the button goes down and up before it acts."""
        QTest.keyClick(self.at(), key, ALT)
        self.qtbot.waitUntil(reached, timeout=10_000)
        settled(self.session, self.qtbot)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, then wait until nothing is asked any more."""
        QTest.keyClick(self.at(), key, modifier)
        settled(self.session, self.qtbot)


@pytest.fixture
def new_site(actions: Actions, tmp_path: Path, qtbot: QtBot) -> Session:
    """A store in which nobody has ever worked."""
    return Session(
        actions, Lookup(tmp_path / "clinic.db"), Link(), settings=SiteSettings(), today=lambda: TODAY, folder=tmp_path
    )


def page_of(window: MainWindow, kind: type[QWidget], qtbot: QtBot) -> QWidget:
    """The page of the patient in front, once it is of this kind."""
    workspace = window.current_page()
    assert isinstance(workspace, Workspace)
    qtbot.waitUntil(lambda: isinstance(workspace.stack.currentWidget(), kind), timeout=10_000)
    return workspace.stack.currentWidget()


def words_on(widget: QWidget) -> str:
    """Everything that can be read on a page."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def set_up(keys: Keyboard) -> None:
    keys.fill("setup_person_name_edit", "Priya Raman")
    keys.go("setup_role_nurse")
    keys.press(Qt.Key.Key_Right)
    keys.fill("setup_login_edit", "priya")
    keys.fill("setup_password_edit", "two magpies on a wire")
    keys.fill("setup_password_again_edit", "two magpies on a wire")
    keys.fill("setup_site_name_edit", "Day Unit")
    keys.choose("setup_country_edit", "United States")
    keys.fill("setup_day_phone_edit", "555 0100")
    keys.fill("setup_night_phone_edit", "555 0199")
    keys.go("setup_practice_cn")
    keys.press(Qt.Key.Key_Right)
    keys.press(Qt.Key.Key_Right)
    keys.go("setup_first_dose_morning")
    keys.press(Qt.Key.Key_Space)
    keys.press_button(Qt.Key.Key_S, lambda: keys.window.current_name() == "patient_form")


def enter_patient(keys: Keyboard) -> None:
    keys.fill("patient_name_edit", "Seven, Patient")
    keys.fill("identifier_1_edit", "0042-118")
    keys.fill("birth_date_edit", "1958-03-01")
    keys.go("patient_sex_female")
    keys.press(Qt.Key.Key_Space)
    keys.go("allergies_asked")
    keys.press(Qt.Key.Key_Space)
    keys.go("dpyd_status_done")
    keys.press(Qt.Key.Key_Space)
    keys.go("dpyd_score_0")
    for _step in range(4):
        keys.press(Qt.Key.Key_Right)
    keys.fill("dpyd_date_edit", "2026-02-12")
    keys.press_button(Qt.Key.Key_S, lambda: keys.window.current_name() == "workspace")


def fill_basis(keys: Keyboard) -> None:
    keys.fill("height_edit", "165")
    keys.fill("weight_edit", "58,0")
    keys.fill("creatinine_edit", "0.79")
    keys.fill("creatinine_date_edit", "2026-03-02")
    keys.fill("labs_date_edit", "2026-03-02")
    keys.fill("lab_neutrophils_edit", "3.1")
    keys.fill("lab_platelets_edit", "210")


def answer_checklist(keys: Keyboard, workspace: Workspace, qtbot: QtBot) -> None:
    """Alt+3 shows the checklist; each item is answered by its usual finding or a word, and Enter; Alt+2 goes back."""
    keys.go("height_edit")
    keys.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    page = workspace.stack.currentWidget()
    assert isinstance(page, ChecklistPage)
    assert page.card is not None
    keys.go("checklist_words_edit")
    while still := len(page.checklist().open):
        if not page.card.words.text():
            keys.press(Qt.Key.Key_Down)
        if not page.card.words.text():
            QTest.keyClicks(page.card.words.edit, "seen")
        keys.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda before=still: len(page.checklist().open) < before, timeout=5_000)  # type: ignore[misc]
    keys.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)


def test_from_the_first_start_to_a_signed_cycle_and_its_calendar(new_site: Session, qtbot: QtBot) -> None:
    session, window = new_site, open_window(new_site, qtbot)
    window.resize(1360, 860)
    keys = Keyboard(window, session, qtbot)
    assert isinstance(window.current_page(), FirstRun)
    set_up(keys)
    settings = session.actions.settings().result(10)
    assert (settings.practice, settings.country, settings.first_dose, settings.set_up) == ("us", "US", "morning", True)
    assert (session.person.name, session.person.role) == ("Priya Raman", "pharmacist")

    assert window.current_name() == "patient_form"
    enter_patient(keys)
    (line,) = session.lookup.first_lines(5)
    assert line.name == "Seven, Patient"
    page_of(window, BeginPage, qtbot)
    assert "DPYD\nnormal (2)" in words_on(window.current_page())

    keys.choose("option_ici_edit", "pembrolizumab")
    workspace = window.current_page()
    assert isinstance(workspace, Workspace)
    keys.press_button(Qt.Key.Key_B, lambda: isinstance(workspace.stack.currentWidget(), DosePage))
    dose = page_of(window, DosePage, qtbot)
    assert isinstance(dose, DosePage)
    qtbot.waitUntil(lambda: dose.basis is not None)
    assert not dose.sign_button.isEnabled()

    answer_checklist(keys, workspace, qtbot)
    fill_basis(keys)
    qtbot.waitUntil(lambda: dose.sign_button.isEnabled(), timeout=5_000)
    seen = {name: card.dose.text() for name, card in dose.cards.items()}
    assert seen == {"pembrolizumab": "200 mg", "oxaliplatin": "210 mg", "capecitabine": "1,650 mg"}
    assert "exact 211.96 mg" in words_on(dose) and "1,630.4 mg per dose, 3,260.9 mg per day" in words_on(dose)
    assert dose.basis is not None and dose.basis.weight_date.value() == TODAY
    keys.press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: dose.given_button.isVisible(), timeout=10_000)
    assert "Cycle 1 is signed" in dose.message.text()

    space = session.actions.workspace(line.id).result(10)
    (order,) = [record for record in space.orders if record.state == "signed"]
    assert (order.cycle, order.day1, order.signed_by, order.signed_role) == (1, TODAY, "Priya Raman", "pharmacist")
    stored = {(m.kind, str(m.value), m.on) for m in space.measurements}
    assert stored == {("height_cm", "165", TODAY), ("weight_kg", "58.0", TODAY)}
    assert {(lab.analyte, str(lab.value), lab.unit) for lab in space.labs} == {
        ("creatinine", "0.79", "mg/dL"), ("neutrophils", "3.1", "10^9/L"), ("platelets", "210", "10^9/L")
    }  # fmt: skip

    see_calendar_in_two_clicks(window, session, qtbot)
    new_site.close()


def see_calendar_in_two_clicks(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    """The patient is found by typing; then the patient and the tab are clicked."""
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert window.current_name() == "patients"
    QTest.keyClicks(window.patients.search, "seven")
    view = window.patients.view
    qtbot.waitUntil(lambda: not view.visualRect(view.model().index(0, 0)).isEmpty())
    first = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.waitUntil(lambda: window.current_name() == "workspace")
    settled(session, qtbot)
    workspace = window.current_page()
    assert isinstance(workspace, Workspace)
    tabs = workspace.tabs
    assert isinstance(tabs, QTabBar)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(PAGES.index("calendar")).center())
    page = page_of(window, CalendarPage, qtbot)
    assert isinstance(page, CalendarPage)
    wait_for_sheet(qtbot, session, page)
    words = " ".join(" ".join(texts_of(page.data())).split())
    assert "Seven, Patient" in words and "555 0199" in words and "NO TABLETS" in words.upper()
