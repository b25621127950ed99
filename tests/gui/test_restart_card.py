"""The restart within a cycle as a pharmacist works: by keys, seen before it is signed, and on the dates afterwards."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.plan.forms import HoldForm
from gui.plan.plan_page import PlanPage
from gui.plan.restart_card import RestartCard
from gui.session import Session
from records.values.core import CourseRecord, PatientRecord, Person
from records.values.visits import DecisionEntry, DispensedEntry
from regimen.given import Half
from tests.gui.course_clinic import give, open_plan, patient_with_course, press, sign
from tests.gui.dose_clinic import edit_of, settle

DRUG = "capecitabine"
SessionOn = Callable[[date], Session]
TENTH = date(2026, 3, 10)
THIRTEENTH = date(2026, 3, 13)


def held_patient(session: Session, half: Half = "pm", start: date = TENTH) -> tuple[PatientRecord, CourseRecord]:
    """Cycle 1 given; capecitabine held after the morning of day 9 for diarrhoea grade 3."""
    patient, course = patient_with_course(session)
    give(session, sign(session, course))
    session.actions.hold_drug(
        session.person, uuid4(), course.id, DRUG, start, None, False, "diarrhoea", "grade 3", half
    ).result(30)
    return patient, course


def open_restart(qtbot: QtBot, session: Session, page: PlanPage) -> RestartCard:
    """The button at the hold in force."""
    button = page.findChild(QWidget, "restart_0")
    assert button is not None
    press(qtbot, button)
    settle(qtbot, session)
    assert page.restart is not None
    return page.restart


def tab_to(qtbot: QtBot, name: str) -> QWidget:
    """Tab until the widget of a name has the keys."""
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused.objectName() == name:
            return focused
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError(f"{name} is never reached by Tab")


def test_a_restart_is_typed_seen_and_signed_by_keys_alone(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(THIRTEENTH)
    patient, course = held_patient(session)
    decided = DecisionEntry(2, DRUG, "change", percent=Decimal(75), reason="diarrhoea grade 3")
    session.actions.decide(session.person, uuid4(), course.id, decided).result(30)
    _workspace, page = open_plan(qtbot, session, patient)
    card = open_restart(qtbot, session, page)
    assert card.day.edit.hasFocus() and card.day.value() == THIRTEENTH
    assert card.percent.text() == "75"
    assert not card.sign_button.isEnabled()
    tab_to(qtbot, card.half.buttons["am"].objectName())
    qtbot.keyClick(card.half.buttons["am"], Qt.Key.Key_Right)
    assert card.half.value() == "pm"
    settle(qtbot, session)
    shown = card.doses.text()
    assert "5 doses are left (2 mornings, 3 evenings): Fri 13 Mar 2026, evening to Sun 15 Mar 2026, evening." in shown
    assert "17 doses were taken, 6 missed; missed doses are not made up." in shown
    assert "Until the hold: 100 %, 1650 mg morning and evening (3 × 500 mg + 1 × 150 mg)" in card.change.text()
    assert "From the restart: 75 %" in card.change.text()
    assert "Nothing is recorded as handed out" in card.needs.text()
    tab_to(qtbot, "restart_reason_edit")
    qtbot.keyClicks(edit_of(card, "restart_reason_edit"), "diarrhoea down to grade 1")
    tab_to(qtbot, "restart_sign")
    qtbot.keyClick(card.sign_button, Qt.Key.Key_Space)
    settle(qtbot, session)
    assert page.restart is None and page.message.tone() == "ok"
    assert "restarted at 75 % from Fri 13 Mar 2026, evening" in page.message.text()
    assert "old sheet has to be destroyed" in page.message.text()
    space = session.actions.workspace(patient.id).result(30)
    (record,) = space.restarts
    assert (record.entry.start, record.entry.percent, record.signed_by) == ((THIRTEENTH, "pm"), 75, "Priya Raman")
    assert len(record.decision_ids) == 1


def test_the_dates_show_half_days_and_the_new_tablets_from_the_very_dose(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(THIRTEENTH)
    patient, _course = held_patient(session)
    _workspace, page = open_plan(qtbot, session, patient)
    page.grid.choose(TENTH)
    assert "a dose is left out" in page.day.text() and "Morning 3 × 500 mg + 1 × 150 mg" in page.day.text()
    card = open_restart(qtbot, session, page)
    card.half.choose("am")
    qtbot.keyClicks(edit_of(card, "restart_percent_edit"), "75")
    settle(qtbot, session)
    qtbot.keyClicks(edit_of(card, "restart_reason_edit"), "better")
    assert card.missing() in ("", "Choose the tablets.")
    if card.missing():
        card.plans.buttons[0].click()
        settle(qtbot, session)
    plan = card._shown.proposed.found.plan if card._shown is not None else None
    assert plan is not None
    press(qtbot, card.sign_button)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: page.in_force.findChild(QWidget, "withdraw_restart_0") is not None)
    page.grid.choose(THIRTEENTH)
    expected = " + ".join(f"{count} × {size} mg" for size, count in sorted(plan.am.items(), reverse=True))
    assert f"Morning {expected}" in page.day.text()


def test_what_is_no_restart_says_why_and_nothing_can_be_signed(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(THIRTEENTH)
    patient, _course = held_patient(session)
    _workspace, page = open_plan(qtbot, session, patient)
    card = open_restart(qtbot, session, page)
    card.half.choose("am")
    qtbot.keyClicks(edit_of(card, "restart_percent_edit"), "100")
    settle(qtbot, session)
    assert "to go on as before, end the hold" in card.finding.text()
    assert not card.sign_button.isEnabled()
    qtbot.keyClick(card.percent.edit, Qt.Key.Key_Escape)
    assert page.restart is None
    assert session.actions.workspace(patient.id).result(30).restarts == ()


def test_a_nurse_sees_the_restart_and_who_may_sign_it(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(THIRTEENTH)
    patient, _course = held_patient(session)
    nurse: Person = session.actions.add_person("Tomás Ferreira", "nurse").result(30)
    session.set_person(nurse)
    _workspace, page = open_plan(qtbot, session, patient)
    card = open_restart(qtbot, session, page)
    card.half.choose("am")
    qtbot.keyClicks(edit_of(card, "restart_percent_edit"), "75")
    settle(qtbot, session)
    assert "A pharmacist or prescriber signs" in card.missing_words.text()
    assert not card.sign_button.isEnabled()


def test_what_may_be_at_home_is_told_as_information(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(THIRTEENTH)
    patient, course = held_patient(session)
    for size, count in ((500, 84), (150, 28)):
        entry = DispensedEntry(1, DRUG, Decimal(size), count, date(2026, 3, 2))
        session.actions.dispense(session.person, uuid4(), course.id, entry).result(30)
    _workspace, page = open_plan(qtbot, session, patient)
    card = open_restart(qtbot, session, page)
    card.half.choose("am")
    qtbot.keyClicks(edit_of(card, "restart_percent_edit"), "75")
    settle(qtbot, session)
    assert "At home if all was taken as told: 33 × 500 mg + 11 × 150 mg" in card.needs.text()


def test_withdrawing_a_restart_shows_the_difference_and_puts_the_drug_on_hold_again(
    qtbot: QtBot, session_on: SessionOn
) -> None:
    session = session_on(THIRTEENTH)
    patient, _course = held_patient(session)
    _workspace, page = open_plan(qtbot, session, patient)
    card = open_restart(qtbot, session, page)
    card.half.choose("am")
    qtbot.keyClicks(edit_of(card, "restart_percent_edit"), "75")
    settle(qtbot, session)
    if card.missing() == "Choose the tablets.":
        card.plans.buttons[0].click()
        settle(qtbot, session)
    qtbot.keyClicks(edit_of(card, "restart_reason_edit"), "better")
    press(qtbot, card.sign_button)
    settle(qtbot, session)
    button = page.findChild(QWidget, "withdraw_restart_0")
    assert button is not None
    press(qtbot, button)
    qtbot.keyClicks(edit_of(page, "withdraw_why_edit"), "diarrhoea is back")
    settle(qtbot, session)
    press(qtbot, page.difference.accept_button)
    settle(qtbot, session)
    assert "on hold again" in page.message.text()
    space = session.actions.workspace(patient.id).result(30)
    assert space.restarts[0].withdrawn and space.holds[0].end is None


def test_a_hold_of_tablets_asks_for_the_half_day_and_one_of_an_infusion_does_not(
    qtbot: QtBot, session_on: SessionOn
) -> None:
    session = session_on(TENTH)
    patient, course = patient_with_course(session)
    give(session, sign(session, course))
    _workspace, page = open_plan(qtbot, session, patient)
    page.show_cycle(1)
    page.grid.choose(TENTH)
    press(qtbot, page.hold_button)
    form = page.form
    assert isinstance(form, HoldForm)
    form.drug.choose("oxaliplatin")
    assert form.start_half.isHidden()
    form.drug.choose(DRUG)
    assert form.start_half.isVisibleTo(form) and form.start_half.value() == "am"
    form.start_half.choose("pm")
    form.until.choose("notice")
    form.reason.choose("diarrhoea")
    settle(qtbot, session)
    assert (
        "Capecitabine on hold from Tue 10 Mar 2026, evening, until further notice"
        in page.difference.card.heading.text()
    )
    press(qtbot, page.difference.accept_button)
    settle(qtbot, session)
    (hold,) = session.actions.workspace(patient.id).result(30).holds
    assert (hold.start, hold.start_half) == (TENTH, "pm")
