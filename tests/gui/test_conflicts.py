"""Two people at one record: whoever comes second sees both versions and loses nothing, whatever they choose."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.settings.settings import Settings
from gui.settings.settings_conflict import merged
from gui.widgets.conflict import ConflictCard, differences
from records.actions import Actions
from records.values.core import OrderRecord, Person
from tests.gui.course_clinic import patient_with_course, press
from tests.gui.dose_clinic import edit_of, open_dose, retype, settle
from tests.gui.shell_parts import click
from tests.gui.visit_clinic import (
    CYCLE_2,
    NEUROPATHY,
    SessionOn,
    open_visit,
    save,
    say,
    second_cycle,
    stroke,
    type_lab,
)


@pytest.fixture
def other(actions: Actions) -> Person:
    """Somebody at another workstation; their changes reach the store and not this window."""
    return actions.add_person("Tomás Ferreira", "nurse").result(30)


def draft_in(actions: Actions, patient_id: UUID) -> OrderRecord:
    found = [one for one in actions.workspace(patient_id).result(30).orders if one.state == "draft"]
    assert len(found) == 1
    return found[0]


def test_a_draft_of_somebody_else_is_shown_beside_mine_and_nothing_is_lost(
    qtbot: QtBot, session: Session, other: Person
) -> None:
    patient, course = patient_with_course(session)
    _workspace, page = open_dose(qtbot, session, patient)
    retype(qtbot, page, "weight_edit", "58,5")
    page.flush()
    settle(qtbot, session)
    seen = draft_in(session.actions, patient.id)
    weight = next(name for name, text in seen.texts.items() if text == "58,5")
    theirs = {**seen.texts, weight: "61"}
    session.actions.keep_draft(other, uuid4(), course.id, 1, theirs, "", "", seen.version).result(30)
    retype(qtbot, page, "weight_edit", "59")
    page.flush()
    settle(qtbot, session)
    card = page.findChild(ConflictCard, "draft_conflict")
    assert card is not None and card.isVisible()
    assert "Tomás Ferreira" in card.words.text()
    assert [(one.theirs, one.mine) for one in card.differing()] == [("61", "59")]
    assert draft_in(session.actions, patient.id).texts[weight] == "61", "nothing was kept over theirs unasked"
    press(qtbot, card.theirs_button)
    qtbot.waitUntil(lambda: edit_of(page, "weight_edit").text() == "61", timeout=10_000)
    settle(qtbot, session)
    assert card.isVisible() and "put aside" in card.card.heading.text()
    press(qtbot, card.back_button)
    page.flush()
    settle(qtbot, session)
    assert edit_of(page, "weight_edit").text() == "59"
    assert draft_in(session.actions, patient.id).texts[weight] == "59"


def test_mine_is_kept_as_a_new_change_of_the_draft(qtbot: QtBot, session: Session, other: Person) -> None:
    patient, course = patient_with_course(session)
    _workspace, page = open_dose(qtbot, session, patient)
    session.actions.keep_draft(other, uuid4(), course.id, 1, {"weight_kg": "61"}, "", "").result(30)
    retype(qtbot, page, "weight_edit", "59")
    page.flush()
    settle(qtbot, session)
    card = page.findChild(ConflictCard, "draft_conflict")
    assert card is not None and card.isVisible(), "nobody had a draft when the page was opened, and now there is one"
    press(qtbot, card.mine_button)
    settle(qtbot, session)
    assert "59" in draft_in(session.actions, patient.id).texts.values()
    retype(qtbot, page, "weight_edit", "60")
    page.flush()
    settle(qtbot, session)
    assert "60" in draft_in(session.actions, patient.id).texts.values()
    assert not card.isVisible()


def test_typing_fast_alone_is_never_taken_for_two_people(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_dose(qtbot, session, patient)
    for weight in ("57", "57.5", "58", "58.5", "59"):
        retype(qtbot, page, "weight_edit", weight)
        page.flush()  # the answer to the one before is not waited for
    settle(qtbot, session)
    card = page.findChild(ConflictCard, "draft_conflict")
    assert card is not None and not card.isVisible()
    assert "59" in draft_in(session.actions, patient.id).texts.values()


def test_two_at_one_half_done_visit_both_are_shown(
    qtbot: QtBot, session_on: SessionOn, actions: Actions, other: Person
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "neutrophils", "1.1")
    page.flush()
    settle(qtbot, session)
    visit = actions.workspace(patient.id).result(30).visits[-1]
    name = next(name for name, text in visit.entry.texts.items() if text == "1.1")
    theirs = replace(visit.entry, texts={**visit.entry.texts, name: "2.2"})
    actions.keep_visit(other, visit.id, visit.version, theirs).result(30)
    retype(qtbot, page, "lab_neutrophils_edit", "3.3")
    page.flush()
    settle(qtbot, session)
    card = page.findChild(ConflictCard, "visit_conflict")
    assert card is not None and card.isVisible()
    assert ("2.2", "3.3") in [(one.theirs, one.mine) for one in card.differing()]
    assert actions.workspace(patient.id).result(30).visits[-1].entry.texts[name] == "2.2"
    press(qtbot, card.mine_button)
    settle(qtbot, session)
    assert actions.workspace(patient.id).result(30).visits[-1].entry.texts[name] == "3.3"


def test_a_toxicity_somebody_else_changed_meanwhile_is_not_overwritten_unseen(
    qtbot: QtBot, session_on: SessionOn, actions: Actions, other: Person
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    say(qtbot, page, "tingling", "1")
    save(qtbot, session, page)
    event = actions.workspace(patient.id).result(30).events[-1]
    later = session_on(CYCLE_2)
    workspace, again = open_visit(qtbot, later, patient)
    say(qtbot, again, "tingling", "3")
    entry = replace(event.entry, note="seen on the ward")
    actions.change_event(other, event.id, event.version, entry, "told by telephone").result(30)
    workspace.reload()  # word from the other workstation came
    settle(qtbot, later)
    assert again.labs is not None
    qtbot.keyClicks(again.labs.why.edit, "asked again")
    for _ in range(2):  # reviewed, then saved
        stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: again.message.tone() == "stop", timeout=15_000)
    card = again.findChild(ConflictCard, "visit_conflict")
    assert card is not None and card.isVisible()
    assert NEUROPATHY in card.words.text()
    assert "seen on the ward" in " ".join(one.theirs for one in card.differing())
    assert actions.workspace(patient.id).result(30).events[-1].entry.note == "seen on the ward"
    press(qtbot, card.mine_button)
    save(qtbot, later, again)
    grades = actions.workspace(patient.id).result(30).events[-1].entry.grades
    assert grades[-1].grade == 3


def test_settings_changed_by_two_keep_what_each_of_them_changed(qtbot: QtBot, session: Session, other: Person) -> None:
    page = Settings(session)
    qtbot.addWidget(page)
    page.show()
    before = session.settings
    session.actions.save_settings(other, replace(before, day_phone="555 0111"), "new number").result(30)
    page.site_name.edit.selectAll()
    qtbot.keyClicks(page.site_name.edit, "Day Unit North")
    click(qtbot, page.save_button)
    settle(qtbot, session)
    card = page.conflict.card
    assert card.isVisible()
    assert ("Day Unit", "Day Unit North") in [(one.theirs, one.mine) for one in card.differing()]
    assert session.actions.settings().result(30).site_name == "Day Unit"
    press(qtbot, card.mine_button)
    settle(qtbot, session)
    stored = session.actions.settings().result(30)
    assert (stored.site_name, stored.day_phone) == ("Day Unit North", "555 0111")


def test_merging_takes_only_what_was_changed_here(session: Session) -> None:
    base = replace(session.settings, policy={"a": 1, "b": 2})
    mine = replace(base, country="GB", policy={"a": 5})
    theirs = replace(base, paper="letter", policy={"a": 1, "b": 3, "c": 4})
    assert merged(base, mine, theirs) == replace(theirs, country="GB", policy={"a": 5, "c": 4})


def test_only_fields_that_differ_are_shown_and_none_is_left_out() -> None:
    found = differences({"a": "1", "b": "2", "d": ""}, {"a": "1", "b": "3", "c": "4"})
    assert [(one.words, one.theirs, one.mine) for one in found] == [("b", "2", "3"), ("c", "", "4")]
