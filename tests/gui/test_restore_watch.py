"""Records on a server that were put back: this computer remembers how far they went, and says what is missing."""

from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.shell.restore_watch import FILE, RestoreWatch, keep_known, read_known
from records.values.restored import KnownTrail, RestoreLook
from tests.gui.shell_parts import open_window, settled

TARGET = "postgresql://capox@server.example/clinic"
KNOWN = KnownTrail("7301", 16500, 1, 120, "a" * 64)
BEHIND = RestoreLook(replace(KNOWN, table=17000, seq=90, hash="b" * 64), "behind", "2026-03-01T08:15:00+00:00")


def answered(value: Any) -> "Future[Any]":
    future: Future[Any] = Future()
    future.set_result(value)
    return future


@pytest.mark.parametrize(
    ("found", "words"),
    [("behind", "newest entry is number 90, of 2026-03-01 08:15"), ("other", "Entry number 120 is not the one"),
     ("moved", "every entry this computer knew of is in them")],
)  # fmt: skip
def test_a_restore_is_said_and_told_once_and_remembered(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: str, words: str
) -> None:
    window = open_window(session, qtbot)
    told: list[tuple[KnownTrail, RestoreLook]] = []
    seen = replace(BEHIND, found=found)

    def look(known: KnownTrail | None) -> "Future[RestoreLook]":
        return answered(seen if known == KNOWN else replace(seen, found=""))

    def notice(_by: object, known: KnownTrail, at: RestoreLook) -> "Future[UUID]":
        told.append((known, at))
        return answered(uuid4())

    monkeypatch.setattr(session.actions, "look_for_restore", look)
    monkeypatch.setattr(session.actions, "notice_restore", notice)
    keep_known(tmp_path, TARGET, KNOWN)
    watch = RestoreWatch(session, window, tmp_path, TARGET)
    watch.look()
    qtbot.waitUntil(lambda: read_known(tmp_path, TARGET) == seen.now)
    settled(session, qtbot)
    assert window._strip is not None and words in window._strip.text() and told == [(KNOWN, seen)]
    watch.look()
    settled(session, qtbot)
    assert told == [(KNOWN, seen)]
    kept = (tmp_path / FILE).read_text("utf-8")
    assert "server.example" not in kept and "capox" not in kept


def test_the_first_look_of_a_computer_remembers_and_says_nothing(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(session, qtbot)
    monkeypatch.setattr(session.actions, "look_for_restore", lambda known: answered(RestoreLook(KNOWN)))
    (tmp_path / FILE).write_text("not what this program wrote", "utf-8")
    watch = RestoreWatch(session, window, tmp_path, TARGET)
    watch.look()
    qtbot.waitUntil(lambda: read_known(tmp_path, TARGET) == KNOWN)
    settled(session, qtbot)
    assert window._strip is None
