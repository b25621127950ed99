"""The door of the window, by keys: sign in, lock, come back to what was typed, switch; nothing is seen before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.link import Link
from gui.patients.patient_form import PatientForm
from gui.people.account_page import AccountPage
from gui.people.people_page import PeoplePage
from gui.session import Session
from gui.shell.window import MainWindow
from gui.sign_in.door import Door
from gui.sign_in.idle import IdleWatch
from records.actions import Actions
from records.lookup import Lookup
from records.values.core import SiteSettings
from tests.gui.conftest import TODAY
from tests.gui.shell_parts import click, settled
from tests.records.account_examples import SECRET, add, begin, hash_quickly
from tests.records.examples import ENTRY

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def site(actions: Actions, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A site with an administrator, a pharmacist and a nurse, one patient, and nobody signed in."""
    from uuid import uuid4

    hash_quickly(monkeypatch)
    admin = begin(actions).person
    wanted = SiteSettings(
        site_name="Day Unit", country="US", practice="us", first_dose="morning", day_phone="555", night_phone="556",
        set_up=True,
    )  # fmt: skip
    settings = actions.save_settings(admin, wanted, "test").result(30)
    add(actions, admin, "pharmacist")
    add(actions, admin, "nurse")
    nurse = actions.sign_in("nurse", SECRET).result(30).person
    actions.add_patient(nurse, uuid4(), ENTRY).result(30)
    actions.sign_out().result(30)
    crashes: list[object] = []
    made = Session(actions, Lookup(tmp_path / "clinic.db"), Link(), settings=settings, today=lambda: TODAY)
    made.accounts = True
    made.link.crashed.connect(crashes.append)
    yield made
    made.close()
    assert not crashes, crashes


@pytest.fixture
def window(site: Session, qtbot: QtBot) -> MainWindow:
    """The window as it opens on records to which people sign in."""
    window = MainWindow(site.lookup, site.lookup.first_lines(50), None)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.attach(site)
    settled(site, qtbot)
    return window


def keys(window: MainWindow, site: Session, qtbot: QtBot, login: str, password: str = SECRET) -> None:
    """Login, Return, password, Return."""
    page = window.door.page
    qtbot.waitUntil(page.login.edit.hasFocus)
    QTest.keyClicks(page.login.edit, login)
    QTest.keyClick(page.login.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(page.password.edit.hasFocus)
    QTest.keyClicks(page.password.edit, password)
    QTest.keyClick(page.password.edit, Qt.Key.Key_Return)
    settled(site, qtbot)


def unlock(window: MainWindow, site: Session, qtbot: QtBot) -> None:
    """The password alone."""
    page = window.door.page
    qtbot.waitUntil(page.password.edit.hasFocus)
    QTest.keyClicks(page.password.edit, SECRET)
    QTest.keyClick(page.password.edit, Qt.Key.Key_Return)
    settled(site, qtbot)


def begin_patient(window: MainWindow, qtbot: QtBot) -> QLineEdit:
    """The form of a new patient, half a name typed."""
    window.new_patient()
    form = window.current_page()
    assert isinstance(form, PatientForm)
    name: QLineEdit = form.fields["name"].edit  # type: ignore[union-attr]
    name.setFocus()
    qtbot.waitUntil(name.hasFocus)
    QTest.keyClicks(name, "Oka")
    return name


def test_no_patient_is_seen_before_somebody_signs_in(window: MainWindow, site: Session, qtbot: QtBot) -> None:
    assert window.door.shut() and not window.stack.isVisible() and not window.rail.isVisible()
    assert window.patients.rows.rowCount() == 0 and site.lookup.first_lines(5) == ()
    for key in (Qt.Key.Key_1, Qt.Key.Key_F, Qt.Key.Key_K):
        QTest.keyClick(window, key, CONTROL)
    assert not window.stack.isVisible()
    shown = " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    assert ENTRY.name not in shown
    keys(window, site, qtbot, "nurse")
    assert not window.door.shut() and site.person.role == "nurse"
    assert window.patients.rows.rowCount() == 1


def test_a_wrong_password_says_so_and_is_taken_away(window: MainWindow, site: Session, qtbot: QtBot) -> None:
    keys(window, site, qtbot, "nurse", "not this one at all")
    page = window.door.page
    assert "do not belong together" in page.strip.text()
    assert page.password.text() == "" and page.login.text() == "nurse"
    assert page.password.edit.hasFocus() and window.door.shut()
    unlock(window, site, qtbot)
    assert not window.door.shut()


def test_the_same_person_finds_the_form_as_it_was_left(window: MainWindow, site: Session, qtbot: QtBot) -> None:
    keys(window, site, qtbot, "nurse")
    name = begin_patient(window, qtbot)
    QTest.keyClick(name, Qt.Key.Key_L, CONTROL)
    settled(site, qtbot)
    assert window.door.shut() and site.actions.locked and not name.isVisible()
    unlock(window, site, qtbot)
    assert name.isVisible() and name.text() == "Oka"
    qtbot.waitUntil(name.hasFocus)
    QTest.keyClicks(name, "for")
    assert name.text() == "Okafor"


def test_somebody_else_takes_over_and_what_was_typed_is_still_there(
    window: MainWindow, site: Session, qtbot: QtBot
) -> None:
    keys(window, site, qtbot, "nurse")
    name = begin_patient(window, qtbot)
    window.door.lock()
    settled(site, qtbot)
    click(qtbot, window.door.page.other_button)
    keys(window, site, qtbot, "pharmacist")
    assert site.person.role == "pharmacist" and site.actions.signed_in == site.signed
    assert name.isVisible() and name.text() == "Oka"
    assert window.rail.person_button.text() == "Priya Raman"


def test_signing_out_leaves_no_patient_in_sight(window: MainWindow, site: Session, qtbot: QtBot) -> None:
    keys(window, site, qtbot, "nurse")
    window.door.sign_out()
    settled(site, qtbot)
    assert window.door.shut() and site.actions.signed_in is None
    assert window.door.page.mode() == "sign in" and not window.stack.isVisible()


class FakeClock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_screen_locks_when_nobody_touches_it_and_not_before(
    window: MainWindow, site: Session, qtbot: QtBot
) -> None:
    keys(window, site, qtbot, "nurse")
    clock = FakeClock()
    door: Door = window.door
    door.idle._clock = clock
    door.idle.begin()
    clock.now = 599
    door.idle.tick()
    assert not door.shut()
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Shift)  # somebody is there
    clock.now = 1198
    door.idle.tick()
    assert not door.shut()
    clock.now = 1199
    door.idle.tick()
    settled(site, qtbot)
    assert door.shut() and site.actions.locked


@pytest.mark.parametrize("minutes", [1, 10, 60])
def test_idle_is_told_once_after_the_minutes_of_the_site(qtbot: QtBot, minutes: int) -> None:
    clock, told = FakeClock(), []
    watch = IdleWatch(lambda: minutes, clock)
    watch.idle.connect(lambda: told.append(clock.now))
    watch.begin()
    for second in (60 * minutes - 1, 60 * minutes, 60 * minutes + 600):
        clock.now = float(second)
        watch.tick()
    assert told == [60.0 * minutes]


def test_an_administrator_sees_people_and_no_patient(window: MainWindow, site: Session, qtbot: QtBot) -> None:
    keys(window, site, qtbot, "administrator")
    assert isinstance(window.current_page(), PeoplePage)
    assert not window.rail.buttons["patients"].isVisible() and not window.rail.buttons["today"].isVisible()
    for key in (Qt.Key.Key_1, Qt.Key.Key_F):
        QTest.keyClick(window, key, CONTROL)
    assert isinstance(window.current_page(), PeoplePage)
    assert site.lookup.first_lines(5) == ()


def test_somebody_new_is_added_and_chooses_a_password(window: MainWindow, site: Session, qtbot: QtBot) -> None:
    keys(window, site, qtbot, "administrator")
    page = window.current_page()
    assert isinstance(page, PeoplePage)
    QTest.keyClicks(page.name.edit, "Ines Duarte")
    click(qtbot, page.role.buttons["prescriber"])
    QTest.keyClicks(page.login.edit, "ines")
    QTest.keyClicks(page.password.first.edit, "a first word for ines")
    QTest.keyClicks(page.password.second.edit, "a first word for inez")
    click(qtbot, page.add_button)
    assert page.password.second.note() == "The two are not the same."
    page.password.second.edit.selectAll()
    QTest.keyClicks(page.password.second.edit, "a first word for ines")
    click(qtbot, page.add_button)
    settled(site, qtbot)
    assert "Ines Duarte was added." in page.strip.text()
    window.door.switch()
    settled(site, qtbot)
    keys(window, site, qtbot, "ines", "a first word for ines")
    door = window.door.page
    assert door.mode() == "own password" and window.door.shut()
    for field in (door.own.first, door.own.second):
        QTest.keyClicks(field.edit, SECRET)
    QTest.keyClick(door.own.second.edit, Qt.Key.Key_Return)
    settled(site, qtbot)
    assert not window.door.shut() and site.person.name == "Ines Duarte"


def test_emergency_rights_stand_in_red_until_they_end(window: MainWindow, site: Session, qtbot: QtBot) -> None:
    keys(window, site, qtbot, "nurse")
    assert not site.may("sign order")
    page = window.show_page("account")
    assert isinstance(page, AccountPage)
    QTest.keyClicks(page.reason.edit, "no pharmacist can be reached")
    QTest.keyClicks(page.proof.edit, SECRET)
    click(qtbot, page.emergency_button)
    settled(site, qtbot)
    bar = window.door._bar
    assert bar is not None and bar.isVisible()
    assert "EMERGENCY RIGHTS" in bar.words.text() and "no pharmacist can be reached" in bar.words.text()
    assert site.may("sign order") and not site.may("add member")
    click(qtbot, bar.end_button)
    settled(site, qtbot)
    assert not bar.isVisible() and not site.may("sign order")


def test_old_records_ask_for_a_first_account(session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.gui.shell_parts import open_window

    hash_quickly(monkeypatch)
    window = open_window(session, qtbot)
    window.door.ask_first(session.actions.accounts().result(10))
    page = window.door.page
    assert page.mode() == "first account" and not window.stack.isVisible()
    page.person.choose(str(session.person.id))
    QTest.keyClicks(page.login.edit, "priya")
    for field in (page.own.first, page.own.second):
        QTest.keyClicks(field.edit, SECRET)
    click(qtbot, page.go_button)
    settled(session, qtbot)
    assert not window.door.shut() and session.accounts
    assert session.actions.accounts().result(10).any


def test_passwords_are_dots_and_are_forgotten_by_the_page(window: MainWindow, site: Session, qtbot: QtBot) -> None:
    page = window.door.page
    assert page.password.edit.echoMode() == QLineEdit.EchoMode.Password
    keys(window, site, qtbot, "nurse")
    assert page.password.text() == "" and page._old == ""


def test_a_change_of_the_look_keeps_the_door_working(window: MainWindow, site: Session, qtbot: QtBot) -> None:
    keys(window, site, qtbot, "nurse")
    window.rebuild()
    window.show_page("patients")
    window.door.lock()
    settled(site, qtbot)
    unlock(window, site, qtbot)
    assert not window.door.shut() and window.patients.isVisible()
