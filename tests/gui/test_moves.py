"""Own practice profiles, withdrawn approvals and the move to another version, by keys and clicks."""

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.course.begin_page import BeginPage
from gui.dose.dose_page import DosePage
from gui.regimens.regimens import Regimens
from gui.session import Session
from gui.settings.settings import Settings
from gui.worklist.worklist_rows import spoken_line
from gui.workspace.state import state_of
from records.actions import Actions
from records.values.core import Person
from regimen.library import load_profile
from tests.gui.course_clinic import give, open_plan, patient_with_course, sign
from tests.gui.dose_clinic import DAY1
from tests.gui.shell_parts import click, settled, store_patient
from tests.records.examples import ENTRY, Store, approval_id
from tests.records.test_moves import own, weeks4


@pytest.fixture
def second(session: Session, actions: Actions) -> Person:
    person = actions.add_person("Quentin Ash", "pharmacist").result(30)
    session.people = (session.person, person)
    return person


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def says(qtbot: QtBot, widget: QWidget, text: str) -> None:
    """What was just put onto a card is shown with the next turn of the window."""
    qtbot.waitUntil(lambda: text in words(widget), timeout=20_000)


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(1280, 900)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def type_over(page: Regimens, session: Session, qtbot: QtBot, old: str, new: str) -> None:
    """Find words in the text as a person would, and type others in their place."""
    editor = page.own.editor
    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    assert editor.find(old)
    qtbot.keyClicks(editor, new)
    text = editor.toPlainText()
    qtbot.waitUntil(lambda: page.own.file is not None and page.own.file.text == text, timeout=20_000)
    qtbot.waitUntil(lambda: page.own.look is not None and page.own.look.text == text, timeout=20_000)
    settled(session, qtbot)


def test_an_own_profile_is_copied_typed_tested_approved_and_chosen(
    session: Session, qtbot: QtBot, second: Person
) -> None:
    page = Regimens(session)
    shown(qtbot, page)
    settled(session, qtbot)
    page.kind_choice.choose("profile")
    page.kind_choice.chosen.emit("profile")
    settled(session, qtbot)
    page.choose("us")
    assert page.heading.text() == load_profile("us").title and "Capecitabine rounding" in words(page.scroller)
    click(qtbot, page.test_button)
    settled(session, qtbot)
    assert "3 of 3 worked examples give the expected figures." in page.strip.text()
    click(qtbot, page.copy_button)
    qtbot.keyClicks(page.copy_form.version.edit, "1")
    qtbot.keyClick(page.copy_form.version.edit, Qt.Key.Key_Return)
    settled(session, qtbot)
    type_over(page, session, qtbot, "oxaliplatin = 5", "oxaliplatin = 20")
    says(qtbot, page.own.differences, "step of oxaliplatin in mg: 5 → 20")
    says(qtbot, page.own.results, "oxaliplatin.dose_mg: expected 210, found 220")
    says(qtbot, page.own.results, "oxaliplatin 5, gemcitabine 50")
    click(qtbot, page.own.ask_button)
    settled(session, qtbot)
    assert "2 of 3 worked examples of this file do not give" in page.own.strip.text()
    type_over(page, session, qtbot, "oxaliplatin = 20", "oxaliplatin = 5")
    type_over(page, session, qtbot, 'title = "United States"', 'title = "Our unit"')

    settings = Settings(session)
    shown(qtbot, settings)
    settled(session, qtbot)
    assert "US-SITE" not in words_of_choices(settings)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    click(qtbot, page.own.ask_button)
    settled(session, qtbot)
    click(qtbot, page.own.approve_button)
    click(qtbot, page.own.second.other)
    page.own.second.person.choose(str(second.id))
    click(qtbot, page.own.sign_button)
    settled(session, qtbot)
    assert page.own.chip.text() == "approved" and "chosen in Settings" in page.own.strip.text()
    (own_file,) = session.actions.own_files("profile").result(30)

    settings.hide()
    shown(qtbot, settings)
    settled(session, qtbot)
    assert "US-SITE · Our unit, own version 1" in words_of_choices(settings)
    settings.practice.choose(f"own:{own_file.text_sha256}")
    click(qtbot, settings.save_button)
    assert "say why" in words(settings.reason)
    qtbot.keyClicks(settings.reason.edit, "our own profile")
    click(qtbot, settings.save_button)
    settled(session, qtbot)
    assert (session.settings.practice, session.settings.profile_sha256) == ("us-site", own_file.text_sha256)

    begin = BeginPage(session)
    shown(qtbot, begin)
    patient = store_patient(session, ENTRY)
    begin.load(state_of(session.actions.workspace(patient.id).result(30), session.settings))
    settled(session, qtbot)
    begin.regimen.choose("capox")
    begin.regimen.chosen.emit("capox")
    begin.day1.set_value(session.today)
    with qtbot.waitSignal(begin.begun) as begun:
        click(qtbot, begin.begin_button)
    assert (begun.args[0].entry.practice, begun.args[0].profile_text) == ("us-site", own_file.text)


def words_of_choices(settings: Settings) -> str:
    return " | ".join(button.text() for button in settings.practice.findChildren(QWidget) if hasattr(button, "text"))


def test_a_withdrawn_approval_is_seen_everywhere_and_the_patient_is_moved(
    session: Session, qtbot: QtBot, second: Person
) -> None:
    store = Store(session.actions, session.person)
    patient, course = patient_with_course(session)
    first = own(store, second, "1.0")
    store.actions.move_course(
        session.person, uuid4(), course, 1, first.text_sha256, course.profile_sha256, "own version"
    ).result(30)  # fmt: skip
    moved = session.actions.workspace(patient.id).result(30).courses[0]
    give(session, sign(session, moved))
    later = weeks4(store, second)
    workspace, plan = open_plan(qtbot, session, patient)
    assert not workspace.withdrawn.isVisible()

    page = Regimens(session)
    shown(qtbot, page)
    settled(session, qtbot)
    page.choose(f"own:{later.id}")
    settled(session, qtbot)
    says(qtbot, page.own.patients, patient.entry.name)
    wanted: list[tuple[object, str]] = []
    session.open_patient.connect(lambda patient_id, name: wanted.append((patient_id, name)))
    click(qtbot, page.own.patients.findChild(QPushButton, f"move_{course.id.hex[:8]}"))
    assert wanted == [(patient.id, "move")]
    page.choose(f"own:{first.id}")
    settled(session, qtbot)
    click(qtbot, page.own.withdraw_button)
    qtbot.keyClicks(page.own.reason.edit, "day 8 is wrong")
    click(qtbot, page.own.end_button)
    settled(session, qtbot)
    says(qtbot, page.own.patients, patient.entry.name)
    assert page.own.again_button.isVisible()

    said = "Approval of regimen ici-capox-site version 1.0 withdrawn on "
    lines = session.actions.worklist(DAY1 + timedelta(days=21)).result(30)
    assert said in spoken_line(lines[0]) and "by Priya Raman: day 8 is wrong" in spoken_line(lines[0])
    workspace.activateWindow()
    workspace.reload()
    settled(session, qtbot)
    says(qtbot, workspace.withdrawn, said)
    dose = workspace.show_page("dose")
    assert isinstance(dose, DosePage)
    settled(session, qtbot)
    qtbot.waitUntil(lambda: dose.sign_button.isVisible(), timeout=20_000)
    assert said in dose.signing_words.text() and not dose.sign_button.isEnabled()

    click(qtbot, workspace.withdrawn.strip.findChild(QPushButton, "withdrawn_strip_open"))
    settled(session, qtbot)
    move = workspace.mover.page
    assert move is not None
    assert "From cycle 2 on" in move.from_words.text()
    assert [move.regimen.combo.itemText(n)[:26] for n in range(move.regimen.combo.count())][1:] == [
        "ici-capox-site version 2.0", "ici-capox version 0.1 · ca",
    ]  # fmt: skip
    says(qtbot, move.differences, "length of a cycle in days: 21 → 28")
    says(qtbot, move.dates, "21 → 28")
    click(qtbot, move.move_button)
    assert "needed" in words(move.reason) or move.reason.refusal()
    qtbot.keyClicks(move.reason.edit, "four weeks from now on")
    click(qtbot, move.move_button)
    settled(session, qtbot)
    assert workspace.mover.page is None and not workspace.withdrawn.isVisible()
    says(qtbot, workspace.message, "Moved: from cycle 2 on ici-capox-site version 2.0")
    course = session.actions.workspace(patient.id).result(30).courses[0]
    assert [move.reason for move in course.moves] == ["own version", "four weeks from now on"]
    assert isinstance(plan.title(), str) and workspace.stack.currentWidget() is plan


def test_an_approval_is_given_again_by_a_second_person_with_a_reason(
    session: Session, qtbot: QtBot, second: Person
) -> None:
    store = Store(session.actions, session.person)
    file = own(store, second, "1.0")
    store.actions.withdraw_approval(second, approval_id(file), "typed in haste").result(30)
    page = Regimens(session)
    shown(qtbot, page)
    settled(session, qtbot)
    page.choose(f"own:{file.id}")
    settled(session, qtbot)
    assert "withdrawn by Quentin Ash on" in page.own.story.text()
    click(qtbot, page.own.again_button)
    click(qtbot, page.own.again.sign_button)
    assert page.own.chip.text() == "withdrawn"
    qtbot.keyClicks(page.own.again.reason.edit, "it was right")
    click(qtbot, page.own.again.sign_button)
    settled(session, qtbot)
    assert "own work: Priya Raman wrote at this file" in page.own.strip.text()
    click(qtbot, page.own.again.second.other)
    page.own.again.second.person.choose(str(second.id))
    click(qtbot, page.own.again.sign_button)
    settled(session, qtbot)
    assert page.own.chip.text() == "approved" and "again because: it was right" in page.own.story.text()


def test_a_move_is_opened_from_the_plan_and_left(session: Session, qtbot: QtBot) -> None:
    patient, _course = patient_with_course(session)
    workspace, plan = open_plan(qtbot, session, patient)
    click(qtbot, plan.move_button)
    settled(session, qtbot)
    page = workspace.mover.page
    assert page is not None and not page.move_button.isEnabled()
    page.profile.choose(load_profile("eu").sha256)
    page.profile.chosen.emit(load_profile("eu").sha256)
    settled(session, qtbot)
    says(qtbot, page.differences, "how capecitabine is rounded: us_150 → eu_table")
    says(qtbot, page.dates, "No date changes.")
    assert page.move_button.isEnabled()
    click(qtbot, page.leave_button)
    settled(session, qtbot)
    assert workspace.stack.currentWidget() is plan and workspace.mover.page is None
    workspace.open(patient.id, "move")
    qtbot.waitUntil(lambda: workspace.mover.page is not None, timeout=20_000)
