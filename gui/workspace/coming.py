"""A page of the patient on its way: made in turns of the window, in front once it is whole."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.session import Session
from gui.widgets.turns import Pieces, TurnsTold

if TYPE_CHECKING:
    from gui.workspace.workspace import Workspace


class Coming(QObject):
    """Until the page is whole nothing of it is seen, and a key meant for it goes to no field of the page before it.

    making  the pieces of a page's making, by its name; the page is whole and known to the workspace after the last
    """

    def __init__(self, workspace: "Workspace", session: Session, making: Callable[[str], Pieces]) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = session
        self._making = making
        self._turns = TurnsTold(self)
        self._name = ""
        self._keys_wait = False

    def bring(self, name: str) -> None:
        """Make a page and bring it to the front; another one on its way gives up."""
        if name == self._name:
            return  # it shows what was read last when it is whole
        self._name = name
        self._keys_wait = self._hold_keys() or self._keys_wait
        end = self._turns.told(self._making(name))
        self._session.link.ask(end, lambda _none: self._on_whole(), self._workspace.refuse, self)

    def need(self, name: str) -> None:
        """Somebody wants this page now: if it is on its way, it is made at once."""
        if name == self._name:
            self._turns.finish()

    def give_up(self) -> None:
        """No page comes any more: another patient is opened."""
        self._turns.give_up()
        self._name = ""
        self._keys_wait = False

    def _on_whole(self) -> None:
        name, self._name = self._name, ""
        if name != self._workspace.in_front() or name not in self._workspace.pages:
            return
        page = self._workspace.show_page(name)
        if self._keys_wait and self._workspace.tabs.hasFocus():
            focus_first(page)
        self._keys_wait = False

    def _hold_keys(self) -> bool:
        """What is typed from now on is not meant for the page that is still in front."""
        focused = QApplication.focusWidget()
        if focused is None or not self._workspace.stack.isAncestorOf(focused):
            return False
        self._workspace.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def focus_first(page: QWidget) -> None:
    """The keys to where they were on the page, else to the first of its fields that takes them."""
    field = page.focusWidget() or page.nextInFocusChain()
    while field is not None and page.isAncestorOf(field):
        takes = bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus) and field.focusProxy() is None
        if takes and field.isVisibleTo(page) and field.isEnabled():
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        field = field.nextInFocusChain()
    page.setFocus(Qt.FocusReason.OtherFocusReason)
