"""A sign that cannot be drawn is noticed: the minus of a dose must not become an empty box."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme.signs import SIGNS, missing_signs


def test_a_sign_no_font_has_is_named_and_letters_are_not(qtbot: QtBot) -> None:
    found = missing_signs(QApplication.font(), {"A": "letter", "\U0010fffe": "nothing", "0": "digit"})
    assert found == ("nothing",) and SIGNS["−"] == "minus"
