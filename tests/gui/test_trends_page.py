"""The Trends page by keys and clicks: what is said is what was recorded, and each figure has its table."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.theme.look import apply_look
from gui.trends.figure_table import FigureTable
from gui.trends.lab_chart import LabChart
from gui.trends.trends_page import TrendsPage
from gui.visit.visit_page import VisitPage
from gui.workspace.workspace import Workspace
from records.values.core import PatientRecord
from records.values.visits import AdverseEventEntry, DecisionEntry, GradeOn
from tests.gui.course_clinic import open_page, press
from tests.gui.dose_clinic import DAY1, add_labs, add_patient, begin, measure, settle
from tests.gui.visit_clinic import sign_and_give

SessionOn = Callable[[date], Session]
TODAY = date(2026, 3, 30)
CYCLE2 = date(2026, 3, 23)
LABS = ((-1, "4.1"), (8, "1.6"), (10, "1.1"), (20, "2.4"), (27, "1.9"))


def neutrophils(session: Session, patient: PatientRecord) -> None:
    """Five values: before the course, two in the first cycle, one on its last day, one in the second."""
    for day, value in LABS:
        session.actions.add_lab(
            session.person, uuid4(), patient.id, "neutrophils", Decimal(value), "10^9/L", Decimal("2.0"),
            Decimal("7.5"), DAY1 + timedelta(days=day),
        ).result(30)  # fmt: skip


def report(session: Session, course: UUID, term: str, start: int, end: int | None = None) -> UUID:
    """An event that rose from grade 1 to 2 three days later."""
    first = DAY1 + timedelta(days=start)
    over = "" if end is None else (DAY1 + timedelta(days=end)).isoformat()
    entry = AdverseEventEntry(
        term, first.isoformat(), (GradeOn(1, first), GradeOn(2, first + timedelta(days=3))), end=over,
        ongoing=end is None, outcome="RECOVERED/RESOLVED" if over else "",
    )  # fmt: skip
    return session.actions.report_event(session.person, uuid4(), course, entry).result(30).id


@pytest.fixture
def session(session_on: SessionOn) -> Session:
    """A day in the second cycle."""
    return session_on(TODAY)


def clinic(session: Session) -> tuple[PatientRecord, UUID, UUID]:
    """Two cycles given, the second with less capecitabine; neuropathy that goes on, nausea that is over."""
    patient = add_patient(session)
    measure(session, patient, "165", "58")
    add_labs(session, patient)
    neutrophils(session, patient)
    course = begin(session, patient)
    sign_and_give(session, patient, course)
    less = DecisionEntry(2, "capecitabine", "change", percent=Decimal(75), reason="sore feet, cannot stand long")
    session.actions.decide(session.person, uuid4(), course.id, less).result(30)
    measure(session, patient, "165", "58", CYCLE2)
    add_labs(session, patient, CYCLE2, neutrophils="2.5")
    sign_and_give(session, patient, course, 2, CYCLE2)
    over = report(session, course.id, "Nausea", 1, 6)
    ongoing = report(session, course.id, "Peripheral sensory neuropathy", 3)
    return patient, over, ongoing


def opened(qtbot: QtBot, session: Session, patient: PatientRecord) -> tuple[Workspace, TrendsPage]:
    """The workspace on its Trends page, everything read."""
    workspace, page = open_page(qtbot, session, patient, "trends", TrendsPage)
    qtbot.waitUntil(lambda: page.figures() is not None, timeout=10_000)
    return workspace, page


def cells(table: FigureTable) -> list[tuple[str, ...]]:
    return [table.rows.row(place).cells for place in range(table.rows.rowCount())]


def test_arrow_keys_walk_the_values_and_each_says_what_it_is(qtbot: QtBot, session: Session) -> None:
    patient, *_ = clinic(session)
    _workspace, page = opened(qtbot, session, patient)
    chart = page.labs.chart
    assert page.labs.test.value() == "neutrophils|10^9/L"
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert "Neutrophils 4.1 × 10⁹/L, Sun 1 Mar 2026, before cycle 1, grade 0" in chart.accessibleName()
    for _step in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    said = page.labs.said.text()
    assert said.startswith("Neutrophils 1.1 × 10⁹/L, Thu 12 Mar 2026, cycle 1 day 11, grade 2")
    assert "nadir of cycle 1, day 11 of 3 values" in said
    assert said in chart.accessibleName()
    assert page.labs.table.currentIndex().row() == 3
    qtbot.keyClick(chart, Qt.Key.Key_End)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert "cycle 2 day 7, grade 1" in page.labs.said.text()


def test_the_table_says_the_same_numbers_and_leads_the_chart(qtbot: QtBot, session: Session) -> None:
    patient, *_ = clinic(session)
    _workspace, page = opened(qtbot, session, patient)
    rows = cells(page.labs.table)
    assert [row[2] for row in rows] == ["4.1", "3.1", "1.6", "1.1", "2.4", "2.5", "1.9"]
    assert [row[3] for row in rows] == ["0", "?", "1", "2", "0", "?", "1"]
    assert [row[4] for row in rows] == ["", "baseline", "", "nadir C1 d11", "", "", "nadir C2 d7"]
    page.labs.table.selectRow(2)
    assert page.labs.chart.place() == 2
    assert "1.6" in page.labs.said.text()


def test_another_test_is_chosen_by_typing_its_name(qtbot: QtBot, session: Session) -> None:
    patient, *_ = clinic(session)
    _workspace, page = opened(qtbot, session, patient)
    page.labs.test.combo.setFocus()
    qtbot.keyClicks(page.labs.test.combo, "crea")
    assert page.labs.card.heading.text() == "Creatinine over time"
    assert "µmol/L" in page.labs.said.text()


def test_a_click_chooses_a_value_and_the_pointer_says_it(qtbot: QtBot, session: Session) -> None:
    patient, *_ = clinic(session)
    _workspace, page = opened(qtbot, session, patient)
    chart = page.labs.chart
    assert isinstance(chart, LabChart)
    at = chart.place_of(2).toPoint()
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    assert chart.place() == 2
    help_event = QHelpEvent(QHelpEvent.Type.ToolTip, at, chart.mapToGlobal(at))
    QApplication.sendEvent(chart, help_event)
    assert QToolTip.text().startswith("Neutrophils 1.6 × 10⁹/L")
    QToolTip.hideText()


def test_the_bands_are_named_with_what_they_hang_on(qtbot: QtBot, session: Session) -> None:
    patient, *_ = clinic(session)
    _workspace, page = opened(qtbot, session, patient)
    assert "grade 2: from 1 and below 1.5" in page.labs.bands.text()
    assert "by the limits reported with it" in page.labs.bands.text()
    page.labs.test.choose("creatinine|umol/L")
    assert "multiples of the baseline, 70 µmol/L" in page.labs.bands.text() or "No bands" in page.labs.bands.text()


def test_each_event_has_a_lane_and_its_words(qtbot: QtBot, session: Session) -> None:
    patient, *_ = clinic(session)
    _workspace, page = opened(qtbot, session, patient)
    press(qtbot, page.view.buttons["events"])
    chart = page.events.chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert page.events.said.text().startswith(
        "Nausea, grade 1 from 3 Mar 2026, grade 2 from 6 Mar 2026, over on 8 Mar 2026, began in cycle 1 day 2"
    )
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert "Peripheral sensory neuropathy" in chart.accessibleName()
    assert "goes on" in chart.accessibleName()
    assert [(row[0], row[1], row[6]) for row in cells(page.events.table)] == [
        ("Nausea", "2", "6"), ("Peripheral sensory neuropathy", "2", ""),
    ]  # fmt: skip
    assert page.events.map.table.rowCount() == 2


def test_enter_on_a_lane_opens_the_event_on_the_visit(qtbot: QtBot, session: Session) -> None:
    patient, _over, ongoing = clinic(session)
    workspace, page = opened(qtbot, session, patient)
    press(qtbot, page.view.buttons["events"])
    page.events.chart.setFocus()
    qtbot.keyClick(page.events.chart, Qt.Key.Key_End)
    qtbot.keyClick(page.events.chart, Qt.Key.Key_Return)
    settle(qtbot, session)
    visit = workspace.stack.currentWidget()
    assert isinstance(visit, VisitPage)
    assert visit.events is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is visit.events.rows[str(ongoing)], timeout=5_000)


def test_a_click_on_an_event_that_is_over_brings_it_into_sight(qtbot: QtBot, session: Session) -> None:
    patient, over, _ongoing = clinic(session)
    workspace, page = opened(qtbot, session, patient)
    press(qtbot, page.view.buttons["events"])
    place = page.events.chart.lane_place(0).center().toPoint()
    qtbot.mouseClick(page.events.chart, Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, session)
    visit = workspace.stack.currentWidget()
    assert isinstance(visit, VisitPage)
    assert visit.events is not None
    assert str(over) in visit.events.rows


def test_why_a_dose_is_less_is_one_click(qtbot: QtBot, session: Session) -> None:
    patient, *_ = clinic(session)
    _workspace, page = opened(qtbot, session, patient)
    press(qtbot, page.view.buttons["doses"])
    chart = page.doses.chart
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.cell_place(0, 0).center().toPoint())
    assert page.doses.why.text() == "The regimen's own dose; nothing was reduced."
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.cell_place(2, 1).center().toPoint())
    assert page.doses.why_title.text().startswith("Cycle 2, capecitabine 75 %, 750 mg/m²")
    assert page.doses.why.text().startswith("Sore feet, cannot stand long. Decided by Priya Raman")
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert page.doses.why_title.text() == "Cycle 1, capecitabine 100 %"


def test_the_total_says_how_it_is_made_and_where_its_marks_come_from(qtbot: QtBot, session: Session) -> None:
    patient, *_ = clinic(session)
    _workspace, page = opened(qtbot, session, patient)
    press(qtbot, page.view.buttons["doses"])
    # 210 mg over 1.6304 m2 is 128.8 mg/m2, twice
    assert page.doses.sums.text().startswith("Oxaliplatin: 257.6 mg/m² given so far.")
    assert "850 mg/m²" in page.doses.marks.text()
    assert "to be verified by the site" in page.doses.marks.text()
    rows = {(row[0], row[1]): row for row in cells(page.doses.table)}
    assert rows["oxaliplatin", "1"][8] == "210 mg ÷ 1.6304 m² = 128.8 mg/m²"
    assert rows["capecitabine", "2"][6] == "sore feet, cannot stand long"
    assert "not counted" in page.doses.notes.text()
    assert [(name, given) for name, _before, _after, given in page.doses.total.bars()] == [("C1", True), ("C2", True)]


def test_what_was_given_before_the_takeover_is_unknown_and_said_so(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58")
    add_labs(session, patient)
    course = begin(session, patient, first_cycle=3)
    sign_and_give(session, patient, course, 3)
    _workspace, page = opened(qtbot, session, patient)
    press(qtbot, page.view.buttons["doses"])
    assert "Unknown before takeover" in page.doses.sums.text()
    assert page.doses.total.bars()[0][0] == "elsewhere ?"


def test_before_the_first_order_what_another_hospital_gave_is_said(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58")
    begin(session, patient, first_cycle=4, cumulative={"oxaliplatin": Decimal(390)})
    _workspace, page = opened(qtbot, session, patient)
    press(qtbot, page.view.buttons["doses"])
    words = page.stack.currentWidget().findChildren(type(page.labs.why), "trends_empty")[0].text()
    assert words.endswith("Given at another hospital: oxaliplatin 390 mg/m².")


def test_an_empty_view_says_what_to_do(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    _workspace, page = opened(qtbot, session, patient)
    words = []
    for name in ("labs", "events", "doses"):
        press(qtbot, page.view.buttons[name])
        found = page.stack.currentWidget().findChildren(type(page.labs.why), "trends_empty")
        words.append(found[0].text())
    assert ["Visit" in words[0], "Visit page" in words[1], "Dose page" in words[2]] == [True, True, True]


def test_reading_again_keeps_what_was_chosen(qtbot: QtBot, session: Session) -> None:
    patient, *_ = clinic(session)
    workspace, page = opened(qtbot, session, patient)
    page.labs.test.choose("platelets|10^9/L")
    press(qtbot, page.view.buttons["events"])
    page.events.chart.setFocus()
    qtbot.keyClick(page.events.chart, Qt.Key.Key_Home)
    before = page.figures()
    workspace.reload()
    qtbot.waitUntil(lambda: page.figures() is not before, timeout=10_000)
    assert page.labs.test.value() == "platelets|10^9/L"
    assert page.view.value() == "events"
    assert page.events.said.text().startswith("Nausea")


@pytest.mark.parametrize(("theme", "scale", "width"), [("dark", 100, 900), ("light", 200, 1600), ("light", 150, 1200)])
def test_every_view_is_painted_in_every_look(
    qtbot: QtBot, session: Session, qapp: QApplication, theme: str, scale: int, width: int
) -> None:
    apply_look(qapp, "dark" if theme == "dark" else "light", scale)
    patient, *_ = clinic(session)
    workspace, page = opened(qtbot, session, patient)
    workspace.resize(width, 1000)
    for name, chart in (("labs", page.labs.chart), ("events", page.events.chart), ("doses", page.doses.chart)):
        press(qtbot, page.view.buttons[name])
        picture = chart.grab().toImage()
        seen = {
            picture.pixel(QPoint(x, y)) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 3)
        }
        assert len(seen) > 6, name
        assert chart.width() >= chart.minimumSizeHint().width()
