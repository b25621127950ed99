"""What leaves the program or comes into it in the run that bench/faults/leaks.py searches: files, by clicks.

A laboratory message stored, a workbook of wording read and kept, a calendar and a staff sheet, the list of the day, a
certificate, exports of every kind with names and without, a backup and its trial.
"""

from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from bench.faults.leak_markers import NAME, NUMBER, UNNAMED
from gui.calendar_page.calendar_page import CalendarPage
from gui.exchange.export_page import ExportPage
from gui.pictures import settle
from gui.regimens.regimens import Regimens
from gui.session import Session
from gui.settings.grading_card import GradingCard
from gui.settings.records_card import RecordsCard
from gui.shell.window import MainWindow
from gui.visit.lab_import import LabImportCard
from gui.widgets.file_choice import FileQuestion
from gui.worklist.worklist import Worklist
from gui.workspace.workspace import Workspace
from records.values.core import PatientRecord
from tests.records.lab_messages import message
from tests.regimen.grading.workbooks import whole

CALM_MS = 60
#: Kind, with names or without, and where it goes.
EXPORTS = (
    ("xlsx", "with", "named.xlsx"), ("xlsx", "without", f"{UNNAMED}.xlsx"), ("csv", "with", "named"),
    ("csv", "without", UNNAMED), ("sdtm", "with", "named-sdtm"), ("fhir", "", "named.json"),
)  # fmt: skip


class At(Protocol):
    """Where the scenario plays."""

    app: QApplication
    window: MainWindow
    session: Session
    asked: Path


def press(at: At, button: QWidget | None) -> None:
    """Click, and wait until everything has arrived."""
    assert button is not None and button.isVisible() and button.isEnabled(), button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(at.session, CALM_MS)


def until(at: At, seen: Any, words: str) -> None:
    """Wait for words on a strip."""
    for _ in range(300):
        if words in seen.text():
            return
        settle(at.session, CALM_MS)
    raise AssertionError(f"not '{words}' but '{seen.text()}'")


def answer(at: At, folder: Path, name: str = "") -> None:
    """What the person types into the dialog for a file that stands open; without a name the one that is proposed."""
    dialog = at.window.findChild(QFileDialog)
    assert dialog is not None and dialog.isVisible()
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None
    edit.setText(str(folder / (name or Path(edit.text()).name)))
    QTest.keyClick(edit, Qt.Key.Key_Return)
    for _ in range(300):
        if at.window.findChild(FileQuestion) is None:
            return
        settle(at.session, CALM_MS)
    raise AssertionError("the question for a file was not answered")


def store_messages(at: At, patient: PatientRecord) -> None:
    """One message pasted, one chosen as a file; their values are stored."""
    at.window.open_patient(patient.id, "visit")
    settle(at.session)
    for control in ("M1", "M2"):
        words = message(
            control_id=control, number=f"{NUMBER}^^^HOSP^MR", name=NAME.replace(" ", "^"),
            taken=f"2026030207{control[1]}0",
        )  # fmt: skip
        press(at, at.window.findChild(QPushButton, "lab_hl7"))
        card = at.window.findChild(LabImportCard)
        assert card is not None
        if control == "M1":
            card.box.setPlainText(words)
            press(at, card.read_button)
        else:
            file = at.asked / "results.hl7"
            file.write_text(words, encoding="utf-8")
            press(at, card.file_button)
            answer(at, file.parent, file.name)
        press(at, card.store_button)
    stored = [lab for lab in at.session.actions.workspace(patient.id).result(30).labs if lab.on.day == 2]
    assert len(stored) >= 4, "no value of the messages was stored"


def keep_workbook(at: At) -> None:
    """The wording of a workbook."""
    at.window.show_page("settings")
    settle(at.session)
    card = at.window.findChild(GradingCard)
    assert card is not None
    file = at.asked / "CTCAE.xlsx"
    file.write_bytes(whole())
    press(at, card.choose_button)
    answer(at, file.parent, file.name)
    until(at, card.found_words, "CTCAE 5.0")
    press(at, card.keep_button)
    assert at.session.actions.gradings().result(30)


def save_papers(at: At, patient: PatientRecord) -> None:
    """The calendar of a cycle and its staff sheet, into the folder that is asked for."""
    at.window.open_patient(patient.id, "calendar")
    settle(at.session)
    workspace = at.window.current_page()
    assert isinstance(workspace, Workspace)
    page = workspace.pages["calendar"]
    assert isinstance(page, CalendarPage)
    page.folder.set_text(str(at.asked))
    for show in (lambda: None, lambda: page.show_staff_sheet(1)):
        show()
        for _ in range(300):
            settle(at.session, CALM_MS)
            if page.sheet() is not None and page.save_button.isEnabled():
                break
        press(at, page.save_button)
        until(at, page.message, "Saved as")


def save_day_list(at: At) -> None:
    """The list of the day."""
    at.window.show_page("today")
    settle(at.session)
    page = at.window.findChild(Worklist)
    assert page is not None
    press(at, page.print_button)
    until(at, page.printing.strip, "is made")
    press(at, page.findChild(QPushButton, "day_print_strip_save"))
    answer(at, at.asked)
    until(at, page.printing.strip, "Saved as")


def save_certificate(at: At) -> None:
    """The certificate of a self-test."""
    at.window.show_page("regimens")
    settle(at.session)
    page = at.window.findChild(Regimens)
    assert page is not None
    page.choose("capox")
    press(at, page.test_button)
    press(at, page.certificates.button)
    answer(at, at.asked, "certificate.pdf")
    until(at, page.strip, "saved as certificate.pdf")


def export_everything(at: At, kinds: tuple[tuple[str, str, str], ...]) -> None:
    """Each kind, with names or without."""
    for kind, names, target in kinds:
        at.window.export()
        settle(at.session)
        page = at.window.current_page()
        assert isinstance(page, ExportPage)
        press(at, page.kind.buttons[kind])
        if names:
            press(at, page.names.buttons[names])
        press(at, page.go_button)
        answer(at, at.asked, target)
        until(at, page.strip, "Patients: ")


def back_up(at: At) -> None:
    """A backup, and a trial of it."""
    at.window.show_page("settings")
    settle(at.session)
    card = at.window.findChild(RecordsCard)
    assert card is not None
    press(at, card.backup_button)
    until(at, card.strip, "verified")
    press(at, card.drill_button)
    until(at, card.drill, "Tried")


def use_papers(at: At, patient: PatientRecord, *, short: bool) -> None:
    """All of it; short: messages, the list of the day, a workbook with names and one without, a backup."""
    store_messages(at, patient)
    save_day_list(at)
    export_everything(at, EXPORTS[:2] if short else EXPORTS)
    if short:
        at.session.actions.back_up("asked").result(120)
        return
    keep_workbook(at)
    save_papers(at, patient)
    save_certificate(at)
    back_up(at)
