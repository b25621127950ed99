"""A proposal is changed in every way a person may want, decided ones stop asking, and a go-ahead is taken back."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.visit.answer_form import AnswerForm
from gui.visit.reason_form import ReasonForm
from gui.visit.visit_page import VisitPage
from records.actions import Actions
from records.values.core import CourseRecord, PatientRecord
from records.values.visits import AdverseEventEntry, Decision, GradeOn
from tests.gui.dose_clinic import add_labs, edit_of, measure, settle
from tests.gui.visit_clinic import (
    CYCLE_2,
    SessionOn,
    button,
    decided,
    open_visit,
    press,
    proposal,
    second_cycle,
    sign_and_give,
    type_lab,
)

CYCLE_3 = CYCLE_2 + timedelta(days=21)


def diarrhoea(end: str = "2026-03-18", grade: int = 3) -> AdverseEventEntry:
    """Diarrhoea of the first cycle, laid to capecitabine."""
    began = date(2026, 3, 10)
    return AdverseEventEntry(
        "Diarrhea", "2026-03-10", (GradeOn(grade, began),), end=end, ongoing=not end,
        outcome="RECOVERED/RESOLVED" if end else "", attribution={"capecitabine": 5}, cause="capecitabine",
    )  # fmt: skip


def with_diarrhoea(
    qtbot: QtBot, session_on: SessionOn, actions: Actions, entry: AdverseEventEntry
) -> tuple[VisitPage, PatientRecord, CourseRecord]:
    """The Visit page of cycle 2 day 1 with a good blood count."""
    session = session_on(CYCLE_2)
    patient, course = second_cycle(session)
    actions.report_event(session.person, uuid4(), course.id, entry).result(30)
    _workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "neutrophils", "3.0")
    type_lab(qtbot, page, "platelets", "200")
    return page, patient, course


def change(qtbot: QtBot, page: VisitPage, drug: str, way: str, typed: str = "", field: str = "") -> None:
    """Change…, the way by its button, the number or day, the reason, Record."""
    qtbot.mouseClick(button(page, f"proposal_{drug}_change"), Qt.MouseButton.LeftButton)
    form = next(
        one for one in page.findChildren(AnswerForm) if one.change_button.objectName().startswith(f"proposal_{drug}_")
    )
    qtbot.mouseClick(form.fields().instead.buttons[way], Qt.MouseButton.LeftButton)
    if typed:
        edit_of(page, f"proposal_{drug}_{field}_edit").setFocus()
        press(qtbot, typed)
    edit_of(page, f"proposal_{drug}_reason_edit").setFocus()
    press(qtbot, "frail")
    qtbot.mouseClick(form.fields().record_button, Qt.MouseButton.LeftButton)


def decision_of(qtbot: QtBot, actions: Actions, patient: PatientRecord) -> Decision:
    """The decision once it is stored."""
    qtbot.waitUntil(lambda: len(actions.workspace(patient.id).result(30).decisions) == 1, timeout=10_000)
    return actions.workspace(patient.id).result(30).decisions[0]


@pytest.mark.parametrize(
    ("way", "field", "typed", "says"),
    [
        ("percent", "percent", "60", {"percent": Decimal(60)}),
        ("level", "level", "800", {"level": Decimal(800)}),
        ("until", "until", "2026-03-29", {"hold_from": CYCLE_2, "hold_until": date(2026, 3, 29)}),
        ("hold", "", "", {"hold_from": CYCLE_2, "hold_until": None}),
        ("stop", "", "", {"stop_from": CYCLE_2}),
    ],
)
def test_a_proposal_is_changed_with_a_reason(
    qtbot: QtBot, session_on: SessionOn, actions: Actions, way: str, field: str, typed: str, says: dict[str, object]
) -> None:
    page, patient, _course = with_diarrhoea(qtbot, session_on, actions, diarrhoea())
    change(qtbot, page, "capecitabine", way, typed, field)
    entry = decision_of(qtbot, actions, patient).entry
    nothing = dict.fromkeys(("percent", "level", "hold_from", "hold_until", "stop_from"))
    assert {name: getattr(entry, name) for name in nothing} == {**nothing, **says}
    assert (entry.taken, entry.reason, entry.cycle) == ("change", "frail", 2)
    settle(qtbot, session_on(CYCLE_2))


def test_a_change_without_its_number_or_reason_is_not_recorded(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    page, patient, _course = with_diarrhoea(qtbot, session_on, actions, diarrhoea())
    qtbot.mouseClick(button(page, "proposal_capecitabine_change"), Qt.MouseButton.LeftButton)
    record = button(page, "proposal_capecitabine_record")
    qtbot.mouseClick(record, Qt.MouseButton.LeftButton)
    (form,) = [one for one in page.findChildren(AnswerForm) if one.fields().record_button is record]
    assert form.fields().instead.message.text().endswith("Choose one.")
    qtbot.mouseClick(form.fields().instead.buttons["until"], Qt.MouseButton.LeftButton)
    edit_of(page, "proposal_capecitabine_until_edit").setFocus()
    press(qtbot, "2026-03-01")  # before the visit
    qtbot.mouseClick(record, Qt.MouseButton.LeftButton)
    assert "too early" in form.fields().until.message.text()
    assert actions.workspace(patient.id).result(30).decisions == ()


def test_an_inhibitor_is_held_or_stopped_and_never_given_in_part(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    entry = AdverseEventEntry(
        "Pneumonitis", "2026-03-10", (GradeOn(2, date(2026, 3, 10)),), attribution={"pembrolizumab": 5},
        cause="pembrolizumab",
    )  # fmt: skip
    page, patient, _course = with_diarrhoea(qtbot, session_on, actions, entry)
    assert "Hold pembrolizumab" in proposal(page, "pembrolizumab")
    change(qtbot, page, "pembrolizumab", "stop")
    assert decision_of(qtbot, actions, patient).entry.stop_from == CYCLE_2
    settle(qtbot, session_on(CYCLE_2))
    qtbot.waitUntil(lambda: page.findChild(QLabel, "proposals_stopped") is not None, timeout=10_000)
    assert proposal(page, "pembrolizumab") == "", "what was stopped for good is not proposed again"
    assert "pembrolizumab: stopped from" in decided(page, "pembrolizumab")
    forms = [one for one in page.findChildren(AnswerForm) if one.fields().level.unit() == ""]
    assert all(set(form.fields().instead.buttons) == {"until", "hold", "stop"} for form in forms)
    settle(qtbot, session_on(CYCLE_2))


def test_an_accepted_hold_with_its_lower_dose_is_not_asked_again_and_a_worse_grade_is(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    """The decision lowers the planned dose, which the proposal then says beside its reason; it is still the same."""
    page, patient, _course = with_diarrhoea(qtbot, session_on, actions, diarrhoea(end=""))
    assert "then 75 %" in proposal(page, "capecitabine")
    qtbot.mouseClick(button(page, "proposal_capecitabine_accept"), Qt.MouseButton.LeftButton)
    decision_of(qtbot, actions, patient)
    session = session_on(CYCLE_2)
    qtbot.waitUntil(lambda: "Accepted by Priya Raman" in proposal(page, "capecitabine"), timeout=10_000)
    settle(qtbot, session)
    assert not [one for one in page.findChildren(QPushButton) if one.objectName() == "proposal_capecitabine_accept"]
    assert decided(page, "capecitabine") == ""
    assert page.events is not None
    row = page.events.row_of("Diarrhea")
    assert row is not None
    row.setFocus()
    press(qtbot, "4")
    assert "Stop capecitabine" in proposal(page, "capecitabine")
    assert "held from" in decided(page, "capecitabine")
    (hold,) = actions.workspace(patient.id).result(30).holds
    actions.end_hold(session.person, hold.id, CYCLE_2 + timedelta(days=2), "restarted").result(30)
    _workspace, again = open_visit(qtbot, session, patient)
    assert again.events is not None
    assert "That hold ended on Wed 25 Mar 2026." in proposal(again, "capecitabine") + decided(again, "capecitabine")
    settle(qtbot, session)


def test_what_was_decided_in_an_earlier_cycle_is_not_asked_again_and_says_so(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    page, patient, course = with_diarrhoea(qtbot, session_on, actions, diarrhoea(grade=4))
    assert "Stop capecitabine" in proposal(page, "capecitabine")
    change(qtbot, page, "capecitabine", "percent", "50", "percent")
    decision_of(qtbot, actions, patient)
    session = session_on(CYCLE_2)
    settle(qtbot, session)
    measure(session, patient, "165", "58", CYCLE_2)
    add_labs(session, patient, CYCLE_2)
    sign_and_give(session, patient, course, 2, CYCLE_2)
    later = session_on(CYCLE_3)
    measure(later, patient, "165", "58", CYCLE_3)
    add_labs(later, patient, CYCLE_3)
    _workspace, next_page = open_visit(qtbot, later, patient)
    assert proposal(next_page, "capecitabine") == ""
    words = next_page.findChild(QLabel, "proposals_settled")
    assert isinstance(words, QLabel)
    assert "capecitabine: Diarrhea grade 4 from 10 Mar 2026" in words.text()
    assert "Changed by Priya Raman" in words.text()
    assert "for cycle 2; capecitabine: 50 % from cycle 2" in words.text()


def test_a_go_ahead_is_taken_back_with_a_reason(qtbot: QtBot, session_on: SessionOn, actions: Actions) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    assert page.ready.back.isHidden()
    qtbot.mouseClick(page.ready.person_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.ready.back.isHidden(), timeout=10_000)
    settle(qtbot, session)
    qtbot.mouseClick(button(page, "go_ahead_back"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "go_ahead_back_button"), Qt.MouseButton.LeftButton)
    assert not actions.workspace(patient.id).result(30).go_aheads[-1].withdrawn
    edit_of(page, "go_ahead_back_why_edit").setFocus()
    press(qtbot, "fever on the way in")
    qtbot.mouseClick(button(page, "go_ahead_back_button"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "provisional" in page.ready.state.text(), timeout=10_000)
    settle(qtbot, session)
    assert actions.workspace(patient.id).result(30).go_aheads[-1].withdrawn
    assert not page.ready.person_button.isHidden()


def test_a_withdrawn_event_is_not_asked_again_until_asked_and_the_decision_for_it_says_so(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    page, patient, _course = with_diarrhoea(qtbot, session_on, actions, diarrhoea(end=""))
    assert page.events is not None
    assert "Hold capecitabine" in proposal(page, "capecitabine")
    qtbot.mouseClick(button(page, "proposal_capecitabine_accept"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Decided for" in page.message.text(), timeout=10_000)
    settle(qtbot, session_on(CYCLE_2))
    (event,) = actions.workspace(patient.id).result(30).events
    row = page.events.row_of("Diarrhea")
    assert row is not None and row.draft.key == str(event.id)
    row.setFocus()
    press(qtbot, "m")
    (form,) = [one for one in row.findChildren(ReasonForm) if one.open_button.objectName().endswith("_withdraw")]
    qtbot.mouseClick(form.open_button, Qt.MouseButton.LeftButton)
    press(qtbot, "other patient")
    qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Diarrhea is withdrawn" in page.message.text(), timeout=10_000)
    qtbot.waitUntil(lambda: page.events is not None and str(event.id) not in page.events.rows, timeout=10_000)
    page.advice.judge()
    again = page.events.row_of("Diarrhea")
    assert again is not None and again.draft.grade is None and not again.draft.carried_over
    assert "Diarrhea, at most grade 1:  not asked today" in page.ready.words()
    (strip,) = [one for one in page.proposals.strips() if one.objectName() == "decided_capecitabine"]
    assert "Withdrawn since, as entered by mistake: Diarrhea" in strip.text()
    assert strip.tone() == "warn"
    assert not actions.workspace(patient.id).result(30).decisions[-1].withdrawn  # a person takes it back, nobody else
    settle(qtbot, session_on(CYCLE_2))


def test_limits_that_are_checked_on_a_later_day_push_no_proposal_out_of_sight(
    qtbot: QtBot, session_on: SessionOn
) -> None:
    session = session_on(CYCLE_2 - timedelta(days=5))
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    page.advice.judge()
    assert any("to be checked on" in words for words in page.ready.words())
    assert page.ready.minimumSizeHint().width() <= page.right.viewport().width()
    settle(qtbot, session)
