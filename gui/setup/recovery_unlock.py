"""The records are encrypted: the passphrase, or the recovery key with a new passphrase."""

from PySide6.QtCore import Signal, Slot

from gui.sign_in.password_field import PasswordField
from gui.sign_in.two_passwords import TwoPasswords
from gui.widgets.buttons import primary, quiet
from gui.widgets.card import Card, Muted
from gui.widgets.page import Page
from gui.widgets.text_field import TextField
from records.encryption.recovery_key import read_recovery_key
from records.encryption.unlock import Unlock
from records.errors import RecordError


class UnlockPage(Page):
    """`offered(Unlock, new passphrase or "")`."""

    offered = Signal(object, str)

    def __init__(self, *, has_passphrase: bool) -> None:
        super().__init__("unlock_page", "")
        self.set_title(self.tr("The records are encrypted"))
        self.passphrase = PasswordField(self.tr("&Passphrase of the records"), name="unlock_passphrase")
        self.recovery = TextField(
            self.tr("&Recovery key"), 80, placeholder=self.tr("eight groups, from your sealed paper"), name="unlock_key"
        )
        self.own = TwoPasswords("unlock_own", self.tr("&New passphrase"), self.tr("New passphrase a&gain"))
        self.own_words = Muted(self.tr("The old passphrase opens nothing any more once the new one is set."))
        self.other_button = quiet(self.tr("&Use the recovery key"), "unlock_other")
        self.go_button = primary(self.tr("&Open the records"), "unlock_go")
        card = Card("")
        for part in (self.passphrase, self.recovery, *self.own.fields(), self.own_words):
            card.add(part)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.add_foot(self.other_button, self.go_button)
        self.go_button.clicked.connect(self._on_go)
        self.passphrase.edit.returnPressed.connect(self._on_go)
        self.other_button.clicked.connect(lambda _checked=False: self._show(by_key=not self._by_key))
        self._has_passphrase = has_passphrase
        self._show(by_key=not has_passphrase)

    def _show(self, *, by_key: bool) -> None:
        self._by_key = by_key
        self.strip.clear()
        self.passphrase.setVisible(not by_key)
        for part in (self.recovery, *self.own.fields(), self.own_words):
            part.setVisible(by_key)
        self.other_button.setText(self.tr("&Use the passphrase") if by_key else self.tr("&Use the recovery key"))
        self.other_button.setVisible(self._has_passphrase)
        self.words.setText(
            self.tr("With the recovery key a new passphrase is set.")
            if by_key
            else self.tr("This passphrase belongs to the records, not to one person.")
        )
        self.words.setVisible(True)

    def take_focus(self) -> None:
        """The cursor where typing begins."""
        (self.recovery if self._by_key else self.passphrase).edit.setFocus()

    @Slot()
    def _on_go(self) -> None:
        if not self._by_key:
            if self.passphrase.ask_for():
                self._offer(Unlock(self.passphrase.value(), required=True), "")
            return
        if not self.recovery.ask_for():
            return
        try:
            key = read_recovery_key(self.recovery.text())
        except RecordError as error:
            self.recovery.set_note("stop", str(error))
            return
        self.recovery.set_note("note", "")
        if self.own.wrong() is None:
            self._offer(Unlock(recovery_key=key, required=True), self.own.value())

    def _offer(self, unlock: Unlock, fresh: str) -> None:
        self.go_button.setEnabled(False)
        self.strip.say("note", self.tr("Opening the records …"))
        self.offered.emit(unlock, fresh)

    def refuse(self, sentence: str) -> None:
        """It did not open."""
        self.go_button.setEnabled(True)
        self.strip.say("stop", sentence)
        self.take_focus()

    def wipe(self) -> None:
        """Forget what was typed."""
        self.passphrase.wipe()
        self.own.wipe()
        self.recovery.set_text("")
