"""One run of the program: a store that is taken says so and can be tried again; closing keeps what was typed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Thread
from uuid import uuid4

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.options import Options, clock, read_options
from gui.patients.patient_form import PatientForm
from gui.patients.patient_list import PatientList
from gui.places import data_folder, open_lookup, store_target
from gui.running import Running
from gui.shell.window import MainWindow
from records.actions import Actions
from records.errors import StoreUnavailable
from tests.gui.shell_parts import click


@pytest.fixture
def running(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    monkeypatch.delenv("CAPOX_DATA_DIR", raising=False)
    options = Options(demo=True, data_dir=tmp_path, today=date(2026, 3, 2))
    monkeypatch.setenv("CAPOX_DATA_DIR", str(tmp_path))
    folder = data_folder(options)
    target = store_target(options, folder)
    keep = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(open_lookup(target, clock(options)), (), keep, demo=True)
    qtbot.addWidget(window)
    window.show()
    run = Running(qapp, window, options, folder, target, keep)
    yield run
    window.close()
    run.end()


def test_the_demo_clinic_is_made_once_and_opened_again(running: Running, qtbot: QtBot) -> None:
    with qtbot.waitSignal(running.ready, timeout=120_000):
        running.begin()
    window = running._window
    assert window.patients.rows.rowCount() >= 18
    assert running.session is not None and running.session.person.role == "pharmacist"
    qtbot.waitUntil(lambda: window.rail.buttons["today"]._side != "", timeout=10_000)


def test_records_open_elsewhere_are_told_in_words_and_tried_again(running: Running, qtbot: QtBot) -> None:
    other = Actions.open(running._target)
    other.opened.result(60)
    running.begin()
    window = running._window
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "window_message_try_again") is not None, timeout=20_000)
    said = window._strip.text() if window._strip is not None else ""
    assert "already open in another window" in said
    other.close()
    with qtbot.waitSignal(running.ready, timeout=120_000):
        click(qtbot, window.findChild(QPushButton, "window_message_try_again"))


def test_closing_the_window_keeps_what_was_typed_a_moment_ago(running: Running, qtbot: QtBot) -> None:
    with qtbot.waitSignal(running.ready, timeout=120_000):
        running.begin()
    window = running._window
    window.new_patient()
    form = window.current_page()
    assert isinstance(form, PatientForm)
    name = form.fields["name"].edit  # type: ignore[union-attr]
    qtbot.keyClicks(name, "Okafor")
    window.close()
    assert running.session is not None
    session = running.session
    assert session.actions.forms(session.drafts.station).result(10)["patient-new"]["name"] == "Okafor"
    assert not (running._folder / "drafts").exists()


def test_a_change_told_while_the_program_closes_asks_the_closed_store_for_nothing(
    running: Running, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(running.ready, timeout=120_000):
        running.begin()
    assert running.session is not None and running._actions is not None
    actions, asked = running._actions, []
    listeners = list(actions.changed)
    assert listeners
    monkeypatch.setattr(actions, "worklist", lambda day: asked.append(day))
    told = Thread(target=lambda: [listener(uuid4()) for listener in listeners])
    told.start()
    told.join()  # it waits in the queue of the window's thread
    running.end()
    assert actions.changed == []
    qapp.processEvents()
    assert asked == []
    running.end()  # once more is nothing


def test_log_and_crash_files_hold_no_patient(running: Running, qtbot: QtBot) -> None:
    with qtbot.waitSignal(running.ready, timeout=120_000):
        running.begin()
    assert running.session is not None
    names = [line.name for line in running.session.lookup.first_lines(50)]
    running.crash.report(KeyError(names[0]))
    written = [path for path in running._folder.rglob("*") if path.suffix in (".log", ".txt", ".ini")]
    assert written
    for path in written:
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not [name for name in names if name in text]


def test_options_are_read_and_a_day_can_be_fixed() -> None:
    options = read_options(["--demo", "--today", "2026-03-02", "--database", "postgresql://host/db"])
    assert clock(options)() == date(2026, 3, 2)
    assert store_target(options, Path("folder")) == "postgresql://host/db"
    assert store_target(Options(), Path("folder")) == Path("folder/capox.db")
    assert store_target(Options(demo=True), Path("folder")) == Path("folder/capox-demo.db")


def test_a_list_that_cannot_be_read_says_so_and_shows_nobody(qtbot: QtBot) -> None:
    class Broken:
        def first_lines(self, limit: int) -> tuple[()]:
            raise StoreUnavailable("The list of patients cannot be read from the file at the moment.")

    page = PatientList(Broken())  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.reload()
    assert "cannot be read" in page.empty.text()
    assert page.rows.rowCount() == 0
