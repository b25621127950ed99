"""F1 opens the chapter of the page in front, and goes back; every chapter is there with its pictures and links."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from gui.manual.chapters import CHAPTER_OF, DOCS, FILES, chapter_of, chapters
from gui.manual.manual_page import ManualPage
from gui.session import Session
from tests.gui.shell_parts import open_window


def test_every_chapter_is_there_and_every_page_has_one() -> None:
    assert [chapter.file for chapter in chapters()] == list(FILES)
    assert set(CHAPTER_OF.values()) <= set(FILES)
    assert chapter_of("settings") == "manual/README.md" and chapter_of("workspace:visit") == "manual/visit.md"


@pytest.mark.parametrize("page", ["visit", "response", "chair", "second-check", "clinic", "outcomes"])
def test_every_picture_of_the_manual_is_drawn_by_the_script(project_folder: Path, page: str) -> None:
    text = (DOCS / "manual" / f"{page}.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]*\]\(\.\./pictures/([\w-]+)\.png\)", text)
    drawn = "".join(path.read_text(encoding="utf-8") for path in (project_folder / "tools").glob("*.py"))
    assert pictures
    for name in pictures:
        stem = re.sub(r"-?\d+$", "", name)
        assert (DOCS / "pictures" / f"{name}.png").is_file(), name
        assert stem in drawn or stem.partition("-")[2] in drawn, name


def test_f1_opens_the_chapter_of_the_page_and_goes_back(session: Session, qtbot: QtBot) -> None:
    window = open_window(session, qtbot)
    window.show_page("regimens")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.current_name() == "manual"
    page = window.page("manual")
    assert isinstance(page, ManualPage)
    assert page.list.currentItem().text().startswith("Regimen files")
    assert "worked example" in page.text.toPlainText()
    page.list.setCurrentRow(list(FILES).index("manual/visit.md"))
    assert page.text.toPlainText().startswith("The visit")
    picture = page.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("../pictures/visit.png"))
    assert picture is not None and 0 < picture.width() <= page.text.viewport().width()  # type: ignore[attr-defined]
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert window.current_name() == "regimens"


def test_a_link_leads_to_a_chapter_and_nowhere_else(qtbot: QtBot) -> None:
    page = ManualPage()
    qtbot.addWidget(page)
    page.show_chapter("manual/README.md")
    page.text.anchorClicked.emit(QUrl("visit.md"))
    assert page.text.toPlainText().startswith("The visit")
    for away in ("https://example.org/a.md", "file:///etc/passwd", "../../README.md", "../../tests/x.md"):
        page.text.anchorClicked.emit(QUrl(away))
        assert page.text.toPlainText().startswith("The visit"), away
    outside = page.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/hostname"))
    assert outside is None
