"""What the patient reports, on the Visit page: typed by keyboard, kept, shown again next time, never a grade."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.visit.reported_card import ReportedCard
from gui.visit.visit_page import VisitPage
from records.bedside.reported import read_symptoms, scores_of, symptoms
from regimen.errors import Refused
from tests.gui.dose_clinic import settle
from tests.gui.visit_clinic import CYCLE_2, NEUROPATHY, button, open_visit, press, save, say, second_cycle, stroke

SessionOn = Callable[[date], Session]


def unfold(qtbot: QtBot, page: VisitPage) -> ReportedCard:
    """A click on the folded card; the first field has the keys."""
    qtbot.mouseClick(button(page, "reported_fold"), Qt.MouseButton.LeftButton)
    card = page.findChild(ReportedCard)
    assert isinstance(card, ReportedCard) and card.table.isVisible()
    return card


def label(page: VisitPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def field(page: VisitPage, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def test_scores_are_typed_one_after_the_other_and_stored_beside_the_grade(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    say(qtbot, page, "tingling", "1")
    card = unfold(qtbot, page)
    press(qtbot, "321")  # numbness: how bad, in the way; hands and feet: how bad
    stroke(qtbot, Qt.Key.Key_Down)  # past diarrhoea
    press(qtbot, "04")
    assert card.scores() == {
        "numbness_tingling/severity": 3, "numbness_tingling/interference": 2, "hand_foot/severity": 1,
        "nausea/frequency": 0, "nausea/severity": 4,
    }  # fmt: skip
    assert label(page, "reported_numbness_tingling_grade") == "grade 1"
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "no grades" in page.review.text() and "Nausea how often 0, how bad 4" in page.review.text()
    save(qtbot, session, page)
    space = session.actions.workspace(patient.id).result(30)
    (visit,) = space.visits
    assert dict(visit.entry.patient_reported) == card_scores(page)
    (event,) = space.events
    assert (event.entry.term, event.entry.grade) == (NEUROPATHY, 1)  # a score of 3 changed no grade


def card_scores(page: VisitPage) -> dict[str, int]:
    found = page.findChild(ReportedCard)
    assert isinstance(found, ReportedCard)
    return found.scores()


def test_the_next_visit_shows_the_scores_of_last_time_and_takes_none_of_them_over(
    qtbot: QtBot, session_on: SessionOn
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    unfold(qtbot, page)
    press(qtbot, "21")
    settle(qtbot, session)
    page.labs.setFocus() if page.labs is not None else None
    stroke_save(qtbot, session, page)
    later = session_on(date(2026, 3, 30))
    _workspace, page = open_visit(qtbot, later, patient)
    found = page.findChild(ReportedCard)
    assert isinstance(found, ReportedCard)
    assert found.table.isVisible()
    assert label(page, "reported_numbness_tingling_last") == "2 · 1"
    assert "23 Mar 2026" in found.hint.text()
    assert found.scores() == {}


def stroke_save(qtbot: QtBot, session: Session, page: VisitPage) -> None:
    field(page, "reported_numbness_tingling_severity").setFocus()
    save(qtbot, session, page)


@pytest.mark.parametrize(
    ("name", "typed"),
    [("reported_nausea_severity", "5"), ("reported_rash_presence", "2"), ("reported_cough_severity", "x")],
)
def test_what_is_no_score_stays_as_typed_and_holds_the_visit(
    qtbot: QtBot, session_on: SessionOn, name: str, typed: str
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    unfold(qtbot, page)
    field(page, name).setFocus()
    press(qtbot, typed)
    assert field(page, name).text() == typed
    assert "a score is a whole number" in label(page, "reported_refused")
    assert not page.save_button.isEnabled()
    stroke(qtbot, Qt.Key.Key_Backspace)
    assert page.save_button.isEnabled()


def test_a_half_done_questionnaire_is_kept_as_typed(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    workspace, page = open_visit(qtbot, session, patient)
    unfold(qtbot, page)
    press(qtbot, "3")
    page.flush()
    settle(qtbot, session)
    workspace.close()
    _workspace, page = open_visit(qtbot, session, patient)
    assert field(page, "reported_numbness_tingling_severity").text() == "3"
    assert field(page, "reported_numbness_tingling_severity").isVisible()


def test_nobody_who_reports_nothing_sees_the_table(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    found = page.findChild(ReportedCard)
    assert isinstance(found, ReportedCard)
    assert not found.table.isVisible()


def test_scores_kept_before_attributes_were_told_apart_are_still_read() -> None:
    numbness = symptoms()[0]
    assert scores_of({"numbness_tingling": 2}, numbness) == {"severity": 2}
    assert scores_of({"numbness_tingling/interference": 1, "numbness_tingling": 2}, numbness) == {"interference": 1}


def test_a_table_of_symptoms_with_an_unknown_attribute_is_refused() -> None:
    text = 'schema = 1\n[[symptom]]\nname = "x"\ntitle = "X"\nattributes = ["loudness"]\nterms = ["Cough"]\n'
    with pytest.raises(Refused, match="loudness"):
        read_symptoms(text)
