"""Who signs: the one at the screen where they may, else a second person, by password or, without accounts, by name."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Union

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.session import Session
from gui.sign_in.password_field import PasswordField, WipedField
from gui.theme.metrics import em, px
from gui.widgets.buttons import quiet
from gui.widgets.card import Label
from gui.widgets.column import Row
from gui.widgets.combo import ComboField
from records.people.permissions import ROLES, may
from records.values.core import Person

if TYPE_CHECKING:
    from records.values.accounts import Proof

Signer = Union[Person, "Proof"]
WIDE_EM = 36


def tr(text: str) -> str:
    """Translate in the context of the second check."""
    return QCoreApplication.translate("SecondCheck", text)


class SecondPerson(QWidget):
    """`changed()` after each key. A password goes no further than `look_up`, and leaves the field with it.

    purpose  the action of the store that is signed for
    not_for  (name, role) of whoever may not: the signer of the order
    """

    changed = Signal()

    def __init__(self, session: Session, purpose: str, name: str, not_for: tuple[str, str] | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "clear")
        self._session, self._purpose, self._not_for = session, purpose, not_for
        self._other = False
        self.words = Label("", "label", wrap=True)
        self.words.setObjectName(f"{name}_words")
        self.other = quiet(tr("Somebody else at this screen"), f"{name}_other", icon="person")
        self.person = ComboField(tr("Who signs"), (), name=f"{name}_person")
        self.login = WipedField(tr("Login name of the second person"), 64, name=f"{name}_login")
        self.password = PasswordField(tr("Their password"), name=f"{name}_password")
        self._fields = Row(self.login, self.password)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.words)  # as wide as the column: its height is worked out for that
        for widget in (self.person, self._fields):
            widget.setMaximumWidth(em(WIDE_EM))
            column.addWidget(widget)
        column.addWidget(self.other)
        self.other.clicked.connect(self._on_other)
        self.login.edit.returnPressed.connect(self.password.edit.setFocus)
        for changed in (self.login.changed, self.password.changed, self.person.chosen):
            changed.connect(lambda _text: self.changed.emit())
        session.person_changed.connect(self.look)
        self.look()

    @Slot()
    def look(self) -> None:
        """Somebody else may be at the screen now."""
        own, accounts = self.by_oneself(), self._session.accounts
        person = self._session.person if self._session.has_person else None
        self._people = {str(one.id): one for one in self._session.people if self._may(one)}
        self.person.set_choices([(key, f"{one.name}, {one.role}") for key, one in self._people.items()])
        self.person.setVisible(not own and not accounts)
        self._fields.setVisible(not own and accounts)
        self.other.setVisible(own and (accounts or len(self._people) > 1))
        if own and person is not None:
            self.words.setText(tr("Signing as {0}, {1}.").format(person.name, person.role))
        else:
            self.words.setText(self._asked_for(person))
        self.changed.emit()

    def _asked_for(self, person: Person | None) -> str:
        """Whose hand is needed, and why not that of the one at the screen."""
        *most, last = sorted(ROLES[self._purpose])
        who = f"{', '.join(most)} or {last}" if most else last
        if person is not None and self._is_barred(person):
            return tr("{0} signed this order; a second person signs here: {1}.").format(person.name, who)
        return tr("Who signs here is a {0}.").format(who)

    def by_oneself(self) -> bool:
        """Whether the one at the screen signs."""
        if self._other or not self._session.has_person or self._is_barred(self._session.person):
            return False
        return self._session.may(self._purpose)

    def missing(self) -> str:
        """What keeps it from being signed, in words; "" nothing."""
        if self.by_oneself():
            return ""
        if not self._session.accounts:
            return "" if self.person.value() else tr("Say who signs.")
        return "" if self.login.value() and self.password.value() else tr("The second person types login and password.")

    def look_up(self, found: Callable[[Signer], None], refused: Callable[[str, Exception], None]) -> None:
        """Whoever signs; a password is asked of the store now, so that the proof is fresh."""
        if self.by_oneself():
            found(self._session.person)
        elif not self._session.accounts:
            person = self._people.get(self.person.value() or "")
            if person is not None:
                found(person)
        elif self.login.ask_for() and self.password.ask_for():
            future = self._session.actions.prove(self.login.value(), self.password.value(), self._purpose)
            self.password.wipe()
            self._session.link.ask(future, found, refused, self)

    def wipe(self) -> None:
        """Nothing of whoever signed last stays in the fields."""
        self._other = False
        self.login.wipe()
        self.password.wipe()
        self.person.choose(None)
        self.look()

    def _is_barred(self, person: Person) -> bool:
        return (person.name, person.role) == self._not_for

    def _may(self, person: Person) -> bool:
        return may(self._purpose, person.role) and not self._is_barred(person)

    @Slot()
    def _on_other(self) -> None:
        self._other = True
        self.look()
        (self.login.edit if self._session.accounts else self.person.combo).setFocus()
