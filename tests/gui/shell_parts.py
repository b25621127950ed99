"""The main window over the session of the tests, and what a person does with it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.regimens.regimens import Regimens
from gui.session import Session
from gui.shell.window import MainWindow
from records.values.core import PatientEntry, PatientRecord


def open_window(session: Session, qtbot: QtBot, *, demo: bool = False) -> MainWindow:
    """The window, open, active and attached to the store."""
    window = MainWindow(session.lookup, (), None, demo=demo)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.attach(session)
    qtbot.waitUntil(lambda: session.link.waiting() == 0)
    return window


def settled(session: Session, qtbot: QtBot) -> None:
    """Until every answer has come."""
    qtbot.waitUntil(lambda: session.link.waiting() == 0, timeout=20_000)


def shown_regimens(session: Session, qtbot: QtBot) -> Regimens:
    """The Regimens page in a window of its own, with everything read."""
    made = Regimens(session)
    qtbot.addWidget(made)
    made.resize(1280, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settled(session, qtbot)
    return made


def click(qtbot: QtBot, button: QWidget | None) -> None:
    """The left button of the mouse, in the middle, as soon as the button can be clicked."""
    assert button is not None
    qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def store_patient(session: Session, entry: PatientEntry) -> PatientRecord:
    """A patient straight into the store."""
    from uuid import uuid4

    return session.actions.add_patient(session.person, uuid4(), entry).result(30)


def widgets_of(top: QWidget) -> Iterator[QWidget]:
    """A widget and all inside it."""
    yield top
    yield from top.findChildren(QWidget)
