"""F1 opens the chapter of the page in front, and goes back; every chapter is there with its pictures and links."""

import re
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from gui.manual.chapters import DOCS, FILES, LAST, chapter_of, chapters
from gui.manual.manual_page import ManualPage
from gui.session import Session
from tests.gui.shell_parts import open_window
from tools.write_pictures import DRAWN, PARTS

TEXT = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
ITALICS = re.compile(r"(?<![*\w])\*([^*\n]{2,60})\*(?!\*)")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
PICTURE = re.compile(r"pictures/([\w-]+\.(?:png|pdf))")


def test_every_chapter_is_there_and_keys_and_limits_stand_last() -> None:
    files = [chapter.file for chapter in chapters()]
    assert set(files) >= set(FILES) | {f"manual/{path.name}" for path in (DOCS / "manual").glob("*.md")}
    assert len(files) == len(set(files)) and tuple(files[-2:]) == LAST
    assert chapter_of("settings") == "manual/settings.md" and chapter_of("nothing of ours") == FILES[0]


def test_every_picture_the_documents_show_is_drawn_by_the_script_and_the_other_way_round(project_folder: Path) -> None:
    pages = [project_folder / "README.md", *DOCS.rglob("*.md")]
    shown = {name for page in pages for name in PICTURE.findall(page.read_text(encoding="utf-8"))}
    drawn = [name for part in DRAWN.values() for name in part]
    assert len(drawn) == len(set(drawn)) and set(DRAWN) == set(PARTS)
    assert shown == set(drawn) == {path.name for path in (DOCS / "pictures").iterdir()}


def words_of_the_window(project_folder: Path) -> set[str]:
    """What the window can say, without the marks of underlined letters."""
    found = set[str]()
    for path in (project_folder / "gui").rglob("*.py"):
        for text in TEXT.findall(path.read_text(encoding="utf-8")):
            found.add(re.sub(r"\{\d\}", "…", text.replace("&", "")).casefold().strip(" .…"))
    return found


def test_every_button_the_manual_names_stands_in_the_window(project_folder: Path) -> None:
    there = words_of_the_window(project_folder) | {"do not prepare"}  # the last stands on paper
    named = {
        (page.name, word)
        for page in (DOCS / "first-day.md", *(DOCS / "manual").glob("*.md"))
        for italics in ITALICS.findall(CODE.sub("", page.read_text(encoding="utf-8")))
        for word in italics.split(", ")
    }
    assert len(named) > 60
    assert sorted(one for one in named if one[1].casefold().strip(" .…") not in there) == []


def test_f1_opens_the_chapter_of_the_page_and_goes_back(session: Session, qtbot: QtBot) -> None:
    window = open_window(session, qtbot)
    window.show_page("regimens")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.current_name() == "manual"
    page = window.page("manual")
    assert isinstance(page, ManualPage)
    assert page.list.currentItem().text().startswith("Regimen files")
    assert "worked example" in page.text.toPlainText()
    page.list.setCurrentRow([one.file for one in chapters()].index("manual/visit.md"))
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
