"""Answers of other threads arrive in the window's thread, once, and only where somebody still listens."""

import threading
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.link import Link
from records.errors import Conflict
from regimen.errors import RegimenError
from treatment_calendar.paper.worker import WorkerDied


@pytest.fixture
def link(qtbot: QtBot) -> Link:
    return Link()


def test_forty_answers_from_another_thread_arrive_in_this_one(link: Link, qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    with ThreadPoolExecutor(1) as pool:
        for number in range(40):
            link.ask(pool.submit(lambda n=number: n), lambda n: heard.append((n, threading.get_ident())))
        qtbot.waitUntil(lambda: len(heard) == 40)
    assert [n for n, _thread in heard] == list(range(40))
    assert {thread for _n, thread in heard} == {threading.get_ident()}
    assert link.waiting() == 0


@pytest.mark.parametrize(
    "error", [RegimenError("Height is needed."), Conflict("Changed meanwhile.", 1, 2), WorkerDied("Try again.")]
)
def test_a_refusal_is_told_as_its_sentence(link: Link, qtbot: QtBot, error: Exception) -> None:
    heard: list[str] = []
    future: Future[None] = Future()
    link.ask(future, lambda _none: heard.append("done"), lambda sentence, _error: heard.append(sentence))
    future.set_exception(error)
    qtbot.waitUntil(lambda: heard == [str(error)])


def test_a_refusal_nobody_asked_to_hear_is_shown_by_the_window(link: Link, qtbot: QtBot) -> None:
    future: Future[None] = Future()
    link.ask(future, lambda _none: None)
    with qtbot.waitSignal(link.unheard) as heard:
        future.set_exception(RegimenError("That cannot be done."))
    assert heard.args == ["That cannot be done."]


def test_a_fault_of_the_program_goes_to_the_crash_report(link: Link, qtbot: QtBot) -> None:
    future: Future[None] = Future()
    told: list[str] = []
    link.ask(future, lambda _none: None, lambda sentence, _error: told.append(sentence))
    with qtbot.waitSignal(link.crashed) as heard:
        future.set_exception(KeyError("Lindqvist"))
    assert isinstance(heard.args[0], KeyError)
    assert told and "Lindqvist" not in told[0]


def test_an_answer_for_a_closed_page_is_dropped(link: Link, qtbot: QtBot) -> None:
    page = QWidget()
    heard: list[object] = []
    future: Future[int] = Future()
    link.ask(future, heard.append, owner=page)
    page.deleteLater()
    qtbot.waitUntil(lambda: not _alive(page))
    future.set_result(1)
    qtbot.waitUntil(lambda: link.waiting() == 0)
    assert heard == []


def _alive(thing: QObject) -> bool:
    from shiboken6 import isValid

    return isValid(thing)


def test_work_runs_in_another_thread_and_comes_back(link: Link, qtbot: QtBot) -> None:
    heard: list[int] = []
    link.run(threading.get_ident, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard[0] != threading.get_ident()
    link.close()


def test_after_closing_nothing_arrives(link: Link, qtbot: QtBot) -> None:
    heard: list[int] = []
    future: Future[int] = Future()
    link.ask(future, heard.append)
    link.close()
    future.set_result(1)
    qtbot.waitUntil(lambda: link.waiting() == 0)
    assert heard == []
