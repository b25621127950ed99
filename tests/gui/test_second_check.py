"""Scenario 8: another person types the values again from the source, without seeing what was typed first."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.dose.dose_page import DosePage
from gui.dose.release_card import ReleaseCard
from gui.second_check.check_page import CheckPage
from gui.session import Session
from gui.workspace.workspace import Workspace
from records.course.release import signatures_of
from records.values.core import OrderRecord, PatientRecord, Person
from tests.gui.course_clinic import open_page, sign
from tests.gui.dose_clinic import add_labs, add_patient, begin, edit_of, measure, settle
from tests.gui.visit_clinic import press, stroke
from tests.records.account_examples import SECRET, hash_quickly

# Unlike any date, identifier or number of letters on the page, so that they can be looked for in all its words.
HEIGHT, WEIGHT, CREATININE, NEUTROPHILS, PLATELETS = "167.4", "61.3", "77.9", "4.83", "247"
FIRST = (HEIGHT, WEIGHT, CREATININE, NEUTROPHILS, PLATELETS)


def signed_order(session: Session) -> tuple[PatientRecord, OrderRecord]:
    """A first cycle signed by the one at the screen."""
    patient = add_patient(session)
    measure(session, patient, HEIGHT, WEIGHT)
    add_labs(session, patient, creatinine=CREATININE, neutrophils=NEUTROPHILS, platelets=PLATELETS)
    return patient, sign(session, begin(session, patient))


def other(session: Session, name: str = "Quentin Ash", role: str = "pharmacist") -> Person:
    person = session.actions.add_person(name, role).result(30)  # type: ignore[arg-type]
    session.people = (*session.people, person)
    return person


def words_in(widget: QWidget) -> str:
    """Everything a person or a screen reader can read in a window."""
    found = [widget.windowTitle()]
    for one in (widget, *widget.findChildren(QWidget)):
        if not one.isVisibleTo(widget) and one is not widget:
            continue
        found += [one.toolTip(), one.accessibleName(), one.accessibleDescription()]
        if isinstance(one, QLabel | QAbstractButton):
            found.append(one.text())
        elif isinstance(one, QLineEdit):
            found += [one.text(), one.placeholderText()]
        elif isinstance(one, QComboBox):
            found += [one.itemText(place) for place in range(one.count())]
    return "\n".join(found)


def release_card(page: DosePage) -> ReleaseCard:
    cards = [card for card in page.findChildren(ReleaseCard) if card.isVisibleTo(page)]
    assert len(cards) == 1
    return cards[0]


def begin_check(qtbot: QtBot, session: Session, patient: PatientRecord) -> tuple[Workspace, DosePage, CheckPage]:
    """From the Dose page by its button and keys; an open check is what the workspace shows."""
    workspace, page = open_page(qtbot, session, patient, "dose", DosePage)
    settle(qtbot, session)
    button = release_card(page).findChild(QPushButton, "second_check")
    assert button is not None
    button.setFocus()
    stroke(qtbot, Qt.Key.Key_Space)
    check = workspace.check.page
    assert check is not None and workspace.stack.currentWidget() is check
    return workspace, page, check


def type_values(qtbot: QtBot, weight: str = WEIGHT) -> None:
    """All values from the keyboard, each field left with Tab; units stand as the laboratory reports them."""
    for place, value in enumerate((HEIGHT, weight, CREATININE, NEUTROPHILS, PLATELETS)):
        press(qtbot, value)
        stroke(qtbot, Qt.Key.Key_Tab)
        if place >= 2 and place < 4:
            stroke(qtbot, Qt.Key.Key_Tab)  # past the unit


def compare(qtbot: QtBot, session: Session, check: CheckPage) -> None:
    assert check.sign_button.isEnabled(), check.missing.text()
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, session)


def choose_unit(check: CheckPage, unit: str = "umol/L") -> None:
    check.fields.units["creatinine"].choose(unit)


def test_another_person_types_the_same_and_signs_with_name_time_and_meaning_by_keys_alone(
    qtbot: QtBot, session: Session
) -> None:
    patient, order = signed_order(session)
    session.set_person(other(session))
    workspace, page, check = begin_check(qtbot, session, patient)
    assert check.fields.numbers["height_cm"].edit.hasFocus()
    choose_unit(check)
    type_values(qtbot)
    compare(qtbot, session, check)
    assert workspace.check.page is None and workspace.stack.currentWidget() is page
    assert page.message.tone() == "ok" and "Quentin Ash, pharmacist" in page.message.text()
    card = release_card(page)
    line = next(line for line in card.lines if line.step == "Checked")
    assert line.by == "Quentin Ash, pharmacist" and line.at and "typed again from the source: equal" in line.meaning
    assert card.release.standing == "released"
    kept = signatures_of(session.actions.workspace(patient.id).result(30).signatures, order.id)
    assert [(one.meaning, one.outcome) for one in kept] == [("verify", "equal")]


def test_while_it_is_open_no_first_value_stands_anywhere_and_nothing_else_can_be_opened(
    qtbot: QtBot, session: Session
) -> None:
    patient, _order = signed_order(session)
    session.set_person(other(session))
    workspace, page, _check = begin_check(qtbot, session, patient)
    shown = words_in(workspace)
    assert [value for value in FIRST if value in shown] == []
    assert workspace.banner.surface.value.text() == "hidden during the second check"
    assert workspace.banner.kidney.value.text() == "hidden during the second check"
    stroke(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    workspace.reload()  # somebody else stored something for this patient
    settle(qtbot, session)
    assert workspace.stack.currentWidget() is not page and not workspace.tabs.isEnabled()
    assert [value for value in FIRST if value in words_in(workspace)] == []
    stroke(qtbot, Qt.Key.Key_Escape)
    settle(qtbot, session)
    assert workspace.stack.currentWidget() is page and WEIGHT in words_in(workspace)
    assert "m²" in workspace.banner.surface.value.text()


def test_another_weight_shows_only_which_field_differs_locks_the_release_and_is_logged(
    qtbot: QtBot, session: Session
) -> None:
    patient, order = signed_order(session)
    session.set_person(other(session))
    _workspace, page, check = begin_check(qtbot, session, patient)
    choose_unit(check)
    type_values(qtbot, weight="56.0")
    compare(qtbot, session, check)
    assert page.message.tone() == "stop" and "Differs: Weight" in page.message.text()
    assert "56" not in page.message.text() and WEIGHT not in page.message.text()
    card = release_card(page)
    assert card.release.standing == "differs" and card.findChild(QPushButton, "prepare_order") is None
    trail = session.actions.history(patient.id).result(30)
    assert [line.by for line in trail if line.action == "verify order"] == ["Quentin Ash"]
    assert order.state == "signed"


def test_the_check_after_a_difference_asks_first_what_was_found_out(qtbot: QtBot, session: Session) -> None:
    patient, _order = signed_order(session)
    session.set_person(other(session))
    workspace, page, check = begin_check(qtbot, session, patient)
    choose_unit(check)
    type_values(qtbot, weight="56.0")
    compare(qtbot, session, check)
    workspace.check.begin(release_card(page).order)
    again = workspace.check.page
    assert again is not None and again.note.edit.hasFocus()
    said = again.findChild(QLabel, "check_differed")
    assert said is not None and said.text().endswith("It differs: Weight.")
    choose_unit(again)
    stroke(qtbot, Qt.Key.Key_Tab)
    type_values(qtbot)
    assert not again.sign_button.isEnabled() and "found out" in again.missing.text()
    again.note.edit.setFocus()
    press(qtbot, "scales read again")
    compare(qtbot, session, again)
    assert page.message.tone() == "ok"
    assert release_card(page).release.standing == "released"


def test_own_work_is_refused_in_words_and_a_second_person_is_asked_for_by_name(qtbot: QtBot, session: Session) -> None:
    patient, _order = signed_order(session)
    second = other(session)
    _workspace, page, check = begin_check(qtbot, session, patient)  # still the signer at the screen
    assert "Priya Raman signed this order" in check.signer.words.text()
    choose_unit(check)
    type_values(qtbot)
    assert not check.sign_button.isEnabled() and check.missing.text() == "Say who signs."
    names = [check.signer.person.combo.itemText(n) for n in range(check.signer.person.combo.count())]
    assert names == ["Quentin Ash, pharmacist"]
    check.signer.person.choose(str(second.id))
    compare(qtbot, session, check)
    assert page.message.tone() == "ok" and "Quentin Ash" in page.message.text()


def test_whoever_typed_at_the_draft_is_refused_by_the_store_and_loses_nothing(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    measure(session, patient, HEIGHT, WEIGHT)
    add_labs(session, patient, creatinine=CREATININE, neutrophils=NEUTROPHILS, platelets=PLATELETS)
    course = begin(session, patient)
    typist = other(session)
    actions = session.actions
    actions.keep_draft(typist, uuid4(), course.id, 1, {"basis.weight": WEIGHT}, "", "").result(30)
    sign(session, course)
    session.set_person(typist)
    workspace, _page, check = begin_check(qtbot, session, patient)
    choose_unit(check)
    type_values(qtbot)
    compare(qtbot, session, check)
    assert workspace.check.page is check and "Nobody checks their own work" in check.message.text()
    assert check.fields.numbers["weight_kg"].text() == WEIGHT


def test_what_one_person_typed_is_not_signed_by_the_next_one_at_the_screen(qtbot: QtBot, session: Session) -> None:
    patient, _order = signed_order(session)
    session.set_person(other(session))
    _workspace, _page, check = begin_check(qtbot, session, patient)
    type_values(qtbot)
    session.set_person(other(session, "Ines Duarte", "prescriber"))
    assert not any(check.fields.texts().values()) and "Somebody else is at the screen" in check.message.text()


def test_with_accounts_a_second_person_proves_at_the_same_screen_with_login_and_password(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    hash_quickly(monkeypatch)
    second = other(session)
    patient, _order = signed_order(session)
    actions = session.actions
    signed = actions.open_first_account(session.person, "priya", SECRET).result(30)
    actions.set_password(session.person, second, "quentin", "a first word for quentin").result(30)
    actions.sign_in("quentin", "a first word for quentin").result(30)
    actions.change_password("a first word for quentin", SECRET).result(30)
    actions.sign_in("priya", SECRET).result(30)
    session.accounts = True
    session.sign(signed)
    workspace, page, check = begin_check(qtbot, session, patient)
    choose_unit(check)
    type_values(qtbot)
    assert not check.sign_button.isEnabled()
    check.signer.login.edit.setFocus()
    press(qtbot, "priya")
    stroke(qtbot, Qt.Key.Key_Return)
    press(qtbot, SECRET)
    stroke(qtbot, Qt.Key.Key_Return)
    settle(qtbot, session)
    assert workspace.check.page is check and "Nobody checks their own work" in check.message.text()
    assert check.signer.password.text() == ""
    for name, text in (("check_signer_login_edit", "quentin"), ("check_signer_password_edit", SECRET)):
        edit_of(check, name).setFocus()
        qtbot.keyClick(edit_of(check, name), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(edit_of(check, name), text)
    stroke(qtbot, Qt.Key.Key_Return)
    settle(qtbot, session)
    assert workspace.check.page is None and page.message.tone() == "ok"
    assert "Quentin Ash, pharmacist" in page.message.text()
    assert release_card(page).release.standing == "released"
    assert QApplication.focusWidget() is not None
