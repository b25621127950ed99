"""Hospital A hands a course over by clicks and keys; hospital B takes the file over and signs the next cycle."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.dose.dose_page import DosePage
from gui.handover.give_page import GivePage
from gui.handover.take_page import TakePage
from gui.history.words import what_words
from gui.link import Link
from gui.session import Session
from gui.shell.window import MainWindow
from gui.workspace.workspace import Workspace
from records.actions import Actions
from records.lookup import Lookup
from records.values.core import PatientRecord
from tests.empty_store import empty_store
from tests.gui.dose_clinic import add_labs, add_patient, begin, edit_of, measure, retype, settle
from tests.gui.file_answers import answer_file
from tests.gui.visit_clinic import sign_and_give
from tests.records.handover_examples import keys_in

CYCLE2 = date(2026, 3, 23)


@dataclass
class Hospital:
    """A window with its records."""

    session: Session
    window: MainWindow

    def click(self, qtbot: QtBot, button: QPushButton) -> None:
        qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled(), timeout=10_000)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle(qtbot, self.session)

    def named(self, name: str) -> QPushButton:
        found = self.window.findChild(QPushButton, name)
        assert isinstance(found, QPushButton), name
        return found


def shown(qtbot: QtBot, session: Session) -> Hospital:
    window = MainWindow(session.lookup)
    qtbot.addWidget(window)
    window.attach(session)
    window.resize(1360, 900)
    window.show()
    settle(qtbot, session)
    return Hospital(session, window)


@pytest.fixture
def keys(tmp_path: Path) -> Iterator[None]:
    with keys_in(tmp_path / "keys"):
        yield


@pytest.fixture
def a(qtbot: QtBot, session: Session, keys: None) -> Hospital:
    return shown(qtbot, session)


@pytest.fixture
def b(qtbot: QtBot, session: Session, tmp_path: Path) -> Iterator[Hospital]:
    """Another data folder, another pharmacist; the same kind of site."""
    (tmp_path / "b").mkdir()
    actions = Actions.open(empty_store(tmp_path / "b" / "clinic.db"))
    person = actions.add_person("Bea Winter", "pharmacist").result(30)
    site = actions.save_settings(person, session.settings, "test").result(30)
    crashes: list[object] = []
    lookup = Lookup(tmp_path / "b" / "clinic.db")
    made = Session(actions, lookup, Link(), settings=site, person=person, today=lambda: CYCLE2)
    made.link.crashed.connect(crashes.append)
    yield shown(qtbot, made)
    made.close()
    actions.close()
    assert not crashes, crashes


def course_of_a(a: Hospital) -> PatientRecord:
    """Cycle 1 given, values for cycle 2 there."""
    patient = add_patient(a.session)
    measure(a.session, patient, "165", "58.0")
    add_labs(a.session, patient)
    sign_and_give(a.session, patient, begin(a.session, patient))
    measure(a.session, patient, "165", "57.4", CYCLE2)
    add_labs(a.session, patient, CYCLE2, neutrophils="2.9")
    return patient


def hand_over(qtbot: QtBot, a: Hospital, patient: PatientRecord, target: Path) -> GivePage:
    a.window.open_patient(patient.id, "plan")
    settle(qtbot, a.session)
    a.click(qtbot, a.named("handover_open"))
    page = a.window.current_page()
    assert isinstance(page, GivePage)
    settle(qtbot, a.session)
    qtbot.mouseClick(page.go_button, Qt.MouseButton.LeftButton)  # without a hospital nothing is asked
    assert a.window.focusWidget() is page.other.edit and not target.exists()
    QTest.keyClicks(page.other.edit, "Hospital B")
    qtbot.mouseClick(page.go_button, Qt.MouseButton.LeftButton)
    assert answer_file(qtbot, target).endswith(".capox-handover")
    settle(qtbot, a.session)
    qtbot.waitUntil(lambda: target.exists(), timeout=10_000)
    settle(qtbot, a.session)
    return page


def test_what_was_typed_for_one_patient_is_gone_for_the_next(qtbot: QtBot, a: Hospital, tmp_path: Path) -> None:
    first, second = course_of_a(a), add_patient(a.session)
    begin(a.session, second)
    page = hand_over(qtbot, a, first, tmp_path / "course.capox-handover")
    before = page.passphrase.text()
    qtbot.mouseClick(page.withdraw_button, Qt.MouseButton.LeftButton)
    assert a.window.focusWidget() is page.why.edit
    QTest.keyClicks(page.why.edit, "they stay with us")
    a.click(qtbot, page.withdraw_button)
    assert page.about.text().startswith("One file with the whole course") and page.other.isVisible()
    QTest.keyClicks(page.note.edit, "allergic to plasters")

    page.begin(second.id)
    settle(qtbot, a.session)
    qtbot.waitUntil(lambda: bool(page.passphrase.text()))
    assert (page.other.text(), page.note.text(), page.why.text(), page.fingerprint.text()) == ("", "", "", "")
    assert page.passphrase.text() != before and page.whose.text().startswith("born ")
    assert a.window.focusWidget() is page.other.edit


def test_a_hands_over_and_b_takes_over_and_signs_the_next_cycle(
    qtbot: QtBot, a: Hospital, b: Hospital, tmp_path: Path
) -> None:
    patient, target = course_of_a(a), tmp_path / "course.capox-handover"
    page = hand_over(qtbot, a, patient, target)
    passphrase, fingerprint = page.passphrase.text(), page.fingerprint.text().split(": ")[1]
    assert patient.entry.name not in target.read_text("utf-8") and len(passphrase) > 20
    assert page.strip.tone() == "ok" and "telephone" in page.strip.text()
    assert "Handover of a running course" in page.files.text.toPlainText() and page.files.isVisible()

    qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    settle(qtbot, a.session)
    place = a.window.current_page()
    assert isinstance(place, Workspace) and place.handed.isVisible()
    assert "Handed over to Hospital B" in place.handed.strip.text()
    dose = place.show_page("dose")
    assert isinstance(dose, DosePage)
    settle(qtbot, a.session)
    assert "Handed over to Hospital B" in dose.signing_words.text() or not dose.sign_button.isEnabled()

    qtbot.mouseClick(b.window.patients.take_button, Qt.MouseButton.LeftButton)
    take = b.window.current_page()
    assert isinstance(take, TakePage)
    take.open(target)
    settle(qtbot, b.session)
    assert take.passphrase.isVisible() and b.window.focusWidget() is take.passphrase.edit
    QTest.keyClicks(take.passphrase.edit, "not this one, surely")
    QTest.keyClick(take.passphrase.edit, Qt.Key.Key_Return)
    settle(qtbot, b.session)
    assert take.strip.tone() == "stop"
    retyped(take.passphrase.edit, passphrase)
    QTest.keyClick(take.passphrase.edit, Qt.Key.Key_Return)
    settle(qtbot, b.session)
    assert fingerprint in take.key_card.fingerprint.text() and not take.go_button.isEnabled()
    QTest.keyClicks(take.key_card.how.edit, "Dr Berg read it out, 555 0142")
    b.click(qtbot, take.key_card.button)
    assert not take.go_button.isEnabled()  # not ticked: nobody compared them
    take.key_card.same.click()
    b.click(qtbot, take.key_card.button)
    stored = take.preview.groups["store"][1].text()
    assert "cycle 2, day 1 2026-03-23" in stored and "New patient Seven, Patient" in stored
    assert "confirmed" in take.key_card.words.text() and "Day Unit" in take.keys.which.combo.currentText()
    b.click(qtbot, take.go_button)

    there = b.window.current_page()
    assert isinstance(there, Workspace)
    qtbot.waitUntil(lambda: isinstance(there.pages.get("dose"), DosePage), timeout=10_000)
    at_b = there.pages["dose"]
    assert isinstance(at_b, DosePage)
    settle(qtbot, b.session)
    for name in ("weight_date_edit", "creatinine_date_edit", "labs_date_edit"):
        retype(qtbot, at_b, name, CYCLE2.isoformat())
    assert edit_of(at_b, "weight_edit").text() == "57.4"
    assert at_b.basis is not None and at_b.basis.tell_now()
    b.click(qtbot, at_b.sign_button)
    qtbot.waitUntil(lambda: not at_b.sign_button.isVisible(), timeout=10_000)
    settle(qtbot, b.session)
    (patient_id,) = b.session.actions.all_patients().result(30)
    space = b.session.actions.workspace(patient_id).result(30)
    (order,) = space.orders
    assert (order.cycle, order.day1, order.state, order.signed_by) == (2, CYCLE2, "signed", "Bea Winter")
    assert space.courses[0].entry.earlier[0].day1 == CYCLE2 - timedelta(days=21)

    lines = b.session.actions.history(patient_id).result(30)
    assert "Taken over: a course from Day Unit" in [what_words(line) for line in lines]
    withdraw_the_key(qtbot, b, take)


def withdraw_the_key(qtbot: QtBot, b: Hospital, take: TakePage) -> None:
    """A key that was confirmed is withdrawn, with a reason."""
    b.window.show_page("handover_take")
    qtbot.mouseClick(take.keys.button, Qt.MouseButton.LeftButton)  # without a reason nothing is withdrawn
    QTest.keyClicks(take.keys.why.edit, "their computer was stolen")
    b.click(qtbot, take.keys.button)
    (key,) = b.session.actions.handover_keys().result(30)
    assert key.withdrawn and key.withdrawn_why == "their computer was stolen"


def retyped(edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)
