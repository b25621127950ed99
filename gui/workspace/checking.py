"""The second check in the place of a patient's pages: while it is open nothing that shows the first values is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.session import Session
from gui.workspace.state import PatientState, banner_facts
from records.values.core import OrderRecord
from records.values.signatures import SignatureRecord

if TYPE_CHECKING:
    from gui.second_check.check_page import CheckPage
    from gui.workspace.workspace import Workspace


class Checking(QObject):
    """`page` is the open check, None while there is none."""

    def __init__(self, workspace: "Workspace", session: Session) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._session = session
        self._state: PatientState | None = None
        self.page: CheckPage | None = None

    @Slot(object)
    def begin(self, order: OrderRecord) -> None:
        """Put the check in the place of the pages; what waits on them is kept first."""
        from gui.dose.supportive_place import roles_in
        from gui.second_check.check_page import CheckPage

        workspace, state = self._workspace, self._state
        if self.page is not None or state is None or state.files is None or state.course is None:
            return
        workspace.flush()
        roles = roles_in(state.files.regimen, state.course, order.cycle)
        page = self.page = CheckPage(self._session, state.space, order, state.files.profile.creatinine_unit, roles)
        page.done.connect(self._on_done)
        workspace.tabs.setEnabled(False)
        workspace.edit_button.setEnabled(False)
        workspace.message.clear()
        workspace.stack.addWidget(page)
        workspace.stack.setCurrentWidget(page)
        workspace.banner.show_facts(banner_facts(state, self._session.today), blind=True)
        page.start()

    def goes_on(self, state: PatientState) -> bool:
        """The patient was read (again); a check whose order is no longer in force ends, and says so."""
        self._state = state
        if self.page is None:
            return False
        if self.page.still_good(state.space):
            return True
        self.end()
        words = self.tr("The order was changed meanwhile; the check of the one before it has ended.")
        self._workspace.message.say("warn", words)
        return False

    def end(self) -> None:
        """The pages come back; what was typed in the check is gone."""
        page, self.page = self.page, None
        if page is None:
            return
        self._workspace.stack.removeWidget(page)
        page.hide()
        page.deleteLater()
        self._workspace.tabs.setEnabled(True)
        self._workspace.edit_button.setEnabled(True)

    @Slot(object)
    def _on_done(self, signature: SignatureRecord | None) -> None:
        from gui.second_check.check_page import outcome_words

        self.end()
        dose = self._workspace.show_page("dose")
        if self._state is not None:
            self._workspace.banner.show_facts(banner_facts(self._state, self._session.today))
        if signature is not None:
            tone, title, words = outcome_words(signature)
            message = getattr(dose, "message", None)
            if message is not None:
                message.say(tone, words, title)
        self._workspace.reload()
