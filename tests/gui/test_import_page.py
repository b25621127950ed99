"""The Import page by clicks, drops and keys: what is asked, shown, stored and saved, and for whom."""

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.exchange.import_page import ImportPage
from gui.outcomes.cohort_view import CohortView
from gui.session import Session
from gui.shell.window import MainWindow
from records.deeds import imports
from tests.gui.dose_clinic import add_patient, measure, settle
from tests.gui.file_answers import answer_file

LIST = """MRN;Name;Date of birth;Sex;Date;Weight (kg);Lab
0042-118;Seven, Patient;1958-03-01;f;02.03.2026;58,4;3,1
B-2;Müller, Anna;09.07.1961;w;02.03.2026;61,5;0,05
B-3;Ode, Per;12.12.1971;m;02.03.2026;6,15;2,4
"""
COHORT = (
    "id,start_date,best_response,Stage,Nausea grade\n1,05/01/2026,PR,IV,2\n"
    "2,06/01/2026,SD,III,0\n3,07/01/2026,XX,IV,0\n"
)


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> Iterator[MainWindow]:
    made = MainWindow(session.lookup)
    qtbot.addWidget(made)
    made.attach(session)
    made.resize(1360, 900)
    made.show()
    settle(qtbot, session)
    yield made


@pytest.fixture
def page(qtbot: QtBot, session: Session, window: MainWindow) -> ImportPage:
    """Opened from the settings, as a person does."""
    window.show_page("settings")
    settle(qtbot, session)
    button = window.current_page().findChild(QPushButton, "settings_import")
    assert isinstance(button, QPushButton)
    button.click()
    found = window.current_page()
    assert isinstance(found, ImportPage)
    return found


def rest(qtbot: QtBot, session: Session, page: ImportPage) -> None:
    qtbot.waitUntil(page.settled, timeout=30_000)
    settle(qtbot, session)
    qtbot.waitUntil(page.settled, timeout=30_000)


def click(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isVisible() and button.isEnabled(), button.objectName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def drop(page: ImportPage, *paths: Path) -> None:
    """Let go of files over the page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.drop.dropEvent(event)


def choose_by_keys(qtbot: QtBot, page: ImportPage, column: int, words: str) -> None:
    """Open the list of a column and type what it is."""
    combo = page.columns.combos[column]
    combo.setFocus()
    QTest.keyClicks(combo, words)


def test_a_list_is_dropped_asked_about_shown_stored_and_its_refused_rows_saved(
    qtbot: QtBot, session: Session, page: ImportPage, tmp_path: Path
) -> None:
    known = add_patient(session)
    measure(session, known, "165", "58.4")
    path = tmp_path / "list.csv"
    path.write_text(LIST, "utf-8")
    drop(page, path, path)
    assert "one file" in page.strip.text()
    drop(page, path)
    rest(qtbot, session, page)
    assert "two ways" in page.lacks.text() and not page.store_button.isEnabled()
    assert page.questions.dates.isVisible() and page.questions.dates.value() is None
    assert page.questions.numbers.value() == "comma"  # no cell speaks against it
    page.questions.dates.combo.setFocus()
    QTest.keyClicks(page.questions.dates.combo, "day")
    choose_by_keys(qtbot, page, 6, "Neutr")
    assert page.columns.mapping()[6] == "lab:neutrophils:10^9/L"
    rest(qtbot, session, page)
    assert [(row.read.place, row.state) for row in page.rows.shown()] == [(2, "store"), (3, "store"), (4, "refused")]
    assert page.store_button.text() == "S&tore 2 rows"
    qtbot.mouseClick(page.rows.filter.buttons["noted"], Qt.MouseButton.LeftButton)
    page.rows.table.selectRow(0)
    assert "new patient Müller, Anna".casefold() in page.rows.about.text().casefold()
    assert "Unusual" in page.rows.note.text()
    target = tmp_path / "again"
    click(qtbot, page.refused_button)
    answer_file(qtbot, target)
    settle(qtbot, session)
    with (tmp_path / "again.csv").open(encoding="utf-8-sig", newline="") as file:
        heads, refused = csv.reader(file)
    assert heads[:3] == ["row", "refused_because", "MRN"] and refused[0] == "4" and "6.15 kg" in refused[1]
    click(qtbot, page.store_button)
    rest(qtbot, session, page)
    assert "New patients: 1, values: 3" in page.strip.text()
    assert [row.state for row in page.rows.shown()] == ["there"] or page.rows.filter.value() == "all"
    assert {row.state for row in page._looked.rows} == {"there", "refused"} and not page.store_button.isEnabled()
    (new,) = [one for one in session.actions.all_patients().result(30) if one != known.id]
    space = session.actions.workspace(new).result(30)
    assert space.patient.entry.birth_date == date(1961, 7, 9)
    assert [one.value for one in space.measurements] == [Decimal("61.5")]
    assert [(one.analyte, one.value) for one in space.labs] == [("neutrophils", Decimal("0.05"))]
    click(qtbot, page.back_button)


def test_letters_that_are_not_utf_8_are_asked_for_before_anything_is_read(
    qtbot: QtBot, session: Session, page: ImportPage, tmp_path: Path
) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes(LIST.replace(";02.03.2026;", ";2026-03-02;").encode("cp1252"))
    page.open(path)
    rest(qtbot, session, page)
    assert "letters" in page.lacks.text() and page.how_card.isHidden() and not page.store_button.isEnabled()
    page.questions.encoding.combo.setFocus()
    QTest.keyClicks(page.questions.encoding.combo, "Win")
    rest(qtbot, session, page)
    assert page.how_card.isVisible() and "Müller" in page._opened.table.rows[1].cells[1]  # type: ignore[union-attr]


def test_a_cohort_is_kept_and_shown_on_the_outcomes_page(
    qtbot: QtBot,
    session: Session,
    window: MainWindow,
    page: ImportPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "study 1.csv"
    path.write_text(COHORT, "utf-8")
    page.open(path)
    rest(qtbot, session, page)
    assert page.what.value() == "cohort" and page.cohort_title.text() == "study 1"
    page.questions.dates.combo.setFocus()
    QTest.keyClicks(page.questions.dates.combo, "day")
    rest(qtbot, session, page)
    assert [row.state for row in page.rows.shown()] == ["store", "store", "refused"]
    assert "best_response" in page.rows.shown()[2].why.lower()
    click(qtbot, page.store_button)
    rest(qtbot, session, page)
    assert "study 1: 2 patients" in page.strip.text()
    monkeypatch.setattr(CohortView, "_sum_up", lambda _view: None)  # reckoning has tests of its own
    view = CohortView(session)
    qtbot.addWidget(view)
    view.show()
    settle(qtbot, session)
    click(qtbot, view.kept.open_button)
    qtbot.waitUntil(lambda: view._cohort is not None)
    cohort = view._cohort
    assert cohort is not None and [one.start for one in cohort.patients] == [date(2026, 1, 5), date(2026, 1, 6)]
    assert cohort.values_of("stage") == ("III", "IV") and not cohort.keys
    assert cohort.events is not None and [(one.term, one.grade) for one in cohort.events] == [("Nausea", 2)]
    click(qtbot, view.kept.drop_button)
    settle(qtbot, session)
    assert view.kept.isHidden() and session.actions.cohorts().result(30) == ()


def test_a_bundle_lists_what_it_does_not_take_over(
    qtbot: QtBot, session: Session, page: ImportPage, tmp_path: Path
) -> None:
    patient = {
        "resourceType": "Patient", "id": "p", "identifier": [{"value": "F-1"}], "gender": "male",
        "birthDate": "1950-02-03", "name": [{"text": "Ode, Per"}],
    }  # fmt: skip
    entries = [{"fullUrl": "urn:uuid:p", "resource": patient}, {"resource": {"resourceType": "Condition", "id": "c"}}]
    path = tmp_path / "bundle.json"
    path.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}), "utf-8")
    page.open(path)
    rest(qtbot, session, page)
    assert page.how_card.isHidden() and page.what.isHidden()
    assert [row.state for row in page.rows.shown()] == ["store", "refused"]
    assert "Condition is not taken over" in page.rows.shown()[1].why
    click(qtbot, page.store_button)
    rest(qtbot, session, page)
    assert len(session.actions.all_patients().result(30)) == 1


def test_storing_is_stopped_in_the_middle_and_nothing_is_stored(
    qtbot: QtBot, session: Session, page: ImportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, goes_on = Event(), Event()
    monkeypatch.setattr(imports, "CHUNK", 1)
    true_store: Callable[..., None] = imports.store_patients

    def slow(*said: object) -> None:
        true_store(*said)
        reached.set()
        assert goes_on.wait(30)

    monkeypatch.setattr(imports, "store_patients", slow)
    path = tmp_path / "list.csv"
    path.write_text("mrn,name,dob,sex\nA,Ode Per,1950-01-02,m\nB,Vega Ines,1960-01-02,f\n", "utf-8")
    page.open(path)
    rest(qtbot, session, page)
    click(qtbot, page.store_button)
    qtbot.waitUntil(reached.is_set)
    qtbot.waitUntil(page.stop_button.isVisible)
    assert not page.drop.isEnabled() and not page.back_button.isEnabled()
    click(qtbot, page.stop_button)
    goes_on.set()
    rest(qtbot, session, page)
    assert page.strip.text() == "Stopped. Nothing of the file was stored." and page.drop.isEnabled()
    assert session.actions.all_patients().result(30) == () and page.store_button.isEnabled()


def test_records_that_changed_since_the_preview_refuse_the_whole_file(
    qtbot: QtBot, session: Session, page: ImportPage, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("mrn,name,dob,sex\n0042-118,Other,1950-01-02,f\nB,Vega Ines,1960-01-02,f\n", "utf-8")
    page.open(path)
    rest(qtbot, session, page)
    add_patient(session)  # at another place: the same number with another birth date
    click(qtbot, page.store_button)
    rest(qtbot, session, page)
    assert "Nothing was stored" in page.strip.text() and "read it again" in page.strip.text()
    assert len(session.actions.all_patients().result(30)) == 1


def test_who_may_not_import_sees_why_and_a_file_that_is_none_is_refused(
    qtbot: QtBot, session: Session, page: ImportPage, tmp_path: Path
) -> None:
    session.set_person(session.actions.add_person("Nina Boyle", "nurse").result(30))
    path = tmp_path / "list.csv"
    path.write_text("mrn,name,dob,sex\nA,Ode Per,1950-01-02,m\n", "utf-8")
    page.open(path)
    rest(qtbot, session, page)
    assert "pharmacist or prescriber" in page.allowed.text() and not page.store_button.isEnabled()
    page.open(tmp_path / "missing.csv")
    rest(qtbot, session, page)
    assert page.strip.text().startswith("Not read") and page.rows_card.isHidden()


def test_thousands_of_rows_are_read_and_shown_while_the_window_goes_on(
    qtbot: QtBot, session: Session, page: ImportPage, tmp_path: Path
) -> None:
    lines = [f"N{n},Person {n},{1930 + n % 60}-0{1 + n % 9}-1{n % 9},f,2026-03-02,61.5" for n in range(2_000)]
    path = tmp_path / "many.csv"
    path.write_text("\n".join(["mrn,name,dob,sex,date,weight kg", *lines]), "utf-8")
    page.open(path)
    turns = 0

    def turned() -> bool:
        nonlocal turns
        turns += 1
        return page.settled() and len(page._looked.rows) == 2_000

    qtbot.waitUntil(turned, timeout=60_000)
    assert turns > 5 and page.store_button.text() == "S&tore 2000 rows"
    assert page.rows.table.rows.rowCount() == 2_000
    ids: set[UUID | None] = {row.patient_id for row in page._looked.rows}
    assert len(ids) == 2_000
