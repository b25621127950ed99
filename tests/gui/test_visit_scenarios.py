"""Scenarios 10 and 18 to their end: a second and third event, a way back up, an inhibitor on hold beside CAPOX."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.calendar_page.calendar_page import CalendarPage
from gui.dose.dose_page import DosePage
from gui.session import Session
from gui.visit.visit_page import VisitPage
from gui.workspace.workspace import Workspace
from records.actions import Actions
from records.values.core import CourseRecord, PatientRecord
from records.values.visits import AdverseEventEntry, GradeOn
from tests.gui.course_clinic import all_words, sign, wait_for_sheet
from tests.gui.dose_clinic import add_labs, measure, retype, settle
from tests.gui.visit_clinic import (
    CYCLE_2,
    SessionOn,
    button,
    open_visit,
    proposal,
    save,
    say,
    second_cycle,
    sign_and_give,
    stroke,
    type_lab,
)

CYCLES = {number: CYCLE_2 + timedelta(days=21 * (number - 2)) for number in range(1, 6)}


def diarrhoea(session: Session, course: CourseRecord, cycle: int) -> None:
    """Grade 3 laid to capecitabine on day 9 of a cycle, gone on day 17."""
    began = CYCLES[cycle] + timedelta(days=8)
    entry = AdverseEventEntry(
        "Diarrhea", began.isoformat(), (GradeOn(3, began),), end=(began + timedelta(days=8)).isoformat(), ongoing=False,
        outcome="RECOVERED/RESOLVED", attribution={"capecitabine": 5}, cause="capecitabine",
    )  # fmt: skip
    session.actions.report_event(session.person, uuid4(), course.id, entry).result(30)


def day_1(qtbot: QtBot, session: Session, patient: PatientRecord, on: date) -> tuple[Workspace, VisitPage]:
    """The Visit page of a day 1 with weight and a good blood count."""
    measure(session, patient, "165", "58", on)
    add_labs(session, patient, on)
    return open_visit(qtbot, session, patient)


def accept(qtbot: QtBot, session: Session, page: VisitPage, drug: str) -> None:
    """Accept what is proposed for a drug."""
    qtbot.mouseClick(button(page, f"proposal_{drug}_accept"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Decided for" in page.message.text(), timeout=10_000)
    settle(qtbot, session)


def test_scenario_10_the_second_event_proposes_50_percent_and_the_third_a_stop(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    patient, course = second_cycle(session_on(CYCLES[1]))
    for cycle, percent in ((1, 75), (2, 50)):
        session = session_on(CYCLES[cycle + 1])
        diarrhoea(session, course, cycle)
        _workspace, page = day_1(qtbot, session, patient, CYCLES[cycle + 1])
        assert f"{percent} %" in proposal(page, "capecitabine"), proposal(page, "capecitabine")
        assert proposal(page, "pembrolizumab") == ""
        accept(qtbot, session, page, "capecitabine")
        decision = actions.workspace(patient.id).result(30).decisions[-1].entry
        assert (decision.cycle, decision.percent) == (cycle + 1, Decimal(percent))
        sign_and_give(session, patient, course, cycle + 1, CYCLES[cycle + 1])
    session = session_on(CYCLES[4])
    diarrhoea(session, course, 3)
    _workspace, page = day_1(qtbot, session, patient, CYCLES[4])
    assert "Stop capecitabine" in proposal(page, "capecitabine")
    assert proposal(page, "pembrolizumab") == ""


def test_scenario_10_an_attempt_to_return_to_100_percent_is_stopped(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLES[2])
    patient, course = second_cycle(session)
    diarrhoea(session, course, 1)
    _workspace, page = day_1(qtbot, session, patient, CYCLES[2])
    accept(qtbot, session, page, "capecitabine")
    sign_and_give(session, patient, course, 2, CYCLES[2])
    session = session_on(CYCLES[3])
    workspace, _page = day_1(qtbot, session, patient, CYCLES[3])
    dose = workspace.show_page("dose")
    assert isinstance(dose, DosePage)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: "capecitabine" in dose.cards, timeout=5_000)
    assert dose.cards["capecitabine"].change.change().percent == Decimal(75)
    why = dose.cards["capecitabine"].why
    assert "accepted by Priya Raman" in why.text() and "Diarrhea grade 3 from 2026-03-10" in why.text()
    assert "rule capecitabine-g3-1" in why.text() and not why.isHidden()  # why 75 %? It stands beside it
    retype(qtbot, dose, "percent_capecitabine_edit", "100")
    settle(qtbot, session)
    assert why.isHidden()  # what is typed over a decision is not that decision's dose
    said = " | ".join(strip.text() for strip in dose.alerts.strips())
    assert "capecitabine was given at 75 % of the start in cycle 2 and is now ordered at 100 %" in said
    assert "A reduced dose is not raised again" in said
    assert not dose.sign_button.isEnabled()


def test_scenario_18_an_endocrine_event_holds_the_inhibitor_alone_and_the_calendar_says_so(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, course = second_cycle(session)
    workspace, page = day_1(qtbot, session, patient, CYCLE_2)
    type_lab(qtbot, page, "neutrophils", "3.1")
    say(qtbot, page, "hypophys", "3p")
    stroke(qtbot, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    words = proposal(page, "pembrolizumab")
    assert "Hold pembrolizumab" in words and "clinically stable" in words, words
    assert proposal(page, "oxaliplatin") == proposal(page, "capecitabine") == ""
    accept(qtbot, session, page, "pembrolizumab")
    save(qtbot, session, page)
    holds = actions.workspace(patient.id).result(30).holds
    assert [(hold.drug, hold.start, hold.end) for hold in holds] == [("pembrolizumab", CYCLE_2, None)]
    sign(session, course, 2)
    workspace.reload()
    settle(qtbot, session)
    calendar = workspace.show_page("calendar")
    assert isinstance(calendar, CalendarPage)
    settle(qtbot, session)
    calendar.cycle.choose("2")
    wait_for_sheet(qtbot, session, calendar)
    said = all_words(calendar.data())
    assert "day 1 INFUSIONS oxaliplatin ON HOLD: pembrolizumab Morning 3 × 500 mg" in said
    assert "They are not made up later." in said
    to_come = said[said.index("The cycles to come") :]
    assert "Mon Apr 13: oxaliplatin" in to_come
    assert "pembrolizumab" not in to_come.replace("pembrolizumab + oxaliplatin + capecitabine", "")
    everything = said.replace("Trouble from pembrolizumab", "").replace(
        "pembrolizumab + oxaliplatin + capecitabine", ""
    )
    assert everything.count("pembrolizumab") == everything.count("ON HOLD: pembrolizumab") == 1  # no catch-up dose
