"""Scenario 9 and what belongs to it: an own regimen file in the window, by keys and clicks."""

from pathlib import Path
from uuid import uuid4

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.course.begin_page import BeginPage
from gui.regimens.regimens import Regimens
from gui.session import Session
from gui.workspace.state import state_of
from records.actions import Actions
from records.errors import NotAllowed
from records.values.core import Person
from records.values.governance import OwnFile
from regimen import library
from regimen.library import load_profile, load_regimen
from regimen.reader import read_regimen
from tests.gui.file_answers import answer_file
from tests.gui.shell_parts import click, settled, shown_regimens, store_patient
from tests.records.examples import ENTRY, Store, approved, course_entry


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Regimens:
    return shown_regimens(session, qtbot)


@pytest.fixture
def second(session: Session, actions: Actions) -> Person:
    person = actions.add_person("Quentin Ash", "pharmacist").result(30)
    session.people = (session.person, person)
    return person


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def copy(page: Regimens, session: Session, qtbot: QtBot, ident: str = "capox", version: str = "1.0") -> None:
    """Choose a shipped file and copy it, by the keyboard from the form on."""
    page.choose(ident)
    click(qtbot, page.copy_button)
    assert page.copy_form.file_id.text() == f"{ident}-site"
    qtbot.keyClicks(page.copy_form.version.edit, version)
    qtbot.keyClick(page.copy_form.version.edit, Qt.Key.Key_Return)
    settled(session, qtbot)
    assert page.own.isVisible() and page.own.chip.text() == "draft"


def type_over(page: Regimens, session: Session, qtbot: QtBot, old: str, new: str) -> None:
    """Find words in the text as a person would, and type others in their place."""
    editor = page.own.editor
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert editor.find(old)
    qtbot.keyClicks(editor, new)
    qtbot.waitUntil(lambda: page.own.kept.text() == "kept", timeout=20_000)
    settled(session, qtbot)
    text = editor.toPlainText()
    qtbot.waitUntil(lambda: page.own.look is not None and page.own.look.text == text, timeout=20_000)
    qtbot.waitUntil(lambda: words(page.own.differences).strip() not in ("", "Difference"), timeout=20_000)
    qtbot.waitUntil(lambda: words(page.own.results).strip() not in ("", "Self-test"), timeout=20_000)


def stored(session: Session) -> OwnFile:
    return session.actions.own_files().result(30)[0]


def test_scenario_9_capecitabine_once_daily_in_a_copy(page: Regimens, session: Session, qtbot: QtBot) -> None:
    copy(page, session, qtbot)
    type_over(page, session, qtbot, "doses_per_day = 2", "doses_per_day = 1")
    said = words(page.own.differences)
    assert "twice daily → once daily: the daily dose halves (2000 → 1000 mg/m² a day)" in said
    assert "8 of 11 worked examples give the expected figures." in words(page.own.results)
    assert "capecitabine.plans.0.daily_mg: expected 3300, found 1650" in words(page.own.results)
    assert not page.own.reasons.isVisible() and page.own.chip.text() == "draft"
    click(qtbot, page.own.ask_button)
    settled(session, qtbot)
    assert "3 of 11 worked examples of this file do not give" in page.own.strip.text()
    draft = stored(session)
    assert draft.state == "draft" and not page.own.approve_button.isVisible()
    patient = store_patient(session, ENTRY)
    regimen = read_regimen(draft.text, "own.toml")
    entry = course_entry(regimen_id=regimen.id, regimen_sha256=regimen.sha256, options={})
    begun = session.actions.begin_course(
        session.person, uuid4(), patient.id, entry, draft.text, load_profile("us").text
    )  # fmt: skip
    assert isinstance(begun.exception(30), NotAllowed)


def test_the_author_is_refused_and_a_second_person_approves(
    page: Regimens, session: Session, qtbot: QtBot, second: Person
) -> None:
    copy(page, session, qtbot)
    type_over(page, session, qtbot, "CAPOX, every 21 days", "CAPOX of our unit")
    click(qtbot, page.own.ask_button)
    settled(session, qtbot)
    assert page.own.chip.text() == "waiting for approval"
    click(qtbot, page.own.approve_button)
    assert page.own.second.by_oneself()
    click(qtbot, page.own.sign_button)
    settled(session, qtbot)
    assert "own work: Priya Raman wrote at this file" in page.own.strip.text()
    assert stored(session).state == "waiting"
    click(qtbot, page.own.second.other)
    page.own.second.person.choose(str(second.id))
    click(qtbot, page.own.sign_button)
    settled(session, qtbot)
    own = stored(session)
    assert (own.state, own.approval and own.approval.by) == ("approved", "Quentin Ash")
    assert page.own.chip.text() == "approved" and page.own.editor.isReadOnly()
    assert "approved by Quentin Ash, pharmacist" in page.own.story.text()


def test_what_is_refused_is_told_by_line_and_nothing_is_lost(page: Regimens, session: Session, qtbot: QtBot) -> None:
    copy(page, session, qtbot)
    type_over(page, session, qtbot, "doses_per_day = 2", "doses_per_day = 9")
    text = page.own.editor.toPlainText()
    line = text.split("\n").index("doses_per_day = 9") + 1
    assert page.own.editor.marked() == {line}
    assert "doses_per_day: 9 is outside 1 to 4" in words(page.own.reasons)
    assert "Not run" in words(page.own.results)
    page.own.editor.moveCursor(QTextCursor.MoveOperation.End)
    click(qtbot, page.own.reasons.findChild(QWidget, f"own_file_line_{line}"))
    assert page.own.editor.textCursor().blockNumber() + 1 == line
    type_over(page, session, qtbot, "schema = 1", "schema = = 'Malmo")
    assert "Cannot be told" in words(page.own.differences)
    assert stored(session).text == page.own.editor.toPlainText()


def test_leaving_the_page_at_once_keeps_what_was_typed(page: Regimens, session: Session, qtbot: QtBot) -> None:
    copy(page, session, qtbot)
    page.own.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(page.own.editor, "# to be looked at on Monday")
    page.choose("gc")
    settled(session, qtbot)
    assert stored(session).text.endswith("# to be looked at on Monday")
    assert page.shown() is not None and page.shown().id == "gc" and not page.own.isVisible()  # type: ignore[union-attr]


def test_somebody_else_typed_meanwhile_and_both_texts_can_be_had(
    page: Regimens, session: Session, qtbot: QtBot, second: Person
) -> None:
    copy(page, session, qtbot)
    theirs = session.actions.keep_file(second, stored(session), "# theirs\n").result(30)
    page.own.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(page.own.editor, "# mine")
    qtbot.waitUntil(lambda: page.own.kept.text() == "not kept", timeout=20_000)
    assert "Quentin Ash changed this file" in page.own.strip.text()
    assert page.own.editor.toPlainText().endswith("# mine") and stored(session) == theirs
    click(qtbot, page.own.strip.findChild(QWidget, "own_file_strip_keep_mine_in_its_place"))
    settled(session, qtbot)
    assert stored(session).text.endswith("# mine")


def test_patients_on_the_old_version_are_listed_and_the_approved_file_begins_a_course(
    page: Regimens, session: Session, qtbot: QtBot, second: Person
) -> None:
    store = Store(session.actions, session.person)
    course = store.course(store.patient(), regimen_id="ici-capox")
    copy(page, session, qtbot, "ici-capox")
    page.refresh()
    settled(session, qtbot)
    page.choose("gc")
    page.choose(f"own:{stored(session).id}")
    settled(session, qtbot)
    listed = words(page.own.patients)
    assert "Łukasz Żółkiewski · 0042-118" in listed and "cycle 1" in listed
    assert f"ici-capox version 0.1 · {course.entry.regimen_sha256[:8]}" in listed
    own = approved(store, second)
    begin = BeginPage(session)
    qtbot.addWidget(begin)
    begin.show()
    other = store_patient(session, ENTRY)
    space = session.actions.workspace(other.id).result(30)
    begin.load(state_of(space, session.settings))
    settled(session, qtbot)
    begin.regimen.choose(own.text_sha256)
    assert begin.about.text().endswith(f"version 1.0 · {own.text_sha256[:8]}")
    begin.day1.set_value(session.today)
    with qtbot.waitSignal(begin.begun) as begun:
        click(qtbot, begin.begin_button)
    assert begun.args[0].regimen_text == own.text


def test_an_approval_is_withdrawn_with_a_reason_and_leaves_the_choice(
    page: Regimens, session: Session, qtbot: QtBot, second: Person
) -> None:
    own = approved(Store(session.actions, session.person), second)
    page.refresh()
    settled(session, qtbot)
    page.choose(f"own:{own.id}")
    settled(session, qtbot)
    click(qtbot, page.own.withdraw_button)
    click(qtbot, page.own.end_button)
    assert stored(session).state == "approved"
    qtbot.keyClicks(page.own.reason.edit, "level of day 8 is wrong")
    click(qtbot, page.own.end_button)
    settled(session, qtbot)
    assert page.own.chip.text() == "withdrawn" and "level of day 8 is wrong" in page.own.story.text()
    assert session.actions.files_in_use().result(30) == {}


def test_a_nurse_sees_and_changes_nothing(page: Regimens, session: Session, qtbot: QtBot) -> None:
    copy(page, session, qtbot)
    session.set_person(session.actions.add_person("Nora Lind", "nurse").result(30))
    assert page.own.editor.isReadOnly()
    for button in (page.copy_button, page.own.ask_button, page.own.drop_button, page.own.withdraw_button):
        assert not button.isVisible()


def test_a_draft_is_dropped_with_a_reason(page: Regimens, session: Session, qtbot: QtBot) -> None:
    copy(page, session, qtbot)
    before = page.list.count()
    click(qtbot, page.own.drop_button)
    qtbot.keyClicks(page.own.reason.edit, "not needed")
    click(qtbot, page.own.end_button)
    settled(session, qtbot)
    assert page.list.count() == before - 1 and session.actions.own_files().result(30) == ()


def test_a_tampered_shipped_file_is_refused_in_the_window(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(library.SHIPPED, "regimens/gc.toml", "0" * 64)
    load_regimen.cache_clear()
    try:
        page, begin = Regimens(session), BeginPage(session)
        for widget in (page, begin):
            qtbot.addWidget(widget)
            widget.show()
        page.choose("gc")
        assert "not the one the program came with" in page.strip.text() and not page.copy_button.isVisible()
        assert begin.regimen.combo.findData("gc") == -1 and begin.regimen.combo.findData("capox") >= 0
        settled(session, qtbot)
    finally:
        load_regimen.cache_clear()


def test_the_certificate_of_a_self_test_is_saved(
    page: Regimens, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    page.choose("capox")
    assert not page.certificates.button.isVisible()
    click(qtbot, page.test_button)
    settled(session, qtbot)
    click(qtbot, page.certificates.button)
    proposed = answer_file(qtbot, tmp_path / "certificate.pdf")
    settled(session, qtbot)
    assert "saved as certificate.pdf" in page.strip.text()
    assert [proposed] == [f"selftest-capox-{load_regimen('capox').sha256[:8]}.pdf"]
    text = PdfDocument(tmp_path / "certificate.pdf")[0].get_textpage().get_text_bounded()
    assert "Priya Raman, pharmacist" in text and load_regimen("capox").sha256 in text
    click(qtbot, page.certificates.button)
    answer_file(qtbot, tmp_path / "no" / "x.pdf")
    settled(session, qtbot)
    assert "cannot be written" in page.strip.text()
    copy(page, session, qtbot)
    qtbot.waitUntil(page.own.certificates.button.isVisible)
