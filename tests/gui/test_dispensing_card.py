"""Tablets handed out on the Dose page of a signed cycle: as signed, topped up by decision, counted against returns."""

import hashlib
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.dose.dispensing_card import DispensingCard
from gui.dose.dose_page import DosePage
from gui.dose.label_facts import runs
from gui.history.words import kind_of, what_words
from gui.session import Session
from records.values.visits import DispensedEntry, DosesTold, VisitEntry
from tests.gui.course_clinic import give, open_page, patient_with_course, press, sign
from tests.gui.dose_clinic import DAY1, edit_of, settle
from treatment_calendar.paper.request import Doses

DRUG = "capecitabine"
SessionOn = Callable[[date], Session]
CYCLE_2 = DAY1 + timedelta(days=21)


def card_of(qtbot: QtBot, session: Session, page: DosePage) -> DispensingCard:
    settle(qtbot, session)
    cards = [card for card in page.findChildren(DispensingCard) if card.isVisibleTo(page)]
    assert len(cards) == 1
    return cards[0]


def words(card: DispensingCard, name: str) -> str:
    label = card.findChild(QLabel, name)
    assert isinstance(label, QLabel), name
    return label.text()


def test_the_signed_supply_is_handed_out_by_keys_with_batch_and_expiry(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    give(session, sign(session, course))
    workspace, page = open_page(qtbot, session, patient, "dose", DosePage)
    page.load(page._state, 1)  # type: ignore[arg-type]
    card = card_of(qtbot, session, page)
    assert "Handed out 0 of 84 × 500 mg, 0 of 28 × 150 mg" in card.sum.text()
    assert [row.tablets.text() for row in card.rows.values()] == ["84", "28"]
    edit_of(card, "hand_out_500_edit").setFocus()
    for name, text in (("packs_500_edit", "7"), ("batch_500_edit", "B7731"), ("expiry_500_edit", "2027-04-30")):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        assert edit_of(card, name).hasFocus(), name
        qtbot.keyClicks(edit_of(card, name), text)
    card.button.setFocus()
    qtbot.keyClick(card.button, Qt.Key.Key_Space)
    settle(qtbot, session)
    kept = session.actions.workspace(patient.id).result(30).dispensed
    assert [(one.entry.tablets, one.entry.strength_mg, one.entry.packs, one.entry.batch) for one in kept] == [
        (84, 500, 7, "B7731"), (28, 150, 0, "")
    ]  # fmt: skip
    assert kept[0].entry.expiry == date(2027, 4, 30)
    assert workspace is not None
    shown = card_of(qtbot, session, page)
    assert "Handed out 84 of 84 × 500 mg, 28 of 28 × 150 mg" in shown.sum.text()
    assert not shown.button.isEnabled() and shown.missing() == "Say how many tablets."


def test_a_line_recorded_by_mistake_is_withdrawn_with_a_reason_and_stays_in_sight(
    qtbot: QtBot, session: Session
) -> None:
    patient, course = patient_with_course(session)
    give(session, sign(session, course))
    entry = DispensedEntry(1, DRUG, Decimal(500), 840, DAY1)
    session.actions.dispense(session.person, uuid4(), course.id, entry).result(30)
    _workspace, page = open_page(qtbot, session, patient, "dose", DosePage)
    page.load(page._state, 1)  # type: ignore[arg-type]
    card = card_of(qtbot, session, page)
    ask = card.findChild(QPushButton, "withdraw_dispensed_0")
    assert ask is not None
    ask.click()
    do = card.findChild(QPushButton, "withdraw_dispensed_0_do")
    assert do is not None
    do.click()
    settle(qtbot, session)
    assert not session.actions.workspace(patient.id).result(30).dispensed[0].withdrawn
    qtbot.keyClicks(edit_of(card, "withdraw_dispensed_0_why_edit"), "a nought too many")
    do.click()
    settle(qtbot, session)
    (line,) = session.actions.workspace(patient.id).result(30).dispensed
    assert line.withdrawn and line.withdrawn_why == "a nought too many"
    shown = card_of(qtbot, session, page)
    assert any("withdrawn: a nought too many" in label.text() for label in shown.findChildren(QLabel))
    assert "0 of 84 × 500 mg" in shown.sum.text()


def returned(session: Session, course_id: object, patient_id: object) -> None:
    """Scenario 17: told to stop after the morning of day 9; 36 and 12 come back of 84 and 28."""
    for size, count in ((500, 84), (150, 28)):
        entry = DispensedEntry(1, DRUG, Decimal(size), count, DAY1)
        session.actions.dispense(session.person, uuid4(), course_id, entry).result(30)  # type: ignore[arg-type]
    opened = session.actions.open_visit(session.person, uuid4(), course_id, CYCLE_2).result(30)  # type: ignore[arg-type]
    visit = VisitEntry(
        CYCLE_2, tablets_returned={Decimal(500): 36, Decimal(150): 12}, doses_told=DosesTold(9, "morning")
    )
    session.actions.complete_visit(session.person, opened.id, opened.version, visit).result(30)


def test_scenario_17_the_shares_are_shown_and_one_dose_more_than_expected_is_asked_about(
    qtbot: QtBot, session_on: SessionOn
) -> None:
    session = session_on(CYCLE_2)
    patient, course = patient_with_course(session)
    give(session, sign(session, course))
    returned(session, course.id, patient.id)
    _workspace, page = open_page(qtbot, session, patient, "dose", DosePage)
    page.load(page._state, 1)  # type: ignore[arg-type]
    card = card_of(qtbot, session, page)
    assert words(card, "dispensing_returned") == "Taken 16 of 28 doses (57 %); told 17 of 28 doses (61 %)."
    assert any("Missed?" in label.text() for label in card.findChildren(QLabel))


def test_what_came_back_is_given_again_only_by_a_pharmacist_with_batch_expiry_and_reason(
    qtbot: QtBot, session_on: SessionOn
) -> None:
    session = session_on(CYCLE_2)
    patient, course = patient_with_course(session)
    give(session, sign(session, course))
    returned(session, course.id, patient.id)
    sign(session, course, 2)
    _workspace, page = open_page(qtbot, session, patient, "dose", DosePage)
    page.load(page._state, 2)  # type: ignore[arg-type]
    card = card_of(qtbot, session, page)
    assert "500 mg: needed 84, at home 36, hand out 48" in words(card, "dispensing_top_up")
    assert [row.tablets.text() for row in card.rows.values()] == ["84", "28"]  # nothing is taken off by itself
    card.rows[Decimal(150)].tablets.set_text("")
    card.rows[Decimal(500)].tablets.set_text("36")
    qtbot.mouseClick(card.leftover, Qt.MouseButton.LeftButton)
    card.leftover.setChecked(True)
    assert "need batch and expiry" in card.missing()
    qtbot.keyClicks(edit_of(card, "batch_500_edit"), "B7731")
    qtbot.keyClicks(edit_of(card, "expiry_500_edit"), "2027-04-30")
    assert "Say why" in card.missing()
    nurse = session.actions.add_person("Tomás Ferreira", "nurse").result(30)
    pharmacist = session.person
    session.set_person(nurse)
    assert "Only a pharmacist" in card.missing() and not card.button.isEnabled()
    session.set_person(pharmacist)
    qtbot.keyClicks(edit_of(card, "dispensing_reason_edit"), "blisters unopened")
    press(qtbot, card.button)
    settle(qtbot, session)
    last = session.actions.workspace(patient.id).result(30).dispensed[-1].entry
    assert (last.cycle, last.tablets, last.leftover, last.reason) == (2, 36, True, "blisters unopened")
    again = card_of(qtbot, session, page)
    assert [row.tablets.text() for row in again.rows.values()] == ["48", "28"]


def test_what_is_typed_outlives_a_reading_of_the_patient(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    give(session, sign(session, course))
    _workspace, page = open_page(qtbot, session, patient, "dose", DosePage)
    page.load(page._state, 1)  # type: ignore[arg-type]
    card = card_of(qtbot, session, page)
    qtbot.keyClicks(edit_of(card, "batch_500_edit"), "B77")
    session.actions.measure(session.person, uuid4(), patient.id, "weight_kg", Decimal("57.0"), DAY1).result(30)
    page.changed.emit()
    settle(qtbot, session)
    page.load(page._state, 1)  # type: ignore[arg-type]
    assert edit_of(card_of(qtbot, session, page), "batch_500_edit").text() == "B77"


def test_a_card_that_goes_on_stays_while_its_page_is_read_again_behind_another_one(
    qtbot: QtBot, session: Session
) -> None:
    patient, course = patient_with_course(session)
    give(session, sign(session, course))
    workspace, page = open_page(qtbot, session, patient, "dose", DosePage)
    page.load(page._state, 1)  # type: ignore[arg-type]
    card = card_of(qtbot, session, page)
    qtbot.keyClicks(edit_of(card, "batch_500_edit"), "B77")
    workspace.show_page("plan")
    for weight in ("57.0", "57.5"):
        session.actions.measure(session.person, uuid4(), patient.id, "weight_kg", Decimal(weight), DAY1).result(30)
        page.changed.emit()
        settle(qtbot, session)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    workspace.show_page("dose")
    assert card_of(qtbot, session, page) is card
    assert edit_of(card, "batch_500_edit").text() == "B77"


def test_the_label_of_a_line_is_saved_as_a_pdf_that_names_no_patient_in_its_file_name(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    session.actions.changed.append(session.patient_changed.emit)  # as in the program: each deed reads the page again
    patient, course = patient_with_course(session)
    sign(session, course)
    entry = DispensedEntry(1, DRUG, Decimal(500), 84, DAY1, batch="B7731", expiry=date(2027, 4, 30))
    session.actions.dispense(session.person, uuid4(), course.id, entry).result(30)
    _workspace, page = open_page(qtbot, session, patient, "dose", DosePage)
    page.load(page._state, 1)  # type: ignore[arg-type]
    card = card_of(qtbot, session, page)
    ask = card.findChild(QPushButton, "dispensing_label_0")
    assert ask is not None
    ask.setFocus()
    qtbot.keyClick(ask, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: card.findChild(QPushButton, "dispensing_message_save") is not None, timeout=60_000)
    save = card.findChild(QPushButton, "dispensing_message_save")
    assert save is not None and "84 × 500 mg" in card.message.text()
    save.setFocus()
    qtbot.keyClick(save, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: card.message.tone() == "ok", timeout=15_000)
    (file,) = tmp_path.glob("capox-*-cycle1-label-*.pdf")
    words = pypdfium2.PdfDocument(file.read_bytes())[0].get_textpage().get_text_range()
    squeezed = "".join(words.split())
    for text in ("Seven,Patient", "MRN0042-118", "capecitabine500mg", "84tablets", "BatchB7731", "555-0100"):
        assert text.replace("-", "") in squeezed.replace("-", ""), text
    assert "Take3intheMORNING,3intheEVENING" in squeezed and "NOTFORCLINICALUSE" in squeezed
    assert "Seven" not in file.name
    session.actions.changed.clear()
    (said,) = [one for one in session.actions.history(patient.id).result(30) if one.action == "print label"]
    assert said.by == session.person.name and hashlib.sha256(file.read_bytes()).hexdigest() in said.why
    assert (kind_of(said), what_words(said)) == ("prints", "Label of tablets printed or saved")
    settle(qtbot, session)
    assert card_of(qtbot, session, page) is card and "Saved as" in card.message.text()


def test_runs_of_days_with_the_same_tablets_are_told_as_one() -> None:
    one, two = date(2026, 3, 2), date(2026, 3, 3)
    assert runs([(one, 0, 3), (two, 3, 3)]) == (Doses(one, one, 0, 3), Doses(two, two, 3, 3))
    assert runs([(one, 3, 3), (two, 3, 3)]) == (Doses(one, two, 3, 3),)
    assert runs([(one, 3, 3), (date(2026, 3, 4), 3, 3)]) == (
        Doses(one, one, 3, 3), Doses(date(2026, 3, 4), date(2026, 3, 4), 3, 3)
    )  # fmt: skip
