"""Plots of a cohort under a person's pointer and keys: each mark says its number and leads to its patients."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.outcomes.cohort_view import CohortView
from gui.outcomes.in_sight import bring_in_sight
from gui.outcomes.picture import Picture
from gui.outcomes.pointing import mark_at, next_mark
from gui.session import Session
from gui.theme.look import apply_look
from outcomes.plots.values import Mark
from tests.gui.course_clinic import give, sign
from tests.gui.file_answers import answer_file
from tests.gui.response_clinic import SECOND, scan, scenario_19
from tests.gui.shell_parts import click, open_window
from tests.gui.test_cohort_view import WORKER_MS, open_cohort, open_demo, part, ready

pytestmark = pytest.mark.usefixtures("one_worker")

BAR = Mark(0.2, 0.2, 0.4, 0.1, "bar", ("A",), 0)
STAR = Mark(0.3, 0.25, 0.0, 0.0, "star", ("A",), 0)
LOWER = Mark(0.25, 0.6, 0.0, 0.0, "lower", ("B",), 1)
SIZE = (1000, 500)


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> CohortView:
    return open_cohort(open_window(session, qtbot), qtbot)


def show(view: CohortView, qtbot: QtBot, name: str, kind: str) -> Picture:
    part(view, qtbot, name)
    if view.plot.kind.value() != kind:
        click(qtbot, view.plot.kind.buttons[kind])
    ready(view, qtbot)
    view.plot.picture.setFocus()
    return view.plot.picture


def hover(qtbot: QtBot, picture: Picture, spot: QPoint) -> str:
    bring_in_sight(picture, spot)
    qtbot.mouseMove(picture, spot - QPoint(0, 60))
    qtbot.mouseMove(picture, spot)
    qtbot.waitUntil(lambda: picture.pointed() is not None)
    return picture.said()


def find(picture: Picture, words: str) -> int:
    return next(place for place, mark in enumerate(picture.marks()) if words in mark.words)


@pytest.mark.parametrize(
    ("spot", "found"),
    [((400, 130), 0), ((302, 126), 1), ((255, 296), 2), ((100, 400), None), ((195, 120), 0), ((185, 120), None)],
)
def test_what_lies_nearest_is_pointed_at_and_a_shape_goes_before_its_bar(
    spot: tuple[float, float], found: int | None
) -> None:
    assert mark_at((BAR, STAR, LOWER), "mark", spot, SIZE, 9) == found


def test_beside_a_curve_its_step_there_is_pointed_at() -> None:
    steps = (Mark(0.1, 0.2, 0.3, 0.0, "1", ()), Mark(0.4, 0.5, 0.2, 0.0, "2", ()))
    assert [mark_at(steps, "line", (x, 230), SIZE, 9) for x in (50, 150, 500, 700)] == [None, 0, 1, None]


def test_arrow_keys_go_along_a_series_and_to_the_next_one() -> None:
    marks = (BAR, STAR, LOWER)
    assert [next_mark(marks, 0, way) for way in ("right", "left", "down", "up", "end")] == [1, 0, 2, 0, 1]
    assert next_mark(marks, None, "right") == 0 and next_mark((), None, "right") is None


def test_a_step_of_a_curve_says_time_survival_limits_and_who(view: CohortView, qtbot: QtBot) -> None:
    open_demo(view, qtbot)
    picture = show(view, qtbot, "survival", "pfs")
    answer = view.answer()
    assert answer is not None
    steps = {f"(day {one.days})": one for one in answer.summary.endpoints["pfs"].curve.steps if one.events == 1}
    place, step = next(
        (find(picture, words), one)
        for words, one in steps.items()
        if picture.marks()[find(picture, words)].wide > 0.02 and one.days > 0
    )
    spot = picture.spot_of(place)
    said = hover(qtbot, picture, spot + QPoint(0, 25))
    assert f"{step.at_risk} at risk just before" in said and "95 % limits" in said and "1 event, 0 censored: D" in said
    QTest.keyClick(picture, Qt.Key.Key_Right)  # from the keys' own beginning: everybody at risk
    assert picture.said() == "nobody has reached the end; 28 at risk"
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert picture.said().startswith("0.0 months (day 0): 100.0 %") and picture.said() in picture.accessibleName()
    QTest.keyClick(picture, Qt.Key.Key_Return)  # a file names nobody who could be opened: the list
    assert view.behind.isVisible() and view.behind_table.rows.row(0).cells[0] == "D21"


def test_a_cell_of_the_heat_map_leads_to_all_its_patients(view: CohortView, qtbot: QtBot) -> None:
    open_demo(view, qtbot)
    picture = show(view, qtbot, "events", "heat")
    place = find(picture, "Platelet count decreased, related to treatment, grade 3-4")
    ids = picture.marks()[place].ids
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.spot_of(place))
    assert view.behind.isVisible()
    rows = view.behind_table.rows
    assert [rows.row(number).cells[0] for number in range(rows.rowCount())] == list(ids)
    assert len(ids) == 3 and "3 patients behind" in view.behind.heading.text()
    assert view.window().focusWidget() is view.behind_table


def test_dark_has_a_picture_of_its_own(view: CohortView, qtbot: QtBot, qapp: QApplication) -> None:
    open_demo(view, qtbot)
    picture = show(view, qtbot, "response", "spider")
    light = picture.image()
    assert light is not None and light.pixelColor(3, 3).lightness() > 200
    apply_look(qapp, "dark", 100)
    qtbot.waitUntil(lambda: view.plot.settled() and picture.image() is not light, timeout=WORKER_MS)
    dark = picture.image()
    assert dark is not None and dark.pixelColor(3, 3).lightness() < 80


def test_the_numbers_of_a_plot_stand_below_it_and_are_saved(
    view: CohortView, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    open_demo(view, qtbot)
    picture = show(view, qtbot, "response", "spider")
    table = view.plot.plot_table()
    assert len(table.rows) == len(picture.marks()) and view.plot.table.rows.rowCount() == len(table.rows)
    path = tmp_path / "spider.csv"
    click(qtbot, view.plot.table_button)
    answer_file(qtbot, path)
    qtbot.waitUntil(path.is_file, timeout=WORKER_MS)
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith('"Patient","Best response","Scan"') and len(lines) == 1 + len(table.rows)
    qtbot.waitUntil(lambda: session.link.waiting() == 0)


def test_a_mark_of_one_patient_opens_the_patient_on_the_response_page(session: Session, qtbot: QtBot) -> None:
    patient, course = scenario_19(session)
    give(session, sign(session, course))
    followed = {one.entry.name: one for one in session.actions.workspace(patient.id).result(30).lesions}
    scan(session, course, followed, SECOND, "25", "13", "12")
    view = open_cohort(open_window(session, qtbot), qtbot)
    click(qtbot, view.records_button)
    ready(view, qtbot)
    picture = show(view, qtbot, "response", "spider")
    assert [mark.words.split(": ")[1] for mark in picture.marks()] == ["-38.1 % from baseline", "-40.5 % from baseline"]
    opened: list[tuple[UUID, str]] = []
    session.open_patient.connect(lambda ident, page: opened.append((ident, page)))
    assert hover(qtbot, picture, picture.spot_of(1)).startswith("R01 (PR), 3.4 months, 2026-06-15")
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=picture.spot_of(1))
    QTest.keyClick(picture, Qt.Key.Key_Left)
    QTest.keyClick(picture, Qt.Key.Key_Return)
    assert opened == [(patient.id, "response")] * 2
    qtbot.waitUntil(lambda: session.link.waiting() == 0)
