"""Another passphrase or recovery key, and the system's keychain: only for whoever knows one of the two in force."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.session import Session
from gui.setup.recovery_key_view import RecoveryKeyView
from gui.sign_in.password_field import PasswordField
from gui.sign_in.two_passwords import TwoPasswords
from gui.theme.metrics import px
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Line, Muted
from gui.widgets.flow import FlowLayout
from gui.widgets.strip import Strip
from records.encryption.protection import Protection


class RecordsKeys(QWidget):
    """Closed until asked for; `changed` after one of them was done."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("records_keys")
        self.setProperty("role", "clear")
        self._session = session
        self._wants = ""
        self.passphrase_button = secondary(self.tr("Change passp&hrase"), "records_change_passphrase")
        self.key_button = secondary(self.tr("New recover&y key"), "records_new_key")
        self.keychain_button = secondary("", "records_keychain")
        self.secret = PasswordField(self.tr("Passphrase or recovery key in force"), name="records_secret")
        self.own = TwoPasswords("records_own", self.tr("New passphrase"), self.tr("New passphrase again"))
        self.do_button = secondary("", "records_keys_do")
        self.leave_button = quiet(self.tr("&Leave it as it is"), "records_keys_leave")
        self.strip = Strip("records_keys_strip", below=True)
        self.view = RecoveryKeyView("records_key")
        self.view_words = Muted(
            self.tr("Shown this once: write it down or print it, seal it, lock it away. The one before opens nothing.")
        )
        self.seen_button = secondary(self.tr("I ha&ve it on paper"), "records_key_seen")
        self._lay_out()
        self.passphrase_button.clicked.connect(lambda _checked=False: self._open("passphrase"))
        self.key_button.clicked.connect(lambda _checked=False: self._open("key"))
        self.keychain_button.clicked.connect(self._on_keychain)
        self.leave_button.clicked.connect(lambda _checked=False: self._open(""))
        self.do_button.clicked.connect(self._on_do)
        self.seen_button.clicked.connect(self._on_seen)
        self._open("")
        self.show_facts(Protection("", server=False))

    def show_facts(self, facts: Protection) -> None:
        """What opens the records by now."""
        self._by_keychain = facts.keychain
        words = self.tr("Stop using the &keychain") if facts.keychain else self.tr("Use this computer's &keychain")
        self.keychain_button.setText(words)
        self.keychain_button.setAccessibleName(words.replace("&", ""))
        possible = facts.keychain or facts.keychain_there
        self.keychain_button.setEnabled(possible)
        self.keychain_button.setToolTip("" if possible else self.tr("This computer offers programs no keychain."))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Line())
        for buttons in (
            (self.passphrase_button, self.key_button, self.keychain_button),
            (self.do_button, self.leave_button),
        ):
            holder = QWidget()
            holder.setProperty("role", "clear")
            row = FlowLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            for button in buttons:
                row.addWidget(button)
            if buttons[0] is self.passphrase_button:
                column.addWidget(holder)
                for part in (self.secret, *self.own.fields()):
                    column.addWidget(part)
            else:
                self._answers = holder
                column.addWidget(holder)
        for shown in (self.strip, self.view_words, self.view, self.seen_button):
            column.addWidget(shown)
        self._show_key("")

    def _open(self, wants: str) -> None:
        self._wants = wants
        self.secret.wipe()
        self.own.wipe()
        self.secret.setVisible(bool(wants))
        self._answers.setVisible(bool(wants))
        for field in self.own.fields():
            field.setVisible(wants == "passphrase")
        words = {
            "passphrase": self.tr("Set this &new passphrase"),
            "keychain": self.tr("&Give the key to the keychain"),
            "no keychain": self.tr("Take the key o&ut of the keychain"),
        }.get(wants, self.tr("&Make a new recovery key"))
        self.do_button.setText(words)
        self.do_button.setAccessibleName(words.replace("&", ""))
        if wants:
            self.strip.clear()
            self.secret.edit.setFocus()

    def _show_key(self, key: str) -> None:
        for part in (self.view_words, self.view, self.seen_button):
            part.setVisible(bool(key))
        if key:
            self.view.show_key(key)
        else:
            self.view.clear()

    @Slot()
    def _on_do(self) -> None:
        if not self.secret.ask_for() or (self._wants == "passphrase" and self.own.wrong() is not None):
            return
        actions, link = self._session.actions, self._session.link
        self.do_button.setEnabled(False)
        if self._wants == "passphrase":
            future = actions.change_passphrase(self.secret.value(), self.own.value())
            link.ask(future, self._on_passphrase, self._on_refused, self)
        elif self._wants in ("keychain", "no keychain"):
            use = self._wants == "keychain"
            future = actions.use_keychain(self.secret.value(), use=use)
            link.ask(future, lambda _nothing: self._on_keychain_set(use=use), self._on_refused, self)
        else:
            link.ask(actions.new_recovery_key(self.secret.value()), self._on_key, self._on_refused, self)

    @Slot()
    def _on_keychain(self) -> None:
        self._open("no keychain" if self._by_keychain else "keychain")

    def _on_keychain_set(self, *, use: bool) -> None:
        self.do_button.setEnabled(True)
        self._open("")
        self.strip.say(
            "ok",
            self.tr("From the next start on the keychain opens the records. Passphrase and recovery key stay in force.")
            if use
            else self.tr("The keychain no longer opens the records; the next start asks for the passphrase."),
        )
        self.changed.emit()

    def _on_passphrase(self, _nothing: None) -> None:
        self.do_button.setEnabled(True)
        self._open("")
        self.strip.say("ok", self.tr("The new passphrase is in force."))
        self.changed.emit()

    def _on_key(self, key: str) -> None:
        self.do_button.setEnabled(True)
        self._open("")
        self._show_key(key)
        self.changed.emit()

    @Slot()
    def _on_seen(self) -> None:
        self._show_key("")

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self.do_button.setEnabled(True)
        self.strip.say("stop", sentence)
