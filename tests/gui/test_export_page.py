"""The Export page by clicks and keys: what is chosen, where it goes, how far it is, what came of it, and for whom."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.exchange.export_page import ExportPage
from gui.session import Session
from gui.shell.window import MainWindow
from records.values.exchange import Traced
from tests.gui.dose_clinic import settle
from tests.gui.file_answers import answer_file
from tests.records.examples import ENTRY, Store

Where = Callable[[str], str]


@pytest.fixture
def patients(session: Session) -> tuple[UUID, ...]:
    """Two patients, the first with a course."""
    store = Store(session.actions, session.person)
    first = store.course(store.patient()).patient_id
    other = store.patient(ENTRY.__class__("Second One", (("MRN", "77"), ("Ward", "3")), date(1950, 5, 5), "female"))
    return first, other.id


@pytest.fixture
def where(qtbot: QtBot, tmp_path: Path) -> Where:
    """What the person types into the system's own dialog for a place; "" is Cancel."""
    return lambda name: answer_file(qtbot, tmp_path / name if name else "")


@pytest.fixture
def window(qtbot: QtBot, session: Session, patients: tuple[UUID, ...]) -> Iterator[MainWindow]:
    made = MainWindow(session.lookup)
    qtbot.addWidget(made)
    made.attach(session)
    made.resize(1360, 860)
    made.show()
    settle(qtbot, session)
    yield made


def page_of(qtbot: QtBot, session: Session, window: MainWindow, *who: object) -> ExportPage:
    window.export(*who)  # type: ignore[arg-type]
    settle(qtbot, session)
    page = window.current_page()
    assert isinstance(page, ExportPage)
    return page


def click(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isVisible() and button.isEnabled(), button.objectName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, page: ExportPage, field: str, value: str) -> None:
    qtbot.mouseClick(getattr(page, field).buttons[value], Qt.MouseButton.LeftButton)


def test_a_patient_is_exported_from_their_own_page(
    qtbot: QtBot, session: Session, window: MainWindow, patients: tuple[UUID, ...], where: Where, tmp_path: Path
) -> None:
    window.open_patient(patients[0])
    settle(qtbot, session)
    button = window.current_page().findChild(QPushButton, "export_patient")
    assert isinstance(button, QPushButton)
    click(qtbot, button)
    settle(qtbot, session)
    page = window.current_page()
    assert isinstance(page, ExportPage) and ENTRY.name in page.who.text()
    choose(qtbot, page, "names", "with")
    click(qtbot, page.go_button)
    where("one")
    settle(qtbot, session)
    assert "Patients: 1" in page.strip.text() and "one.xlsx" in page.strip.text()
    assert load_workbook(tmp_path / "one.xlsx")["patients"]["B2"].value == ENTRY.name
    (line,) = [one for one in session.actions.history(patients[0]).result(30) if one.action == "export"]
    assert "with names, 1 patient" in line.why
    click(qtbot, page.back_button)
    settle(qtbot, session)
    assert window.current_name() == "workspace"


def test_everybody_is_exported_from_the_settings_under_pseudonyms(
    qtbot: QtBot, session: Session, window: MainWindow, patients: tuple[UUID, ...], where: Where, tmp_path: Path
) -> None:
    window.show_page("settings")
    settle(qtbot, session)
    button = window.current_page().findChild(QPushButton, "settings_export")
    assert isinstance(button, QPushButton)
    button.click()
    settle(qtbot, session)
    page = window.current_page()
    assert isinstance(page, ExportPage) and page.who.text() == "Everybody in the records: 2 patients"
    choose(qtbot, page, "kind", "csv")
    click(qtbot, page.go_button)
    where("all")
    settle(qtbot, session)
    rows = (tmp_path / "all" / "patients.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 3 and ENTRY.name not in "".join(rows)
    for patient in patients:
        assert [one for one in session.actions.history(patient).result(30) if one.action == "export de-identified"]


def test_a_bundle_has_names_and_offers_no_other(qtbot: QtBot, session: Session, window: MainWindow) -> None:
    page = page_of(qtbot, session, window)
    choose(qtbot, page, "kind", "fhir")
    assert page.names.isHidden() and page.dates.isHidden() and page.key_file.isHidden()
    assert "Everything that is on record" in page.about_names.text()
    choose(qtbot, page, "kind", "sdtm")
    assert not page.names.isHidden() and not page.dates.isHidden()


def test_without_a_place_nothing_happens(qtbot: QtBot, session: Session, window: MainWindow, where: Where) -> None:
    page = page_of(qtbot, session, window)
    click(qtbot, page.go_button)
    where("")
    settle(qtbot, session)
    assert page.strip.isHidden() and page.go_button.isEnabled()


def test_a_name_that_is_taken_is_refused_in_words(
    qtbot: QtBot, session: Session, window: MainWindow, where: Where, tmp_path: Path
) -> None:
    page = page_of(qtbot, session, window)
    choose(qtbot, page, "kind", "csv")
    (tmp_path / "taken").mkdir()
    page.run(tmp_path / "taken")
    settle(qtbot, session)
    assert "is there already" in page.strip.text()


def test_stopped_in_the_middle_nothing_is_written_and_it_says_so(
    qtbot: QtBot, session: Session, window: MainWindow, where: Where, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(qtbot, session, window)
    reached, goes_on = Event(), Event()
    true_traced = session.actions.traced

    def slow(patient_id: UUID) -> object:
        reached.set()
        assert goes_on.wait(30)
        return true_traced(patient_id)

    monkeypatch.setattr(session.actions, "traced", slow)
    click(qtbot, page.go_button)
    where("out")
    qtbot.waitUntil(reached.is_set)
    qtbot.waitUntil(page.stop_button.isVisible)
    assert page.count.text() == "Patient 1 of 2" and not page.go_button.isEnabled() and not page.kind.isEnabled()
    click(qtbot, page.stop_button)
    goes_on.set()
    settle(qtbot, session)
    assert page.strip.text().endswith("Stopped. Nothing was exported.")
    assert not (tmp_path / "out.xlsx").exists() and page.stop_button.isHidden() and page.go_button.isEnabled()
    assert not list(tmp_path.glob(".new*"))


def test_a_nurse_is_told_who_may_export_names(qtbot: QtBot, session: Session, window: MainWindow) -> None:
    session.set_person(session.actions.add_person("Nina Boyle", "nurse").result(30))
    page = page_of(qtbot, session, window)
    assert page.go_button.isEnabled() and page.allowed.isHidden()
    choose(qtbot, page, "names", "with")
    assert not page.go_button.isEnabled() and "pharmacist or prescriber" in page.allowed.text()
    choose(qtbot, page, "names", "without")
    page.key_file.setFocus()
    qtbot.keyClick(page.key_file, Qt.Key.Key_Space)
    assert not page.go_button.isEnabled() and "key file" in page.allowed.text()


def test_the_proposed_name_holds_no_name(
    qtbot: QtBot, session: Session, window: MainWindow, patients: tuple[UUID, ...], where: Where
) -> None:
    page = page_of(qtbot, session, window, patients[0], ENTRY.name)
    click(qtbot, page.go_button)
    proposed = [where("")]
    choose(qtbot, page, "names", "with")
    click(qtbot, page.go_button)
    proposed.append(where(""))
    assert proposed == ["capox-xlsx-one-20260302.xlsx", f"capox-xlsx-{patients[0].hex[:8]}-20260302.xlsx"]


def test_records_that_are_away_end_the_export_and_free_the_page(
    qtbot: QtBot, session: Session, window: MainWindow, where: Where, monkeypatch: pytest.MonkeyPatch
) -> None:
    from records.errors import StoreUnavailable

    def away(_patient: UUID) -> Traced:
        raise StoreUnavailable("The records cannot be reached.")

    page = page_of(qtbot, session, window)
    monkeypatch.setattr(session.actions, "traced", away)
    click(qtbot, page.go_button)
    where("out")
    settle(qtbot, session)
    assert "cannot be reached" in page.strip.text() and page.go_button.isEnabled()
