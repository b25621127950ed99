"""The page that takes a signed file over: opened, its key confirmed, all it holds shown; then one deed or nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import Signal, Slot

from gui.exchange.drop_zone import DropZone
from gui.handover.jobs import opened, read
from gui.handover.key_card import KeyCard
from gui.handover.keys_card import KeysCard
from gui.handover.preview_card import PreviewCard
from gui.session import Session
from gui.widgets.buttons import primary, quiet, secondary
from gui.widgets.card import Card, Label, Muted
from gui.widgets.combo import ComboField
from gui.widgets.date_field import DateField
from gui.widgets.dates import shown_date
from gui.widgets.page import Page
from gui.widgets.text_field import TextField
from records.site_profile import site_profile
from records.values.handed_over import HandoverRecord
from records.values.handover import SignedText, TakeChoice, TakePreview

if TYPE_CHECKING:
    from gui.shell.shell import Shell

NEW, APART = "new", "apart"


class TakePage(Page):
    """`taken(UUID)` with the patient once everything is stored; `left` back."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("take_page", "")
        self._session = session
        self._data = b""
        self._signed: SignedText | None = None
        self._seen: TakePreview | None = None
        self._key = uuid4()
        self._busy = self._showing = False
        self.set_title(self.tr("Take over a course"))
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.keys.read()
        self._update()

    def again(self) -> "Callable[[Shell], object] | None":
        """What opens this page once more: empty, nothing was stored."""
        return lambda window: window.show_page("handover_take")

    def flush(self) -> None:
        """Nothing waits here."""

    # --- making it

    def _make_widgets(self) -> None:
        self.drop = DropZone(
            "take_file", self.tr("Handover file"), self.tr("Handover files (*.capox-handover);;All files (*)"),
            self.tr("or drop it here: a signed file (.capox-handover) of another hospital's CAPOX Planner"),
        )  # fmt: skip
        self.file = Label("", "strong", wrap=True)
        self.file.setObjectName("take_name")
        self.passphrase = TextField(self.tr("&Passphrase, as you were told by telephone"), 200, name="take_passphrase")
        self.open_button = secondary(self.tr("&Open"), "take_open")
        self.key_card = KeyCard()
        self.keys = KeysCard(self._session, lambda: self._look(self._choice()))
        self.who = ComboField(self.tr("&Who it is"), [], name="take_who")
        style = site_profile(self._session.settings).date_style
        self.day1 = DateField(self.tr("Day 1 of the next cycle here"), style=style, name="take_day1")
        self.preview = PreviewCard()
        self.allowed = Muted("")
        self.allowed.setObjectName("take_allowed")
        self.back_button = quiet(self.tr("Back"), "take_back")
        self.draft_button = secondary(self.tr("Take its re&gimen as a draft"), "take_draft")
        self.go_button = primary(self.tr("&Take over"), "take_go")

    def _lay_out(self) -> None:
        file = Card("")
        for widget in (self.drop, self.file, self.passphrase):
            file.add(widget)
        file.body.addWidget(self.open_button)
        self.choice_card = Card(self.tr("For this hospital"))
        for choice in (self.who, self.day1, self.allowed):
            self.choice_card.add(choice)
        for card in (file, self.key_card, self.choice_card, self.preview, self.keys):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.add_foot(self.back_button, self.draft_button, self.go_button)
        self.setFocusProxy(self.drop)

    def _connect(self) -> None:
        self.drop.chosen.connect(self.open)
        self.drop.refused.connect(lambda words: self.strip.say("stop", words))
        self.open_button.clicked.connect(self._on_open)
        self.passphrase.edit.returnPressed.connect(self._on_open)
        self.key_card.confirmed.connect(self._on_confirmed)
        self.who.chosen.connect(lambda _value: self._look_again())
        self.day1.changed.connect(lambda _text: self._look_again())
        self.go_button.clicked.connect(self._on_go)
        self.draft_button.clicked.connect(self._on_draft)
        self.back_button.clicked.connect(lambda _checked=False: self.left.emit())
        self._session.person_changed.connect(self._update)
        self._session.signed_changed.connect(self._update)

    # --- opening

    @Slot(object)
    def open(self, path: Path) -> None:
        """A file that was chosen or dropped; what was shown goes."""
        self.strip.clear()
        self._data, self._signed, self._seen, self._key = b"", None, None, uuid4()
        self.file.setText(path.name)
        self.passphrase.set_text("")
        self.key_card.same.setChecked(False)
        for field in (self.key_card.holder, self.key_card.how):
            field.set_text("")
        self._update()
        self._session.link.run(lambda: read(path), self._on_read, self._on_refused, self)

    def _on_read(self, data: bytes) -> None:
        self._data = data
        self._open("")

    @Slot()
    def _on_open(self) -> None:
        if self._data and self.passphrase.ask_for():
            self._open(self.passphrase.text())

    def _open(self, passphrase: str) -> None:
        data = self._data
        self._set_busy(True)
        self._session.link.run(lambda: opened(data, passphrase), self._on_opened, self._on_not_opened, self)

    def _on_not_opened(self, words: str, error: Exception) -> None:
        from records.handover.envelope import NeedsPassphrase

        self._set_busy(False)
        if isinstance(error, NeedsPassphrase):
            self.passphrase.setFocus()
            self.strip.say("note", words)
        else:
            self._on_refused(words, error)

    def _on_opened(self, signed: SignedText) -> None:
        self.strip.clear()
        self._signed = signed
        self._look(None)

    # --- looking

    def _look(self, choice: TakeChoice | None) -> None:
        signed = self._signed
        if signed is None:
            return
        self._set_busy(True)
        future = self._session.actions.look_at_handover(signed, choice, self._session.today)
        self._session.link.ask(future, lambda seen: self._on_seen(signed, seen), self._on_refused, self)

    def _on_seen(self, signed: SignedText, seen: TakePreview) -> None:
        if signed is not self._signed:
            return
        self._seen = seen
        self._showing = True
        self._show_who(seen)
        if self.day1.value() != seen.choice.day1:
            self.day1.set_value(seen.choice.day1)
        self._showing = False
        self.key_card.show_key(seen, may=self._session.may("trust signing key"))
        self.preview.show_preview(seen)
        self._set_busy(False)

    def _show_who(self, seen: TakePreview) -> None:
        """The patients on record it may be about; nobody is merged without being chosen."""
        choices = [
            (str(one.id), self.tr("{0}, born {1}, {2}: on record here").format(
                one.name, shown_date(one.birth_date, weekday=False), one.identifiers))
            for one in seen.same
        ]  # fmt: skip
        choices.append((NEW, self.tr("A new patient")))
        if seen.same and not any(one.sure for one in seen.same):
            choices.append((APART, self.tr("A new patient: not the one of the same name")))
        self.who.set_choices(choices)
        chosen = seen.choice.patient_id
        self.who.choose(str(chosen) if chosen is not None else APART if seen.choice.keep_apart else NEW)

    def _choice(self) -> TakeChoice | None:
        seen, day1, who = self._seen, self.day1.value(), self.who.value()
        if seen is None or day1 is None or who is None:
            return None
        patient = None if who in (NEW, APART) else UUID(who)
        return replace(seen.choice, patient_id=patient, day1=day1, keep_apart=who == APART)

    def _look_again(self) -> None:
        choice = self._choice()
        if not self._showing and self._seen is not None and choice is not None and choice != self._seen.choice:
            self._look(choice)
        self._update()

    def _on_confirmed(self, holder: str, how: str) -> None:
        signed = self._signed
        if signed is None:
            return
        self._set_busy(True)
        future = self._session.actions.trust_key(self._session.person, uuid4(), signed.public_key, holder, how)
        self._session.link.ask(future, lambda _key: self._on_trusted(), self._on_refused, self)

    def _on_trusted(self) -> None:
        self.keys.read()
        self._look(self._choice())

    # --- doing it

    @Slot()
    def _on_go(self) -> None:
        seen, signed = self._seen, self._signed
        if seen is None or signed is None or not self.go_button.isEnabled():
            return
        self._set_busy(True)
        future = self._session.actions.take_over(
            self._session.person, self._key, signed, seen.choice, seen.seen, self._session.today
        )
        self._session.link.ask(future, self._on_taken, self._on_refused, self)

    def _on_taken(self, record: HandoverRecord) -> None:
        self._data, self._signed, self._seen, self._key = b"", None, None, uuid4()
        self.file.setText("")
        self._set_busy(False)
        self._session.all_changed.emit()
        self.taken.emit(record.patient_id)

    @Slot()
    def _on_draft(self) -> None:
        if self._signed is None:
            return
        self._set_busy(True)
        future = self._session.actions.draft_of_handover(self._session.person, uuid4(), self._signed)
        self._session.link.ask(future, lambda _file: self._on_drafted(), self._on_refused, self)

    def _on_drafted(self) -> None:
        self._set_busy(False)
        self.strip.say("ok", self.tr(
            "Its regimen is a draft on the Regimens page. Have it approved there, then open this file again."
        ))  # fmt: skip

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._update()

    @Slot()
    def _update(self) -> None:
        seen, may = self._seen, self._session.may("take over course")
        sealed = bool(self._data) and self._signed is None
        self.file.setVisible(bool(self.file.text()))
        self.passphrase.setVisible(sealed)
        self.open_button.setVisible(sealed)
        self.open_button.setEnabled(not self._busy)
        for card in (self.key_card, self.preview, self.choice_card):
            if seen is None:
                card.setVisible(False)
        self.choice_card.setVisible(seen is not None)
        self.allowed.setText("" if may else self.tr("A course is taken over by a pharmacist or prescriber."))
        self.allowed.setVisible(not may)
        self.draft_button.setVisible(seen is not None and seen.draft)
        self.draft_button.setEnabled(not self._busy and self._session.may("copy file"))
        ready = seen is not None and not seen.refused and seen.trust in ("own", "trusted")
        same = seen is not None and self._choice() == seen.choice
        self.go_button.setEnabled(ready and same and may and not self._busy)

    def _on_refused(self, words: str, _error: Exception) -> None:
        self._set_busy(False)
        self.strip.say("stop", words, self.tr("Nothing was stored"))
