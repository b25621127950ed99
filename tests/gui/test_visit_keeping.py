"""What is typed at a visit is kept, carried over, asked about and shown again; nothing is cut off."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.theme.look import apply_look
from records.actions import Actions
from records.values.visits import AdverseEventEntry, GradeOn
from tests.gui.dose_clinic import edit_of, settle
from tests.gui.visit_clinic import (
    CYCLE_2,
    NEUROPATHY,
    SessionOn,
    button,
    grade_shown,
    open_visit,
    press,
    save,
    say,
    second_cycle,
    stroke,
    type_lab,
)


def test_symptoms_that_nobody_asked_for_stay_unasked(qtbot: QtBot, session_on: SessionOn, actions: Actions) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    assert page.events is not None
    page.events.search.setFocus()
    save(qtbot, session, page)
    visit = actions.workspace(patient.id).result(30).visits[-1]
    assert (visit.entry.any_event, visit.entry.asked_not_present) == (None, ())


def test_a_half_done_visit_is_there_again_as_it_was_typed(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "neutrophils", "1.1x")
    say(qtbot, page, "tingling", "2o")
    workspace.flush()  # as closing the window does, before the moment of waiting is over
    workspace.close()
    settle(qtbot, session)
    later = session_on(CYCLE_2)
    _workspace, again = open_visit(qtbot, later, patient)
    assert edit_of(again, "lab_neutrophils_edit").text() == "1.1x"
    row = again.events.row_of(NEUROPATHY) if again.events else None
    assert row is not None
    assert (row.draft.grade, dict(row.draft.levels)) == (2, {"oxaliplatin": 3})
    assert not again.save_button.isEnabled()
    assert "Neutrophils" in again.bar_words.text()
    assert actions.workspace(patient.id).result(30).events == ()


def test_what_was_there_last_time_is_carried_over_and_graded_again(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, course = second_cycle(session)
    entry = AdverseEventEntry("Diarrhea", "2026-03-10", (GradeOn(2, date(2026, 3, 10)),), code="10012727")
    actions.report_event(session.person, uuid4(), course.id, entry).result(30)
    entry = replace(entry, term=NEUROPATHY, code="10034620", grades=(GradeOn(1, date(2026, 3, 10)),))
    actions.report_event(session.person, uuid4(), course.id, entry).result(30)
    _workspace, page = open_visit(qtbot, session, patient)
    assert page.events is not None
    diarrhoea, neuropathy = page.events.row_of("Diarrhea"), page.events.row_of(NEUROPATHY)
    assert diarrhoea is not None
    assert neuropathy is not None
    assert diarrhoea.state.text() == "since cycle 1 day 9 · last time 2: still?"
    assert diarrhoea.grades.value() is None  # nothing is taken as said today before somebody says it
    qtbot.mouseClick(diarrhoea.grades.buttons["2"], Qt.MouseButton.LeftButton)
    assert diarrhoea.draft.grade == 2
    press(qtbot, "0")
    neuropathy.setFocus()
    press(qtbot, "2")
    save(qtbot, session, page)
    said = {one.entry.term: one.entry for one in actions.workspace(patient.id).result(30).events}
    assert (said["Diarrhea"].end, said["Diarrhea"].outcome) == ("2026-03-23", "RECOVERED/RESOLVED")
    assert [segment.grade for segment in said["Diarrhea"].grades] == [2]
    assert [segment.grade for segment in said[NEUROPATHY].grades] == [1, 2]
    assert said[NEUROPATHY].ongoing


def test_the_go_ahead_is_recorded_with_its_way(qtbot: QtBot, session_on: SessionOn, actions: Actions) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    assert "provisional" in page.ready.state.text()
    qtbot.mouseClick(page.ready.telephone_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "by telephone" in page.ready.state.text(), timeout=10_000)
    settle(qtbot, session)
    given = actions.workspace(patient.id).result(30).go_aheads[-1]
    assert (given.cycle, given.cycle_day, given.for_day, given.way) == (2, 1, CYCLE_2, "telephone")


def test_a_pasted_table_fills_the_rows_and_says_what_it_left_out(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    assert page.labs is not None
    qtbot.mouseClick(page.labs.paste_button, Qt.MouseButton.LeftButton)
    QApplication.clipboard().setText(
        "Neutrophils\t1.1\t10^9/L\t2.0-7.5\nALT\t38\tU/L\t<40\nRubbish\t3\nPlatelets\t<5\t10^9/L\n"
    )
    stroke(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(page.labs.take_button, Qt.MouseButton.LeftButton)
    rows = page.labs.rows.rows
    assert (rows["neutrophils"].value.text(), rows["neutrophils"].lln.text()) == ("1.1", "2.0")
    assert (rows["alt"].value.text(), rows["alt"].uln.text()) == ("38", "40")
    assert rows["platelets"].value.text() == ""
    assert "Rubbish" in page.labs.pasted.text()
    assert "no plain number" in page.labs.pasted.text()
    assert grade_shown(page, "neutrophils") == "2"


@pytest.mark.parametrize(("scale", "size"), [(100, (1320, 850)), (200, (1320, 850))])
def test_nothing_is_cut_off(
    qapp: QApplication, qtbot: QtBot, session_on: SessionOn, scale: int, size: tuple[int, int]
) -> None:
    apply_look(qapp, "light", scale)
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    workspace, page = open_visit(qtbot, session, patient)
    workspace.resize(*size)
    type_lab(qtbot, page, "neutrophils", "1.1")
    say(qtbot, page, "hand-foot", "1c")
    settle(qtbot, session)
    for area in (page.left, page.middle, page.right):
        if area.isVisible():
            assert area.needed_width() <= area.width(), area.widget()
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            assert label.sizeHint().width() <= label.width() + 1, label.text()
    workspace.flush()


def test_a_weight_far_from_the_last_one_is_typed_again_before_it_is_stored(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    edit_of(page, "visit_weight_kg_edit").setFocus()
    press(qtbot, "128")
    assert page.vitals is not None
    assert "+120.7" in page.vitals.weight.note()
    assert not page.save_button.isEnabled()
    edit_of(page, "visit_weight_confirm_edit").setFocus()
    press(qtbot, "127")
    assert not page.save_button.isEnabled()
    stroke(qtbot, Qt.Key.Key_Backspace)
    press(qtbot, "8")
    assert page.save_button.isEnabled()
    save(qtbot, session, page)
    measured = [one for one in actions.workspace(patient.id).result(30).measurements if one.kind == "weight_kg"]
    assert (measured[-1].value, measured[-1].on, measured[-1].confirmed) == (Decimal(128), CYCLE_2, "128")


def test_a_symptom_nobody_asked_for_is_not_green(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    said = " | ".join(page.ready.words())
    assert said.count("not asked today") == 3
    assert page.events is not None
    row = page.events.row_of("Diarrhea")
    assert row is not None
    row.setFocus()
    press(qtbot, "0")
    page.advice.now()
    assert "Diarrhea, at most grade 1: 0 met" in " | ".join(page.ready.words())


def test_the_worst_grade_of_each_cycle_can_be_read_in_words(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, course = second_cycle(session)
    grades = (GradeOn(1, date(2026, 3, 5)), GradeOn(3, date(2026, 3, 9)), GradeOn(2, CYCLE_2))
    entry = AdverseEventEntry("Diarrhea", "2026-03-05", grades, code="10012727")
    actions.report_event(session.person, uuid4(), course.id, entry).result(30)
    _workspace, page = open_visit(qtbot, session, patient)
    table = page.map.table
    assert page.map.isVisible()
    assert [table.index(0, column).data() for column in range(table.columnCount())] == ["3", "3"]
    words = table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Diarrhea, cycle 1: worst grade 3"


def test_a_half_done_visit_of_another_day_is_offered(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "platelets", "7")
    workspace.flush()
    settle(qtbot, session)
    later = session_on(CYCLE_2 + timedelta(days=1))
    _workspace, again = open_visit(qtbot, later, patient)
    assert edit_of(again, "lab_platelets_edit").text() == ""
    qtbot.mouseClick(button(again, "visit_message_visit_of_mon_23_mar_2026"), Qt.MouseButton.LeftButton)
    assert edit_of(again, "lab_platelets_edit").text() == "7"
    assert "Visit of Mon 23 Mar 2026" in again.head.text()


def test_what_does_not_add_up_in_a_toxicity_is_asked_before_it_is_stored(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    say(qtbot, page, "diarr", "3cm")
    edit_of(page, "event_diarrhea_start_edit").setFocus()
    press(qtbot, "2026-03-10")
    edit_of(page, "event_diarrhea_end_edit").setFocus()
    press(qtbot, "2026-03-05")
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Diarrhea: It ends on 2026-03-05, before it began." in page.review.text()


def test_a_pasted_table_nobody_took_holds_the_visit_back_and_is_said(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    assert page.labs is not None
    qtbot.mouseClick(page.labs.paste_button, Qt.MouseButton.LeftButton)
    QApplication.clipboard().setText("Neutrophils\t1.1\t10^9/L\t2.0-7.5\nXyz\t4")
    stroke(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not page.save_button.isEnabled()
    assert "A pasted table is not taken yet" in page.bar_words.text()
    qtbot.mouseClick(page.labs.take_button, Qt.MouseButton.LeftButton)
    assert page.labs.rows.rows["neutrophils"].value.text() == "1.1"
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Pasted, not understood and not stored: Xyz\t4" in page.review.text()
    page.flush()
