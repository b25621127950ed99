"""My account: who I am here, my password, and wider rights in an emergency."""

from PySide6.QtCore import Qt, Slot

from gui.session import Session
from gui.sign_in.password_field import PasswordField
from gui.sign_in.two_passwords import TwoPasswords
from gui.widgets.buttons import primary, secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.columns import Columns
from gui.widgets.page import Page
from gui.widgets.text_field import TextField
from records.values.accounts import SignedIn


class AccountPage(Page):
    """What the one at the screen can do about their own account."""

    def __init__(self, session: Session) -> None:
        super().__init__("account_page", "")
        self._session = session
        self.set_title(self.tr("My account"))
        self.who = Label("", "strong", wrap=True)
        self.since = Muted("")
        self.old = PasswordField(self.tr("Present &password"), name="account_old")
        self.own = TwoPasswords("account_new", self.tr("&New password"), self.tr("New password a&gain"))
        self.change_button = secondary(self.tr("&Change password"), "account_change")
        self.reason = TextField(self.tr("&Reason"), 200, name="account_reason")
        self.reason.set_hint(self.tr('As "no pharmacist can be reached, the infusion is running".'))
        self.proof = PasswordField(self.tr("Your password once &more"), name="account_proof")
        self.emergency_button = primary(self.tr("&Take emergency rights"), "account_emergency")
        self._lay_out()
        self.change_button.clicked.connect(self._on_change)
        self.own.second.edit.returnPressed.connect(self._on_change)
        self.emergency_button.clicked.connect(self._on_emergency)
        session.signed_changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        cards = Columns(least=430, most=2)
        card = Card(self.tr("Signed in"))
        card.add(self.who)
        card.add(self.since)
        self.history_button = secondary(self.tr("What I &did here"), "account_history")
        self.history_button.clicked.connect(self._on_history)
        card.body.addWidget(self.history_button, 0, Qt.AlignmentFlag.AlignLeft)
        cards.add(card, 0)
        self.password_card = Card(self.tr("Password"))
        for field in (self.old, *self.own.fields()):
            self.password_card.add(field)
        self.password_card.body.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignLeft)
        cards.add(self.password_card, 0)
        self.emergency_card = Card(self.tr("Emergency rights"))
        self.emergency_card.add(
            Muted(
                self.tr(
                    "For an hour you may do what any nurse, pharmacist or prescriber may. A red bar stands across the "
                    "window, everything you do is marked as done in an emergency, and it is looked through afterwards. "
                    "Nobody checks their own work, not even then."
                )
            )
        )
        for field in (self.reason, self.proof):
            self.emergency_card.add(field)
        self.emergency_card.body.addWidget(self.emergency_button, 0, Qt.AlignmentFlag.AlignLeft)
        cards.add(self.emergency_card, 1)
        self.column.addWidget(cards)
        self.column.addStretch(1)

    @Slot()
    def refresh(self) -> None:
        """As whoever is signed in now."""
        signed = self._session.signed
        self.strip.clear()
        self.old.wipe()
        self.own.wipe()
        self.proof.wipe()
        if signed is None:
            return
        self.who.setText(f"{signed.person.name}, {signed.person.role}")
        since = signed.since.astimezone().strftime("%H:%M")
        self.since.setText(self.tr("as {0}, since {1}").format(signed.login, since))
        running = self._session.emergency() is not None
        self.emergency_card.setVisible(self._session.may("break glass"))
        for part in (self.reason, self.proof, self.emergency_button):
            part.setVisible(not running)

    @Slot()
    def _on_history(self) -> None:
        if self._session.signed is not None:
            self._session.person_history.emit(self._session.signed.person)

    @Slot()
    def _on_change(self) -> None:
        if not self.old.ask_for() or self.own.wrong() is not None:
            return
        self.change_button.setEnabled(False)
        future = self._session.actions.change_password(self.old.value(), self.own.value())
        self._session.link.ask(future, self._on_changed, self._on_refused, self)

    def _on_changed(self, signed: SignedIn) -> None:
        self.change_button.setEnabled(True)
        self._session.sign(signed)
        self.strip.say("ok", self.tr("The password was changed."))

    @Slot()
    def _on_emergency(self) -> None:
        if not self.reason.ask_for() or not self.proof.ask_for():
            return
        self.emergency_button.setEnabled(False)
        session = self._session
        future = session.actions.break_glass(session.person, self.proof.value(), self.reason.value())
        session.link.ask(future, self._on_taken, self._on_refused, self)

    def _on_taken(self, signed: SignedIn) -> None:
        self.emergency_button.setEnabled(True)
        self.reason.set_text("")
        self._session.sign(signed)

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self.change_button.setEnabled(True)
        self.emergency_button.setEnabled(True)
        self.proof.wipe()
        self.strip.say("stop", sentence)
