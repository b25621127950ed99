"""The Clinic page as a day unit works it: forty patients, marked, checked, printed and given, all in the window."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.clinic.clinic_page import ClinicPage
from gui.clinic.clinic_rows import spoken
from gui.clinic.downtime_clock import DowntimeClock
from gui.dose.dose_page import DosePage
from gui.session import Session
from gui.settings.clinic_card import ClinicCard
from gui.settings.settings import Settings
from gui.shell.window import MainWindow
from gui.theme.look import apply_look
from gui.widgets.strip import Strip
from gui.worklist.worklist import Worklist
from gui.workspace.workspace import Workspace
from tests.gui.clinic_crowd import Crowded, crowd, go_ahead, second_person
from tests.gui.course_clinic import texts_of
from tests.gui.dose_clinic import DAY1, retype, settle
from tests.gui.file_answers import answer_file
from tests.gui.shell_parts import click, open_window, settled
from tests.gui.test_chair_page import OXALI, PEMBRO, given_by_keys
from tests.gui.test_second_check import release_card
from tests.gui.visit_clinic import press, stroke

READY, SIGNED, NEW = 3, 1, 36
CTRL = Qt.KeyboardModifier.ControlModifier


def open_clinic(qtbot: QtBot, session: Session) -> tuple[MainWindow, ClinicPage]:
    """From Today, on the day it shows."""
    window = open_window(session, qtbot)
    window.resize(1500, 1000)
    today = window.show_page("today")
    assert isinstance(today, Worklist)
    settled(session, qtbot)
    click(qtbot, today.clinic_button)
    settled(session, qtbot)
    page = window.current_page()
    assert isinstance(page, ClinicPage) and page.day() == today.day()
    return window, page


def number_of(page: ClinicPage, one: Crowded) -> int:
    return next(place for place, row in enumerate(page.rows.rows()) if row.line.course_id == one.course.id)


def said(page: ClinicPage, one: Crowded) -> str:
    return spoken(page.rows.row(number_of(page, one)), marked=False)


def choose(page: ClinicPage, one: Crowded) -> None:
    page.view.setFocus()
    page.view.setCurrentIndex(page.rows.index(number_of(page, one)))


def save_into(qtbot: QtBot, page: ClinicPage, button: QPushButton, folder: Path) -> None:
    """By the button, the system's dialog answered with a folder, until it is done."""
    click(qtbot, button)
    answer_file(qtbot, folder)
    qtbot.waitUntil(lambda: page.printing.strip.text() != "", timeout=60_000)
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)


def record_as_given(qtbot: QtBot, session: Session, chair: Any) -> None:
    """Answer the question that follows the last signature."""

    def asked() -> list[QPushButton]:
        """The question in sight: it comes with the next reading, and anew with one still under way."""
        return [yes for yes in chair.proposal.findChildren(QPushButton, "chair_given_yes") if yes.isVisible()]

    qtbot.waitUntil(lambda: len(asked()) == 1, timeout=10_000)
    asked()[0].setFocus()
    stroke(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "recorded as given" in chair.message.text(), timeout=10_000)
    settle(qtbot, session)


def test_a_day_of_forty_patients_goes_through_the_window(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    people = crowd(session, ["ready"] * READY + ["signed"] * SIGNED + ["new"] * NEW)
    first, waiting, bare = people[0], people[READY], people[-1]
    go_ahead(session, waiting.course)
    window, page = open_clinic(qtbot, session)
    assert page.count.text() == "Day Unit · 40 come · 40 treated · 37 with something missing"
    assert "nothing missing" in said(page, first) and "oxaliplatin 210 mg" in said(page, first)
    assert "missing: second check not done" in said(page, waiting)
    missing = ("weight missing", "creatinine missing", "checklist 0 of", "order not signed", "no go-ahead for day 1")
    assert [words for words in missing if words not in said(page, bare)] == []

    # A second person checks the order that waits, typing the values again from the source.
    session.set_person(second_person(session))
    choose(page, waiting)
    stroke(qtbot, Qt.Key.Key_Return)
    settled(session, qtbot)
    workspace = window.current_page()
    assert isinstance(workspace, Workspace)
    qtbot.waitUntil(lambda: isinstance(workspace.pages.get("dose"), DosePage), timeout=10_000)
    settle(qtbot, session)
    dose: Any = workspace.pages["dose"]
    button = release_card(dose).findChild(QPushButton, "second_check")
    assert button is not None
    button.setFocus()
    stroke(qtbot, Qt.Key.Key_Space)
    check = workspace.check.page
    assert check is not None
    check.fields.units["creatinine"].choose("umol/L")
    for place, value in enumerate(("165", "58.0", "70", "3.1", "210")):
        press(qtbot, value)
        for _time in range(2 if 2 <= place < 4 else 1):  # past the unit
            stroke(qtbot, Qt.Key.Key_Tab)
    stroke(qtbot, Qt.Key.Key_Return, CTRL)
    settle(qtbot, session)

    # Back in the clinic it is complete; the complete ones are printed in one job.
    window.show_page("clinic")
    settled(session, qtbot)
    assert "nothing missing" in said(page, waiting)
    click(qtbot, page.complete_button)
    assert page.printing.marked.text() == "4 of 40 marked"
    save_into(qtbot, page, page.printing.save_button, tmp_path)
    assert "9 papers" in page.printing.strip.text() and not page.printing.left_out.count()
    pages = "".join(texts_of((tmp_path / "capox-clinic-2026-03-02.pdf").read_bytes()))
    squeezed = "".join(pages.split())
    assert all("".join(one.patient.entry.name.split()) in squeezed for one in people[: READY + SIGNED])
    assert "".join(bare.patient.entry.name.split()) not in squeezed
    settled(session, qtbot)

    # The first patient is treated.
    window.open_patient(first.patient.id, "chair")
    settled(session, qtbot)
    qtbot.waitUntil(lambda: workspace.pages.get("chair") is workspace.stack.currentWidget(), timeout=10_000)
    settle(qtbot, session)
    chair: Any = workspace.pages["chair"]
    given_by_keys(qtbot, session, chair, PEMBRO, "0905", "0937")
    given_by_keys(qtbot, session, chair, OXALI, "0950", "1152")

    record_as_given(qtbot, session, chair)
    window.show_page("clinic")
    settled(session, qtbot)
    assert page.rows.row(number_of(page, first)).line.state == "given"
    actions = {line.action for line in session.actions.history(first.patient.id).result(30)}
    assert {"record print", "print staff sheet", "print preparation list", "administer", "mark given"} <= actions


def test_rows_are_marked_by_keys_and_what_cannot_be_printed_is_named(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    ready, begun = crowd(session, ["ready", "begun"])
    _window, page = open_clinic(qtbot, session)
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    page.view.setFocus()
    stroke(qtbot, Qt.Key.Key_A, CTRL)
    assert page.printing.marked.text() == "2 of 2 marked"
    stroke(qtbot, Qt.Key.Key_Escape)
    assert not page.rows.marked() and not page.printing.save_button.isEnabled()
    choose(page, begun)
    stroke(qtbot, Qt.Key.Key_Space)
    assert [row.line.course_id for row in page.rows.marked()] == [begun.course.id]
    page.order.choose("name")
    assert [row.line.course_id for row in page.rows.marked()] == [begun.course.id]
    stroke(qtbot, Qt.Key.Key_A, CTRL)
    save_into(qtbot, page, page.printing.save_button, tmp_path)
    told = [page.printing.left_out.item(row).text() for row in range(page.printing.left_out.count())]
    assert len(told) == 2 and all(words.startswith(begun.patient.entry.name) for words in told)
    assert "is not signed" in " ".join(told) and page.printing.strip.tone() == "warn"
    assert page.printing.left_out.isVisible()
    assert ready.patient.entry.name not in " ".join(told)


def test_days_are_stepped_over_what_is_closed_and_typed(qtbot: QtBot, session: Session) -> None:
    _window, page = open_clinic(qtbot, session)
    assert page.empty.isVisible()
    page.show_day(date(2026, 3, 6))
    settled(session, qtbot)
    page.next_button.setFocus()
    stroke(qtbot, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    settled(session, qtbot)
    assert page.date_words.text() == "Mon 9 Mar 2026"
    stroke(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settled(session, qtbot)
    assert page.day() == date(2026, 3, 6)
    retype(qtbot, page, "clinic_date_edit", "2026-03-07")
    settled(session, qtbot)
    assert page.day() == date(2026, 3, 7) and "closed on this day: weekend" in page.strip.text()


def test_the_pack_is_written_by_its_button_and_says_so_in_the_trail(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    (one,) = crowd(session, ["ready"])
    _window, page = open_clinic(qtbot, session)
    save_into(qtbot, page, page.printing.pack_button, tmp_path)
    (folder,) = tmp_path.glob("capox-downtime-*")
    assert folder.name in page.printing.strip.text() and (folder / "all-pages.pdf").is_file()
    assert any(line.action == "write downtime pack" for line in session.actions.history(one.patient.id).result(30))


def test_the_clock_writes_one_pack_a_day_into_the_folder_the_site_chose_and_says_when_it_cannot(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    window = open_window(session, qtbot)
    clock = DowntimeClock(session, window)
    folder = tmp_path / "packs"
    settings = replace(session.settings, downtime_folder=str(folder))
    session.settings = session.actions.save_settings(session.person, settings, "").result(30)
    clock.look()
    settled(session, qtbot)
    (strip,) = window.findChildren(Strip, "window_message")
    assert "is not there" in strip.text()
    folder.mkdir()
    for _time in range(2):
        clock.look()
        settled(session, qtbot)
    (pack,) = folder.iterdir()
    assert pack.name.startswith("capox-downtime-20260302-") and (pack / "index.pdf").is_file()
    clock.stop()


def test_chairs_and_opening_time_of_the_site_give_each_patient_a_proposed_time(qtbot: QtBot, session: Session) -> None:
    crowd(session, ["new", "new", "new"])
    settings = Settings(session)
    qtbot.addWidget(settings)
    settings.clinic.chairs.set_text("2")
    settings.clinic.opening.set_text("25:00")
    settings.save_button.click()
    assert "needs an answer" in settings.strip.text()
    settings.clinic.opening.set_text("8:30")
    settings.save_button.click()
    settled(session, qtbot)
    assert (session.settings.chairs, session.settings.opening_minute) == (2, 510)
    _window, page = open_clinic(qtbot, session)
    found = [(row.place.start, row.place.chair) for row in page.rows.rows() if row.place is not None]
    assert found == [(510, 1), (510, 2), (660, 1)]
    shown = ClinicCard()
    qtbot.addWidget(shown)
    shown.show_clinic(session.settings)
    assert shown.opening.text() == "08:30"


@pytest.mark.parametrize(("theme", "scale"), [("light", 100), ("dark", 200)])
def test_every_word_of_a_row_has_its_room_also_at_twice_the_text_size(
    qtbot: QtBot, session: Session, qapp: QApplication, theme: Any, scale: int
) -> None:
    long = "Maximiliane-Konstantina von Hohenzollern-Sigmaringen de la Concepción y Fernández-Villaverde, 王小明"
    crowd(session, ["new"])
    apply_look(qapp, theme, scale)
    page = ClinicPage(session)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    settled(session, qtbot)
    (row,) = page.rows.rows()
    page.rows.show_rows((replace(row, line=replace(row.line, name=long)),))
    QApplication.processEvents()
    from gui.clinic.clinic_list import _places

    rect = page.view.visualRect(page.rows.index(0))
    places = [place for place, _words in _places(page.rows.row(0), rect)]
    assert all(rect.contains(place) for place in places if place.height())
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    assert page.minimumSizeHint().width() <= 1360
    assert page.day() == DAY1
