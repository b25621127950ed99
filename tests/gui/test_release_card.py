"""The signatures beneath a signed order on the Dose page: what is missing, a raised dose agreed to, prepared."""

import json
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.dose.dose_page import DosePage
from gui.dose.release_card import ReleaseCard
from gui.dose.signing import answer_text, case_text
from gui.session import Session
from gui.widgets.strip import Strip
from records.course.course_plan import day1_of, files_of
from records.course.cycle_case import case_for
from records.course.overrides import override_key
from records.values.core import CourseRecord, OrderRecord, PatientRecord
from records.values.signatures import BlindEntry, BlindLab
from regimen.case import read_case
from regimen.dosing import ENGINE_VERSION
from regimen.engine import answer_with
from tests.gui.course_clinic import give, open_page, patient_with_course, sign
from tests.gui.dose_clinic import settle
from tests.gui.test_second_check import other, release_card
from tests.gui.visit_clinic import press, stroke

DRUG = "capecitabine"


def sign_at(session: Session, course: CourseRecord, cycle: int, percent: str) -> OrderRecord:
    """The order of a cycle with capecitabine at a percent, as the engine answers it."""
    space = session.actions.workspace(course.patient_id).result(30)
    files, day1 = files_of(course, session.settings), day1_of(space, course, session.settings, cycle)
    case = replace(
        case_for(space, course, cycle, day1, session.settings), dose_percent={DRUG: Decimal(percent)}, chosen_plan={}
    )
    order = answer_with(files.regimen, files.profile, case)
    case = replace(case, chosen_plan={dose.drug: 0 for dose in order.doses if dose.plans and dose.chosen is None})
    order = answer_with(files.regimen, files.profile, case)
    reasons = {f"dose:{DRUG}": "as decided"}
    for alert in order.alerts:
        if alert.severity == "stop":
            reasons[override_key(alert.code, alert.drug, alert.params)] = "looked at"
    return session.actions.sign_order(
        session.person, uuid4(), course.id, cycle, case_text(case), answer_text(order), course.regimen_text,
        course.profile_text, reasons, ENGINE_VERSION, day1,
    ).result(30)  # fmt: skip


def check_equal(session: Session, order: OrderRecord, name: str = "Quentin Ash") -> None:
    """The second check agrees, by somebody else than the signer."""
    basis, labs = read_case(json.loads(order.case_json)).basis, read_case(json.loads(order.case_json)).labs
    typed = {name: BlindLab(labs[name].value, labs[name].unit) for name in ("neutrophils", "platelets") if name in labs}
    if basis.creatinine is not None:
        typed["creatinine"] = BlindLab(basis.creatinine.value, basis.creatinine.unit)
    person = next((one for one in session.people if one.name == name), None) or other(session, name)
    entry = BlindEntry(basis.height_cm, basis.weight_kg, typed)
    found = session.actions.verify_order(person, uuid4(), order.id, entry).result(30)
    assert found.outcome == "equal", found.differs


def open_card(qtbot: QtBot, session: Session, patient: PatientRecord, cycle: int) -> tuple[DosePage, ReleaseCard]:
    _workspace, page = open_page(qtbot, session, patient, "dose", DosePage)
    page.load(page._state, cycle)  # type: ignore[arg-type]
    settle(qtbot, session)
    return page, release_card(page)


def missing(card: ReleaseCard) -> str:
    strip = card.findChild(Strip, "release_missing")
    return strip.text() if strip is not None else ""


def test_a_signed_order_says_who_prescribed_it_and_what_is_missing(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    sign(session, course)
    _page, card = open_card(qtbot, session, patient, 1)
    assert (card.lines[0].step, card.lines[0].by) == ("Prescribed", "Priya Raman, pharmacist")
    assert "second check is still to be done, by somebody who did not sign" in missing(card)
    assert card.findChild(QPushButton, "prepare_order") is None


def test_a_released_order_is_signed_as_prepared_by_keys(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    check_equal(session, sign(session, course))
    page, card = open_card(qtbot, session, patient, 1)
    assert missing(card) == "" and card.words is not None
    card.words.edit.setFocus()
    press(qtbot, "bags 1 and 2")
    stroke(qtbot, Qt.Key.Key_Tab)
    if not card.button.hasFocus():  # past 'somebody else', where there is somebody
        stroke(qtbot, Qt.Key.Key_Tab)
    assert card.button.hasFocus()
    stroke(qtbot, Qt.Key.Key_Space)
    settle(qtbot, session)
    card = release_card(page)
    line = next(line for line in card.lines if line.step == "Prepared")
    assert line.by == "Priya Raman, pharmacist" and line.at and "bags 1 and 2" in line.meaning
    assert card.findChild(QPushButton, "prepare_order") is None


def test_a_raised_dose_waits_for_a_second_person_and_a_reason(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    give(session, sign_at(session, course, 1, "75"))
    check_equal(session, sign_at(session, course, 2, "100"))
    second = next(one for one in session.people if one.name == "Quentin Ash")
    page, card = open_card(qtbot, session, patient, 2)
    assert f"dose of {DRUG} is raised again" in missing(card)
    assert card.signer is not None and "Priya Raman signed this order" in card.signer.words.text()
    said = card.findChild(QLabel, "release_sign_missing")
    assert said is not None and said.text() == "Say why the dose is raised again."
    assert card.words is not None
    card.words.edit.setFocus()
    press(qtbot, "hand-foot over")
    card.signer.person.choose(str(second.id))
    assert card.button.isEnabled()
    card.button.setFocus()
    stroke(qtbot, Qt.Key.Key_Space)
    settle(qtbot, session)
    card = release_card(page)
    line = next(line for line in card.lines if line.step == "Raised dose")
    assert line.by == "Quentin Ash, pharmacist" and "hand-foot over" in line.meaning
    assert card.release.standing == "released" and missing(card) == ""


def test_words_typed_for_a_signature_outlive_a_reading_of_the_patient(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    check_equal(session, sign(session, course))
    page, card = open_card(qtbot, session, patient, 1)
    assert card.words is not None
    card.words.edit.setFocus()
    press(qtbot, "half done")
    session.patient_changed.emit(patient.id)
    settle(qtbot, session)
    again = release_card(page)
    assert again is not card and again.words is not None and again.words.text() == "half done"


def test_an_order_that_is_not_released_cannot_be_pressed_as_given_and_the_reason_stands_beside_the_button(
    qtbot: QtBot, session: Session
) -> None:
    patient, course = patient_with_course(session)
    order = sign(session, course)
    session.accounts = True  # as where people sign in: the store asks for the release too
    workspace, page = open_page(qtbot, session, patient, "dose", DosePage)
    qtbot.waitUntil(page.given_button.isVisible)
    assert not page.given_button.isEnabled()
    assert page.signing_words.text().startswith("It is not released:")
    assert page.given_button.accessibleDescription() == page.signing_words.text()
    qtbot.mouseClick(page.given_button, Qt.MouseButton.LeftButton)
    assert not page.message.isVisible()
    check_equal(session, order)
    workspace.reload()
    qtbot.waitUntil(page.given_button.isEnabled, timeout=10_000)
    assert page.signing_words.text().startswith("Signed by")
    settle(qtbot, session)
