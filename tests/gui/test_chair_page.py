"""The Chair page as a nurse works it: times, batches, vital signs, what happened; then the cycle is given."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.chair.chair_page import ChairPage
from gui.chair.infusion_card import InfusionCard
from gui.chair.time_field import TimeField, read_time
from gui.dose.dose_page import DosePage
from gui.session import Session
from gui.visit.visit_page import VisitPage
from gui.workspace.workspace import Workspace
from records.values.core import CourseRecord, OrderRecord, PatientRecord
from tests.gui.course_clinic import patient_with_course, sign
from tests.gui.dose_clinic import DAY1, edit_of, settle
from tests.gui.shell_parts import open_window, settled
from tests.gui.test_release_card import check_equal
from tests.gui.visit_clinic import press, stroke
from tests.records.account_examples import SECRET, hash_quickly

OXALI, PEMBRO = "infusion_oxaliplatin", "infusion_pembrolizumab"


def signed(session: Session) -> tuple[PatientRecord, CourseRecord, OrderRecord]:
    patient, course = patient_with_course(session)
    return patient, course, sign(session, course)


def open_chair(qtbot: QtBot, session: Session, patient: PatientRecord) -> tuple[Workspace, ChairPage]:
    """In the main window, where Tab goes as the eye goes."""
    window = open_window(session, qtbot)
    window.resize(1500, 1000)
    window.open_patient(patient.id, "chair")
    settled(session, qtbot)
    workspace = window.current_page()
    assert isinstance(workspace, Workspace)
    qtbot.waitUntil(lambda: workspace.pages.get("chair") is workspace.stack.currentWidget(), timeout=10_000)
    settle(qtbot, session)
    page = workspace.pages["chair"]
    assert isinstance(page, ChairPage)
    return workspace, page


def card_of(page: ChairPage, name: str) -> InfusionCard:
    return page.cards[name]


def tab(qtbot: QtBot, times: int = 1) -> None:
    for _time in range(times):
        stroke(qtbot, Qt.Key.Key_Tab)


def given_by_keys(qtbot: QtBot, session: Session, page: ChairPage, name: str, start: str, stop: str) -> None:
    """Start, stop, batch and expiry typed one after the other, then the button."""
    card = card_of(page, name)
    assert card.is_open
    card.started.edit.setFocus()
    press(qtbot, start)
    tab(qtbot)
    press(qtbot, stop)
    tab(qtbot, 2)  # past the day
    press(qtbot, f"LOT-{start}")
    tab(qtbot)
    press(qtbot, "2027-01-31")
    assert card.sign_button.isEnabled(), card.missing.text()
    card.sign_button.setFocus()
    stroke(qtbot, Qt.Key.Key_Space)
    settle(qtbot, session)


def lines(session: Session, patient: PatientRecord) -> list[Any]:
    return list(session.actions.workspace(patient.id).result(30).administrations)


@pytest.mark.parametrize(("typed", "read"), [
    ("9:30", "09:30"), ("930", "09:30"), ("09.30", "09:30"), ("2359", "23:59"), ("24:00", None), ("9", None),
    ("12:60", None), ("٠٩٣٠", None), ("-9:30", None),
])  # fmt: skip
def test_a_time_is_read_strictly(typed: str, read: str | None) -> None:
    assert read_time(typed) == read


def test_the_key_n_puts_in_the_present_minute(qtbot: QtBot) -> None:
    field = TimeField("Started", "started", lambda: datetime(2026, 3, 2, 9, 5, 59, tzinfo=UTC))
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.edit, "n")
    assert (field.text(), field.value()) == ("09:05", "09:05")


def test_both_infusions_are_signed_for_by_keys_and_the_cycle_is_then_recorded_as_given(
    qtbot: QtBot, session: Session
) -> None:
    patient, course, order = signed(session)
    _workspace, page = open_chair(qtbot, session, patient)
    assert [label.text() for label in page.findChildren(QLabel) if label.objectName().endswith("_title")] == [
        "1. pembrolizumab", "2. oxaliplatin"
    ]  # fmt: skip
    assert page.proposal.isHidden()
    given_by_keys(qtbot, session, page, PEMBRO, "0905", "0937")
    assert card_of(page, OXALI).started.edit.hasFocus()  # goes on with the next one
    given_by_keys(qtbot, session, page, OXALI, "0950", "1152")
    kept = lines(session, patient)
    assert [(one.entry.drug, one.entry.given_mg, one.entry.started, one.entry.stopped) for one in kept] == [
        ("pembrolizumab", Decimal(200), "09:05", "09:37"), ("oxaliplatin", Decimal(210), "09:50", "11:52")
    ]  # fmt: skip
    assert kept[0].entry.batches[0].number == "LOT-0905" and kept[0].entry.batches[0].expiry == date(2027, 1, 31)
    assert (kept[0].by, kept[0].role) == ("Priya Raman", "pharmacist")
    qtbot.waitUntil(lambda: "Record cycle 1 as given on Mon 2 Mar 2026?" in page.proposal.text(), timeout=10_000)
    yes = page.findChild(QPushButton, "chair_given_yes")
    assert yes is not None
    yes.setFocus()
    stroke(qtbot, Qt.Key.Key_Space)
    settle(qtbot, session)
    space = session.actions.workspace(patient.id).result(30)
    assert [(one.state, one.given_on) for one in space.orders if one.id == order.id] == [("given", DAY1)]
    assert page.proposal.isHidden() and course.patient_id == patient.id


def test_another_dose_or_none_needs_a_reason_and_stands_there_apart(qtbot: QtBot, session: Session) -> None:
    patient, _course, _order = signed(session)
    _workspace, page = open_chair(qtbot, session, patient)
    given_by_keys(qtbot, session, page, PEMBRO, "0900", "0930")
    card = card_of(page, OXALI)
    card.how.choose("none")
    assert card.times.isHidden() and card.missing.text() == "Say why."
    card.reason.edit.setFocus()
    press(qtbot, "reaction to the first bag")
    card.how.choose("other")
    assert card.missing.text() == "Say how many mg were given."
    edit_of(card, f"{OXALI}_given_edit").setFocus()
    press(qtbot, "120")
    given_by_keys(qtbot, session, page, OXALI, "1000", "1100")
    line = lines(session, patient)[-1]
    assert (line.entry.given_mg, line.ordered_mg, line.entry.reason) == (
        Decimal(120), Decimal(210), "reaction to the first bag"
    )  # fmt: skip
    said = " ".join(label.text() for label in card_of(page, OXALI).findChildren(QLabel))
    assert "120 mg given" in said and "Ordered: 210 mg. reaction to the first bag" in said


def test_a_reaction_needs_what_was_done_and_offers_itself_as_an_adverse_event(qtbot: QtBot, session: Session) -> None:
    patient, _course, _order = signed(session)
    workspace, page = open_chair(qtbot, session, patient)
    card = card_of(page, PEMBRO)
    card.happened.choose("infusion reaction")
    card.started.set_text("0900")
    card.stopped.set_text("0915")
    edit_of(card, f"{PEMBRO}_batch_1_edit").setText("B1")
    assert card.missing.text() == "Say what was done."
    card.done.edit.setFocus()
    press(qtbot, "stopped, hydrocortisone")
    card.sign_button.setFocus()
    stroke(qtbot, Qt.Key.Key_Space)
    settle(qtbot, session)
    assert lines(session, patient)[-1].entry.event == "infusion reaction"
    offer = page.findChild(QPushButton, "chair_message_event")
    assert offer is not None
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    visit = workspace.stack.currentWidget()
    assert isinstance(visit, VisitPage) and visit.events is not None
    assert visit.events.row_of("Infusion related reaction") is not None


def test_vital_signs_are_kept_with_their_times(qtbot: QtBot, session: Session) -> None:
    patient, _course, _order = signed(session)
    _workspace, page = open_chair(qtbot, session, patient)
    card = card_of(page, PEMBRO)
    card.signs.more.setFocus()
    stroke(qtbot, Qt.Key.Key_Space)
    for value in ("855", "36.8", "72", "128", "79", "98"):
        press(qtbot, value)
        tab(qtbot)
    given_by_keys(qtbot, session, page, PEMBRO, "0900", "0930")
    (signs,) = lines(session, patient)[0].entry.vital_signs
    assert (signs.at, signs.temperature_c, signs.pulse_per_min, signs.systolic_mmhg) == (
        "08:55",
        Decimal("36.8"),
        72,
        128,
    )
    said = " ".join(label.text() for label in card_of(page, PEMBRO).findChildren(QLabel))
    assert "08:55 · 36.8 °C · pulse 72/min · 128/79 mmHg · SpO2 98 %" in said


def test_a_wrong_line_is_withdrawn_with_a_reason_stays_in_sight_and_is_entered_anew(
    qtbot: QtBot, session: Session
) -> None:
    patient, _course, _order = signed(session)
    _workspace, page = open_chair(qtbot, session, patient)
    given_by_keys(qtbot, session, page, PEMBRO, "0900", "0930")
    ask = page.findChild(QPushButton, f"{PEMBRO}_withdraw")
    assert ask is not None
    ask.setFocus()
    stroke(qtbot, Qt.Key.Key_Space)
    press(qtbot, "another patient's bag")
    stroke(qtbot, Qt.Key.Key_Return)
    settle(qtbot, session)
    assert [(one.withdrawn, one.withdrawn_why) for one in lines(session, patient)] == [(True, "another patient's bag")]
    card = card_of(page, PEMBRO)
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "withdrawn: another patient's bag" in said and card.infusion.signed is None


def test_what_is_typed_while_an_infusion_runs_outlives_other_patients_and_readings(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    session.folder = tmp_path / "private"
    patient, _course, _order = signed(session)
    elsewhere = session.actions.add_patient(
        session.person, uuid4(), patient.entry.__class__("Other", (("MRN", "9"),), date(1960, 1, 1), "male")
    ).result(30)
    workspace, page = open_chair(qtbot, session, patient)
    card = card_of(page, PEMBRO)
    card.started.edit.setFocus()
    press(qtbot, "0900")
    session.patient_changed.emit(patient.id)
    settle(qtbot, session)
    assert card_of(page, PEMBRO) is card and card.started.value() == "09:00"
    workspace.open(elsewhere.id, "dose")
    settle(qtbot, session)
    workspace.open(patient.id, "chair")
    settle(qtbot, session)
    again = workspace.pages["chair"]
    assert isinstance(again, ChairPage) and again is not page
    assert card_of(again, PEMBRO).started.value() == "09:00"
    given_by_keys(qtbot, session, again, PEMBRO, "", "0930")
    again.flush()
    assert not list((tmp_path / "private" / "drafts").glob("patient-chair-*"))


def test_without_accounts_a_missing_check_is_said_until_it_is_done(qtbot: QtBot, session: Session) -> None:
    patient, _course, order = signed(session)
    _workspace, page = open_chair(qtbot, session, patient)
    assert page.release.tone() == "note"  # without accounts it is said and does not stand in the way
    check_equal(session, order)
    session.patient_changed.emit(patient.id)
    settle(qtbot, session)
    assert page.release.isHidden()


def test_with_accounts_an_unreleased_order_locks_the_chair(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    hash_quickly(monkeypatch)
    patient, _course, _order = signed(session)
    found = session.actions.open_first_account(session.person, "priya", SECRET).result(30)
    session.accounts = True
    session.sign(found)
    _workspace, page = open_chair(qtbot, session, patient)
    assert page.release.tone() == "stop" and "second check" in page.release.text()
    card = card_of(page, PEMBRO)
    assert not card.sign_button.isEnabled() and "not released" in card.missing.text()


def test_a_drug_on_hold_says_so_and_starts_as_not_given(qtbot: QtBot, session: Session) -> None:
    patient, course, _order = signed(session)
    session.actions.hold_drug(
        session.person, uuid4(), course.id, "pembrolizumab", DAY1, DAY1 + timedelta(days=20), False, "toxicity", "rash"
    ).result(30)
    _workspace, page = open_chair(qtbot, session, patient)
    card = card_of(page, PEMBRO)
    assert card.how.value() == "none" and card.findChild(QLabel, f"{PEMBRO}_title") is not None


def test_the_tablets_of_the_cycle_are_one_button_away(qtbot: QtBot, session: Session) -> None:
    patient, _course, _order = signed(session)
    workspace, page = open_chair(qtbot, session, patient)
    qtbot.mouseClick(page.tablets_button, Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    assert isinstance(workspace.stack.currentWidget(), DosePage)


def test_before_anything_is_signed_the_page_says_so(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_chair(qtbot, session, patient)
    assert not page.isEnabled() and "No cycle is signed yet" in page.message.text()
