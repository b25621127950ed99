"""A cohort on the Outcomes page, opened, filtered and read by keys; the proportions of the study."""

from concurrent.futures import Future
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.outcomes.cohort_view import CohortView
from gui.outcomes.outcomes_page import OutcomesPage
from gui.session import Session
from gui.shell.window import MainWindow
from records.errors import StoreUnavailable
from tests.gui.file_answers import answer_file
from tests.gui.shell_parts import click, open_window

pytestmark = pytest.mark.usefixtures("one_worker")

WORKER_MS = 60_000  # a process has to start and load its libraries


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> CohortView:
    window = open_window(session, qtbot)
    return open_cohort(window, qtbot)


def open_cohort(window: MainWindow, qtbot: QtBot) -> CohortView:
    page = window.show_page("outcomes")
    assert isinstance(page, OutcomesPage)
    click(qtbot, page.view.buttons["cohort"])
    view = page.views["cohort"]
    assert isinstance(view, CohortView)
    return view


def open_demo(view: CohortView, qtbot: QtBot) -> None:
    click(qtbot, view.demo_button)
    ready(view, qtbot)


def ready(view: CohortView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: view.answer() is not None and view.settled(), timeout=WORKER_MS)


def part(view: CohortView, qtbot: QtBot, name: str) -> list[tuple[str, ...]]:
    click(qtbot, view.part.buttons[name])
    ready(view, qtbot)
    return [row.cells for row in view.table_shown().rows]


def choose(view: CohortView, qtbot: QtBot, field: object, words: str) -> None:
    combo = field.combo  # type: ignore[attr-defined]
    combo.setFocus()
    QTest.keyClicks(combo, words)
    qtbot.waitUntil(lambda: combo.currentText().casefold().startswith(words.casefold()))
    ready(view, qtbot)


def test_nothing_is_read_before_somebody_opens_something(view: CohortView) -> None:
    assert view.answer() is None and not view.figures.isVisible() and not view.events_button.isEnabled()


def test_the_studys_proportions_with_its_own_limits(view: CohortView, qtbot: QtBot) -> None:
    open_demo(view, qtbot)
    choose(view, qtbot, view.choice.interval, "Wilson with")
    rows = part(view, qtbot, "response")
    assert rows[0] == ("Objective response (CR + PR)", "of evaluable patients", "12/26", "46.2 %", "27.1 to 66.3")
    assert rows[2] == ("Disease control (CR + PR + SD)", "of evaluable patients", "18/26", "69.2 %", "48.1 to 84.9")
    assert "Wilson with continuity correction" in view.rules.text()


def test_related_events_of_grade_3_and_4_are_told_apart(view: CohortView, qtbot: QtBot) -> None:
    open_demo(view, qtbot)
    rows = part(view, qtbot, "events")
    assert rows[1][0] == "Any, related to treatment" and rows[1][3] == "9 (32.1 %)"
    assert int(rows[0][3].split()[0]) > 9  # with those nobody laid to treatment
    assert "at the highest grade; 28 treated patients" in view.rules.text()


def test_a_cell_leads_to_the_patients_it_counts(view: CohortView, qtbot: QtBot) -> None:
    open_demo(view, qtbot)
    part(view, qtbot, "events")
    index = view.table.model().index(1, 3)
    view.table.setFocus()
    view.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert view.behind.isVisible() and view.behind.heading.text() == "9 patients behind: Any, related to treatment"
    assert view.behind_table.rows.rowCount() == 9
    QTest.keyClick(view.table, Qt.Key.Key_Left)  # grade 1-2 of the same row
    assert view.behind.heading.text().startswith("19 patients behind")


def test_curves_name_their_rule_and_their_limits(view: CohortView, qtbot: QtBot) -> None:
    open_demo(view, qtbot)
    rows = part(view, qtbot, "survival")
    assert [row[0] for row in rows[:3]] == ["Progression-free survival", "Overall survival", "Duration of response"]
    assert rows[0][1:3] == ("28", "24") and rows[2][1] == "12"
    assert "treatment policy" in view.rules.text() and "log-log" in view.rules.text()
    assert "only 9 events" in view.notes.text()
    choose(view, qtbot, view.choice.by, "Sex")
    rows = part(view, qtbot, "survival")
    assert [row[0].strip() for row in rows[:4]] == [
        "Progression-free survival", "female", "male", "log-rank of 2 groups",
    ]  # fmt: skip
    image = view.plot.picture.image()
    assert image is not None and abs(image.width() - view.plot.picture.width() * view.devicePixelRatioF()) <= 2


def test_three_sites_are_compared_and_scans_planned_further_apart_are_not_missed(
    view: CohortView, qtbot: QtBot
) -> None:
    open_demo(view, qtbot)
    choose(view, qtbot, view.choice.by, "Primary site")
    rows = part(view, qtbot, "survival")
    assert (rows[4][0].strip(), rows[4][3][:4]) == ("log-rank of 3 groups", "p = ")
    choose(view, qtbot, view.choice.rule, "strict")
    strict = part(view, qtbot, "survival")[0]
    edit = view.choice.scan_days.edit
    edit.selectAll()
    QTest.keyClicks(edit, "7")
    qtbot.waitUntil(lambda: view.settled() and part(view, qtbot, "survival")[0] != strict, timeout=WORKER_MS)
    answer = view.answer()
    assert answer is not None and answer.summary.choices.scan_every_days == 7
    assert int(part(view, qtbot, "survival")[0][2]) < int(strict[2]), "missed scans censor more"


def test_a_filter_changes_every_figure_and_says_how_many_are_left(view: CohortView, qtbot: QtBot) -> None:
    open_demo(view, qtbot)
    choose(view, qtbot, view.choice.filters["site"], "gall")
    answer = view.answer()
    assert answer is not None and {one.factors["site"] for one in answer.cohort.patients} == {"gallbladder"}
    assert f"{len(answer.cohort.patients)} of 28 patients" in view.summary.text()
    rows = part(view, qtbot, "baseline")
    assert ("Primary site", "gallbladder", str(len(answer.cohort.patients)), "100.0") in rows


def test_a_filter_that_leaves_nobody_says_so_and_keeps_the_figures(view: CohortView, qtbot: QtBot) -> None:
    open_demo(view, qtbot)
    view.choice.first.edit.setFocus()
    QTest.keyClicks(view.choice.first.edit, "2030-01-01")
    qtbot.waitUntil(lambda: "Nobody passes" in view.message.text(), timeout=WORKER_MS)
    answer = view.answer()
    assert answer is not None and len(answer.cohort.patients) == 28


def test_a_file_that_cannot_be_read_is_refused_with_its_lines(view: CohortView, qtbot: QtBot, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("id,start_date\nA,2026-13-01\nA,2026-01-01\n", "utf-8")
    click(qtbot, view.open_button)
    answer_file(qtbot, bad)
    qtbot.waitUntil(lambda: "two rows" in view.message.text(), timeout=WORKER_MS)
    assert "line 2" in view.message.text().casefold() and view.answer() is None


def test_kept_cohorts_that_cannot_be_read_are_not_taken_for_none(
    view: CohortView, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Future[object] = Future()
    monkeypatch.setattr(session.actions, "cohorts", lambda: asked)
    view.kept.look()
    asked.set_exception(StoreUnavailable("The server of the records does not answer."))
    qtbot.waitUntil(lambda: "does not answer" in view.message.text())
    assert view.kept.isHidden()


def test_a_plot_is_saved_as_pdf_svg_and_png(view: CohortView, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    open_demo(view, qtbot)
    part(view, qtbot, "survival")
    for kind in ("pdf", "svg", "png"):
        path = tmp_path / f"plot.{kind}"
        click(qtbot, view.plot.buttons[kind])
        answer_file(qtbot, path)
        qtbot.waitUntil(path.is_file, timeout=WORKER_MS)
    text = PdfReader(tmp_path / "plot.pdf").pages[0].extract_text()
    assert "Progression-free survival" in text and "24 events in 28" in text and "At risk" in text
    assert ">Months since the first dose<" in (tmp_path / "plot.svg").read_text("utf-8")
    assert (tmp_path / "plot.png").read_bytes().startswith(b"\x89PNG")
    qtbot.waitUntil(lambda: session.link.waiting() == 0)


def test_everything_shown_is_saved_as_one_report(
    view: CohortView, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    open_demo(view, qtbot)
    choose(view, qtbot, view.choice.interval, "Wilson with")
    path = tmp_path / "report.pdf"
    click(qtbot, view.report_button)
    answer_file(qtbot, path)
    qtbot.waitUntil(lambda: "Saved as report.pdf" in view.message.text(), timeout=WORKER_MS)
    pages = [page.extract_text() for page in PdfReader(path).pages]
    text = "\n".join(pages)
    assert "28 of 28 patients of cohort.csv" in text and "27.1 to 66.3" in text and "only 9 events" in text
    assert "Any, related to treatment" in text and "9 (32.1 %)" in text
    assert "Who stands behind each figure" in text and "Objective response (CR + PR), of evaluable" in text
    assert sum("Months since the first" in page for page in pages) == 5 and "not for clinical use" in pages[0]
    qtbot.waitUntil(lambda: session.link.waiting() == 0)
