"""The start of the program on records with and without accounts: nobody is let in by who was here last."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.options import Options, clock
from gui.places import open_lookup
from gui.running import Running
from gui.setup.recovery_gate import Gate
from gui.shell.window import MainWindow
from records.actions import Actions
from records.values.core import Person, SiteSettings
from tests.gui.shell_parts import click, settled
from tests.records.account_examples import SECRET, begin, hash_quickly

Start = Callable[[Path], Running]


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """The program on a store, from before its first paint until it is ready."""
    hash_quickly(monkeypatch)
    monkeypatch.setattr(Gate, "_first_unlock", lambda _gate: None)  # encryption is asked about elsewhere
    runs: list[tuple[MainWindow, Running]] = []

    def run(target: Path) -> Running:
        options = Options(data_dir=tmp_path, today=date(2026, 3, 2))
        keep = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        lookup = open_lookup(target, clock(options))
        window = MainWindow(lookup, lookup.first_lines(50) if lookup else (), keep)
        qtbot.addWidget(window)
        window.show()
        running = Running(qapp, window, options, tmp_path, target, keep)
        runs.append((window, running))
        with qtbot.waitSignal(running.ready, timeout=60_000):
            running.begin()
        assert running.session is not None
        settled(running.session, qtbot)
        return running

    yield run
    for window, running in runs:
        window.close()
        running.end()


def store_of(target: Path, make: Callable[[Actions], Person]) -> Person:
    """A closed store, set up, with one patient."""
    from uuid import uuid4

    from tests.records.examples import ENTRY

    actions = Actions.open(target)
    person = make(actions)
    wanted = SiteSettings(site_name="Day Unit", country="US", practice="us", first_dose="morning", set_up=True)
    actions.save_settings(person, wanted, "test").result(30)
    actions.add_patient(person, uuid4(), ENTRY).result(30)
    actions.close()
    return person


def test_records_with_accounts_open_with_the_sign_in_and_no_list(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "capox.db"
    person = store_of(target, lambda actions: begin(actions, "pharmacist").person)
    QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat).setValue("person", str(person.id))
    running = start(target)
    window, session = running._window, running.session
    assert session is not None and not session.has_person and session.accounts
    assert window.door.shut() and window.patients.rows.rowCount() == 0
    page = window.door.page
    QTest.keyClicks(page.login.edit, "pharmacist")
    QTest.keyClicks(page.password.edit, SECRET)
    click(qtbot, page.go_button)
    settled(session, qtbot)
    assert not window.door.shut() and window.patients.rows.rowCount() == 1
    written = [path for path in tmp_path.rglob("*") if path.suffix in (".log", ".txt", ".ini")]
    assert written and not [path for path in written if SECRET in path.read_text(encoding="utf-8", errors="replace")]


def test_records_of_before_ask_for_a_first_account(start: Start, tmp_path: Path) -> None:
    target = tmp_path / "capox.db"
    store_of(target, lambda actions: actions.add_person("Priya Raman", "pharmacist").result(30))
    window = start(target)._window
    assert window.door.shut() and window.door.page.mode() == "first account"
    assert not window.stack.isVisible()
