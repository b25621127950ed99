"""Every page of a patient by keyboard and by ear: names, keys that mean one thing, Tab in reading order, plain text."""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.calendar_page.calendar_page import CalendarPage
from gui.dose.dose_page import DosePage
from gui.session import Session
from gui.shell.window import MainWindow
from gui.widgets.reading_order import stops
from gui.workspace.workspace import Workspace
from tests.gui.course_clinic import patient_with_course, sign, wait_for_sheet
from tests.gui.dose_clinic import add_labs, add_patient, begin, measure
from tests.gui.response_clinic import scenario_19
from tests.gui.shell_parts import open_window, settled

INPUTS = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)
# One of several alike, a choice moved along by arrow keys, or a mark inside a widget: reached by Tab, not by a key.
WITHOUT_KEY = re.compile(
    r"(^change_|_override$|_reason_button$|_withdraw$|_word_\d|_open$|_more$|_now$|_other$|_label_\d|^dispensing_"
    r"|^agree_to_raise$|^prepare_order$|^scan_\d|^supportive_\w+_(tick|change)$|^supportive_(choices|add)$)"
)
LINE_PX = 12  # what stands this much higher or lower still stands on the same line


def _draft(session: Session) -> object:
    """Two open stops and a warning: the page at its fullest."""
    patient = add_patient(
        session, allergies=("carboplatin: anaphylaxis 2019",), dpyd_status="pending", dpyd_score=None,
        dpyd_date=None, medicines=("warfarin",),
    )  # fmt: skip
    measure(session, patient, "165", "58.0")
    add_labs(session, patient)
    begin(session, patient)
    return patient.id


def _signed(session: Session) -> object:
    patient, course = patient_with_course(session)
    sign(session, course)
    return patient.id


def _half_read(session: Session) -> object:
    """Two stored scans and a third that is being typed."""
    patient, course = scenario_19(session)
    session.actions.open_scan(session.person, uuid4(), course.id).result(30)
    return patient.id


def _nothing_yet(session: Session) -> object:
    return add_patient(session).id


PLACES: dict[str, tuple[Callable[[Session], object], str]] = {
    "begin": (_nothing_yet, "dose"),
    "dose, draft": (_draft, "dose"),
    "dose, signed": (_signed, "dose"),
    "plan": (_signed, "plan"),
    "response, before the baseline": (_signed, "response"),
    "response, scan typed": (_half_read, "response"),
    "trends": (_signed, "trends"),
    "calendar": (_signed, "calendar"),
    "chair": (_signed, "chair"),
    "history": (_signed, "history"),
}


@pytest.fixture(params=PLACES)
def window(request: pytest.FixtureRequest, session: Session, qtbot: QtBot) -> MainWindow:
    """The main window on one page of a patient."""
    enter, page = PLACES[request.param]
    patient = enter(session)
    shown = open_window(session, qtbot)
    shown.resize(1520, 900)
    shown.open_patient(patient, page)  # type: ignore[arg-type]
    settled(session, qtbot)
    workspace = shown.current_page()
    assert isinstance(workspace, Workspace)
    qtbot.waitUntil(lambda: workspace.pages.get(page) is workspace.stack.currentWidget(), timeout=10_000)
    made = workspace.pages[page]
    if isinstance(made, CalendarPage):
        wait_for_sheet(qtbot, session, made)
    if isinstance(made, DosePage):
        qtbot.waitUntil(lambda: bool(made.cards))
    return shown


def controls(window: MainWindow) -> list[QWidget]:
    """Inputs and buttons in sight, without the parts Qt makes inside its own widgets."""
    found: list[QWidget] = []
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        inside = isinstance(parent, QComboBox) or isinstance(parent and parent.parentWidget(), QComboBox)
        qts_own = inside or isinstance(parent, QTabBar) or widget.objectName().startswith("qt_")
        if isinstance(widget, INPUTS) and widget.isVisible() and not qts_own and not isinstance(widget, QHeaderView):
            found.append(widget)
    return found


def keys_of(window: MainWindow) -> Iterator[tuple[str, str]]:
    """Each key of a label, button or tab in sight with what it leads to."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        texts: list[str] = []
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
            texts = [widget.text()]
        elif isinstance(widget, QTabBar):
            texts = [widget.tabText(n) for n in range(widget.count())]
        for text in texts:
            if (found := re.search(r"&([^&\s])", text.replace("&&", ""))) is not None:
                yield found[1].lower(), text


def every_control_says_what_it_is(window: MainWindow, _qtbot: QtBot) -> None:
    every = controls(window)
    assert len(every) > 6
    assert not [(type(w).__name__, w.objectName()) for w in every if not w.accessibleName()]
    assert not [(type(w).__name__, w.accessibleName()) for w in every if not w.objectName()]
    names = Counter(w.objectName() for w in every)
    assert not [name for name, count in names.items() if count > 1]


def what_is_said_tells_the_controls_apart(window: MainWindow, _qtbot: QtBot) -> None:
    said = Counter(w.accessibleName() for w in controls(window))
    assert not [name for name, count in said.items() if count > 1]


def every_button_with_words_has_a_key(window: MainWindow, _qtbot: QtBot) -> None:
    workspace = window.current_page()
    buttons = [b for b in workspace.findChildren(QAbstractButton) if b.isVisible() and b.text()]
    without = [
        b.objectName()
        for b in buttons
        if not isinstance(b, QRadioButton)
        and re.search(r"[a-z]", b.text())
        and "&" not in b.text()
        and not WITHOUT_KEY.search(b.objectName())
    ]
    assert not without


def a_key_means_one_thing_on_a_page(window: MainWindow, _qtbot: QtBot) -> None:
    keys: dict[str, list[str]] = {}
    for key, text in keys_of(window):
        keys.setdefault(key, []).append(text)
    assert not {key: texts for key, texts in keys.items() if len(texts) > 1}


def walked(window: MainWindow, qtbot: QtBot) -> list[QWidget]:
    """Where Tab stops, from the rail round to the rail."""
    visited: list[QWidget] = []
    window.rail.buttons["patients"].setFocus()
    while (at := QApplication.focusWidget()) not in visited:
        assert at is not None, f"the focus is lost after {visited[-1].objectName()}"
        visited.append(at)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    assert at is visited[0]
    return visited


def tab_goes_as_the_eye_goes(window: MainWindow, qtbot: QtBot) -> None:
    """From top to bottom, in a line from left to right, round to where it began; nothing is left out."""
    visited = walked(window, qtbot)
    assert set(visited) == set(stops(window))
    backwards = []
    for before, after in itertools.pairwise(visited):
        if before.parentWidget() is not after.parentWidget():
            continue
        one, two = before.mapTo(window, QPoint(0, 0)), after.mapTo(window, QPoint(0, 0))
        higher = two.y() + LINE_PX < one.y() and two.x() <= one.x()
        if higher or (abs(two.y() - one.y()) <= LINE_PX and two.x() < one.x()):
            backwards.append((before.objectName(), after.objectName()))
    assert not backwards


def no_label_guesses_at_markup(window: MainWindow, _qtbot: QtBot) -> None:
    labels = [w for w in window.findChildren(QLabel) if w.text()]
    assert labels
    assert not [w.text() for w in labels if w.textFormat() != Qt.TextFormat.PlainText]


CHECKS = (
    every_control_says_what_it_is,
    what_is_said_tells_the_controls_apart,
    every_button_with_words_has_a_key,
    a_key_means_one_thing_on_a_page,
    no_label_guesses_at_markup,
    tab_goes_as_the_eye_goes,
)


def test_a_page_is_worked_by_keyboard_and_by_ear(window: MainWindow, qtbot: QtBot, subtests: pytest.Subtests) -> None:
    """Each check by itself, of one window: they only look, and the last one moves the focus."""
    for check in CHECKS:
        with subtests.test(check.__name__):
            check(window, qtbot)
