"""What others store while a visit stands open: brought in and named; no key, no cursor and no typed value is lost."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from records.values.visits import GradeOn
from tests.gui.dose_clinic import edit_of, settle
from tests.gui.visit_clinic import CYCLE_2, SessionOn, open_visit, press, save, second_cycle, type_lab
from tests.records.examples import EVENT


def test_toxicities_and_blood_values_of_others_come_in_without_touching_what_is_typed(
    qtbot: QtBot, session_on: SessionOn
) -> None:
    session = session_on(CYCLE_2)
    patient, course = second_cycle(session)
    nora = session.actions.add_person("Nora Nurse", "nurse").result(30)
    _workspace, page = open_visit(qtbot, session, patient)
    assert page.events is not None and page.labs is not None
    type_lab(qtbot, page, "neutrophils", "4.1")
    edit_of(page, "lab_haemoglobin_edit").setFocus()
    focused = QApplication.focusWidget()
    grade = (GradeOn(2, CYCLE_2),)
    entry = replace(EVENT, start=CYCLE_2.isoformat(), grades=grade, reported_on=CYCLE_2, steroid=None, cause="")
    stored = session.actions.report_event(nora, uuid4(), course.id, entry).result(30)
    for analyte, value, unit in (
        ("neutrophils", "1.1", "10^9/L"), ("platelets", "72", "10^9/L"), ("haemoglobin", "11.9", "g/dL"),
    ):  # fmt: skip
        given = (patient.id, analyte, Decimal(value), unit, None, None, CYCLE_2)
        session.actions.add_lab(nora, uuid4(), *given).result(30)
    session.patient_changed.emit(patient.id)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: "Nora Nurse" in page.arrived.text(), timeout=15_000)
    assert QApplication.focusWidget() is focused
    rows = [row for row in page.events.rows.values() if row.draft.term == "Diarrhea"]
    assert [(row.draft.key, row.draft.before) for row in rows] == [(str(stored.id), 2)], (
        "no empty row is left beside it"
    )
    assert edit_of(page, "lab_platelets_edit").text() == "72"
    assert edit_of(page, "lab_neutrophils_edit").text() == "4.1" and edit_of(page, "lab_haemoglobin_edit").text() == ""
    words = page.arrived.text()
    assert "Diarrhea, grade 2" in words and "Haemoglobin 11.9" in words and page.arrived.tone() == "warn"
    assert [line for line in words.splitlines() if "what is typed here stays" in line] == [
        next(line for line in words.splitlines() if "Neutrophils 1.1" in line)
    ]
    session.patient_changed.emit(patient.id)  # read once more: nothing comes twice
    settle(qtbot, session)
    assert page.arrived.text() == words
    rows[0].setFocus()
    press(qtbot, "3")
    save(qtbot, session, page)
    space = session.actions.workspace(patient.id).result(30)
    (event,) = space.events
    assert (event.id, event.entry.grades[-1].grade) == (stored.id, 3)
    assert not page.arrived.text(), "the stored visit is shown anew"
