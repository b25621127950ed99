"""Adverse events of everybody on the Outcomes page: each patient once, at the worst, and a click from the patient."""

from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.outcomes.events_view import EventsView
from gui.outcomes.outcomes_page import OutcomesPage
from gui.session import Session
from records.values.core import CourseRecord
from records.values.visits import AdverseEventEntry, GradeOn
from tests.gui.conftest import TODAY
from tests.gui.course_clinic import patient_with_course
from tests.gui.shell_parts import click, open_window

WAIT_MS = 30_000
pytestmark = pytest.mark.usefixtures("one_worker")


def report(session: Session, course: CourseRecord, term: str, grade: int, **laid: int) -> None:
    entry = AdverseEventEntry(term, TODAY.isoformat(), (GradeOn(grade, TODAY),), attribution=laid)
    session.actions.report_event(session.person, uuid4(), course.id, entry).result(30)


def shown(view: EventsView) -> list[tuple[str, ...]]:
    return [view.table.rows.row(place).cells for place in range(view.table.rows.rowCount())]


def test_everybody_counts_once_at_the_worst_and_again_once_something_changed(session: Session, qtbot: QtBot) -> None:
    patient, course = patient_with_course(session)
    report(session, course, "Nausea", 1, oxaliplatin=4, capecitabine=2)
    report(session, course, "Nausea", 3)
    window = open_window(session, qtbot)
    page = window.show_page("outcomes")
    assert isinstance(page, OutcomesPage)
    click(qtbot, page.view.buttons["events"])
    view = page.views["events"]
    assert isinstance(view, EventsView)
    qtbot.waitUntil(lambda: view.counts() is not None and view.settled(), timeout=WAIT_MS)
    once = ("1 (100.0 %)", "0 (0.0 %)", "1 (100.0 %)", "0 (0.0 %)")
    laid = ("1 (100.0 %)", "0 (0.0 %)")  # the grade 3 is laid to nothing, the grade 1 to oxaliplatin
    assert shown(view) == [("Any adverse event", *once, *laid), ("Nausea", *once, *laid)]
    assert view.summary.text().startswith(
        "Patients with a course: 1; with an adverse event: 1; terms: 1; counted at entry "
    )
    before = view.counts()
    click(qtbot, page.view.buttons["burden"])
    click(qtbot, page.view.buttons["events"])
    qtbot.waitUntil(view.settled, timeout=WAIT_MS)
    assert view.counts() is before, "nothing reached the records: what was counted stands"
    report(session, course, "Rash maculo-papular", 4)
    click(qtbot, view.again_button)
    qtbot.waitUntil(lambda: view.settled() and len(shown(view)) == 3, timeout=WAIT_MS)
    assert shown(view)[2][0] == "Rash maculo-papular" and shown(view)[0][3] == "1 (100.0 %)"
    click(qtbot, view.causes.relation.buttons["not related"])
    view.causes.drug.combo.setFocus()
    QTest.keyClicks(view.causes.drug.combo, "cap")
    qtbot.waitUntil(lambda: view.settled() and len(shown(view)) == 2, timeout=WAIT_MS)
    assert shown(view)[1] == ("Nausea", "1 (100.0 %)", "1 (100.0 %)", "0 (0.0 %)", "0 (0.0 %)")
    click(qtbot, view.causes.relation.buttons["every"])
    qtbot.waitUntil(lambda: view.settled() and len(shown(view)) == 3, timeout=WAIT_MS)
    assert shown(view)[1][5] == "0 (0.0 %)", "related to capecitabine, which is still chosen"
    opened: list[tuple[UUID, str]] = []
    session.open_patient.connect(lambda ident, name: opened.append((ident, name)))
    view.table.setFocus()
    view.table.setCurrentIndex(view.table.model().index(2, 3))
    qtbot.waitUntil(view.behind.isVisible, timeout=WAIT_MS)
    assert view.behind_table.rows.row(0).cells[2] == "4"
    view.behind_table.setFocus()
    view.behind_table.setCurrentIndex(view.behind_table.model().index(0, 0))
    QTest.keyClick(view.behind_table, Qt.Key.Key_Return)
    assert opened == [(patient.id, "trends")]
    qtbot.waitUntil(lambda: session.link.waiting() == 0, timeout=WAIT_MS)
