"""Treatment days of the gemcitabine regimens in the window: day 1 and day 8 with all items, and a go-ahead for each."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.workspace.provisional import treatment_days, waiting_days
from gui.workspace.state import state_of
from tests.gui.dose_clinic import DAY1, add_labs, add_patient, begin, measure, settle
from tests.gui.visit_clinic import SessionOn, button, open_visit, sign_and_give

DAY8 = date(2026, 3, 9)
GEMCITABINE = (
    ("gc", {}),
    ("gemox-d1d8", {"ici": "none", "gemcitabine_level": "g1000", "oxaliplatin_level": "ox100"}),
)


@pytest.mark.parametrize(("regimen", "options"), GEMCITABINE, ids=[name for name, _options in GEMCITABINE])
def test_day_1_and_then_day_8_are_checked_and_each_has_a_go_ahead_of_its_own(
    qtbot: QtBot, session_on: SessionOn, regimen: str, options: dict[str, str]
) -> None:
    session: Session = session_on(DAY8)
    patient = add_patient(session)
    measure(session, patient, "165", "58")
    add_labs(session, patient, bilirubin="9")
    course = begin(session, patient, options, regimen=regimen)

    def waiting() -> tuple[int, ...]:
        space = session.actions.workspace(patient.id).result(30)
        return waiting_days(state_of(space, session.settings), 1)

    assert waiting() == (1, 8)
    workspace, page = open_visit(qtbot, session, patient)
    assert "cycle 1 day 1" in page.ready.heading.text()
    sign_and_give(session, patient, course)
    assert waiting() == (8,)
    workspace.reload()
    settle(qtbot, session)
    qtbot.waitUntil(lambda: "cycle 1 day 8" in page.ready.heading.text(), timeout=10_000)
    words = page.ready.words()
    assert [item for item in words if item.startswith("Neutrophils")]
    assert [item for item in words if item.startswith("Platelets")]
    assert "rule set “" in page.ready.set_words.text()
    button(page, "go_ahead_telephone").click()
    settle(qtbot, session)
    assert waiting() == ()
    space = session.actions.workspace(patient.id).result(30)
    (given,) = space.go_aheads
    assert (given.cycle, given.cycle_day, given.for_day, given.way) == (1, 8, DAY8, "telephone")
    days = treatment_days(state_of(space, session.settings), 1)
    assert [(day, on) for day, on, _go_ahead in days] == [(1, DAY1), (8, DAY8)]
