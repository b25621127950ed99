"""F1: from a page to its chapter, and back to the page."""

from typing import TYPE_CHECKING, cast

from gui.manual.chapters import chapter_of

if TYPE_CHECKING:
    from gui.manual.manual_page import ManualPage
    from gui.shell.shell import Shell
    from gui.workspace.workspace import Workspace


def show_manual(window: "Shell") -> None:
    """Open the manual at the page in front; where it is in front already, go back to the page before."""
    if window.session is None or window.is_shut():
        return
    before, subject = window.current_name(), subject_of(window)
    if before == "manual":
        page = cast("ManualPage", window.page("manual"))
        window.show_page(page.before or "patients")
        return
    page = cast("ManualPage", window.show_page("manual"))
    page.before = before
    page.show_chapter(chapter_of(subject))
    page.list.setFocus()


def subject_of(window: "Shell") -> str:
    """What `chapters.CHAPTER_OF` calls the page in front."""
    name = window.current_name()
    if name != "workspace":
        return name
    workspace = cast("Workspace", window.page(name))
    if workspace.check.page is not None:
        return "workspace:check"
    if workspace.mover.page is not None:
        return "workspace:move"
    shown = workspace.stack.currentWidget()
    begins = shown is not None and shown.objectName() == "begin_page"
    return "workspace:begin" if begins else f"workspace:{workspace.in_front()}"
