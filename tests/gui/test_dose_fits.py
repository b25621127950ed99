"""The Dose page on small screens and with large text: everything can be read in full."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.dose.dose_page import DosePage
from gui.session import Session
from gui.theme.look import apply_look
from gui.workspace.workspace import Workspace
from tests.gui.dose_clinic import add_labs, add_patient, begin, measure, open_dose, settle


@pytest.mark.parametrize(
    ("width", "scale"), [(1520, 100), (1330, 100), (1000, 100), (760, 100), (1900, 200), (1100, 200)]
)
def test_nothing_is_cut_off_on_small_screens_and_with_large_text(
    qtbot: QtBot, session: Session, qapp: QApplication, width: int, scale: int
) -> None:
    apply_look(qapp, "light", scale)
    patient = add_patient(session, name="Maria-Magdalena Theodora Konstantinidou-Papadimitriou von Hohenfels",
                          dpyd_status="pending", dpyd_score=None, dpyd_date=None, medicines=("warfarin",))  # fmt: skip
    measure(session, patient, "165", "58.0")
    add_labs(session, patient, date(2026, 1, 5), creatinine="88")
    begin(session, patient)
    workspace, page = open_dose(qtbot, session, patient)
    workspace.resize(width, 900)
    qtbot.waitUntil(lambda: workspace.width() == width or workspace.width() == workspace.minimumSizeHint().width())
    settle(qtbot, session)
    qapp.processEvents()
    assert len([label for label in workspace.findChildren(QLabel) if label.isVisible() and label.text()]) > 40

    def everything_can_be_read() -> None:
        assert cut_off(workspace, page) == []

    qtbot.waitUntil(everything_can_be_read, timeout=3_000)


def cut_off(workspace: Workspace, page: DosePage) -> list[str]:
    """What stands on the screen and cannot be read in full."""
    found = []
    for label in workspace.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.minimumSizeHint().height()
        narrow = not label.wordWrap() and label.width() < label.minimumSizeHint().width()
        if label.height() < needed or narrow:
            found.append(f"{label.text()!r} has {label.width()} x {label.height()}, needs {needed} high")
    for column in (page.left, page.middle, page.right):
        if column.isVisible() and column.widget().width() > column.viewport().width():
            room = column.viewport().width()
            wide = [w for w in column.findChildren(QWidget) if w.isVisible() and w.minimumSizeHint().width() > room]
            found.append(f"wider than {room}: {[(type(w).__name__, w.objectName()) for w in wide]}")
    return found
