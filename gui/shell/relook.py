"""Colours and sizes anew after the theme or the text scale changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.theme import metrics
from gui.theme.look import apply_look, tokens
from gui.widgets.reading_order import show

if TYPE_CHECKING:
    from gui.shell.shell import Shell


@runtime_checkable
class OpensAgain(Protocol):
    """A page that shows one patient."""

    def again(self) -> "Callable[[Shell], object] | None":
        """What opens the same patient in a page made anew; None where nobody is shown."""


def relook(window: "Shell") -> None:
    """Does nothing when nothing that is seen has changed."""
    session = window.session
    app = QApplication.instance()
    if session is None or not isinstance(app, QApplication):
        return
    before = (tokens().name, metrics.scale())
    apply_look(app, session.settings.theme, session.settings.text_scale)
    if (tokens().name, metrics.scale()) != before:
        focused = QApplication.focusWidget()
        place = focused.objectName() if focused is not None and window.isAncestorOf(focused) else ""
        page, shown = window.current_name(), window.current_page()
        again = shown.again() if isinstance(shown, OpensAgain) else None
        window.rebuild()
        if again is None:
            window.show_page(page)
        else:
            again(window)
        _go_back_to(window, place)


def _go_back_to(window: "Shell", name: str) -> None:
    """The focus to the part that stands where it was: who tries colours by arrow keys goes on from there."""
    part = window.current_page().findChild(QWidget, name) if name else None
    if part is not None and part.isVisible():
        part.setFocus(Qt.FocusReason.TabFocusReason)
        show(part)
