"""What is signed is what stood on the screen: a key and the signature in one breath sign nothing unseen."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.session import Session
from records.actions import Actions
from records.course.course_plan import order_value
from tests.gui.dose_clinic import add_labs, add_patient, begin, dose_text, edit_of, open_dose, retype, settle


def test_a_key_and_the_signature_in_one_breath_sign_nothing_that_was_not_seen(
    qtbot: QtBot, session: Session, actions: Actions
) -> None:
    patient = add_patient(session)
    add_labs(session, patient)
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    for name, text in (("height_edit", "165"), ("height_date_edit", "2 Mar 2026"), ("weight_date_edit", "2 Mar 2026")):
        retype(qtbot, page, name, text)
    retype(qtbot, page, "weight_edit", "58.0")
    qtbot.waitUntil(page.sign_button.isEnabled, timeout=5_000)
    weight = edit_of(page, "weight_edit")
    weight.setCursorPosition(1)
    qtbot.keyClick(weight, Qt.Key.Key_Delete)
    qtbot.keyClick(weight, Qt.Key.Key_4)  # 54.0, and before anything else can happen:
    qtbot.keyClick(weight, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "The last change was taken up just now" in page.message.text() and page.sign_button.isVisible()
    assert dose_text(page, "oxaliplatin") == "205 mg"
    settle(qtbot, session)
    assert not [order for order in actions.workspace(patient.id).result(30).orders if order.state == "signed"]
    qtbot.keyClick(weight, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.sign_button.isVisible(), timeout=10_000)
    (signed,) = [order for order in actions.workspace(patient.id).result(30).orders if order.state == "signed"]
    assert order_value(signed).dose_of("oxaliplatin").dose_mg == 205
