"""The main window: every page by keys and clicks, every control named, the mark of the demo, the look changed live."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.shell.window import MainWindow
from gui.theme import metrics
from gui.theme.look import tokens
from tests.gui.shell_parts import click, open_window, settled, widgets_of

PAGES = ("patients", "today", "clinic", "regimens", "outcomes", "settings", "setup", "patient_form")
INPUTS = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> MainWindow:
    return open_window(session, qtbot)


def is_ours(widget: QWidget) -> bool:
    """Not a part Qt makes for itself inside its own widgets."""
    parent = widget.parentWidget()
    inside = isinstance(parent, QComboBox) or (parent is not None and isinstance(parent.parentWidget(), QComboBox))
    return not inside and not widget.objectName().startswith("qt_")


@pytest.mark.parametrize("page", PAGES)
def test_every_input_and_button_of_a_page_has_a_name(
    window: MainWindow, session: Session, qtbot: QtBot, page: str
) -> None:
    window.show_page(page)
    settled(session, qtbot)
    controls = [w for w in widgets_of(window) if isinstance(w, INPUTS) and is_ours(w)]
    assert len(controls) > 6
    assert not [w for w in controls if not w.accessibleName()]
    assert not [w for w in controls if not w.objectName()]


def test_no_two_controls_share_a_name(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    for page in PAGES:
        window.show_page(page)
    settled(session, qtbot)
    names = Counter(w.objectName() for w in widgets_of(window) if isinstance(w, INPUTS) and is_ours(w))
    assert not [name for name, count in names.items() if count > 1]


@pytest.mark.parametrize("page", PAGES)
def test_buttons_with_words_have_a_mnemonic(window: MainWindow, session: Session, qtbot: QtBot, page: str) -> None:
    shown = window.show_page(page)
    assert shown is not None
    settled(session, qtbot)
    buttons = [
        b
        for b in shown.findChildren(QAbstractButton)
        if b.text() and not isinstance(b, QRadioButton) and is_ours(b) and b.property("role") not in ("word", "row")
        and not b.property("alike")  # one a line of a list: too few letters; by arrow keys, tried below
    ]  # fmt: skip
    assert not [b.objectName() for b in buttons if not re.search(r"&[^&]", b.text())]


def test_buttons_without_a_mnemonic_are_walked_by_arrow_keys_and_pressed_by_space(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    """One button for each person: from the first to the last, and the last takes over the screen."""
    nurse = session.actions.add_person("Jo Marsh", "nurse").result(10)
    window.show_page("settings")
    session.people = (*session.people, nurse)
    session.people_changed.emit()
    settled(session, qtbot)
    alike = [b for b in widgets_of(window) if isinstance(b, QAbstractButton) and b.property("alike")]
    walked = [next(b for b in alike if b.isVisible())]
    walked[0].setFocus()
    for _step in range(len(alike) - 1):
        qtbot.keyClick(walked[-1], Qt.Key.Key_Down)
        walked.append(QApplication.focusWidget())  # type: ignore[arg-type]
    assert set(walked) == set(alike)
    assert walked[-1].objectName().startswith("be_jo")
    qtbot.keyClick(walked[-1], Qt.Key.Key_Space)
    assert session.person == nurse


@pytest.mark.parametrize("page", PAGES)
def test_no_two_buttons_in_sight_share_a_mnemonic(
    window: MainWindow, session: Session, qtbot: QtBot, page: str
) -> None:
    shown = window.show_page(page)
    assert shown is not None
    settled(session, qtbot)
    texts = [b.text() for b in shown.findChildren(QAbstractButton) if b.isVisible() and not isinstance(b, QCheckBox)]
    keys = Counter(found[1].lower() for text in texts if (found := re.search(r"&([^&\s])", text)))
    assert not [key for key, count in keys.items() if count > 1]


def test_control_and_a_number_lead_to_each_page(window: MainWindow, qtbot: QtBot) -> None:
    for key, name in (
        (Qt.Key.Key_1, "today"),
        (Qt.Key.Key_3, "regimens"),
        (Qt.Key.Key_4, "outcomes"),
        (Qt.Key.Key_5, "settings"),
        (Qt.Key.Key_2, "patients"),
    ):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.current_name() == name
        assert window.rail.buttons[name].isChecked()


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_K])
def test_the_search_is_reached_from_anywhere(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    window.show_page("settings")
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.current_name() == "patients"
    assert QApplication.focusWidget() is window.patients.search


def test_the_rail_is_clicked_to_a_page(window: MainWindow, qtbot: QtBot) -> None:
    click(qtbot, window.rail.buttons["regimens"])
    assert window.current_name() == "regimens"


def test_the_demo_says_so_on_every_page(session: Session, qtbot: QtBot) -> None:
    window = open_window(session, qtbot, demo=True)
    for page in PAGES:
        window.show_page(page)
        assert window.mark.isVisible()
        assert window.mark.words() == "Demo clinic · synthetic patients · not for clinical use"


def test_who_is_at_the_screen_is_switched_in_the_rail(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    nurse = session.actions.add_person("Jo Marsh", "nurse").result(10)
    session.people = (*session.people, nurse)
    click(qtbot, window.rail.person_button)
    menu = window.status.menu
    qtbot.waitUntil(menu.isVisible)
    row = next(action for action in menu.actions() if action.text().startswith("Jo Marsh"))
    menu.setActiveAction(row)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert session.person == nurse
    assert "Jo Marsh" in window.rail.person_button.accessibleName()
    assert "nurse" in window.rail.person_button.accessibleName()


def test_theme_and_text_size_change_the_open_window(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    window.show_page("settings")
    session.set_settings(replace(session.settings, theme="dark", text_scale=150))
    settled(session, qtbot)
    assert tokens().name == "dark"
    assert metrics.scale() == 1.5
    assert window.current_name() == "settings"


def test_who_tries_colours_by_arrow_keys_goes_on_from_there(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    window.show_page("settings")
    first = window.findChild(QWidget, "settings_theme_system")
    assert isinstance(first, QWidget)
    first.setFocus()
    for _choice in ("light", "dark", "contrast_light", "contrast_dark"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        settled(session, qtbot)
    assert session.settings.theme == "contrast_dark" and tokens().name == "contrast_dark"
    assert QApplication.focusWidget().objectName() == "settings_theme_contrast_dark"


def test_an_open_window_follows_the_system_into_high_contrast(
    window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.theme.look.system_contrast", lambda: True)
    session.set_settings(replace(session.settings, theme="light"))
    hints = QApplication.styleHints()
    wishes = hints.accessibility()
    wishes.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert not tokens().high  # light was asked for
    session.set_settings(replace(session.settings, theme="system"))
    assert tokens().high
    monkeypatch.undo()
    wishes.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert not tokens().high


def test_a_refusal_nobody_hears_is_shown_in_words_and_closed(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    session.link.unheard.emit("The disk is full; nothing was saved.")
    strip = window.say("warn", "The disk is full; nothing was saved.")
    assert "disk is full" in strip.text()
    click(qtbot, strip.close_button)
    assert not strip.isVisible()


def test_size_and_place_are_kept(session: Session, qtbot: QtBot, tmp_path: object) -> None:
    file = f"{tmp_path}/window.ini"
    keep = QSettings(file, QSettings.Format.IniFormat)
    first = MainWindow(session.lookup, (), keep)
    first.resize(712, 654)
    first.show()
    first.close()
    keep.sync()
    second = MainWindow(session.lookup, (), QSettings(file, QSettings.Format.IniFormat))
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (712, 654)


def test_a_small_window_keeps_only_the_icons_of_the_rail(window: MainWindow) -> None:
    wide = window.rail.width()
    window.resize(900, 700)
    assert window.rail.width() < wide
    assert window.rail.buttons["today"].accessibleName() == "Today"
