"""A page made in turns of the window: whole before it is seen, and no key goes astray meanwhile."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.dose.dose_page import DosePage
from gui.plan.plan_page import PlanPage
from gui.session import Session
from gui.widgets.turns import A_TURN_S, Pieces, Turns, TurnsTold
from gui.workspace.workspace import Workspace
from regimen.errors import RegimenError
from tests.gui.dose_clinic import DAY1, add_patient, begin, edit_of, measure, open_dose, settle, show_active


def test_a_turn_ends_with_the_piece_that_used_it_up_and_what_is_given_up_clears_up(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns, seen, clock = TurnsTold(), list[str](), [0.0]
    monkeypatch.setattr("gui.widgets.turns.time", SimpleNamespace(perf_counter=lambda: clock[0]))

    def pieces() -> Pieces:
        try:
            seen.append("short")
            yield
            clock[0] += A_TURN_S
            seen.append("long")
            yield
            seen.append("never")
        finally:
            seen.append("cleared up")

    end = turns.told(pieces())
    assert seen == []
    turns._turn()
    assert seen == ["short", "long"]
    turns.give_up()
    assert seen == ["short", "long", "cleared up"] and end.cancelled() and not turns.goes_on()


def test_a_piece_that_begins_another_work_is_over_and_the_other_one_is_done(qtbot: QtBot) -> None:
    turns, seen = Turns(), list[str]()

    def second() -> Pieces:
        seen.append("second")
        yield

    def first() -> Pieces:
        turns.begin(second())
        seen.append("first")
        yield
        seen.append("never")

    turns.begin(first())
    turns.finish()
    assert seen == ["first", "second"] and not turns.goes_on()


def test_a_refusal_is_told_where_the_end_is_waited_for(qtbot: QtBot) -> None:
    def refused() -> Pieces:
        yield
        raise RegimenError("The file is not the one signed.")

    turns = TurnsTold()
    end = turns.told(refused())
    qtbot.waitUntil(end.done, timeout=5_000)
    with pytest.raises(RegimenError, match="not the one signed"):
        end.result()
    assert not turns.goes_on()


def test_keys_typed_after_a_page_was_asked_for_change_nothing_on_the_page_before(
    qtbot: QtBot, session: Session
) -> None:
    patient = add_patient(session)
    begin(session, patient)
    measure(session, patient, "165", "58.4")
    workspace, dose = open_dose(qtbot, session, patient)
    weight = edit_of(dose, "weight_edit")
    weight.setFocus()
    focused = QApplication.focusWidget()
    assert focused is weight
    QTest.keyClick(focused, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    meanwhile = QApplication.focusWidget()
    assert meanwhile is not None and workspace.stack.currentWidget() is dose  # the plan is not whole yet
    QTest.keyClicks(meanwhile, "97")
    qtbot.waitUntil(lambda: isinstance(workspace.stack.currentWidget(), PlanPage), timeout=10_000)
    settle(qtbot, session)
    assert weight.text() == "58.4" and not dose._keeper.waits()
    now = QApplication.focusWidget()
    assert now is not None and workspace.pages["plan"].isAncestorOf(now)  # the keys are on the page that came


def test_another_patient_opened_while_a_page_comes_leaves_nothing_of_the_one_before(
    qtbot: QtBot, session: Session
) -> None:
    first, second = (
        add_patient(session),
        add_patient(session, name="Eight, Patient", identifiers=(("MRN", "0042-119"),)),
    )
    for patient, weight in ((first, "58.4"), (second, "81.0")):
        begin(session, patient)
        measure(session, patient, "165", weight, DAY1)
    workspace = Workspace(session)
    qtbot.addWidget(workspace)
    show_active(qtbot, workspace)
    workspace.open(first.id, "dose")
    qtbot.waitUntil(lambda: workspace.coming._turns.goes_on(), timeout=10_000)
    workspace.open(second.id, "dose")
    assert not workspace.coming._turns.goes_on()
    qtbot.waitUntil(lambda: isinstance(workspace.pages.get("dose"), DosePage), timeout=10_000)
    settle(qtbot, session)
    qtbot.waitUntil(lambda: len(workspace.stack.findChildren(DosePage)) == 1, timeout=5_000)
    assert edit_of(workspace, "weight_edit").text() == "81.0" and workspace.title() == "Eight, Patient"


def test_who_needs_a_page_that_is_on_its_way_gets_it_whole_at_once(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    begin(session, patient)
    measure(session, patient, "165", "58.4")
    workspace, _dose = open_dose(qtbot, session, patient)
    workspace.bring("plan")
    assert "plan" not in workspace.pages
    page = workspace.page("plan")
    assert page is workspace.pages["plan"] and not workspace.coming._turns.goes_on()
    qtbot.waitUntil(lambda: workspace.stack.currentWidget() is page, timeout=5_000)
