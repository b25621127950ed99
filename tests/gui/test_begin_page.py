"""Beginning a course, and taking one over from elsewhere, by keyboard and mouse."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from gui.course.begin_page import BeginPage
from gui.dose.dose_page import DosePage
from gui.session import Session
from gui.workspace.workspace import Workspace
from records.actions import Actions
from records.course.disease import DiseaseAtStart
from records.values.core import PatientRecord
from tests.gui.dose_clinic import add_labs, add_patient, edit_of, measure, retype, settle, show_active


def open_begin(qtbot: QtBot, session: Session, patient: PatientRecord) -> tuple[Workspace, BeginPage]:
    """The workspace of a patient without a course."""
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    workspace.resize(1400, 950)
    show_active(qtbot, workspace)
    workspace.open(patient.id, "dose")
    qtbot.waitUntil(lambda: isinstance(workspace.pages.get("dose"), BeginPage), timeout=10_000)
    settle(qtbot, session)
    page = workspace.pages["dose"]
    assert isinstance(page, BeginPage)
    return workspace, page


def choose(qtbot: QtBot, page: QWidget, name: str, words: str) -> None:
    """Choose an entry of a list by keyboard."""
    combo = page.findChild(QComboBox, name)
    assert isinstance(combo, QComboBox), name
    combo.setFocus()
    wanted = combo.findText(words, Qt.MatchFlag.MatchStartsWith)
    assert wanted >= 0, [combo.itemText(i) for i in range(combo.count())]
    while combo.currentIndex() != wanted:
        qtbot.keyClick(combo, Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up)


def test_a_course_is_begun_and_the_dose_page_follows(qtbot: QtBot, session: Session, actions: Actions) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    workspace, page = open_begin(qtbot, session, patient)
    qtbot.mouseClick(page.begin_button, Qt.MouseButton.LeftButton)
    assert "Choose one" in page.options["ici"].message.text(), "a required option is asked, never guessed"
    choose(qtbot, page, "option_ici_edit", "pembrolizumab")
    choose(qtbot, page, "begin_line_edit", "first")
    choose(qtbot, page, "begin_extent_edit", "metastatic")
    qtbot.keyClick(page.disease.places["lung"], Qt.Key.Key_Space)
    qtbot.mouseClick(page.begin_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(workspace.pages.get("dose"), DosePage), timeout=10_000)
    settle(qtbot, session)
    dose = workspace.pages["dose"]
    assert isinstance(dose, DosePage)
    qtbot.waitUntil(lambda: "oxaliplatin" in dose.cards and dose.cards["oxaliplatin"].dose.text() == "210 mg")
    (course,) = actions.workspace(patient.id).result(30).courses
    assert (course.entry.regimen_id, dict(course.entry.options)) == ("ici-capox", {"ici": "pembrolizumab"})
    assert course.entry.disease == DiseaseAtStart("first", "metastatic", ("lung",))
    assert course.regimen_text.startswith("#") or "ici-capox" in course.regimen_text
    assert "Cycle 1 of 8" in workspace.banner.course.value.text()


def test_an_option_that_follows_from_another_is_asked_too(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    _workspace, page = open_begin(qtbot, session, patient)
    choose(qtbot, page, "option_ici_edit", "sintilimab")
    qtbot.waitUntil(lambda: "sintilimab_dose" in page.options, timeout=3_000)
    choose(qtbot, page, "option_ici_edit", "pembrolizumab")
    qtbot.waitUntil(lambda: "sintilimab_dose" not in page.options, timeout=3_000)


def test_a_course_taken_over_keeps_its_cycle_its_percent_and_what_was_given(
    qtbot: QtBot, session: Session, actions: Actions
) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    workspace, page = open_begin(qtbot, session, patient)
    choose(qtbot, page, "option_ici_edit", "durvalumab")
    qtbot.mouseClick(page.taken_over, Qt.MouseButton.LeftButton, pos=page.taken_over.rect().center())
    page.taken_over.setChecked(True)
    retype(qtbot, page, "begin_first_cycle_edit", "4")
    retype(qtbot, page, "earlier_percent_capecitabine_edit", "75")
    retype(qtbot, page, "earlier_total_oxaliplatin_edit", "390")
    retype(qtbot, page, "begin_toxicities_edit", "diarrhoea grade 3 in cycle 2")
    qtbot.mouseClick(page.begin_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(workspace.pages.get("dose"), DosePage), timeout=10_000)
    settle(qtbot, session)
    dose = workspace.pages["dose"]
    assert isinstance(dose, DosePage)
    (course,) = actions.workspace(patient.id).result(30).courses
    assert course.entry.first_cycle == 4
    assert course.entry.cumulative == {"oxaliplatin": Decimal(390)}
    assert course.entry.earlier_toxicities == "diarrhoea grade 3 in cycle 2"
    qtbot.waitUntil(lambda: "capecitabine" in dose.cards and dose.cards["capecitabine"].dose.text() != "–")
    assert edit_of(dose, "percent_capecitabine_edit").text() == "75", "never back at the full dose by itself"
    assert "Cycle 4 of 8" in workspace.banner.course.value.text()
