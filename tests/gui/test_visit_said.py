"""A grade that stands as it was is said and kept; what nobody asked for is not asked; no message hides another."""

from datetime import date, timedelta
from uuid import uuid4

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from records.actions import Actions
from records.values.visits import AdverseEventEntry, GradeOn
from tests.gui.dose_clinic import settle
from tests.gui.visit_clinic import CYCLE_2, SessionOn, button, open_visit, press, save, second_cycle, type_lab

MUCOSITIS = "Mucositis oral"


def test_still_grade_1_today_is_kept_and_shown_again_and_what_was_not_asked_is_not_green(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, course = second_cycle(session)
    kept = {}
    for term in ("Diarrhea", MUCOSITIS):
        entry = AdverseEventEntry(term, "2026-03-10", (GradeOn(1, date(2026, 3, 10)),))
        kept[term] = actions.report_event(session.person, uuid4(), course.id, entry).result(30)
    _workspace, page = open_visit(qtbot, session, patient)
    assert page.events is not None
    page.events.rows[str(kept["Diarrhea"].id)].setFocus()
    press(qtbot, "1")
    save(qtbot, session, page)
    space = actions.workspace(patient.id).result(30)
    assert space.visits[0].entry.events_said == {kept["Diarrhea"].id: 1}
    assert {event.id: event.entry for event in space.events} == {one.id: one.entry for one in kept.values()}
    _workspace, again = open_visit(qtbot, session, patient)
    assert again.events is not None
    assert again.events.rows[str(kept["Diarrhea"].id)].draft.grade == 1
    assert again.events.rows[str(kept[MUCOSITIS].id)].draft.grade is None
    again.advice.now()
    words = again.ready.words()
    assert "Diarrhea, at most grade 1: 1 met" in words
    assert f"{MUCOSITIS}, at most grade 1:  not asked today" in words


def test_what_was_said_to_be_gone_stays_answered_and_a_grade_nobody_asked_for_is_no_nought(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, course = second_cycle(session)
    entry = AdverseEventEntry("Diarrhea", "2026-03-10", (GradeOn(3, date(2026, 3, 10)),))
    kept = actions.report_event(session.person, uuid4(), course.id, entry).result(30)
    _workspace, page = open_visit(qtbot, session, patient)
    assert page.events is not None
    page.events.rows[str(kept.id)].setFocus()
    press(qtbot, "0")
    save(qtbot, session, page)
    page.advice.now()
    assert "Diarrhea, at most grade 1: 0 met" in page.ready.words()
    assert f"{MUCOSITIS}, at most grade 1:  not asked today" in page.ready.words()
    before = session_on(CYCLE_2 - timedelta(days=10))
    _workspace, early = open_visit(qtbot, before, patient)
    early.advice.now()
    assert f"{MUCOSITIS}, at most grade 1:  to be checked on Mon 23 Mar 2026" in early.ready.words()


def test_a_visit_that_is_stored_says_so_beside_the_half_done_one_of_another_day(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "platelets", "7")
    workspace.flush()
    settle(qtbot, session)
    later = session_on(CYCLE_2 + timedelta(days=1))
    _workspace, today = open_visit(qtbot, later, patient)
    type_lab(qtbot, today, "platelets", "210")
    save(qtbot, later, today)
    qtbot.waitUntil(lambda: "half-done" in today.message.text(), timeout=10_000)
    assert "The visit of Tue 24 Mar 2026 is stored." in today.message.text()
    assert today.message.tone() == "ok"
    qtbot.mouseClick(button(today, "visit_message_visit_of_mon_23_mar_2026"), Qt.MouseButton.LeftButton)
    assert "This is the visit of Mon 23 Mar 2026, half-done." in today.message.text()
    assert "is stored" not in today.message.text()
