"""The follow-up of a course: kept as it is typed, put back or offered; and the disease at its start."""

from datetime import date
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.response.follow_up_card import FollowUpCard
from gui.response.response_page import ResponsePage
from gui.session import Session
from gui.widgets.strip import Strip
from records.course.disease import DiseaseAtStart
from records.values.responses import FollowUpEntry
from tests.gui.dose_clinic import settle
from tests.gui.response_clinic import click, open_response, scenario_19
from tests.gui.test_begin_page import choose
from tests.gui.visit_clinic import press


def card_of(page: ResponsePage) -> FollowUpCard:
    assert page.follow_up is not None
    return page.follow_up


def type_follow_up(qtbot: QtBot, session: Session, page: ResponsePage) -> None:
    """A day that is none yet, and a note; kept a moment later."""
    card = card_of(page)
    for field, words in ((card.dates["off_on"], "12 Au"), (card.note, "asked the doctor")):
        field.edit.setFocus()
        press(qtbot, words)
    qtbot.waitUntil(lambda: "kept" in card.kept.text(), timeout=5_000)
    settle(qtbot, session)


def test_a_half_typed_follow_up_comes_back_to_the_letter(qtbot: QtBot, session: Session) -> None:
    patient, _course = scenario_19(session)
    workspace, page = open_response(qtbot, session, patient)
    type_follow_up(qtbot, session, page)
    workspace.close()
    _, again = open_response(qtbot, session, patient)
    card = card_of(again)
    assert (card.dates["off_on"].text(), card.note.text()) == ("12 Au", "asked the doctor")
    assert session.actions.workspace(patient.id).result(30).follow_up == (), "kept as typed, and stored nowhere"
    card.dates["off_on"].set_text("")
    click(qtbot, session, again, "save_follow_up")
    assert session.actions.workspace(patient.id).result(30).follow_up[0].entry.note == "asked the doctor"
    assert session.drafts.kept(f"follow-up-{_course.id}") == {}


def test_what_was_typed_over_an_older_follow_up_is_offered_and_not_put_in_by_itself(
    qtbot: QtBot, session: Session
) -> None:
    patient, course = scenario_19(session)
    workspace, page = open_response(qtbot, session, patient)
    type_follow_up(qtbot, session, page)
    workspace.close()
    theirs = FollowUpEntry(note="by somebody else", last_alive_on=date(2026, 3, 1))
    session.actions.save_follow_up(session.person, uuid4(), course.id, None, theirs).result(30)
    _, again = open_response(qtbot, session, patient)
    card = card_of(again)
    assert card.note.text() == "by somebody else"
    offered = again.findChild(Strip, "follow_draft")
    assert offered is not None and "is kept" in offered.text()
    click(qtbot, session, again, "follow_draft_put_draft")
    assert (card.note.text(), card.dates["off_on"].text()) == ("asked the doctor", "12 Au")


def test_the_disease_at_the_start_is_said_by_keyboard_and_changed_with_a_reason(qtbot: QtBot, session: Session) -> None:
    patient, _course = scenario_19(session)
    _, page = open_response(qtbot, session, patient)
    part = card_of(page).disease
    assert not part.save_button.isEnabled() and not part.fields.places["liver"].isVisible()
    choose(qtbot, page, "disease_line_edit", "second")
    choose(qtbot, page, "disease_extent_edit", "metastatic")
    assert part.fields.places["liver"].isVisible(), "places are asked where it is metastatic"
    part.fields.places["liver"].setFocus()
    QTest.keyClick(part.fields.places["liver"], Qt.Key.Key_Space)
    click(qtbot, session, page, "save_disease")
    entry = session.actions.workspace(patient.id).result(30).courses[0].entry
    assert entry.disease == DiseaseAtStart("second", "metastatic", ("liver",))
    choose(qtbot, page, "disease_extent_edit", "locally")
    click(qtbot, session, page, "save_disease")
    qtbot.waitUntil(lambda: "needs a reason" in part.message.text(), timeout=5_000)
    part.why.edit.setFocus()
    press(qtbot, "read the scan again")
    click(qtbot, session, page, "save_disease")
    changed = session.actions.workspace(patient.id).result(30).courses[0].entry
    assert changed.disease == DiseaseAtStart("second", "locally_advanced")
    told = session.actions.history(patient.id).result(30)[0]
    assert (told.action, told.why) == ("describe disease", "read the scan again")
