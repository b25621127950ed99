"""The history says what was done about lesions, scans and follow-up in words, without an id in it."""

import re

from pytestqt.qtbot import QtBot

from gui.history.history_page import HistoryPage
from gui.history.scan_words import with_names
from gui.history.words import change_lines, what_words
from gui.session import Session
from tests.gui.course_clinic import open_page
from tests.gui.dose_clinic import settle
from tests.records.examples import Store
from tests.records.response_examples import busy_response

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}")


def test_scans_and_lesions_are_said_by_their_names_and_in_words(qtbot: QtBot, session: Session) -> None:
    store = Store(session.actions, session.person)
    course = store.course(answered=False)
    busy_response(store, course)
    space = session.actions.workspace(course.patient_id).result(30)
    lines = with_names(session.actions.history(course.patient_id).result(30), space.lesions)
    done = [what_words(line) for line in reversed(lines) if line.subject in ("lesion", "scan", "follow up")]
    assert done[0] == "Target lesion T1 named: liver · segment 7"
    assert "Baseline scan of 23 Feb 2026 read" in done
    assert "Scan of 13 Apr 2026 read, revision 2" in done
    assert "Scan replaced by a correction; it stays on record" in done
    assert done[-1] == "Follow-up: treatment ended 22 Jun 2026, progression"
    values = [dict(change_lines(line)) for line in lines if line.action == "complete scan"]
    assert any("T2 24.0 mm" in one.get("target lesions", "") for one in values)
    assert any(one.get("new lesions by name") == "X1 11 mm" for one in values)
    assert any(one.get("other disease") == "N1 present" for one in values)
    said = [" ".join(words for _, words in change_lines(line)) for line in lines if line.subject == "scan"]
    assert not [words for words in said if ID.search(words)]
    _, page = open_page(qtbot, session, space.patient, "history", HistoryPage)
    settle(qtbot, session)
    assert page.lines.rowCount() > 10
