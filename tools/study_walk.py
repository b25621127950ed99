"""The synthetic study in the window, from its records to its figures.

tools/write_pictures.py draws it for docs/study.md. The store is the one `capox outcomes demo` makes.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from gui.outcomes.cohort_view import CohortView
from gui.outcomes.outcomes_page import OutcomesPage
from gui.pictures import settle
from gui.response.response_page import ResponsePage
from gui.session import Session
from gui.shell.window import MainWindow
from gui.workspace.workspace import Workspace
from records.demo.study import make_study, study
from records.keeping.places import DEMO

Picture = Callable[[str], None]
QUIET_MS = 600
SHOWN = "D04"  # two delays, two lower doses, a confirmed response, then a new lesion


def make_store(folder: Path) -> date:
    """The study where `--demo` looks for its store; the day it is shown on."""
    make_study(folder / DEMO)
    shown_on: date = study()["today"]
    return shown_on


def walk(window: MainWindow, session: Session, picture: Picture) -> None:
    """The whole walk; `picture` is called with a name at each step worth seeing."""
    patient = session.lookup.search(SHOWN, 1)[0].id
    window.open_patient(patient, "response")
    settle(session, QUIET_MS)
    workspace = window.current_page()
    assert isinstance(workspace, Workspace)
    page = workspace.page("response")
    assert isinstance(page, ResponsePage)
    picture("1-patient")
    view = cohort_of_records(window, session)
    show_part(view, session, "baseline")
    picture("2-baseline")
    show_part(view, session, "response")
    view.choice.interval.choose("wilsoncc")
    settle(session, QUIET_MS)
    view.table.setCurrentIndex(view.table.model().index(0, 2))
    settle(session, QUIET_MS)
    picture("3-response")
    show_part(view, session, "survival")
    picture("4-survival")
    show_part(view, session, "treatment")
    picture("5-treatment")


def cohort_of_records(window: MainWindow, session: Session) -> CohortView:
    """Everybody of the records, read as a click on the button reads them."""
    page = window.show_page("outcomes")
    assert isinstance(page, OutcomesPage)
    view = page.show_view("cohort")
    assert isinstance(view, CohortView)
    view.records_button.click()
    while view.answer() is None or not view.settled():
        settle(session, QUIET_MS)
    return view


def show_part(view: CohortView, session: Session, part: str) -> None:
    """One part of the figures, with its plot."""
    view.part.choose(part)
    settle(session, QUIET_MS)
