"""The site's own set of supportive care: copied, written, approved by a second person, and used on the Dose page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.regimens.regimens import Regimens
from gui.session import Session
from records.actions import Actions
from records.values.core import Person
from tests.gui.dose_clinic import add_labs, add_patient, begin, measure, open_dose, settle
from tests.gui.shell_parts import click, settled, shown_regimens

OURS = """
[[off]]
item = "ondansetron-home"
reason = "one setron is enough here"

[[change]]
item = "dexamethasone"
regimens = ["ici-capox"]
days = [1]
times = ["morning"]
reason = "steroids are spared beside an inhibitor"
"""


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Regimens:
    return shown_regimens(session, qtbot)


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_a_set_approved_by_a_second_person_lies_over_the_regimen_s_list_of_a_new_cycle(
    page: Regimens, session: Session, qtbot: QtBot, actions: Actions
) -> None:
    second = actions.add_person("Quentin Ash", "pharmacist").result(30)
    session.people = (session.person, second)
    write_set(page, session, qtbot)
    own = page.own
    click(qtbot, own.ask_button)
    settled(session, qtbot)
    assert own.chip.text() == "waiting for approval", own.strip.text()
    approve(page, session, qtbot, second)
    assert own.chip.text() == "approved" and "in use" in page.list.currentItem().text()
    assert "lies over the regimens' lists" in own.strip.text()
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    workspace, dose = open_dose(qtbot, session, patient)
    assert "The site's set unit-set version 1 lies over the regimen's list." in words(dose.supportive)
    assert "ondansetron: not used at this site. one setron is enough here" in words(dose.supportive)
    rows = {row.id: row for row in dose.supportive.built().order.medicines}
    assert rows["dexamethasone"].days == (1,) and "ondansetron-home" not in rows
    workspace.flush()
    settle(qtbot, session)


def write_set(page: Regimens, session: Session, qtbot: QtBot) -> None:
    """Copy the empty set and paste the site's rules; what patients get otherwise stands beside it."""
    click(qtbot, page.kind_choice.buttons["supportive"])
    settled(session, qtbot)
    assert "It changes nothing of the regimens' lists." in words(page)
    click(qtbot, page.copy_button)
    page.copy_form.file_id.edit.selectAll()
    qtbot.keyClicks(page.copy_form.file_id.edit, "unit-set")
    qtbot.keyClicks(page.copy_form.version.edit, "1")
    qtbot.keyClick(page.copy_form.version.edit, Qt.Key.Key_Return)
    settled(session, qtbot)
    editor = page.own.editor
    example = editor.toPlainText().replace('home = ["ondansetron-home", ', "home = [")
    QApplication.clipboard().setText(example + OURS)
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.own.settle()
    qtbot.waitUntil(lambda: page.own.kept.text() == "kept", timeout=20_000)
    settled(session, qtbot)
    assert "ondansetron: ondansetron, 8 mg, day 1, evening, home → not ordered" in words(page.own.differences)
    assert "dexamethasone, 8 mg, days 1, 2, 3, morning, home → dexamethasone, 8 mg, day 1, morning, home" in words(
        page.own.differences
    )
    assert "1 of 1 worked examples give the expected figures." in words(page.own.results)


def approve(page: Regimens, session: Session, qtbot: QtBot, second: Person) -> None:
    """Somebody else at this screen approves."""
    click(qtbot, page.own.approve_button)
    click(qtbot, page.own.second.other)
    page.own.second.person.choose(str(second.id))
    click(qtbot, page.own.sign_button)
    settled(session, qtbot)
