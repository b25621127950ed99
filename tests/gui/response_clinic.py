"""Patients with lesions and scans, entered through the actions, and the ways a person works on the Response page."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.response.response_page import ResponsePage
from gui.session import Session
from gui.widgets.strip import Strip
from gui.workspace.workspace import Workspace
from records.values.core import CourseRecord, PatientRecord
from records.values.responses import LesionEntry, LesionRecord, ScanEntry, TargetReading
from tests.gui.course_clinic import open_page, patient_with_course
from tests.gui.dose_clinic import settle
from tests.gui.visit_clinic import press, stroke

BASELINE, FIRST, SECOND = date(2026, 2, 23), date(2026, 4, 20), date(2026, 6, 15)
LIVER = (
    LesionEntry("T1", "target", "liver", place="segment 7"), LesionEntry("T2", "target", "liver", place="segment 4"),
    LesionEntry("T3", "target", "portal node", "node"),
)  # fmt: skip


def lesions(
    session: Session, course: CourseRecord, entries: Sequence[LesionEntry] = LIVER
) -> Mapping[str, LesionRecord]:
    """Lesions by name."""
    add = session.actions.add_lesion
    return {one.name: add(session.person, uuid4(), course.id, one).result(30) for one in entries}


def scan(session: Session, course: CourseRecord, followed: Mapping[str, LesionRecord], on: date, *sizes: str) -> None:
    """A stored scan: targets in their order; the first one of a course is the baseline."""
    actions, by = session.actions, session.person
    first = not [one for one in actions.workspace(course.patient_id).result(30).scans if one.in_force]
    opened = actions.open_scan(by, uuid4(), course.id, baseline=first).result(30)
    targets = [one for one in followed.values() if one.entry.role == "target"]
    entry = ScanEntry(
        on, "ct", first,
        {one.id: TargetReading("measured", (Decimal(size),)) for one, size in zip(targets, sizes, strict=True)},
        {one.id: "present" for one in followed.values() if one.entry.role == "nontarget"},
        new_lesion="none", marker="not_reported",
    )  # fmt: skip
    actions.complete_scan(by, opened.id, opened.version, entry).result(30)


def scenario_19(session: Session) -> tuple[PatientRecord, CourseRecord]:
    """Baseline 84, then 52; the third scan is still to be typed."""
    patient, course = patient_with_course(session)
    followed = lesions(session, course)
    scan(session, course, followed, BASELINE, "40", "24", "20")
    scan(session, course, followed, FIRST, "26", "14", "12")
    return patient, course


def open_response(qtbot: QtBot, session: Session, patient: PatientRecord) -> tuple[Workspace, ResponsePage]:
    """The workspace on its Response page."""
    workspace, page = open_page(qtbot, session, patient, "response", ResponsePage)
    settle(qtbot, session)
    return workspace, page


def words(page: ResponsePage, name: str) -> str:
    """What a label of the table says."""
    found = page.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


def strip(page: ResponsePage, name: str) -> str:
    """The words of a strip in sight, "" where it is not shown."""
    found = page.findChild(Strip, name)
    assert found is not None, name
    return found.text() if found.isVisible() else ""


def click(qtbot: QtBot, session: Session, page: ResponsePage, name: str) -> None:
    """A button by its name."""

    def seen() -> QPushButton | None:
        return next((one for one in page.findChildren(QPushButton, name) if one.isVisible()), None)

    qtbot.waitUntil(lambda: seen() is not None, timeout=5_000)
    found = seen()
    assert found is not None
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    settle(qtbot, session)


def begin_scan(qtbot: QtBot, session: Session, page: ResponsePage, on: str) -> None:
    """Ctrl+N, the date, CT: no mouse."""
    stroke(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.table.date is not None and page.table.date.edit.hasFocus(), timeout=5_000)
    settle(qtbot, session)
    press(qtbot, on)
    stroke(qtbot, Qt.Key.Key_Tab)
    press(qtbot, "C")
    stroke(qtbot, Qt.Key.Key_Tab)


def type_down(qtbot: QtBot, *readings: str) -> None:
    """Readings from the field with the focus on, Enter after each."""
    for reading in readings:
        press(qtbot, reading)
        stroke(qtbot, Qt.Key.Key_Return)


def store(qtbot: QtBot, session: Session, page: ResponsePage) -> None:
    """Ctrl+Return; wait until the store has answered."""
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, session)
