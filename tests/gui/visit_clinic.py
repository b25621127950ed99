"""A course in its second cycle, entered through the actions, and the ways a person works on the Visit page."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.dose.signing import answer_text, case_text
from gui.session import Session
from gui.visit.event_row import EventRow
from gui.visit.visit_page import VisitPage
from gui.workspace.workspace import Workspace
from records.course.course_plan import files_of
from records.course.cycle_case import case_for
from records.values.core import CourseRecord, PatientRecord
from regimen.dosing import ENGINE_VERSION
from regimen.engine import answer_with
from tests.gui.dose_clinic import DAY1, add_labs, add_patient, begin, edit_of, measure, settle, show_active

NEUROPATHY = "Peripheral sensory neuropathy"
HAND_FOOT = "Palmar-plantar erythrodysesthesia syndrome"
SessionOn = Callable[[date], Session]
CYCLE_2 = date(2026, 3, 23)


def sign_and_give(
    session: Session, patient: PatientRecord, course: CourseRecord, cycle: int = 1, day1: date = DAY1
) -> None:
    """A cycle signed as the engine doses it, with the first plan of tablets, and given on its day 1."""
    actions, by = session.actions, session.person
    space = actions.workspace(patient.id).result(30)
    files = files_of(course, session.settings)
    case = case_for(space, course, cycle, day1, session.settings)
    order = answer_with(files.regimen, files.profile, case)
    chosen: Mapping[str, int] = {dose.drug: 0 for dose in order.doses if dose.plans and dose.chosen is None}
    if chosen:
        case = replace(case, chosen_plan=chosen)
        order = answer_with(files.regimen, files.profile, case)
    signed = actions.sign_order(
        by, uuid4(), course.id, cycle, case_text(case), answer_text(order), course.regimen_text, course.profile_text,
        {}, ENGINE_VERSION, day1,
    ).result(30)  # fmt: skip
    actions.mark_given(by, signed.id, signed.version, day1).result(30)


def second_cycle(session: Session, **labs: Any) -> tuple[PatientRecord, CourseRecord]:
    """The woman of scenario 1 after her first cycle."""
    patient = add_patient(session)
    measure(session, patient, "165", "58")
    add_labs(session, patient, **labs)
    course = begin(session, patient)
    sign_and_give(session, patient, course)
    return patient, course


def open_visit(qtbot: QtBot, session: Session, patient: PatientRecord) -> tuple[Workspace, VisitPage]:
    """The workspace on its Visit page."""
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    workspace.resize(1500, 1000)
    show_active(qtbot, workspace)
    workspace.open(patient.id, "visit")
    qtbot.waitUntil(lambda: isinstance(workspace.pages.get("visit"), VisitPage), timeout=10_000)
    page = workspace.pages["visit"]
    assert isinstance(page, VisitPage)
    qtbot.waitUntil(page.opened, timeout=5_000)
    settle(qtbot, session)
    return workspace, page


def press(qtbot: QtBot, keys: str) -> None:
    """Keys to whatever has the focus, as a person without a mouse types."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClicks(focused, key)


def stroke(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One special key to whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def say(qtbot: QtBot, page: VisitPage, symptom: str, keys: str) -> EventRow:
    """Ctrl+N, the symptom in somebody's words, Enter, the grade and the letters: no mouse."""
    stroke(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.events is not None
    assert page.events.search.edit.hasFocus()
    press(qtbot, symptom)
    stroke(qtbot, Qt.Key.Key_Return)
    row = QApplication.focusWidget()
    assert isinstance(row, EventRow)
    press(qtbot, keys)
    return row


def type_lab(qtbot: QtBot, page: VisitPage, name: str, value: str) -> None:
    """A value into its row."""
    edit = edit_of(page, f"lab_{name}_edit")
    edit.setFocus()
    press(qtbot, value)


def grade_shown(page: VisitPage, name: str) -> str:
    """What stands in the column Grade."""
    assert page.labs is not None
    return page.labs.rows.rows[name].grade.text()


def save(qtbot: QtBot, session: Session, page: VisitPage) -> None:
    """Ctrl+Return shows what will be stored, once more stores it."""
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.save_button.text() == "&Save visit", page.bar_words.text()
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "is stored" in page.message.text() or page.message.tone() == "stop", timeout=15_000)
    assert page.message.tone() == "ok", page.message.text()
    settle(qtbot, session)


def proposal(page: VisitPage, drug: str) -> str:
    """The proposal for a drug as shown once the rules have been asked, "" where there is none."""
    page.advice.now()
    return next((s.text() for s in page.proposals.strips() if s.objectName() == f"proposal_{drug}"), "")


def decided(page: VisitPage, drug: str) -> str:
    """What was decided about a drug as shown, once its proposal is followed."""
    page.advice.now()
    return next((s.text() for s in page.proposals.strips() if s.objectName() == f"decided_{drug}"), "")


def button(page: QWidget, name: str) -> QPushButton:
    """A button by its name; of the Visit page once the rules have been asked."""
    if isinstance(page, VisitPage):
        page.advice.now()
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found
