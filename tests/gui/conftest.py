"""A real store, a real session and a real look for every window test; nothing is left open afterwards."""

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.link import Link
from gui.session import Session
from gui.theme.look import apply_look
from outcomes.worker import OutcomesWorker
from records.actions import Actions
from records.lookup import Lookup
from records.values.core import Person, SiteSettings
from tests.empty_store import empty_store
from tests.gui.staffed_store import staffed, staffed_store

TODAY = date(2026, 3, 2)  # a Monday: day 1 of the scenarios


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    """The look in force, and afterwards no window left, as a person would leave the program."""
    apply_look(qapp, "light", 100)
    yield
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    gc.collect()


@pytest.fixture
def actions(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Actions]:
    """The program's own way into a fresh store; a test of a set up site finds its person and settings there."""
    lay = staffed_store if "settings" in request.fixturenames else empty_store
    opened = Actions.open(lay(tmp_path / "clinic.db"))
    opened.opened.result(60)
    yield opened
    opened.close()


@pytest.fixture
def pharmacist(request: pytest.FixtureRequest, actions: Actions) -> Person:
    """The person at the screen."""
    if "settings" in request.fixturenames:
        return staffed()[1]
    return actions.add_person("Priya Raman", "pharmacist").result(30)


@pytest.fixture
def settings(actions: Actions, pharmacist: Person) -> SiteSettings:
    """A US site, set up."""
    return staffed()[2]


@pytest.fixture
def session(
    qapp: QApplication, qtbot: QtBot, actions: Actions, pharmacist: Person, settings: SiteSettings, tmp_path: Path
) -> Iterator[Session]:
    """What every page is given; an exception anywhere fails the test."""
    crashes: list[object] = []
    made = Session(
        actions,
        Lookup(tmp_path / "clinic.db"),
        Link(),
        settings=settings,
        person=pharmacist,
        today=lambda: TODAY,
    )
    made.link.crashed.connect(crashes.append)
    yield made
    made.close()
    assert not crashes, crashes


@pytest.fixture
def session_on(
    qapp: QApplication, qtbot: QtBot, actions: Actions, pharmacist: Person, settings: SiteSettings, tmp_path: Path
) -> Iterator[Callable[[date], Session]]:
    """A session that works on a day; an exception anywhere fails the test."""
    crashes: list[object] = []
    made: list[Session] = []

    def session_of(day: date) -> Session:
        session = Session(
            actions, Lookup(tmp_path / "clinic.db"), Link(), settings=settings, person=pharmacist, today=lambda: day
        )
        session.link.crashed.connect(crashes.append)
        made.append(session)
        return session

    yield session_of
    for session in made:
        session.close()
    assert not crashes, crashes


@pytest.fixture(scope="session")
def reckoning() -> Iterator[OutcomesWorker]:
    """The process for outcomes, started once: it takes seconds to load its libraries."""
    worker = OutcomesWorker()
    yield worker
    worker.close()


@pytest.fixture
def one_worker(reckoning: OutcomesWorker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every session of the test uses the process that runs already, and leaves it running."""

    class Shared:
        def put(self, asked: object) -> Future[Any]:
            return reckoning.put(asked)

        def close(self) -> None:
            """Others go on using it."""

    monkeypatch.setattr("outcomes.worker.OutcomesWorker", Shared)
