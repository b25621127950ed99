"""A kiosk's window fills the screen, and no key or cross closes it; a broken capox.toml is said in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.app import _places
from gui.options import Options, read_options
from gui.shell.kiosk import Kiosk


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CAPOX_DATABASE", raising=False)
    monkeypatch.setenv("CAPOX_DATA_DIR", str(tmp_path))  # --data-dir writes it; put back after each test


def test_the_window_fills_the_screen_and_stays(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window, before_close_func=lambda _: window.removeEventFilter(kiosk))
    kiosk = Kiosk(window)
    kiosk.show()
    qtbot.waitUntil(window.isFullScreen)
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert not window.close() and window.isVisible()
    window.showNormal()
    qtbot.waitUntil(window.isFullScreen)


def test_the_option_and_the_file_both_ask_for_it(tmp_path: Path) -> None:
    assert read_options(["--kiosk"]).kiosk
    options = Options(data_dir=tmp_path)
    assert _places(options) == (tmp_path, tmp_path / "capox.db", False, "")
    (tmp_path / "capox.toml").write_text("kiosk = true\n")
    assert _places(options)[2]


def test_a_file_that_cannot_be_read_opens_nothing_and_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("records.keeping.places.own_folder", lambda: tmp_path)
    (tmp_path / "capox.toml").write_text("kiosk = maybe\n")
    folder, target, _kiosk, refusal = _places(Options(data_dir=tmp_path))
    assert folder == target == tmp_path and "cannot be read; nothing was opened" in refusal
