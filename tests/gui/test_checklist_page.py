"""The checklist in the window: answered by keys, offered from the record, and what waits for it."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.checklist.checklist_page import ChecklistPage
from gui.dose.dose_page import DosePage
from gui.session import Session
from gui.workspace.workspace import Workspace
from records.values.core import CourseRecord, PatientRecord
from tests.gui.dose_clinic import DAY1, add_labs, add_patient, begin, measure, settle, show_active
from tests.gui.visit_clinic import press, stroke


def open_course(session: Session, **patient: object) -> tuple[PatientRecord, CourseRecord]:
    """The woman of scenario 1 before her first cycle, nothing of the checklist answered."""
    who = add_patient(session, **patient)
    measure(session, who, "165", "58")
    add_labs(session, who)
    return who, begin(session, who, answered=False)


def open_checklist(qtbot: QtBot, session: Session, patient: PatientRecord) -> tuple[Workspace, ChecklistPage]:
    """The workspace on its Checklist page, the keys in the finding."""
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    workspace.resize(1500, 1000)
    show_active(qtbot, workspace)
    workspace.open(patient.id, "checklist")
    qtbot.waitUntil(lambda: isinstance(workspace.pages.get("checklist"), ChecklistPage), timeout=10_000)
    settle(qtbot, session)
    page = workspace.pages["checklist"]
    assert isinstance(page, ChecklistPage)
    assert page.card is not None
    page.card.words.edit.setFocus()
    return workspace, page


def row_of(page: ChecklistPage, title: str) -> str:
    """How one item stands in the list."""
    return next(words for words in page.items.words() if words.startswith(title))


def test_the_whole_list_is_answered_without_a_mouse(qtbot: QtBot, session: Session) -> None:
    patient, _course = open_course(session)
    _workspace, page = open_checklist(qtbot, session, patient)
    assert page.heading.text() == "Before cycle 1: 0 of 19 answered"
    assert page.card is not None
    strokes = 0
    while page.checklist().open:
        if not page.card.words.text():
            if page.card.shown() is not None and page.card.shown().item.findings:  # type: ignore[union-attr]
                stroke(qtbot, Qt.Key.Key_Down)
            else:
                press(qtbot, "seen")
            strokes += 1
        before = len(page.checklist().open)
        stroke(qtbot, Qt.Key.Key_Return)
        strokes += 1
        qtbot.waitUntil(lambda b=before: len(page.checklist().open) < b, timeout=10_000)  # type: ignore[misc]
    assert strokes <= 2 * 19
    assert page.heading.text() == "Before cycle 1: 19 of 19 answered"
    assert "HBsAg negative" in row_of(page, "Hepatitis B")


def test_what_is_on_record_stands_there_to_be_confirmed_and_answers_nothing_alone(
    qtbot: QtBot, session: Session
) -> None:
    patient, course = open_course(session)
    _workspace, page = open_checklist(qtbot, session, patient)
    assert "offered: activity score 2" in row_of(page, "DPYD")
    page.items.setCurrentRow([words.startswith("DPYD") for words in page.items.words()].index(True))
    assert page.card is not None
    assert "patient record, 12 Feb 2026" in page.card.offer.text()
    assert page.card.on.value() == date(2026, 2, 12)
    page.card.words.edit.setFocus()
    stroke(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.checklist().open) == 18, timeout=10_000)
    (answer,) = session.actions.workspace(patient.id).result(10).checklist
    assert (answer.item, answer.result, answer.on, answer.by) == (
        "dpyd", "done", date(2026, 2, 12), session.person.name,
    )  # fmt: skip
    assert answer.course_id == course.id


def test_not_done_needs_a_reason_and_ctrl_2_chooses_it(qtbot: QtBot, session: Session) -> None:
    patient, _course = open_course(session)
    _workspace, page = open_checklist(qtbot, session, patient)
    assert page.card is not None
    stroke(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert page.card.result.value() == "not_done"
    stroke(qtbot, Qt.Key.Key_Return)
    assert page.card.words.note() == "Say why."
    assert len(page.checklist().open) == 19
    press(qtbot, "patient asleep")
    stroke(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.checklist().open) == 18, timeout=10_000)
    assert "not done: patient asleep" in row_of(page, "Consent")


def test_a_correction_shows_the_earlier_answer_with_who_and_when(qtbot: QtBot, session: Session) -> None:
    patient, course = open_course(session)
    session.actions.answer_checklist(session.person, uuid4(), course.id, 1, "consent", "done", DAY1, "signed").result(
        10
    )
    _workspace, page = open_checklist(qtbot, session, patient)
    page.items.setCurrentRow(0)
    assert page.card is not None
    assert f"signed · 2 Mar 2026 — {session.person.name}" in page.card.earlier.text()
    page.card.words.edit.setFocus()
    page.card.words.edit.selectAll()
    press(qtbot, "withdrawn by the patient")
    stroke(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "withdrawn" in row_of(page, "Consent"), timeout=10_000)
    assert len(session.actions.workspace(patient.id).result(10).checklist) == 2


def test_enter_on_an_answered_item_stores_nothing_and_goes_on(qtbot: QtBot, session: Session) -> None:
    patient, course = open_course(session)
    session.actions.answer_checklist(session.person, uuid4(), course.id, 1, "consent", "done", DAY1, "signed").result(
        10
    )
    _workspace, page = open_checklist(qtbot, session, patient)
    page.items.setCurrentRow(0)
    assert page.card is not None
    page.card.words.edit.setFocus()
    stroke(qtbot, Qt.Key.Key_Return)
    assert page.items.currentRow() == 1
    assert len(session.actions.workspace(patient.id).result(10).checklist) == 1


def test_what_was_typed_for_one_item_waits_while_another_is_looked_at(qtbot: QtBot, session: Session) -> None:
    patient, _course = open_course(session)
    _workspace, page = open_checklist(qtbot, session, patient)
    assert page.card is not None
    press(qtbot, "signed at 9")
    stroke(qtbot, Qt.Key.Key_PageDown)
    assert page.card.words.text() != "signed at 9"
    stroke(qtbot, Qt.Key.Key_PageUp)
    assert page.card.words.text() == "signed at 9"


def test_pregnancy_of_an_older_woman_is_offered_as_not_applicable_and_still_open(
    qtbot: QtBot, session: Session
) -> None:
    patient, _course = open_course(session)
    _workspace, page = open_checklist(qtbot, session, patient)
    assert "open · offered: not applicable: not of childbearing potential" in row_of(page, "Pregnancy")


def test_a_course_taken_over_offers_taken_over(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    begin(session, patient, answered=False, first_cycle=4)
    _workspace, page = open_checklist(qtbot, session, patient)
    assert page.heading.text().startswith("Before cycle 4")
    assert page.card is not None
    assert page.card.result.value() == "taken_over"
    stroke(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.checklist().open) == 18, timeout=10_000)
    (answer,) = session.actions.workspace(patient.id).result(10).checklist
    assert (answer.result, answer.cycle) == ("taken_over", 4)


@pytest.mark.parametrize("item", ["dpyd", "hepatitis-b", "pregnancy"])
def test_the_dose_page_names_open_items_among_the_stops_and_signs_only_with_a_reason(
    qtbot: QtBot, session: Session, item: str
) -> None:
    patient, course = open_course(session)
    for one in page_items(session, patient):
        if one != item:
            session.actions.answer_checklist(
                session.person, uuid4(), course.id, 1, one, "done", DAY1, "looked at"
            ).result(10)
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    workspace.resize(1500, 1000)
    show_active(qtbot, workspace)
    workspace.open(patient.id, "dose")
    qtbot.waitUntil(lambda: isinstance(workspace.pages.get("dose"), DosePage), timeout=10_000)
    page = workspace.pages["dose"]
    assert isinstance(page, DosePage)
    settle(qtbot, session)
    titles = [strip.title.text() for strip in page.alerts.strips()]
    assert "Stop: Checklist: 1 open" in titles
    assert not page.sign_button.isEnabled()
    key = next(key for key in page.alerts._reasons if key.startswith("checklist-open#"))
    page.alerts.override_given.emit(key, "result by noon, pharmacy prepares meanwhile")
    assert "stop is open" not in page.signing_words.text()


def page_items(session: Session, patient: PatientRecord) -> list[str]:
    """Every item of the checklist of the patient's course."""
    from records.course.course_plan import kept_regimen

    (course,) = session.actions.workspace(patient.id).result(10).courses
    return [item.id for item in kept_regimen(course.regimen_text, course.entry.regimen_id).checklist]


def test_a_laboratory_value_on_record_is_offered_with_its_limits(qtbot: QtBot, session: Session) -> None:
    patient, _course = open_course(session)
    session.actions.add_lab(
        session.person, uuid4(), patient.id, "tsh", Decimal("2.10"), "mIU/L", Decimal("0.4"), Decimal("4.0"), DAY1
    ).result(10)
    _workspace, page = open_checklist(qtbot, session, patient)
    assert "offered: TSH 2.10 mIU/L (0.4 to 4), 2026-03-02 (laboratory values" in row_of(page, "TSH")
