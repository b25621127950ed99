"""The move to another version in the place of a patient's pages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.session import Session
from gui.workspace.state import PatientState

if TYPE_CHECKING:
    from gui.course.move_page import MovePage
    from gui.workspace.workspace import Workspace


class Moving(QObject):
    """`page` is the open move, None while there is none. wanted: it is to be opened once the patient was read."""

    def __init__(self, workspace: "Workspace", session: Session) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = session
        self._state: PatientState | None = None
        self.page: MovePage | None = None
        self.wanted = False

    @Slot()
    def begin(self) -> None:
        """Put the move in the place of the pages; what waits on them is kept first."""
        from gui.course.move_page import MovePage

        workspace, state = self._workspace, self._state
        if self.page is not None or workspace.check.page is not None or state is None or state.course is None:
            return
        workspace.flush()
        page = self.page = MovePage(self._session, state)
        page.left.connect(self._on_left)
        page.moved.connect(self._on_moved)
        workspace.tabs.setEnabled(False)
        workspace.message.clear()
        workspace.stack.addWidget(page)
        workspace.stack.setCurrentWidget(page)
        page.start()

    def goes_on(self, state: PatientState) -> bool:
        """The patient was read (again). Whether a move is open."""
        self._state = state
        if self.page is not None:
            self.page.load(state)
            return True
        if self.wanted:
            self.wanted = False
            self.begin()
        return self.page is not None

    def end(self) -> None:
        """The pages come back."""
        page, self.page = self.page, None
        if page is None:
            return
        self._workspace.stack.removeWidget(page)
        page.hide()
        page.deleteLater()
        self._workspace.tabs.setEnabled(True)

    @Slot()
    def _on_left(self) -> None:
        self.end()
        self._workspace.reload()

    @Slot(str)
    def _on_moved(self, words: str) -> None:
        self.end()
        self._workspace.show_page("plan")
        self._workspace.said = words
        self._workspace.reload()
