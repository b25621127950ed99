"""Dialogs for files have no loop of their own, are safe when their page goes, and give the keys back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gui.widgets.file_choice import Asked, ask, ask_file_to_open, ask_file_to_save, ask_folder
from tests.gui.file_answers import answer_file, open_dialogs, open_questions, wait_for_dialog


class Asking:
    """A window with a page and a button that asks; what was answered."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.page = QWidget()
        self.button = QPushButton("Save …")
        QVBoxLayout(self.page).addWidget(self.button)
        QVBoxLayout(self.window).addWidget(self.page)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.answers: list[Path] = []

    def press(self, asked: Asked) -> None:
        """By the keyboard, with the keys on the button."""
        self.button.clicked.connect(lambda: ask(self.page, asked, self.answers.append))
        self.button.setFocus()
        QTest.keyClick(self.button, Qt.Key.Key_Space)


@pytest.fixture
def asking(qtbot: QtBot) -> Iterator[Asking]:
    yield Asking(qtbot)


SAVING = Asked("Save the table", kinds="Tables (*.csv)", saving=True, ending=".csv")


def test_the_window_goes_on_while_the_dialog_stands_open_and_the_keys_come_back(
    qtbot: QtBot, asking: Asking, tmp_path: Path
) -> None:
    asking.press(SAVING)
    dialog = wait_for_dialog(qtbot)
    assert dialog.accessibleName() == "Save the table" and dialog.parentWidget() is asking.window
    assert dialog.windowModality() == Qt.WindowModality.WindowModal and asking.answers == []
    answer_file(qtbot, tmp_path / "rows")
    assert asking.answers == [tmp_path / "rows.csv"], "its ending is put behind the name"
    assert asking.window.focusWidget() is asking.button
    qtbot.waitUntil(asking.button.hasFocus)


def test_a_second_question_brings_the_first_to_the_front(qtbot: QtBot, asking: Asking) -> None:
    asking.press(SAVING)
    wait_for_dialog(qtbot)
    ask_file_to_open(asking.page, "Band table", "", asking.answers.append)
    ask_folder(asking.button, "Folder", "", asking.answers.append)
    assert len(open_dialogs()) == 1 and open_dialogs()[0].windowTitle() == "Save the table"
    answer_file(qtbot, "")
    assert asking.answers == []
    ask_folder(asking.button, "Folder", "", asking.answers.append)
    answer_file(qtbot, Path.home())
    assert asking.answers == [Path.home()], "the next one can be asked"


@pytest.mark.parametrize("how", ["hidden", "made anew", "at once gone"])
def test_a_page_that_goes_takes_its_dialog_with_it_and_hears_nothing(qtbot: QtBot, asking: Asking, how: str) -> None:
    asking.press(SAVING)
    wait_for_dialog(qtbot)
    if how == "hidden":
        asking.page.hide()
    elif how == "made anew":
        asking.page.deleteLater()
    else:
        delete(asking.page)
    qtbot.waitUntil(lambda: not open_dialogs() and not open_questions())
    assert asking.answers == []


def test_a_window_that_goes_takes_its_dialog_with_it(qtbot: QtBot, asking: Asking) -> None:
    asking.press(SAVING)
    wait_for_dialog(qtbot)
    asking.window.close()
    delete(asking.window)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not open_dialogs() and asking.answers == []


def test_a_file_is_replaced_only_when_a_person_says_so(qtbot: QtBot, asking: Asking, tmp_path: Path) -> None:
    (tmp_path / "there.csv").write_text("kept", "utf-8")

    def box() -> QMessageBox:
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
        found = QApplication.activeModalWidget()
        assert isinstance(found, QMessageBox)
        return found

    def typed() -> None:
        edit = wait_for_dialog(qtbot).findChild(QWidget, "fileNameEdit")
        edit.setText(str(tmp_path / "there"))  # type: ignore[union-attr]
        QTest.keyClick(edit, Qt.Key.Key_Return)

    ask_file_to_save(asking.page, "Save", "there.csv", "Tables (*.csv)", asking.answers.append, ".csv")
    typed()
    assert "there.csv in this folder already" in box().text() and asking.answers == []
    QTest.keyClick(box(), Qt.Key.Key_Escape)
    wait_for_dialog(qtbot)
    assert asking.answers == []
    typed()
    QTest.mouseClick(box().findChild(QPushButton, "file_replace_yes"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not open_questions())
    assert asking.answers == [tmp_path / "there.csv"]


def test_a_file_that_is_not_there_opens_no_box_over_the_dialog(qtbot: QtBot, asking: Asking, tmp_path: Path) -> None:
    ask_file_to_open(asking.page, "Open", "Tables (*.csv)", asking.answers.append)
    answer_file(qtbot, tmp_path / "no" / "x.csv")
    assert asking.answers == [tmp_path / "no" / "x.csv"], "whoever reads it says that it is not there"
