"""F1: from a page to its chapter, and back to the page."""

from typing import TYPE_CHECKING, cast

from gui.manual.chapters import chapter_of

if TYPE_CHECKING:
    from gui.manual.manual_page import ManualPage
    from gui.shell.window import MainWindow
    from gui.workspace.workspace import Workspace


def show_manual(window: "MainWindow") -> None:
    """Open the manual at the page in front; where it is in front already, go back to the page before."""
    if window.session is None or window.door.shut():
        return
    before = window.current_name()
    if before == "manual":
        page = cast("ManualPage", window.page("manual"))
        window.show_page(page.before or "patients")
        return
    subject = f"workspace:{cast('Workspace', window.page('workspace')).in_front()}" if before == "workspace" else before
    page = cast("ManualPage", window.show_page("manual"))
    page.before = before
    page.show_chapter(chapter_of(subject))
    page.list.setFocus()
