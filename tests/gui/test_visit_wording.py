"""Whose words stand beside a grade at a visit, and what is shown where CTCAE 6.0 says something else than the rules."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.visit import visit_page
from gui.visit.event_row import EventRow
from gui.visit.terms import Terms
from gui.visit.visit_cards import VisitCards, make_cards
from gui.visit.visit_page import VisitPage
from regimen.grading.official import write_text
from regimen.grading.terms import COUNTS, VERSIONS, terms
from regimen.grading.workbook import load_workbook
from tests.gui.dose_clinic import settle
from tests.gui.visit_clinic import CYCLE_2, grade_shown, open_visit, press, save, say, second_cycle, type_lab

SessionOn = Callable[[date], Session]
HAND_FOOT = "Palmar-plantar erythrodysesthesia syndrome"


def load(session: Session, shared_cases: Path, version: str) -> None:
    """NCI's own workbook, as the page of Settings keeps it."""
    book = load_workbook(shared_cases.parent / "ctcae" / f"CTCAE_v{version}.xlsx")
    text = write_text(version, book.terms)
    session.actions.load_grading(session.person, uuid4(), text, book.sha256, book.saved).result(30)


def show_by(session: Session, version: str) -> None:
    wanted = replace(session.settings, ctcae_shown=version)  # type: ignore[arg-type]
    session.set_settings(session.actions.save_settings(session.person, wanted, "test").result(30))


def mark_of(row: EventRow) -> str:
    found = next(label for label in row.findChildren(QLabel) if label.objectName().endswith("_wording"))
    return found.text() if found.isVisible() else ""


@pytest.fixture
def page(qtbot: QtBot, session_on: SessionOn) -> tuple[Session, VisitPage]:
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    return session, open_visit(qtbot, session, patient)[1]


def test_our_words_stand_until_the_workbook_is_loaded_then_nci_s_on_the_open_page(
    qtbot: QtBot, page: tuple[Session, VisitPage], shared_cases: Path
) -> None:
    session, visit = page
    row = say(qtbot, visit, "loose stools", "2")
    ours = row.words.text()
    assert "our own words, CTCAE 5.0" in mark_of(row)
    load(session, shared_cases, "5.0")
    session.official.refresh()
    settle(qtbot, session)
    assert row.words.text() != ours and "4 - 6 stools" in row.words.text()
    assert mark_of(row) == "NCI wording, CTCAE 5.0" and row.draft.grade == 2


def test_wording_that_comes_while_the_page_is_being_made_is_shown_all_the_same(
    qtbot: QtBot, session_on: SessionOn, shared_cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after every start: the page is opened, and the workbook loaded long ago is read from the store meanwhile."""
    session = session_on(CYCLE_2)
    patient, _course = second_cycle(session)
    load(session, shared_cases, "5.0")
    texts = session.actions.wordings().result(30)
    monkeypatch.setattr(session.official, "want", lambda: None)

    def arriving(*given: Any) -> VisitCards:
        cards = make_cards(*given)
        session.official._on_texts(texts)
        return cards

    monkeypatch.setattr(visit_page, "make_cards", arriving)
    row = say(qtbot, open_visit(qtbot, session, patient)[1], "ringing in the ears", "2")
    assert row.draft.term == "Tinnitus" and mark_of(row) == "NCI wording, CTCAE 5.0"
    assert "limiting instrumental ADL" in row.words.text()


def test_a_term_without_words_of_ours_is_found_graded_and_says_so(
    qtbot: QtBot, page: tuple[Session, VisitPage], shared_cases: Path
) -> None:
    session, visit = page
    row = say(qtbot, visit, "aortic valve", "3")
    assert row.draft.term == "Aortic valve disease" and row.draft.grade == 3
    assert "can be loaded in Settings" in mark_of(row)
    load(session, shared_cases, "5.0")
    session.official.refresh()
    settle(qtbot, session)
    assert "regurgitation" in row.words.text() and mark_of(row) == "NCI wording, CTCAE 5.0"


def test_a_row_that_was_there_already_comes_into_sight_when_it_is_looked_for(
    qtbot: QtBot, page: tuple[Session, VisitPage]
) -> None:
    _session, visit = page
    visit.window().resize(1100, 700)
    assert visit.events is not None
    last = list(visit.events.rows.values())[-1]
    qtbot.waitUntil(lambda: last.visibleRegion().isEmpty())
    assert say(qtbot, visit, last.draft.term, "") is last
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().height() == last.height())


def test_a_grade_a_term_does_not_have_is_neither_offered_nor_taken(
    qtbot: QtBot, page: tuple[Session, VisitPage]
) -> None:
    _session, visit = page
    row = say(qtbot, visit, "hand-foot", "4")
    assert row.draft.term == HAND_FOOT and row.draft.grade is None
    assert set(row.grades.buttons) == {"0", "1", "2", "3"}
    press(qtbot, "3")
    assert row.draft.grade == 3


@pytest.mark.parametrize("version", VERSIONS)
def test_every_term_is_found_by_its_own_name(version: str) -> None:
    """The 26 "Other, specify" have names that begin alike; each must still be among those offered."""
    found = Terms("5.0", (), version)
    missing = [term.name for term in terms(version) if term.name not in {one.term for one in found.look(term.name)}]
    if version == "5.0":
        assert missing == []
    else:  # what 6.0 has under an older name is found under that
        assert len(terms(version)) == COUNTS[version] and [name for name in missing if found.term(name) is None] == []
        assert missing == []


def test_shown_by_6_0_a_value_says_both_grades_and_the_rules_keep_theirs(
    qtbot: QtBot, page: tuple[Session, VisitPage]
) -> None:
    session, visit = page
    type_lab(qtbot, visit, "neutrophils", "1.2")
    assert grade_shown(visit, "neutrophils") == "2"
    show_by(session, "6.0")
    settle(qtbot, session)
    assert grade_shown(visit, "neutrophils") == "1 · v5.0: 2"
    assert "shown by CTCAE 6.0, dose rules by 5.0" in visit.head.text()
    assert visit.labs is not None
    assert "grade 1 by CTCAE 6.0, as shown; the dose rules use grade 2 by CTCAE 5.0" in visit.labs.rows.reasons.text()
    assert visit.labs.rows.grades["neutrophils"] is not None
    assert visit.labs.rows.grades["neutrophils"].grade == 2
    show_by(session, "5.0")
    assert grade_shown(visit, "neutrophils") == "2"


def test_shown_by_6_0_the_words_of_both_versions_stand_where_they_differ(
    qtbot: QtBot, page: tuple[Session, VisitPage], shared_cases: Path
) -> None:
    session, visit = page
    for version in VERSIONS:
        load(session, shared_cases, version)
    session.official.refresh()
    settle(qtbot, session)
    show_by(session, "6.0")
    row = say(qtbot, visit, "loose stools", "2")
    assert "[CTCAE 6.0: " in row.words.text() and "4 - 6 stools" in row.words.text()


def test_a_term_only_6_0_has_is_offered_marked_stored_with_its_version_and_refuses_no_advice(
    qtbot: QtBot, page: tuple[Session, VisitPage]
) -> None:
    session, visit = page
    show_by(session, "6.0")
    assert visit.events is not None
    visit.events.search.edit.setText("Thrombotic microangiopathy")
    (found,) = [one for one in visit.events.search.found() if one.term == "Thrombotic microangiopathy"]
    assert "no dose rule reads it" in found.by
    visit.events.search.edit.clear()
    row = say(qtbot, visit, "Thrombotic microangiopathy", "3")
    assert row.draft.grade == 3 and "no dose rule reads this term" in mark_of(row)
    settle(qtbot, session)
    said = " ".join(strip.text() for strip in visit.proposals.strips())
    assert "read by no rule" in said and "can say nothing" not in said
    save(qtbot, session, visit)
    assert visit._state is not None
    (kept,) = session.actions.workspace(visit._state.space.patient.id).result(30).events
    assert (kept.entry.term, kept.entry.ctcae_version) == ("Thrombotic microangiopathy", "6.0")


def test_a_term_whose_very_name_is_typed_is_offered_first() -> None:
    for name in ("Thrombotic microangiopathy", "venous thromboembolism", "Hemolytic uremic syndrome"):
        assert Terms("5.0", (), "6.0").look(name)[0].term.lower() == name.lower()


def test_shown_by_5_0_a_term_only_6_0_has_is_not_offered() -> None:
    assert "Thrombotic microangiopathy" not in {one.term for one in Terms("5.0").look("thrombotic micro")}
