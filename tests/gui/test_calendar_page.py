"""The Calendar page as a person uses it: the very pages that print, their revisions, and what is void."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

import gui.calendar_page.printing as printing
from gui.calendar_page.calendar_page import CalendarPage
from gui.calendar_page.printed_course import read_printed
from gui.plan.plan_page import PlanPage
from gui.session import Session
from gui.widgets.card import Muted
from gui.workspace.workspace import Workspace
from records.errors import NotAllowed
from records.values.core import CourseRecord, OrderRecord, PatientRecord, SiteSettings
from tests.gui.course_clinic import (
    all_words,
    give,
    open_calendar,
    patient_with_course,
    press,
    sign,
    texts_of,
    wait_for_sheet,
)
from tests.gui.dose_clinic import edit_of, settle
from treatment_calendar.replan import difference


def choose_folder(qtbot: QtBot, page: CalendarPage, folder: Path) -> None:
    """Type the folder to save in."""
    edit = edit_of(page, "save_folder_edit")
    edit.clear()
    qtbot.keyClicks(edit, str(folder))


def save(qtbot: QtBot, session: Session, page: CalendarPage, folder: Path) -> Path:
    """Save the PDF; the file that came."""
    before = set(folder.iterdir())
    choose_folder(qtbot, page, folder)
    press(qtbot, page.save_button)
    qtbot.waitUntil(lambda: "Saved as" in page.message.text(), timeout=20_000)
    settle(qtbot, session)
    wait_for_sheet(qtbot, session, page)
    (made,) = set(folder.iterdir()) - before
    return made


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    folder = tmp_path / "paper"
    folder.mkdir()
    return folder


@pytest.fixture
def signed(session: Session) -> tuple[PatientRecord, CourseRecord, OrderRecord]:
    """Cycle 1 of scenario 1, signed."""
    patient, course = patient_with_course(session)
    return patient, course, sign(session, course)


Signed = tuple[PatientRecord, CourseRecord, OrderRecord]


def test_the_calendar_is_there_with_one_click_on_its_tab_and_prints_with_the_next(
    qtbot: QtBot, session: Session, signed: Signed
) -> None:
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    workspace.resize(1500, 1000)
    workspace.show()
    workspace.open(signed[0].id, "plan")
    qtbot.waitUntil(lambda: "plan" in workspace.pages, timeout=10_000)
    names = [workspace.tabs.tabText(place).replace("&", "") for place in range(workspace.tabs.count())]
    tab = workspace.tabs.tabRect(names.index("Calendar"))
    qtbot.mouseClick(workspace.tabs, Qt.MouseButton.LeftButton, pos=tab.center())
    qtbot.waitUntil(lambda: "calendar" in workspace.pages, timeout=10_000)
    page = workspace.pages["calendar"]
    assert isinstance(page, CalendarPage)
    wait_for_sheet(qtbot, session, page)
    assert page.print_button.isEnabled()


@pytest.mark.parametrize("paper_size", ["a4", "letter"])
@pytest.mark.parametrize("large", [False, True])
def test_everything_of_the_scenario_stands_on_the_pages(
    qtbot: QtBot, session: Session, signed: Signed, paper_size: str, large: bool
) -> None:
    _workspace, page = open_calendar(qtbot, session, signed[0])
    page.paper.buttons[paper_size].click()
    page.large_print.setChecked(large)
    wait_for_sheet(qtbot, session, page)
    words = all_words(page.data())
    for needed in ("Seven, Patient", "0042-118", "D-7719", "555 0100", "555 0199", "38.0", "NO TABLETS", "3 × 500 mg",
                   "1 × 150 mg", "Revision 1", "Cycle 1 of 8", "Morning", "Evening", "day 14"):  # fmt: skip
        assert needed in words, needed
    assert words.count("NO TABLETS") >= 7
    wide, high = pypdfium2.PdfDocument(page.data()).get_page_size(0)
    assert sorted((round(wide), round(high))) == ([595, 842] if paper_size == "a4" else [612, 792])


def test_the_preview_shows_the_bytes_that_are_saved(
    qtbot: QtBot, session: Session, signed: Signed, paper: Path
) -> None:
    _workspace, page = open_calendar(qtbot, session, signed[0])
    qtbot.waitUntil(lambda: page.preview.sheets.picture(0) is not None, timeout=10_000)
    shown = page.data()
    file = save(qtbot, session, page, paper)
    assert file.read_bytes() == shown
    (kept,) = session.actions.workspace(signed[0].id).result(30).prints
    assert kept.sha256 == sha256(shown).hexdigest() and kept.revision == 1 and kept.order_id == signed[2].id
    assert len(kept.check_code) == 6 and kept.check_code in texts_of(shown)[0]
    assert "Patient" not in file.name and "Seven" not in file.name and file.name.endswith("-cycle1-calendar-r1.pdf")


def test_a_valid_revision_is_printed_again_as_the_very_same_bytes(
    qtbot: QtBot, session: Session, signed: Signed, paper: Path
) -> None:
    _workspace, page = open_calendar(qtbot, session, signed[0])
    first = save(qtbot, session, page, paper).read_bytes()
    qtbot.waitUntil(lambda: "printed and valid" in page.state_words.text(), timeout=20_000)
    assert page.data() == first
    assert page.print_button.isEnabled()
    press(qtbot, page.save_button)
    settle(qtbot, session)
    wait_for_sheet(qtbot, session, page)
    assert [p.revision for p in session.actions.workspace(signed[0].id).result(30).prints] == [1]


def test_other_contact_numbers_make_a_new_revision(qtbot: QtBot, session: Session, signed: Signed, paper: Path) -> None:
    _workspace, page = open_calendar(qtbot, session, signed[0])
    save(qtbot, session, page, paper)
    changed = SiteSettings(
        site_name="Day Unit", country="US", practice="us", first_dose="morning", day_phone="555 0777"
    )
    session.set_settings(session.actions.save_settings(session.person, changed, "new number").result(30))
    qtbot.waitUntil(lambda: page.state_words.text() == "Revision 2, not printed yet", timeout=30_000)
    assert "The night number is missing" in " ".join(strip_texts(page))
    assert "555 0777" in all_words(page.data())


def strip_texts(page: CalendarPage) -> list[str]:
    """What is said beside the preview."""
    found = (page.notice_strips.itemAt(i) for i in range(page.notice_strips.count()))
    widgets = (item.widget() for item in found if item is not None)
    return [widget.accessibleName() for widget in widgets if widget is not None]


def test_after_a_delay_revision_1_can_no_longer_be_printed(
    qtbot: QtBot, session: Session, signed: Signed, paper: Path
) -> None:
    patient, _course, order = signed
    workspace, page = open_calendar(qtbot, session, patient)
    save(qtbot, session, page, paper)
    give(session, order)
    plan = workspace.show_page("plan")
    assert isinstance(plan, PlanPage)
    workspace.reload()
    qtbot.waitUntil(lambda: plan._state is not None and plan._state.cycle == 2, timeout=10_000)
    settle(qtbot, session)
    plan.line.choose(2)
    press(qtbot, plan.delay_button)
    qtbot.keyClicks(edit_of(plan, "delay_days_edit"), "7")
    plan.form.shift.buttons["all"].click()  # type: ignore[union-attr]
    plan.form.reason.choose("neutropenia")  # type: ignore[union-attr]
    settle(qtbot, session)
    assert "revision 1, becomes void" in plan.difference.effects.text()
    press(qtbot, plan.difference.accept_button)
    qtbot.waitUntil(lambda: not session.actions.workspace(patient.id).result(30).prints[0].valid, timeout=10_000)
    settle(qtbot, session)
    workspace.show_page("calendar")
    page.cycle.choose("2")
    qtbot.waitUntil(lambda: page.state_words.text() == "Revision 2, not printed yet", timeout=30_000)
    state = page.findChild(Muted, "revision_1_state")
    assert state is not None
    said = state.text()
    assert said.startswith("Void: cycle 2 was put off by 7 days") and said.endswith("can no longer be printed.")
    words = all_words(page.data())
    assert "It replaces revision 1" in words and "March 30" in words and "April 20" in words
    sheet = page.sheet()
    assert sheet is not None and sheet.printed is not None and sheet.printed.replaces == 1
    assert {(c.old, c.new) for c in sheet.printed.changed if c.event == "day1" and c.cycle == 2} == {
        (date(2026, 3, 23), date(2026, 3, 30))
    }
    old = session.actions.workspace(patient.id).result(30).prints[0]
    with pytest.raises(NotAllowed):
        session.actions.print_again(session.person, old.id).result(30)


def test_an_unsigned_cycle_prints_dates_only_and_says_not_signed(qtbot: QtBot, session: Session) -> None:
    patient, _course = patient_with_course(session)
    _workspace, page = open_calendar(qtbot, session, patient)
    words = all_words(page.data())
    assert "NOT SIGNED" in words and "3 × 500 mg" not in words
    assert any("no tablets" in said for said in strip_texts(page))


def test_an_order_signed_for_another_date_prints_no_tablets(qtbot: QtBot, session: Session, signed: Signed) -> None:
    patient, course, _order = signed
    session.actions.delay_cycle(session.person, uuid4(), course.id, 1, 7, "all", "logistic", "").result(30)
    _workspace, page = open_calendar(qtbot, session, patient)
    words = all_words(page.data())
    assert "NOT SIGNED" in words and "3 × 500 mg" not in words
    assert any("signed for Mon 2 Mar 2026" in said for said in strip_texts(page))


@pytest.mark.parametrize("name", ["王小明", "Łukasz Żółkiewski-Świątek", "Nguyễn Thị Hồng Hạnh", "O'Malley <b>&amp;"])
def test_names_of_every_kind_stand_whole_on_the_page(qtbot: QtBot, session: Session, name: str) -> None:
    patient, course = patient_with_course(session, entry={"name": name})
    sign(session, course)
    _workspace, page = open_calendar(qtbot, session, patient)
    assert name in all_words(page.data())


def test_the_chinese_calendar_is_one_choice_away(qtbot: QtBot, session: Session, signed: Signed) -> None:
    _workspace, page = open_calendar(qtbot, session, signed[0])
    page.language.choose("zh")
    wait_for_sheet(qtbot, session, page)
    words = all_words(page.data())
    assert "早" in words and "Morning" not in words


def test_the_staff_sheet_shows_doses_and_is_no_revision_of_the_calendar(
    qtbot: QtBot, session: Session, signed: Signed, paper: Path
) -> None:
    _workspace, page = open_calendar(qtbot, session, signed[0])
    page.show_staff_sheet(1)
    wait_for_sheet(qtbot, session, page)
    words = all_words(page.data())
    assert "210 mg" in words and "Priya Raman" in words and "NOT SIGNED" not in words
    file = save(qtbot, session, page, paper)
    assert file.name.endswith("-cycle1-staff-r1.pdf")
    assert session.actions.workspace(signed[0].id).result(30).prints == ()
    lines = session.actions.history(signed[0].id).result(30)
    assert [entry.by for entry in lines if entry.action == "print staff sheet"] == [session.person.name]


def test_a_cycle_without_an_order_has_no_staff_sheet_and_the_page_says_why(
    qtbot: QtBot, session: Session, signed: Signed
) -> None:
    _workspace, page = open_calendar(qtbot, session, signed[0])
    page.show_staff_sheet(2)
    qtbot.waitUntil(lambda: any("no computed order" in said for said in strip_texts(page)), timeout=10_000)
    assert not page.print_button.isEnabled() and not page.save_button.isEnabled()


def test_without_a_printer_the_page_says_so_and_stores_nothing(
    qtbot: QtBot, session: Session, signed: Signed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printers", lambda: ())
    _workspace, page = open_calendar(qtbot, session, signed[0])
    press(qtbot, page.print_button)
    assert "No printer is set up" in page.message.text()
    assert session.actions.workspace(signed[0].id).result(30).prints == ()


def test_printing_sends_every_page_unscaled_and_stores_the_revision(
    qtbot: QtBot, session: Session, signed: Signed, paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = paper / "printed.pdf"

    def to_file(_name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(150)
        printer.setOutputFileName(str(made))
        return printer

    monkeypatch.setattr(printing, "printers", lambda: ("Ward printer",))
    monkeypatch.setattr(printing, "printer_named", to_file)
    workspace, page = open_calendar(qtbot, session, signed[0])
    page.paper.buttons["a4"].click()
    wait_for_sheet(qtbot, session, page)
    with qtbot.waitActive(workspace):
        workspace.activateWindow()
    shown = pypdfium2.PdfDocument(page.data())
    page.preview.setFocus()
    qtbot.keyClick(page.preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.message.text() != "", timeout=60_000)
    assert "pages went to Ward printer" in page.message.text()
    printed = pypdfium2.PdfDocument(made)
    assert len(printed) == len(shown)
    for number in range(len(shown)):
        (wide, high), (was_wide, was_high) = printed.get_page_size(number), shown.get_page_size(number)
        assert abs(wide - was_wide) < 2 and abs(high - was_high) < 2
    assert [p.revision for p in session.actions.workspace(signed[0].id).result(30).prints] == [1]


def test_appointments_are_saved_without_patient_or_drug(
    qtbot: QtBot, session: Session, signed: Signed, paper: Path
) -> None:
    _workspace, page = open_calendar(qtbot, session, signed[0])
    choose_folder(qtbot, page, paper)
    press(qtbot, page.ics_button)
    qtbot.waitUntil(lambda: "Saved as" in page.message.text(), timeout=20_000)
    (file,) = paper.glob("*.ics")
    text = file.read_text(encoding="utf-8")
    assert "20260302" in text and "BEGIN:VEVENT" in text
    assert not [word for word in ("Seven", "0042-118", "oxaliplatin", "pembrolizumab") if word in text]


def test_a_folder_that_is_not_there_is_refused_beside_the_field(
    qtbot: QtBot, session: Session, signed: Signed, tmp_path: Path
) -> None:
    _workspace, page = open_calendar(qtbot, session, signed[0])
    choose_folder(qtbot, page, tmp_path / "nowhere")
    press(qtbot, page.save_button)
    assert page.folder.note() == "There is no such folder."
    assert session.actions.workspace(signed[0].id).result(30).prints == ()


def test_a_revision_printed_elsewhere_meanwhile_is_noticed(
    qtbot: QtBot, session: Session, signed: Signed, paper: Path
) -> None:
    _workspace, page = open_calendar(qtbot, session, signed[0])
    session.actions.record_print(
        session.person, uuid4(), signed[1].id, 1, "en", "a4", False, "ABCDEF", "0" * 64, None, "{}", 1
    ).result(30)
    choose_folder(qtbot, page, paper)
    press(qtbot, page.save_button)
    qtbot.waitUntil(lambda: "printed by somebody else" in page.message.text(), timeout=10_000)
    assert list(paper.iterdir()) == []
    qtbot.waitUntil(lambda: page.state_words.text() == "Revision 2, not printed yet", timeout=30_000)


def test_a_printed_course_comes_back_with_every_date(
    qtbot: QtBot, session: Session, signed: Signed, paper: Path
) -> None:
    _workspace, page = open_calendar(qtbot, session, signed[0])
    sheet = page.sheet()
    assert sheet is not None
    save(qtbot, session, page, paper)
    (kept,) = session.actions.workspace(signed[0].id).result(30).prints
    back = read_printed(kept.course_json)
    assert back is not None
    assert difference(back.course, sheet.course) == ()
    assert "Seven" not in json.dumps(json.loads(kept.course_json))


def test_the_preview_zooms_and_turns_pages_by_keyboard(qtbot: QtBot, session: Session, signed: Signed) -> None:
    _workspace, page = open_calendar(qtbot, session, signed[0])
    preview = page.preview
    preview.setFocus()
    before = preview.sheets.place(0).width()
    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.sheets.place(0).width() > before
    qtbot.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.sheets.place(0).width() == before
    qtbot.keyClick(preview, Qt.Key.Key_Right)
    assert page.page_words.text().startswith("page 2 of ")
