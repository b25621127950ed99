"""Courses for the tests of Plan, Calendar and History, signed as the engine answers, and ways to use the pages."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import pypdfium2
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.calendar_page.calendar_page import CalendarPage
from gui.plan.plan_page import PlanPage
from gui.session import Session
from gui.workspace.workspace import Workspace
from records.course.course_plan import day1_of, files_of
from records.course.cycle_case import case_for
from records.course.overrides import override_key
from records.values.core import CourseRecord, OrderRecord, PatientRecord
from regimen.answer import as_json
from regimen.case import write_case
from regimen.engine import ENGINE_VERSION, answer_with
from tests.gui.dose_clinic import DAY1, add_labs, add_patient, begin, measure, settle

P = TypeVar("P", bound=QWidget)


def patient_with_course(session: Session, **changed: object) -> tuple[PatientRecord, CourseRecord]:
    """The woman of scenario 1, measured, with a course from 2 March 2026; `entry` changes the patient."""
    entry = changed.pop("entry", {})
    assert isinstance(entry, dict)
    patient = add_patient(session, **entry)
    day1 = changed.get("day1", DAY1)
    assert isinstance(day1, date)
    measure(session, patient, "165", "58.0", day1)
    add_labs(session, patient, day1)
    return patient, begin(session, patient, **changed)


def sign(session: Session, course: CourseRecord, cycle: int = 1) -> OrderRecord:
    """The order of a cycle as the engine answers it, signed by whoever is at the screen."""
    space = session.actions.workspace(course.patient_id).result(30)
    files = files_of(course, session.settings)
    day1 = day1_of(space, course, session.settings, cycle)
    case = case_for(space, course, cycle, day1, session.settings)
    order = answer_with(files.regimen, files.profile, case)
    open_plans = {dose.drug: 0 for dose in order.doses if dose.plans and dose.chosen is None}
    if open_plans:
        case = replace(case, chosen_plan=open_plans)
        order = answer_with(files.regimen, files.profile, case)
    stops = {
        override_key(alert.code, alert.drug, alert.params): "looked at"
        for alert in order.alerts
        if alert.severity == "stop"
    }
    return session.actions.sign_order(
        session.person,
        uuid4(),
        course.id,
        cycle,
        json.dumps(write_case(case)),
        json.dumps(as_json(order)),
        course.regimen_text,
        course.profile_text,
        stops,
        ENGINE_VERSION,
        day1,
    ).result(30)


def give(session: Session, order: OrderRecord) -> OrderRecord:
    """The order was given on its day 1."""
    return session.actions.mark_given(session.person, order.id, order.version, order.day1).result(30)


def open_page(qtbot: QtBot, session: Session, patient: PatientRecord, name: str, kind: type[P]) -> tuple[Workspace, P]:
    """The workspace with one page in front, as large as a usual screen, everything read."""
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    workspace.resize(1500, 1000)
    with qtbot.waitActive(workspace):
        workspace.show()
        workspace.activateWindow()
    workspace.open(patient.id, name)
    qtbot.waitUntil(lambda: isinstance(workspace.pages.get(name), kind), timeout=10_000)
    settle(qtbot, session)
    page = workspace.pages[name]
    assert isinstance(page, kind)
    return workspace, page


def open_plan(qtbot: QtBot, session: Session, patient: PatientRecord) -> tuple[Workspace, PlanPage]:
    """The Plan page with its course painted."""
    workspace, page = open_page(qtbot, session, patient, "plan", PlanPage)
    qtbot.waitUntil(lambda: page.cycle_words.text() != "", timeout=10_000)
    return workspace, page


def open_calendar(qtbot: QtBot, session: Session, patient: PatientRecord) -> tuple[Workspace, CalendarPage]:
    """The Calendar page with the pages made."""
    workspace, page = open_page(qtbot, session, patient, "calendar", CalendarPage)
    wait_for_sheet(qtbot, session, page)
    return workspace, page


def wait_for_sheet(qtbot: QtBot, session: Session, page: CalendarPage) -> None:
    """Until the preview shows what is wanted; the first time a process is started for it."""
    qtbot.waitUntil(lambda: page.sheet() is not None, timeout=60_000)
    settle(qtbot, session)


def press(qtbot: QtBot, button: QWidget) -> None:
    """A click with the mouse, once what was just opened has its place on the screen."""
    QCoreApplication.processEvents()
    assert button.isEnabled(), button.objectName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts_of(data: bytes) -> list[str]:
    """The words of each page of a PDF."""
    document = pypdfium2.PdfDocument(data)
    found = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    document.close()
    return found


def all_words(data: bytes | Path) -> str:
    """The words of all pages, on one line."""
    given = data.read_bytes() if isinstance(data, Path) else data
    return " ".join(" ".join(texts_of(given)).split())


def difference_table(page: PlanPage) -> list[tuple[str, ...]]:
    """The rows of the difference as they stand on the screen; the cycle is named in each."""
    table = page.difference.table
    rows: list[tuple[str, ...]] = []
    cycle = ""
    for row in range(table.rowCount()):
        cells = [item.text() if (item := table.item(row, column)) else "" for column in range(table.columnCount())]
        cycle = cells[0] or cycle
        rows.append((cycle, *cells[1:]))
    return rows
