"""When the program is wrong: a private report without patient data, words on the screen, and hooks given back."""

import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.crash import KEPT_REPORTS, CrashHandling, CrashRelay, describe, write_report

NAME = "Anna Lindqvist"


@pytest.fixture
def crash(tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[CrashHandling, CrashRelay]]:
    relay = CrashRelay()
    handling = CrashHandling(tmp_path, relay)
    handling.install()
    yield handling, relay
    handling.remove()


def fail() -> None:
    patient = {"name": NAME}
    raise KeyError(patient["name"])


def caught() -> KeyError:
    try:
        fail()
    except KeyError as error:
        return error
    raise AssertionError


def test_a_report_names_places_and_kinds_but_no_values() -> None:
    words = describe(caught())
    assert "KeyError" in words
    assert "in fail" in words
    assert NAME not in words


def test_causes_are_named_too() -> None:
    try:
        try:
            fail()
        except KeyError as error:
            raise ValueError(NAME) from error
    except ValueError as error:
        words = describe(error)
    assert "ValueError" in words and "KeyError" in words
    assert NAME not in words


def test_an_uncaught_exception_is_reported_privately(
    crash: tuple[CrashHandling, CrashRelay], tmp_path: Path, qtbot: QtBot
) -> None:
    error = caught()
    with qtbot.waitSignal(crash[1].crashed) as heard:
        sys.excepthook(type(error), error, error.__traceback__)
    report = Path(heard.args[0])
    assert report.parent == tmp_path / "crashes"
    assert NAME not in report.read_text(encoding="utf-8")
    if sys.platform != "win32":
        assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_a_thread_that_fails_is_reported(crash: tuple[CrashHandling, CrashRelay], qtbot: QtBot) -> None:
    with qtbot.waitSignal(crash[1].crashed):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()


def test_only_the_newest_reports_are_kept(tmp_path: Path) -> None:
    for _ in range(KEPT_REPORTS + 5):
        newest = write_report(tmp_path, caught())
    kept = sorted((tmp_path / "crashes").iterdir())
    assert len(kept) == KEPT_REPORTS
    assert kept[-1] == newest


def test_hooks_are_given_back(tmp_path: Path, qtbot: QtBot) -> None:
    handling = CrashHandling(tmp_path, CrashRelay())
    handling.install()
    handling.remove()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__
