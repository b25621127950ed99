"""Printing the list of a day from the Today page, with the anchor of that very moment."""

import hashlib
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.history.words import kind_of, what_words
from gui.session import Session
from gui.worklist.day_print import file_name
from gui.worklist.worklist import Worklist
from records.trail.anchor import Anchor
from tests.gui.course_clinic import patient_with_course, press, texts_of
from tests.gui.dose_clinic import DAY1, settle
from tests.gui.file_answers import answer_file


def test_the_day_list_is_made_with_everybody_due_and_an_anchor_the_trail_holds(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    patient, _course = patient_with_course(session)
    page = Worklist(session)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.show_day(DAY1)
    settle(qtbot, session)
    press(qtbot, page.print_button)
    qtbot.waitUntil(lambda: "is made" in page.printing.strip.text(), timeout=60_000)
    anchor = session.actions.trail_end().result(30).anchor
    assert anchor.short() in page.printing.strip.text()
    button = page.findChild(QPushButton, "day_print_strip_save")
    assert button is not None
    press(qtbot, button)
    target = tmp_path / file_name(DAY1)
    proposed = answer_file(qtbot, target)
    assert proposed == file_name(DAY1) and patient.entry.name not in proposed
    qtbot.waitUntil(lambda: "Saved as" in page.printing.strip.text(), timeout=15_000)
    (words,) = texts_of(target.read_bytes())
    squeezed = "".join(words.split())
    assert "".join(patient.entry.name.split()) in squeezed
    assert "".join(anchor.short().split()) in squeezed
    assert "Notforclinicaluse:Nobodyhastosignintotheserecords." in squeezed
    check = session.actions.check_trail(Anchor(anchor.seq, anchor.hash[:16])).result(60)
    assert (check.held, check.findings) == (True, ())
    (said,) = [one for one in session.actions.history(patient.id).result(30) if one.action == "print day list"]
    assert said.by == session.person.name and f"day list of {DAY1.isoformat()}, 1 patient" in said.why
    assert hashlib.sha256(target.read_bytes()).hexdigest() in said.why
    assert (kind_of(said), what_words(said)) == ("prints", "Stands on a day list that was printed or saved")


def test_a_file_name_holds_the_day_and_nobody() -> None:
    assert file_name(date(2026, 3, 2)) == "capox-day-2026-03-02.pdf"
