"""How the records are encrypted: asked once, before the first record is kept. The recovery key is shown this once."""

import random

from PySide6.QtCore import Signal, Slot

from gui.setup.recovery_key_view import RecoveryKeyView
from gui.sign_in.two_passwords import TwoPasswords
from gui.widgets.buttons import primary, secondary
from gui.widgets.card import Card, Muted
from gui.widgets.choice import Segmented
from gui.widgets.columns import Columns
from gui.widgets.page import Page
from gui.widgets.text_field import TextField

KEYCHAIN, PASSPHRASE = "keychain", "passphrase"


class ProtectPage(Page):
    """`chosen(passphrase or "", recovery_key)` once both are certain; an empty passphrase means the keychain."""

    chosen = Signal(str, str)
    demo_asked = Signal()

    def __init__(self, recovery_key: str, *, holds_records: bool) -> None:
        super().__init__("protect_page", "")
        self._key = recovery_key
        self.set_title(self.tr("Encrypt the records"))
        self.words.setText(
            self.tr(
                "The records on this computer are not encrypted yet. They will be now: first a verified backup is "
                "made, then every row is compared. If the computer stops meanwhile, nothing is lost."
            )
            if holds_records
            else self.tr("Names and doses are kept encrypted on this computer. Two things open them; choose the first.")
        )
        self.words.setVisible(True)
        self.asked = tuple(sorted(random.SystemRandom().sample(range(1, 9), 2)))
        self._make()
        self._lay_out()
        self.set_keychain(usable=False)

    def _make(self) -> None:
        self.how = Segmented((), self.tr("The records open"), name="protect_how", wrap=True)
        self.how_words = Muted("")
        self.passphrase = TwoPasswords("protect", self.tr("Pass&phrase"), self.tr("Passphrase a&gain"))
        self.passphrase.first.set_hint(
            self.tr(
                "At least 12 characters; four words that do not belong together are good. It is asked at each start."
            )
        )
        self.key = RecoveryKeyView("protect_key")
        self.key.show_key(self._key)
        self.parts = tuple(
            TextField(self.tr("Group {0} of the recovery key, from your paper").format(number), 8, name=f"protect_{at}")
            for at, number in zip(("first_group", "second_group"), self.asked, strict=True)
        )
        self.save_button = primary(self.tr("&Encrypt and go on"), "protect_save")
        self.demo_button = secondary(self.tr("&Look at the demo clinic first"), "protect_demo")
        self.save_button.clicked.connect(self._on_save)
        self.demo_button.clicked.connect(self.demo_asked)
        self.how.chosen.connect(self._on_how)

    def _lay_out(self) -> None:
        cards = Columns(least=440, most=2)
        way = Card(self.tr("Every day"))
        for part in (self.how, self.how_words, *self.passphrase.fields()):
            way.add(part)
        paper = Card(self.tr("In need: the recovery key"))
        paper.add(
            Muted(
                self.tr(
                    "It opens the records when the passphrase is forgotten or this computer is gone. It is shown this "
                    "once and kept nowhere. Without it and without the passphrase nobody can open the records, the "
                    "makers of this program included. Write it down or print it, seal it, lock it away."
                )
            )
        )
        paper.add(self.key)
        for part in self.parts:
            paper.add(part)
        cards.add(way, 0)
        cards.add(paper, 1)
        self.column.addWidget(cards)
        self.column.addStretch(1)
        self.add_foot(self.demo_button, self.save_button, words=Muted(self.tr("Group numbers stand above the groups.")))

    def set_keychain(self, *, usable: bool) -> None:
        """Whether this system has a keychain; until it is known, a passphrase is asked for."""
        ways = [(PASSPHRASE, self.tr("With a passphrase, typed at each start"))]
        if usable:
            ways.insert(0, (KEYCHAIN, self.tr("With this computer's keychain, by itself")))
        typing = bool(self.passphrase.value())  # whoever has begun to type has chosen
        self.how.set_choices(ways)
        self.how.choose(KEYCHAIN if usable and not typing else PASSPHRASE)
        self._on_how(self.how.value() or PASSPHRASE)

    @Slot(str)
    def _on_how(self, way: str) -> None:
        self.how_words.setText(
            self.tr("Whoever can log in to your account of this computer can open the records.")
            if way == KEYCHAIN
            else self.tr("Whoever starts the program has to know it.")
        )
        for field in self.passphrase.fields():
            field.setVisible(way == PASSPHRASE)

    @Slot()
    def _on_save(self) -> None:
        own = self.how.value() == PASSPHRASE
        wrong = self.passphrase.wrong() if own else None
        groups = self._key.split("-")
        for field, number in zip(self.parts, self.asked, strict=True):
            said = field.ask_for() and field.value().upper() == groups[number - 1]
            field.set_note("stop" if not said else "note", "" if said else self.tr("This is not what stands above."))
            wrong = wrong or (None if said else field)
        if wrong is not None:
            self.strip.say("stop", self.tr("Not yet: something below is needed."))
            self.show_field(wrong)
            return
        self.set_busy(True)
        self.chosen.emit(self.passphrase.value() if own else "", self._key)

    def set_busy(self, busy: bool) -> None:
        """While the key file is written, nothing else can be asked for."""
        self.save_button.setEnabled(not busy)
        if busy:
            self.strip.say("note", self.tr("Encrypting …"))

    def refuse(self, sentence: str) -> None:
        """It could not be done."""
        self.set_busy(False)
        self.strip.say("stop", sentence)

    def wipe(self) -> None:
        """Forget what was typed and shown."""
        self.passphrase.wipe()
        self.key.clear()
        self._key = ""
