"""From the Dose page to the staff sheet of what stands there."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.session import Session
from tests.gui.dose_clinic import add_labs, add_patient, begin, measure, open_dose, settle


def test_the_staff_sheet_of_a_cycle_nobody_typed_into_is_made_too(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    workspace, page = open_dose(qtbot, session, patient)
    qtbot.mouseClick(page.sheet_button, Qt.MouseButton.LeftButton)
    calendar = workspace.page("calendar")

    def is_made() -> bool:
        sheet = calendar.sheet()  # type: ignore[attr-defined]
        return sheet is not None and sheet.wanted.kind == "staff_sheet"

    qtbot.waitUntil(is_made, timeout=20_000)
    settle(qtbot, session)
