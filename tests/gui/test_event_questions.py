"""What a rule asks about a toxicity is answered beside it, is kept with it, and changes what the rules propose."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.visit.event_draft import drafts_of, texts_of
from gui.visit.event_row import EventRow
from gui.visit.visit_page import VisitPage
from gui.widgets.choice import Segmented
from gui.widgets.number_field import NumberField
from records.actions import Actions
from records.values.core import PatientRecord, Person, SiteSettings
from records.values.visits import AdverseEventEntry, AdverseEventRecord, GradeOn
from tests.gui.dose_clinic import edit_of, settle
from tests.gui.visit_clinic import (
    CYCLE_2,
    NEUROPATHY,
    SessionOn,
    button,
    open_visit,
    press,
    proposal,
    save,
    second_cycle,
    stroke,
    type_lab,
)

DAY_9 = date(2026, 3, 10)


@pytest.fixture
def settings(settings: SiteSettings, actions: Actions, pharmacist: Person) -> SiteSettings:
    """A site that goes by the EU labels: their neuropathy rules ask more than the US ones."""
    return actions.save_settings(pharmacist, replace(settings, country="IE", practice="eu"), "test").result(30)


def event(term: str, grade: int, cause: str, **said: object) -> AdverseEventEntry:
    """A toxicity of day 9 of the first cycle, laid to one drug."""
    entry = AdverseEventEntry(term, DAY_9.isoformat(), (GradeOn(grade, DAY_9),), attribution={cause: 5}, cause=cause)
    return replace(entry, **said)  # type: ignore[arg-type]


def visit_with(
    qtbot: QtBot, session_on: SessionOn, actions: Actions, events: Sequence[AdverseEventEntry], on: date = CYCLE_2
) -> tuple[VisitPage, list[AdverseEventRecord]]:
    """The Visit page of a patient with these toxicities and a good blood count."""
    session = session_on(on)
    patient, course = second_cycle(session)
    kept = [actions.report_event(session.person, uuid4(), course.id, one).result(30) for one in events]
    _workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "neutrophils", "3.0")
    type_lab(qtbot, page, "platelets", "200")
    page.advice.now()
    return page, kept


def row_of(page: VisitPage, record: AdverseEventRecord) -> EventRow:
    """The row of a stored toxicity."""
    assert page.events is not None
    return page.events.rows[str(record.id)]


def stored(actions: Actions, record: AdverseEventRecord) -> AdverseEventRecord:
    """The toxicity as it is in the store now."""
    events = actions.workspace(record.patient_id).result(30).events
    return next(one for one in events if one.id == record.id)


def test_a_question_is_answered_by_one_key_and_the_advice_changes(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    page, (neuropathy,) = visit_with(qtbot, session_on, actions, [event(NEUROPATHY, 2, "oxaliplatin")], CYCLE_2)
    row = row_of(page, neuropathy)
    question = row.questions.first_open()
    assert question is not None
    before = proposal(page, "oxaliplatin")
    assert question.words in before
    row.setFocus()
    press(qtbot, "2y")
    after = proposal(page, "oxaliplatin")
    assert question.words not in after
    assert after != before
    assert row.draft.answers[question.word] == "yes"


def test_answers_are_stored_with_the_toxicity_and_stand_there_next_time(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    page, (neuropathy,) = visit_with(qtbot, session_on, actions, [event(NEUROPATHY, 2, "oxaliplatin")])
    row = row_of(page, neuropathy)
    row.setFocus()
    press(qtbot, "2")
    page.advice.now()
    word = row.questions.first_open()
    assert word is not None
    press(qtbot, "n")
    session = session_on(CYCLE_2)
    save(qtbot, session, page)
    assert stored(actions, neuropathy).entry.answers == {word.word: "no"}
    _workspace, again = open_visit(qtbot, session_on(CYCLE_2 + timedelta(days=1)), patient_of(actions, neuropathy))
    field = row_of(again, neuropathy).questions.fields[word.word]
    assert isinstance(field, Segmented)
    assert field.value() == "no"


def patient_of(actions: Actions, record: AdverseEventRecord) -> PatientRecord:
    """The patient of a toxicity."""
    return actions.workspace(record.patient_id).result(30).patient


def test_an_answer_that_is_not_known_after_all_is_asked_again(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    page, (neuropathy,) = visit_with(qtbot, session_on, actions, [event(NEUROPATHY, 2, "oxaliplatin")])
    row = row_of(page, neuropathy)
    row.setFocus()
    press(qtbot, "2y")
    page.advice.now()
    (word,) = row.draft.answers
    field = row.questions.fields[word]
    assert isinstance(field, Segmented)
    qtbot.mouseClick(field.buttons["not_known"], Qt.MouseButton.LeftButton)
    assert row.draft.answers == {}
    page.advice.now()
    assert row.questions.first_open() is not None


def test_a_toxicity_that_is_over_comes_into_sight_with_its_question(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    over = event("Pneumonitis", 2, "pembrolizumab", end="2026-03-20", ongoing=False, outcome="RECOVERED/RESOLVED")
    page, (lung,) = visit_with(qtbot, session_on, actions, [over])
    row = row_of(page, lung)
    assert row.draft.ended
    assert row.grades.isHidden()  # a later return of the same problem is a new event
    asked = row.questions.first_open()
    assert asked is not None
    assert "steroid taper" in asked.words
    assert asked.words in proposal(page, "pembrolizumab")
    qtbot.mouseClick(button(page, "proposal_pembrolizumab_pneumonitis"), Qt.MouseButton.LeftButton)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert row.questions.isAncestorOf(focused)
    stroke(qtbot, Qt.Key.Key_Space)
    assert row.draft.answers == {asked.word: "yes"}
    assert "neumonitis" not in proposal(page, "pembrolizumab")
    assert drafts_of(texts_of([row.draft])) == (row.draft,)  # a half-done visit keeps the answer
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Pneumonitis: answers or details are changed; its grade stays as last said." in page.review.text()
    row.setFocus()
    press(qtbot, "o")  # laid to another drug as well: what stood in the review is no longer what would be stored
    assert page.review.isHidden()
    save(qtbot, session_on(CYCLE_2), page)
    kept = stored(actions, lung)
    assert kept.entry.answers == {asked.word: "yes"}
    assert kept.entry.attribution["oxaliplatin"] == 3
    assert (kept.entry.end, kept.entry.grades) == ("2026-03-20", lung.entry.grades)


def test_a_hold_ends_when_what_it_waits_for_is_said_to_be_reached(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    page, (thyroid,) = visit_with(qtbot, session_on, actions, [event("Hypothyroidism", 3, "pembrolizumab")])
    assert "Hold pembrolizumab until clinically stable" in proposal(page, "pembrolizumab")
    row = row_of(page, thyroid)
    row.setFocus()
    press(qtbot, "3y")
    assert "stable" not in proposal(page, "pembrolizumab")
    assert row.draft.answers == {"reached: clinically stable": "yes"}


def test_a_dose_of_steroid_is_typed_as_a_number(qtbot: QtBot, session_on: SessionOn, actions: Actions) -> None:
    session = session_on(CYCLE_2 + timedelta(days=120))
    patient, course = second_cycle(session)
    entry = event("Rash maculo-papular", 2, "pembrolizumab")
    kept = actions.report_event(session.person, uuid4(), course.id, entry).result(30)
    _workspace, page = open_visit(qtbot, session, patient)
    page.advice.now()
    row = row_of(page, kept)
    field = row.questions.fields["steroid_mg_day"]
    assert isinstance(field, NumberField)
    field.setFocus()
    press(qtbot, "12.5")
    page.advice.now()
    assert field.hasFocus() or field.edit.hasFocus()  # asking the rules takes the keys from nobody
    assert row.draft.answers["steroid_mg_day"] == "12.5"
    press(qtbot, "x")
    assert row.refused()
    settle(qtbot, session)


def test_an_event_entered_by_mistake_is_withdrawn_with_a_reason(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    page, (wrong, right) = visit_with(
        qtbot, session_on, actions, [event("Diarrhea", 3, "capecitabine"), event(NEUROPATHY, 1, "oxaliplatin")]
    )
    assert "Hold capecitabine" in proposal(page, "capecitabine")
    row = row_of(page, wrong)
    row.setFocus()
    press(qtbot, "m")
    qtbot.mouseClick(button(page, "event_diarrhea_withdraw"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "event_diarrhea_withdraw_button"), Qt.MouseButton.LeftButton)
    assert not stored(actions, wrong).withdrawn  # without a reason nothing is withdrawn
    edit_of(page, "event_diarrhea_withdraw_why_edit").setFocus()
    press(qtbot, "of another patient")
    qtbot.mouseClick(button(page, "event_diarrhea_withdraw_button"), Qt.MouseButton.LeftButton)
    assert page.events is not None
    qtbot.waitUntil(lambda: page.events is not None and str(wrong.id) not in page.events.rows, timeout=10_000)
    settle(qtbot, session_on(CYCLE_2))
    assert (stored(actions, wrong).withdrawn_why, stored(actions, right).withdrawn) == ("of another patient", False)
    assert proposal(page, "capecitabine") == ""
    assert str(right.id) in page.events.rows
