"""The comparison of regimens on the Outcomes page, used by hand (scenario 20)."""

import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.outcomes.burden_view import BurdenView
from gui.outcomes.outcomes_page import OutcomesPage
from gui.session import Session
from gui.shell.window import MainWindow
from records.values.core import PatientEntry
from tests.gui.file_answers import answer_file
from tests.gui.shell_parts import click, open_window, settled, store_patient

pytestmark = pytest.mark.usefixtures("one_worker")

WORKER_MS = 60_000  # a process has to start


@pytest.fixture
def window(session: Session, qtbot: QtBot) -> MainWindow:
    return open_window(session, qtbot)


def open_view(window: MainWindow, qtbot: QtBot) -> BurdenView:
    """Outcomes by its key; the comparison stands."""
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    page = window.current_page()
    assert isinstance(page, OutcomesPage)
    view = page.views["burden"]
    assert isinstance(view, BurdenView)
    qtbot.waitUntil(view.settled, timeout=WORKER_MS)
    return view


def column(view: BurdenView, regimen: str) -> dict[str, str]:
    """Title of the row -> what stands in the regimen's column of the table."""
    found = view.comparison()
    assert found is not None
    place = [one.chosen.regimen for one in found.columns].index(regimen) + 1
    model = view.table.rows
    return {model.row(row).cells[0]: model.row(row).cells[place] for row in range(model.rowCount())}


def type_into(field: object, text: str) -> None:
    edit = field.edit  # type: ignore[attr-defined]
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def test_scenario_20_visits_and_tablets_over_24_weeks(window: MainWindow, qtbot: QtBot) -> None:
    view = open_view(window, qtbot)
    capox = column(view, "ici-capox")
    assert (capox["Visits for an infusion"], capox["Tablets"]) == ("8", "896")
    assert capox["Tablets by strength"] == "672 × 500 mg + 224 × 150 mg"
    for regimen, visits in (
        ("gc", "16"), ("gc-durvalumab", "16"), ("gc-pembrolizumab", "16"), ("gemox-d1d8", "16"),
        ("gemox-both-days", "16"), ("gemox-q14", "12"),
    ):  # fmt: skip
        assert (column(view, regimen)["Visits for an infusion"], column(view, regimen)["Tablets"]) == (visits, "0")
    assert [bar.words for bar in view.chart.bars("visits")] == ["8", "16", "16", "16", "16", "16", "12"]


def test_it_says_that_it_is_no_advice_and_from_which_file_each_column_is(window: MainWindow, qtbot: QtBot) -> None:
    from regimen.library import load_regimen

    view = open_view(window, qtbot)
    assert view.not_advice.isVisible() and "not advice" in view.not_advice.text()
    file = load_regimen("gemox-q14")
    shown = column(view, "gemox-q14")
    assert (shown["From the file"], shown["Version"], shown["Hash"]) == (
        "gemox-q14", f"{file.version} ({file.status})", file.sha256[:12]
    )  # fmt: skip
    assert "GEMOX every 14 days: Gemcitabine level: 1000 mg/m2" in view.levels.text()


def test_weeks_regimens_and_options_are_chosen(window: MainWindow, qtbot: QtBot) -> None:
    view = open_view(window, qtbot)
    click(qtbot, view.change_button)
    type_into(view.choice.weeks, "12")
    row = view.choice.rows["gc-durvalumab"]
    row.tick.setFocus()
    QTest.keyClick(row.tick, Qt.Key.Key_Space)
    option = view.choice.rows["ici-capox"].options["ici"]
    option.combo.setFocus()
    QTest.keyClicks(option.combo, "niv")
    qtbot.waitUntil(view.settled, timeout=WORKER_MS)
    found = view.comparison()
    assert found is not None and found.asked.weeks == 12
    assert [one.name for one in found.columns][:3] == ["CAPOX + nivolumab", "GC", "GC + pembrolizumab"]
    assert column(view, "ici-capox")["Visits for an infusion"] == "4"


def test_a_week_that_is_none_is_refused_beside_its_field_and_the_figures_stay(window: MainWindow, qtbot: QtBot) -> None:
    view = open_view(window, qtbot)
    click(qtbot, view.change_button)
    type_into(view.choice.weeks, "0")
    assert "cannot be right" in view.choice.weeks.message.text()
    assert column(view, "ici-capox")["Visits for an infusion"] == "8"


def test_without_any_regimen_it_asks_for_one(window: MainWindow, qtbot: QtBot) -> None:
    view = open_view(window, qtbot)
    click(qtbot, view.change_button)
    for row in view.choice.rows.values():
        row.tick.setChecked(False)
    qtbot.waitUntil(lambda: "at least one regimen" in view.message.text())


def test_the_open_patients_size_is_taken_and_no_name_goes_onto_the_page(
    window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    entry = PatientEntry("Ferrari, Zoë", (("MRN", "77-1"),), date(1958, 3, 1), "female", allergies_asked=True)
    patient = store_patient(session, entry)
    for kind, value in (("height_cm", Decimal("182")), ("weight_kg", Decimal("104"))):
        session.actions.measure(session.person, uuid4(), patient.id, kind, value, session.today).result(30)
    window.open_patient(patient.id)
    settled(session, qtbot)
    view = open_view(window, qtbot)
    click(qtbot, view.change_button)
    click(qtbot, view.choice.whose.buttons["patient"])
    settled(session, qtbot)
    qtbot.waitUntil(view.settled, timeout=WORKER_MS)
    found = view.comparison()
    assert found is not None and found.asked.size.whose == "patient"
    assert int(column(view, "ici-capox")["Tablets"]) > 896
    click(qtbot, view.page.show_button)
    qtbot.waitUntil(lambda: bool(view.page.data()), timeout=WORKER_MS)
    path = tmp_path / "page.pdf"
    click(qtbot, view.page.save_button)
    answer_file(qtbot, path)
    settled(session, qtbot)
    text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    assert "Ferrari" not in text and "77-1" not in text and "a person of 182 cm and 104 kg" in text
    assert "This is not advice" in text and "ici-capox, version" in text


def test_the_sites_own_minutes_are_set_and_counted(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    view = open_view(window, qtbot)
    before = column(view, "gc")
    assert (before["Time on the way"], "not set" in view.summary.text()) == ("0 h", True)
    settings = window.show_page("settings")
    type_into(settings.times.travel, "60")  # type: ignore[union-attr]
    type_into(settings.times.chair, "30")  # type: ignore[union-attr]
    click(qtbot, settings.save_button)  # type: ignore[union-attr]
    settled(session, qtbot)
    assert (session.settings.travel_minutes, session.settings.chair_minutes) == (60, 30)
    qtbot.waitUntil(view.settled, timeout=WORKER_MS)
    assert column(view, "gc")["Time on the way"] == "32 h"


def test_the_window_loads_nothing_heavy_for_it(project_folder: Path) -> None:
    probe = (
        "import sys; sys.path[:0] = ['.', 'calendar']; import outcomes.worker, gui.outcomes.burden_view;"
        "heavy = {'scipy', 'numpy', 'matplotlib', 'pandas', 'reportlab', 'sqlalchemy', 'holidays'};"
        "sys.stdout.write(','.join(heavy & set(sys.modules)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", probe], cwd=project_folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")
