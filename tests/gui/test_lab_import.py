"""Results of a laboratory message on the Visit page: pasted or from a file, looked at, stored, and what stops it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.visit.lab_import import LabImportCard, stored_words
from gui.visit.visit_page import VisitPage
from records.values.core import LabResult, PatientRecord
from records.values.labs import ImportedLab, LabImportEntry
from tests.gui.dose_clinic import edit_of, settle
from tests.gui.file_answers import answer_file
from tests.gui.visit_clinic import CYCLE_2, button, grade_shown, open_visit, save, second_cycle, type_lab
from tests.records.lab_messages import NEUTROPHILS, PLATELETS, message, result

SessionOn = Callable[[date], Session]


def card_of(page: VisitPage) -> LabImportCard:
    found = page.findChild(LabImportCard)
    assert isinstance(found, LabImportCard)
    return found


def paste(qtbot: QtBot, session: Session, page: VisitPage, text: str) -> LabImportCard:
    """HL7, Ctrl+V into the box, Read the text."""
    qtbot.mouseClick(button(page, "lab_hl7"), Qt.MouseButton.LeftButton)
    card = card_of(page)
    assert card.isVisible() and card.box.hasFocus()
    QApplication.clipboard().setText(text)
    card.box.selectAll()
    qtbot.keyClick(card.box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(card.read_button, Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    return card


def words_of(card: LabImportCard) -> str:
    """Everything that stands on the card."""
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def store_ticked(qtbot: QtBot, session: Session, card: LabImportCard) -> None:
    assert card.store_button.isEnabled(), card.count.text()
    qtbot.mouseClick(card.store_button, Qt.MouseButton.LeftButton)
    settle(qtbot, session)


def labs_of(session: Session, patient: PatientRecord, on: date = CYCLE_2) -> dict[str, list[LabResult]]:
    """What counts on a day, by analyte."""
    found: dict[str, list[LabResult]] = {}
    for lab in session.actions.workspace(patient.id).result(30).labs:
        if lab.on == on:
            found.setdefault(lab.analyte, []).append(lab)
    return found


def test_a_pasted_message_is_shown_stored_and_stands_graded_in_the_visit(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    earlier = "OBR|2|P2|F2|CBC|||20260316\r" + result("1.9")
    card = paste(qtbot, session, page, message(NEUTROPHILS, PLATELETS, earlier).replace("\r", "\n"))
    assert "In the message: Seven, Patient · born 1958-03-01 · female" in card.who.text()
    assert "1.1 × 10⁹/L" in words_of(card) and "2.0–7.5" in words_of(card) and "2026-03-23 07:50" in words_of(card)
    assert card.count.text() == "3 of 3 results will be stored."
    assert labs_of(session, patient) == {}
    store_ticked(qtbot, session, card)
    assert not card.isVisible()
    assert edit_of(page, "lab_neutrophils_edit").text() == "1.1"
    assert edit_of(page, "lab_neutrophils_uln_edit").text() == "7.5"
    assert grade_shown(page, "neutrophils") == "2"
    assert [lab.value for lab in labs_of(session, patient)["platelets"]] == [Decimal(72)]
    assert labs_of(session, patient, date(2026, 3, 16))["neutrophils"][0].value == Decimal("1.9")
    save(qtbot, session, page)
    assert [len(labs) for labs in labs_of(session, patient).values()] == [1, 1]  # saving the visit adds nothing


def test_a_tick_taken_away_leaves_the_value_out(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    card = paste(qtbot, session, page, message())
    check = next(check for check in card.rows.checks.values() if check.text() == "Platelets")
    check.setFocus()
    qtbot.keyClick(check, Qt.Key.Key_Space)
    assert card.count.text() == "1 of 2 results will be stored."
    store_ticked(qtbot, session, card)
    assert set(labs_of(session, patient)) == {"neutrophils"}
    again = paste(qtbot, session, page, message())
    assert "This very message was imported" in again.message.text()
    assert again.count.text() == "1 of 2 results will be stored."


@pytest.mark.parametrize(
    ("changed", "why"),
    [({"number": "7^^^H"}, "patient number"), ({"born": "19580302"}, "born 1958-03-02"), ({"sex": "M"}, "says male")],
)
def test_a_message_about_somebody_else_stops(
    qtbot: QtBot, session_on: SessionOn, changed: dict[str, str], why: str
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    card = paste(qtbot, session, page, message(**changed))
    assert card.message.tone() == "stop"
    assert why in card.message.text()
    assert not card.store_button.isVisible()
    assert card.rows.checks == {}


def test_text_that_is_no_message_is_refused_and_stays(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    card = paste(qtbot, session, page, "Neutrophils 1.1")
    assert card.message.tone() == "stop"
    assert card.box.toPlainText() == "Neutrophils 1.1"
    assert not card.store_button.isVisible()


def test_an_unknown_code_waits_for_a_person_to_say_what_it_measures(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    card = paste(qtbot, session, page, message(result("1.1", code="NEU^Neutrophil granulocytes^L")))
    assert "its code is not known here" in words_of(card)
    assert not card.store_button.isEnabled()
    (combo,) = card.rows.combos.values()
    combo.setFocus()
    qtbot.keyClicks(combo, "Neu")
    assert card.rows.ticked_keys() == ()  # letters only look for it
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(card.rows.ticked_keys()) == 1)
    assert "NEU^L chosen by you" in words_of(card)
    store_ticked(qtbot, session, card)
    assert labs_of(session, patient)["neutrophils"][0].value == Decimal("1.1")
    (record,) = session.actions.workspace(patient.id).result(30).lab_imports
    assert dict(record.choices) == {"NEU^L": "neutrophils"}


def test_a_file_is_read_beside_the_window_and_a_missing_one_is_said(
    qtbot: QtBot, session_on: SessionOn, tmp_path: Path
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    qtbot.mouseClick(button(page, "lab_hl7"), Qt.MouseButton.LeftButton)
    card = card_of(page)
    path = tmp_path / "results.hl7"
    path.write_bytes(message().encode())
    qtbot.mouseClick(card.file_button, Qt.MouseButton.LeftButton)
    answer_file(qtbot, path)
    settle(qtbot, session)
    assert card.count.text() == "2 of 2 results will be stored."
    path.unlink()
    qtbot.mouseClick(card.file_button, Qt.MouseButton.LeftButton)
    answer_file(qtbot, path)
    settle(qtbot, session)
    assert "cannot be opened" in card.message.text()
    assert not card.store_button.isVisible()


def test_a_correction_replaces_what_the_visit_shows(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    store_ticked(qtbot, session, paste(qtbot, session, page, message(result("2.1"))))
    assert edit_of(page, "lab_neutrophils_edit").text() == "2.1"
    card = paste(qtbot, session, page, message(result("1.1", status="C"), control_id="M2"))
    assert "takes the place of 2.1 × 10⁹/L" in words_of(card)
    store_ticked(qtbot, session, card)
    assert edit_of(page, "lab_neutrophils_edit").text() == "1.1"
    assert [lab.value for lab in labs_of(session, patient)["neutrophils"]] == [Decimal("1.1")]


def test_a_value_typed_in_the_visit_is_not_replaced_in_silence(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "neutrophils", "1.3")
    card = paste(qtbot, session, page, message())
    assert words_of(card).count("typed in the visit") == 1
    assert "takes the place of 1.3 × 10⁹/L typed in the visit" in words_of(card)
    qtbot.mouseClick(card.close_button, Qt.MouseButton.LeftButton)
    assert edit_of(page, "lab_neutrophils_edit").text() == "1.3"


def test_a_correction_under_a_signed_order_asks_to_look_at_the_order_again(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    store_ticked(qtbot, session, paste(qtbot, session, page, message(result("2.1"))))
    assert page.message.tone() == "ok"
    entry = LabImportEntry((), (), (corrected(),))
    assert stored_words(entry, None) == ("ok", "Laboratory values stored: 1.")
    tone, words = stored_words(entry, 2)
    assert tone == "warn" and "order of cycle 2" in words


def corrected() -> ImportedLab:
    """A value that takes the place of another."""
    when = (CYCLE_2, "2026-03-23T07:50", "C")
    return ImportedLab(uuid4(), "neutrophils", Decimal("1.1"), "10^9/L", None, None, *when, (uuid4(),))  # type: ignore[arg-type]


def test_closing_without_storing_forgets_the_message(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    card = paste(qtbot, session, page, message())
    qtbot.mouseClick(card.close_button, Qt.MouseButton.LeftButton)
    assert not card.isVisible()
    assert card.box.toPlainText() == ""
    assert labs_of(session, patient) == {}
    assert "nothing typed yet" in page.kept.text()
