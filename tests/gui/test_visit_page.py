"""Scenarios 10 and 14 to 18 on the Visit page: typed by keyboard, read and decided as nurse and pharmacist would."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.dose.dose_page import DosePage
from gui.plan.forms import DelayForm
from gui.plan.plan_page import PlanPage
from records.actions import Actions
from records.values.visits import AdverseEventEntry, GradeOn
from tests.gui.dose_clinic import DAY1, WindowWatch, add_labs, edit_of, measure, settle
from tests.gui.visit_clinic import (
    CYCLE_2,
    HAND_FOOT,
    NEUROPATHY,
    SessionOn,
    button,
    decided,
    grade_shown,
    open_visit,
    press,
    proposal,
    save,
    say,
    second_cycle,
    sign_and_give,
    stroke,
    type_lab,
)


def test_scenario_15_a_visit_by_keyboard_alone(qtbot: QtBot, session_on: SessionOn, actions: Actions) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    watch = WindowWatch()
    workspace, page = open_visit(qtbot, session, patient)
    QApplication.instance().installEventFilter(watch)  # type: ignore[union-attr]
    strokes_before_saving = 0
    type_lab(qtbot, page, "platelets", "72")
    assert grade_shown(page, "platelets") == "2"
    neuropathy = say(qtbot, page, "tingling", "2oo")
    say(qtbot, page, "hand-foot", "1cc")
    say(qtbot, page, "loose stools", "1cp")
    strokes_before_saving = len("72") + len("tingling2oohand-foot1ccloose stools1cp") + 3 * 2
    assert strokes_before_saving < 60  # at a slow two keys a second well under two minutes
    assert neuropathy.draft.term == NEUROPATHY
    assert neuropathy.words.text().startswith("2: ")
    assert neuropathy.chips["oxaliplatin"].text() == "O · oxaliplatin probable"
    nausea = page.events.row_of("Nausea") if page.events else None
    assert nausea is not None
    nausea.setFocus()
    press(qtbot, "0")
    assert nausea.words.text() == "asked, not present"
    page.advice.now()
    assert "Platelets" in page.ready.state.text()
    save(qtbot, session, page)
    QApplication.instance().removeEventFilter(watch)  # type: ignore[union-attr]
    assert watch.shown == []
    space = actions.workspace(patient.id).result(30)
    said = {one.entry.term: one for one in space.events}
    assert {term: one.entry.grade for term, one in said.items()} == {NEUROPATHY: 2, HAND_FOOT: 1, "Diarrhea": 1}
    assert said[NEUROPATHY].entry.attribution == {"oxaliplatin": 4}
    assert said["Diarrhea"].entry.attribution == {"capecitabine": 3, "pembrolizumab": 3}
    assert (said[NEUROPATHY].cycle, said[NEUROPATHY].cycle_day) == (2, 1)
    assert page.events is not None
    row = page.events.row_of(NEUROPATHY)  # read back as it was said: nobody is asked again
    assert row is not None and row.draft.grade == 2
    page.advice.now()
    assert "Diarrhea" not in page.ready.state.text()
    assert page.events.search.edit.hasFocus()
    visit = space.visits[-1]
    assert visit.complete
    assert visit.entry.asked_not_present == ("Nausea",)
    assert any(lab.analyte == "platelets" and lab.value == 72 and lab.on == CYCLE_2 for lab in space.labs)
    workspace.flush()


def test_scenario_16_bilirubin_shows_both_readings(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session, bilirubin="42")  # upper limit 21: twice the limit before the course
    _workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "bilirubin", "71.4")
    assert grade_shown(page, "bilirubin") == "2"
    assert page.labs is not None
    words = page.labs.rows.reasons.text()
    assert "by the baseline (1.7×): grade 2, used" in words
    assert "by the upper limit (3.4×): grade 3, not used" in words
    assert "3.4 × ULN" in proposal(page, "capecitabine")


def test_scenario_14_a_low_count_proposes_a_delay_that_is_looked_at_on_the_plan_page(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "neutrophils", "1.1")
    assert grade_shown(page, "neutrophils") == "2"
    assert "Mon 30 Mar 2026" in proposal(page, "delay")
    qtbot.mouseClick(button(page, "proposal_delay_show"), Qt.MouseButton.LeftButton)
    plan = workspace.page("plan")
    assert isinstance(plan, PlanPage)
    qtbot.waitUntil(lambda: isinstance(plan.form, DelayForm), timeout=10_000)
    assert isinstance(plan.form, DelayForm)
    assert (plan.form.days.text(), plan.form.reason.value()) == ("7", "neutropenia")
    plan.form.shift.choose("all")
    qtbot.waitUntil(lambda: plan.difference.accept_button.isEnabled(), timeout=10_000)
    qtbot.mouseClick(plan.difference.accept_button, Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    delay = actions.workspace(patient.id).result(30).delays[-1]
    assert (delay.cycle, delay.days, delay.reason_code) == (2, 7, "neutropenia")
    page.advice.now()
    assert proposal(page, "delay") == ""  # the same count does not put the new day off once more
    assert page.delay_proposed() == (0, "")
    assert page.labs is not None
    assert page.labs.rows.rows["neutrophils"].value.text() == "1.1"


def test_scenario_10_on_day_9_capecitabine_alone_is_held_and_the_next_day_1_is_not_put_off_yet(
    qtbot: QtBot, session_on: SessionOn
) -> None:
    session = session_on(DAY1)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session_on(DAY1 + timedelta(days=8)), patient)
    say(qtbot, page, "diarr", "3c")
    stroke(qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert "Hold capecitabine" in proposal(page, "capecitabine")
    assert proposal(page, "delay") == ""  # two weeks before it nobody knows what will be there
    assert [strip.objectName() for strip in page.proposals.strips()] == ["proposal_capecitabine"]
    assert proposal(page, "pembrolizumab") == proposal(page, "oxaliplatin") == ""
    assert "Diarrhea, at most grade 1: 3 to be checked on Mon 23 Mar 2026" in page.ready.words()
    assert "To be checked on Mon 23 Mar 2026" in page.ready.state.text()


def test_scenario_17_tablets_that_do_not_add_up_are_a_question(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(DAY1)
    patient, course = second_cycle(session)
    session = session_on(CYCLE_2 + timedelta(days=21))
    measure(session, patient, "165", "58", CYCLE_2)
    add_labs(session, patient, CYCLE_2)
    sign_and_give(session, patient, course, 2, CYCLE_2)
    _workspace, page = open_visit(qtbot, session, patient)
    assert page.tablets is not None
    assert page.tablets.cycle == 2
    for name, text in (("tablets_500", "36"), ("tablets_150", "12"), ("told_last_day", "9")):
        edit_of(page, f"{name}_edit").setFocus()
        press(qtbot, text)
    page.tablets.last_part.choose("morning")
    page.advice.now()
    assert "missed" in page.tablets.question.text().lower()
    assert "taken 16 of 28 doses (57 %)" in page.tablets.figures.text()
    assert "told 17 of 28 doses (61 %)" in page.tablets.figures.text()
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    said = page.review.text()
    assert "36 × 500 mg, 12 × 150 mg; told to stop after day 9, morning" in said
    assert "Still to be asked about the tablets: " in said and "One dose more than expected came back. Missed?" in said
    assert not page.tablets.words.isHidden()  # the answer has a place
    page.tablets.words.set_text("vomited on day 5")
    assert page.tablets.still_asked() == ()


def test_scenario_18_diarrhoea_with_two_possible_causes_holds_both_until_one_is_named(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, course = second_cycle(session)
    actions.hold_drug(
        session.person, uuid4(), course.id, "pembrolizumab", CYCLE_2, None, False, "immune_event", "hypophysitis"
    ).result(30)
    _workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "neutrophils", "3.0")
    type_lab(qtbot, page, "platelets", "200")
    row = say(qtbot, page, "diarr", "2cp")
    assert "Hold capecitabine" in proposal(page, "capecitabine")
    assert "Hold pembrolizumab" in proposal(page, "pembrolizumab")
    assert "Nobody has named the cause" in proposal(page, "pembrolizumab")
    stroke(qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert row.draft.cause == "capecitabine"
    assert "Hold capecitabine" in proposal(page, "capecitabine")
    assert "Nobody has named the cause" not in proposal(page, "pembrolizumab")


def test_scenario_10_an_accepted_percent_leads_the_next_order(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, course = second_cycle(session)
    entry = AdverseEventEntry(
        "Diarrhea", "2026-03-10", (GradeOn(3, date(2026, 3, 10)),), code="10012727", end="2026-03-18", ongoing=False,
        outcome="RECOVERED/RESOLVED", attribution={"capecitabine": 5}, cause="capecitabine",
    )  # fmt: skip
    actions.report_event(session.person, uuid4(), course.id, entry).result(30)
    workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "neutrophils", "3.0")
    type_lab(qtbot, page, "platelets", "200")
    assert "75" in proposal(page, "capecitabine")
    qtbot.mouseClick(button(page, "proposal_capecitabine_accept"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Accepted by Priya Raman" in decided(page, "capecitabine"), timeout=10_000)
    settle(qtbot, session)
    focused = QApplication.focusWidget()
    assert focused is not None and page.isAncestorOf(focused)  # Ctrl+Return still saves
    decision = actions.workspace(patient.id).result(30).decisions[-1]
    assert (decision.entry.cycle, decision.entry.drug, decision.entry.percent) == (2, "capecitabine", Decimal(75))
    page.dose_wanted.emit(2)
    settle(qtbot, session)
    dose = workspace.page("dose")
    assert isinstance(dose, DosePage)
    qtbot.waitUntil(lambda: bool(dose.cards), timeout=5_000)
    assert dose.cards["capecitabine"].change.change().percent == Decimal(75)


def test_a_declined_proposal_needs_its_reason_and_can_be_taken_back(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "neutrophils", "1.1")
    qtbot.mouseClick(button(page, "proposal_oxaliplatin_decline"), Qt.MouseButton.LeftButton)
    record = button(page, "proposal_oxaliplatin_record")
    qtbot.mouseClick(record, Qt.MouseButton.LeftButton)
    assert actions.workspace(patient.id).result(30).decisions == ()
    edit_of(page, "proposal_oxaliplatin_reason_edit").setFocus()
    press(qtbot, "count repeated, 1.6")
    qtbot.mouseClick(record, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Declined" in proposal(page, "oxaliplatin"), timeout=10_000)
    settle(qtbot, session)
    decision = actions.workspace(patient.id).result(30).decisions[-1]
    assert (decision.entry.taken, decision.entry.reason) == ("decline", "count repeated, 1.6")
    qtbot.mouseClick(button(page, "proposal_oxaliplatin_back"), Qt.MouseButton.LeftButton)
    edit_of(page, "proposal_oxaliplatin_back_why_edit").setFocus()
    press(qtbot, "of another patient")
    qtbot.mouseClick(button(page, "proposal_oxaliplatin_back_button"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Declined" not in proposal(page, "oxaliplatin"), timeout=10_000)
    settle(qtbot, session)
    assert actions.workspace(patient.id).result(30).decisions[-1].withdrawn


def test_a_nurse_is_told_that_a_percent_is_decided_by_others(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, course = second_cycle(session)
    entry = AdverseEventEntry(
        "Diarrhea", "2026-03-10", (GradeOn(3, date(2026, 3, 10)),), code="10012727", end="2026-03-18", ongoing=False,
        outcome="RECOVERED/RESOLVED", attribution={"capecitabine": 5}, cause="capecitabine",
    )  # fmt: skip
    actions.report_event(session.person, uuid4(), course.id, entry).result(30)
    session.set_person(actions.add_person("Nora Quist", "nurse").result(30))
    _workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "neutrophils", "3.0")
    type_lab(qtbot, page, "platelets", "200")
    qtbot.mouseClick(button(page, "proposal_capecitabine_accept"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.message.tone() == "stop", timeout=10_000)
    settle(qtbot, session)
    assert actions.workspace(patient.id).result(30).decisions == ()
    assert not page.ready.person_button.isEnabled()
    assert page.labs is not None
    assert page.labs.rows.rows["neutrophils"].value.text() == "3.0"


def test_an_accepted_hold_points_to_its_toxicity_which_is_stored_once(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "neutrophils", "3.0")
    type_lab(qtbot, page, "platelets", "200")
    say(qtbot, page, "diarr", "3c")
    stroke(qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    qtbot.mouseClick(button(page, "proposal_capecitabine_accept"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(actions.workspace(patient.id).result(30).decisions) == 1, timeout=10_000)
    settle(qtbot, session)
    save(qtbot, session, page)
    space = actions.workspace(patient.id).result(30)
    (event,), (decision,) = space.events, space.decisions
    assert (event.entry.term, event.entry.grade, event.entry.cause) == ("Diarrhea", 3, "capecitabine")
    assert decision.entry.event_ids == (event.id,)
    assert [(hold.drug, hold.start, hold.end) for hold in space.holds] == [("capecitabine", CYCLE_2, None)]
