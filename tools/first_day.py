"""A first day in a new store, typed and clicked: set-up, one patient, one signed cycle, one calendar.

tools/write_pictures.py draws it for docs/first-day.md; what the page says is what happens here.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from gui.calendar_page.calendar_page import CalendarPage
from gui.checklist.checklist_page import ChecklistPage
from gui.course.begin_page import BeginPage
from gui.dose.dose_page import DosePage
from gui.patients.form_fields import put_texts
from gui.patients.patient_form import PatientForm
from gui.pictures import settle
from gui.session import Session
from gui.setup.first_run import FirstRun
from gui.shell.window import MainWindow
from gui.workspace.workspace import PAGES, Workspace

QUIET_MS = 600  # a draft is kept a moment after the last key
T = TypeVar("T", bound=QWidget)


def type_into(page: QWidget, name: str, words: str) -> None:
    """Select what stands in the field and type over it."""
    edit = page.findChild(QLineEdit, name)
    if edit is None:
        raise LookupError(f"no field {name}")
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, words)


def click(button: QAbstractButton) -> None:
    """The left button of the mouse. Raises LookupError when nobody could click there."""
    if not (button.isVisible() and button.isEnabled()):
        raise LookupError(f"{button.objectName()} cannot be clicked")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def in_front(window: MainWindow, kind: type[T]) -> T:
    """The page in front, which must be of this kind."""
    page: QWidget = window.current_page()
    if isinstance(page, Workspace):
        page = page.stack.currentWidget() or page
    if not isinstance(page, kind):
        raise LookupError(f"{kind.__name__} was expected, {type(page).__name__} is in front")
    return page


def live_it(window: MainWindow, session: Session, picture: Callable[[str], None]) -> None:
    """The whole day; `picture` is called with a name at each step worth seeing."""
    for step in (set_up, enter_patient, begin_course, order_cycle):
        step(window, session, picture)
        settle(session)
    workspace = window.current_page()
    if not isinstance(workspace, Workspace):
        raise LookupError("the patient is not in front")
    picture("5-signed")
    workspace.tabs.setCurrentIndex(PAGES.index("calendar"))
    settle(session)
    in_front(window, CalendarPage).folder.set_text("/home/pharmacy/calendars")
    settle(session)
    picture("6-calendar")


def set_up(window: MainWindow, session: Session, picture: Callable[[str], None]) -> None:
    """The questions of the first run."""
    page = in_front(window, FirstRun)
    page.person_name.set_text("Priya Raman")
    page.role.choose("pharmacist")
    page.login.set_text("priya")
    for field in (page.password.first, page.password.second):
        field.set_text("two magpies on a wire")
    page.site_name.set_text("Riverside Day Unit")
    page.practice.choose("us")
    page.country.choose("US")
    page.day_phone.set_text("555 0100")
    page.night_phone.set_text("555 0199")
    page.first_dose.choose("morning")
    settle(session)
    picture("1-first-run")
    click(page.save_button)


def enter_patient(window: MainWindow, session: Session, picture: Callable[[str], None]) -> None:
    """The form of one patient."""
    form = in_front(window, PatientForm)
    texts = {
        "name": "Bergström, Elin", "kind_1": "MRN", "identifier_1": "0042-118", "kind_2": "insurance",
        "identifier_2": "D-7719", "birth_date": "1958-03-01", "sex": "female", "language": "en",
        "allergies_asked": True, "dpyd_status": "done", "dpyd_score": "2", "dpyd_date": "2026-11-12", "ecog": "1",
        "diagnosis_site": "intrahepatic",
    }  # fmt: skip
    put_texts(form.fields, texts)
    settle(session)
    picture("2-patient")
    click(form.save_button)


def begin_course(window: MainWindow, session: Session, picture: Callable[[str], None]) -> None:
    """Regimen, inhibitor, day 1."""
    page = in_front(window, BeginPage)
    page.options["ici"].choose("pembrolizumab")
    settle(session)
    picture("3-begin")
    click(page.begin_button)


def answer_checklist(window: MainWindow, session: Session) -> None:
    """Every item by its usual finding, what is on record confirmed; then back to the dose."""
    workspace = window.current_page()
    assert isinstance(workspace, Workspace)
    page = workspace.show_page("checklist")
    assert isinstance(page, ChecklistPage) and page.card is not None
    for _item in page.checklist().open:
        line = page.card.shown()
        assert line is not None
        if not page.card.words.text():
            page.card.words.set_text(line.item.findings[0] if line.item.findings else "seen")
        click(page.card.button)
        settle(session)
    workspace.show_page("dose")
    settle(session, QUIET_MS)


def order_cycle(window: MainWindow, session: Session, picture: Callable[[str], None]) -> None:
    """Size and blood of the day, then sign."""
    page = in_front(window, DosePage)
    typed = {
        "height_edit": "165", "height_date_edit": "2026-11-23", "weight_edit": "58.0",
        "weight_date_edit": "2026-11-23", "creatinine_edit": "0.8", "creatinine_date_edit": "2026-11-22",
        "labs_date_edit": "2026-11-22", "lab_neutrophils_edit": "3.1", "lab_platelets_edit": "210",
    }  # fmt: skip
    for name, words in typed.items():
        type_into(page, name, words)
    settle(session, QUIET_MS)
    picture("4-dose")
    answer_checklist(window, session)
    click(page.sign_button)
