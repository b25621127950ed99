"""The audit trail in the window: its check with an anchor, the history of one order and of one person."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2

from gui.audit.person_page import PersonPage
from gui.audit.trail_card import TrailCard
from gui.history.history_page import HistoryPage
from gui.session import Session
from gui.shell.window import MainWindow
from gui.widgets.card import Label
from tests.gui.course_clinic import open_page, patient_with_course, press, sign
from tests.gui.dose_clinic import settle
from tests.gui.shell_parts import click


def card_of(qtbot: QtBot, session: Session) -> TrailCard:
    card = TrailCard(session)
    qtbot.addWidget(card)
    card.show()
    settle(qtbot, session)
    return card


def test_the_trail_is_checked_beside_the_work_and_an_anchor_typed_in_is_looked_for(
    qtbot: QtBot, session: Session
) -> None:
    patient_with_course(session)
    card = card_of(qtbot, session)
    anchor = session.actions.trail_end().result(30).anchor
    assert anchor.short() in card.end.text()
    QApplication.clipboard().setText(anchor.short())
    card.anchor.edit.setFocus()
    qtbot.keyClick(card.anchor.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    click(qtbot, card.check_button)
    settle(qtbot, session)
    assert card.strip.tone() == "ok"
    assert f"The trail holds the anchor of entry {anchor.seq}" in card.strip.text()
    assert str(anchor) in card.strip.text()


def test_a_wrong_anchor_is_said_loudly_and_nonsense_is_refused_beside_the_field(qtbot: QtBot, session: Session) -> None:
    card = card_of(qtbot, session)
    qtbot.keyClicks(card.anchor.edit, "1:0000 0000 0000 0000")
    click(qtbot, card.check_button)
    settle(qtbot, session)
    assert card.strip.tone() == "stop"
    assert "written anew" in card.strip.text()
    card.anchor.edit.clear()
    qtbot.keyClicks(card.anchor.edit, "twelve")
    click(qtbot, card.check_button)
    assert "SEQ:HASH" in card.anchor.note()


def test_a_row_changed_behind_the_program_is_found(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    patient, _course = patient_with_course(session)
    connection = dbapi2.connect(str(tmp_path / "clinic.db"))
    connection.execute("UPDATE patient SET note = 'changed by hand'")
    connection.commit()
    connection.close()
    card = card_of(qtbot, session)
    click(qtbot, card.check_button)
    settle(qtbot, session)
    assert card.strip.tone() == "stop"
    assert f"patient {patient.id} was changed outside the program" in card.strip.text()
    assert patient.entry.name not in card.strip.text()


def test_the_history_page_shows_the_entries_of_one_order(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    sign(session, course)
    _workspace, page = open_page(qtbot, session, patient, "history", HistoryPage)
    everything = page.lines.words()
    assert any(words.startswith("Weight") for words in everything)
    qtbot.waitUntil(lambda: page.orders.rowCount() == 1, timeout=10_000)
    assert not page.order_button.isEnabled()
    page.orders.selectRow(0)
    press(qtbot, page.order_button)
    settle(qtbot, session)
    found = page.lines.words()
    assert any(words.startswith("Cycle 1 signed") for words in found)
    assert not any(words.startswith("Weight") for words in found)
    press(qtbot, page.order_button)
    assert page.lines.words() == everything


def test_what_one_person_did_is_shown_with_every_value(qtbot: QtBot, session: Session) -> None:
    patient_with_course(session)
    window = MainWindow(session.lookup)
    qtbot.addWidget(window)
    window.show()
    window.attach(session)
    settle(qtbot, session)
    settings = window.show_page("settings")
    assert settings is not None
    button = next(b for b in settings.findChildren(QPushButton) if b.objectName().startswith("did_priya"))
    click(qtbot, button)
    page = window.current_page()
    assert isinstance(page, PersonPage)
    settle(qtbot, session)
    assert "Priya Raman" in page.heading.text()
    assert "Patient entered" in page.lines.words()
    row = page.lines.words().index("Patient entered")
    page.table.selectRow(row)
    assert "Who" in [label.text() for label in page.detail.findChildren(Label)]
    click(qtbot, page.back_button)
    settle(qtbot, session)
