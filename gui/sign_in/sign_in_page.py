"""The screen before the records: sign in, unlock, choose a password of one's own, or open the first account."""

from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.session import Session
from gui.sign_in.password_field import PasswordField, WipedField
from gui.sign_in.two_passwords import TwoPasswords
from gui.theme.metrics import px
from gui.widgets.buttons import primary, quiet
from gui.widgets.card import Card, Heading, Muted
from gui.widgets.combo import ComboField
from gui.widgets.strip import Strip
from records.values.accounts import Accounts, SignedIn
from records.values.core import Person

Mode = Literal["sign in", "unlock", "own password", "first account"]
WIDE_PX = 460


class SignInPage(QWidget):
    """`entered(SignedIn)` once somebody may go on. It never says whether a login exists."""

    entered = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._mode: Mode = "sign in"
        self._busy = False
        self._old = ""
        self._persons: dict[str, Person] = {}
        self.setObjectName("sign_in_page")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make()
        self._lay_out()
        self.login.edit.returnPressed.connect(self.password.edit.setFocus)
        self.password.edit.returnPressed.connect(self._on_go)
        self.own.second.edit.returnPressed.connect(self._on_go)
        self.go_button.clicked.connect(self._on_go)
        self.other_button.clicked.connect(lambda _checked=False: self.ask())

    def _make(self) -> None:
        self.heading = Heading("", level=1)
        self.words = Muted("")
        self.strip = Strip("sign_in_strip")
        self.person = ComboField(self.tr("Who are &you?"), (), name="sign_in_person")
        self.login = WipedField(self.tr("&Login name"), 64, name="sign_in_login")
        self.password = PasswordField(self.tr("&Password"), name="sign_in_password")
        self.own = TwoPasswords("sign_in_own", self.tr("&New password"), self.tr("New password a&gain"))
        self.go_button = primary(self.tr("&Sign in"), "sign_in_go")
        self.other_button = quiet(self.tr("Somebody &else signs in"), "sign_in_other")
        self.help = Muted(self.tr("Forgotten? Whoever looks after accounts here sets a new one."), small=True)

    def _lay_out(self) -> None:
        card = Card("")
        card.setFixedWidth(px(WIDE_PX))
        card.body.setSpacing(px(12))
        for part in (self.heading, self.words, self.strip, self.person, self.login, self.password, *self.own.fields()):
            card.add(part)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.other_button)
        row.addStretch(1)
        row.addWidget(self.go_button)
        card.body.addLayout(row)
        card.add(self.help)
        inside = QWidget()
        inside.setProperty("role", "clear")
        column = QVBoxLayout(inside)
        column.addStretch(2)
        middle = QHBoxLayout()  # not aligned: an aligned card would not grow with words that wrap
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(3)
        scroller = QScrollArea()
        scroller.setObjectName("sign_in_scroll")
        scroller.setProperty("role", "clear")
        scroller.setWidgetResizable(True)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroller)

    def mode(self) -> Mode:
        """What is asked for."""
        return self._mode

    def ask(self) -> None:
        """Login and password of anybody."""
        site = self._session.settings.site_name
        self._old = ""
        self._show("sign in", self.tr("Sign in"), site or self.tr("These records belong to a site."))
        self.login.edit.setFocus()
        self.login.wipe()
        self.password.wipe()  # once more: leaving the field has asked for it

    def ask_again(self, signed: SignedIn) -> None:
        """The password of the one whose screen this is; or somebody else."""
        self._old = ""
        words = self.tr("{0}, {1}, is signed in here. What was typed stays as it is.")
        self._show("unlock", self.tr("Locked"), words.format(signed.person.name, signed.person.role))
        self.login.set_text(signed.login)
        self.password.edit.setFocus()

    def ask_own(self, signed: SignedIn) -> None:
        """A password nobody else knows; the one just typed is needed once more for it."""
        self._old = self.password.value()
        words = self.tr("{0}, your password was set by somebody else. From now on only you know it.")
        self._show("own password", self.tr("Choose your own password"), words.format(signed.person.name))
        if not self._old:
            self.password.setVisible(True)
        (self.own.first if self._old else self.password).edit.setFocus()

    def ask_first(self, accounts: Accounts) -> None:
        """The first account of records that had none: whose it is, a login and a password."""
        words = self.tr(
            "Until now nobody had to sign in to these records. The first account is yours; "
            "with it you give the others theirs. There is no password from the factory."
        )
        self._show("first account", self.tr("Records with passwords"), words)
        self._persons = {str(person.id): person for person in accounts.may_begin}
        self.person.set_choices([(key, f"{one.name}, {one.role}") for key, one in self._persons.items()])
        self.login.wipe()
        self.person.setFocus()

    def _show(self, mode: Mode, heading: str, words: str) -> None:
        self._mode = mode
        self.strip.clear()
        self.password.wipe()
        self.own.wipe()
        self.heading.setText(heading)
        self.words.setText(words)
        new = mode in ("own password", "first account")
        self.person.setVisible(mode == "first account")
        self.login.setVisible(mode in ("sign in", "first account"))
        self.password.setVisible(mode in ("sign in", "unlock"))
        for field in self.own.fields():
            field.setVisible(new)
        self.other_button.setVisible(mode in ("unlock", "own password"))
        self.help.setVisible(mode in ("sign in", "unlock"))
        texts = {
            "sign in": self.tr("&Sign in"),
            "unlock": self.tr("&Unlock"),
            "own password": self.tr("&Keep this password"),
            "first account": self.tr("&Open the account"),
        }
        self.go_button.setText(texts[mode])
        self.go_button.setAccessibleName(texts[mode].replace("&", ""))

    @Slot()
    def _on_go(self) -> None:
        if self._busy:
            return
        actions, future = self._session.actions, None
        if self._mode in ("sign in", "unlock"):
            if self.login.ask_for() and self.password.ask_for():
                future = actions.sign_in(self.login.value(), self.password.value())
        elif self._mode == "own password":
            if self.own.wrong() is None:
                future = actions.change_password(self._old or self.password.value(), self.own.value())
        elif self._mode == "first account":
            person = self._persons.get(self.person.value() or "")
            if self.person.ask_for() and self.login.ask_for() and self.own.wrong() is None and person is not None:
                future = actions.open_first_account(person, self.login.value(), self.own.value())
        if future is not None:
            self._busy = True
            self.go_button.setEnabled(False)
            self._session.link.ask(future, self._on_signed, self._on_refused, self)

    def _on_signed(self, signed: SignedIn) -> None:
        self._ready()
        if signed.must_change:
            self.ask_own(signed)
            return
        self._old = ""
        self._show("sign in", self.tr("Sign in"), "")
        self.entered.emit(signed)

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self._ready()
        self.strip.say("stop", sentence)
        if self._mode in ("sign in", "unlock"):
            self.password.wipe()
            self.password.edit.setFocus()
        else:
            self.own.first.edit.setFocus()

    def _ready(self) -> None:
        self._busy = False
        self.go_button.setEnabled(True)
