"""The site's closing days and band tables, entered in Settings and seen in doses and plans."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.settings.settings import Settings
from records.actions import Actions
from tests.gui.dose_clinic import (
    add_labs,
    add_patient,
    begin,
    dose_text,
    measure,
    open_dose,
    retype,
    settle,
    show_active,
)

BANDS = "from,to,dose\n170,189.99,180\n190,209.99,200\n210,229.99,220\n"


def open_settings(qtbot: QtBot, session: Session) -> Settings:
    page = Settings(session)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    show_active(qtbot, page)
    return page


def save(qtbot: QtBot, session: Session, page: Settings, reason: str) -> None:
    retype(qtbot, page, "settings_reason_edit", reason)
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    settle(qtbot, session)


def test_an_imported_band_table_rounds_the_infusion_and_the_proof_says_so(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    table = tmp_path / "oxaliplatin.csv"
    table.write_text(BANDS, encoding="utf-8")
    page = open_settings(qtbot, session)
    page.bands.drug.choose("oxaliplatin")
    retype(qtbot, page, "band_file_edit", str(table))
    qtbot.mouseClick(page.bands.import_button, Qt.MouseButton.LeftButton)
    assert "3 bands" in page.bands.message.text()
    save(qtbot, session, page, "national bands")
    assert "Saved" in page.strip.text()
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    _workspace, dose = open_dose(qtbot, session, patient)
    assert dose_text(dose, "oxaliplatin") == "220 mg"
    assert "+3.8 %" in dose.cards["oxaliplatin"].detail.text()
    qtbot.mouseClick(dose.cards["oxaliplatin"], Qt.MouseButton.LeftButton)
    assert any(step.step == "band" for step in dose.proof.steps())


def test_a_file_that_is_no_band_table_is_refused_in_words_and_changes_nothing(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    table = tmp_path / "bad.csv"
    table.write_text("from,to,dose\n200,100,150\n", encoding="utf-8")
    page = open_settings(qtbot, session)
    page.bands.drug.choose("oxaliplatin")
    for path, said in ((table, "line 2"), (tmp_path / "none.csv", "cannot be opened")):
        retype(qtbot, page, "band_file_edit", str(path))
        qtbot.mouseClick(page.bands.import_button, Qt.MouseButton.LeftButton)
        assert said in page.bands.message.text()
    assert page.bands.tables() == {}


def test_closing_days_are_read_strictly_kept_and_asked_for_with_words(
    qtbot: QtBot, session: Session, actions: Actions
) -> None:
    page = open_settings(qtbot, session)
    for text in ("2026-12-24", "25 Dec 2026"):
        retype(qtbot, page, "settings_closing_days_edit", text)
        page.closing_days.add_typed()
    retype(qtbot, page, "settings_closing_days_edit", "christmas")
    save(qtbot, session, page, "holidays")
    assert "Not saved" in page.strip.text()
    assert "christmas" in page.closing_days.message.text()
    retype(qtbot, page, "settings_closing_days_edit", "2026-12-31")
    save(qtbot, session, page, "holidays")
    stored = actions.settings().result(30).closing_days
    assert stored == (date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 31))
