"""What the banner and the weight's note say of a patient is seen as it is meant."""

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.theme.look import tokens
from gui.workspace.banner import Banner
from gui.workspace.state import banner_facts, state_of
from tests.gui.dose_clinic import DAY1, add_labs, add_patient, begin, measure, open_dose, retype


def shown_colour(banner: Banner, name: str) -> QColor:
    """The colour in which a fact's value is painted."""
    value = getattr(banner, name).value
    value.ensurePolished()
    return QColor(value.palette().color(value.foregroundRole()))


def test_an_allergy_and_a_missing_dpyd_result_stand_out_in_the_banner(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session, allergies=("carboplatin: anaphylaxis 2019",), dpyd_status="pending", dpyd_score=None)
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show()
    space = session.actions.workspace(patient.id).result(30)
    banner.show_facts(banner_facts(state_of(space, session.settings), DAY1))
    assert shown_colour(banner, "allergies") == QColor(tokens().stop.text)
    assert shown_colour(banner, "dpyd") == QColor(tokens().warn.text)
    assert shown_colour(banner, "born") == QColor(tokens().text)


def test_before_the_first_order_no_doses_so_far_are_spoken_of(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    measure(session, patient, "165", "57.0", on=date(2026, 2, 20))
    add_labs(session, patient)
    begin(session, patient)
    _workspace, page = open_dose(qtbot, session, patient)
    retype(qtbot, page, "weight_edit", "58.0")
    assert page.basis is not None
    note = page.basis.weight.message
    qtbot.waitUntil(lambda: "58.0 kg" in note.text() and "+1.8 %" in note.text(), timeout=5_000)
    assert note.text() == "read as 58.0 kg · last weight 57.0 kg (+1.8 %)"


def test_a_cycle_after_the_planned_ones_is_not_counted_among_them(qtbot: QtBot, session: Session) -> None:
    patient = add_patient(session)
    begin(session, patient)
    facts = banner_facts(state_of(session.actions.workspace(patient.id).result(30), session.settings), DAY1)
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_facts(facts)
    assert banner.course.value.text() == "Cycle 1 of 8 · day 1 Mon 2 Mar 2026"
    banner.show_facts(replace(facts, cycle=9))
    assert banner.course.value.text() == "Cycle 9, after the 8 planned · day 1 Mon 2 Mar 2026"
