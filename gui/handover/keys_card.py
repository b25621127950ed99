"""The signing keys on record: this hospital's own and those that were confirmed; one can be withdrawn with a reason."""

from collections.abc import Callable, Sequence
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Slot

from gui.session import Session
from gui.widgets.buttons import secondary
from gui.widgets.card import Card, Muted
from gui.widgets.combo import ComboField
from gui.widgets.dates import shown_date
from gui.widgets.text_field import TextField
from records.values.handed_over import HandoverKey


class KeysCard(Card):
    """Hidden while there is none. changed  called once a key was withdrawn"""

    def __init__(self, session: Session, changed: Callable[[], object]) -> None:
        super().__init__()
        self._session, self._changed = session, changed
        self._keys: tuple[HandoverKey, ...] = ()
        self.set_title(self.tr("Keys on record"))
        self.which = ComboField(self.tr("Ke&y"), [], name="keys_which")
        self.words = Muted("")
        self.words.setObjectName("keys_words")
        self.why = TextField(self.tr("Why it is withdrawn"), 1000, name="keys_why")
        self.button = secondary(self.tr("With&draw this key"), "keys_withdraw")
        for widget in (self.which, self.words, self.why):
            self.add(widget)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.which.chosen.connect(lambda _ident: self._update())
        self.button.clicked.connect(self._on_withdraw)
        session.person_changed.connect(self._update)
        session.signed_changed.connect(self._update)
        self.setVisible(False)

    def read(self) -> None:
        """The keys as they are on record now."""
        self._session.link.ask(self._session.actions.handover_keys(), self._show_keys, self._on_refused, self)

    def _show_keys(self, keys: Sequence[HandoverKey]) -> None:
        self._keys = tuple(keys)
        chosen = self.which.value()
        self.which.set_choices([(str(one.id), self._title(one)) for one in keys])
        if keys and chosen not in {str(one.id) for one in keys}:
            self.which.choose(str(keys[0].id))
        self.setVisible(bool(keys))
        self._update()

    def _title(self, one: HandoverKey) -> str:
        whose = self.tr("This hospital's own key") if one.origin == "own" else one.holder
        title = self.tr("{0}, {1}").format(whose, one.fingerprint)
        return self.tr("{0}: withdrawn").format(title) if one.withdrawn else title

    def _key(self) -> HandoverKey | None:
        return next((one for one in self._keys if str(one.id) == self.which.value()), None)

    @Slot()
    def _update(self) -> None:
        key = self._key()
        in_force = key is not None and not key.withdrawn
        if key is not None:
            how = self.tr("made") if key.origin == "own" else key.confirmed
            said = self.tr("{0}, {1}: {2}").format(shown_date(key.at.astimezone().date()), key.by, how)
            self.words.setText(said if in_force else self.tr("Withdrawn: {0}").format(key.withdrawn_why))
        self.why.setVisible(in_force)
        self.button.setVisible(in_force)
        self.button.setEnabled(in_force and self._session.may("withdraw signing key"))

    @Slot()
    def _on_withdraw(self) -> None:
        key = self._key()
        if key is None or not self.why.ask_for():
            return
        self.button.setEnabled(False)
        future = self._session.actions.withdraw_key(self._session.person, uuid4(), UUID(str(key.id)), self.why.value())
        self._session.link.ask(future, lambda _key: self._on_withdrawn(), self._on_refused, self)

    def _on_withdrawn(self) -> None:
        self.why.set_text("")
        self.read()
        self._changed()

    def _on_refused(self, sentence: str, _error: Exception) -> None:
        self._update()
        self.words.setText(sentence)
