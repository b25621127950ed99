"""The page of keys says what the program listens to: each shortcut stands there, and each key there is one."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.calendar_page.calendar_page import CalendarPage
from gui.manual.chapters import CHAPTER_OF, DOCS, chapters
from gui.manual.help_key import subject_of
from gui.session import Session
from gui.shell.pages import _MAKERS
from gui.shell.window import MainWindow
from gui.workspace.workspace import PAGES, Workspace
from tests.gui.course_clinic import patient_with_course
from tests.gui.dose_clinic import add_patient
from tests.gui.shell_parts import open_window, settled

#: Keys that a widget reads itself, and the test that presses them.
READ_BY_A_WIDGET = {
    "Ctrl++": "test_calendar_page.py::test_the_preview_zooms_and_turns_pages_by_keyboard",
    "Ctrl+-": "test_calendar_page.py::test_the_preview_zooms_and_turns_pages_by_keyboard",
    "Ctrl+A": "test_clinic_page.py::test_rows_are_marked_by_keys_and_what_cannot_be_printed_is_named",
    "Ctrl+Up": "test_fields.py::test_the_date_understood_is_shown_with_its_weekday_and_steps_by_keys",
    "Ctrl+Down": "test_fields.py::test_the_date_understood_is_shown_with_its_weekday_and_steps_by_keys",
    "Ctrl+1 to Ctrl+4": "test_checklist_page.py::test_not_done_needs_a_reason_and_ctrl_2_chooses_it",
}
SAID = re.compile(r"^\| ([^|]+) \|", re.MULTILINE)


def keys_said() -> set[str]:
    """Keys with Ctrl, Alt or F in the first column of the page."""
    text = (DOCS / "manual" / "keys.md").read_text(encoding="utf-8")
    found = {key for cell in SAID.findall(text) for key in cell.split(", ")}
    return {key for key in found if key.startswith(("Ctrl+", "Alt+", "F1"))}


def shortcuts(top: QWidget) -> set[str]:
    """Keys of every shortcut in a widget; Esc and underlined letters are left out."""
    found = {shortcut.key().toString() for shortcut in top.findChildren(QShortcut)}
    return {key for key in found if key not in ("", "Esc") and not re.fullmatch(r"Alt\+[A-Z]", key)}


def walk(window: MainWindow, session: Session, qtbot: QtBot) -> set[str]:
    """Every page shown once, those of a patient too, each with its chapter; the keys of all of them."""
    for name in (*_MAKERS, "patients"):
        if name not in ("workspace", "manual"):
            window.show_page(name)
            assert subject_of(window) == name
    window.open_patient(add_patient(session).id, "dose")
    settled(session, qtbot)
    assert subject_of(window) == "workspace:begin"
    treated, _course = patient_with_course(session)
    window.open_patient(treated.id, "plan")
    settled(session, qtbot)
    workspace = window.current_page()
    assert isinstance(workspace, Workspace)
    for page in PAGES:
        workspace.show_page(page)
        assert subject_of(window) == f"workspace:{page}"
    settled(session, qtbot)
    return shortcuts(window)


def test_every_shortcut_stands_on_the_page_of_keys_and_every_key_there_is_one(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CalendarPage, "_prepare", lambda _page: None)  # no process for pages: only keys are asked for
    window = open_window(session, qtbot)
    assert walk(window, session, qtbot) == keys_said() - set(READ_BY_A_WIDGET)
    assert set(READ_BY_A_WIDGET) <= keys_said()


@pytest.mark.parametrize("named", sorted(set(READ_BY_A_WIDGET.values())))
def test_keys_that_a_widget_reads_are_pressed_by_a_test(named: str) -> None:
    file, _, test = named.partition("::")
    assert f"def {test}" in (Path(__file__).parent / file).read_text(encoding="utf-8")


def test_every_page_that_f1_can_be_pressed_on_has_a_chapter() -> None:
    patient = {f"workspace:{name}" for name in (*PAGES, "begin", "move", "check")}
    assert set(CHAPTER_OF) == (set(_MAKERS) | {"patients"} | patient) - {"workspace", "manual"}
    assert set(CHAPTER_OF.values()) <= {chapter.file for chapter in chapters()}


@pytest.mark.parametrize("what", ["check", "mover"])
def test_what_stands_in_the_place_of_the_pages_has_its_own_chapter(what: str) -> None:
    nothing, open_now = SimpleNamespace(page=None), SimpleNamespace(page=object())
    workspace = SimpleNamespace(**({"check": nothing, "mover": nothing} | {what: open_now}))
    window = SimpleNamespace(current_name=lambda: "workspace", page=lambda _name: workspace)
    assert subject_of(cast(MainWindow, window)) == f"workspace:{'check' if what == 'check' else 'move'}"
