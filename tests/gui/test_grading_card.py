"""Settings, grading criteria: a workbook is chosen, checked, looked at, kept, and taken out of use, all by hand."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.settings import grading_reading
from gui.settings.grading_card import GradingCard
from gui.settings.settings import Settings
from regimen.grading.workbook import Workbook, load_workbook
from tests.gui.dose_clinic import retype, settle, show_active
from tests.gui.file_answers import answer_file
from tests.regimen.grading.workbooks import made, whole


@pytest.fixture
def card(qtbot: QtBot, session: Session) -> GradingCard:
    """The card on the page Settings, with everything read."""
    page = Settings(session)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    show_active(qtbot, page)
    settle(qtbot, session)
    page.scroller.ensureWidgetVisible(page.grading)
    return page.grading


def put(folder: Path, data: bytes, name: str = "CTCAE.xlsx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def type_path(qtbot: QtBot, session: Session, card: GradingCard, path: Path) -> None:
    """The path typed and Enter pressed, as somebody without a mouse does."""
    retype(qtbot, card, "settings_grading_file_edit", str(path))
    qtbot.keyClick(card.file.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.progress.isHidden(), timeout=20_000)
    settle(qtbot, session)


def button(card: QWidget, name: str) -> QPushButton:
    found = card.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def row(card: GradingCard, version: str) -> str:
    """What stands there of one version."""
    holder = card.findChild(QWidget, f"settings_grading_{version.replace('.', '_')}")
    assert holder is not None
    return " ".join(label.text() for label in holder.findChildren(QWidget) if hasattr(label, "text"))


def test_a_workbook_is_typed_checked_looked_at_and_kept(
    qtbot: QtBot, session: Session, card: GradingCard, tmp_path: Path
) -> None:
    assert "our own words" in row(card, "5.0") and "All 850 terms" in row(card, "6.0")
    type_path(qtbot, session, card, put(tmp_path, whole()))
    said = card.found_words.text()
    assert card.found.isVisible() and "CTCAE 5.0" in said and "all 837 terms" in said
    assert "Diarrhea, grade 2: invented 2" in said and "Until now" in said
    assert session.actions.gradings().result(30) == ()  # looked at is not kept
    assert card.keep_button.hasFocus()
    whole_height = card.keep_button.height()
    qtbot.waitUntil(lambda: card.keep_button.visibleRegion().boundingRect().height() == whole_height)
    qtbot.keyClick(card.keep_button, Qt.Key.Key_Space)
    settle(qtbot, session)
    assert card.file.edit.hasFocus()  # not a page's button somewhere else
    (kept,) = session.actions.gradings().result(30)
    assert kept.in_use and kept.by == session.person.name
    assert "837 terms, is in use from now on" in card.message.text()
    assert "NCI's wording of all 837 terms is in use" in row(card, "5.0") and kept.file_sha256[:12] in row(card, "5.0")
    assert card.found.isHidden() and session.official.of("5.0") is not None


def test_a_file_chosen_with_the_mouse_is_read_at_once_and_a_second_look_names_what_changed(
    qtbot: QtBot, session: Session, card: GradingCard, tmp_path: Path
) -> None:
    type_path(qtbot, session, card, put(tmp_path, whole()))
    qtbot.mouseClick(card.keep_button, Qt.MouseButton.LeftButton)
    settle(qtbot, session)

    def reword(rows: list[list[object]]) -> None:
        rows[1][3] = "reworded"

    other = put(tmp_path, made(reword), "other.xlsx")
    qtbot.mouseClick(card.choose_button, Qt.MouseButton.LeftButton)
    answer_file(qtbot, other)
    qtbot.waitUntil(lambda: card.found.isVisible(), timeout=20_000)
    assert "1 terms are worded otherwise than now: Anemia" in card.found_words.text()
    qtbot.mouseClick(card.drop_button, Qt.MouseButton.LeftButton)
    assert card.file.edit.hasFocus()
    assert card.found.isHidden() and len(session.actions.gradings().result(30)) == 1


def test_it_goes_out_of_use_only_with_a_reason(
    qtbot: QtBot, session: Session, card: GradingCard, tmp_path: Path
) -> None:
    type_path(qtbot, session, card, put(tmp_path, whole()))
    qtbot.mouseClick(card.keep_button, Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    qtbot.mouseClick(button(card, "settings_grading_stop_5_0"), Qt.MouseButton.LeftButton)
    assert card.ending.isVisible() and card.reason.edit.hasFocus()
    qtbot.mouseClick(card.stop_button, Qt.MouseButton.LeftButton)
    assert card.reason.refusal()
    qtbot.keyClicks(card.reason.edit, "wrong edition")
    qtbot.mouseClick(card.stop_button, Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    assert "our own words" in row(card, "5.0") and session.official.of("5.0") is None
    assert card.ending.isHidden()


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"\0" * 30_000_000)
    return packed.getvalue()


def entities() -> bytes:
    xml = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole())) as good, zipfile.ZipFile(packed, "w") as package:
        for part in good.infolist():
            package.writestr(part.filename, xml if part.filename.endswith("workbook.xml") else good.read(part))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (bomb, "compressed in a way no workbook is"),
        (entities, "damaged"),
        (lambda: made(title="Sheet1"), "has no sheet"),
        (lambda: whole()[: len(whole()) // 2], "damaged"),
        (lambda: b"", "no Excel workbook"),
    ],
    ids=["zip bomb", "xml bomb", "another sheet", "cut", "empty"],
)
def test_a_hostile_or_wrong_file_is_refused_in_a_sentence_and_nothing_is_kept(
    data: Callable[[], bytes], said: str, qtbot: QtBot, session: Session, card: GradingCard, tmp_path: Path
) -> None:
    type_path(qtbot, session, card, put(tmp_path, data()))
    assert card.message.tone() == "stop" and said in card.message.text() and "Nothing was kept" in card.message.text()
    assert card.found.isHidden() and session.actions.gradings().result(30) == ()


def test_no_path_and_a_path_to_nothing_are_answered_in_words(
    qtbot: QtBot, session: Session, card: GradingCard, tmp_path: Path
) -> None:
    qtbot.mouseClick(card.read_button, Qt.MouseButton.LeftButton)
    assert "Which workbook?" in card.message.text()
    type_path(qtbot, session, card, tmp_path / "none.xlsx")
    assert "cannot be read" in card.message.text()


def test_reading_can_be_stopped_and_the_window_answers_meanwhile(
    qtbot: QtBot, session: Session, card: GradingCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, clicked = Event(), Event()

    def slowly(path: Path, watch: Callable[[int], bool]) -> Workbook:
        begun.set()
        assert clicked.wait(20)
        return load_workbook(path, watch)

    monkeypatch.setattr(grading_reading, "load_workbook", slowly)
    retype(qtbot, card, "settings_grading_file_edit", str(put(tmp_path, whole())))
    qtbot.mouseClick(card.read_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(begun.is_set)
    assert card.progress.isVisible()
    qtbot.mouseClick(card.cancel_button, Qt.MouseButton.LeftButton)
    clicked.set()
    settle(qtbot, session)
    assert card.message.tone() == "note" and "was stopped; nothing was kept" in card.message.text()
    assert card.progress.isHidden() and card.found.isHidden()


def test_a_nurse_is_told_who_may_load_it(qtbot: QtBot, session: Session, card: GradingCard, tmp_path: Path) -> None:
    session.set_person(session.actions.add_person("Nora Nurse", "nurse").result(30))
    type_path(qtbot, session, card, put(tmp_path, whole()))
    qtbot.mouseClick(card.keep_button, Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    assert card.message.tone() == "stop" and "is not for the role nurse" in card.message.text()


def test_the_version_shown_is_kept_at_once_and_said(qtbot: QtBot, session: Session, card: GradingCard) -> None:
    qtbot.mouseClick(card.shown.buttons["6.0"], Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    assert session.settings.ctcae_shown == "6.0" == session.actions.settings().result(30).ctcae_shown
    assert "shown by CTCAE 6.0" in card.message.text()
