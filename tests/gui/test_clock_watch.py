"""A computer whose clock is behind the records says so, once."""

from datetime import UTC, datetime, timedelta

from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.shell.clock_watch import ClockWatch
from gui.shell.window import MainWindow
from tests.gui.dose_clinic import settle


def test_a_clock_behind_the_newest_entry_is_said_and_one_that_is_right_is_not(qtbot: QtBot, session: Session) -> None:
    window = MainWindow(session.lookup)
    qtbot.addWidget(window)
    window.attach(session)
    right = ClockWatch(session, window, window)
    right.look()
    settle(qtbot, session)
    assert window._strip is None
    behind = ClockWatch(session, window, window, lambda: datetime.now(UTC) - timedelta(days=3))
    behind.look()
    settle(qtbot, session)
    assert window._strip is not None
    assert "clock of this computer is behind" in window._strip.text()
    assert (datetime.now(UTC) - timedelta(days=3)).astimezone().strftime("%Y-%m-%d") in window._strip.text()
    window.clear_message()
    behind.look()
    settle(qtbot, session)
    assert window._strip.text() == ""
