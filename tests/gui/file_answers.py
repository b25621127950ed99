"""What a person does with a dialog for a file or folder: type a path and press Enter, or Escape."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from gui.widgets.file_choice import FileQuestion


def open_dialogs() -> list[QFileDialog]:
    """The dialogs that stand open."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]


def open_questions() -> list[FileQuestion]:
    """The questions for a file that wait for an answer."""
    return [found for top in QApplication.topLevelWidgets() for found in top.findChildren(FileQuestion)]


def wait_for_dialog(qtbot: QtBot) -> QFileDialog:
    """The one dialog that stands open."""
    qtbot.waitUntil(lambda: len(open_dialogs()) == 1)
    return open_dialogs()[0]


def answer_file(qtbot: QtBot, path: Path | str) -> str:
    """Type a path, press Enter, wait until the question is gone; "" is Escape. The name that stood proposed."""
    dialog = wait_for_dialog(qtbot)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None
    proposed = Path(edit.text()).name
    if path:
        edit.setText(str(path))
        QTest.keyClick(edit, Qt.Key.Key_Return)
    else:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog not in open_dialogs())
    qtbot.waitUntil(lambda: not open_questions())
    return proposed
