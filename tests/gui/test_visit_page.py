"""Scenarios 10 and 14 to 18 on the Visit page: typed by keyboard, read and decided as nurse and pharmacist would."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.dose.dose_page import DosePage
from gui.link import Link
from gui.plan.forms import DelayForm
from gui.plan.plan_page import PlanPage
from gui.session import Session
from gui.theme.look import apply_look
from gui.visit.event_row import EventRow
from gui.visit.visit_page import VisitPage
from gui.workspace.workspace import Workspace
from records.actions import Actions
from records.lookup import Lookup
from records.values import CourseRecord, PatientRecord, Person, SiteSettings
from records.visit_values import AdverseEventEntry, GradeOn
from tests.gui.dose_clinic import DAY1, WindowWatch, add_labs, add_patient, begin, edit_of, measure, settle, show_active
from tests.gui.visit_clinic import CYCLE_2, sign_and_give

NEUROPATHY = "Peripheral sensory neuropathy"
HAND_FOOT = "Palmar-plantar erythrodysesthesia syndrome"
SessionOn = Callable[[date], Session]


@pytest.fixture
def session_on(
    qapp: QApplication, qtbot: QtBot, actions: Actions, pharmacist: Person, settings: SiteSettings, tmp_path: Path
) -> Iterator[SessionOn]:
    """A session that works on a day; an exception anywhere fails the test."""
    crashes: list[object] = []
    made: list[Session] = []

    def session_of(day: date) -> Session:
        session = Session(
            actions, Lookup(tmp_path / "clinic.db"), Link(), settings=settings, person=pharmacist, today=lambda: day
        )
        session.link.crashed.connect(crashes.append)
        made.append(session)
        return session

    yield session_of
    for session in made:
        session.close()
    assert not crashes, crashes


def second_cycle(session: Session, **labs: Any) -> tuple[PatientRecord, CourseRecord]:
    """The woman of scenario 1 after her first cycle."""
    patient = add_patient(session)
    measure(session, patient, "165", "58")
    add_labs(session, patient, **labs)
    course = begin(session, patient)
    sign_and_give(session, patient, course)
    return patient, course


def open_visit(qtbot: QtBot, session: Session, patient: PatientRecord) -> tuple[Workspace, VisitPage]:
    """The workspace on its Visit page."""
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    workspace.resize(1500, 1000)
    show_active(qtbot, workspace)
    workspace.open(patient.id, "visit")
    qtbot.waitUntil(lambda: isinstance(workspace.pages.get("visit"), VisitPage), timeout=10_000)
    page = workspace.pages["visit"]
    assert isinstance(page, VisitPage)
    qtbot.waitUntil(lambda: page.events is not None, timeout=5_000)
    settle(qtbot, session)
    return workspace, page


def press(qtbot: QtBot, keys: str) -> None:
    """Keys to whatever has the focus, as a person without a mouse types."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClicks(focused, key)


def stroke(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One special key to whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def say(qtbot: QtBot, page: VisitPage, symptom: str, keys: str) -> EventRow:
    """Ctrl+N, the symptom in somebody's words, Enter, the grade and the letters: no mouse."""
    stroke(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.events is not None
    assert page.events.search.edit.hasFocus()
    press(qtbot, symptom)
    stroke(qtbot, Qt.Key.Key_Return)
    row = QApplication.focusWidget()
    assert isinstance(row, EventRow)
    press(qtbot, keys)
    return row


def type_lab(qtbot: QtBot, page: VisitPage, name: str, value: str) -> None:
    """A value into its row."""
    edit = edit_of(page, f"lab_{name}_edit")
    edit.setFocus()
    press(qtbot, value)


def grade_shown(page: VisitPage, name: str) -> str:
    """What stands in the column Grade."""
    assert page.labs is not None
    return page.labs.rows.rows[name].grade.text()


def save(qtbot: QtBot, session: Session, page: VisitPage) -> None:
    """Ctrl+Return shows what will be stored, once more stores it."""
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.save_button.text() == "&Save visit", page.bar_words.text()
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "is stored" in page.message.text() or page.message.tone() == "stop", timeout=15_000)
    assert page.message.tone() == "ok", page.message.text()
    settle(qtbot, session)


def proposal(page: VisitPage, drug: str) -> str:
    """The proposal for a drug as shown, "" where there is none."""
    return next((s.text() for s in page.proposals.strips() if s.objectName() == f"proposal_{drug}"), "")


def decided(page: VisitPage, drug: str) -> str:
    """What was decided about a drug as shown, once its proposal is followed."""
    return next((s.text() for s in page.proposals.strips() if s.objectName() == f"decided_{drug}"), "")


def button(page: QWidget, name: str) -> QPushButton:
    """A button by its name."""
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


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
    visit = space.visits[-1]
    assert visit.complete
    assert visit.entry.asked_not_present == ("Nausea",)
    assert any(lab.analyte == "platelets" and lab.value == 72 and lab.on == CYCLE_2 for lab in space.labs)
    workspace.flush()


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
    diarrhoea.setFocus()
    press(qtbot, "0")
    neuropathy.setFocus()
    press(qtbot, "2")
    save(qtbot, session, page)
    said = {one.entry.term: one.entry for one in actions.workspace(patient.id).result(30).events}
    assert (said["Diarrhea"].end, said["Diarrhea"].outcome) == ("2026-03-23", "RECOVERED/RESOLVED")
    assert [segment.grade for segment in said["Diarrhea"].grades] == [2]
    assert [segment.grade for segment in said[NEUROPATHY].grades] == [1, 2]
    assert said[NEUROPATHY].ongoing


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
    assert "3.4 x ULN" in proposal(page, "capecitabine")


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
    assert page.labs is not None
    assert page.labs.rows.rows["neutrophils"].value.text() == "1.1"


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
    assert "missed" in page.tablets.question.text().lower()
    assert "taken 16 of 28 doses (57 %)" in page.tablets.figures.text()
    assert "told 17 of 28 doses (61 %)" in page.tablets.figures.text()


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
    assert "The cause has not been named" in proposal(page, "pembrolizumab")
    stroke(qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert row.draft.cause == "capecitabine"
    assert "Hold capecitabine" in proposal(page, "capecitabine")
    assert "The cause has not been named" not in proposal(page, "pembrolizumab")


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
    decision = actions.workspace(patient.id).result(30).decisions[-1]
    assert (decision.entry.cycle, decision.entry.drug, decision.entry.percent) == (2, "capecitabine", Decimal(75))
    page.dose_wanted.emit(2)
    settle(qtbot, session)
    dose = workspace.page("dose")
    assert isinstance(dose, DosePage)
    qtbot.waitUntil(lambda: bool(dose.cards), timeout=5_000)
    assert dose.cards["capecitabine"].change.change().percent == Decimal(75)


def test_a_declined_proposal_needs_its_reason(qtbot: QtBot, session_on: SessionOn, actions: Actions) -> None:
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
