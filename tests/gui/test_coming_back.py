"""What a person finds again: the patient after a change of look, the cycle that is due, the day of a typed weight."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.dose.dose_page import DosePage
from gui.session import Session
from gui.workspace.workspace import Workspace
from tests.gui.conftest import TODAY
from tests.gui.course_clinic import give, patient_with_course, sign
from tests.gui.dose_clinic import add_labs, add_patient, begin, edit_of, measure, open_dose, retype, settle
from tests.gui.shell_parts import open_window, settled


@pytest.mark.parametrize("changed", [{"theme": "dark"}, {"text_scale": 200}])
def test_a_change_of_look_opens_the_patient_again(session: Session, qtbot: QtBot, changed: dict[str, object]) -> None:
    patient, _course = patient_with_course(session)
    window = open_window(session, qtbot)
    window.open_patient(patient.id, "dose")
    settled(session, qtbot)
    before = window.current_page()
    session.set_settings(replace(session.settings, **changed))  # type: ignore[arg-type]
    settled(session, qtbot)
    after = window.current_page()
    assert isinstance(after, Workspace) and after is not before
    qtbot.waitUntil(lambda: isinstance(after.stack.currentWidget(), DosePage), timeout=10_000)
    assert after.title() == "Seven, Patient"


def test_a_patient_is_opened_on_the_cycle_that_is_due(session: Session, qtbot: QtBot) -> None:
    patient, course = patient_with_course(session)
    order = sign(session, course)
    workspace, page = open_dose(qtbot, session, patient)
    assert page.cycle.value() == "1"
    give(session, order)
    workspace.open(patient.id, "dose")
    settle(qtbot, session)
    qtbot.waitUntil(lambda: page.cycle.value() == "2", timeout=10_000)


def test_a_new_weight_is_of_today_and_never_of_the_day_of_the_old_one(session: Session, qtbot: QtBot) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0", date(2026, 2, 16))
    add_labs(session, patient)
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    assert page.basis is not None
    assert page.basis.weight_date.value() == date(2026, 2, 16)
    retype(qtbot, page, "weight_edit", "57.2")
    assert page.basis.weight_date.value() == TODAY
    retype(qtbot, page, "weight_edit", "58.0")
    assert page.basis.weight_date.value() == date(2026, 2, 16)
    retype(qtbot, page, "weight_date_edit", "2026-02-27")
    retype(qtbot, page, "weight_edit", "57.0")
    assert page.basis.weight_date.value() == date(2026, 2, 27)


def test_the_old_date_of_a_new_creatinine_is_pointed_at(session: Session, qtbot: QtBot) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_dose(qtbot, session, patient)
    retype(qtbot, page, "creatinine_edit", "91")
    assert page.basis is not None
    qtbot.waitUntil(lambda: page.basis.creatinine_date.note() == "date of the earlier value")
    retype(qtbot, page, "creatinine_date_edit", "2026-03-01")
    qtbot.waitUntil(lambda: page.basis.creatinine_date.note() == "")


def test_a_change_of_a_signed_order_begins_with_its_overrides(session: Session, qtbot: QtBot) -> None:
    entry = {"dpyd_status": "pending", "dpyd_score": None, "dpyd_date": None}
    patient, _course = patient_with_course(session, entry=entry)
    _workspace, page = open_dose(qtbot, session, patient)
    opener = next(b for b in page.findChildren(QPushButton) if b.objectName().endswith("_override"))
    opener.click()
    reason = next(e for e in page.findChildren(type(edit_of(page, "weight_edit"))) if e.hasFocus())
    qtbot.keyClicks(reason, "cannot wait, result on Friday")
    reason.returnPressed.emit()
    qtbot.waitUntil(page.sign_button.isEnabled)
    page.sign_button.click()
    qtbot.waitUntil(lambda: page.amend_button.isVisible(), timeout=10_000)
    assert not [b for b in page.findChildren(QPushButton) if b.objectName().endswith("_withdraw")]
    page.amend_button.click()
    qtbot.keyClicks(edit_of(page, "amend_reason_edit"), "weighed again")
    qtbot.waitUntil(page.sign_button.isEnabled)
    assert any("cannot wait" in strip.text() for strip in page.alerts.strips())
