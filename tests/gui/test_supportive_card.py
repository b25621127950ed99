"""Supportive care on the Dose page: ticked, changed with a reason, left out, added, kept as a draft and signed."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.calendar_page.sheet import Wanted, calendar_sheet, staff_sheet
from gui.dose.dose_page import DosePage
from gui.dose.supportive_card import SignedSupportive, SupportiveCard
from gui.dose.supportive_typed import build, read_days, rows_from, rows_of, texts_of
from gui.letters.summary_request import supportive_lines
from gui.plan.course_view import course_view, day_lines
from gui.second_check.check_page import CheckPage
from gui.session import Session
from gui.workspace.state import PatientState, state_of
from gui.workspace.workspace import Workspace
from records.actions import Actions
from records.course.course_plan import order_value
from records.values.core import OrderRecord, PatientRecord
from regimen.library import load_regimen
from regimen.supportive_offer import as_listed, offered
from tests.gui.dose_clinic import DAY1, add_labs, add_patient, begin, edit_of, measure, open_dose, retype, settle
from treatment_calendar.paper.request import StaffSheetRequest
from treatment_calendar.paper.staff_sheet import staff_sheets


def opened(qtbot: QtBot, session: Session) -> tuple[Workspace, DosePage, PatientRecord]:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    return (*open_dose(qtbot, session, patient), patient)


def card_of(page: DosePage) -> SupportiveCard:
    assert isinstance(page.supportive, SupportiveCard)
    return page.supportive


def press(qtbot: QtBot, page: DosePage, ident: str) -> None:
    """Tick or untick a row by keyboard."""
    tick = card_of(page).rows[ident].tick
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)


def shown(page: DosePage, ident: str) -> str:
    return card_of(page).rows[ident].words.text()


def test_what_is_changed_left_out_or_added_needs_its_reason_is_kept_as_a_draft_and_signed_as_it_stands(
    qtbot: QtBot, session: Session, actions: Actions
) -> None:
    workspace, page, patient = opened(qtbot, session)
    card = card_of(page)
    assert next(row.where for row in card.typed()) == "clinic"
    assert shown(page, "dexamethasone") == "8 mg · days 1 to 3 · morning"
    assert "at most 16 mg in a day" in card.rows["loperamide"].facts.text()
    assert "calls before the first dose" in card.rows["loperamide"].facts.text()
    qtbot.mouseClick(card.rows["dexamethasone"].change_button, Qt.MouseButton.LeftButton)
    retype(qtbot, page, "supportive_dexamethasone_dose_edit", "4 mg")
    retype(qtbot, page, "supportive_dexamethasone_days_edit", "2-3")
    press(qtbot, page, "loperamide")
    assert shown(page, "dexamethasone") == "4 mg · days 2 and 3 · morning"
    wanted = "Supportive care: say why, dexamethasone, loperamide."
    qtbot.waitUntil(lambda: page.signing_words.text() == wanted, timeout=5_000)
    assert any("Supportive care without an answer" in strip.text() for strip in page.alerts.strips())
    retype(qtbot, page, "supportive_dexamethasone_why_edit", "slept badly on 8 mg")
    retype(qtbot, page, "supportive_loperamide_out_edit", "has her own")
    qtbot.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
    for name, text in (("name", "pantoprazole"), ("dose", "40 mg"), ("why", "reflux")):
        retype(qtbot, page, f"supportive_add_{name}_edit", text)
    qtbot.mouseClick(card.add_do, Qt.MouseButton.LeftButton)
    retype(qtbot, page, "supportive_patient_1_days_edit", "1-30")
    qtbot.waitUntil(lambda: not page.sign_button.isEnabled(), timeout=5_000)
    assert "the days cannot be read" in page.signing_words.text()
    retype(qtbot, page, "supportive_patient_1_days_edit", "")
    qtbot.waitUntil(page.sign_button.isEnabled, timeout=5_000)
    workspace.flush()
    settle(qtbot, session)
    workspace.open(patient.id, "dose")  # the draft comes back as it was typed
    settle(qtbot, session)
    assert shown(page, "dexamethasone") == "4 mg · days 2 and 3 · morning"
    assert shown(page, "patient-1") == "40 mg · as needed"
    assert edit_of(page, "supportive_loperamide_out_edit").text() == "has her own"
    edit_of(page, "weight_edit").setFocus()
    qtbot.keyClick(edit_of(page, "weight_edit"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(page.supportive, SignedSupportive), timeout=10_000)
    settle(qtbot, session)
    (signed,) = [one for one in actions.workspace(patient.id).result(30).orders if one.state == "signed"]
    ordered = order_value(signed).supportive
    assert ordered is not None
    assert [(one.item.id, one.item.dose, one.item.days, one.reason) for one in ordered.items if one.reason] == [
        ("dexamethasone", "4 mg", (2, 3), "slept badly on 8 mg"),
        ("patient-1", "40 mg", (), "reflux"),
    ]
    assert [(one.id, one.reason) for one in ordered.left_out] == [("loperamide", "has her own")]
    assert not page.supportive.findChildren(QLineEdit)
    assert_seen_elsewhere(qtbot, session, state_of(actions.workspace(patient.id).result(30), session.settings), signed)


def assert_seen_elsewhere(qtbot: QtBot, session: Session, state: PatientState, signed: OrderRecord) -> None:
    """The plan, the second check and both papers say what was ordered, and no more what is only listed."""
    view = course_view(state)
    day2, day1 = (" | ".join(" ".join(line) for line in day_lines(view, DAY1 + timedelta(days=n))) for n in (1, 0))
    assert "dexamethasone 4 mg · morning · at home · changed" in day2
    assert "ondansetron 8 mg · before infusion · given here" in day1 and "as ordered with this cycle" in day1
    assert "pantoprazole: 40 mg" in day1 and "loperamide" not in day1
    check = CheckPage(session, state.space, signed, "umol/L", frozenset({"inhibitor"}))
    qtbot.addWidget(check)
    said = " ".join(label.text() for label in check.findChildren(QLabel))
    assert "4 mg · days 2 and 3 · morning" in said and "Left out: loperamide (has her own)" in said
    wanted = Wanted("staff_sheet", 1, "en", "a4", large_print=False)
    request = staff_sheet(state, wanted, "Priya Raman", datetime.now().astimezone(), uuid4()).request
    assert isinstance(request, StaffSheetRequest)
    paper = " ".join(item.text for sheet in staff_sheets(request) for item in sheet.texts).replace("\xa0", " ")
    assert "Changed: slept badly on 8 mg" in paper and "Left out, at home: loperamide (has her own)" in paper
    letter = supportive_lines(signed)
    assert ("home", "dexamethasone 4 mg, day 2, 3, morning (slept badly on 8 mg)") in letter
    assert letter[0] == ("clinic", "ondansetron 8 mg, day 1, before infusion")
    assert letter[-1] == ("left_out", "loperamide (has her own)")
    made = calendar_sheet(state, wanted, "Priya Raman", datetime.now().astimezone(), uuid4(), again=False)
    assert not [words for _tone, words in made.notices if "Supportive care was not ordered" in words]


def test_a_choice_stands_in_the_place_of_what_it_replaces_and_gives_it_back(qtbot: QtBot, session: Session) -> None:
    workspace, page, _patient = opened(qtbot, session)
    card = card_of(page)
    assert not card.rows["dexamethasone-day1"].isVisible()
    qtbot.mouseClick(card.choices_button, Qt.MouseButton.LeftButton)
    press(qtbot, page, "dexamethasone-day1")
    assert not card.rows["dexamethasone"].is_on() and "in its place" in shown(page, "dexamethasone")
    assert not edit_of(page, "supportive_dexamethasone_out_edit").isVisible() and page.sign_button.isEnabled()
    assert [one.item.id for one in card.built().order.at("home")].count("dexamethasone-day1") == 1
    press(qtbot, page, "dexamethasone-day1")
    assert card.rows["dexamethasone"].is_on()
    assert "dexamethasone" in [one.item.id for one in card.built().order.items]
    workspace.flush()
    settle(qtbot, session)


def test_a_dose_typed_and_signed_in_one_breath_is_looked_at_first(qtbot: QtBot, session: Session) -> None:
    workspace, page, _patient = opened(qtbot, session)
    qtbot.mouseClick(card_of(page).rows["loperamide"].change_button, Qt.MouseButton.LeftButton)
    edit = edit_of(page, "supportive_loperamide_dose_edit")
    edit.setFocus()
    qtbot.keyClicks(edit, "!")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.message.text().startswith("Not signed") and card_of(page).isEnabled()
    workspace.flush()
    settle(qtbot, session)


@pytest.mark.parametrize(
    ("text", "days"),
    [("", ()), ("1", (1,)), ("1-3", (1, 2, 3)), ("1 to 2, 8", (1, 2, 8)), ("1–3", (1, 2, 3))],
)
def test_days_are_read_as_a_person_writes_them(text: str, days: tuple[int, ...]) -> None:
    assert read_days(text, 21) == days


@pytest.mark.parametrize("text", ["0", "22", "3-1", "2, 1", "1, 1", "1.5", "one", "1;2", "٣", "1-"])
def test_days_that_are_none_of_the_cycle_or_cannot_be_read_are_refused(text: str) -> None:
    assert read_days(text, 21) is None


def test_a_draft_gives_back_every_row_as_typed_half_typed_or_not() -> None:
    offer = offered(load_regimen("ici-capox"), 1, {"ici": "pembrolizumab"})
    start = rows_of(offer, as_listed(offer))
    typed = tuple(
        replace(row, on=False, why_out="", dose="4 m", days="1-", times=("night", "morning"))
        if row.id == "loperamide"
        else row
        for row in start
    )
    back = rows_from(start, texts_of(typed))
    assert [replace(row, times=()) for row in back] == [replace(row, times=()) for row in typed]
    built = build(offer, back, None, 21)
    assert built.undecided == "Supportive care: say why, loperamide." and not built.refused
    assert all(one.item.id != "loperamide" for one in built.order.items) and not built.order.left_out
    assert build(offer, start, None, 21).order == as_listed(offer)
