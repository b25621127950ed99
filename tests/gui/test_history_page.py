"""The History page: orders, totals and everything that was done, in words; nothing can be changed on it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel
from pytestqt.qtbot import QtBot

from gui.history.history_page import HistoryPage
from gui.history.visit_words import visit_words
from gui.history.words import change_lines, fields_of, what_words
from gui.session import Session
from records.actions import Actions
from records.values.visits import AdverseEventEntry, GradeOn, VisitEntry
from tests.gui.course_clinic import give, open_page, patient_with_course, press, sign
from tests.gui.dose_clinic import measure, settle
from tests.records.examples import Store, busy


def cells(page: HistoryPage, row: int) -> list[str]:
    """One row of the orders."""
    found = (page.orders.item(row, column) for column in range(page.orders.columnCount()))
    return [item.text() for item in found if item is not None]


def detail(page: HistoryPage) -> str:
    """What stands beside the chosen line."""
    return " ".join(label.text() for label in page.detail.findChildren(QLabel))


def test_orders_show_doses_state_and_who_signed(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    first = give(session, sign(session, course))
    measure(session, patient, "165", "58.0", date(2026, 3, 23))
    sign(session, course, 2)
    _workspace, page = open_page(qtbot, session, patient, "history", HistoryPage)
    qtbot.waitUntil(lambda: page.orders.rowCount() == 2, timeout=10_000)
    row = cells(page, 0)
    assert row[0] == "1 · revision 1" and row[1] == "given, 2 Mar 2026"
    assert {"200 mg", "210 mg", "1650 mg twice daily"} <= set(row)
    assert any("Priya Raman (pharmacist)" in cell for cell in row) and first.check_code in row
    assert cells(page, 1)[1] == "signed"


def test_a_replaced_order_stays_in_sight(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    sign(session, course)
    sign(session, course)
    _workspace, page = open_page(qtbot, session, patient, "history", HistoryPage)
    qtbot.waitUntil(lambda: page.orders.rowCount() == 2, timeout=10_000)
    assert [cells(page, row)[:2] for row in range(2)] == [["1 · revision 1", "replaced"], ["1 · revision 2", "signed"]]


def test_the_total_of_oxaliplatin_adds_what_was_given_elsewhere(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(
        session, first_cycle=3, planned_cycles=8, cumulative={"oxaliplatin": Decimal("260")}
    )
    give(session, sign(session, course, 3))
    _workspace, page = open_page(qtbot, session, patient, "history", HistoryPage)
    qtbot.waitUntil(lambda: page.orders.rowCount() == 1, timeout=10_000)
    # 210 mg over 1.6304 m2 are 128.8 mg/m2; with 260 elsewhere 388.8
    assert "oxaliplatin: 389 mg/m² given so far, 260 mg/m² of it elsewhere" in page.totals.text()


def test_what_was_done_is_said_in_words_and_can_be_filtered(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    give(session, sign(session, course))
    session.actions.delay_cycle(
        session.person, uuid4(), course.id, 2, 7, "all", "neutropenia", "ANC 1.1: wait a week"
    ).result(30)
    _workspace, page = open_page(qtbot, session, patient, "history", HistoryPage)
    qtbot.waitUntil(lambda: page.lines.rowCount() > 0, timeout=10_000)
    settle(qtbot, session)
    words = page.lines.words()
    assert "Cycle 2 put off by 7 days: low neutrophils" in words
    assert "Weight 58.0 kg, 2 Mar 2026" in words
    assert any(line.startswith("Cycle 1 signed") for line in words)
    assert "Marked as given on 2 Mar 2026" in words
    assert "ANC 1.1: wait a week" in detail(page)  # the newest line is chosen
    press(qtbot, page.filter.buttons["plan"])
    assert all("put off" in line or "Course begun" in line for line in page.lines.words())
    press(qtbot, page.filter.buttons["prints"])
    assert page.lines.words() == () and page.detail.heading.text() == "Nothing of this kind"


def test_arrow_keys_walk_along_the_lines(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_page(qtbot, session, patient, "history", HistoryPage)
    qtbot.waitUntil(lambda: page.lines.rowCount() > 3, timeout=10_000)
    settle(qtbot, session)
    page.table.setFocus()
    before = page.detail.heading.text()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == 1
    assert page.detail.heading.text() == page.lines.words()[1] != before


def test_old_and_new_values_of_a_change_stand_side_by_side(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    entry = replace(patient.entry, name="Seven, Patricia")
    session.actions.change_patient(session.person, patient.id, patient.version, entry, "misspelt").result(30)
    _workspace, page = open_page(qtbot, session, patient, "history", HistoryPage)
    qtbot.waitUntil(lambda: page.lines.rowCount() > 3, timeout=10_000)
    settle(qtbot, session)
    assert page.lines.words()[0] == "Patient changed: name"
    assert "Seven, Patient → Seven, Patricia" in detail(page) and "misspelt" in detail(page)


def test_nothing_can_be_edited(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_page(qtbot, session, patient, "history", HistoryPage)
    assert page.table.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    assert page.orders.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers


def test_a_value_of_several_lines_stays_together() -> None:
    assert fields_of("name: A\nnote: first\nSecond line\necog: 1") == {
        "name": "A",
        "note": "first\nSecond line",
        "ecog": "1",
    }


def test_a_visit_is_told_in_words_and_found_under_visits(qtbot: QtBot, session: Session) -> None:
    patient, course = patient_with_course(session)
    actions, by, on = session.actions, session.person, date(2026, 3, 10)
    visit = actions.open_visit(by, uuid4(), course.id, on).result(30)
    event = actions.report_event(
        by, uuid4(), course.id,
        AdverseEventEntry("Diarrhea", "2026-03-08", (GradeOn(2, date(2026, 3, 8)),), attribution={"capecitabine": 4}),
    ).result(30)  # fmt: skip
    actions.grade_event(by, uuid4(), event.id, event.version, GradeOn(3, on)).result(30)
    actions.answer_checklist(by, uuid4(), course.id, 1, "hepatitis-b", "not_applicable", on, "", "known").result(30)
    actions.complete_visit(by, visit.id, visit.version, VisitEntry(on=on, ecog=1)).result(30)
    _workspace, page = open_page(qtbot, session, patient, "history", HistoryPage)
    qtbot.waitUntil(lambda: page.lines.rowCount() > 0, timeout=10_000)
    settle(qtbot, session)
    press(qtbot, page.filter.buttons["visits"])
    words = page.lines.words()
    assert any(line.startswith("Visit of 10 Mar 2026") and line.endswith("complete") for line in words)
    assert "Toxicity graded anew: grade 3" in words
    assert "Toxicity entered: Diarrhea grade 2 from 8 Mar 2026" in words
    assert "Checklist of cycle 1: hepatitis B, does not apply" in words
    page.table.selectRow(words.index("Toxicity entered: Diarrhea grade 2 from 8 Mar 2026"))
    shown = detail(page)
    assert "capecitabine probable" in shown and "CTCAE version" in shown
    assert not [part for part in shown.split() if "_" in part]


def test_no_line_of_a_busy_course_shows_a_stored_key(tmp_path: Path) -> None:
    actions = Actions.open(tmp_path / "busy.db")
    store = Store(actions, actions.add_person("Priya Raman", "pharmacist").result(30))
    busy(store)
    patients = [UUID(row[0]) for row in store.sql("SELECT id FROM patient")]
    lines = [line for patient_id in patients for line in actions.history(patient_id).result(30)]
    actions.close()
    assert len(lines) > 20
    for line in lines:
        heads = [head for head, _words in change_lines(line)]
        assert not [text for text in (what_words(line), *heads) if "_" in text], line.action


@pytest.mark.parametrize(("values", "words"), [
    ({"meaning": "verify", "outcome": "equal", "differs": ""}, "Second check: equal, signed as verified"),
    ({"meaning": "verify", "outcome": "different", "differs": "weight_kg, creatinine"},
     "Second check: differs: weight and creatinine"),
    ({"meaning": "prepare"}, "Signed as prepared"), ({"meaning": "raise"}, "Raised dose agreed to"),
])  # fmt: skip
def test_a_signature_beneath_an_order_reads_as_what_it_means(values: dict[str, str], words: str) -> None:
    assert visit_words("verify order", "signature", values) == words


def test_a_dose_that_was_not_given_says_so() -> None:
    values = {"drug": "oxaliplatin", "given_mg": "0", "cycle": "1", "cycle_day": "1"}
    assert visit_words("administer", "administration", values) == "oxaliplatin not given, cycle 1 day 1"
