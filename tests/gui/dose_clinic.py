"""Patients of the scenarios, entered through the actions, and the ways a person works on the Dose page."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.dose.dose_page import DosePage
from gui.session import Session
from gui.workspace.workspace import Workspace
from records.values.core import CourseEntry, CourseRecord, PatientEntry, PatientRecord
from regimen.library import load_profile, load_regimen

DAY1 = date(2026, 3, 2)


def add_patient(session: Session, **changed: object) -> PatientRecord:
    """The woman of scenario 1; keywords change her."""
    entry: dict[str, object] = {
        "name": "Seven, Patient",
        "identifiers": (("MRN", "0042-118"), ("Card", "D-7719")),
        "birth_date": date(1958, 3, 1),
        "sex": "female",
        "allergies_asked": True,
        "dpyd_status": "done",
        "dpyd_score": Decimal("2.0"),
        "dpyd_date": date(2026, 2, 12),
    }
    made = PatientEntry(**{**entry, **changed})  # type: ignore[arg-type]
    return session.actions.add_patient(session.person, uuid4(), made).result(30)


def measure(session: Session, patient: PatientRecord, height: str, weight: str, on: date = DAY1) -> None:
    """Height and weight of one day."""
    for kind, value in (("height_cm", height), ("weight_kg", weight)):
        session.actions.measure(session.person, uuid4(), patient.id, kind, Decimal(value), on).result(30)


def add_labs(session: Session, patient: PatientRecord, on: date = DAY1, **values: str) -> None:
    """Blood values of one day, in the units of the reference."""
    units = {"creatinine": "umol/L"}
    for name, value in {"creatinine": "70", "neutrophils": "3.1", "platelets": "210", **values}.items():
        uln = Decimal(21) if name == "bilirubin" else None
        unit = units.get(name, "umol/L" if name == "bilirubin" else "10^9/L")
        session.actions.add_lab(session.person, uuid4(), patient.id, name, Decimal(value), unit, None, uln, on).result(
            30
        )


def begin(
    session: Session, patient: PatientRecord, options: Mapping[str, str] | None = None, **changed: object
) -> CourseRecord:
    """ICI + CAPOX with pembrolizumab from 2 March 2026; its checklist is answered unless `answered` is False."""
    regimen = load_regimen(str(changed.pop("regimen", "ici-capox")))
    profile = load_profile(session.settings.practice)
    entry: dict[str, object] = {
        "regimen_id": regimen.id,
        "regimen_version": regimen.version,
        "regimen_sha256": regimen.sha256,
        "practice": profile.id,
        "options": dict({"ici": "pembrolizumab"} if options is None else options),
        "day1": DAY1,
        "planned_cycles": 8,
        "first_dose": session.settings.first_dose or "morning",
    }
    answered = bool(changed.pop("answered", True))
    made = CourseEntry(**{**entry, **changed})  # type: ignore[arg-type]
    actions, by = session.actions, session.person
    course = actions.begin_course(by, uuid4(), patient.id, made, regimen.text, profile.text).result(30)
    for item in regimen.checklist if answered else ():
        said = (made.first_cycle, item.id, "done", DAY1, "looked at")
        actions.answer_checklist(by, uuid4(), course.id, *said).result(30)
    return course


def open_dose(qtbot: QtBot, session: Session, patient: PatientRecord) -> tuple[Workspace, DosePage]:
    """The workspace on its Dose page, as large as a usual screen."""
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    workspace.resize(1500, 1000)
    show_active(qtbot, workspace)
    workspace.open(patient.id, "dose")
    qtbot.waitUntil(lambda: isinstance(workspace.pages.get("dose"), DosePage), timeout=10_000)
    page = workspace.pages["dose"]
    assert isinstance(page, DosePage)
    qtbot.waitUntil(lambda: page.basis is not None, timeout=5_000)
    settle(qtbot, session)
    return workspace, page


def show_active(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and wait until keys go to it."""

    def is_active() -> bool:
        window.activateWindow()
        return window.isActiveWindow()

    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(is_active, timeout=10_000)


def settle(qtbot: QtBot, session: Session) -> None:
    """Until nothing is being asked any more."""
    qtbot.waitUntil(lambda: session.link.waiting() == 0, timeout=15_000)


def edit_of(page: QWidget, name: str) -> QLineEdit:
    """An input by its object name."""
    found = page.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit), name
    return found


def retype(qtbot: QtBot, page: QWidget, name: str, text: str) -> None:
    """Click into a field, select all, type over it, leave it."""
    edit = edit_of(page, name)
    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    if text.isascii():
        qtbot.keyClicks(edit, text)
    else:  # QTest types Latin-1 only; a person pastes such digits
        QApplication.clipboard().setText(text)
        qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)


def dose_text(page: DosePage, drug: str) -> str:
    """The large number on a drug's card."""
    return page.cards[drug].dose.text()


class WindowWatch(QObject):
    """Notes every widget that is shown as a window of its own; only the pages a person opened may be."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's way of listening to everything."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False
