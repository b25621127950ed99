"""Signing on the Dose page: what was typed reaches the records with the signature, or not at all."""

from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.session import Session
from tests.gui.dose_clinic import DAY1, add_labs, add_patient, begin, dose_text, open_dose, retype, settle


def test_a_signature_refused_at_its_last_step_leaves_no_weight_behind_and_the_next_try_stores_it_once(
    qtbot: QtBot, session: Session
) -> None:
    patient = add_patient(session)
    add_labs(session, patient)
    course = begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    for name, text in (("height_edit", "165"), ("weight_edit", "58"), ("weight_date_edit", "2026-03-02")):
        retype(qtbot, page, name, text)
    qtbot.waitUntil(lambda: dose_text(page, "oxaliplatin") == "210 mg" and page.sign_button.isEnabled())
    actions = session.actions
    signed = actions.sign_order

    def for_another_day(*given: object) -> object:
        told = list(given)
        told[10] = DAY1 + timedelta(days=1)  # not the day it was computed for: the store refuses it in the end
        return signed(*told)  # type: ignore[arg-type]

    actions.sign_order = for_another_day  # type: ignore[method-assign,assignment]
    qtbot.mouseClick(page.sign_button, Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    assert page.message.title.text() == "Not signed" and page.basis is not None and page.basis.isEnabled()
    space = actions.workspace(patient.id).result(30)
    assert space.measurements == () and not [order for order in space.orders if order.state != "draft"]
    actions.sign_order = signed  # type: ignore[method-assign]
    qtbot.waitUntil(page.sign_button.isEnabled)
    qtbot.mouseClick(page.sign_button, Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    space = actions.workspace(patient.id).result(30)
    assert sorted(str(one.value) for one in space.measurements) == ["165", "58"]
    (order,) = (one for one in space.orders if one.state == "signed")
    assert order.course_id == course.id
