"""Scenarios 1 to 7 on the Dose page: typed, clicked and read as a pharmacist would."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.dose.dose_page import DosePage
from gui.session import Session
from records.actions import Actions
from records.course.course_plan import order_value
from records.values.core import Person
from tests.gui.dose_clinic import (
    DAY1,
    WindowWatch,
    add_labs,
    add_patient,
    begin,
    dose_text,
    edit_of,
    measure,
    open_dose,
    retype,
    settle,
)


def alert_words(page: DosePage) -> str:
    """All alerts as shown."""
    return " | ".join(strip.text() for strip in page.alerts.strips())


def proof_words(page: DosePage) -> str:
    """The proof as shown."""
    return " | ".join(f"{s.title} {s.formula} {s.shown} {s.unit}" for s in page.proof.steps())


def choose(qtbot: QtBot, page: DosePage, name: str, words: str) -> None:
    """Choose an entry of a list by keyboard."""
    combo = page.findChild(QComboBox, name)
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    wanted = combo.findText(words, Qt.MatchFlag.MatchStartsWith)
    assert wanted >= 0, [combo.itemText(i) for i in range(combo.count())]
    while combo.currentIndex() != wanted:
        key = Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up
        qtbot.keyClick(combo, key)


def test_scenario_1_first_dose_by_hand(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    add_labs(session, patient)
    begin(session, patient)
    workspace, page = open_dose(qtbot, session, patient)
    retype(qtbot, page, "height_edit", "165")
    retype(qtbot, page, "weight_edit", "58,0")
    retype(qtbot, page, "weight_date_edit", "2 Mar 2026")
    qtbot.waitUntil(lambda: dose_text(page, "oxaliplatin") == "210 mg", timeout=5_000)
    assert page.basis is not None
    assert page.basis.weight.message.text().startswith("read as 58.0 kg")
    assert dose_text(page, "pembrolizumab") == "200 mg"
    assert dose_text(page, "capecitabine") == "1,650 mg"
    assert "exact 211.96 mg" in page.cards["oxaliplatin"].detail.text()
    assert "−0.9 %" in page.cards["oxaliplatin"].detail.text()
    assert "exact 1,630.4 mg per dose, 3,260.9 mg per day" in page.cards["capecitabine"].detail.text()
    qtbot.mouseClick(page.cards["oxaliplatin"], Qt.MouseButton.LeftButton)
    assert "1.6304" in proof_words(page)
    settle(qtbot, session)
    workspace.flush()
    settle(qtbot, session)


def test_scenario_1_ends_in_a_signed_cycle_that_nobody_can_type_into(
    qtbot: QtBot, session: Session, actions: Actions
) -> None:
    patient = add_patient(session)
    add_labs(session, patient)
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    retype(qtbot, page, "height_edit", "165")
    retype(qtbot, page, "height_date_edit", "2 Mar 2026")
    retype(qtbot, page, "weight_edit", "58.0")
    retype(qtbot, page, "weight_date_edit", "2 Mar 2026")
    qtbot.waitUntil(page.sign_button.isEnabled, timeout=5_000)
    edit_of(page, "weight_edit").setFocus()
    qtbot.keyClick(edit_of(page, "weight_edit"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.sign_button.isVisible() or page.message.isVisible(), timeout=10_000)
    assert page.message.tone() == "ok", page.message.text()
    qtbot.waitUntil(lambda: not page.sign_button.isVisible(), timeout=10_000)
    settle(qtbot, session)
    space = actions.workspace(patient.id).result(30)
    signed = [order for order in space.orders if order.state == "signed"]
    assert [(order.cycle, order.signed_by) for order in signed] == [(1, "Priya Raman")]
    assert order_value(signed[0]).dose_of("oxaliplatin").dose_mg == 210
    assert {(m.kind, m.value) for m in space.measurements} == {
        ("height_cm", Decimal(165)),
        ("weight_kg", Decimal("58.0")),
    }
    assert not edit_of(page, "weight_edit").isEnabled()
    assert page.amend_button.isVisible()


def test_scenario_2_plans_stand_side_by_side_and_nothing_is_chosen_outside_the_limit(
    qtbot: QtBot, session: Session, actions: Actions, pharmacist: Person
) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    spoken = [button.accessibleName() for button in page.cards["capecitabine"].plans.buttons]
    assert any("3 × 500 mg + 1 × 150 mg" in s and "8 tablets" in s and "84 × 500 mg" in s for s in spoken)
    assert any("2 × 500 mg + 4 × 150 mg" in s and "12 tablets" in s and "−1.9 %" in s for s in spoken)
    second = page.cards["capecitabine"].plans.buttons[1]
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dose_text(page, "capecitabine") == "1,600 mg", timeout=5_000)
    settle(qtbot, session)


def test_scenario_2_stock_of_500_mg_only_leaves_the_choice_to_a_person(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    from dataclasses import replace

    policy = {"tablets_mg": [500], "capecitabine_rounding": "nearest_plan", "unequal_am_pm": True}
    wanted = replace(session.settings, policy=policy)
    session.set_settings(session.actions.save_settings(session.person, wanted, "stock").result(30))
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    assert dose_text(page, "capecitabine") == "choose"
    spoken = [button.accessibleName() for button in page.cards["capecitabine"].plans.buttons]
    assert any("7 tablets" in s and "+7.3 %" in s and "98 × 500 mg" in s for s in spoken)
    assert any("6 tablets" in s and "−8 %" in s and "84 × 500 mg" in s for s in spoken)
    assert not any(button.isChecked() for button in page.cards["capecitabine"].plans.buttons)
    assert not page.sign_button.isEnabled()
    assert "tablet plan" in page.signing_words.text()


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        pytest.param("height_edit", "1.65", "", id="metres"),
        pytest.param("weight_edit", "5 8", "space", id="a space"),
        pytest.param("weight_edit", "1,058.4", "decimal sign", id="grouping"),
        pytest.param("weight_edit", "", "", id="empty"),
        pytest.param("weight_edit", "\u0665\u0668", "0 to 9", id="other digits"),
        pytest.param("weight_date_edit", "2 Mar 2027", "", id="a date in the future"),
    ],
)
def test_scenario_3_nonsense_is_refused_beside_the_field_and_stays_as_typed(
    qtbot: QtBot, session: Session, field: str, text: str, said: str
) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    qtbot.waitUntil(page.sign_button.isEnabled, timeout=5_000)
    retype(qtbot, page, field, text)
    qtbot.waitUntil(lambda: not page.sign_button.isEnabled(), timeout=5_000)
    assert edit_of(page, field).text() == text
    message = edit_of(page, field).accessibleDescription()
    assert said in message
    assert message or page.signing_words.text()
    settle(qtbot, session)


def test_scenario_3_pounds_are_questioned_and_signed_only_after_typing_the_weight_again(
    qtbot: QtBot, session: Session
) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0", date(2026, 2, 9))
    add_labs(session, patient)
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    retype(qtbot, page, "weight_edit", "128")
    retype(qtbot, page, "weight_date_edit", "2 Mar 2026")
    qtbot.waitUntil(lambda: page.basis is not None and page.basis.confirm.isVisible(), timeout=5_000)
    assert not page.sign_button.isEnabled()
    assert edit_of(page, "weight_edit").text() == "128"
    retype(qtbot, page, "confirm_value_edit", "128")
    qtbot.waitUntil(lambda: page.basis is not None and not page.basis.confirm.isVisible(), timeout=5_000)
    settle(qtbot, session)


def test_scenario_3_swapped_height_and_weight_are_named(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    add_labs(session, patient)
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    retype(qtbot, page, "height_edit", "58")
    retype(qtbot, page, "weight_edit", "165")
    qtbot.waitUntil(lambda: "each other's place" in edit_of(page, "height_edit").accessibleDescription(), timeout=5_000)
    assert not page.sign_button.isEnabled()
    settle(qtbot, session)


def test_scenario_5_a_big_patient_has_no_cap_unless_it_is_switched_on(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session, sex="male", birth_date=date(1960, 5, 5))
    measure(session, patient, "182", "104")
    add_labs(session, patient)
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    assert dose_text(page, "oxaliplatin") == "300 mg"
    assert "exact 298.09 mg" in page.cards["oxaliplatin"].detail.text()
    assert "cap" not in alert_words(page).lower().replace("capecitabine", "").replace("capox", "")
    from dataclasses import replace

    wanted = replace(session.settings, policy={"bsa_cap_m2": "2.0"})
    session.set_settings(session.actions.save_settings(session.person, wanted, "house rule").result(30))
    qtbot.waitUntil(lambda: dose_text(page, "oxaliplatin") == "260 mg", timeout=10_000)
    assert "cap" in alert_words(page).lower()
    settle(qtbot, session)


def test_scenario_6_the_kidney_edge_proposes_and_never_lowers_by_itself(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient, creatinine="88")
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    assert "49.5 mL/min" in edit_of(page, "creatinine_edit").accessibleDescription()
    assert "75 %" in alert_words(page)
    assert "within 1" in alert_words(page)
    assert dose_text(page, "capecitabine") == "1,650 mg"
    qtbot.mouseClick(page.cards["capecitabine"].change_button, Qt.MouseButton.LeftButton)
    retype(qtbot, page, "start_capecitabine_edit", "75")
    qtbot.waitUntil(lambda: "exact 1,222.8 mg per dose" in page.cards["capecitabine"].detail.text(), timeout=5_000)
    assert not page.sign_button.isEnabled()
    assert "reason" in page.signing_words.text()
    retype(qtbot, page, "reason_capecitabine_edit", "CrCl 49.5")
    qtbot.waitUntil(page.sign_button.isEnabled, timeout=5_000)
    choose(qtbot, page, "creatinine_unit_edit", "mg/dL")
    qtbot.waitUntil(lambda: not page.sign_button.isEnabled(), timeout=5_000)
    assert "mol/L" in edit_of(page, "creatinine_edit").accessibleDescription()
    settle(qtbot, session)


def test_scenario_7_dpyd_and_warfarin_are_said_and_a_stop_is_overridden_by_name_with_a_reason(
    qtbot: QtBot, session: Session
) -> None:
    patient = add_patient(session, dpyd_status="not_tested", dpyd_score=None, dpyd_date=None, medicines=("warfarin",))
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    assert not page.sign_button.isEnabled()
    assert "DPYD" in alert_words(page)
    assert "arfarin" in alert_words(page)
    choose(qtbot, page, "dpyd_edit", "1 ·")
    qtbot.waitUntil(lambda: "50 %" in alert_words(page), timeout=5_000)
    assert dose_text(page, "capecitabine") == "1,650 mg", "proposed, not applied"
    choose(qtbot, page, "dpyd_edit", "not tested")
    qtbot.waitUntil(lambda: not page.sign_button.isEnabled(), timeout=5_000)
    openers = [b for b in page.alerts.findChildren(QPushButton) if b.objectName().endswith("_override")]
    assert len(openers) == 1
    qtbot.mouseClick(openers[0], Qt.MouseButton.LeftButton)
    field = page.alerts.findChild(QLineEdit, openers[0].objectName().replace("_override", "_reason_edit"))
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "treatment cannot wait")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(page.sign_button.isEnabled, timeout=5_000)
    assert "treatment cannot wait" in alert_words(page)
    settle(qtbot, session)


def test_no_part_of_the_page_ever_flashes_up_as_a_window_of_its_own(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session, dpyd_status="pending", dpyd_score=None, dpyd_date=None, medicines=("warfarin",))
    measure(session, patient, "165", "58.0")
    add_labs(session, patient, creatinine="88")
    begin(session, patient)
    watch = WindowWatch()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    _workspace, page = open_dose(qtbot, session, patient)
    retype(qtbot, page, "weight_edit", "128")
    choose(qtbot, page, "dpyd_edit", "1 ·")
    settle(qtbot, session)
    app.removeEventFilter(watch)
    assert watch.shown == ["Workspace workspace"]


def test_what_was_typed_survives_closing_valid_or_not(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    workspace, page = open_dose(qtbot, session, patient)
    retype(qtbot, page, "weight_edit", "5 9")
    retype(qtbot, page, "medicines_edit", "warfarin")
    workspace.flush()
    settle(qtbot, session)
    workspace.close()
    _again, page = open_dose(qtbot, session, patient)
    assert edit_of(page, "weight_edit").text() == "5 9"
    assert edit_of(page, "medicines_edit").text() == "warfarin"


def test_a_nurse_sees_the_doses_and_cannot_sign(qtbot: QtBot, session: Session, actions: Actions) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    session.set_person(actions.add_person("Tom Nurse", "nurse").result(30))
    assert dose_text(page, "oxaliplatin") == "210 mg"
    assert not page.sign_button.isEnabled()
    assert "Tom Nurse" in page.signing_words.text()


def test_scenario_4_a_changed_weight_is_named_with_both_thresholds_and_earlier_cycles_stay(
    qtbot: QtBot, session: Session, actions: Actions
) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    for cycle, day1 in ((1, DAY1), (2, date(2026, 3, 23))):
        workspace, page = open_dose(qtbot, session, patient)
        retype(qtbot, page, "weight_date_edit", day1.isoformat())
        retype(qtbot, page, "creatinine_date_edit", day1.isoformat())
        retype(qtbot, page, "labs_date_edit", day1.isoformat())
        session._today = lambda day=day1: day  # type: ignore[misc]
        assert page.basis is not None and page.basis.tell_now()
        qtbot.waitUntil(page.sign_button.isEnabled, timeout=5_000)
        qtbot.mouseClick(page.sign_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda p=page: p.given_button.isVisible(), timeout=10_000)
        settle(qtbot, session)
        qtbot.mouseClick(page.given_button, Qt.MouseButton.LeftButton)
        yes = page.message.findChild(QPushButton, "dose_message_yes")
        assert isinstance(yes, QPushButton)
        qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
        settle(qtbot, session)
        workspace.close()
        assert actions.workspace(patient.id).result(30).orders[-1].cycle >= cycle
    before = [(o.cycle, o.answer_json) for o in actions.workspace(patient.id).result(30).orders if o.state == "given"]
    session._today = lambda: date(2026, 4, 13)
    _workspace, page = open_dose(qtbot, session, patient)
    retype(qtbot, page, "weight_edit", "51.5")
    for name in ("weight_date_edit", "creatinine_date_edit", "labs_date_edit"):
        retype(qtbot, page, name, "2026-04-13")
    qtbot.waitUntil(lambda: "−11.2 %" in alert_words(page) or "-11.2" in alert_words(page), timeout=5_000)
    words = alert_words(page)
    assert "5.8" in words, words
    assert "10 %" in words, words
    assert not page.sign_button.isEnabled()
    assert "keep, re-dose or ask" in page.signing_words.text()
    qtbot.mouseClick(page.decision.choice.buttons["redose"], Qt.MouseButton.LeftButton)
    page.decision.choice.buttons["redose"].setChecked(True)
    assert dose_text(page, "oxaliplatin") == "200 mg"
    retype(qtbot, page, "change_reason_edit", "eats little")
    qtbot.waitUntil(page.sign_button.isEnabled, timeout=5_000)
    page.decision.choice.buttons["keep"].setChecked(True)
    qtbot.waitUntil(lambda: dose_text(page, "oxaliplatin") == "210 mg", timeout=5_000)
    assert "kept" in proof_words(page)
    settle(qtbot, session)
    after = [(o.cycle, o.answer_json) for o in actions.workspace(patient.id).result(30).orders if o.state == "given"]
    assert after == before
    assert len(before) == 2


def test_a_signed_order_shows_its_own_values_whatever_is_measured_later(
    qtbot: QtBot, session: Session, actions: Actions
) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    workspace, page = open_dose(qtbot, session, patient)
    qtbot.mouseClick(page.sign_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.amend_button.isVisible, timeout=10_000)
    settle(qtbot, session)
    workspace.close()
    measure(session, patient, "165", "61.5", DAY1)
    _again, page = open_dose(qtbot, session, patient)
    assert edit_of(page, "weight_edit").text() == "58.0"
    assert dose_text(page, "oxaliplatin") == "210 mg"
    assert not edit_of(page, "weight_edit").isEnabled()
    qtbot.mouseClick(page.amend_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.sign_button.isVisible, timeout=5_000)
    assert edit_of(page, "weight_edit").text() == "58.0", "an amendment begins with what was signed"
    qtbot.mouseClick(page.discard_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.amend_button.isVisible, timeout=5_000)
    assert not edit_of(page, "weight_edit").isEnabled()
    settle(qtbot, session)


def test_after_the_treatment_was_stopped_only_cycles_that_are_laid_out_are_offered(
    qtbot: QtBot, session: Session, actions: Actions
) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    course = begin(session, patient)
    stop = date(2026, 4, 20)
    actions.hold_drug(session.person, uuid4(), course.id, "all", stop, None, True, "progression", "").result(30)
    _workspace, page = open_dose(qtbot, session, patient)
    offered = [page.cycle.combo.itemText(i) for i in range(page.cycle.combo.count())]
    assert offered == ["Cycle 1", "Cycle 2", "Cycle 3"]
    choose(qtbot, page, "cycle_edit", "Cycle 3")
    qtbot.waitUntil(lambda: edit_of(page, "day1_edit").text() == "13 Apr 2026", timeout=5_000)
    settle(qtbot, session)


def test_looking_at_a_cycle_is_not_typing_and_leaves_no_draft(qtbot: QtBot, session: Session, actions: Actions) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    workspace, page = open_dose(qtbot, session, patient)
    choose(qtbot, page, "cycle_edit", "Cycle 2")
    settle(qtbot, session)
    workspace.flush()
    settle(qtbot, session)
    assert actions.workspace(patient.id).result(30).orders == ()


def test_a_cycle_that_lies_ahead_cannot_be_marked_as_given(
    qtbot: QtBot, session: Session, actions: Actions, monkeypatch: pytest.MonkeyPatch
) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    qtbot.mouseClick(page.sign_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.given_button.isVisible, timeout=10_000)
    settle(qtbot, session)
    monkeypatch.setattr(session, "_today", lambda: date(2026, 2, 27))
    qtbot.mouseClick(page.given_button, Qt.MouseButton.LeftButton)
    assert "from that day on" in page.message.text()
    assert page.message.findChild(QPushButton, "dose_message_yes") is None
    assert {order.state for order in actions.workspace(patient.id).result(30).orders} == {"signed"}
