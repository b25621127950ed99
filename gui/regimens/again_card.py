"""A file whose approval was withdrawn is approved again, as it is: by a second person, with a reason."""

from uuid import uuid4

from PySide6.QtCore import Signal, Slot

from gui.second_check.second_person import SecondPerson, Signer
from gui.session import Session
from gui.widgets.buttons import primary, quiet
from gui.widgets.card import Card, Muted
from gui.widgets.column import Row
from gui.widgets.text_field import TextField
from gui.widgets.writing import stores
from records.values.governance import OwnFile


class AgainCard(Card):
    """`approved(OwnFile)` once it is; `refused(str)` with one sentence. Hidden until `ask`."""

    approved = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__("")
        stores(self).setObjectName("own_file_again_card")
        self._session = session
        self._file: OwnFile | None = None
        self._key = uuid4()
        self.set_title(self.tr("Approve this file again"))
        self.reason = TextField(self.tr("Why can it be used again?"), 400, name="own_file_again_reason")
        self.second = SecondPerson(session, "approve again", "own_file_again_second")
        self.second.other.setText(self.tr("Some&body else at this screen"))
        self.sign_button = primary(self.tr("I app&rove it again"), "own_file_again_sign", icon="ok")
        self.leave_button = quiet(self.tr("No&t now"), "own_file_again_leave")
        self.add(Muted(self.tr("The text is the one that was approved before; its worked examples are run once more.")))
        self.add(self.reason)
        self.add(self.second)
        buttons = Row()
        for button in (self.sign_button, self.leave_button):
            buttons.add(button, 0)
        buttons.box.addStretch(1)
        self.add(buttons)
        self.sign_button.clicked.connect(self._on_sign)
        self.leave_button.clicked.connect(self.hide)
        self.hide()

    def ask(self, file: OwnFile) -> None:
        """Show the form for a withdrawn file."""
        self._file, self._key = file, uuid4()
        self.reason.set_text("")
        self.second.wipe()
        self.show()
        self.reason.edit.setFocus()

    @Slot()
    def _on_sign(self) -> None:
        missing = self.second.missing()
        if not self.reason.ask_for():
            return
        if missing:
            self.refused.emit(missing)
            return
        self.second.look_up(self._approve, lambda words, _error: self.refused.emit(words))

    def _approve(self, signer: Signer) -> None:
        file = self._file
        if file is None:
            return
        self.sign_button.setEnabled(False)
        future = self._session.actions.approve_again(signer, self._key, file, self.reason.value())
        self._session.link.ask(future, self._on_approved, self._on_refused, self)

    def _on_approved(self, file: OwnFile) -> None:
        self.sign_button.setEnabled(True)
        self.hide()
        self.approved.emit(file)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self.sign_button.setEnabled(True)
        self.refused.emit(words)
