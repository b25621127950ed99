"""Colours and sizes anew after the theme or the text scale changed."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from gui.theme import metrics
from gui.theme.look import apply_look, tokens

if TYPE_CHECKING:
    from gui.shell.window import MainWindow


def relook(window: "MainWindow") -> None:
    """Does nothing when nothing that is seen has changed."""
    session = window.session
    app = QApplication.instance()
    if session is None or not isinstance(app, QApplication):
        return
    before = (tokens().name, metrics.scale())
    apply_look(app, session.settings.theme, session.settings.text_scale)
    if (tokens().name, metrics.scale()) != before:
        page = window.current_name()
        window.rebuild()
        window.show_page(page)
