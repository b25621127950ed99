"""One person's account, changed by whoever looks after people: role, password, works here or not."""

from typing import cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from gui.session import Session
from gui.settings.choices import roles
from gui.sign_in.two_passwords import TwoPasswords
from gui.theme.metrics import px
from gui.widgets.buttons import quiet, secondary
from gui.widgets.card import Card, Line, Muted
from gui.widgets.choice import Segmented
from gui.widgets.text_field import TextField
from records.values.accounts import Member
from records.values.core import Role


class MemberCard(Card):
    """`done(str)` with a sentence once something was changed; `refused(str)`."""

    done = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self._session = session
        self._member: Member | None = None
        self.setObjectName("member_card")
        self.login = TextField(self.tr("Login na&me"), 64, name="member_login")
        self.password = TwoPasswords("member", self.tr("First pass&word"), self.tr("First password aga&in"))
        self.password_button = secondary(self.tr("Se&t this password"), "member_set_password")
        self.role = Segmented(roles(), self.tr("Role"), name="member_role", wrap=True)
        self.reason = TextField(self.tr("Rea&son"), 200, name="member_reason")
        self.role_button = secondary(self.tr("Change the &role"), "member_change_role")
        self.active_button = secondary(self.tr("No longer works &here"), "member_active")
        self.history_button = quiet(self.tr("What they did …"), "member_history")
        self.close_button = quiet(self.tr("&Done"), "member_close")
        self.add(Muted(self.tr("The password is changed by its owner at the next sign-in.")))
        for part in (self.login, *self.password.fields()):
            self.add(part)
        self.body.addWidget(self.password_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(Line())
        self.add(self.role)
        self.add(self.reason)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in (self.role_button, self.active_button, self.history_button, self.close_button):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.password_button.clicked.connect(self._on_password)
        self.role_button.clicked.connect(self._on_role)
        self.active_button.clicked.connect(self._on_active)
        self.history_button.clicked.connect(self._on_history)
        self.close_button.clicked.connect(lambda _checked=False: self.setVisible(False))

    def show_member(self, member: Member) -> None:
        """Begin with one person."""
        self._member = member
        self.set_title(member.person.name)
        self.login.setVisible(not member.login)
        self.login.set_text(member.login)
        self.password.wipe()
        self.role.choose(member.person.role)
        self.reason.set_text("")
        words = self.tr("No longer works &here") if member.active else self.tr("Works &here again")
        self.active_button.setText(words)
        self.active_button.setAccessibleName(words.replace("&", ""))
        self.history_button.setAccessibleName(self.tr("What {0} did").format(member.person.name))
        self.setVisible(True)
        (self.password.first if member.login else self.login).edit.setFocus()

    @Slot()
    def _on_history(self) -> None:
        if self._member is not None:
            self._session.person_history.emit(self._member.person)

    @Slot()
    def _on_password(self) -> None:
        member = self._member
        if member is None or not self.login.ask_for() or self.password.wrong() is not None:
            return
        session = self._session
        future = session.actions.set_password(session.person, member.person, self.login.value(), self.password.value())
        said = self.tr("{0} signs in with this password once, then chooses another.").format(member.person.name)
        session.link.ask(future, lambda found: self._on_done(found, said), self._on_refused, self)

    @Slot()
    def _on_role(self) -> None:
        member, role = self._member, self.role.value()
        if member is None or role is None or not self.reason.ask_for():
            return
        session = self._session
        future = session.actions.change_role(session.person, member.person.id, cast(Role, role), self.reason.value())
        said = self.tr("{0} is {1} from now on.").format(member.person.name, role)
        session.link.ask(future, lambda found: self._on_done(found, said), self._on_refused, self)

    @Slot()
    def _on_active(self) -> None:
        member = self._member
        if member is None or not self.reason.ask_for():
            return
        session, person = self._session, member.person
        if member.active:
            future = session.actions.let_go(session.person, person.id, self.reason.value())
            said = self.tr("{0} can no longer sign in.").format(person.name)
        else:
            future = session.actions.take_back(session.person, person.id, self.reason.value())
            said = self.tr("{0} can sign in again.").format(person.name)
        session.link.ask(future, lambda found: self._on_done(found, said), self._on_refused, self)

    def _on_done(self, member: Member, said: str) -> None:
        self.show_member(member)
        self.done.emit(said)

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self.refused.emit(sentence)
