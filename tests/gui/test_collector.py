"""Garbage in cycles is collected by the window's thread alone, whoever makes it."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.collector import Collector, set_aside


class Page(QObject):
    """Holds itself, as a page with a lambda in a signal does."""

    def __init__(self) -> None:
        super().__init__()
        self.own = self


@pytest.fixture(autouse=True)
def automatic() -> Iterator[None]:
    """Put back what other tests of this process expect."""
    yield
    gc.enable()
    gc.unfreeze()


def test_a_busy_thread_collects_nothing_and_the_window_s_thread_does(qtbot: QtBot) -> None:
    parent = QObject()
    collector = Collector(parent)
    assert not gc.isenabled()
    where: list[int] = []
    page = Page()
    weakref.finalize(page, lambda: where.append(threading.get_ident()))
    del page

    kept: list[list[int]] = []

    def busy() -> None:
        kept.extend([number] for number in range(50_000))  # enough for many automatic collections

    thread = threading.Thread(target=busy)
    thread.start()
    thread.join()
    assert where == []
    collector.look()  # the youngest objects are due, and the page is among them
    assert where == [threading.get_ident()]
    parent.deleteLater()


def test_the_timer_looks_by_itself(qtbot: QtBot) -> None:
    collector = Collector()
    looked: list[int] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        looked.append(threading.get_ident())

    gc.callbacks.append(note)
    kept = [[number] for number in range(5_000)]
    try:
        qtbot.waitUntil(lambda: bool(looked), timeout=10_000)
    finally:
        gc.callbacks.remove(note)
    assert set(looked) == {threading.get_ident()} and kept
    collector.deleteLater()


def test_pages_that_went_do_not_pile_up_however_much_was_made_between_two_looks(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.collector.WHOLE_EVERY_S", 0.0)
    collector = Collector()
    gone: list[int] = []
    page = Page()
    weakref.finalize(page, lambda: gone.append(1))
    for _ in range(2):
        kept = [[number] for number in range(2_000)]
        collector.look()  # the page grows old
    del page
    kept += [[number] for number in range(100_000)]  # as much as a page or two, in one second
    collector.look()
    assert gone == [1] and kept
    collector.deleteLater()


def test_what_is_loaded_ahead_is_set_aside_once_and_pages_made_later_still_go(qtbot: QtBot) -> None:
    gc.unfreeze()
    set_aside()
    assert not gc.get_freeze_count()  # somebody else collects: nothing is touched
    collector = Collector()
    set_aside()
    loaded = gc.get_freeze_count()
    gone: list[int] = []
    page = Page()
    weakref.finalize(page, lambda: gone.append(1))
    set_aside()
    assert gc.get_freeze_count() == loaded > 0
    del page
    gc.collect()
    assert gone == [1]
    collector.deleteLater()
