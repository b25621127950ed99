"""The rules are asked a moment after the last key; nothing is decided on what they said before it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.visit.visit_page import VisitPage
from records.actions import Actions
from tests.gui.dose_clinic import settle
from tests.gui.visit_clinic import CYCLE_2, SessionOn, button, open_visit, proposal, say, second_cycle, type_lab


def judgements(page: VisitPage) -> list[None]:
    """One entry for each judgement from now on."""
    seen: list[None] = []
    page.advice.judged.connect(lambda: seen.append(None))
    return seen


def test_keys_in_a_row_are_judged_once_when_they_rest(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    seen = judgements(page)
    with qtbot.waitSignal(page.advice.judged, timeout=5_000):
        type_lab(qtbot, page, "neutrophils", "1.13")
        assert seen == []
    assert seen == [None]
    assert any("1.13" in words for words in page.ready.words())


def test_leaving_the_page_judges_and_keeps_at_once(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "neutrophils", "1.1")
    workspace.flush()
    settle(qtbot, session)
    assert page.delay_proposed() == (7, "neutropenia")


def test_a_proposal_that_changed_with_the_last_key_is_not_recorded(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "neutrophils", "3.0")
    type_lab(qtbot, page, "platelets", "200")
    say(qtbot, page, "diarr", "2c")
    accept = button(page, "proposal_capecitabine_accept")
    say(qtbot, page, "diarr", "4")
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)  # before the rules have said anything about grade 4
    assert "Look at it again" in page.message.text()
    settle(qtbot, session)
    assert actions.workspace(patient.id).result(30).decisions == ()
    assert "Stop capecitabine" in proposal(page, "capecitabine")
