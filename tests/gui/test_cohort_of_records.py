"""A cohort out of the records: the very patients entered through the program's own actions, each a click away."""

from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.outcomes.cohort_view import CohortView
from gui.outcomes.outcomes_page import OutcomesPage
from gui.session import Session
from outcomes.cohort.of_records import map_patient
from outcomes.cohort.records_read import RecordsAsked, cohort_of
from outcomes.survival.endpoints import months
from records.bedside.events_counted import at_baseline, relation
from records.values.core import PatientRecord
from records.values.responses import FollowUpEntry
from records.values.visits import AdverseEventEntry, GradeOn
from tests.gui.course_clinic import give, sign
from tests.gui.dose_clinic import add_patient
from tests.gui.file_answers import answer_file
from tests.gui.response_clinic import FIRST, SECOND, scan, scenario_19
from tests.gui.shell_parts import click, open_window
from tests.gui.visit_clinic import SessionOn

pytestmark = pytest.mark.usefixtures("one_worker")

WORKER_MS = 60_000
THIRD = date(2026, 8, 10)


@pytest.fixture
def session(session_on: SessionOn) -> Session:
    return session_on(date(2026, 9, 1))


def scenario_with_a_dose(session: Session) -> PatientRecord:
    """84, 52, 50: a confirmed response; then 90. One cycle was given; progression ended it."""
    patient, course = scenario_19(session)
    give(session, sign(session, course))
    space = session.actions.workspace(patient.id).result(30)
    followed = {one.entry.name: one for one in space.lesions}
    scan(session, course, followed, SECOND, "25", "13", "12")
    scan(session, course, followed, THIRD, "50", "24", "16")
    entry = FollowUpEntry(off_on=THIRD, off_reason="progression", last_alive_on=date(2026, 8, 20))
    session.actions.save_follow_up(session.person, uuid4(), course.id, None, entry).result(30)
    return patient


def test_a_patient_of_the_records_is_a_row_with_response_dates_and_treatment(session: Session) -> None:
    patient = scenario_with_a_dose(session)
    mapped = map_patient(RecordsAsked(session.actions.workspace(patient.id).result(30), session.settings))
    assert mapped is not None
    row = mapped.patient
    assert (row.best, row.response, row.progressed, row.evaluable) == ("PR", FIRST, THIRD, True)
    assert [one.overall for one in row.scans] == ["PR", "PR", "PD"]
    assert (row.start, row.last_contact) == (date(2026, 3, 2), date(2026, 8, 20))
    assert row.factors["best_change_percent"] == "-40.5"  # 50 of 84 mm
    assert (row.factors["cycles"], row.factors["off_reason"]) == ("1", "progression")
    assert row.factors["regimen"] == "ICI + CAPOX" and row.factors["rdi_oxaliplatin"]


def test_who_was_never_treated_is_no_row_and_is_said(session: Session) -> None:
    patient = add_patient(session)
    space = session.actions.workspace(patient.id).result(30)
    assert map_patient(RecordsAsked(space, session.settings)) is None
    cohort = cohort_of([None], session.today, "the records")
    assert cohort.patients == () and "1 patient of the records without a cycle" in cohort.left_out[0]


def event(**changed: object) -> AdverseEventEntry:
    return AdverseEventEntry("Nausea", "2026-03-05", (GradeOn(2, date(2026, 3, 5)),), **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("attribution", "answer"),
    [
        ({}, None), ({"oxaliplatin": 3}, True), ({"oxaliplatin": 2, "capecitabine": 5}, True),
        ({"oxaliplatin": 2}, False), ({"disease": 4}, False), ({"disease": 2}, None),
    ],
)  # fmt: skip
def test_an_event_is_related_from_possible_on_and_unknown_where_nobody_said(
    attribution: dict[str, int], answer: bool | None
) -> None:
    assert relation(attribution) is answer


def test_what_was_there_at_baseline_and_never_got_worse_is_not_counted() -> None:
    assert at_baseline(event(present_at_baseline=True, baseline_grade=2))
    assert not at_baseline(event(present_at_baseline=True, baseline_grade=1))
    assert not at_baseline(event())
    assert not at_baseline(event(present_at_baseline=True))  # nobody said how bad it was


def test_the_cohort_of_the_records_is_read_by_a_click_and_leads_to_the_patient(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    patient = scenario_with_a_dose(session)
    add_patient(session, name="Never, Treated", identifiers=(("MRN", "9-9"),))
    window = open_window(session, qtbot)
    page = window.show_page("outcomes")
    assert isinstance(page, OutcomesPage)
    click(qtbot, page.view.buttons["cohort"])
    view = page.views["cohort"]
    assert isinstance(view, CohortView)
    click(qtbot, view.records_button)
    qtbot.waitUntil(lambda: view.answer() is not None and view.settled(), timeout=WORKER_MS)
    answer = view.answer()
    assert answer is not None and list(answer.cohort.keys) == ["R01"]
    assert view.table_shown().rows[0].cells[2] == "1/1"
    assert "1 patient of the records without a cycle" in view.notes.text()
    pfs = answer.summary.endpoints["pfs"].times["R01"]
    assert (pfs.days, pfs.event) == ((THIRD - date(2026, 3, 2)).days, True) and months(pfs.days) > 5
    assert "RECIST 1.1, response confirmed after 28 days" in "".join(answer.cohort.rules)
    path = tmp_path / "nameless.csv"
    click(qtbot, view.nameless_button)
    answer_file(qtbot, path)
    qtbot.waitUntil(lambda: "Saved as nameless.csv · nameless-events.csv" in view.message.text(), timeout=WORKER_MS)
    text = path.read_text("utf-8")
    assert "R01" not in text and "PR" in text and str(patient.id) not in text
    told = session.actions.history(patient.id).result(30)[0]
    assert told.action == "export de-identified", "the trail says that data left"
    view.table.setFocus()
    view.table.setCurrentIndex(view.table.model().index(0, 2))
    qtbot.waitUntil(view.behind.isVisible)
    assert view.behind_table.rows.row(0).cells[0] == "R01", "a number, and no name"
    opened: list[UUID] = []
    session.open_patient.connect(lambda ident, _page: opened.append(ident))
    view.behind_table.setFocus()
    view.behind_table.setCurrentIndex(view.behind_table.model().index(0, 0))
    QTest.keyClick(view.behind_table, Qt.Key.Key_Return)
    assert opened == [patient.id]
    qtbot.waitUntil(lambda: session.link.waiting() == 0)
