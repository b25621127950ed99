"""Records that cannot be written: one bar says why, nothing can be stored or typed, and looking and printing go on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.link import Link
from gui.options import Options
from gui.running import Running
from gui.session import Session
from gui.shell.reading_only import ReadingOnly, writes
from gui.shell.window import MainWindow
from gui.visit.event_row import EventRow
from gui.widgets.writing import stores
from records.errors import Outdated
from records.store import Store
from records.thread import StoreThread
from tests.gui.course_clinic import patient_with_course, sign
from tests.gui.dose_clinic import DAY1
from tests.gui.file_answers import answer_file
from tests.gui.shell_parts import click, open_window, settled

#: They ask the system for a place, or make pages; they change nothing of the records.
OUTSIDE = ("choose_folder", "print_", "save_", "preview_", "worklist_print", "regimen_certificate")
#: The fullest of those on which something is stored.
STORING = ("dose", "visit")


@pytest.fixture
def opened(
    session: Session, qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Iterator[Running]:  # fmt: skip
    """The program on records of one patient with a signed cycle, in a folder that cannot be written to; or, with the
    parameter "rights", by a role that may only read, as on a server.
    """
    _patient, course = patient_with_course(session)
    sign(session, course)
    session.close()
    session.actions.close()
    if getattr(request, "param", "file") == "rights":
        monkeypatch.setattr(Store, "why_reading", property(lambda _store: "rights"))
    else:
        monkeypatch.setattr("records.keeping.store_file.can_be_written", lambda _store: False)
    keep = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(None, (), keep, demo=True)
    qtbot.addWidget(window)
    window.show()
    options = Options(demo=True, data_dir=tmp_path, today=DAY1)
    run = Running(qapp, window, options, tmp_path, tmp_path / "clinic.db", keep)
    run.begin()
    qtbot.waitUntil(lambda: run.session is not None, timeout=30_000)
    yield run
    window.close()
    run.end()


def in_sight(page: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in page.findChildren(kind) if one.isVisible() and one.isEnabled()]


def try_everything(qtbot: QtBot, page: QWidget) -> None:
    """Type into whatever takes words, press whatever can be pressed."""
    for edit in in_sight(page, QLineEdit):
        assert isinstance(edit, QLineEdit)
        before = edit.text()
        qtbot.keyClicks(edit, "7")
        assert edit.text() == before or edit.objectName() == "trail_anchor_edit", edit.objectName()
    assert all(one.isReadOnly() for one in page.findChildren(QPlainTextEdit) if one.isVisible())
    for row in in_sight(page, EventRow):
        assert isinstance(row, EventRow)
        before_key = row.draft
        qtbot.keyClick(row, Qt.Key.Key_3)
        assert row.draft == before_key
    for button in in_sight(page, QPushButton):
        if button.isVisible() and button.isEnabled() and not button.objectName().startswith(OUTSIDE):  # type: ignore[attr-defined]
            click(qtbot, button)


def test_nothing_that_can_be_pressed_or_typed_asks_the_store_to_write(
    opened: Running, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(StoreThread, "write", lambda _thread, make: asked.append(make().action))
    window, session = opened._window, opened.session
    assert session is not None
    bar = window.findChild(QLabel, "reading_words")
    assert isinstance(bar, QLabel) and bar.isVisible()
    assert "FOR READING ONLY" in bar.text() and "cannot be written" in bar.text()
    new = window.findChild(QPushButton, "new_patient")
    assert new is not None and not new.isEnabled()
    line = session.lookup.first_lines(1)[0]
    for name in STORING:
        window.open_patient(line.id, name)
        settled(session, qtbot)
        workspace = window.page("workspace")
        page = workspace.pages[name]  # type: ignore[attr-defined]
        assert page.isVisible()
        try_everything(qtbot, page)
        settled(session, qtbot)
        assert asked == [], name
    for name in ("settings",):
        shown = window.show_page(name)
        assert shown is not None
        settled(session, qtbot)
        try_everything(qtbot, shown)
        settled(session, qtbot)
        assert asked == [], name
    window.edit_patient(line.id)
    settled(session, qtbot)
    fields = in_sight(window.current_page(), QLineEdit)
    assert len(fields) > 5 and all(field.isReadOnly() for field in fields)  # type: ignore[attr-defined]


@pytest.mark.parametrize("opened", ["rights"], indirect=True)
def test_a_day_list_is_printed_all_the_same_and_leaves_no_entry(opened: Running, qtbot: QtBot, tmp_path: Path) -> None:
    window, session = opened._window, opened.session
    assert session is not None
    bar = window.findChild(QLabel, "reading_words")
    assert isinstance(bar, QLabel) and "may read the records and not change them" in bar.text()
    page = window.show_page("today")
    assert page is not None
    settled(session, qtbot)
    before = session.actions.trail_end().result(30)
    click(qtbot, page.findChild(QPushButton, "worklist_print"))
    printing = page.printing  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "is made" in printing.strip.text(), timeout=60_000)
    click(qtbot, page.findChild(QPushButton, "day_print_strip_save"))
    answer_file(qtbot, tmp_path / "list.pdf")
    qtbot.waitUntil(lambda: "Saved as" in printing.strip.text(), timeout=15_000)
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    assert session.actions.trail_end().result(30) == before


def test_records_that_a_newer_program_upgraded_meanwhile_are_held_back_at_the_first_refusal(
    session: Session, qtbot: QtBot
) -> None:
    window = open_window(session, qtbot)
    window.new_patient()
    form = window.current_page()
    name = form.findChild(QLineEdit, "patient_name_edit")
    assert name is not None and window.findChild(ReadingOnly) is None
    qtbot.keyClicks(name, "Ada")
    link: Link = session.link
    link.outdated.connect(session.set_reading_only)
    link.run(lambda: (_ for _ in ()).throw(Outdated("A newer version has upgraded these records.")), print, None, form)
    qtbot.waitUntil(lambda: window.findChild(QLabel, "reading_words") is not None, timeout=15_000)
    assert name.isReadOnly() and name.text() == "Ada", "what was typed stays to be copied"
    save = form.findChild(QPushButton, "patient_form_save")
    assert save is not None and not save.isEnabled()


def test_what_says_that_it_stores_is_off_and_so_is_all_that_stands_on_it(qtbot: QtBot) -> None:
    page, button, looks = stores(QWidget()), stores(QPushButton("Drop it")), QPushButton("Show it")
    for one in (page, button, looks):
        qtbot.addWidget(one)
    field = QLineEdit(page)
    assert writes(button) and writes(field) and not writes(looks)
