"""Scenario 15 counted in key strokes, every field of an event by keyboard, and what is asked at the review."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.theme.look import apply_look
from gui.visit.event_row import EventRow
from gui.visit.visit_page import VisitPage
from records.actions import Actions
from records.values.responses import FollowUpEntry
from records.values.visits import AdverseEventEntry, GradeOn, Steroid
from tests.gui.dose_clinic import settle
from tests.gui.visit_clinic import (
    CYCLE_2,
    HAND_FOOT,
    NEUROPATHY,
    SessionOn,
    open_visit,
    press,
    proposal,
    save,
    say,
    second_cycle,
    stroke,
    type_lab,
)


@dataclass
class Typist:
    """A person at the keyboard, and how often a key was pressed; a key with Ctrl or Shift is one stroke."""

    qtbot: QtBot
    strokes: int = 0
    log: list[str] = field(default_factory=list)

    def text(self, keys: str) -> None:
        """Letters and digits to whatever has the focus."""
        press(self.qtbot, keys)
        self.strokes += len(keys)

    def key(self, key: Qt.Key, times: int = 1, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One special key, several times."""
        for _ in range(times):
            stroke(self.qtbot, key, modifier)
        self.strokes += times

    def symptom(self, words: str, grade_and_letters: str) -> EventRow:
        """Ctrl+N, the symptom, Enter, then grade and letters."""
        self.key(Qt.Key.Key_N, modifier=Qt.KeyboardModifier.ControlModifier)
        self.text(words)
        self.key(Qt.Key.Key_Return)
        row = QApplication.focusWidget()
        assert isinstance(row, EventRow)
        self.text(grade_and_letters)
        return row

    def until(self, name: str) -> None:
        """Tab until the field of a name has the keys."""
        for _ in range(30):
            focused = QApplication.focusWidget()
            assert focused is not None
            self.log.append(focused.objectName())
            if focused.objectName() == name:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{name} is not reached by Tab: {self.log}")


def test_scenario_15_with_attribution_start_and_action_takes_well_under_two_minutes(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    person = Typist(qtbot)
    person.key(Qt.Key.Key_B, modifier=Qt.KeyboardModifier.ControlModifier)  # neutrophils
    person.key(Qt.Key.Key_Down)
    person.text("72")
    for words, keys, name, action in (
        ("tingl", "2oo", "peripheral_sensory_neuropathy", "oxaliplatin"),
        ("hand", "1cc", "palmar_plantar_erythrodysesthesia_syndrome", "capecitabine"),
        ("loose", "1cp", "diarrhea", "capecitabine"),
    ):
        person.symptom(words, keys)
        person.text("m")
        person.text("2026-03-20")  # the first day; left empty it is the day of the visit
        person.until(f"event_{name}_action_{action}_edit")
        person.text("dose n")
    for _ in range(2):
        person.key(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "is stored" in page.message.text(), timeout=15_000)
    settle(qtbot, session)
    space = actions.workspace(patient.id).result(30)
    said = {one.entry.term: one.entry for one in space.events}
    assert {term: (one.grade, one.start) for term, one in said.items()} == {
        NEUROPATHY: (2, "2026-03-20"), HAND_FOOT: (1, "2026-03-20"), "Diarrhea": (1, "2026-03-20"),
    }  # fmt: skip
    assert dict(said[NEUROPATHY].actions) == {"oxaliplatin": "DOSE NOT CHANGED"}
    assert dict(said["Diarrhea"].actions) == {"capecitabine": "DOSE NOT CHANGED"}
    assert person.strokes <= 100, person.strokes  # 97: at two keys a second 49 of the 120 seconds


def test_a_new_toxicity_takes_three_strokes_after_its_name(qtbot: QtBot, session_on: SessionOn) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    person = Typist(qtbot)
    row = person.symptom("itch", "1p")
    assert person.strokes == 1 + len("itch") + 3  # Ctrl+N, the name; Enter, grade, drug
    assert (row.draft.term, row.draft.grade, dict(row.draft.levels)) == ("Pruritus", 1, {"pembrolizumab": 3})
    assert page.events is not None


def test_every_field_of_an_event_is_reached_by_tab_and_stored(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    page.events.search.setFocus() if page.events else None
    person = Typist(qtbot)
    person.symptom("blurred", "2p")
    name = "event_blurred_vision"
    person.text("m2026-03-23")
    person.until(f"{name}_infusion_before")
    person.key(Qt.Key.Key_Right)  # after the infusion of that day
    person.until(f"{name}_serious_no")
    person.key(Qt.Key.Key_Right)
    person.until(f"{name}_important")
    person.key(Qt.Key.Key_Space)
    person.until(f"{name}_immune_yes")
    person.key(Qt.Key.Key_Space)
    for part, keys in (("location", "left"), ("baseline_yes", " "), ("baseline_grade_0", ""), ("treated_yes", " "),
                       ("treatment", "drops"), ("steroid_start", "2026-03-23"), ("steroid_peak", "0.5"),
                       ("other_action", "eye clinic"), ("dose_limiting_yes", ""), ("expected_yes", " "),
                       ("reported_on", "2026-03-23"), ("note", "since breakfast")):  # fmt: skip
        typed = part in (
            "location",
            "treatment",
            "steroid_start",
            "steroid_peak",
            "other_action",
            "reported_on",
            "note",
        )
        person.until(f"{name}_{part}_edit" if typed else f"{name}_{part}")
        person.text(keys)
        if part in ("baseline_grade_0", "dose_limiting_yes"):
            person.key(Qt.Key.Key_Right)  # grade 1; no
    save(qtbot, session, page)
    (event,) = actions.workspace(patient.id).result(30).events
    entry = event.entry
    assert (entry.before_infusion, entry.serious, entry.criteria, entry.immune) == (False, True, ("important",), "yes")
    assert (entry.location, entry.present_at_baseline, entry.baseline_grade) == ("left", True, 1)
    assert (entry.treated, entry.treatment, entry.other_action) == (True, "drops", "eye clinic")
    assert entry.steroid == Steroid(CYCLE_2, Decimal("0.5"), None)
    assert (entry.dose_limiting, entry.expected, entry.reported_on) == (False, True, CYCLE_2)
    assert entry.note == "since breakfast"


def test_what_was_stored_stands_in_the_fields_again_with_the_history_of_grades(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, course = second_cycle(session)
    entry = AdverseEventEntry(
        "Diarrhea", "2026-03", (GradeOn(1, date(2026, 3, 10)), GradeOn(2, date(2026, 3, 12))), immune="unsure",
        steroid=Steroid(date(2026, 3, 12), Decimal("1.0"), date(2026, 3, 20)), treated=True, location="everywhere",
    )  # fmt: skip
    kept = actions.report_event(session.person, uuid4(), course.id, entry).result(30)
    _workspace, page = open_visit(qtbot, session, patient)
    assert page.events is not None
    row = page.events.rows[str(kept.id)]
    row.setFocus()
    press(qtbot, "m")
    details = row.findChild(type(row._details), "event_diarrhea_details")
    assert details is row._details is not None
    assert (details.start.text(), details.start.refusal()) == ("2026-03", "")
    assert (details.more.steroid_peak.text(), details.more.steroid_end.text()) == ("1.0", "2026-03-20")
    assert details.more.immune.value() == "unsure"
    assert details.history.text().splitlines()[0].startswith("no. 1, entered ")
    assert details.history.text().splitlines()[1:] == [
        "grade 1 from Tue 10 Mar 2026, said by Priya Raman", "grade 2 from Thu 12 Mar 2026, said by Priya Raman",
    ]  # fmt: skip
    row.setFocus()
    press(qtbot, "2")
    save(qtbot, session, page)
    (after,) = actions.workspace(patient.id).result(30).events
    assert after.entry == kept.entry  # looking at it changes nothing


def test_no_adverse_events_is_a_statement_of_its_own(qtbot: QtBot, session_on: SessionOn, actions: Actions) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    assert page.events is not None
    check = page.events.none.check
    check.setFocus()
    stroke(qtbot, Qt.Key.Key_Space)
    assert check.isChecked()
    row = say(qtbot, page, "diarr", "1")
    assert not check.isChecked()
    assert not check.isEnabled()
    row.setFocus()
    stroke(qtbot, Qt.Key.Key_Delete)
    assert check.isEnabled()
    check.setFocus()
    stroke(qtbot, Qt.Key.Key_Space)
    save(qtbot, session, page)
    visit = actions.workspace(patient.id).result(30).visits[-1]
    assert (visit.entry.any_event, visit.entry.asked_not_present) == (False, ())
    assert page.events.none.said()


def test_a_low_count_without_an_event_and_two_reactions_on_one_day_are_asked_about(
    qtbot: QtBot, session_on: SessionOn
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    type_lab(qtbot, page, "platelets", "40")
    say(qtbot, page, "infusion related reaction", "2")
    say(qtbot, page, "allergic reaction", "2")
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    words = page.review.text()
    assert "Platelet count decreased is grade 3 by the number; no event says so." in words
    assert "An infusion related reaction and an allergic reaction on one day" in words
    line = next(line for line in words.splitlines() if line.startswith("Infusion related reaction: "))
    assert "Action taken with pembrolizumab, oxaliplatin, capecitabine? Not yet said." in line


def test_the_worst_grade_since_last_time_is_kept_with_its_day_and_speaks_to_the_rules(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    if page.events is not None:
        page.events.search.setFocus()
    person = Typist(qtbot)
    row = person.symptom("loose", "1Cm2026-03-09")
    person.until("event_diarrhea_peak_none")
    person.key(Qt.Key.Key_Right, 3)  # no, 1, 2, 3
    assert "from which day was it grade 3?" in row.refused()[0]
    person.until("event_diarrhea_peak_on_edit")
    person.text("2026-03-08")
    assert "dated before it began" in row.refused()[0]
    person.key(Qt.Key.Key_Backspace, 2)
    person.text("11")
    assert row.refused() == ()
    assert "capecitabine" in proposal(page, "capecitabine") and "grade 3 from 2026-03-09" in proposal(
        page, "capecitabine"
    )
    QApplication.processEvents()  # what was looked for has come into sight long before a person goes on
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Diarrhea grade 1 (was grade 3 from 2026-03-11)" in page.review.text()
    qtbot.waitUntil(lambda: page.middle.verticalScrollBar().value() == 0)  # the field with the keys leaves it there
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "is stored" in page.message.text(), timeout=15_000)
    settle(qtbot, session)
    (event,) = actions.workspace(patient.id).result(30).events
    assert [(one.grade, one.on) for one in event.entry.grades] == [(3, date(2026, 3, 11)), (1, CYCLE_2)]
    assert (event.entry.start, event.entry.grade, event.entry.highest_grade) == ("2026-03-09", 1, 3)


def test_what_does_not_add_up_is_said_beside_the_fields_and_other_asks_which(
    qtbot: QtBot, session_on: SessionOn, actions: Actions
) -> None:
    session = session_on(CYCLE_2)
    patient, course = second_cycle(session)
    follow = FollowUpEntry(death_on=date(2026, 3, 10))
    actions.save_follow_up(session.person, uuid4(), course.id, None, follow).result(30)
    _workspace, page = open_visit(qtbot, session, patient)
    if page.events is not None:
        page.events.search.setFocus()
    person = Typist(qtbot)
    person.symptom("eye disorders - other", "2")
    focused = QApplication.focusWidget()
    assert focused is not None and focused.objectName() == "event_eye_disorders_other_specify_specify_edit"
    person.text("dry eye")
    found = page.findChild(QLabel, "event_eye_disorders_other_specify_findings")
    assert isinstance(found, QLabel) and found.isVisible()
    for words in ("is a term of its own", "Which eye?", "after the death", "Serious, yes or no?"):
        assert words in found.text()
    person.symptom("loose", "5c")
    stroke(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    words = page.review.text()
    line = next(line for line in words.splitlines() if line.startswith("Diarrhea: "))
    assert "Outcome fatal, grade 5 and death as criterion belong together; one is missing." in line
    assert "Serious, yes or no? Caused by pembrolizumab, oxaliplatin? Not yet said. Action taken with" in line
    page.flush()


@pytest.mark.parametrize(("scale", "look"), [(100, "light"), (200, "dark")])
def test_the_folded_fields_fit_at_every_size(
    qtbot: QtBot, session_on: SessionOn, qapp: QApplication, scale: int, look: str
) -> None:
    apply_look(qapp, look, scale)
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    _workspace, page = open_visit(qtbot, session, patient)
    row = say(qtbot, page, "diarr", "2m")
    details = row._details
    assert details is not None
    details.more.treated.choose("yes")
    details.serious.choose("yes")
    QApplication.processEvents()
    assert page.middle.horizontalScrollBar().maximum() == 0
    assert details.minimumSizeHint().width() <= details.width()
    page.advice.now()
    QApplication.processEvents()
    inner = page.middle.widget()
    assert inner is not None
    qtbot.waitUntil(lambda: inner.height() == inner.heightForWidth(inner.width()), timeout=3_000)  # no void below
    assert page.right.isHidden() or page.right.needed_width() <= page.right.width()  # nothing sideways
    _leave(page)


def _leave(page: VisitPage) -> None:
    page.flush()
