"""Ask for a file. The dialog hangs on the window and not on the page: a page may be made anew while it stands open."""

from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid


def file_to_open(page: QWidget, title: str, folder: str, kinds: str) -> str:
    """The path chosen; empty where nobody chose, or where the page went meanwhile."""
    path, _kind = QFileDialog.getOpenFileName(page.window(), title, folder, kinds)
    return path if isValid(page) else ""


def file_to_save(page: QWidget, title: str, proposed: str, kinds: str) -> str:
    """The same for a file to be written."""
    path, _kind = QFileDialog.getSaveFileName(page.window(), title, proposed, kinds)
    return path if isValid(page) else ""
